/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-commands.h"

#include "canvas/links/atl-link-commands.h"
#include "canvas/notes/atl-value-commands.h"
#include "model/atl-edits.h"
#include "model/atl-guides.h"
#include "model/atl-note-values.h"
#include "model/atl-rows.h"
#include "model/atl-maps.h"

#include <glib/gi18n-lib.h>

#define NUDGE 20 /* board units that a key moves a note by */

static AtlHistory *
history_of (AtlBoardView *view)
{
  return atl_board_view_get_history (view);
}

static void
begin_counted (AtlBoardView *view,
               char         *label)
{
  atl_history_begin (history_of (view), label);
  g_free (label);
}

/* The selected notes, or the one that has the cursor. */
static GPtrArray *
dup_targets (AtlBoardView *view,
             gboolean      whole_stacks)
{
  GPtrArray *notes = atl_board_view_dup_selected (view, whole_stacks);
  AtlNote   *cursor = atl_selection_get_cursor (atl_board_view_get_selection (view));

  if (notes->len == 0 && cursor != NULL)
    {
      atl_selection_set_one (atl_board_view_get_selection (view), cursor);
      g_ptr_array_unref (notes);
      notes = atl_board_view_dup_selected (view, whole_stacks);
    }
  return notes;
}

/* Those of them that may be edited; what is refused is told. */
static GPtrArray *
dup_free_targets (AtlBoardView *view,
                  gboolean      whole_stacks)
{
  GPtrArray *notes = dup_targets (view, whole_stacks);

  atl_board_view_refuse_notes (view, notes);
  return notes;
}

static void
select_notes (AtlBoardView *view,
              GPtrArray    *notes)
{
  AtlSelection *selection = atl_board_view_get_selection (view);

  atl_selection_set (selection, notes);
  if (notes->len > 0)
    atl_selection_set_cursor (selection, notes->pdata[0]);
}

static gboolean
is_flow (AtlArea *area)
{
  return area != NULL && atl_area_get_layout (area) == ATL_LAYOUT_FLOW;
}

static void
place_note (AtlBoardView   *view,
            AtlNote        *note,
            AtlArea        *area,
            const AtlPoint *center)
{
  AtlScene *scene = atl_board_view_get_scene (view);
  AtlBox   *box = atl_board_view_find_box (view, area);
  int       x, y;

  if (is_flow (area) || box == NULL)
    return;
  if (center != NULL)
    atl_scene_to_place (scene, box, *center, &x, &y);
  else
    atl_scene_find_free_place (scene, box, &x, &y);
  atl_note_set_x (note, x);
  atl_note_set_y (note, y);
}

static AtlNote *
make_note (AtlBoardView   *view,
           AtlArea        *area,
           const char     *text,
           const AtlPoint *center)
{
  AtlNote         *note = atl_board_new_note (atl_board_view_get_board (view));
  AtlNote         *row = atl_value_commands_find_row (view, area);
  g_autofree char *rank = atl_list_dup_end_rank (atl_board_get_notes (atl_board_view_get_board (view)));

  atl_note_set_text (note, text);
  atl_note_set_area (note, atl_item_get_id (ATL_ITEM (area)));
  atl_note_set_rank (note, rank);
  atl_note_set_color (note, atl_tint_to_note_color (atl_area_get_color (area)));
  if (row != NULL)
    atl_note_set_value (note, ATL_NOTE_VALUE_ROW, g_variant_new_string (atl_item_get_id (ATL_ITEM (row))));
  place_note (view, note, area, center);
  return note;
}

/**
 * atl_commands_begin_note:
 * @view: a view of a board
 * @area: an area of the board
 * @center: (nullable): where, in board units, if the area does not place notes itself; %NULL finds a free
 *   place
 *
 * Adds an empty note and leaves its group of the history open, as typing in that note: with the first text
 * the caller calls atl_history_end(), or atl_history_cancel() if there is to be none.
 *
 * Returns: (transfer none): the note
 */
AtlNote *
atl_commands_begin_note (AtlBoardView   *view,
                         AtlArea        *area,
                         const AtlPoint *center)
{
  g_autoptr (AtlNote) note = make_note (view, area, "", center);
  AtlList            *notes = atl_board_get_notes (atl_board_view_get_board (view));

  atl_history_begin_typing (history_of (view), _ ("Add Note"), ATL_ITEM (note));
  atl_list_insert (notes, ATL_ITEM (note));
  return note;
}

