/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/plan/atl-plan-runs.h"

#include "model/atl-history.h"
#include "ui/plan/atl-plan-boards.h"

/* "A5" is a step of five minutes on board A, "-5" one without a board. */
static AtlSession *
make_session (const char *boards,
              const char *agenda)
{
  AtlSession    *session = atl_session_new (NULL);
  g_auto (GStrv) steps = g_strsplit (agenda, " ", -1);

  for (const char *p = boards; *p != '\0'; p++)
    {
      g_autofree char     *id = g_strdup_printf ("%c", *p);
      g_autoptr (AtlBoard) board = atl_board_new (id);
      g_autofree char     *rank = atl_list_dup_end_rank (atl_session_get_boards (session));

      atl_board_set_title (board, id);
      atl_board_set_rank (board, rank);
      atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
    }
  for (guint i = 0; *agenda != '\0' && steps[i] != NULL; i++)
    {
      g_autofree char    *board = g_strndup (steps[i], 1);
      g_autofree char    *rank = atl_list_dup_end_rank (atl_session_get_steps (session));
      g_autoptr (AtlStep) step = atl_step_new (NULL);

      atl_step_set_board (step, *board != '-' ? board : "");
      atl_step_set_minutes (step, atoi (steps[i] + 1));
      atl_step_set_rank (step, rank);
      atl_list_insert (atl_session_get_steps (session), ATL_ITEM (step));
    }
  return session;
}

/* As "A10(2)": the board, its minutes, its steps. */
static char *
describe (AtlSession *session)
{
  g_autoptr (GPtrArray) runs = atl_plan_runs_new (session);
  GString              *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      AtlPlanRun *run = g_ptr_array_index (runs, i);

      g_string_append_printf (text, "%s%s%d(%u)", i > 0 ? " " : "",
                              run->board != NULL ? atl_board_get_title (run->board) : "-", run->minutes,
                              run->steps->len);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_boards (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    g_string_append (text, atl_board_get_title (atl_list_get (boards, i)));
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *boards;
  const char *agenda;
  const char *runs;
} rows[] = {
  { "", "", "" },
  { "AB", "", "A0(0) B0(0)" },
  { "AB", "A5 A10 B3", "A15(2) B3(1)" },
  { "AB", "A5 -10 A5 B3", "A5(1) -10(1) A5(1) B3(1)" },
  { "AB", "-5 -5 B3", "-5(1) -5(1) B3(1) A0(0)" },
  { "A", "X5 A3", "-5(1) A3(1)" }, /* a board that is gone */
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AtlSession) session = make_session (rows[i].boards, rows[i].agenda);
      g_autofree char       *runs = describe (session);

      g_assert_cmpstr (runs, ==, rows[i].runs);
    }
}

static const struct
{
  const char *boards;
  const char *agenda;
  guint       from, to;
  const char *runs;
  const char *order;
} moves[] = {
  { "ABC", "A1 A2 B3 C4", 0, 1, "B3(1) A3(2) C4(1)", "BAC" },
  { "ABC", "A1 A2 B3 C4", 2, 0, "C4(1) A3(2) B3(1)", "CAB" },
  { "ABC", "A1 B2 C3", 0, 2, "B2(1) C3(1) A1(1)", "BCA" },
  { "AB", "A1 -9 B2", 1, 0, "-9(1) A1(1) B2(1)", "AB" },
  { "ABC", "A1", 1, 2, "A1(1) C0(0) B0(0)", "ACB" },
  { "AB", "A1", 0, 1, "A1(1) B0(0)", "AB" }, /* boards without a step stay last */
  { "AB", "A1 B1", 1, 1, "A1(1) B1(1)", "AB" },
};

static void
test_moves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (AtlSession) session = make_session (moves[i].boards, moves[i].agenda);
      g_autofree char       *runs = NULL;
      g_autofree char       *order = NULL;

      atl_plan_runs_move (session, moves[i].from, moves[i].to);
      runs = describe (session);
      order = describe_boards (session);

      g_assert_cmpstr (runs, ==, moves[i].runs);
      g_assert_cmpstr (order, ==, moves[i].order);
    }
}

static void
test_move_is_undone (void)
{
  g_autoptr (AtlSession) session = make_session ("ABC", "A1 A2 B3 C4");
  g_autoptr (AtlHistory) history = atl_history_new (session);
  g_autofree char       *runs = NULL;
  g_autofree char       *order = NULL;

  atl_history_begin (history, "Move Board");
  atl_plan_runs_move (session, 2, 0);
  atl_history_end (history);
  atl_history_undo (history);
  runs = describe (session);
  order = describe_boards (session);

  g_assert_cmpstr (runs, ==, "A3(2) B3(1) C4(1)");
  g_assert_cmpstr (order, ==, "ABC");
}

static void
test_neighbor_skips_breaks (void)
{
  g_autoptr (AtlSession) session = make_session ("AB", "A1 -5 A2 B3");
  g_autoptr (GPtrArray)  runs = atl_plan_runs_new (session);
  AtlList               *boards = atl_session_get_boards (session);
  AtlBoard              *a = atl_list_find (boards, "A");
  AtlBoard              *b = atl_list_find (boards, "B");

  g_assert_true (atl_plan_runs_get_neighbor (runs, a, 1) == b);
  g_assert_true (atl_plan_runs_get_neighbor (runs, b, -1) == a);
  g_assert_null (atl_plan_runs_get_neighbor (runs, b, 1));
  g_assert_true (atl_plan_runs_get_neighbor (runs, NULL, 1) == a);
}

static void
test_copy_stands_behind_its_board (void)
{
  g_autoptr (AtlSession) session = make_session ("AB", "A5 A10 B3");
  g_autoptr (AtlHistory) history = atl_history_new (session);
  AtlBoard              *a = atl_list_find (atl_session_get_boards (session), "A");
  AtlBoard              *copy = atl_plan_boards_duplicate (a, history, ATL_BOARD_COPY_STEPS);
  g_autofree char       *runs = describe (session);
  g_autofree char       *undone = NULL;

  g_assert_cmpstr (runs, ==, "A15(2) A (2)15(2) B3(1)");
  copy = atl_plan_boards_duplicate (copy, history, ATL_BOARD_COPY_AREAS);
  g_assert_cmpstr (atl_board_get_title (copy), ==, "A (3)");
  atl_history_undo (history);
  atl_history_undo (history);
  undone = describe (session);
  g_assert_cmpstr (undone, ==, "A15(2) B3(1)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-runs/new/joins-consecutive-steps-of-a-board", test_rows);
  g_test_add_func ("/plan-runs/move/takes-the-board-along", test_moves);
  g_test_add_func ("/plan-runs/move/is-undone", test_move_is_undone);
  g_test_add_func ("/plan-runs/neighbor/skips-breaks", test_neighbor_skips_breaks);
  g_test_add_func ("/plan-runs/copy/stands-behind-its-board", test_copy_stands_behind_its_board);
  return g_test_run ();
}
