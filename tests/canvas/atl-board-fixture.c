/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-board-fixture.h"

#define WIDTH 800
#define HEIGHT 1000

/**
 * atl_board_fixture_set_up:
 * @self: (out caller-allocates): a fixture
 *
 * Makes an empty board.
 */
void
atl_board_fixture_set_up (AtlBoardFixture *self)
{
  self->session = atl_session_new (NULL);
  self->board = atl_board_new (NULL);
  atl_board_set_title (self->board, "Board");
  atl_list_insert (atl_session_get_boards (self->session), ATL_ITEM (self->board));
  self->history = atl_history_new (self->session);
}

/**
 * atl_board_fixture_tear_down:
 * @self: a fixture
 *
 * Frees all of it.
 */
void
atl_board_fixture_tear_down (AtlBoardFixture *self)
{
  g_clear_object (&self->history);
  g_clear_object (&self->board);
  g_clear_object (&self->session);
}

/* What was done so far cannot be undone any more. */
void
atl_board_fixture_start_history (AtlBoardFixture *self)
{
  g_clear_object (&self->history);
  self->history = atl_history_new (self->session);
}

/**
 * atl_board_fixture_add_area:
 * @self: a fixture
 * @title: title of the area
 * @layout: how it places its notes; where it does not, they stand in a row of 250 units
 * @texts: (nullable) (array zero-terminated=1): its notes
 *
 * Returns: (transfer none): the area, to the right of the others
 */
AtlArea *
atl_board_fixture_add_area (AtlBoardFixture   *self,
                            const char        *title,
                            AtlLayout          layout,
                            const char *const *texts)
{
  AtlList              *areas = atl_board_get_areas (self->board);
  AtlArea              *area = atl_area_new (NULL);
  g_autofree char      *rank = atl_list_dup_end_rank (areas);
  g_autoptr (GPtrArray) notes = NULL;

  atl_area_set_title (area, title);
  atl_area_set_layout (area, layout);
  atl_area_set_x (area, (int) atl_list_get_length (areas) * WIDTH);
  atl_area_set_width (area, WIDTH);
  atl_area_set_height (area, HEIGHT);
  atl_area_set_color (area, ATL_TINT_YELLOW);
  atl_area_set_rank (area, rank);
  atl_list_insert (areas, ATL_ITEM (area));
  if (texts != NULL)
    notes = atl_area_add_notes (area, texts);
  for (guint i = 0; notes != NULL && layout != ATL_LAYOUT_FLOW && i < notes->len; i++)
    {
      atl_note_set_x (notes->pdata[i], 150 + (int) i * 250);
      atl_note_set_y (notes->pdata[i], 400);
    }
  g_object_unref (area);
  return area;
}

/**
 * atl_board_fixture_find:
 * @self: a fixture
 * @text: text of a note
 *
 * Returns: (transfer none) (nullable): the note
 */
AtlNote *
atl_board_fixture_find (AtlBoardFixture *self,
                        const char      *text)
{
  AtlList *notes = atl_board_get_notes (self->board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (g_str_equal (atl_note_get_text (atl_list_get (notes, i)), text))
      return atl_list_get (notes, i);
  return NULL;
}

/**
 * atl_board_fixture_dup_order:
 * @self: a fixture
 * @area: an area of its board
 *
 * Returns: (transfer full): the texts of the notes there that are in no stack, in their order, joined by
 *   blanks; a
 *   lead is followed by the number of notes under it
 */
char *
atl_board_fixture_dup_order (AtlBoardFixture *self,
                             AtlArea         *area)
{
  g_autoptr (GPtrArray) notes = atl_area_dup_notes (area);
  GString              *order = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autoptr (GPtrArray) stack = atl_note_dup_stack (notes->pdata[i]);

      if (atl_note_find_lead (notes->pdata[i]) != NULL)
        continue;
      g_string_append_printf (order, "%s%s", order->len > 0 ? " " : "", atl_note_get_text (notes->pdata[i]));
      if (stack->len > 1)
        g_string_append_printf (order, "+%u", stack->len - 1);
    }
  return g_string_free (order, FALSE);
}
