/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-ballot.h"
#include "model/atl-edits.h"
#include "model/atl-history.h"
#include "model/atl-link.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "store/atl-codec.h"

#include <string.h>

/* Ten thousand random operations over every edit there is: undoing all of them must give the first bytes,
 * redoing all of them the last. The seed is printed; ATELIER_SEED=n runs one again. */
#define OPERATIONS 10000

typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  GRand      *random;
} World;

typedef void (*Operation) (World *world, AtlBoard *board);

static gpointer
pick (World *world, AtlList *list)
{
  guint n = atl_list_get_length (list);

  return n > 0 ? atl_list_get (list, (guint) g_rand_int_range (world->random, 0, (int) n)) : NULL;
}

static GPtrArray *
pick_notes (World *world, AtlBoard *board)
{
  GPtrArray *notes = g_ptr_array_new ();
  int        n = g_rand_int_range (world->random, 1, 5);

  for (int i = 0; i < n; i++)
    {
      AtlNote *note = pick (world, atl_board_get_notes (board));

      if (note != NULL && !g_ptr_array_find (notes, note, NULL))
        g_ptr_array_add (notes, note);
    }
  return notes;
}

static void
add_notes (World *world, AtlBoard *board)
{
  static const char *const texts[] = { "Vision", "Silo", "éàü 🌱", NULL };
  AtlArea                 *area = pick (world, atl_board_get_areas (board));

  if (area != NULL && atl_list_get_length (atl_board_get_notes (board)) < 150)
    g_ptr_array_unref (atl_area_add_notes (area, texts + g_rand_int_range (world->random, 0, 3)));
}

static void
delete_notes (World *world, AtlBoard *board)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, board);

  atl_notes_delete (notes);
}

static void
move_notes (World *world, AtlBoard *board)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, board);
  AtlArea              *area = pick (world, atl_board_get_areas (board));
  AtlNote              *before = pick (world, atl_board_get_notes (board));

  if (area != NULL && !g_ptr_array_find (notes, before, NULL))
    atl_notes_move (notes, area, before);
}

static void
stack_notes (World *world, AtlBoard *board)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, board);
  AtlNote              *onto = pick (world, atl_board_get_notes (board));

  if (onto != NULL)
    atl_notes_stack (notes, onto);
}

static void
unstack_notes (World *world, AtlBoard *board)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, board);

  atl_notes_unstack (notes);
}

static void
duplicate_notes (World *world, AtlBoard *board)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, board);

  if (atl_list_get_length (atl_board_get_notes (board)) < 150)
    g_ptr_array_unref (atl_notes_duplicate (notes));
}

static void
carry_notes (World *world, AtlBoard *board)
{
  g_autoptr (GPtrArray) notes = pick_notes (world, board);
  AtlBoard             *target = pick (world, atl_session_get_boards (world->session));
  AtlArea              *area = pick (world, atl_board_get_areas (target));

  if (area != NULL && notes->len > 0)
    atl_notes_move_to_board (notes, target, area);
}

static void
edit_note (World *world, AtlBoard *board)
{
  AtlNote         *note = pick (world, atl_board_get_notes (board));
  g_autofree char *text = g_strdup_printf ("%u", g_rand_int (world->random));

  if (note == NULL)
    return;
  atl_note_set_text (note, text);
  atl_note_set_x (note, g_rand_int_range (world->random, 0, 1600));
  atl_note_set_color (note, (AtlColor) g_rand_int_range (world->random, 0, 7));
  atl_note_set_hidden (note, g_rand_boolean (world->random));
}

static void
type_note (World *world, AtlBoard *board)
{
  AtlNote         *note = pick (world, atl_board_get_notes (board));
  g_autofree char *text = g_strdup_printf ("typed %u", g_rand_int (world->random));

  if (note == NULL)
    return;
  for (gsize length = 1; length <= strlen (text); length++)
    {
      g_autofree char *part = g_strndup (text, length);

      atl_history_begin_typing (world->history, "Edit", ATL_ITEM (note));
      atl_note_set_text (note, part);
      atl_history_end (world->history);
    }
}

static void
change_areas (World *world, AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);
  AtlArea *area = pick (world, areas);

  if (area != NULL && atl_list_get_length (areas) > 2)
    atl_area_delete (area);
  else if (area != NULL)
    atl_area_resize (area, 0, 0, g_rand_int_range (world->random, 0, 1600),
                     g_rand_int_range (world->random, 1, 1000));
  g_autoptr (AtlArea) added = atl_area_new (NULL);
  atl_area_set_width (added, 400);
  atl_list_insert (areas, ATL_ITEM (added));
}

static void
change_boards (World *world, AtlBoard *board)
{
  AtlList             *boards = atl_session_get_boards (world->session);
  g_autoptr (AtlBoard) added = atl_board_new (NULL);
  g_autoptr (AtlArea)  area = atl_area_new (NULL);

  if (atl_list_get_length (boards) > 3)
    atl_board_delete (board);
  g_autofree char *rank = atl_list_dup_end_rank (boards);
  atl_board_set_rank (added, rank);
  atl_list_insert (atl_board_get_areas (added), ATL_ITEM (area));
  atl_list_insert (boards, ATL_ITEM (added));
}

