/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "model/atl-history.h"

/* Sixteen times as many notes may take a good sixteen times as long, on a busy machine and with slower memory
 * some eighty; the square of the time would be 256. */
#define FEW 500
#define MANY (16 * FEW)
#define AT_MOST 140.0
#define ATTEMPTS 8

typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *area;
  AtlHistory *history;
  GPtrArray  *notes;
} World;

static void
world_init (World *world,
            guint  n)
{
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = g_strdup ("note");
  world->session = atl_session_new (NULL);
  world->board = atl_board_new (NULL);
  world->area = atl_area_new (NULL);
  atl_list_insert (atl_board_get_areas (world->board), ATL_ITEM (world->area));
  atl_list_insert (atl_session_get_boards (world->session), ATL_ITEM (world->board));
  world->notes = atl_area_add_notes (world->area, (const char *const *) texts);
  world->history = atl_history_new (world->session);
}

static void
world_clear (World *world)
{
  g_ptr_array_unref (world->notes);
  g_assert_finalize_object (world->history);
  g_object_unref (world->area);
  g_object_unref (world->board);
  g_assert_finalize_object (world->session);
}

static void
stack_by_twos (World *world)
{
  for (guint i = 0; i + 1 < world->notes->len; i += 2)
    atl_note_set_stack (world->notes->pdata[i + 1], atl_item_get_id (world->notes->pdata[i]));
}

/* The leads only, in their order. */
static GPtrArray *
every_second (World *world)
{
  GPtrArray *leads = g_ptr_array_new ();

  for (guint i = 0; i < world->notes->len; i += 2)
    g_ptr_array_add (leads, world->notes->pdata[i]);
  return leads;
}

static void
duplicate_all (World *world)
{
  g_ptr_array_unref (atl_notes_duplicate (world->notes));
}

static void
delete_all (World *world)
{
  atl_notes_delete (world->notes);
}

static void
delete_leads (World *world)
{
  g_autoptr (GPtrArray) leads = every_second (world);

  atl_notes_delete (leads);
}

static void
move_all (World *world)
{
  atl_notes_move (world->notes, world->area, NULL);
}

static void
stack_all (World *world)
{
  atl_notes_stack (world->notes, world->notes->pdata[0]);
}

static void
unstack_all (World *world)
{
  atl_notes_unstack (world->notes);
}

/* One group for each note. */
static void
color_each (World *world)
{
  for (guint i = 0; i < world->notes->len; i++)
    {
      atl_history_begin (world->history, "Color");
      atl_note_set_color (world->notes->pdata[i], ATL_COLOR_PINK);
      atl_history_end (world->history);
    }
}

typedef void (*Edit) (World *world);

/* Seconds that an edit of @n notes takes, and its undo. */
static double
measure (Edit  edit,
         guint n)
{
  World  world;
  gint64 begun;
  double seconds;

  world_init (&world, n);
  stack_by_twos (&world);
  begun = g_get_monotonic_time ();
  if (edit != color_each)
    atl_history_begin (world.history, "Edit");
  edit (&world);
  if (edit != color_each)
    atl_history_end (world.history);
  atl_history_undo (world.history);
  seconds = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
  world_clear (&world);
  return seconds;
}

/* The least ratio of a few attempts: what disturbs them only ever makes one of two figures larger. */
static void
test_in_proportion (gconstpointer data)
{
  Edit   edit = (Edit) data;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < ATTEMPTS && least > AT_MOST / 2; i++)
    least = MIN (least, measure (edit, MANY) / measure (edit, FEW));

  g_test_message ("%u notes take %.1f times as long as %u", MANY, least, FEW);
  g_assert_cmpfloat (least, <, AT_MOST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/large/duplicate/takes-time-in-proportion", duplicate_all, test_in_proportion);
  g_test_add_data_func ("/large/delete/takes-time-in-proportion", delete_all, test_in_proportion);
  g_test_add_data_func ("/large/delete-leads/takes-time-in-proportion", delete_leads, test_in_proportion);
  g_test_add_data_func ("/large/move/takes-time-in-proportion", move_all, test_in_proportion);
  g_test_add_data_func ("/large/stack/takes-time-in-proportion", stack_all, test_in_proportion);
  g_test_add_data_func ("/large/unstack/takes-time-in-proportion", unstack_all, test_in_proportion);
  g_test_add_data_func ("/large/history/closes-groups-in-constant-time", color_each, test_in_proportion);
  return g_test_run ();
}
