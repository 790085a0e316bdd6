/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-slips.h"

static const char *
id_of (gpointer item)
{
  return atl_item_get_id (ATL_ITEM (item));
}

/* Other kinds stand on no slip of paper: they are left alone. */
static gboolean
is_asked_for (AtlLinkKind kind)
{
  return kind != ATL_LINK_KIND_RELATES && kind != ATL_LINK_KIND_DRIVES && kind != ATL_LINK_KIND_CONFLICTS;
}

/* What @link says as a line on the slip of @node; FALSE if that side does not say it. */
static gboolean
read_link (AtlBoard    *board,
           AtlNote     *node,
           AtlLink     *link,
           AtlSlipLine *line)
{
  AtlDeclaredBy by = atl_link_get_declared_by (link);
  const char   *mine = by == ATL_DECLARED_BY_FROM ? atl_link_get_from (link) : atl_link_get_to (link);
  const char   *other = by == ATL_DECLARED_BY_FROM ? atl_link_get_to (link) : atl_link_get_from (link);

  if (by == ATL_DECLARED_BY_BOTH || !is_asked_for (atl_link_get_kind (link)) ||
      !g_str_equal (mine, id_of (node)))
    return FALSE;
  line->other = atl_list_find (atl_board_get_notes (board), other);
  line->kind = atl_link_get_kind (link);
  line->incoming = by == ATL_DECLARED_BY_TO && !atl_link_kind_is_mutual (line->kind);
  line->strength = atl_link_get_strength (link);
  return line->other != NULL;
}

/**
 * atl_slip_read:
 * @board: a map
 * @node: a node of it
 *
 * Returns: (transfer full) (element-type AtlSlipLine): what the side of @node says by itself, active links
 *   and needs
 */
GArray *
atl_slip_read (AtlBoard *board,
               AtlNote  *node)
{
  AtlList *links = atl_board_get_links (board);
  GArray  *lines = g_array_new (FALSE, TRUE, sizeof (AtlSlipLine));

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlSlipLine line = { 0 };

      if (read_link (board, node, atl_list_get (links, i), &line))
        g_array_append_val (lines, line);
    }
  return lines;
}

/**
 * atl_slip_count:
 * @board: a map
 * @node: a node of it
 *
 * Returns: how many answers the side of @node gave
 */
guint
atl_slip_count (AtlBoard *board,
                AtlNote  *node)
{
  g_autoptr (GArray) lines = atl_slip_read (board, node);

  return lines->len;
}

/**
 * atl_slips_count:
 * @board: a map
 *
 * Returns: (transfer full): ids of nodes to how many answers their sides gave, by GUINT_TO_POINTER(); those
 *   who gave none are not in it
 */
GHashTable *
atl_slips_count (AtlBoard *board)
{
  AtlList    *links = atl_board_get_links (board);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink      *link = atl_list_get (links, i);
      AtlDeclaredBy by = atl_link_get_declared_by (link);
      const char   *side = by == ATL_DECLARED_BY_FROM ? atl_link_get_from (link) : atl_link_get_to (link);
      guint         n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, side));

      if (by != ATL_DECLARED_BY_BOTH && is_asked_for (atl_link_get_kind (link)))
        g_hash_table_insert (counts, g_strdup (side), GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static gboolean
is_same_statement (const AtlSlipLine *a,
                   const AtlSlipLine *b)
{
  return a->other == b->other && a->kind == b->kind &&
         (atl_link_kind_is_mutual (a->kind) || a->incoming == b->incoming);
}

static gboolean
holds (GArray            *lines,
       const AtlSlipLine *line)
{
  for (guint i = 0; i < lines->len; i++)
    if (is_same_statement (&g_array_index (lines, AtlSlipLine, i), line))
      return TRUE;
  return FALSE;
}

/* What the slip does not say any more. */
static void
take_back (AtlBoard *board,
           AtlNote  *node,
           GArray   *lines)
{
  AtlList              *links = atl_board_get_links (board);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink    *link = atl_list_get (links, i);
      AtlSlipLine line = { 0 };

      if (read_link (board, node, link, &line) && !holds (lines, &line))
        g_ptr_array_add (gone, g_object_ref (link));
    }
  atl_links_delete (gone);
}

/**
 * atl_slip_write:
 * @board: a map
 * @node: a node of it
 * @lines: (element-type AtlSlipLine): all that the side of @node says; a later line replaces the same
 *   statement before it
 *
 * States the links of a slip and takes back what it said before and does not any more. What the other sides
 * say stays. The caller opens and names the group of the history.
 */
void
atl_slip_write (AtlBoard *board,
                AtlNote  *node,
                GArray   *lines)
{
  take_back (board, node, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      AtlSlipLine *line = &g_array_index (lines, AtlSlipLine, i);

      if (line->incoming && !atl_link_kind_is_mutual (line->kind))
        atl_links_state (board, line->other, node, line->kind, ATL_DECLARED_BY_TO, line->strength);
      else
        atl_links_state (board, node, line->other, line->kind, ATL_DECLARED_BY_FROM, line->strength);
    }
}
