/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-links.h"

/**
 * atl_link_kind_is_mutual:
 * @kind: of a link
 *
 * Returns: whether it says the same in both directions
 */
gboolean
atl_link_kind_is_mutual (AtlLinkKind kind)
{
  return kind == ATL_LINK_KIND_RELATES || kind == ATL_LINK_KIND_SHARED || kind == ATL_LINK_KIND_CONFLICTS;
}

/**
 * atl_link_kind_is_need:
 * @kind: of a link
 *
 * Returns: whether it is something asked for, not something that works
 */
gboolean
atl_link_kind_is_need (AtlLinkKind kind)
{
  return kind == ATL_LINK_KIND_BLOCKED || kind == ATL_LINK_KIND_MISSING;
}

static AtlDeclaredBy
turn (AtlDeclaredBy by)
{
  if (by == ATL_DECLARED_BY_BOTH)
    return by;
  return by == ATL_DECLARED_BY_FROM ? ATL_DECLARED_BY_TO : ATL_DECLARED_BY_FROM;
}

static gboolean
goes (AtlLink    *link,
      const char *from,
      const char *to)
{
  return g_str_equal (atl_link_get_from (link), from) && g_str_equal (atl_link_get_to (link), to);
}

/* Who states @link, seen from @from; -1 if it is another link. */
static int
get_side (AtlLink    *link,
          const char *from,
          const char *to,
          AtlLinkKind kind)
{
  if (atl_link_get_kind (link) != kind)
    return -1;
  if (goes (link, from, to))
    return (int) atl_link_get_declared_by (link);
  if (atl_link_kind_is_mutual (kind) && goes (link, to, from))
    return (int) turn (atl_link_get_declared_by (link));
  return -1;
}

/* The one with the smallest id, if a merge left several. */
static AtlLink *
find_by_ids (AtlBoard     *board,
             const char   *from,
             const char   *to,
             AtlLinkKind   kind,
             AtlDeclaredBy by)
{
  AtlList *links = atl_board_get_links (board);

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);

      if (get_side (link, from, to, kind) == (int) by)
        return link;
    }
  return NULL;
}

/**
 * atl_links_find:
 * @board: the board of @from
 * @from: a note that gives, asks or tells
 * @to: the one that receives
 * @kind: what goes on between them
 * @by: who says so, @from, @to or both
 *
 * Returns: (transfer none) (nullable): the link that states it
 */
AtlLink *
atl_links_find (AtlBoard     *board,
                AtlNote      *from,
                AtlNote      *to,
                AtlLinkKind   kind,
                AtlDeclaredBy by)
{
  g_return_val_if_fail (ATL_IS_BOARD (board), NULL);
  return find_by_ids (board, atl_item_get_id (ATL_ITEM (from)), atl_item_get_id (ATL_ITEM (to)), kind, by);
}

static AtlLink *
add_link (AtlBoard     *board,
          AtlNote      *from,
          AtlNote      *to,
          AtlLinkKind   kind,
          AtlDeclaredBy by)
{
  g_autoptr (AtlLink) link = atl_link_new (NULL);

  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_link_set_kind (link, kind);
  atl_link_set_declared_by (link, by);
  atl_list_insert (atl_board_get_links (board), ATL_ITEM (link));
  return link;
}

/**
 * atl_links_state:
 * @board: the board of @from
 * @from: a note that gives, asks or tells
 * @to: the one that receives
 * @kind: what goes on between them
 * @by: who says so, @from, @to or both
 * @strength: 1 to 5
 *
 * States a link: the one that says it already gets this strength, or a new one is made.
 *
 * Returns: (transfer none) (nullable): it; %NULL for a note with itself
 */
