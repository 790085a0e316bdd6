/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-document.h"

#include "config.h"
#include "file/atl-durable-file.h"
#include "file/atl-json-file.h"
#include "store/atl-codec.h"
#include "store/atl-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * AtlDocument:
 *
 * An open session: its history, its file, and how the two stand to each other.
 */
struct _AtlDocument
{
  GObject parent_instance;

  AtlSession      *session;
  AtlHistory      *history;
  AtlProblems     *problems;
  char            *path; /* NULL while it has no file */
  char            *error_message;
  AtlDocumentState state;
  gboolean         modified;
  gboolean         read_only;
  gboolean         saving;
};

G_DEFINE_FINAL_TYPE (AtlDocument, atl_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_HISTORY,
  PROP_PATH,
  PROP_STATE,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_ERROR_MESSAGE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* What a reading thread hands over. */
typedef struct
{
  AtlSession  *session;
  AtlProblems *problems;
  AtlCodecAge  age;
} Loaded;

/* What a saving thread gets: nothing in it is shared with the session. */
typedef struct
{
  char    *path;
  GBytes  *bytes;
  guint64  position; /* of the history when the bytes were taken */
  gboolean is_copy;
} Saving;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->session);
  g_clear_pointer (&loaded->problems, atl_problems_unref);
  g_free (loaded);
}

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->path);
  g_bytes_unref (saving->bytes);
  g_free (saving);
}

static Loaded *
load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = atl_file_read (path, error);
  Loaded            *loaded = NULL;

  if (bytes == NULL)
    return NULL;
  loaded = g_new0 (Loaded, 1);
  loaded->problems = atl_problems_new ();
  loaded->session = atl_codec_read (bytes, loaded->problems, &loaded->age, error);
  if (loaded->session == NULL)
    g_clear_pointer (&loaded, loaded_free);
  return loaded;
}

static AtlDocumentState
compute_state (AtlDocument *self)
{
  if (self->saving)
    return ATL_DOCUMENT_SAVING;
  if (self->error_message != NULL)
    return ATL_DOCUMENT_FAILED;
  return self->path != NULL && !self->modified ? ATL_DOCUMENT_SAVED : ATL_DOCUMENT_UNSAVED;
}

