/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/areas/atl-order-commands.h"

#include "model/atl-edits.h"
#include "scene/atl-area-places.h"

#include <glib/gi18n-lib.h>

static AtlScene *
scene_of (AtlBoardView *view)
{
  return atl_board_view_get_scene (view);
}

static gboolean
has_several (AtlBoardView *view,
             AtlArea      *area)
{
  AtlBox *box = atl_board_view_find_box (view, area);

  return box != NULL && atl_scene_get_area_notes (scene_of (view), box)->len > 1;
}

static gboolean
is_same_order (GPtrArray *a,
               GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

static void
store_places (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      AtlNotePlace *place = &g_array_index (places, AtlNotePlace, i);

      atl_note_set_x (place->note, place->x);
      atl_note_set_y (place->note, place->y);
    }
}

/* One step; none at all if every note is where it shall be. */
static gboolean
apply_places (AtlBoardView *view,
              const char   *label,
              GArray       *places)
{
  if (places->len == 0)
    return FALSE;
  atl_history_begin (atl_board_view_get_history (view), label);
  store_places (places);
  atl_history_end (atl_board_view_get_history (view));
  return TRUE;
}

/**
 * atl_order_commands_can_sort:
 * @view: a view of a board
 * @area: (nullable): an area of it
 *
 * Returns: whether its notes have an order that does not say anything else: not between axes, not on a map
 */
gboolean
atl_order_commands_can_sort (AtlBoardView *view,
                             AtlArea      *area)
{
  AtlLayout layout = area != NULL ? atl_area_get_layout (area) : ATL_LAYOUT_GRAPH;

  return (layout == ATL_LAYOUT_FLOW || layout == ATL_LAYOUT_FREE) && has_several (view, area);
}

/**
 * atl_order_commands_sort:
 * @view: a view of a board
 * @area: an area of it
 * @order: what to sort by
 *
 * Sorts the notes of an area once; those of a free area are laid out again in that order.
 *
 * Returns: whether anything moved
 */
gboolean
atl_order_commands_sort (AtlBoardView *view,
                         AtlArea      *area,
                         AtlOrder      order)
{
  AtlBox               *box = atl_board_view_find_box (view, area);
  AtlHistory           *history = atl_board_view_get_history (view);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GArray)    places = NULL;

  if (!atl_order_commands_can_sort (view, area) || atl_board_view_refuse (view, area))
    return FALSE;
  before = atl_area_order_dup_leads (scene_of (view), box);
  sorted = atl_area_order_dup (scene_of (view), box, order);
  if (atl_area_get_layout (area) == ATL_LAYOUT_FREE)
    places = atl_area_places_dup_sorted (scene_of (view), box, sorted);
  if (is_same_order (before, sorted) && (places == NULL || places->len == 0))
    return FALSE;
  atl_history_begin (history, _ ("Sort Area"));
  if (!is_same_order (before, sorted))
    atl_notes_move (sorted, area, NULL);
  if (places != NULL)
    store_places (places);
  atl_history_end (history);
  return TRUE;
}

/**
 * atl_order_commands_can_arrange:
 * @view: a view of a board
 * @area: (nullable): an area of it
 *
 * Returns: whether its notes may lie over each other
 */
gboolean
atl_order_commands_can_arrange (AtlBoardView *view,
                                AtlArea      *area)
{
  AtlLayout layout = area != NULL ? atl_area_get_layout (area) : ATL_LAYOUT_GRAPH;

  return (layout == ATL_LAYOUT_FREE || layout == ATL_LAYOUT_AXES) && has_several (view, area);
}

/**
 * atl_order_commands_arrange:
 * @view: a view of a board
 * @area: an area of it
 *
 * Moves notes so that none covers another: to a grid in free areas, a little apart between axes. Where
 * there is no room for all, they lie over each other in reading order.
 *
 * Returns: whether anything moved
 */
gboolean
atl_order_commands_arrange (AtlBoardView *view,
                            AtlArea      *area)
{
  AtlBox               *box = atl_board_view_find_box (view, area);
  AtlHistory           *history = atl_board_view_get_history (view);
  g_autoptr (GPtrArray) layers = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GArray)    places = NULL;

  if (!atl_order_commands_can_arrange (view, area) || atl_board_view_refuse (view, area))
    return FALSE;
  before = atl_area_order_dup_leads (scene_of (view), box);
  places = atl_area_places_dup_tidy (scene_of (view), box, &layers);
  if (places->len == 0 && (layers == NULL || is_same_order (before, layers)))
    return FALSE;
  atl_history_begin (history, _ ("Arrange Area"));
  store_places (places);
  if (layers != NULL && !is_same_order (before, layers))
    atl_notes_move (layers, area, NULL);
  atl_history_end (history);
  return TRUE;
}

/* Selected notes that stand where somebody put them, not in a row, a stack or a map. */
static GPtrArray *
dup_placed (AtlBoardView *view)
{
  GPtrArray *notes = atl_board_view_dup_selected (view, FALSE);

  for (guint i = notes->len; i > 0; i--)
    {
      AtlBox   *box = atl_board_view_find_box (view, notes->pdata[i - 1]);
      AtlItem  *area = box != NULL && box->stack == NULL && box->area != NULL ? box->area->item : NULL;
      AtlLayout layout = area != NULL ? atl_area_get_layout (ATL_AREA (area)) : ATL_LAYOUT_FLOW;

      if (layout != ATL_LAYOUT_FREE && layout != ATL_LAYOUT_AXES)
        g_ptr_array_remove_index (notes, i - 1);
    }
  return notes;
}

/**
 * atl_order_commands_count_placed:
 * @view: a view of a board
 *
 * Returns: how many of the selected notes can be aligned
 */
guint
atl_order_commands_count_placed (AtlBoardView *view)
{
  g_autoptr (GPtrArray) notes = dup_placed (view);

  return notes->len;
}

/**
 * atl_order_commands_align:
 * @view: a view of a board
 * @how: how to align or distribute the selected notes
 *
 * Returns: whether anything moved
 */
gboolean
atl_order_commands_align (AtlBoardView *view,
                          AtlAlign      how)
{
  g_autoptr (GPtrArray) notes = dup_placed (view);
  g_autoptr (GArray)    places = NULL;

  if (notes->len < 2 || atl_board_view_refuse_notes (view, notes))
    return FALSE;
  places = atl_area_places_dup_aligned (scene_of (view), notes, how);
  return apply_places (view, how >= ATL_ALIGN_ACROSS ? _ ("Distribute Notes") : _ ("Align Notes"), places);
}
