/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"

#include "model/atl-ballot.h"
#include "model/atl-link.h"
#include "model/atl-round.h"
#include "model/atl-step.h"
#include "util/atl-rank.h"

#include <string.h>

#define DUPLICATE_OFFSET 24 /* board units */

static const char *
id_of (gpointer item)
{
  return atl_item_get_id (ATL_ITEM (item));
}

/**
 * atl_note_find_board:
 * @note: a note
 *
 * Returns: (transfer none) (nullable): the board it is on
 */
AtlBoard *
atl_note_find_board (AtlNote *note)
{
  return (AtlBoard *) atl_item_get_parent (ATL_ITEM (note));
}

/**
 * atl_note_find_area:
 * @note: a note
 *
 * Returns: (transfer none) (nullable): its area, or %NULL if it has none, or one that is gone: it is unplaced
 */
AtlArea *
atl_note_find_area (AtlNote *note)
{
  AtlBoard *board = atl_note_find_board (note);

  return board != NULL ? atl_list_find (atl_board_get_areas (board), atl_note_get_area (note)) : NULL;
}

/**
 * atl_area_find_board:
 * @area: an area
 *
 * Returns: (transfer none) (nullable): the board it is part of
 */
AtlBoard *
atl_area_find_board (AtlArea *area)
{
  return (AtlBoard *) atl_item_get_parent (ATL_ITEM (area));
}

/**
 * atl_area_dup_notes:
 * @area: an area
 *
 * Returns: (transfer container) (element-type AtlNote): its notes in their order, stacked ones included
 */
GPtrArray *
atl_area_dup_notes (AtlArea *area)
{
  GPtrArray *found = g_ptr_array_new ();
  AtlBoard  *board = atl_area_find_board (area);
  AtlList   *notes = board != NULL ? atl_board_get_notes (board) : NULL;
  guint      n = notes != NULL ? atl_list_get_length (notes) : 0;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (atl_note_get_area (atl_list_get (notes, i)), id_of (area)))
      g_ptr_array_add (found, atl_list_get (notes, i));
  return found;
}

/**
 * atl_tint_to_note_color:
 * @tint: the color of an area
 *
 * Returns: the color of a new note there
 */
AtlColor
atl_tint_to_note_color (AtlTint tint)
{
  switch (tint)
    {
    case ATL_TINT_ORANGE:
      return ATL_COLOR_ORANGE;
    case ATL_TINT_RED:
    case ATL_TINT_PINK:
      return ATL_COLOR_PINK;
    case ATL_TINT_PURPLE:
      return ATL_COLOR_PURPLE;
    case ATL_TINT_BLUE:
      return ATL_COLOR_BLUE;
    case ATL_TINT_TEAL:
    case ATL_TINT_GREEN:
      return ATL_COLOR_GREEN;
    case ATL_TINT_GREY:
    case ATL_TINT_WHITE:
      return ATL_COLOR_GREY;
    case ATL_TINT_YELLOW:
    default:
      return ATL_COLOR_YELLOW;
    }
}

/* In the copy of the session that a break-out group works in, what is made is the group's. */
static void
take_group (AtlNote  *note,
            AtlBoard *board)
{
  AtlSession *session = board != NULL ? atl_item_get_session (ATL_ITEM (board)) : NULL;

  if (session != NULL && *atl_session_get_group (session) != '\0')
    atl_note_set_group (note, atl_session_get_group (session));
}

/* The place in the order of capture that follows those of all notes of the session. */
static int
get_next_captured (AtlBoard *board)
{
  AtlSession *session = board != NULL ? atl_item_get_session (ATL_ITEM (board)) : NULL;
  AtlList    *boards = session != NULL ? atl_session_get_boards (session) : NULL;
  int         last = 0;

  for (guint i = 0; boards != NULL && i < atl_list_get_length (boards); i++)
    {
      AtlList *notes = atl_board_get_notes (atl_list_get (boards, i));

      for (guint j = 0; j < atl_list_get_length (notes); j++)
        last = MAX (last, atl_note_get_captured (atl_list_get (notes, j)));
    }
  return MIN (last, ATL_CAPTURED_MAX - 1) + 1;
}

