/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-window-state.h"

#define GROUP "window"
#define SMALLEST 300
#define LARGEST 16384

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "atelier", "window.ini", NULL);
}

/**
 * atl_window_state_restore:
 * @window: a window that is not shown yet
 *
 * Gives a new window the size that the last one had.
 */
void
atl_window_state_restore (GtkWindow *window)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char     *path = dup_path ();
  int                  width = 0;
  int                  height = 0;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return;
  width = g_key_file_get_integer (file, GROUP, "width", NULL);
  height = g_key_file_get_integer (file, GROUP, "height", NULL);
  if (width >= SMALLEST && width <= LARGEST && height >= SMALLEST && height <= LARGEST)
    gtk_window_set_default_size (window, width, height);
  if (g_key_file_get_boolean (file, GROUP, "maximized", NULL))
    gtk_window_maximize (window);
}

/**
 * atl_window_state_keep:
 * @window: a window that is about to close
 *
 * Keeps its size for the next one. It is no loss if that fails.
 */
void
atl_window_state_keep (GtkWindow *window)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char     *path = dup_path ();
  g_autofree char     *folder = g_path_get_dirname (path);
  int                  width = 0;
  int                  height = 0;

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_get_default_size (window, &width, &height);
  g_key_file_set_integer (file, GROUP, "width", width);
  g_key_file_set_integer (file, GROUP, "height", height);
  g_key_file_set_boolean (file, GROUP, "maximized", gtk_window_is_maximized (window));
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (file, path, NULL);
}
