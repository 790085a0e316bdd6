/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-png.h"

#include <string.h>

#include "exchange/atl-exchange-error.h"
#include "export-fixture.h"

/* Big-endian, at byte @offset of the picture's header. */
static guint32
read_side (GBytes *bytes,
           gsize   offset)
{
  guint32 side;

  memcpy (&side, (const char *) g_bytes_get_data (bytes, NULL) + offset, sizeof side);
  return GUINT32_FROM_BE (side);
}

static void
test_size (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (atl_png_export_board (fixture->session, fixture->board, 800, ATL_MAP_NAMES_SILOS,
                                       fixture->path,
                                       &error));

  g_assert_no_error (error);
  bytes = read_file (fixture->path);
  g_assert_true (starts_with (bytes, "\x89PNG\r\n\x1a\n", 8));
  g_assert_cmpuint (read_side (bytes, 16), ==, 800);
  g_assert_cmpuint (read_side (bytes, 20), ==, 500);
}

static void
test_limits (Fixture      *fixture,
             gconstpointer data)
{
  static const int widths[] = { 1, 15, 16385, G_MAXINT };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (atl_png_export_board (fixture->session, fixture->board, widths[i], ATL_MAP_NAMES_SILOS,
                                            fixture->path,
                                            &error));
      g_assert_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_TOO_LARGE);
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }
}

static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (fixture->folder, "missing", "wall.png", NULL);

  g_assert_false (atl_png_export_board (fixture->session, fixture->board, 0, ATL_MAP_NAMES_SILOS, path,
                                        &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add (path, Fixture, "wall.png", set_up, func, tear_down)
  TEST ("/png/board/has-the-width-asked-for", test_size);
  TEST ("/png/board/refuses-what-memory-cannot-hold", test_limits);
  TEST ("/png/board/without-a-folder-fails", test_no_folder);
#undef TEST
  return g_test_run ();
}
