/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/restore/atl-version-preview.h"

#include "config.h"
#include "model/atl-board.h"
#include "ui/common/atl-miniature.h"

#include <glib/gi18n-lib.h>

#define BOARD_WIDTH 260

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_board (AtlBoard *board)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *picture = atl_miniature_new (board);
  GtkWidget       *child = gtk_flow_box_child_new ();
  guint            n = atl_list_get_length (atl_board_get_notes (board));
  g_autofree char *count = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  g_autofree char *name = g_strdup_printf ("%s, %s", atl_board_get_title (board), count);

  atl_miniature_set_natural_width (ATL_MINIATURE (picture), BOARD_WIDTH);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), make_label (atl_board_get_title (board), "heading"));
  gtk_box_append (GTK_BOX (box), make_label (count, "caption"));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return child;
}

/**
 * atl_version_preview_new:
 * @session: a session that nobody edits
 *
 * Returns: (transfer floating): pictures of its boards, each with its title and the number of its notes
 */
GtkWidget *
atl_version_preview_new (AtlSession *session)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  AtlList   *boards = atl_session_get_boards (session);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_widget_set_valign (flow, GTK_ALIGN_START);
  gtk_widget_add_css_class (flow, "restore-boards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Boards"), -1);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    gtk_flow_box_append (GTK_FLOW_BOX (flow), make_board (atl_list_get (boards, i)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), flow);
  return scroller;
}