static AtlNote *
make_note (AtlBoard *board,
           int       captured)
{
  AtlNote *note = atl_note_new (NULL);

  atl_note_set_captured (note, MIN (captured, ATL_CAPTURED_MAX));
  take_group (note, board);
  return note;
}

/**
 * atl_board_new_note:
 * @board: a board
 *
 * Makes every new note of a board: the last one captured in its session. In the copy of the session that a
 * break-out group works in, it is the group's.
 *
 * Returns: (transfer full): a note that is not on the board yet
 */
AtlNote *
atl_board_new_note (AtlBoard *board)
{
  return make_note (board, get_next_captured (board));
}

/**
 * atl_area_add_notes:
 * @area: an area of a board
 * @texts: (array zero-terminated=1): one text for each note
 *
 * Adds notes at the end of the area, in its color.
 *
 * Returns: (transfer full) (element-type AtlNote): the notes
 */
GPtrArray *
atl_area_add_notes (AtlArea           *area,
                    const char *const *texts)
{
  GPtrArray       *added = g_ptr_array_new_with_free_func (g_object_unref);
  AtlList         *notes = atl_board_get_notes (atl_area_find_board (area));
  int              captured = get_next_captured (atl_area_find_board (area));
  g_autofree char *rank = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      AtlNote *note = make_note (atl_area_find_board (area), captured + (int) i);
      char    *next = i == 0 ? atl_list_dup_end_rank (notes) : atl_rank_between (rank, NULL);

      g_free (rank);
      rank = next;
      atl_note_set_text (note, texts[i]);
      atl_note_set_area (note, id_of (area));
      atl_note_set_rank (note, rank);
      atl_note_set_color (note, atl_tint_to_note_color (atl_area_get_color (area)));
      g_ptr_array_add (added, note);
    }
  atl_list_insert_many (notes, added);
  return added;
}

/**
 * atl_area_add_note:
 * @area: an area of a board
 * @text: (nullable): the text
 *
 * Adds a note at the end of the area, in its color.
 *
 * Returns: (transfer none): the note
 */
AtlNote *
atl_area_add_note (AtlArea    *area,
                   const char *text)
{
  const char           *texts[] = { text != NULL ? text : "", NULL };
  g_autoptr (GPtrArray) added = atl_area_add_notes (area, texts);

  return g_ptr_array_index (added, 0);
}

static void
add_unseen (GPtrArray  *all,
            AtlNote    *note,
            GHashTable *seen)
{
  if (g_hash_table_add (seen, note))
    g_ptr_array_add (all, g_object_ref (note));
}

/* All of @notes, each followed by what is stacked under it, none of them twice. */
static GPtrArray *
with_members (GPtrArray *notes)
{
  GPtrArray             *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  AtlBoard              *board = notes->len > 0 ? atl_note_find_board (notes->pdata[0]) : NULL;
  g_autoptr (GHashTable) stacks = board != NULL ? atl_board_dup_stacks (board) : NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      GPtrArray *members = stacks != NULL ? g_hash_table_lookup (stacks, notes->pdata[i]) : NULL;

      add_unseen (all, notes->pdata[i], seen);
      for (guint j = 0; members != NULL && j < members->len; j++)
        add_unseen (all, members->pdata[j], seen);
    }
  return all;
}

static GHashTable *
ids_of (GPtrArray *items)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (ids, (gpointer) id_of (items->pdata[i]));
  return ids;
}

static GPtrArray *
find_links (AtlBoard   *board,
            GHashTable *ids,
            gboolean    from_only)
{
  AtlList   *links = atl_board_get_links (board);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);

      if (g_hash_table_contains (ids, atl_link_get_from (link)) ||
          (!from_only && g_hash_table_contains (ids, atl_link_get_to (link))))
        g_ptr_array_add (found, link);
    }
  return found;
}

static void
delete_ballots (AtlSession *session,
                GHashTable *ids)
{
  AtlList *rounds = atl_session_get_rounds (session);

  for (guint i = 0; i < atl_list_get_length (rounds); i++)
    {
      AtlList              *ballots = atl_round_get_ballots (atl_list_get (rounds, i));
      g_autoptr (GPtrArray) gone = g_ptr_array_new ();

      for (guint j = 0; j < atl_list_get_length (ballots); j++)
        if (g_hash_table_contains (ids, atl_ballot_get_note (atl_list_get (ballots, j))))
          g_ptr_array_add (gone, atl_list_get (ballots, j));
      atl_list_remove_many (ballots, gone);
    }
}