AtlLink *
atl_links_state (AtlBoard     *board,
                 AtlNote      *from,
                 AtlNote      *to,
                 AtlLinkKind   kind,
                 AtlDeclaredBy by,
                 int           strength)
{
  AtlLink *link;

  g_return_val_if_fail (ATL_IS_BOARD (board), NULL);

  if (from == to)
    return NULL;
  link = atl_links_find (board, from, to, kind, by);
  if (link == NULL)
    link = add_link (board, from, to, kind, by);
  atl_link_set_strength (link, CLAMP (strength, 1, 5));
  return link;
}

static gboolean
touches (AtlLink    *link,
         const char *id)
{
  return g_str_equal (atl_link_get_from (link), id) || g_str_equal (atl_link_get_to (link), id);
}

static GPtrArray *
collect (AtlBoard *board,
         AtlNote  *a,
         AtlNote  *b)
{
  AtlList   *links = atl_board_get_links (board);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);

      if (touches (link, atl_item_get_id (ATL_ITEM (a))) &&
          (b == NULL || touches (link, atl_item_get_id (ATL_ITEM (b)))))
        g_ptr_array_add (found, g_object_ref (link));
    }
  return found;
}

/**
 * atl_links_dup_of:
 * @board: a board
 * @note: a note of it
 *
 * Returns: (transfer full) (element-type AtlLink): the links that begin or end at @note
 */
GPtrArray *
atl_links_dup_of (AtlBoard *board,
                  AtlNote  *note)
{
  g_return_val_if_fail (ATL_IS_BOARD (board) && ATL_IS_NOTE (note), NULL);
  return collect (board, note, NULL);
}

/**
 * atl_links_dup_between:
 * @board: a board
 * @a: a note of it
 * @b: another one
 *
 * Returns: (transfer full) (element-type AtlLink): the links between them, in both directions
 */
GPtrArray *
atl_links_dup_between (AtlBoard *board,
                       AtlNote  *a,
                       AtlNote  *b)
{
  g_return_val_if_fail (ATL_IS_BOARD (board) && ATL_IS_NOTE (a) && ATL_IS_NOTE (b), NULL);
  return collect (board, a, b);
}

/**
 * atl_links_delete:
 * @links: (element-type AtlLink): links; the caller holds references
 *
 * Takes them off their boards.
 */
void
atl_links_delete (GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      AtlList *list = atl_item_get_list (links->pdata[i]);

      if (list != NULL)
        atl_list_remove (list, links->pdata[i]);
    }
}

static int
get_strength (AtlLink *link)
{
  return link != NULL ? atl_link_get_strength (link) : 0;
}

/**
 * atl_link_compare_views:
 * @board: the board of @link
 * @link: a link
 * @said_by_from: (out) (optional): how strong it is for the note that it leaves, 0 if that side is silent
 * @said_by_to: (out) (optional): the same for the note that it goes to
 *
 * Holds what the two sides say about this kind of link against each other.
 *
 * Returns: how far they agree; what both said together counts as agreed
 */
AtlViews
atl_link_compare_views (AtlBoard *board,
                        AtlLink  *link,
                        int      *said_by_from,
                        int      *said_by_to)
{
  const char *from = atl_link_get_from (link);
  const char *to = atl_link_get_to (link);
  AtlLinkKind kind = atl_link_get_kind (link);
  int         mine = get_strength (find_by_ids (board, from, to, kind, ATL_DECLARED_BY_FROM));
  int         theirs = get_strength (find_by_ids (board, from, to, kind, ATL_DECLARED_BY_TO));
  int         agreed = get_strength (find_by_ids (board, from, to, kind, ATL_DECLARED_BY_BOTH));

  if (agreed > 0 && mine == 0 && theirs == 0)
    mine = theirs = agreed;
  if (said_by_from != NULL)
    *said_by_from = mine;
  if (said_by_to != NULL)
    *said_by_to = theirs;
  if (mine == theirs)
    return ATL_VIEWS_SHARED;
  return mine == 0 || theirs == 0 ? (agreed > 0 ? ATL_VIEWS_SHARED : ATL_VIEWS_ONE_SIDED)
                                  : ATL_VIEWS_DIFFERENT;
}
