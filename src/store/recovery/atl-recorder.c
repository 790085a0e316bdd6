/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-recorder.h"

#include "store/recovery/atl-pace.h"
#include "store/recovery/atl-recovery.h"
#include "store/atl-store-error.h"

#define RETRY 5 /* paces until a failed snapshot is tried again */

/* How far something is written; the numbers are those of changes. */
typedef struct
{
  guint64 touched;
  guint64 written; /* guarded by the lock */
} Mark;

/**
 * AtlRecorder:
 *
 * Writes recovery snapshots of a session while it changes, in a thread, one at a time. What was written last
 * is never older than what was written before, whichever thread wins.
 */
struct _AtlRecorder
{
  GObject parent_instance;

  AtlRecovery      *recovery;
  AtlRecorderSource source;
  gpointer          user_data;
  AtlPace           pace;
  guint             timer;
  GMutex            lock;
  Mark              content;
  Mark              text;  /* of the draft */
  AtlDraft         *draft; /* NULL for none */
  gboolean          busy;
  gboolean          hurry; /* when the one under way is done, the next follows at once */
  char             *error_message;
};

G_DEFINE_FINAL_TYPE (AtlRecorder, atl_recorder, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ERROR_MESSAGE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* What the thread gets: nothing in it is shared with the session. */
typedef struct
{
  GBytes   *bytes; /* NULL if there is a snapshot already */
  AtlDraft *draft; /* NULL for none */
  guint64   number;
  guint64   content;
  guint64   text;
} Job;

static void schedule (AtlRecorder *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->draft, atl_draft_free);
  g_free (job);
}

static gint64
get_now (void)
{
  return g_get_monotonic_time () / 1000;
}

static gboolean
is_behind (AtlRecorder *self)
{
  gboolean behind;

  g_mutex_lock (&self->lock);
  behind = self->content.touched > self->content.written || self->text.touched > self->text.written;
  g_mutex_unlock (&self->lock);
  return behind;
}

static Job *
job_new (AtlRecorder *self)
{
  Job     *job = g_new0 (Job, 1);
  gboolean changed;

  job->content = self->content.touched;
  job->text = self->text.touched;
  if (self->draft != NULL)
    job->draft = atl_draft_copy (self->draft);
  g_mutex_lock (&self->lock);
  changed = self->content.touched > self->content.written;
  g_mutex_unlock (&self->lock);
  if (changed && self->source != NULL)
    {
      job->number = atl_recovery_take_number (self->recovery);
      job->bytes = self->source (self->user_data);
    }
  return job;
}

static gboolean
write_content (AtlRecorder *self, Job *job, GError **error)
{
  if (job->bytes == NULL || job->content <= self->content.written)
    return TRUE;
  if (!atl_recovery_write_snapshot (self->recovery, job->number, job->bytes, g_get_real_time (), error))
    return FALSE;
  self->content.written = job->content;
  return TRUE;
}

static gboolean
write_text (AtlRecorder *self, Job *job, GError **error)
{
  if (job->text <= self->text.written)
    return TRUE;
  if (!atl_recovery_set_draft (self->recovery, job->draft, error))
    return FALSE;
  self->text.written = job->text;
  return TRUE;
}

/* The lock is held. Words in the capture bar are worth as much as words on the board: both are tried. Words
 * that went from the bar to the board stay in the draft until the board is written. */
static gboolean
write_job (AtlRecorder *self, Job *job, GError **error)
{
  gboolean kept = write_content (self, job, error);

  if (!kept && job->draft == NULL)
    return FALSE;
  return write_text (self, job, kept ? error : NULL) && kept;
}

