/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-matrix-legend.h"

#include "config.h"
#include "ui/common/atl-theme.h"
#include "ui/silo/atl-matrix-cell.h"

#include <glib/gi18n-lib.h>

#define STRIP_WIDTH 84
#define STRIP_HEIGHT 10
#define N_STEPS 7

/**
 * AtlMatrixLegend:
 *
 * What the colors of the matrix mean.
 */
struct _AtlMatrixLegend
{
  GtkWidget parent_instance;

  GtkWidget *fewer;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (AtlMatrixLegend, atl_matrix_legend, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (AtlMatrixLegend *self,
           const char      *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
atl_matrix_legend_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  AtlMatrixLegend *self = ATL_MATRIX_LEGEND (widget);
  int              fewer_min, fewer_natural, more_min, more_natural;

  gtk_widget_measure (self->fewer, orientation, -1, &fewer_min, &fewer_natural, NULL, NULL);
  gtk_widget_measure (self->more, orientation, -1, &more_min, &more_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = fewer_min + STRIP_WIDTH + more_min;
      *natural = fewer_natural + STRIP_WIDTH + more_natural;
      return;
    }
  *minimum = MAX (MAX (fewer_min, more_min), STRIP_HEIGHT);
  *natural = MAX (MAX (fewer_natural, more_natural), STRIP_HEIGHT);
}

static int
get_strip_start (AtlMatrixLegend *self,
                 int              width)
{
  int fewer = 0;
  int more = 0;

  gtk_widget_measure (self->fewer, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &fewer, NULL, NULL);
  gtk_widget_measure (self->more, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &more, NULL, NULL);
  return CLAMP (width - STRIP_WIDTH - more, MIN (fewer, MAX ((width - STRIP_WIDTH) / 2, 0)), fewer);
}

static void
atl_matrix_legend_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  AtlMatrixLegend *self = ATL_MATRIX_LEGEND (widget);
  gboolean         rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int              start = get_strip_start (self, width);
  int              rest = MAX (width - start - STRIP_WIDTH, 0);
  GtkAllocation    fewer = { rtl ? width - start : 0, 0, start, height };
  GtkAllocation    more = { rtl ? 0 : start + STRIP_WIDTH, 0, rest, height };

  gtk_widget_size_allocate (self->fewer, &fewer, -1);
  gtk_widget_size_allocate (self->more, &more, -1);
}

static void
atl_matrix_legend_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  AtlMatrixLegend *self = ATL_MATRIX_LEGEND (widget);
  gboolean         rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean         dark = atl_theme_get () == ATL_THEME_DARK;
  int              width = gtk_widget_get_width (widget);
  int              start = get_strip_start (self, width);
  float            left = (float) (rtl ? width - start - STRIP_WIDTH : start);
  float            top = (float) (gtk_widget_get_height (widget) - STRIP_HEIGHT) / 2;
  float            step = (float) (STRIP_WIDTH - 12) / N_STEPS;

  for (int i = 0; i < N_STEPS; i++)
    {
      int     at = rtl ? N_STEPS - 1 - i : i;
      GdkRGBA color = atl_matrix_cell_get_color (i < 3 ? 1.0 / (1 << (3 - i)) : 1 << (i - 3), dark);

      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (left + 6 + (float) at * step, top, step, STRIP_HEIGHT));
    }
  gtk_widget_snapshot_child (widget, self->fewer, snapshot);
  gtk_widget_snapshot_child (widget, self->more, snapshot);
}

static void
atl_matrix_legend_dispose (GObject *object)
{
  AtlMatrixLegend *self = ATL_MATRIX_LEGEND (object);

  g_clear_pointer (&self->fewer, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_matrix_legend_parent_class)->dispose (object);
}

static void
atl_matrix_legend_class_init (AtlMatrixLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_matrix_legend_dispose;
  widget_class->measure = atl_matrix_legend_measure;
  widget_class->size_allocate = atl_matrix_legend_size_allocate;
  widget_class->snapshot = atl_matrix_legend_snapshot;
  gtk_widget_class_set_css_name (widget_class, "matrixlegend");
}

static void
atl_matrix_legend_init (AtlMatrixLegend *self)
{
  self->fewer = add_label (self, _ ("Fewer than average"));
  self->more = add_label (self, _ ("More"));
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}
