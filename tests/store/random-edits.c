/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-world.h"

#include "model/atl-alternatives.h"
#include "model/atl-ballot.h"
#include "model/atl-edits.h"
#include "model/atl-link.h"
#include "model/atl-round.h"
#include "model/atl-splits.h"
#include "util/atl-uuid.h"

#define BALLOTS "0c1f9d6a-8f3e-4b0b-9d5e-6a7e3c1b2f40" /* namespace of the ids of ballots */

#define MOST_NOTES 60

static AtlBoard *
pick_board (AtlRandomWorld *world)
{
  return atl_random_world_pick (world, atl_session_get_boards (world->session));
}

static AtlNote *
pick_note (AtlRandomWorld *world)
{
  AtlBoard *board = pick_board (world);

  return board != NULL ? atl_random_world_pick (world, atl_board_get_notes (board)) : NULL;
}

static AtlArea *
pick_area (AtlRandomWorld *world)
{
  AtlBoard *board = pick_board (world);

  return board != NULL ? atl_random_world_pick (world, atl_board_get_areas (board)) : NULL;
}

static GPtrArray *
pick_notes (AtlRandomWorld *world,
            AtlBoard       *board)
{
  GPtrArray *notes = g_ptr_array_new ();
  guint      n = board != NULL ? 1 + atl_random_world_below (world, 5) : 0;

  for (guint i = 0; i < n; i++)
    {
      AtlNote *note = atl_random_world_pick (world, atl_board_get_notes (board));

      if (note != NULL && !g_ptr_array_find (notes, note, NULL))
        g_ptr_array_add (notes, note);
    }
  return notes;
}

static void
add_notes (AtlRandomWorld *world)
{
  static const char *const texts[] = { "One", "Two", "Three", "Four", NULL };
  AtlArea                 *area = pick_area (world);

  if (area != NULL && atl_list_get_length (atl_board_get_notes (atl_area_find_board (area))) < MOST_NOTES)
    g_ptr_array_unref (atl_area_add_notes (area, texts + atl_random_world_below (world, 4)));
}

static void
delete_notes (AtlRandomWorld *world)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, pick_board (world));

  atl_notes_delete (notes);
}

static void
move_notes (AtlRandomWorld *world)
{
  AtlArea              *area = pick_area (world);
  AtlBoard             *board = area != NULL ? atl_area_find_board (area) : NULL;
  g_autoptr (GPtrArray) notes = pick_notes (world, board);
  AtlNote              *before = NULL;

  if (board != NULL)
    before = atl_random_world_pick (world, atl_board_get_notes (board));
  if (area != NULL && !g_ptr_array_find (notes, before, NULL))
    atl_notes_move (notes, area, before);
}

static void
raise_notes (AtlRandomWorld *world)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, pick_board (world));

  atl_notes_raise (notes);
}

static void
stack_notes (AtlRandomWorld *world)
{
  AtlBoard             *board = pick_board (world);
  g_autoptr (GPtrArray) notes = pick_notes (world, board);

  if (notes->len > 0)
    atl_notes_stack (notes, atl_random_world_pick (world, atl_board_get_notes (board)));
}

static void
unstack_notes (AtlRandomWorld *world)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, pick_board (world));

  atl_notes_unstack (notes);
}

static void
duplicate_notes (AtlRandomWorld *world)
{
  AtlBoard             *board = pick_board (world);
  g_autoptr (GPtrArray) notes = pick_notes (world, board);

  if (notes->len > 0 && atl_list_get_length (atl_board_get_notes (board)) < MOST_NOTES)
    g_ptr_array_unref (atl_notes_duplicate (notes));
}

static void
carry_notes (AtlRandomWorld *world)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, pick_board (world));
  AtlArea              *area = pick_area (world);

  if (area != NULL && notes->len > 0)
    atl_notes_move_to_board (notes, atl_area_find_board (area), area);
}

static void
color_notes (AtlRandomWorld *world)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, pick_board (world));

  atl_notes_set_color (notes, (AtlColor) atl_random_world_below (world, ATL_COLOR_GREY + 1));
}

static void
edit_note (AtlRandomWorld *world)
{
  AtlNote *note = pick_note (world);

  for (guint i = 0; note != NULL && i < 5; i++)
    atl_random_set_field (world, ATL_ITEM (note));
}

static void
link_notes (AtlRandomWorld *world)
{
  AtlBoard           *board = pick_board (world);
  AtlNote            *from = NULL;
  AtlNote            *to = pick_note (world);
  g_autoptr (AtlLink) link = atl_link_new (NULL);

  if (board != NULL)
    from = atl_random_world_pick (world, atl_board_get_notes (board));
  if (from == NULL || to == NULL || atl_list_get_length (atl_board_get_links (board)) > 20)
    return;
  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_list_insert (atl_board_get_links (board), ATL_ITEM (link));
}