/**
 * atl_commands_add_texts:
 * @view: a view of a board
 * @texts: (array zero-terminated=1): one text for each note
 *
 * Adds notes to the current area and selects them.
 */
void
atl_commands_add_texts (AtlBoardView      *view,
                        const char *const *texts)
{
  AtlArea              *area = atl_board_view_get_area (view);
  guint                 n = g_strv_length ((GStrv) texts);
  g_autoptr (GPtrArray) added = NULL;
  AtlNote              *row;

  if (area == NULL || n == 0 || atl_board_view_refuse (view, area))
    return;
  row = atl_value_commands_find_row (view, area);
  begin_counted (view, g_strdup_printf (ngettext ("Add %u Note", "Add %u Notes", n), n));
  if (is_flow (area))
    added = atl_area_add_notes (area, texts);
  else
    added = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n && !is_flow (area); i++)
    {
      AtlNote *note = make_note (view, area, texts[i], NULL);

      atl_list_insert (atl_board_get_notes (atl_board_view_get_board (view)), ATL_ITEM (note));
      atl_link_commands_read_silo (view, note);
      g_ptr_array_add (added, note);
    }
  atl_value_commands_join (added, area, row);
  atl_history_end (history_of (view));
  select_notes (view, added);
}

/* Where the cursor goes when @notes are gone: the next note of the same area, or the one before. */
static AtlNote *
find_heir (AtlBoardView *view,
           GPtrArray    *notes)
{
  GPtrArray             *boxes = atl_scene_get_boxes (atl_board_view_get_scene (view), ATL_BOX_NOTE);
  g_autoptr (GHashTable) going = g_hash_table_new (NULL, NULL);
  AtlNote               *before = NULL;
  gboolean               passed = FALSE;

  for (guint i = 0; i < notes->len; i++)
    g_hash_table_add (going, notes->pdata[i]);
  for (guint i = 0; i < boxes->len; i++)
    {
      AtlNote *note = ATL_NOTE (((AtlBox *) boxes->pdata[i])->item);

      if (g_hash_table_contains (going, note))
        passed = TRUE;
      else if (passed)
        return note;
      else
        before = note;
    }
  return before;
}

/**
 * atl_commands_delete:
 * @view: a view of a board
 *
 * Deletes the selected notes, closed stacks with all that is in them.
 *
 * Returns: how many notes are gone
 */
guint
atl_commands_delete (AtlBoardView *view)
{
  g_autoptr (GPtrArray) notes = dup_free_targets (view, TRUE);
  AtlNote              *heir;

  if (notes->len == 0)
    return 0;
  heir = find_heir (view, notes);
  begin_counted (view, g_strdup_printf (ngettext ("Delete %u Note", "Delete %u Notes", notes->len),
                                        notes->len));
  atl_notes_delete (notes);
  atl_history_end (history_of (view));
  atl_scene_update (atl_board_view_get_scene (view));
  atl_selection_set_cursor (atl_board_view_get_selection (view), heir);
  return notes->len;
}

/**
 * atl_commands_duplicate:
 * @view: a view of a board
 *
 * Copies the selected notes and selects the copies.
 *
 * Returns: how many there are
 */
guint
atl_commands_duplicate (AtlBoardView *view)
{
  g_autoptr (GPtrArray) notes = dup_free_targets (view, FALSE);
  g_autoptr (GPtrArray) copies = NULL;

  if (notes->len == 0)
    return 0;
  begin_counted (view, g_strdup_printf (ngettext ("Duplicate %u Note", "Duplicate %u Notes", notes->len),
                                        notes->len));
  copies = atl_notes_duplicate (notes);
  atl_history_end (history_of (view));
  atl_scene_update (atl_board_view_get_scene (view));
  select_notes (view, copies);
  return copies->len;
}

/**
 * atl_commands_set_color:
 * @view: a view of a board
 * @color: the color that the selected notes get
 *
 * Returns: whether there is any that may be changed
 */
gboolean
atl_commands_set_color (AtlBoardView *view,
                        AtlColor      color)
{
  g_autoptr (GPtrArray) notes = dup_free_targets (view, FALSE);

  if (notes->len == 0)
    return FALSE;
  atl_history_begin (history_of (view), _ ("Change Color"));
  atl_notes_set_color (notes, color);
  atl_history_end (history_of (view));
  return TRUE;
}