static gboolean
run_job (AtlRecorder *self, Job *job, GError **error)
{
  gboolean done;

  g_mutex_lock (&self->lock);
  done = write_job (self, job, error);
  g_mutex_unlock (&self->lock);
  return done;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_error (AtlRecorder *self, const GError *error)
{
  g_autoptr (GError) plain = NULL;
  const char        *message;

  if (error != NULL)
    atl_store_error_set_not_kept (&plain, error);
  message = plain != NULL ? plain->message : NULL;
  if (g_strcmp0 (self->error_message, message) == 0)
    return;
  g_free (self->error_message);
  self->error_message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
}

static void
start (AtlRecorder *self, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, NULL);

  self->busy = TRUE;
  self->hurry = FALSE;
  atl_pace_rest (&self->pace, get_now ());
  g_task_set_task_data (task, job_new (self), job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlRecorder       *self = ATL_RECORDER (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->busy = FALSE;
  set_error (self, error);
  if (self->hurry && error == NULL && is_behind (self))
    start (self, written_cb);
  else if (error != NULL)
    atl_pace_touch (&self->pace, get_now () + (gint64) self->pace.within * RETRY);
  schedule (self);
}

static gboolean
timed_out_cb (gpointer data)
{
  AtlRecorder *self = data;

  self->timer = 0;
  if (!self->busy && atl_pace_get_due (&self->pace) <= get_now () && is_behind (self))
    start (self, written_cb);
  else
    schedule (self);
  return G_SOURCE_REMOVE;
}

/* One timer at a time: a change in between only makes it look again. */
static void
schedule (AtlRecorder *self)
{
  gint64 due = atl_pace_get_due (&self->pace);

  if (due < 0 || self->timer != 0 || self->busy)
    return;
  if (!is_behind (self))
    {
      atl_pace_rest (&self->pace, get_now ());
      return;
    }
  self->timer = g_timeout_add ((guint) MAX (due - get_now (), 0), timed_out_cb, self);
}

static void
touched (AtlRecorder *self)
{
  atl_pace_touch (&self->pace, get_now ());
  schedule (self);
}

static void
atl_recorder_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ERROR_MESSAGE)
    g_value_set_string (value, ATL_RECORDER (object)->error_message);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
atl_recorder_dispose (GObject *object)
{
  AtlRecorder *self = ATL_RECORDER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->source = NULL;
  G_OBJECT_CLASS (atl_recorder_parent_class)->dispose (object);
}

static void
atl_recorder_finalize (GObject *object)
{
  AtlRecorder *self = ATL_RECORDER (object);

  atl_recovery_unref (self->recovery);
  g_clear_pointer (&self->draft, atl_draft_free);
  g_free (self->error_message);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (atl_recorder_parent_class)->finalize (object);
}

static void
atl_recorder_class_init (AtlRecorderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atl_recorder_get_property;
  object_class->dispose = atl_recorder_dispose;
  object_class->finalize = atl_recorder_finalize;
  properties[PROP_ERROR_MESSAGE] =
    g_param_spec_string ("error-message", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atl_recorder_init (AtlRecorder *self)
{
  g_mutex_init (&self->lock);
}

/**
 * atl_recorder_new:
 * @recovery: where the snapshots go
 * @after: milliseconds from the last change to a snapshot
 * @within: the most milliseconds from the first change that is in none
 *
 * Returns: (transfer full): a recorder; it writes nothing before the first change
 */
AtlRecorder *
atl_recorder_new (AtlRecovery *recovery, guint after, guint within)
{
  AtlRecorder *self = g_object_new (ATL_TYPE_RECORDER, NULL);

  self->recovery = atl_recovery_ref (recovery);
  atl_pace_init (&self->pace, after, within, 0);
  return self;
}

/**
 * atl_recorder_set_source:
 * @self: a recorder
 * @source: (nullable): gives the bytes of a snapshot; %NULL to write no more
 * @user_data: for @source
 *
 * Sets where the bytes come from.
 */
void
atl_recorder_set_source (AtlRecorder *self, AtlRecorderSource source, gpointer user_data)
{
  g_return_if_fail (ATL_IS_RECORDER (self));

  self->source = source;
  self->user_data = user_data;
  if (source == NULL)
    g_clear_handle_id (&self->timer, g_source_remove);
}

/**
 * atl_recorder_touch:
 * @self: a recorder
 * @serial: the number of the change, larger than those before
 *
 * Tells that the session has changed.
 */
void
atl_recorder_touch (AtlRecorder *self, guint64 serial)
{
  g_return_if_fail (ATL_IS_RECORDER (self));

  self->content.touched = serial;
  touched (self);
}

/**
 * atl_recorder_set_draft:
 * @self: a recorder
 * @draft: (transfer full) (nullable): what is typed but is no note yet
 *
 * Sets what stands in the capture bar. Like a change of the session, it is soon on the disk.
 */
void
atl_recorder_set_draft (AtlRecorder *self, AtlDraft *draft)
{
  g_return_if_fail (ATL_IS_RECORDER (self));

  if (draft == self->draft || (draft != NULL && self->draft != NULL && atl_draft_equal (draft, self->draft)))
    {
      g_clear_pointer (&draft, atl_draft_free);
      return;
    }
  g_clear_pointer (&self->draft, atl_draft_free);
  self->draft = draft;
  self->text.touched++;
  touched (self);
}

/**
 * atl_recorder_flush:
 * @self: a recorder
 *
 * Writes a snapshot now, in a thread, if anything has changed since the last one.
 */
void
atl_recorder_flush (AtlRecorder *self)
{
  g_return_if_fail (ATL_IS_RECORDER (self));

  if (self->busy)
    self->hurry = TRUE;
  else if (is_behind (self))
    start (self, written_cb);
}

/**
 * atl_recorder_flush_sync:
 * @self: a recorder
 * @error: return location for why it could not be written
 *
 * Writes a snapshot now and waits for it, if anything has changed since the last one.
 *
 * Returns: whether all is in a snapshot
 */
gboolean
atl_recorder_flush_sync (AtlRecorder *self, GError **error)
{
  Job               *job;
  gboolean           done;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (ATL_IS_RECORDER (self), FALSE);

  job = job_new (self);
  done = run_job (self, job, &local);
  job_free (job);
  set_error (self, local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return done;
}

/**
 * atl_recorder_take_number:
 * @self: a recorder
 *
 * Takes a number for bytes that are taken at this moment, for atl_recorder_settle().
 *
 * Returns: a number that later snapshots exceed
 */
guint64
atl_recorder_take_number (AtlRecorder *self)
{
  g_return_val_if_fail (ATL_IS_RECORDER (self), 0);
  return atl_recovery_take_number (self->recovery);
}

/**
 * atl_recorder_secure:
 * @self: a recorder
 * @serial: the number of the last change in @bytes
 * @number: what atl_recorder_take_number() gave when the bytes were taken
 * @bytes: what is about to be saved
 *
 * Writes a snapshot of what is about to be saved, unless there is one: whoever is killed between the save and
 * atl_recorder_settle() finds the snapshot and the file to be the same. To be called in a thread.
 */
void
atl_recorder_secure (AtlRecorder *self, guint64 serial, guint64 number, GBytes *bytes)
{
  Job                job = { .bytes = bytes, .number = number, .content = serial };
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ATL_IS_RECORDER (self) && bytes != NULL);

  g_mutex_lock (&self->lock);
  if (!write_content (self, &job, &error))
    g_info ("Cannot write a snapshot before saving: %s", error->message);
  g_mutex_unlock (&self->lock);
}

/**
 * atl_recorder_settle:
 * @self: a recorder
 * @serial: the number of the last change that is durably in the file
 * @number: what atl_recorder_take_number() gave when the bytes were taken
 * @path: the file
 * @digest: the digest of the file
 *
 * Tells that a durable save exists. Waits for a snapshot that is under way: to be called in a thread.
 */
void
atl_recorder_settle (AtlRecorder *self,
                     guint64      serial,
                     guint64      number,
                     const char  *path,
                     const char  *digest)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ATL_IS_RECORDER (self));

  g_mutex_lock (&self->lock);
  self->content.written = MAX (self->content.written, serial);
  atl_recovery_set_path (self->recovery, path);
  if (!atl_recovery_settle (self->recovery, number, digest, &error))
    g_info ("Cannot settle the recovery snapshots: %s", error->message);
  g_mutex_unlock (&self->lock);
}

/* The lock is held. */
static gboolean
end (AtlRecorder *self, gboolean modified, const char *digest, gboolean discard, GError **error)
{
  gint64 now = g_get_real_time ();

  if (discard)
    return atl_recovery_discard (self->recovery, now, error);
  if (!modified && !atl_recovery_settle (self->recovery, atl_recovery_take_number (self->recovery),
                                         digest != NULL ? digest : "", error))
    return FALSE;
  return atl_recovery_close (self->recovery, now, error);
}

/**
 * atl_recorder_end:
 * @self: a recorder
 * @modified: whether the session has anything that is in no file
 * @digest: (nullable): the digest of its file
 * @discard: whether the user wants none of that
 * @error: return location for why it could not be kept
 *
 * Writes what is not in a snapshot yet, and ends this opening of the session in order: what is not in a file
 * stays as a draft. The recorder writes no more. With @discard it ends even if that could not be written.
 *
 * Returns: whether nothing is lost
 */
gboolean
atl_recorder_end (AtlRecorder *self, gboolean modified, const char *digest, gboolean discard, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean           done;

  g_return_val_if_fail (ATL_IS_RECORDER (self), FALSE);

  if (is_behind (self) && !atl_recorder_flush_sync (self, &local) && modified && !discard)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  atl_recorder_set_source (self, NULL, NULL);
  g_mutex_lock (&self->lock);
  self->content.written = G_MAXUINT64;
  self->text.written = G_MAXUINT64;
  done = end (self, modified, digest, discard, error);
  g_mutex_unlock (&self->lock);
  return done;
}

/**
 * atl_recorder_get_error_message:
 * @self: a recorder
 *
 * Returns: (transfer none) (nullable): why the last snapshot failed, in the user's words, or %NULL
 */
const char *
atl_recorder_get_error_message (AtlRecorder *self)
{
  g_return_val_if_fail (ATL_IS_RECORDER (self), NULL);
  return self->error_message;
}
