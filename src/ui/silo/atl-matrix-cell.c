/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-matrix-cell.h"

#include "config.h"
#include "insight/network/atl-measures.h"
#include "ui/common/atl-theme.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_DOUBLINGS 3
#define RADIUS 4
#define GAP 1
#define STRIPE 5.0f

/* From blue (fewer links than average) to orange (more), which color-blind people tell apart: ColorBrewer's
 * poles, with the neutral middle of the theme. */
#define N_STOPS 5
static const float light_stops[N_STOPS][3] = {
  { 0.13f, 0.40f, 0.67f },
  { 0.57f, 0.77f, 0.87f },
  { 0.95f, 0.95f, 0.95f },
  { 0.99f, 0.72f, 0.39f },
  { 0.70f, 0.35f, 0.02f },
};
static const float dark_stops[N_STOPS][3] = {
  { 0.47f, 0.72f, 1.00f },
  { 0.16f, 0.36f, 0.56f },
  { 0.25f, 0.25f, 0.25f },
  { 0.56f, 0.33f, 0.08f },
  { 1.00f, 0.66f, 0.32f },
};

/**
 * AtlMatrixCell:
 *
 * What one silo gives to another: how many links, on a color that says whether that is more or less than
 * average. Nothing given is hatched, what cannot be is blank, a silo with itself is framed.
 */
struct _AtlMatrixCell
{
  GtkWidget parent_instance;

  GtkWidget *label;
  guint      from;
  guint      to;
  AtlCell    cell;
};