static void
link_and_vote (World *world, AtlBoard *board)
{
  AtlNote              *from = pick (world, atl_board_get_notes (board));
  AtlNote              *to = pick (world, atl_board_get_notes (board));
  AtlRound             *round = pick (world, atl_session_get_rounds (world->session));
  g_autoptr (AtlLink)   link = atl_link_new (NULL);
  g_autoptr (AtlBallot) ballot = atl_ballot_new (NULL);

  if (from == NULL)
    return;
  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_list_insert (atl_board_get_links (board), ATL_ITEM (link));
  atl_ballot_set_note (ballot, atl_item_get_id (ATL_ITEM (from)));
  atl_list_insert (atl_round_get_ballots (round), ATL_ITEM (ballot));
}

static void
change_people (World *world, AtlBoard *board)
{
  AtlList              *people = atl_session_get_people (world->session);
  g_autoptr (AtlPerson) added = atl_person_new (NULL);

  atl_person_set_name (added, "Inès");
  atl_list_insert (people, ATL_ITEM (added));
  if (atl_list_get_length (people) > 20)
    atl_list_remove (people, pick (world, people));
}

static const Operation operations[] = {
  add_notes,
  add_notes,
  delete_notes,
  move_notes,
  stack_notes,
  unstack_notes,
  duplicate_notes,
  carry_notes,
  edit_note,
  type_note,
  change_areas,
  change_boards,
  link_and_vote,
  change_people,
};

static void
world_init (World *world, guint32 seed)
{
  g_autoptr (AtlRound) round = atl_round_new (NULL);

  world->session = atl_session_new (NULL);
  world->random = g_rand_new_with_seed (seed);
  atl_list_insert (atl_session_get_rounds (world->session), ATL_ITEM (round));
  change_boards (world, NULL);
  world->history = atl_history_new (world->session);
  atl_history_set_limit (world->history, G_MAXSIZE);
}

static void
world_clear (World *world)
{
  g_assert_finalize_object (world->history);
  g_assert_finalize_object (world->session);
  g_rand_free (world->random);
}

static void
act (World *world)
{
  Operation operation = operations[g_rand_int_range (world->random, 0, G_N_ELEMENTS (operations))];
  AtlBoard *board = pick (world, atl_session_get_boards (world->session));

  if (operation == type_note)
    {
      operation (world, board);
      return;
    }
  atl_history_begin (world->history, "Step");
  operation (world, board);
  atl_history_end (world->history);
}

static void
assert_bytes (World *world, GBytes *expected)
{
  g_autoptr (GBytes) found = atl_codec_write (world->session);

  g_assert_true (g_bytes_equal (found, expected));
}

static guint32
choose_seed (void)
{
  const char *given = g_getenv ("ATELIER_SEED");

  return given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : g_random_int ();
}

static void
test_all_the_way (void)
{
  guint32 seed = choose_seed ();
  World   world;
  guint   steps = 0;
  g_test_message ("ATELIER_SEED=%u", seed);
  world_init (&world, seed);
  g_autoptr (GBytes) first = atl_codec_write (world.session);

  for (guint i = 0; i < OPERATIONS; i++)
    act (&world);
  g_autoptr (GBytes) last = atl_codec_write (world.session);
  while (atl_history_undo (world.history))
    steps++;
  g_test_message ("%zu bytes at the end", g_bytes_get_size (last));
  assert_bytes (&world, first);
  while (atl_history_redo (world.history))
    steps--;
  assert_bytes (&world, last);

  g_assert_cmpuint (steps, ==, 0);
  world_clear (&world);
}

/* Bytes after every undo and redo of a shorter history, and through a save and a reload. */
static void
test_every_step (void)
{
  guint32               seed = choose_seed ();
  World                 world;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_test_message ("ATELIER_SEED=%u", seed);
  world_init (&world, seed);
  atl_history_set_pause (world.history, 0);
  g_ptr_array_add (states, atl_codec_write (world.session));

  for (guint i = 0; i < 300; i++)
    {
      guint64 before = atl_history_get_position (world.history);

      act (&world);
      if (atl_history_get_position (world.history) == before + 1)
        g_ptr_array_add (states, atl_codec_write (world.session));
      else
        while (atl_history_get_position (world.history) != before)
          atl_history_undo (world.history);
    }
  for (guint i = states->len - 1; i > 0; i--)
    {
      assert_bytes (&world, g_ptr_array_index (states, i));
      g_assert_true (atl_history_undo (world.history));
    }
  assert_bytes (&world, g_ptr_array_index (states, 0));
  for (guint i = 1; i < states->len; i++)
    {
      g_assert_true (atl_history_redo (world.history));
      assert_bytes (&world, g_ptr_array_index (states, i));
    }
  world_clear (&world);
}

static void
test_reload (void)
{
  guint32                 seed = choose_seed ();
  World                   world;
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_test_message ("ATELIER_SEED=%u", seed);
  world_init (&world, seed);
  for (guint i = 0; i < 1000; i++)
    act (&world);
  g_autoptr (GBytes) bytes = atl_codec_write (world.session);

  g_autoptr (AtlSession) again = atl_codec_read (bytes, problems, NULL, NULL);
  g_autoptr (GBytes)     second = atl_codec_write (again);

  g_assert_cmpuint (atl_problems_get_n (problems), ==, 0);
  g_assert_true (g_bytes_equal (bytes, second));
  world_clear (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/undo-all-and-redo-all/give-the-same-bytes", test_all_the_way);
  g_test_add_func ("/random/every-undo-and-redo/gives-the-bytes-of-its-step", test_every_step);
  g_test_add_func ("/random/write-and-read/give-the-same-bytes", test_reload);
  return g_test_run ();
}
