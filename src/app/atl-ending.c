/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-ending.h"

#include "store/atl-document-keep.h"
#include "ui/window/atl-window.h"

#include <glib-unix.h>

#define PATIENCE 2000 /* milliseconds: who ends us does not wait for long */

static const int numbers[] = { SIGTERM, SIGHUP, SIGINT };

/* What could not be saved in time lies in a snapshot, and the next start brings it back. */
static gboolean
patience_over_cb (gpointer user_data)
{
  for (GList *l = gtk_application_get_windows (user_data); l != NULL; l = l->next)
    {
      AtlDocument *document = ATL_IS_WINDOW (l->data) ? atl_window_get_document (l->data) : NULL;

      if (document != NULL)
        atl_document_snapshot_sync (document);
    }
  g_application_quit (user_data);
  return G_SOURCE_REMOVE;
}

/* The second signal ends the process at once. */
static gboolean
signaled_cb (gpointer user_data)
{
  g_timeout_add (PATIENCE, patience_over_cb, user_data);
  g_action_group_activate_action (user_data, "quit", NULL);
  return G_SOURCE_REMOVE;
}

/**
 * atl_ending_watch:
 * @application: the app, which lives as long as the process
 *
 * Ends the app in order when the system ends it, at logout for instance: sessions with a file are saved,
 * those without become drafts, as with Quit. What takes longer than two seconds stays in a snapshot. Works on
 * the main loop, not in a signal handler.
 */
void
atl_ending_watch (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_unix_signal_add (numbers[i], signaled_cb, application);
}
