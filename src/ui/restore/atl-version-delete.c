/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/restore/atl-version-delete.h"

#include "compat/atl-alert.h"
#include "config.h"
#include "store/recovery/atl-versions.h"

#include <glib/gi18n-lib.h>

#define KEPT (-1)

static void
delete_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      session_id,
                  GCancellable *cancellable)
{
  g_autofree char        *root = atl_versions_dup_user_root ();
  g_autoptr (AtlVersions) versions = atl_versions_new (root, session_id);

  g_task_return_int (task, atl_versions_delete_all (versions));
}

static void
answered_cb (AtlAlertAnswer answer,
             gpointer       user_data)
{
  g_autoptr (GTask) task = user_data;

  if (answer == ATL_ALERT_DISCARD)
    g_task_run_in_thread (task, delete_in_thread);
  else
    g_task_return_int (task, KEPT);
}

/**
 * atl_version_delete_async:
 * @parent: the window above which the question opens
 * @session_id: the id of a session
 * @n: how many earlier versions it has
 * @callback: called in the main loop; it calls atl_version_delete_finish()
 * @user_data: for @callback
 *
 * Asks whether the earlier versions of the session are to be deleted, and if so, deletes them for good.
 */
void
atl_version_delete_async (GtkWindow          *parent,
                          const char         *session_id,
                          guint               n,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask           *task = g_task_new (parent, NULL, callback, user_data);
  g_autofree char *heading = NULL;
  AtlAlert         alert = { .cancel = _ ("_Cancel"), .discard = _ ("_Delete") };

  g_return_if_fail (GTK_IS_WINDOW (parent) && session_id != NULL);

  heading =
    g_strdup_printf (ngettext ("Delete %u Earlier Version?", "Delete All %u Earlier Versions?", n), n);
  alert.heading = heading;
  alert.body = _ ("This cannot be undone. The session and its file stay as they are, and new versions are "
                  "kept from now on.");
  g_task_set_source_tag (task, atl_version_delete_async);
  g_task_set_task_data (task, g_strdup (session_id), g_free);
  atl_alert_ask (parent, &alert, answered_cb, task);
}

/**
 * atl_version_delete_finish:
 * @result: what the callback got
 *
 * Returns: how many versions could not be deleted, or -1 if the user wants to keep them
 */
int
atl_version_delete_finish (GAsyncResult *result)
{
  return (int) g_task_propagate_int (G_TASK (result), NULL);
}

/**
 * atl_version_delete_tell:
 * @parent: the window above which the message opens
 * @n_left: how many versions could not be deleted
 *
 * Says so, and where they are.
 */
void
atl_version_delete_tell (GtkWindow *parent,
                         guint      n_left)
{
  g_autofree char *root = atl_versions_dup_user_root ();
  g_autofree char *heading = g_strdup_printf (ngettext ("%u Version Could Not Be Deleted",
                                                        "%u Versions Could Not Be Deleted", n_left),
                                              n_left);
  /* Translators: %s is a folder */
  g_autofree char *body = g_strdup_printf (_ ("The folder of earlier versions is %s."), root);
  AtlAlert         alert = { heading, body, _ ("_Close"), NULL, NULL };

  atl_alert_ask (parent, &alert, NULL, NULL);
}
