/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-result.h"

#include "config.h"
#include "model/atl-note.h"
#include "store/codec/atl-codec.h"
#include "ui/compare/atl-compare-picture.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AtlCompareSource *before;
  AtlCompareSource *after;
  GPtrArray        *answers;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->before);
  g_object_unref (job->after);
  g_ptr_array_unref (job->answers);
  g_free (job);
}

static void
side_clear (AtlCompareSide *side)
{
  g_clear_object (&side->source);
  g_clear_object (&side->board);
  g_clear_object (&side->session);
  g_clear_pointer (&side->network, atl_network_unref);
}

static gboolean
side_read (AtlCompareSide   *side,
           AtlCompareSource *source,
           GError          **error)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age = ATL_CODEC_CURRENT;
  AtlBoard               *board = NULL;

  side->source = g_object_ref (source);
  side->session = atl_codec_read (atl_compare_source_get_bytes (source), problems, &age, error);
  if (side->session == NULL)
    return FALSE;
  board = atl_list_find (atl_session_get_boards (side->session), atl_compare_source_get_board (source));
  if (board == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("There is no map of people or teams in this session."));
      return FALSE;
    }
  side->board = g_object_ref (board);
  side->network = atl_network_new (board);
  return TRUE;
}

static guint
find_node (AtlNetwork *network,
           const char *id)
{
  for (guint i = 0; id != NULL && i < network->n_nodes; i++)
    if (g_strcmp0 (network->nodes[i].id, id) == 0)
      return i;
  return ATL_MATCHING_NONE;
}

/* Only what is still a question is answered: an answer given before a swap may mean nothing now. */
static void
take_answers (AtlCompareResult *self,
              GPtrArray        *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      AtlCompareAnswer *answer = answers->pdata[i];
      guint             before = find_node (self->before.network, answer->before);
      guint             after = find_node (self->after.network, answer->after);

      if (before != ATL_MATCHING_NONE && self->matching->ambiguous[before])
        atl_matching_set (self->matching, before, after);
    }
}

static void
match (AtlCompareResult *self,
       GPtrArray        *answers)
{
  self->matching = atl_matching_new (self->before.network, self->after.network);
  for (guint i = 0; i < self->matching->n_before; i++)
    if (self->matching->ambiguous[i])
      g_array_append_val (self->asked, i);
  take_answers (self, answers);
}

static AtlCompareResult *
compare (Job          *job,
         GCancellable *cancellable,
         GError      **error)
{
  g_autoptr (AtlCompareResult) self = g_new0 (AtlCompareResult, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->asked = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!side_read (&self->before, job->before, error) || !side_read (&self->after, job->after, error))
    return NULL;
  match (self, job->answers);
  self->comparison =
    atl_comparison_new (self->before.network, self->after.network, self->matching, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || self->comparison == NULL)
    return NULL;
  atl_compare_picture_prepare (self);
  return g_steal_pointer (&self);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError           *error = NULL;
  AtlCompareResult *result = compare (data, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) atl_compare_result_unref);
  else
    g_task_return_error (task, error);
}

/**
 * atl_compare_answer_new:
 * @before: the id of a node of the earlier map
 * @after: (nullable): that of the same one on the later map, %NULL if it is not there
 *
 * Returns: (transfer full): the answer
 */
AtlCompareAnswer *
atl_compare_answer_new (const char *before,
                        const char *after)
{
  AtlCompareAnswer *self = g_new0 (AtlCompareAnswer, 1);

  self->before = g_strdup (before);
  self->after = g_strdup (after);
  return self;
}

/**
 * atl_compare_answer_free:
 * @self: (transfer full): an answer
 */
void
atl_compare_answer_free (AtlCompareAnswer *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * atl_compare_run_async:
 * @before: the earlier map
 * @after: the later one
 * @answers: (element-type AtlCompareAnswer): what the user said about names that several bear
 * @cancellable: (nullable): to give up
 * @callback: called in the main loop; it calls atl_compare_run_finish()
 * @user_data: for @callback
 *
 * Compares two maps in a thread, on copies of their sessions.
 */
void
atl_compare_run_async (AtlCompareSource   *before,
                       AtlCompareSource   *after,
                       GPtrArray          *answers,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  job->before = g_object_ref (before);
  job->after = g_object_ref (after);
  job->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_compare_answer_free);
  for (guint i = 0; i < answers->len; i++)
    {
      AtlCompareAnswer *answer = answers->pdata[i];

      g_ptr_array_add (job->answers, atl_compare_answer_new (answer->before, answer->after));
    }
  g_task_set_source_tag (task, atl_compare_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * atl_compare_run_finish:
 * @result: what the callback got
 * @error: set to why there is none
 *
 * Returns: (transfer full) (nullable): the comparison
 */
AtlCompareResult *
atl_compare_run_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atl_compare_result_ref:
 * @self: a result
 *
 * Returns: (transfer full): @self
 */
AtlCompareResult *
atl_compare_result_ref (AtlCompareResult *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atl_compare_result_unref:
 * @self: (transfer full): a result
 */
void
atl_compare_result_unref (AtlCompareResult *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->comparison, atl_comparison_free);
  g_clear_pointer (&self->matching, atl_matching_free);
  g_array_unref (self->asked);
  side_clear (&self->before);
  side_clear (&self->after);
  g_free (self);
}

/**
 * atl_compare_side_find_note:
 * @self: a map
 * @node: one of its nodes
 *
 * Returns: (transfer none) (nullable): the note that stands for it
 */
AtlNote *
atl_compare_side_find_note (AtlCompareSide *self,
                            guint           node)
{
  return atl_list_find (atl_board_get_notes (self->board), self->network->nodes[node].id);
}

/**
 * atl_compare_result_count_open_questions:
 * @self: a result
 *
 * Returns: how many nodes of the earlier map are left out because others bear their name and nobody has said
 *   yet who is who
 */
guint
atl_compare_result_count_open_questions (AtlCompareResult *self)
{
  guint n = 0;

  for (guint i = 0; i < self->matching->n_before; i++)
    n += self->matching->ambiguous[i];
  return n;
}
