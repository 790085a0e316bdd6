/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-area-edits.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "model/atl-edits.h"

#include <glib/gi18n-lib.h>

#define N_TINTS (ATL_TINT_WHITE + 1)

/**
 * atl_area_edits_place:
 * @history: of the session
 * @area: an area
 * @cells: where it is to lie
 * @by_key: whether strokes of keys that follow each other are one step of the history
 *
 * Returns: whether anything changed
 */
gboolean
atl_area_edits_place (AtlHistory *history,
                      AtlArea    *area,
                      AtlCells    cells,
                      gboolean    by_key)
{
  AtlCells    old = atl_cells_of_area (area);
  const char *label = NULL;

  if (atl_cells_equal (old, cells))
    return FALSE;
  label = old.width == cells.width && old.height == cells.height ? _ ("Move Area") : _ ("Resize Area");
  if (by_key)
    atl_history_begin_typing (history, label, ATL_ITEM (area));
  else
    atl_history_begin (history, label);
  atl_cells_apply (area, cells);
  atl_history_end (history);
  return TRUE;
}

static const char *
get_default_title (AtlBoard *board)
{
  AtlSession *session = atl_item_get_session (ATL_ITEM (board));

  return atl_words_get (session != NULL ? atl_session_get_language (session) : "en", "area-default");
}

/* The first tint that no area has, so that areas are told apart. */
static AtlTint
find_free_tint (AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);
  gboolean used[N_TINTS] = { FALSE };

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    used[atl_area_get_color (atl_list_get (areas, i))] = TRUE;
  for (guint i = 0; i < N_TINTS; i++)
    if (!used[i])
      return (AtlTint) i;
  return ATL_TINT_GREY;
}

static AtlArea *
insert (AtlBoard *board,
        AtlCells  cells)
{
  AtlList            *areas = atl_board_get_areas (board);
  g_autoptr (AtlArea) area = atl_area_new (NULL);
  g_autofree char    *rank = atl_list_dup_end_rank (areas);

  atl_area_set_title (area, get_default_title (board));
  atl_area_set_color (area, find_free_tint (board));
  atl_area_set_rank (area, rank);
  atl_list_insert (areas, ATL_ITEM (area));
  atl_cells_apply (area, cells);
  return area;
}

/**
 * atl_area_edits_add:
 * @history: of the session
 * @board: a board
 * @cells: where the new area is to lie
 *
 * Returns: (transfer none): the new area
 */
AtlArea *
atl_area_edits_add (AtlHistory *history,
                    AtlBoard   *board,
                    AtlCells    cells)
{
  AtlArea *area = NULL;

  atl_history_begin (history, _ ("Add Area"));
  area = insert (board, cells);
  atl_history_end (history);
  return area;
}

/**
 * atl_area_edits_add_somewhere:
 * @history: of the session
 * @board: a board
 * @near: (nullable): the area that is selected
 *
 * Adds an area where there is room; on a full board it takes half of @near, or of the last area.
 *
 * Returns: (transfer none) (nullable): the new area, %NULL if it would be too small
 */
AtlArea *
atl_area_edits_add_somewhere (AtlHistory *history,
                              AtlBoard   *board,
                              AtlArea    *near)
{
  AtlList *areas = atl_board_get_areas (board);
  guint    n = atl_list_get_length (areas);
  AtlCells cells = { 0 };

  if (atl_cells_find_free (board, &cells))
    return atl_area_edits_add (history, board, cells);
  if (near == NULL && n > 0)
    near = atl_list_get (areas, n - 1);
  if (near == NULL)
    return NULL;
  cells = atl_cells_of_area (near);
  return atl_area_edits_split (history, near, cells.width * 16 >= cells.height * 10);
}

/**
 * atl_area_edits_split:
 * @history: of the session
 * @area: an area
 * @columns: whether the halves lie side by side
 *
 * Cuts an area in two. Its notes stay with the first half.
 *
 * Returns: (transfer none) (nullable): the second half, %NULL if @area is too small
 */
AtlArea *
atl_area_edits_split (AtlHistory *history,
                      AtlArea    *area,
                      gboolean    columns)
{
  AtlCells first = atl_cells_of_area (area);
  AtlCells second = atl_cells_split (&first, columns);
  AtlArea *added = NULL;

  if (second.width < ATL_CELLS_LEAST || second.height < ATL_CELLS_LEAST)
    return NULL;
  atl_history_begin (history, _ ("Split Area"));
  atl_cells_apply (area, first);
  added = insert (atl_area_find_board (area), second);
  atl_area_set_layout (added,
                       atl_area_get_layout (area) == ATL_LAYOUT_FREE ? ATL_LAYOUT_FREE : ATL_LAYOUT_FLOW);
  atl_history_end (history);
  return added;
}

/**
 * atl_area_edits_delete:
 * @history: of the session
 * @area: an area
 *
 * Deletes an area; its notes stay on the board, unplaced.
 *
 * Returns: how many notes have no place now
 */
guint
atl_area_edits_delete (AtlHistory *history,
                       AtlArea    *area)
{
  g_autoptr (GPtrArray) notes = atl_area_dup_notes (area);

  atl_history_begin (history, _ ("Delete Area"));
  atl_area_delete (area);
  atl_history_end (history);
  return notes->len;
}

/* The first area that shares cells with one before it. */
static char *
dup_overlap (AtlList *areas)
{
  for (guint i = 0; i < atl_list_get_length (areas); i++)
    for (guint j = 0; j < i; j++)
      {
        AtlArea *a = atl_list_get (areas, j);
        AtlArea *b = atl_list_get (areas, i);

        if (atl_cells_overlap (atl_cells_of_area (a), atl_cells_of_area (b), NULL))
          return g_strdup_printf (_ ("“%s” and “%s” overlap"), atl_area_get_title (a),
                                  atl_area_get_title (b));
      }
  return NULL;
}

/**
 * atl_area_edits_dup_problem:
 * @board: a board
 *
 * Returns: (transfer full) (nullable): what is wrong with its areas, the gravest first
 */
char *
atl_area_edits_dup_problem (AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);

  if (atl_list_get_length (areas) == 0)
    return g_strdup (_ ("A board needs an area: add one"));
  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (!atl_cells_is_inside (atl_cells_of_area (atl_list_get (areas, i))))
      return g_strdup_printf (_ ("“%s” reaches beyond the board"),
                              atl_area_get_title (atl_list_get (areas, i)));
  return dup_overlap (areas);
}
