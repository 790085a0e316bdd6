/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-map-legend.h"

#include "canvas/links/atl-link-words.h"
#include "canvas/links/atl-map.h"
#include "config.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "ui/silo/atl-legend-sample.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 520 /* pixels; what is longer scrolls */

/* Those that are drawn here, and those that came with a file. */
static GArray *
dup_kinds (AtlBoard *board)
{
  AtlList *links = atl_board_get_links (board);
  GArray  *kinds = atl_map_dup_kinds (atl_board_find_map (board));

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLinkKind kind = atl_link_get_kind (atl_list_get (links, i));
      gboolean    known = FALSE;

      for (guint j = 0; j < kinds->len && !known; j++)
        known = g_array_index (kinds, AtlLinkKind, j) == kind;
      if (!known)
        g_array_append_val (kinds, kind);
    }
  return kinds;
}

static void
add_row (GtkWidget  *box,
         GtkWidget  *sample,
         const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (row, "legend-row");
  gtk_box_append (GTK_BOX (row), sample);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_link (GtkWidget    *box,
          AtlLegendLink link,
          const char   *text)
{
  add_row (box, atl_legend_sample_new_link (&link), text);
}

static void
add_heading (GtkWidget  *box,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_kinds (GtkWidget *box,
           AtlBoard  *board)
{
  g_autoptr (GArray) kinds = dup_kinds (board);

  add_heading (box, _ ("Kinds of Links"));
  for (guint i = 0; i < kinds->len; i++)
    {
      AtlLinkKind      kind = g_array_index (kinds, AtlLinkKind, i);
      g_autofree char *name = atl_link_kind_dup_name (kind, NULL);

      add_link (box, (AtlLegendLink){ .kind = kind, .strength = 3 }, name);
    }
}

static void
add_strengths (GtkWidget  *box,
               AtlLinkKind kind)
{
  add_heading (box, _ ("Strength"));
  for (int strength = 1; strength <= 5; strength += 2)
    {
      g_autofree char *text = g_strdup_printf ("%d: %s", strength, atl_link_get_anchor (kind, strength));

      add_link (box, (AtlLegendLink){ .kind = kind, .strength = strength }, text);
    }
}

static void
add_sides (GtkWidget  *box,
           AtlLinkKind kind)
{
  add_heading (box, _ ("Who Says So"));
  add_link (box, (AtlLegendLink){ .kind = kind, .strength = 3, .alone = TRUE },
            _ ("The side with the ring does not mention it"));
  add_link (box, (AtlLegendLink){ .kind = kind, .strength = 4, .answer = 2 },
            _ ("The two sides see it differently"));
}

static void
add_signs (GtkWidget  *box,
           AtlLinkKind kind)
{
  add_heading (box, _ ("Signs"));
  add_link (box, (AtlLegendLink){ .kind = kind, .strength = 3, .bridge = TRUE },
            _ ("Bridge: the only connection between two parts of the map"));
  add_row (box, atl_legend_sample_new_silo (FALSE), _ ("Fragile: its links outside rest on one person"));
  add_row (box, atl_legend_sample_new_silo (TRUE), _ ("Isolated: no link to other silos"));
}

static GtkWidget *
add_column (GtkWidget *columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "legend");
  gtk_box_append (GTK_BOX (columns), box);
  return box;
}

/* Two columns, one below the other where there is no room. */
static GtkWidget *
new_content (AtlBoard *board,
             gboolean  narrow)
{
  AtlArea    *area = atl_board_find_map (board);
  AtlLinkKind kind = atl_map_get_default_kind (area);
  GtkWidget  *columns = gtk_box_new (narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget  *box = add_column (columns);

  add_kinds (box, board);
  add_strengths (box, kind);
  if (atl_map_has_sides (area) || atl_board_has_measures (board))
    box = add_column (columns);
  if (atl_map_has_sides (area))
    add_sides (box, kind);
  if (atl_board_has_measures (board))
    add_signs (box, kind);
  return columns;
}

/**
 * atl_map_legend_new:
 * @board: a board with a map
 * @narrow: whether there is only room for one column
 *
 * Returns: (transfer floating): a popover that shows each line and sign of such maps
 */
GtkWidget *
atl_map_legend_new (AtlBoard *board,
                    gboolean  narrow)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_content (board, narrow));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  if (!gdk_display_is_composited (gdk_display_get_default ()))
    {
      gtk_widget_add_css_class (popover, "solid");
      gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  return popover;
}
