/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-board-view.h"

#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-links.h"

/**
 * atl_board_view_get_pen_for:
 * @self: a view
 * @from: a node
 *
 * Returns: what the next link from @from is: as the last one, where such links are drawn
 */
AtlLinkPen
atl_board_view_get_pen_for (AtlBoardView *self,
                            AtlNote      *from)
{
  AtlArea   *area = atl_note_find_area (from);
  AtlLinkPen pen = *atl_board_view_get_pen (self);

  if (pen.strength == 0)
    return (AtlLinkPen){ atl_map_get_default_kind (area), ATL_STRENGTH_DEFAULT };
  if (!atl_map_has_kind (area, pen.kind))
    pen.kind = atl_map_get_default_kind (area);
  return pen;
}

static gboolean
is_same_line (AtlLink *a,
              AtlLink *b)
{
  gboolean straight = g_str_equal (atl_link_get_from (a), atl_link_get_from (b)) &&
                      g_str_equal (atl_link_get_to (a), atl_link_get_to (b));
  gboolean crossed = g_str_equal (atl_link_get_from (a), atl_link_get_to (b)) &&
                     g_str_equal (atl_link_get_to (a), atl_link_get_from (b));

  return atl_link_get_kind (a) == atl_link_get_kind (b) &&
         (straight || (crossed && atl_link_kind_is_mutual (atl_link_get_kind (a))));
}

/**
 * atl_board_view_find_link_box:
 * @self: a view
 * @link: (nullable): a link of the board
 *
 * Returns: (transfer none) (nullable): the line that stands for it: its own, or that of another statement of
 *   the same kind between the same notes
 */
AtlBox *
atl_board_view_find_link_box (AtlBoardView *self,
                              AtlLink      *link)
{
  AtlBox    *box = atl_board_view_find_box (self, link);
  GPtrArray *boxes;

  if (link == NULL || box != NULL)
    return box;
  boxes = atl_scene_get_boxes (atl_board_view_get_scene (self), ATL_BOX_LINK);
  for (guint i = 0; i < boxes->len; i++)
    {
      box = boxes->pdata[i];
      if (ATL_IS_LINK (box->item) && is_same_line (ATL_LINK (box->item), link))
        return box;
    }
  return NULL;
}

/**
 * atl_board_view_find_next_statement:
 * @self: a view
 * @link: a link of the board
 *
 * Returns: (transfer none): the next link that the same line stands for, what the other side says for one;
 * @link itself if there is no other
 */
AtlLink *
atl_board_view_find_next_statement (AtlBoardView *self,
                                    AtlLink      *link)
{
  AtlList *links = atl_board_get_links (atl_board_view_get_board (self));
  guint    n = atl_list_get_length (links);
  guint    at = 0;

  if (!atl_list_get_position (links, ATL_ITEM (link), &at))
    return link;
  for (guint i = 1; i < n; i++)
    if (is_same_line (link, atl_list_get (links, (at + i) % n)))
      return atl_list_get (links, (at + i) % n);
  return link;
}

/**
 * atl_board_view_hit_link:
 * @self: a view
 * @point: in board units
 * @reach: board units that a line is met at
 *
 * Returns: (transfer none) (nullable): the link whose line is nearest; none where a note lies over it
 */
AtlBox *
atl_board_view_hit_link (AtlBoardView *self,
                         AtlPoint      point,
                         double        reach)
{
  AtlScene  *scene = atl_board_view_get_scene (self);
  GPtrArray *boxes = atl_scene_get_boxes (scene, ATL_BOX_LINK);
  AtlBox    *over = boxes->len > 0 ? atl_board_view_hit (self, point) : NULL;
  AtlBox    *best = NULL;
  double     nearest = reach;

  if (over != NULL && over->kind != ATL_BOX_AREA)
    return NULL;
  for (guint i = 0; i < boxes->len; i++)
    {
      AtlBox *box = boxes->pdata[i];
      double  distance = G_MAXDOUBLE;

      if (ATL_IS_LINK (box->item) && atl_rect_contains (atl_rect_inset (box->rect, -reach), point))
        distance = atl_scene_get_link_distance (scene, box, point);
      if (distance <= nearest)
        {
          best = box;
          nearest = distance;
        }
    }
  return best;
}