static void
delete_links (AtlSession *session,
              AtlBoard   *board,
              GHashTable *ids)
{
  AtlList *boards = session != NULL ? atl_session_get_boards (session) : NULL;

  for (guint i = 0; i < (boards != NULL ? atl_list_get_length (boards) : 1); i++)
    {
      AtlBoard             *one = boards != NULL ? atl_list_get (boards, i) : board;
      g_autoptr (GPtrArray) links = find_links (one, ids, FALSE);

      atl_list_remove_many (atl_board_get_links (one), links);
    }
}

/**
 * atl_notes_delete:
 * @notes: (element-type AtlNote): notes of one board
 *
 * Deletes exactly @notes, with their links and the votes they got. A stack that loses its lead gets the
 * next note as one.
 *
 * A link goes with either of its ends, even if the other one stands in a locked area: that note stays as it
 * is, and a link that leads from it to nowhere would be a statement about nothing. Undo brings both back.
 */
void
atl_notes_delete (GPtrArray *notes)
{
  g_autoptr (GHashTable) ids = ids_of (notes);
  AtlBoard              *board = notes->len > 0 ? atl_note_find_board (notes->pdata[0]) : NULL;
  AtlSession            *session = board != NULL ? atl_item_get_session (ATL_ITEM (board)) : NULL;

  if (board == NULL)
    return;
  atl_notes_promote_heirs (notes);
  delete_links (session, board, ids);
  if (session != NULL)
    delete_ballots (session, ids);
  atl_list_remove_many (atl_board_get_notes (board), notes);
}

/* The note before @before in @list, or the last one, that is not among @moving. */
static AtlNote *
find_previous (AtlList    *list,
               AtlNote    *before,
               GHashTable *moving)
{
  guint position = atl_list_get_length (list);

  if (before != NULL)
    atl_list_get_position (list, ATL_ITEM (before), &position);
  while (position > 0)
    {
      AtlNote *note = atl_list_get (list, --position);

      if (!g_hash_table_contains (moving, note))
        return note;
    }
  return NULL;
}

/* Appends to @sequence the notes from @before on whose rank leaves no room after @previous: after a merge,
   neighbors
 * may have the same. Returns the first note with room before it. */
static AtlNote *
add_crowded (AtlList    *list,
             AtlNote    *before,
             AtlNote    *previous,
             GHashTable *moving,
             GPtrArray  *sequence)
{
  guint position;

  if (before == NULL || previous == NULL || !atl_list_get_position (list, ATL_ITEM (before), &position))
    return before;
  for (; position < atl_list_get_length (list); position++)
    {
      AtlNote *note = atl_list_get (list, position);

      if (g_hash_table_contains (moving, note))
        continue;
      if (strcmp (atl_note_get_rank (note), atl_note_get_rank (previous)) > 0)
        return note;
      g_ptr_array_add (sequence, note);
    }
  return NULL;
}

static void
rank_before (AtlList   *list,
             GPtrArray *notes,
             AtlNote   *before)
{
  g_autoptr (GHashTable) moving = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray)  sequence = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      g_hash_table_add (moving, notes->pdata[i]);
      g_ptr_array_add (sequence, notes->pdata[i]);
    }
  AtlNote       *previous = find_previous (list, before, moving);
  AtlNote       *next = add_crowded (list, before, previous, moving, sequence);
  g_auto (GStrv) ranks = atl_rank_spread (previous != NULL ? atl_note_get_rank (previous) : NULL,
                                          next != NULL ? atl_note_get_rank (next) : NULL, sequence->len);
  for (guint i = 0; i < sequence->len; i++)
    atl_note_set_rank (sequence->pdata[i], ranks[i]);
}

