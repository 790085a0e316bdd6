/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-table.h"

#include "config.h"
#include "ui/common/atl-expander.h"
#include "ui/common/atl-format.h"
#include "ui/compare/atl-compare-figures.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_label (const char *text,
            const char *css_class,
            float       align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkGrid *
make_grid (void)
{
  GtkGrid    *grid = GTK_GRID (gtk_grid_new ());
  const char *titles[] = { "", _ ("Before"), _ ("After"), _ ("Change") };

  gtk_widget_add_css_class (GTK_WIDGET (grid), "compare-figures");
  for (int i = 1; i < 4; i++)
    gtk_grid_attach (grid, make_label (titles[i], "caption-heading", 1), i, 0, 1, 1);
  return grid;
}

static void
add_row (GtkGrid          *grid,
         int               row,
         AtlCompareFigure *figure)
{
  GtkWidget       *label = make_label (figure->label, "compare-figure", 0);
  GtkWidget       *change = make_label (figure->change, "compare-change", 1);
  g_autofree char *whole = g_strdup_printf ("%s: %s → %s", figure->label, figure->before, figure->after);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, figure->note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  gtk_widget_add_css_class (change, "numeric");
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, make_label (figure->before, "numeric", 1), 1, row, 1, 1);
  gtk_grid_attach (grid, make_label (figure->after, "numeric", 1), 2, row, 1, 1);
  gtk_grid_attach (grid, change, 3, row, 1, 1);
}

/* On a small map, an index is a detail. */
static GtkGrid *
make_table (GPtrArray *figures,
            gboolean   details)
{
  GtkGrid *grid = NULL;
  int      row = 1;

  for (guint i = 0; i < figures->len; i++)
    {
      AtlCompareFigure *figure = figures->pdata[i];

      if (figure->details != details)
        continue;
      grid = grid != NULL ? grid : make_grid ();
      add_row (grid, row++, figure);
    }
  return grid;
}

static GtkWidget *
make_details (GPtrArray *figures)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("How the Figures Are _Computed"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkGrid   *grid = make_table (figures, TRUE);

  if (grid != NULL)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (grid));
  for (guint i = 0; i < figures->len; i++)
    {
      AtlCompareFigure *figure = figures->pdata[i];
      /* Translators: a figure, and how it is computed */
      g_autofree char *text = g_strdup_printf (_ ("%s: %s"), figure->label, figure->note);

      gtk_box_append (GTK_BOX (box), make_label (text, "caption", 0));
    }
  gtk_box_append (GTK_BOX (box),
                  make_label (_ ("All figures are of those who are on both maps. "
                                 "Undefined values are shown as “–”."),
                              "caption", 0));
  gtk_widget_add_css_class (box, "compare-details");
  atl_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

/**
 * atl_compare_table_fill:
 * @box: where it goes, instead of what is in it
 * @result: two maps compared
 *
 * Shows the figures of both maps and their change, formulas among the details.
 */
void
atl_compare_table_fill (GtkBox           *box,
                        AtlCompareResult *result)
{
  g_autoptr (GPtrArray) figures = atl_compare_figures_new (result, atl_format_get_language ());
  GtkGrid              *grid = make_table (figures, FALSE);
  GtkWidget            *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (grid != NULL)
    gtk_box_append (box, GTK_WIDGET (grid));
  gtk_box_append (box, make_details (figures));
}
