/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/atl-export-job.h"

#include "exchange/atl-network-export.h"
#include "exchange/atl-network-matrix.h"
#include "exchange/atl-pdf.h"
#include "exchange/atl-png.h"
#include "file/atl-durable-file.h"
#include "store/codec/atl-codec.h"

/* A thread must not look at items that the room goes on changing: it gets the session as bytes, and reads
 * its own. */
typedef struct
{
  GBytes       *bytes;
  char         *board_id;
  char         *path;
  AtlExportKind kind;
  AtlMapNames   names;
} Job;

static void
job_free (Job *job)
{
  g_bytes_unref (job->bytes);
  g_free (job->board_id);
  g_free (job->path);
  g_free (job);
}

static GBytes *
dup_map (const Job  *job,
         AtlSession *session,
         AtlBoard   *board,
         GError    **error)
{
  switch ((int) job->kind)
    {
    case ATL_EXPORT_MAP_GRAPHML:
      return atl_network_export_graphml (session, board, error);
    case ATL_EXPORT_MAP_LINKS:
      return atl_network_export_links (session, board, error);
    case ATL_EXPORT_MAP_MATRIX:
      return atl_network_export_matrix (board, error);
    case ATL_EXPORT_MAP_ADJACENCY:
      return atl_network_export_adjacency (session, board, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
write_map (const Job  *job,
           AtlSession *session,
           AtlBoard   *board,
           GError    **error)
{
  g_autoptr (GBytes) bytes = dup_map (job, session, board, error);

  return bytes != NULL && atl_durable_write (job->path, bytes, error);
}

static gboolean
write_file (const Job  *job,
            AtlSession *session,
            AtlBoard   *board,
            GError    **error)
{
  const char *language = atl_session_get_language (session);

  switch (job->kind)
    {
    case ATL_EXPORT_REPORT_PDF:
      return atl_pdf_export_report (session, language, job->names, job->path, error);
    case ATL_EXPORT_BOARD_PDF:
      return atl_pdf_export_board (session, board, language, job->names, job->path, error);
    case ATL_EXPORT_BOARD_PNG:
      return atl_png_export_board (session, board, ATL_PNG_DEFAULT_WIDTH, job->names, job->path, error);
    case ATL_EXPORT_MAP_GRAPHML:
    case ATL_EXPORT_MAP_LINKS:
    case ATL_EXPORT_MAP_MATRIX:
    case ATL_EXPORT_MAP_ADJACENCY:
      return write_map (job, session, board, error);
    case ATL_N_EXPORT_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  const Job               *job = data;
  g_autoptr (AtlProblems)  problems = atl_problems_new ();
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (AtlSession)   copy = NULL;
  AtlBoard                *board = NULL;
  AtlCodecAge              age;
  GError                  *error = NULL;

  /* What the scene leaves for later stays in this thread: nobody runs this context. */
  g_main_context_push_thread_default (context);
  copy = atl_codec_read (job->bytes, problems, &age, &error);
  if (copy != NULL && job->board_id != NULL)
    board = atl_list_find (atl_session_get_boards (copy), job->board_id);
  if (copy != NULL && write_file (job, copy, board, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_clear_object (&copy);
  g_main_context_pop_thread_default (context);
}

/**
 * atl_export_async:
 * @session: the session to export, as it is now
 * @board: (nullable): the board, for kinds that are of one
 * @kind: what to write
 * @names: who is named on maps that are drawn
 * @path: (type filename): the file to write, replaced if it is there
 * @callback: called when the file is on the disk, or why it is not
 * @user_data: for @callback
 *
 * Writes a session or a board to a file in a thread. The session may be changed meanwhile.
 */
void
atl_export_async (AtlSession         *session,
                  AtlBoard           *board,
                  AtlExportKind       kind,
                  AtlMapNames         names,
                  const char         *path,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (ATL_IS_SESSION (session) && path != NULL);
  g_return_if_fail (kind == ATL_EXPORT_REPORT_PDF || ATL_IS_BOARD (board));

  job = g_new0 (Job, 1);
  job->bytes = atl_codec_write (session);
  job->board_id = board != NULL ? g_strdup (atl_item_get_id (ATL_ITEM (board))) : NULL;
  job->path = g_strdup (path);
  job->kind = kind;
  job->names = names;
  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, atl_export_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run);
}

/**
 * atl_export_finish:
 * @result: what the callback got
 * @error: (out) (optional): why the file could not be written, a sentence for the user
 *
 * Returns: whether the file is on the disk
 */
gboolean
atl_export_finish (GAsyncResult *result,
                   GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
