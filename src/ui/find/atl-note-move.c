/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/find/atl-note-move.h"

#include "config.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"
#include "scene/atl-scene.h"

#include <glib/gi18n-lib.h>

/* What lies on a map is a node, not a note; and nothing goes into a locked area. */
static void
add_areas (GPtrArray *areas,
           AtlBoard  *board)
{
  AtlList *list = atl_board_get_areas (board);

  for (guint i = 0; i < atl_list_get_length (list); i++)
    {
      AtlArea *area = atl_list_get (list, i);

      if (!atl_area_get_locked (area) && !atl_area_is_map (area))
        g_ptr_array_add (areas, g_object_ref (area));
    }
}

/**
 * atl_note_move_dup_areas:
 * @session: a session
 * @first: the board whose areas come first
 *
 * Returns: (transfer full) (element-type AtlArea): where notes can go, board by board
 */
GPtrArray *
atl_note_move_dup_areas (AtlSession *session,
                         AtlBoard   *first)
{
  AtlList   *boards = atl_session_get_boards (session);
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_object_unref);

  add_areas (areas, first);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (atl_list_get (boards, i) != (gpointer) first)
      add_areas (areas, atl_list_get (boards, i));
  return areas;
}

static void
move_together (GPtrArray *notes,
               AtlArea   *area)
{
  AtlBoard *board = atl_area_find_board (area);

  if (notes->len > 0 && atl_note_find_board (notes->pdata[0]) == board)
    atl_notes_move (notes, area, NULL);
  else
    atl_notes_move_to_board (notes, board, area);
}

/* One by one, each where none lies yet. */
static void
move_apart (GPtrArray *notes,
            AtlArea   *area)
{
  g_autoptr (AtlScene) scene = atl_scene_new (atl_area_find_board (area));
  AtlBox              *box = atl_scene_find_box (scene, area);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      int                   x, y;

      g_ptr_array_add (one, notes->pdata[i]);
      atl_scene_find_free_place (scene, box, &x, &y);
      move_together (one, area);
      atl_note_set_x (notes->pdata[i], x);
      atl_note_set_y (notes->pdata[i], y);
    }
}

/* Those that go by themselves: what lies under one of them comes along, and what lies under another note
 * leaves its stack. */
static GPtrArray *
take_out (GPtrArray *notes)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  GPtrArray            *moving = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      AtlNote *lead = atl_note_find_lead (notes->pdata[i]);

      if (lead != NULL && g_ptr_array_find (notes, lead, NULL))
        continue;
      g_ptr_array_add (moving, notes->pdata[i]);
      if (lead != NULL)
        g_ptr_array_add (members, notes->pdata[i]);
    }
  if (members->len > 0)
    atl_notes_unstack (members);
  return moving;
}

/**
 * atl_note_move:
 * @history: where the edit is collected
 * @notes: (element-type AtlNote): notes of one board
 * @area: an area of any board of the session
 *
 * Moves notes with what is stacked under them to the end of @area, or to free places there, as one step.
 */
void
atl_note_move (AtlHistory *history,
               GPtrArray  *notes,
               AtlArea    *area)
{
  guint                 n = atl_notes_count (notes);
  g_autoptr (GPtrArray) moving = NULL;
  g_autofree char      *label = g_strdup_printf (ngettext ("Move %u Note", "Move %u Notes", n), n);

  atl_history_begin (history, label);
  moving = take_out (notes);
  if (atl_area_get_layout (area) == ATL_LAYOUT_FLOW)
    move_together (moving, area);
  else
    move_apart (moving, area);
  atl_history_end (history);
}