/**
 * atl_commands_stack:
 * @view: a view of a board
 *
 * Stacks the selected notes under the first of them.
 *
 * Returns: how many notes were put together
 */
guint
atl_commands_stack (AtlBoardView *view)
{
  g_autoptr (GPtrArray) notes = atl_board_view_dup_selected (view, FALSE);
  g_autoptr (AtlNote)   lead = NULL;

  atl_board_view_refuse_notes (view, notes);
  if (notes->len < 2)
    return 0;
  lead = g_ptr_array_steal_index (notes, 0);
  begin_counted (view, g_strdup_printf (ngettext ("Stack %u Note", "Stack %u Notes", notes->len + 1),
                                        notes->len + 1));
  atl_notes_stack (notes, lead);
  atl_history_end (history_of (view));
  atl_scene_update (atl_board_view_get_scene (view));
  atl_selection_set_one (atl_board_view_get_selection (view), lead);
  atl_selection_set_cursor (atl_board_view_get_selection (view), lead);
  return notes->len + 1;
}

static gboolean
stands_in_stack (AtlBoardView *view,
                 AtlNote      *note)
{
  AtlBox *box = atl_board_view_find_box (view, note);

  return box != NULL && (box->stack != NULL || box->stack_size > 1);
}

/**
 * atl_commands_can_unstack:
 * @view: a view of a board
 *
 * Returns: whether any of the selected notes is part of a stack
 */