static void
set_area (GPtrArray *notes,
          AtlArea   *area)
{
  for (guint i = 0; i < notes->len; i++)
    {
      gboolean arrives = !g_str_equal (atl_note_get_area (notes->pdata[i]), id_of (area));
      gboolean waits = arrives && atl_area_get_layout (area) == ATL_LAYOUT_AXES;

      atl_note_set_area (notes->pdata[i], id_of (area));
      if (atl_area_get_layout (area) == ATL_LAYOUT_FLOW || waits)
        {
          atl_note_set_x (notes->pdata[i], ATL_PLACE_NONE);
          atl_note_set_y (notes->pdata[i], ATL_PLACE_NONE);
        }
    }
}

/**
 * atl_notes_move:
 * @notes: (element-type AtlNote): leads or single notes of one board, in the order they shall have
 * @area: the area they go to
 * @before: (nullable): the note they come before, or %NULL for the end
 *
 * Moves notes within a board; what is stacked under them comes along. In areas that place notes themselves
 * the old place is forgotten, and on arrival in one with axes too, where it would read as a judgment;
 * elsewhere the caller sets the new one.
 */
void
atl_notes_move (GPtrArray *notes,
                AtlArea   *area,
                AtlNote   *before)
{
  g_autoptr (GPtrArray) all = with_members (notes);

  if (notes->len == 0)
    return;
  set_area (all, area);
  rank_before (atl_item_get_list (notes->pdata[0]), notes, before);
}

/**
 * atl_notes_raise:
 * @notes: (element-type AtlNote): notes of one board
 *
 * Puts notes on top of all others, in their order.
 */
void
atl_notes_raise (GPtrArray *notes)
{
  if (notes->len > 0)
    rank_before (atl_item_get_list (notes->pdata[0]), notes, NULL);
}

static AtlNote *
copy_note (AtlNote *note)
{
  AtlNote *copy = ATL_NOTE (atl_item_copy (ATL_ITEM (note)));

  /* What a merge could not decide is about the original. */
  atl_item_set_alternatives (ATL_ITEM (copy), NULL);
  take_group (copy, atl_note_find_board (note));
  if (atl_note_get_x (note) != ATL_PLACE_NONE)
    {
      atl_note_set_x (copy, atl_note_get_x (note) + DUPLICATE_OFFSET);
      atl_note_set_y (copy, atl_note_get_y (note) + DUPLICATE_OFFSET);
    }
  return copy;
}

/**
 * atl_notes_duplicate:
 * @notes: (element-type AtlNote): notes of one board
 *
 * Copies notes; a lead is copied with its stack. Copies come after the last of the originals, a little
 * lower and to the
 * right where notes have a place.
 *
 * Returns: (transfer full) (element-type AtlNote): the copies of @notes, leads only
 */
GPtrArray *
atl_notes_duplicate (GPtrArray *notes)
{
  g_autoptr (GPtrArray)  all = with_members (notes);
  g_autoptr (GPtrArray)  copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_old = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray             *leads = g_ptr_array_new_with_free_func (g_object_unref);
  AtlList               *list;

  if (all->len == 0)
    return leads;
  list = atl_item_get_list (all->pdata[0]);
  for (guint i = 0; i < all->len; i++)
    {
      AtlNote *copy = copy_note (all->pdata[i]);

      g_hash_table_insert (by_old, (gpointer) id_of (all->pdata[i]), copy);
      g_ptr_array_add (copies, copy);
    }
  for (guint i = 0; i < copies->len; i++)
    {
      AtlNote *lead = g_hash_table_lookup (by_old, atl_note_get_stack (copies->pdata[i]));

      atl_note_set_stack (copies->pdata[i], lead != NULL ? id_of (lead) : NULL);
      if (lead == NULL)
        g_ptr_array_add (leads, g_object_ref (copies->pdata[i]));
    }
  g_auto (GStrv) ranks = NULL;
  guint          position = 0;
  AtlNote       *last = notes->pdata[notes->len - 1];
  atl_list_get_position (list, ATL_ITEM (last), &position);
  AtlNote    *next = atl_list_get (list, position + 1);
  const char *next_rank = next != NULL ? atl_note_get_rank (next) : NULL;
  ranks = atl_rank_spread (atl_note_get_rank (last), next_rank, copies->len);
  for (guint i = 0; i < copies->len; i++)
    atl_note_set_rank (copies->pdata[i], ranks[i]);
  atl_list_insert_many (list, copies);
  return leads;
}

