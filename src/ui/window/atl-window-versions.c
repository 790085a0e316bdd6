/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-window-private.h"

#include "compat/atl-alert.h"
#include "config.h"
#include "file/atl-digest.h"
#include "file/atl-json-file.h"
#include "store/atl-document-keep.h"
#include "store/recovery/atl-versions.h"
#include "ui/common/atl-toast.h"
#include "ui/restore/atl-restore-window.h"
#include "ui/session/atl-session-page.h"

#include <glib/gi18n-lib.h>

/* A file that cannot be read, and what a thread finds out about it. */
typedef struct
{
  char       *path;
  char       *heading;
  char       *reason;
  AtlSession *session; /* nullable: what is to be opened in its place */
} Broken;

static void
broken_free (gpointer data)
{
  Broken *broken = data;

  g_free (broken->path);
  g_free (broken->heading);
  g_free (broken->reason);
  g_clear_object (&broken->session);
  g_free (broken);
}

/* Whatever is in the file stays as an earlier version: saving replaces it. */
static char *
keep_broken (Broken  *broken,
             GError **error)
{
  g_autofree char        *root = atl_versions_dup_user_root ();
  g_autofree char        *file = g_canonicalize_filename (broken->path, NULL);
  const char             *id = atl_item_get_id (ATL_ITEM (broken->session));
  g_autoptr (AtlVersions) versions = atl_versions_new (root, id);
  g_autoptr (GBytes)      bytes = atl_file_read (broken->path, error);
  AtlVersionOrigin        origin = { ATL_VERSION_DISPLACED, file, NULL };

  if (bytes == NULL || (g_bytes_get_size (bytes) > 0 &&
                        !atl_versions_keep_from (versions, bytes, &origin, g_get_real_time (), error)))
    return NULL;
  return atl_digest_bytes (bytes);
}

static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  char   *digest = keep_broken (data, &error);

  if (digest != NULL)
    g_task_return_pointer (task, digest, g_free);
  else
    g_task_return_error (task, error);
}

/* A window with the broken file gives way to what is opened in its place. */
static AtlWindow *
find_place (AtlWindow  *self,
            const char *path)
{
  AtlDocument *document = atl_window_get_document (self);

  if (document != NULL && atl_document_get_read_only (document) &&
      g_strcmp0 (atl_document_get_path (document), path) == 0)
    atl_window_show_start (self);
  return atl_window_get_free (self);
}

/* What could not be kept is not known either: saving asks before it replaces the file. Two windows never have
 * the same file: if another one has it by now, the version has none. */
static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  AtlWindow              *self = ATL_WINDOW (source);
  Broken                 *broken = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)      error = NULL;
  g_autofree char        *digest = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (AtlDocument) document = NULL;
  AtlWindow              *window = NULL;
  gboolean                taken = FALSE;

  if (self->session == NULL)
    return;
  if (digest == NULL)
    g_info ("Cannot keep a damaged file: %s", error->message);
  window = find_place (self, broken->path);
  taken = atl_window_find_path (self, broken->path) != NULL;
  document = atl_document_new_recovered (broken->session, taken ? NULL : broken->path, digest, NULL);
  atl_window_set_document (window, document);
  atl_toast_show (window->session, taken ? _ ("An earlier version. Save to keep it.")
                                         : _ ("An earlier version in place of the file. Save to keep it."));
}

static void
open_version_cb (AtlRestoreWindow *restore,
                 AtlSession       *session,
                 AtlWindow        *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, kept_cb, NULL);
  Broken           *broken = g_new0 (Broken, 1);

  broken->path = g_strdup (g_object_get_data (G_OBJECT (restore), "path"));
  broken->session = g_object_ref (session);
  g_task_set_source_tag (task, open_version_cb);
  g_task_set_task_data (task, broken, broken_free);
  g_task_run_in_thread (task, keep_in_thread);
}

static void
open_copy_cb (AtlWindow  *self,
              AtlSession *session)
{
  g_autoptr (AtlDocument) document = atl_document_new_recovered (session, NULL, NULL, NULL);

  atl_window_set_document (atl_window_get_free (self), document);
}

/* For the files of the window: offers the earlier versions of a file that cannot be read, or only in part. */
void
atl_window_show_versions (AtlWindow  *self,
                          const char *path)
{
  AtlRestoreWindow *restore = NULL;
  GtkWidget        *teller = atl_window_get_document (self) != NULL ? self->session : self->start;

  restore = atl_restore_window_open_for_path (teller, path);
  g_object_set_data_full (G_OBJECT (restore), "path", g_strdup (path), g_free);
  g_signal_connect_object (restore, "open-version", G_CALLBACK (open_version_cb), self, 0);
  g_signal_connect_object (restore, "open-copy", G_CALLBACK (open_copy_cb), self, G_CONNECT_SWAPPED);
}

static void
answered_cb (AtlAlertAnswer answer,
             gpointer       user_data)
{
  g_autoptr (GTask) task = user_data;
  AtlWindow        *self = g_task_get_source_object (task);
  Broken           *broken = g_task_get_task_data (task);

  if (answer == ATL_ALERT_ACCEPT && self->session != NULL)
    atl_window_show_versions (self, broken->path);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  AtlWindow *self = ATL_WINDOW (source);
  Broken    *broken = g_task_get_task_data (G_TASK (result));
  gboolean   any = g_task_propagate_boolean (G_TASK (result), NULL);
  AtlAlert   alert = { broken->heading, broken->reason, _ ("_Close"), NULL,
                     any ? _ ("_Earlier Versions…") : NULL };

  if (self->session != NULL)
    atl_alert_ask (GTK_WINDOW (self), &alert, answered_cb, g_object_ref (result));
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autofree char      *root = atl_versions_dup_user_root ();
  g_autofree char      *path = g_canonicalize_filename (((Broken *) data)->path, NULL);
  g_autoptr (GPtrArray) versions = atl_versions_find_for_path (root, path);

  g_task_return_boolean (task, versions->len > 0);
}

/* For the files of the window: says why a file could not be opened. Where there are earlier versions of it,
 * that is not the end. */
void
atl_window_show_open_error (AtlWindow    *self,
                            const char   *path,
                            const GError *error)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);
  g_autofree char  *name = g_filename_display_basename (path);
  Broken           *broken = g_new0 (Broken, 1);

  broken->path = g_strdup (path);
  broken->heading = g_strdup_printf (_ ("“%s” Could Not Be Opened"), name);
  broken->reason = g_strdup (error->message);
  g_task_set_source_tag (task, atl_window_show_open_error);
  g_task_set_task_data (task, broken, broken_free);
  g_task_run_in_thread (task, look_in_thread);
}
