/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-document-private.h"

#include "config.h"
#include "file/atl-digest.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"
#include "store/rescue/atl-rescue.h"

#include <glib/gi18n-lib.h>

/* What a reading thread hands over. */
typedef struct
{
  AtlSession  *session;
  AtlProblems *problems;
  GBytes      *bytes;
  char        *digest;
  char        *damage; /* why it could be read only in part, or NULL */
  AtlCodecAge  age;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->session);
  g_clear_pointer (&loaded->problems, atl_problems_unref);
  g_clear_pointer (&loaded->bytes, g_bytes_unref);
  g_free (loaded->digest);
  g_free (loaded->damage);
  g_free (loaded);
}

/* A cut or damaged file is better read in part than not at all. */
static gboolean
rescue (Loaded *loaded, GError *why, GError **error)
{
  g_autoptr (GError) fault = why;

  if (!atl_rescue_can_help (fault))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  loaded->session = atl_rescue_read (loaded->bytes, loaded->problems, &loaded->age, error);
  /* What does not look like a session, but is one, is damaged where it begins. */
  loaded->damage = g_strdup (g_error_matches (fault, ATL_FILE_ERROR, ATL_FILE_ERROR_FOREIGN)
                               ? _ ("Its beginning cannot be read.")
                               : fault->message);
  return loaded->session != NULL;
}

static Loaded *
load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = atl_file_read (path, error);
  GError            *fault = NULL;
  Loaded            *loaded = NULL;

  if (bytes == NULL)
    return NULL;
  loaded = g_new0 (Loaded, 1);
  loaded->bytes = g_steal_pointer (&bytes);
  loaded->digest = atl_digest_bytes (loaded->bytes);
  loaded->problems = atl_problems_new ();
  loaded->session = atl_codec_read (loaded->bytes, loaded->problems, &loaded->age, &fault);
  if (loaded->session == NULL && !rescue (loaded, fault, error))
    g_clear_pointer (&loaded, loaded_free);
  return loaded;
}

static AtlDocument *
document_from (Loaded *loaded, const char *path)
{
  AtlDocument *self = atl_document_new (loaded->session);

  atl_problems_unref (self->problems);
  self->problems = g_steal_pointer (&loaded->problems);
  self->file.path = g_canonicalize_filename (path, NULL);
  self->file.digest = g_steal_pointer (&loaded->digest);
  self->care.opened = g_steal_pointer (&loaded->bytes);
  self->damage_message = g_steal_pointer (&loaded->damage);
  self->read_only = loaded->age == ATL_CODEC_NEWER || self->damage_message != NULL;
  atl_document_update (self);
  loaded_free (loaded);
  return self;
}

/**
 * atl_document_open:
 * @path: path of a session file
 * @error: return location for an error of the file layer or the codec
 *
 * Opens a session and waits for it. A cut or damaged file is opened as far as it goes, to be read only.
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

/**
 * atl_document_new_recovered:
 * @session: a session read from a recovery snapshot
 * @path: (nullable): the file that it had
 * @digest: (nullable): the digest of that file when it was opened or saved last, "" if there was none
 * @recovery: (nullable): the opening that the snapshot is from, which goes on
 *
 * Opens a session as it was when Atelier was interrupted. It counts as modified until it is saved; if its
 * file was changed by another program since @digest, saving asks.
 *
 * Returns: (transfer full): a document
 */
AtlDocument *
atl_document_new_recovered (AtlSession *session, const char *path, const char *digest, AtlRecovery *recovery)
{
  AtlDocument *self = atl_document_new (session);

  if (path != NULL && *path != '\0')
    {
      self->file.path = g_canonicalize_filename (path, NULL);
      self->file.digest = g_strdup (digest != NULL ? digest : "");
    }
  self->care.recovery = recovery != NULL ? atl_recovery_ref (recovery) : NULL;
  atl_history_mark_saved (self->history, G_MAXUINT64);
  atl_document_update (self);
  return self;
}