/* One person votes for one note; a second vote changes the first. */
static void
vote (AtlRandomWorld *world)
{
  AtlRound  *round = atl_random_world_pick (world, atl_session_get_rounds (world->session));
  AtlItem   *person = atl_random_world_pick (world, atl_session_get_people (world->session));
  AtlNote   *note = pick_note (world);
  AtlBallot *ballot;

  if (round == NULL || note == NULL)
    return;
  g_autofree char *name = g_strdup_printf ("%s/%s/%s", atl_item_get_id (ATL_ITEM (round)),
                                           person != NULL ? atl_item_get_id (person) : "",
                                           atl_item_get_id (ATL_ITEM (note)));
  g_autofree char *id = atl_uuid_v5 (BALLOTS, name);

  ballot = atl_list_find (atl_round_get_ballots (round), id);
  if (ballot == NULL)
    {
      g_autoptr (AtlBallot) cast = atl_ballot_new (id);

      atl_ballot_set_person (cast, person != NULL ? atl_item_get_id (person) : NULL);
      atl_ballot_set_note (cast, atl_item_get_id (ATL_ITEM (note)));
      atl_list_insert (atl_round_get_ballots (round), ATL_ITEM (cast));
      ballot = cast;
    }
  atl_ballot_set_votes (ballot, (int) atl_random_world_below (world, 4));
}

static void
close_round (AtlRandomWorld *world)
{
  AtlRound *round = atl_random_world_pick (world, atl_session_get_rounds (world->session));

  if (round != NULL)
    atl_round_set_closed (round, !atl_round_get_closed (round));
}

static void
delete_area (AtlRandomWorld *world)
{
  AtlArea *area = pick_area (world);

  if (area != NULL)
    atl_area_delete (area);
}

static void
resize_area (AtlRandomWorld *world)
{
  AtlArea *area = pick_area (world);

  int width = (int) atl_random_world_below (world, 1600);
  int height = (int) atl_random_world_below (world, 1000);

  if (area != NULL)
    atl_area_resize (area, (int) atl_random_world_below (world, 800), 0, width, height);
}

static void
delete_board (AtlRandomWorld *world)
{
  AtlBoard *board = pick_board (world);

  if (board != NULL)
    atl_board_delete (board);
}

static void
make_groups (AtlRandomWorld *world)
{
  static const char *const titles[] = { "North", "South", NULL };
  g_autoptr (GPtrArray)    teams = NULL;
  g_autoptr (GPtrArray)    groups = NULL;

  if (atl_list_get_length (atl_session_get_groups (world->session)) > 6)
    return;
  teams = atl_splits_deal (world->session, 2, g_rand_int (world->random));
  groups = atl_splits_make_groups (world->session, titles, teams);
  atl_splits_assign_notes (world->session, groups);
}

/* Decides on versions that a merge has kept: for ours, for theirs, for both, or for deleting. */
static void
decide (AtlRandomWorld *world)
{
  g_autoptr (GPtrArray) open = atl_alternatives_find_items (world->session);
  AtlItem              *item = open->len > 0 ? open->pdata[atl_random_world_below (world, open->len)] : NULL;
  g_autoptr (GPtrArray) versions = item != NULL ? atl_alternatives_dup (item) : NULL;

  if (versions == NULL || versions->len == 0)
    return;
  AtlAlternative *chosen = versions->pdata[atl_random_world_below (world, versions->len)];
  switch (atl_random_world_below (world, 4))
    {
    case 0:
      atl_alternatives_keep (item, chosen->group);
      break;
    case 1:
      if (ATL_IS_NOTE (item))
        atl_alternatives_keep_all (ATL_NOTE (item), chosen->group);
      break;
    case 2:
      if (atl_item_get_list (item) != NULL)
        atl_alternatives_delete (item);
      break;
    default:
      if (!chosen->deleted)
        atl_alternatives_use (item, chosen);
      break;
    }
}

const AtlRandomOperation atl_random_edits[] = {
  { "set", 24, atl_random_set_any },
  { "insert", 16, atl_random_insert_any },
  { "remove", 6, atl_random_remove_any },
  { "rank", 6, atl_random_rank_any },
  { "add-notes", 18, add_notes },
  { "delete-notes", 4, delete_notes },
  { "move-notes", 8, move_notes },
  { "raise-notes", 3, raise_notes },
  { "stack-notes", 8, stack_notes },
  { "unstack-notes", 5, unstack_notes },
  { "duplicate-notes", 4, duplicate_notes },
  { "carry-notes", 5, carry_notes },
  { "color-notes", 3, color_notes },
  { "edit-note", 8, edit_note },
  { "link-notes", 5, link_notes },
  { "vote", 8, vote },
  { "close-round", 3, close_round },
  { "delete-area", 2, delete_area },
  { "resize-area", 3, resize_area },
  { "delete-board", 1, delete_board },
  { "make-groups", 2, make_groups },
  { "decide", 4, decide },
};
const guint atl_random_n_edits = G_N_ELEMENTS (atl_random_edits);
