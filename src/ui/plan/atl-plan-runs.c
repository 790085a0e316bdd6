/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/plan/atl-plan-runs.h"

#include "util/atl-rank.h"

static void
run_free (gpointer data)
{
  AtlPlanRun *run = data;

  g_clear_object (&run->board);
  g_ptr_array_unref (run->steps);
  g_free (run);
}

static AtlPlanRun *
add_run (GPtrArray *runs,
         AtlBoard  *board)
{
  AtlPlanRun *run = g_new0 (AtlPlanRun, 1);

  g_set_object (&run->board, board);
  run->steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (runs, run);
  return run;
}

static void
add_steps (GPtrArray  *runs,
           AtlSession *session)
{
  AtlList    *steps = atl_session_get_steps (session);
  AtlPlanRun *run = NULL;

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    {
      AtlStep  *step = atl_list_get (steps, i);
      AtlBoard *board = atl_list_find (atl_session_get_boards (session), atl_step_get_board (step));

      if (run == NULL || board == NULL || run->board != board)
        run = add_run (runs, board);
      g_ptr_array_add (run->steps, g_object_ref (step));
      run->minutes += atl_step_get_minutes (step);
    }
}

static void
add_other_boards (GPtrArray  *runs,
                  AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlBoard *board = atl_list_get (boards, i);

      if (atl_plan_runs_find_board (runs, board) < 0)
        add_run (runs, board);
    }
}

/**
 * atl_plan_runs_new:
 * @session: a session
 *
 * Lists what the plan shows: the agenda in its order, then the boards that no step uses.
 *
 * Returns: (transfer full) (element-type AtlPlanRun): the rows
 */
GPtrArray *
atl_plan_runs_new (AtlSession *session)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);

  g_return_val_if_fail (ATL_IS_SESSION (session), runs);

  add_steps (runs, session);
  add_other_boards (runs, session);
  return runs;
}

/**
 * atl_plan_runs_get_minutes:
 * @runs: (element-type AtlPlanRun): rows
 *
 * Returns: how long the whole agenda takes
 */
int
atl_plan_runs_get_minutes (GPtrArray *runs)
{
  int minutes = 0;

  for (guint i = 0; i < runs->len; i++)
    minutes += ((AtlPlanRun *) g_ptr_array_index (runs, i))->minutes;
  return minutes;
}

/**
 * atl_plan_runs_find_board:
 * @runs: (element-type AtlPlanRun): rows
 * @board: (nullable): a board
 *
 * Returns: the position of its first row, or -1
 */
int
atl_plan_runs_find_board (GPtrArray *runs,
                          AtlBoard  *board)
{
  for (guint i = 0; board != NULL && i < runs->len; i++)
    if (((AtlPlanRun *) g_ptr_array_index (runs, i))->board == board)
      return (int) i;
  return -1;
}

/**
 * atl_plan_runs_get_neighbor:
 * @runs: (element-type AtlPlanRun): rows
 * @board: (nullable): a board
 * @by: 1 for the board that comes next, -1 for the one before
 *
 * Returns: (transfer none) (nullable): the nearest row with another board in that direction
 */
AtlBoard *
atl_plan_runs_get_neighbor (GPtrArray *runs,
                            AtlBoard  *board,
                            int        by)
{
  for (int i = atl_plan_runs_find_board (runs, board) + by; i >= 0 && i < (int) runs->len; i += by)
    {
      AtlPlanRun *run = g_ptr_array_index (runs, i);

      if (run->board != NULL && run->board != board)
        return run->board;
    }
  return NULL;
}

static const char *
get_rank (AtlItem *item)
{
  return item != NULL ? atl_item_peek_value (item, (guint) ATL_ITEM_GET_CLASS (item)->rank_field).string
                      : NULL;
}

static void
set_rank (AtlItem    *item,
          const char *rank)
{
  AtlValue value = atl_value_string (ATL_VALUE_RANK, rank);

  atl_item_set_value (item, (guint) ATL_ITEM_GET_CLASS (item)->rank_field, &value);
}

/* Ranks @moved between two items of their list; everything is ranked anew where there is no room between
 * them. */
static void
rank_between (AtlList   *list,
              GPtrArray *moved,
              AtlItem   *before,
              AtlItem   *after)
{
  g_auto (GStrv) ranks = NULL;

  if (before != NULL && after != NULL && strcmp (get_rank (before), get_rank (after)) >= 0)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      for (guint i = 0; i < atl_list_get_length (list); i++)
        g_ptr_array_add (items, atl_list_get (list, i));
      ranks = atl_rank_spread (NULL, NULL, items->len);
      for (guint i = 0; i < items->len; i++)
        set_rank (g_ptr_array_index (items, i), ranks[i]);
      g_clear_pointer (&ranks, g_strfreev);
    }
  ranks = atl_rank_spread (get_rank (before), get_rank (after), moved->len);
  for (guint i = 0; i < moved->len; i++)
    set_rank (g_ptr_array_index (moved, i), ranks[i]);
}

static AtlStep *
get_edge_step (GPtrArray *runs,
               int        position,
               gboolean   last)
{
  AtlPlanRun *run = position >= 0 && position < (int) runs->len ? g_ptr_array_index (runs, position) : NULL;

  if (run == NULL || run->steps->len == 0)
    return NULL;
  return g_ptr_array_index (run->steps, last ? run->steps->len - 1 : 0);
}

static AtlBoard *
get_board (GPtrArray *runs,
           int        position)
{
  AtlPlanRun *run = position >= 0 && position < (int) runs->len ? g_ptr_array_index (runs, position) : NULL;

  return run != NULL ? run->board : NULL;
}

static void
rank_board (AtlSession *session,
            AtlBoard   *board,
            AtlBoard   *before,
            AtlBoard   *after)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  if (before != NULL && after != NULL &&
      strcmp (atl_board_get_rank (before), atl_board_get_rank (after)) >= 0)
    after = NULL;
  g_ptr_array_add (moved, board);
  rank_between (atl_session_get_boards (session), moved, (AtlItem *) before, (AtlItem *) after);
}

/* The report follows the order of the boards, so a board goes where its steps went. */
static void
follow_with_board (AtlSession *session,
                   AtlBoard   *board)
{
  g_autoptr (GPtrArray) runs = atl_plan_runs_new (session);

  rank_board (session, board, atl_plan_runs_get_neighbor (runs, board, -1),
              atl_plan_runs_get_neighbor (runs, board, 1));
}

/**
 * atl_plan_runs_move:
 * @session: a session
 * @from: the position of a row of the plan
 * @to: the position it shall have
 *
 * Moves a row of the plan: its steps in the agenda, its board among the boards. Boards without a step stay
 * after those with one. The caller opens the group of the history.
 */
void
atl_plan_runs_move (AtlSession *session,
                    guint       from,
                    guint       to)
{
  g_autoptr (GPtrArray) runs = atl_plan_runs_new (session);
  AtlPlanRun           *run = NULL;
  int                   before = (int) to - (to > from ? 0 : 1);

  g_return_if_fail (from < runs->len && to < runs->len);
  run = g_ptr_array_index (runs, from);
  if (from == to || (run->steps->len > 0) != (get_edge_step (runs, (int) to, FALSE) != NULL))
    return;
  if (run->steps->len == 0)
    {
      rank_board (session, run->board, get_board (runs, before), get_board (runs, before + 1));
      return;
    }
  rank_between (atl_session_get_steps (session), run->steps, (AtlItem *) get_edge_step (runs, before, TRUE),
                (AtlItem *) get_edge_step (runs, before + 1, FALSE));
  if (run->board != NULL)
    follow_with_board (session, run->board);
}