gboolean
atl_commands_can_unstack (AtlBoardView *view)
{
  GPtrArray *notes = atl_selection_get_notes (atl_board_view_get_selection (view));

  for (guint i = 0; i < notes->len; i++)
    if (stands_in_stack (view, notes->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Closed stacks come apart, the last card first: each goes right behind the lead. Of open ones, the
 * selected cards leave. */
static GPtrArray *
dup_leaving (AtlBoardView *view)
{
  g_autoptr (GPtrArray)  notes = dup_free_targets (view, FALSE);
  g_autoptr (GHashTable) stacks = atl_board_dup_stacks (atl_board_view_get_board (view));
  GPtrArray             *leaving = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < notes->len; i++)
    {
      AtlBox    *box = atl_board_view_find_box (view, notes->pdata[i]);
      GPtrArray *members = g_hash_table_lookup (stacks, notes->pdata[i]);

      if (box != NULL && box->stack != NULL)
        g_ptr_array_add (leaving, g_object_ref (notes->pdata[i]));
      else
        for (guint j = members != NULL ? members->len : 0; j > 0; j--)
          g_ptr_array_add (leaving, g_object_ref (members->pdata[j - 1]));
    }
  return leaving;
}

/**
 * atl_commands_unstack:
 * @view: a view of a board
 *
 * Takes closed stacks apart, and the selected cards of open stacks out of them.
 */
void
atl_commands_unstack (AtlBoardView *view)
{
  g_autoptr (GPtrArray) leaving = dup_leaving (view);

  if (leaving->len == 0)
    return;
  atl_history_begin (history_of (view), _ ("Take Stack Apart"));
  atl_notes_unstack (leaving);
  atl_history_end (history_of (view));
}

/**
 * atl_commands_find_next:
 * @view: a view of a board
 * @direction: where to
 *
 * Returns: (transfer none) (nullable): the note nearest to the cursor in that direction; the first note if
 *   there is no
 *   cursor
 */
AtlNote *
atl_commands_find_next (AtlBoardView *view,
                        AtlDirection  direction)
{
  GPtrArray *boxes = atl_scene_get_boxes (atl_board_view_get_scene (view), ATL_BOX_NOTE);
  AtlBox    *at = atl_board_view_find_box (view,
                                           atl_selection_get_cursor (atl_board_view_get_selection (view)));
  AtlBox    *next;

  if (at == NULL)
    next = boxes->len > 0 ? boxes->pdata[0] : NULL;
  else
    next = atl_navigation_find (boxes, at->rect, at, direction);
  return next != NULL ? ATL_NOTE (next->item) : NULL;
}

static void
to_step (AtlDirection direction,
         int         *dx,
         int         *dy)
{
  *dx = direction == ATL_DIRECTION_LEFT ? -NUDGE : direction == ATL_DIRECTION_RIGHT ? NUDGE
                                                                                    : 0;
  *dy = direction == ATL_DIRECTION_UP ? -NUDGE : direction == ATL_DIRECTION_DOWN ? NUDGE
                                                                                 : 0;
}

static gboolean
leaves (int at,
        int step,
        int end)
{
  return (step < 0 && at + step < 0) || (step > 0 && at + step > end);
}

/* Whether a step would bring the middle of any note out of a free area. Below axes is where notes wait. */
static gboolean
is_at_edge (GPtrArray   *notes,
            AtlArea     *area,
            AtlDirection direction)
{
  int dx, dy;

  if (atl_area_get_layout (area) == ATL_LAYOUT_AXES && direction == ATL_DIRECTION_DOWN)
    return FALSE;
  to_step (direction, &dx, &dy);
  for (guint i = 0; !is_flow (area) && !atl_area_is_map (area) && i < notes->len; i++)
    {
      int x = atl_note_get_x (notes->pdata[i]), y = atl_note_get_y (notes->pdata[i]);

      if (x == ATL_PLACE_NONE)
        continue;
      if (leaves (x, dx, atl_area_get_width (area)) || leaves (y, dy, atl_area_get_height (area)))
        return TRUE;
    }
  return FALSE;
}

static void
nudge (GPtrArray   *notes,
       AtlArea     *area,
       AtlDirection direction)
{
  int dx, dy;

  if (atl_value_commands_nudge (notes, area, direction))
    return;
  to_step (direction, &dx, &dy);
  for (guint i = 0; i < notes->len; i++)
    if (atl_note_get_x (notes->pdata[i]) != ATL_PLACE_NONE)
      {
        atl_note_set_x (notes->pdata[i], atl_note_get_x (notes->pdata[i]) + dx);
        atl_note_set_y (notes->pdata[i], atl_note_get_y (notes->pdata[i]) + dy);
        atl_note_set_pinned (notes->pdata[i], atl_area_is_map (area));
      }
}

/* Where notes have places that say something, those without one stand in a strip below. */
static gboolean
is_waiting (AtlBox *box)
{
  AtlArea *area = (AtlArea *) box->area->item;

  return area != NULL && (atl_area_get_layout (area) == ATL_LAYOUT_AXES || atl_area_has_guides (area)) &&
         atl_note_get_x (ATL_NOTE (box->item)) == ATL_PLACE_NONE;
}

/* The note that waits next to it; only those that wait with it count. */
static AtlBox *
find_waiting (GPtrArray *boxes,
              AtlBox    *box,
              gboolean   backwards)
{
  guint at;

  if (!g_ptr_array_find (boxes, box, &at))
    return NULL;
  do
    at += backwards ? -1 : 1;
  while (at < boxes->len && !is_waiting (boxes->pdata[at]));
  return at < boxes->len ? boxes->pdata[at] : NULL;
}

static AtlNote *
note_after (GPtrArray *boxes,
            guint      at)
{
  return at + 1 < boxes->len ? ATL_NOTE (((AtlBox *) boxes->pdata[at + 1])->item) : NULL;
}

/* Moves notes one place on in their area, or a row. Returns whether there was room. */
static gboolean
reorder (AtlBoardView *view,
         GPtrArray    *notes,
         AtlBox       *box,
         AtlDirection  direction)
{
  GPtrArray *boxes = atl_scene_get_area_notes (atl_board_view_get_scene (view), box->area);
  gboolean   backwards = direction == ATL_DIRECTION_LEFT || direction == ATL_DIRECTION_UP;
  gboolean   row = direction == ATL_DIRECTION_UP || direction == ATL_DIRECTION_DOWN;
  AtlBox    *other = NULL;
  AtlNote   *before;
  guint      at;

  if (!g_ptr_array_find (boxes, box, &at))
    return FALSE;
  if (is_waiting (box))
    other = row ? NULL : find_waiting (boxes, box, backwards);
  else if (row)
    other = atl_navigation_find (boxes, box->rect, box, direction);
  else if (backwards ? at > 0 : at + 1 < boxes->len)
    other = boxes->pdata[backwards ? at - 1 : at + 1];
  if (other == NULL || !g_ptr_array_find (boxes, other, &at))
    return FALSE;
  before = backwards ? ATL_NOTE (other->item) : note_after (boxes, at);
  atl_notes_move (notes, ATL_AREA (box->area->item), before);
  return TRUE;
}

/* Moves notes to the next area in that direction. */
static void
change_area (AtlBoardView *view,
             GPtrArray    *notes,
             AtlBox       *box,
             AtlDirection  direction)
{
  GPtrArray *areas = atl_scene_get_boxes (atl_board_view_get_scene (view), ATL_BOX_AREA);
  AtlBox    *next = atl_navigation_find (areas, box->area->rect, box->area, direction);
  AtlArea   *area;

  if (next == NULL || next->item == NULL)
    return;
  area = ATL_AREA (next->item);
  if (atl_board_view_refuse (view, area))
    return;
  atl_notes_move (notes, area, NULL);
  for (guint i = 0; i < notes->len; i++)
    place_note (view, notes->pdata[i], area, NULL);
  atl_board_view_set_area (view, area);
}

static void
nudge_one_on_matrix (AtlScene    *scene,
                     AtlBox      *box,
                     AtlDirection direction)
{
  AtlNote *note = ATL_NOTE (box->item);
  AtlPoint to = atl_rect_center (is_waiting (box) ? box->area->rect : box->rect);
  int      dx = 0, dy = 0, x, y;

  if (!is_waiting (box))
    to_step (direction, &dx, &dy);
  else if (direction != ATL_DIRECTION_UP)
    return;
  atl_scene_to_place (scene, box->area, (AtlPoint){ to.x + dx, to.y + dy }, &x, &y);
  atl_note_set_x (note, x);
  atl_note_set_y (note, y);
}

/* On a matrix of silos: a little, up to the middle from where notes wait, and back there from its foot. */
static void
nudge_on_matrix (AtlBoardView *view,
                 GPtrArray    *notes,
                 AtlDirection  direction)
{
  for (guint i = 0; i < notes->len; i++)
    {
      AtlBox *box = atl_board_view_find_box (view, notes->pdata[i]);

      if (box != NULL && box->area->item != NULL)
        nudge_one_on_matrix (atl_board_view_get_scene (view), box, direction);
    }
}

/* Within its area. Returns whether there was a way. */
static gboolean
move_inside (AtlBoardView *view,
             GPtrArray    *notes,
             AtlBox       *box,
             AtlDirection  direction)
{
  AtlArea *area = ATL_AREA (box->area->item);

  if (is_at_edge (notes, area, direction))
    return FALSE;
  if (is_waiting (box) && direction != ATL_DIRECTION_UP)
    return reorder (view, notes, box, direction);
  if (atl_area_has_guides (area))
    nudge_on_matrix (view, notes, direction);
  else if (!is_flow (area))
    nudge (notes, area, direction);
  else
    return atl_value_commands_move_in_rows (view, notes, area, direction) ||
           reorder (view, notes, box, direction);
  return TRUE;
}

/**
 * atl_commands_move:
 * @view: a view of a board
 * @direction: where to
 *
 * Moves the selected notes: by a little where they have a place, else to the next place of their area, and
 * on to the next area from its end. Those that wait for a place come up to the middle.
 *
 * Returns: %FALSE if there are none that may move
 */
gboolean
atl_commands_move (AtlBoardView *view,
                   AtlDirection  direction)
{
  g_autoptr (GPtrArray) notes = dup_free_targets (view, FALSE);
  AtlBox               *box = notes->len > 0 ? atl_board_view_find_box (view, notes->pdata[0]) : NULL;
  guint                 n = atl_notes_count (notes);

  if (box == NULL || box->area == NULL)
    return FALSE;
  begin_counted (view, g_strdup_printf (ngettext ("Move %u Note", "Move %u Notes", n), n));
  if (box->area->item == NULL || !move_inside (view, notes, box, direction))
    change_area (view, notes, box, direction);
  atl_history_end (history_of (view));
  return TRUE;
}

/**
 * atl_commands_dup_targets:
 * @view: a view of a board
 *
 * Returns: (transfer full) (element-type AtlNote): the selected notes, or the one that has the cursor, each
 *   followed by what is in its stack while that is closed
 */
GPtrArray *
atl_commands_dup_targets (AtlBoardView *view)
{
  return dup_targets (view, TRUE);
}