static void
update (AtlDocument *self)
{
  gboolean         modified = !atl_history_get_saved (self->history);
  gboolean         differs = modified != self->modified;
  AtlDocumentState state;

  self->modified = modified;
  state = compute_state (self);
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  if (state == self->state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_text (AtlDocument *self, char **member, const char *text, guint property)
{
  if (g_strcmp0 (*member, text) == 0)
    return;
  g_free (*member);
  *member = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
atl_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlDocument *self = ATL_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atl_document_finalize (GObject *object)
{
  AtlDocument *self = ATL_DOCUMENT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->session);
  g_clear_pointer (&self->problems, atl_problems_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->error_message, g_free);
  G_OBJECT_CLASS (atl_document_parent_class)->finalize (object);
}

static void
atl_document_class_init (AtlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atl_document_get_property;
  object_class->finalize = atl_document_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATL_TYPE_SESSION, flags);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, ATL_TYPE_HISTORY, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, ATL_DOCUMENT_SAVED, ATL_DOCUMENT_CONFLICT,
                                             ATL_DOCUMENT_UNSAVED, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atl_document_init (AtlDocument *self)
{
  self->state = ATL_DOCUMENT_UNSAVED;
}

/**
 * atl_document_new:
 * @session: a session
 *
 * Returns: (transfer full): a document without a file; the session as it is now counts as unmodified
 */
AtlDocument *
atl_document_new (AtlSession *session)
{
  AtlDocument *self = g_object_new (ATL_TYPE_DOCUMENT, NULL);

  self->session = g_object_ref (session);
  self->history = atl_history_new (session);
  self->problems = atl_problems_new ();
  g_signal_connect_object (self->history, "notify::saved", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

static AtlDocument *
document_from (Loaded *loaded, const char *path)
{
  AtlDocument *self = atl_document_new (loaded->session);

  atl_problems_unref (self->problems);
  self->problems = g_steal_pointer (&loaded->problems);
  self->path = g_strdup (path);
  self->read_only = loaded->age == ATL_CODEC_NEWER;
  self->state = compute_state (self);
  loaded_free (loaded);
  return self;
}

/**
 * atl_document_open:
 * @path: path of a session file
 * @error: return location for an error of the file layer or the codec
 *
 * Opens a session and waits for it.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL
 */
AtlDocument *
atl_document_open (const char *path, GError **error)
{
  Loaded *loaded = load (path, error);

  return loaded != NULL ? document_from (loaded, path) : NULL;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  Loaded *loaded = load (path, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, loaded_free);
  else
    g_task_return_error (task, error);
}

/**
 * atl_document_open_async:
 * @path: path of a session file
 * @cancellable: (nullable): to give up
 * @callback: called in the main loop; it calls atl_document_open_finish()
 * @user_data: for @callback
 *
 * Opens a session in a thread.
 */
void
atl_document_open_async (const char         *path,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, atl_document_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * atl_document_open_finish:
 * @result: what the callback got
 * @error: return location for an error of the file layer or the codec
 *
 * Returns: (transfer full) (nullable): the document, or %NULL
 */
AtlDocument *
atl_document_open_finish (GAsyncResult *result, GError **error)
{
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), error);

  return loaded != NULL ? document_from (loaded, g_task_get_task_data (G_TASK (result))) : NULL;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (atl_durable_write (saving->path, saving->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_save (AtlDocument        *self,
            const char         *path,
            gboolean            is_copy,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Saving           *saving = g_new0 (Saving, 1);

  g_task_set_check_cancellable (task, FALSE);
  atl_history_break (self->history);
  saving->path = g_strdup (path);
  saving->bytes = atl_codec_write (self->session);
  saving->position = atl_history_get_position (self->history);
  saving->is_copy = is_copy;
  g_task_set_task_data (task, saving, saving_free);
  self->saving = TRUE;
  update (self);
  g_task_run_in_thread (task, save_in_thread);
}

static gboolean
may_save (AtlDocument *self, const char *path, GError **error)
{
  if (self->saving)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING, _ ("The session is being saved already."));
  else if (self->read_only)
    g_set_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_READ_ONLY,
                 _ ("This session was made by a newer version of Atelier. It can be read here, but "
                    "saving it would lose what this version does not know."));
  else if (path == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _ ("The session has no file yet."));
  else
    return TRUE;
  return FALSE;
}

static void
save_checked (AtlDocument        *self,
              const char         *path,
              gboolean            is_copy,
              GCancellable       *cancellable,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  GError *error = NULL;

  if (may_save (self, path, &error))
    start_save (self, path, is_copy, cancellable, callback, user_data);
  else
    g_task_report_error (self, callback, user_data, save_checked, error);
}

/**
 * atl_document_save_async:
 * @self: a document
 * @path: (nullable): where to, or %NULL for its own file
 * @cancellable: (nullable): ignored once writing has begun
 * @callback: called in the main loop; it calls atl_document_save_finish()
 * @user_data: for @callback
 *
 * Takes a copy of the session as it is now and writes it durably, in a thread. Once that is done, @path is
 * the
 * document's own file. One save runs at a time: a second one fails with %G_IO_ERROR_PENDING.
 */
void
atl_document_save_async (AtlDocument        *self,
                         const char         *path,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (ATL_IS_DOCUMENT (self));
  save_checked (self, path != NULL ? path : self->path, FALSE, cancellable, callback, user_data);
}

/**
 * atl_document_save_copy_async:
 * @self: a document
 * @path: where to
 * @cancellable: (nullable): ignored once writing has begun
 * @callback: called in the main loop; it calls atl_document_save_finish()
 * @user_data: for @callback
 *
 * Like atl_document_save_async(), but the document stays with its own file, and stays unsaved if it was.
 */
void
atl_document_save_copy_async (AtlDocument        *self,
                              const char         *path,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (ATL_IS_DOCUMENT (self));
  save_checked (self, path, TRUE, cancellable, callback, user_data);
}

static void
note_saved (AtlDocument *self, Saving *saving)
{
  set_text (self, &self->error_message, NULL, PROP_ERROR_MESSAGE);
  if (saving->is_copy)
    return;
  set_text (self, &self->path, saving->path, PROP_PATH);
  atl_history_mark_saved (self->history, saving->position);
}

/**
 * atl_document_save_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location for an error of the file layer or the store
 *
 * Returns: whether the copy is durably in the file; if not, the old file is as it was
 */
gboolean
atl_document_save_finish (AtlDocument *self, GAsyncResult *result, GError **error)
{
  Saving            *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) failure = NULL;
  gboolean           done = g_task_propagate_boolean (G_TASK (result), &failure);

  if (saving != NULL)
    {
      self->saving = FALSE;
      if (done)
        note_saved (self, saving);
      else
        set_text (self, &self->error_message, failure->message, PROP_ERROR_MESSAGE);
      update (self);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return done;
}

/**
 * atl_document_get_session:
 * @self: a document
 *
 * Returns: (transfer none): the session
 */
AtlSession *
atl_document_get_session (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->session;
}

/**
 * atl_document_get_history:
 * @self: a document
 *
 * Returns: (transfer none): its undo and redo
 */
AtlHistory *
atl_document_get_history (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->history;
}

/**
 * atl_document_get_problems:
 * @self: a document
 *
 * Returns: (transfer none): what in the file could not be used
 */
AtlProblems *
atl_document_get_problems (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->problems;
}

/**
 * atl_document_get_path:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): its file, or %NULL while it has none
 */
const char *
atl_document_get_path (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->path;
}

/**
 * atl_document_get_state:
 * @self: a document
 *
 * Returns: how the session and its file stand to each other
 */
AtlDocumentState
atl_document_get_state (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), ATL_DOCUMENT_UNSAVED);
  return self->state;
}

/**
 * atl_document_get_modified:
 * @self: a document
 *
 * Returns: whether closing it now would lose anything
 */
gboolean
atl_document_get_modified (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), FALSE);
  return self->modified;
}

/**
 * atl_document_get_read_only:
 * @self: a document
 *
 * Returns: whether it can be read, but not saved
 */
gboolean
atl_document_get_read_only (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), FALSE);
  return self->read_only;
}

/**
 * atl_document_get_error_message:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why the last save failed, in the user's words, or %NULL if it did not
 */
const char *
atl_document_get_error_message (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->error_message;
}