/**
 * atl_notes_move_to_board:
 * @notes: (element-type AtlNote): leads or single notes of one board
 * @board: another board of the session
 * @area: an area of @board
 *
 * Moves notes, what is stacked under them and the links that start from them to another board. Votes stay
 * with them.
 */
void
atl_notes_move_to_board (GPtrArray *notes,
                         AtlBoard  *board,
                         AtlArea   *area)
{
  g_autoptr (GPtrArray)  all = with_members (notes);
  g_autoptr (GPtrArray)  links = NULL;
  g_autoptr (GHashTable) ids = ids_of (all);
  AtlBoard              *old = notes->len > 0 ? atl_note_find_board (notes->pdata[0]) : NULL;

  if (old == NULL || old == board)
    return;
  links = find_links (old, ids, TRUE);
  g_ptr_array_foreach (links, (GFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (links, g_object_unref);
  /* Only what is set while a note is part of the session is announced, so that it can be undone. */
  set_area (all, area);
  rank_before (atl_board_get_notes (board), all, NULL);
  atl_list_remove_many (atl_board_get_links (old), links);
  atl_list_remove_many (atl_board_get_notes (old), all);
  atl_list_insert_many (atl_board_get_notes (board), all);
  atl_list_insert_many (atl_board_get_links (board), links);
}

/**
 * atl_notes_set_color:
 * @notes: (element-type AtlNote): notes
 * @color: their new color
 */
void
atl_notes_set_color (GPtrArray *notes,
                     AtlColor   color)
{
  for (guint i = 0; i < notes->len; i++)
    atl_note_set_color (notes->pdata[i], color);
}

/**
 * atl_area_delete:
 * @area: an area of a board
 *
 * Deletes an area. Its notes stay on the board, unplaced.
 */
void
atl_area_delete (AtlArea *area)
{
  atl_list_remove (atl_item_get_list (ATL_ITEM (area)), ATL_ITEM (area));
}

static int
rescale (int value,
         int old_size,
         int new_size)
{
  if (value == ATL_PLACE_NONE || old_size <= 0)
    return value;
  return (int) (((gint64) value * new_size + old_size / 2) / old_size);
}

/**
 * atl_area_resize:
 * @area: an area of a board
 * @x: left edge, in board units
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Gives an area a new rectangle; the places of its notes are rescaled with it.
 */
void
atl_area_resize (AtlArea *area,
                 int      x,
                 int      y,
                 int      width,
                 int      height)
{
  g_autoptr (GPtrArray) notes = atl_area_dup_notes (area);

  for (guint i = 0; i < notes->len; i++)
    {
      AtlNote *note = notes->pdata[i];

      atl_note_set_x (note, rescale (atl_note_get_x (note), atl_area_get_width (area), width));
      atl_note_set_y (note, rescale (atl_note_get_y (note), atl_area_get_height (area), height));
    }
  atl_area_set_x (area, x);
  atl_area_set_y (area, y);
  atl_area_set_width (area, width);
  atl_area_set_height (area, height);
}

/* Links of other boards to the notes of @board, and the votes these got. */
static void
delete_references (AtlSession *session,
                   AtlBoard   *board)
{
  AtlList               *notes = atl_board_get_notes (board);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (session == NULL)
    return;
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    g_hash_table_add (ids, (gpointer) id_of (atl_list_get (notes, i)));
  delete_links (session, board, ids);
  delete_ballots (session, ids);
}

/**
 * atl_board_delete:
 * @board: a board of a session
 *
 * Deletes a board with everything on it, and its steps of the agenda.
 */
void
atl_board_delete (AtlBoard *board)
{
  AtlSession           *session = atl_item_get_session (ATL_ITEM (board));
  AtlList              *steps = session != NULL ? atl_session_get_steps (session) : NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = 0; steps != NULL && i < atl_list_get_length (steps); i++)
    if (g_str_equal (atl_step_get_board (atl_list_get (steps, i)), id_of (board)))
      g_ptr_array_add (gone, atl_list_get (steps, i));
  if (steps != NULL)
    atl_list_remove_many (steps, gone);
  delete_references (session, board);
  atl_list_remove (atl_item_get_list (ATL_ITEM (board)), ATL_ITEM (board));
}
