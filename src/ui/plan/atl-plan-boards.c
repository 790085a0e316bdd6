/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/plan/atl-plan-boards.h"

#include "config.h"
#include "model/atl-edits.h"
#include "ui/common/atl-toast.h"
#include "ui/plan/atl-plan-runs.h"

#include <glib/gi18n-lib.h>

static gboolean
is_taken (AtlSession *session,
          const char *title)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (g_str_equal (atl_board_get_title (atl_list_get (boards, i)), title))
      return TRUE;
  return FALSE;
}

/* "Sailboat" becomes "Sailboat (2)", and that "Sailboat (3)". */
static char *
dup_next_title (AtlSession *session,
                const char *title)
{
  g_autoptr (GRegex) number = g_regex_new (" \\([0-9]{1,4}\\)$", 0, 0, NULL);
  g_autofree char   *stem = g_regex_replace_literal (number, title, -1, 0, "", 0, NULL);
  char              *next = g_strdup_printf ("%s (2)", stem);

  for (guint i = 3; is_taken (session, next); i++)
    {
      g_free (next);
      next = g_strdup_printf ("%s (%u)", stem, i);
    }
  return next;
}

static void
put_behind (AtlSession *session,
            AtlBoard   *copy,
            AtlBoard   *board)
{
  g_autoptr (GPtrArray) runs = atl_plan_runs_new (session);
  int                   from = atl_plan_runs_find_board (runs, copy);
  int                   to = atl_plan_runs_find_board (runs, board);

  if (from >= 0 && to >= 0)
    atl_plan_runs_move (session, (guint) from, (guint) to + (to < from ? 1 : 0));
}

/**
 * atl_plan_boards_duplicate:
 * @board: a board of a session
 * @history: of the session
 * @what: what comes along
 *
 * Puts a copy of @board behind it.
 *
 * Returns: (transfer none): the copy
 */
AtlBoard *
atl_plan_boards_duplicate (AtlBoard    *board,
                           AtlHistory  *history,
                           AtlBoardCopy what)
{
  AtlSession      *session = atl_item_get_session (ATL_ITEM (board));
  g_autofree char *title = dup_next_title (session, atl_board_get_title (board));
  AtlBoard        *copy = NULL;

  atl_history_begin (history, _ ("Duplicate Board"));
  copy = atl_board_duplicate (board, title, what);
  put_behind (session, copy, board);
  atl_history_end (history);
  return copy;
}

/**
 * atl_plan_boards_reset:
 * @board: a board of a session
 * @history: of the session
 * @widget: a widget of the window, where it is said
 *
 * Takes everything off a board that was put on it, except for what is locked.
 */
void
atl_plan_boards_reset (AtlBoard   *board,
                       AtlHistory *history,
                       GtkWidget  *widget)
{
  g_autofree char *text = NULL;
  gboolean         nothing = atl_list_get_length (atl_board_get_notes (board)) == 0;

  if (atl_board_is_empty (board))
    {
      atl_toast_show (widget, nothing ? _ ("There is nothing on this board")
                                      : _ ("What is on this board stands in locked areas"));
      return;
    }
  atl_history_begin (history, _ ("Empty Board"));
  atl_board_reset (board);
  atl_history_end (history);
  nothing = atl_list_get_length (atl_board_get_notes (board)) == 0;
  text = g_strdup_printf (nothing ? _ ("Board “%s” emptied")
                                  : _ ("Board “%s” emptied, except for locked areas"),
                          atl_board_get_title (board));
  atl_toast_show_undo (widget, text, history);
}

/**
 * atl_plan_boards_delete:
 * @board: a board of a session
 * @history: of the session
 * @widget: a widget of the window, where it is said
 *
 * Deletes a board with everything on it.
 */
void
atl_plan_boards_delete (AtlBoard   *board,
                        AtlHistory *history,
                        GtkWidget  *widget)
{
  g_autofree char *text = g_strdup_printf (_ ("Board “%s” deleted"), atl_board_get_title (board));

  atl_history_begin (history, _ ("Delete Board"));
  atl_board_delete (board);
  atl_history_end (history);
  atl_toast_show_undo (widget, text, history);
}
