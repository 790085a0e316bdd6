/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-labels.h"

#include <gtk/gtk.h>

/* Silos of a map in a small window, with names wider than they are. */
static GArray *
make_labels (GtkWidget *widget, gboolean inside)
{
  static const char *const names[] = { "Partners of the company", "Digital factory (all)", "Finance",
                                       "Marketing and customers", "Customer service", "Network of shops" };
  static const AtlRect     rects[] = {
        { 50, 20, 30, 60 },
        { 90, 16, 60, 18 },
        { 160, 22, 30, 16 },
        { 190, 50, 50, 40 },
        { 170, 120, 60, 16 },
        { 100, 130, 60, 40 },
  };
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (AtlCompareLabel));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AtlCompareLabel label = { .over = rects[i], .inside = inside };

      label.layout = gtk_widget_create_pango_layout (widget, names[i]);
      pango_layout_set_ellipsize (label.layout, PANGO_ELLIPSIZE_END);
      g_array_append_val (labels, label);
    }
  return labels;
}

static void
test_names_of_silos (gconstpointer data)
{
  GtkWidget         *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GArray) labels = make_labels (widget, GPOINTER_TO_INT (data));
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (AtlRect));
  AtlRect            room = atl_rect (0, 0, 262, 210);
  guint              n_shown = 0;

  atl_compare_labels_place (labels, signs, room);
  for (guint i = 0; i < labels->len; i++)
    {
      AtlCompareLabel *one = &g_array_index (labels, AtlCompareLabel, i);
      double           covered = 0;

      n_shown += one->shown;
      g_assert_true (atl_rect_equal (atl_rect_union (one->place, room), room));
      for (guint j = 0; one->shown && j < i; j++)
        if (g_array_index (labels, AtlCompareLabel, j).shown)
          covered += atl_rect_overlap (one->place, g_array_index (labels, AtlCompareLabel, j).place);
      g_assert_cmpfloat (covered, <, 0.15 * one->place.width * one->place.height);
      g_object_unref (one->layout);
    }
  g_assert_cmpuint (n_shown, >=, 5);
  g_object_unref (widget);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/compare-labels/beside-silos", GINT_TO_POINTER (FALSE), test_names_of_silos);
  g_test_add_data_func ("/compare-labels/inside-silos", GINT_TO_POINTER (TRUE), test_names_of_silos);
  return g_test_run ();
}
