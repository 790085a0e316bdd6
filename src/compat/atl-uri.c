/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/atl-uri.h"

/**
 * atl_uri_open_path:
 * @parent: (nullable): the window it is done for
 * @path: a file that we wrote
 *
 * Opens a file with the app that the user has for it. A path from a session file is never given here.
 */
void
atl_uri_open_path (GtkWindow  *parent,
                   const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, parent, NULL, NULL, NULL);
#else
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
#endif
}