G_DEFINE_FINAL_TYPE (AtlMatrixCell, atl_matrix_cell, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_blank (AtlMatrixCell *self)
{
  return self->cell.possible == 0;
}

static gboolean
is_dark (void)
{
  return atl_theme_get () == ATL_THEME_DARK;
}

static float
to_linear (float channel)
{
  return channel <= 0.04045f ? channel / 12.92f : powf ((channel + 0.055f) / 1.055f, 2.4f);
}

static float
get_luminance (const GdkRGBA *color)
{
  return 0.2126f * to_linear (color->red) + 0.7152f * to_linear (color->green) +
         0.0722f * to_linear (color->blue);
}

/* Black or white, whichever is read more easily: at least 4.5 : 1 on any color. */
static void
choose_ink (AtlMatrixCell *self)
{
  GdkRGBA  color = atl_matrix_cell_get_color (self->cell.ratio, is_dark ());
  gboolean filled = !is_blank (self) && self->cell.n_links > 0;
  gboolean bright = get_luminance (&color) > 0.179f;

  gtk_widget_remove_css_class (self->label, "on-bright");
  gtk_widget_remove_css_class (self->label, "on-dark");
  if (filled)
    gtk_widget_add_css_class (self->label, bright ? "on-bright" : "on-dark");
}

static void
theme_changed_cb (AtlMatrixCell *self)
{
  choose_ink (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkRGBA
get_ink (float alpha)
{
  float channel = is_dark () ? 1 : 0;

  return (GdkRGBA){ channel, channel, channel, alpha };
}

static void
draw_frame (GtkSnapshot   *snapshot,
            GskRoundedRect outline,
            float          width,
            float          alpha)
{
  float   widths[4] = { width, width, width, width };
  GdkRGBA ink = get_ink (alpha);
  GdkRGBA inks[4] = { ink, ink, ink, ink };

  gtk_snapshot_append_border (snapshot, &outline, widths, inks);
}

static void
draw_hatching (GtkSnapshot           *snapshot,
               const graphene_rect_t *area)
{
  GdkRGBA          ink = get_ink (0.16f);
  GskColorStop     stops[4];
  graphene_point_t start = area->origin;
  graphene_point_t end = GRAPHENE_POINT_INIT (start.x + STRIPE, start.y + STRIPE);

  stops[0] = (GskColorStop){ 0, ink };
  stops[1] = (GskColorStop){ 0.18f, ink };
  ink.alpha = 0;
  stops[2] = (GskColorStop){ 0.18f, ink };
  stops[3] = (GskColorStop){ 1, ink };
  gtk_snapshot_append_repeating_linear_gradient (snapshot, area, &start, &end, stops, G_N_ELEMENTS (stops));
}

static void
draw_ground (AtlMatrixCell *self,
             GtkSnapshot   *snapshot,
             GskRoundedRect outline)
{
  GdkRGBA color = atl_matrix_cell_get_color (self->cell.ratio, is_dark ());

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (self->cell.n_links > 0)
    gtk_snapshot_append_color (snapshot, &color, &outline.bounds);
  else
    draw_hatching (snapshot, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
atl_matrix_cell_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AtlMatrixCell *self = ATL_MATRIX_CELL (widget);
  int            width = gtk_widget_get_width (widget);
  int            height = gtk_widget_get_height (widget);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (GAP, GAP, MAX (width - 2 * GAP, 0),
                                                        MAX (height - 2 * GAP, 0)),
                                   RADIUS);
  if (!is_blank (self))
    draw_ground (self, snapshot, outline);
  if (self->from == self->to)
    draw_frame (snapshot, outline, 1.5f, 0.75f);
  else if (!is_blank (self))
    draw_frame (snapshot, outline, 1, 0.14f);
  if (gtk_widget_has_css_class (widget, "lit"))
    draw_frame (snapshot, outline, 3, 1);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
pressed_cb (AtlMatrixCell *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
  return GDK_EVENT_STOP;
}

static void
atl_matrix_cell_dispose (GObject *object)
{
  AtlMatrixCell *self = ATL_MATRIX_CELL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_matrix_cell_parent_class)->dispose (object);
}

static void
atl_matrix_cell_class_init (AtlMatrixCellClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };
  GtkWidgetClass    *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_matrix_cell_dispose;
  widget_class->snapshot = atl_matrix_cell_snapshot;
  signals[ACTIVATED] = g_signal_new ("activated", ATL_TYPE_MATRIX_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, key_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "matrixcell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
atl_matrix_cell_init (AtlMatrixCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (theme_changed_cb));
}

/**
 * atl_matrix_cell_new:
 * @from: the silo that gives
 * @to: the silo that receives
 *
 * Returns: (transfer floating): a cell without a figure
 */
GtkWidget *
atl_matrix_cell_new (guint from,
                     guint to)
{
  AtlMatrixCell *self = g_object_new (ATL_TYPE_MATRIX_CELL, NULL);

  self->from = from;
  self->to = to;
  return GTK_WIDGET (self);
}

/**
 * atl_matrix_cell_get_from:
 * @self: a cell
 *
 * Returns: the silo that gives
 */
guint
atl_matrix_cell_get_from (AtlMatrixCell *self)
{
  return self->from;
}

/**
 * atl_matrix_cell_get_to:
 * @self: a cell
 *
 * Returns: the silo that receives
 */
guint
atl_matrix_cell_get_to (AtlMatrixCell *self)
{
  return self->to;
}

/**
 * atl_matrix_cell_set:
 * @self: a cell
 * @cell: its figures
 * @possible: whether there is room to say out of how many
 * @sentence: what it says in words, "" for a blank cell
 */
void
atl_matrix_cell_set (AtlMatrixCell *self,
                     const AtlCell *cell,
                     gboolean       possible,
                     const char    *sentence)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ATL_IS_MATRIX_CELL (self));

  self->cell = *cell;
  if (cell->possible == 0)
    text = g_strdup ("");
  else if (possible)
    text = g_strdup_printf ("%u/%" G_GUINT64_FORMAT, cell->n_links, cell->possible);
  else
    text = g_strdup_printf ("%u", cell->n_links);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *sentence != '\0' ? sentence : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *sentence != '\0' ? sentence : _ ("No two people to link"), -1);
  choose_ink (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atl_matrix_cell_set_lit:
 * @self: a cell
 * @lit: whether what it counts is lit on the map
 */
void
atl_matrix_cell_set_lit (AtlMatrixCell *self,
                         gboolean       lit)
{
  g_return_if_fail (ATL_IS_MATRIX_CELL (self));

  if (lit)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               lit ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atl_matrix_cell_get_color:
 * @ratio: how many times the average density, above 0
 * @dark: whether it stands on a dark ground
 *
 * Returns: the color of SILO-METHOD §9: by the number of doublings, three at most either way
 */
GdkRGBA
atl_matrix_cell_get_color (double   ratio,
                           gboolean dark)
{
  const float (*stops)[3] = dark ? dark_stops : light_stops;
  double doublings = ratio > 0 ? CLAMP (log2 (ratio), -MOST_DOUBLINGS, MOST_DOUBLINGS) : 0;
  double at = (doublings + MOST_DOUBLINGS) / (2.0 * MOST_DOUBLINGS) * (N_STOPS - 1);
  guint  low = MIN ((guint) at, N_STOPS - 2);
  float  part = (float) (at - low);

  return (GdkRGBA){ stops[low][0] + part * (stops[low + 1][0] - stops[low][0]),
                    stops[low][1] + part * (stops[low + 1][1] - stops[low][1]),
                    stops[low][2] + part * (stops[low + 1][2] - stops[low][2]), 1 };
}
