/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/links/atl-link-candidates.h"

#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"

/* Another candidate is called the same and is of the same silo. */
static gboolean
has_twin (GPtrArray *candidates,
          AtlNote   *node)
{
  g_autofree char *name = atl_map_dup_label (node);

  for (guint i = 0; i < candidates->len; i++)
    {
      g_autofree char *other = atl_map_dup_label (candidates->pdata[i]);

      if (candidates->pdata[i] != (gpointer) node && g_str_equal (name, other) &&
          atl_nodes_find_silo (candidates->pdata[i]) == atl_nodes_find_silo (node))
        return TRUE;
    }
  return FALSE;
}

/* What tells those apart who are called the same: the silo; where that is the same too, the role. */
static char *
dup_beside (GPtrArray *candidates,
            AtlNote   *node)
{
  AtlSilo    *silo = atl_nodes_find_silo (node);
  AtlPerson  *person = atl_nodes_find_person (node);
  const char *name = silo != NULL ? atl_silo_get_name (silo) : "";
  gboolean    named = person != NULL && atl_person_get_shown (person) == ATL_SHOWN_NAME;
  const char *role = named ? atl_person_get_role (person) : "";

  if (*role == '\0' || !has_twin (candidates, node))
    return g_strdup (name);
  return g_strdup_printf ("%s%s%s", name, *name != '\0' ? " · " : "", role);
}

/* Where an ordinary note stands: its board, if that is another one, or its area. */
static char *
dup_place (AtlNote *note,
           AtlNote *from)
{
  AtlBoard *board = atl_note_find_board (note);
  AtlArea  *area = atl_note_find_area (note);

  if (from != NULL && board != NULL && board != atl_note_find_board (from))
    return g_strdup (atl_board_get_title (board));
  return g_strdup (area != NULL ? atl_area_get_title (area) : "");
}

static GtkWidget *
new_row (GPtrArray *candidates,
         AtlNote   *node,
         AtlNote   *from)
{
  gboolean         is_node = atl_area_is_map (atl_note_find_area (node));
  g_autofree char *name = atl_map_dup_label (node);
  g_autofree char *detail = is_node ? dup_beside (candidates, node) : dup_place (node, from);
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *label = gtk_label_new (name);
  GtkWidget       *beside = gtk_label_new (detail);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (beside), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (beside), 20);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (beside, "dim-label");
  gtk_widget_add_css_class (row, "link-row");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), beside);
  return row;
}

/**
 * atl_link_candidates_show:
 * @list: a GtkListBox
 * @draft: a link that is typed
 *
 * Shows in @list the nodes that fit what was typed, and which of them is meant.
 */
void
atl_link_candidates_show (GtkWidget    *list,
                          AtlLinkDraft *draft)
{
  GPtrArray     *candidates = atl_link_draft_get_candidates (draft);
  int            meant = atl_link_draft_get_highlighted (draft);
  GtkListBoxRow *row;
  GtkWidget     *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
  for (guint i = 0; i < candidates->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (candidates, candidates->pdata[i],
                                                       atl_link_draft_get_node (draft)));
  for (child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  row = meant >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), meant) : NULL;
  gtk_list_box_select_row (GTK_LIST_BOX (list), row);
  gtk_widget_set_visible (list, candidates->len > 0);
}
