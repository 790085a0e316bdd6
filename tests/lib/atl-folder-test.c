/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-folder-test.h"

#include <glib/gstdio.h>

/**
 * atl_test_remove_folder:
 * @path: a folder, or a file
 *
 * Removes it with all that is in it; what links lead to stays.
 */
void
atl_test_remove_folder (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char      *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          atl_test_remove_folder (child);
        }
    }
  g_remove (path);
}
