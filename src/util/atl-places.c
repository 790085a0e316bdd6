/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-places.h"

/* A program that was built, but not installed, lies two folders below the top of the build tree, where its
   translations
 * and samples are too. */
static char *
find_beside_program (const char *folder,
                     const char *proof)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *layer = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *place = layer != NULL ? g_build_filename (layer, "..", "..", folder, NULL) : NULL;
  g_autofree char *file = place != NULL ? g_build_filename (place, proof, NULL) : NULL;

  return file != NULL && g_file_test (file, G_FILE_TEST_EXISTS) ? g_steal_pointer (&place) : NULL;
}

static char *
find (const char *variable,
      const char *folder,
      const char *proof,
      const char *installed)
{
  char *place = g_strdup (g_getenv (variable));

  if (place == NULL)
    place = find_beside_program (folder, proof);
  return place != NULL ? place : g_strdup (installed);
}

/**
 * atl_places_dup_locale:
 * @installed: where translations are installed
 *
 * Finds the translations: in the folder that ATELIER_LOCALEDIR names, else in the build tree that the
 * program was
 * started from, else where they are installed.
 *
 * Returns: (transfer full): a folder for bindtextdomain()
 */
char *
atl_places_dup_locale (const char *installed)
{
  return find ("ATELIER_LOCALEDIR", "po", "fr/LC_MESSAGES/atelier.mo", installed);
}

/**
 * atl_places_dup_data:
 * @installed: where the data of the app is installed
 *
 * Finds the data: in the folder that ATELIER_DATA names, else in the build tree that the program was
 * started from, else
 * where it is installed.
 *
 * Returns: (transfer full): a folder that holds samples/
 */
char *
atl_places_dup_data (const char *installed)
{
  return find ("ATELIER_DATA", "data", "samples/la-serre.atelier", installed);
}
