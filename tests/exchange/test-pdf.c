/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf.h"

#include <string.h>

#include "export-fixture.h"
#include "file/atl-file-error.h"
#include "model/atl-action.h"
#include "model/atl-person.h"
#include "model/atl-scale.h"

static void
test_report (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  gboolean done = atl_pdf_export_report (fixture->session, NULL, ATL_MAP_NAMES_SILOS, fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  bytes = read_file (fixture->path);
  g_assert_true (starts_with (bytes, "%PDF-1.", 7));
}

static void
test_board (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  gboolean done = atl_pdf_export_board (fixture->session, fixture->board, "fr", ATL_MAP_NAMES_SILOS,
                                        fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  bytes = read_file (fixture->path);
  g_assert_true (starts_with (bytes, "%PDF-1.", 7));
}

static void
test_same_bytes (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  g_assert_true (atl_pdf_export_report (fixture->session, NULL, ATL_MAP_NAMES_SILOS, fixture->path, NULL));
  first = read_file (fixture->path);
  g_assert_true (atl_pdf_export_report (fixture->session, NULL, ATL_MAP_NAMES_SILOS, fixture->path, NULL));
  second = read_file (fixture->path);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (fixture->folder, "missing", "report.pdf", NULL);

  gboolean done = atl_pdf_export_report (fixture->session, NULL, ATL_MAP_NAMES_SILOS, path, &error);

  g_assert_false (done);
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, ATL_FILE_ERROR);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_empty_session (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autoptr (GError)     error = NULL;

  gboolean done = atl_pdf_export_report (session, NULL, ATL_MAP_NAMES_SILOS, fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* References to nothing, options of the wrong type: as strangers' files have them. */
static void
test_odd_items (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const owners[] = { "nobody", "b9d1f0f0-0000-4000-8000-000000000000", NULL };
  g_autoptr (AtlAction)    action = atl_action_new (NULL);
  g_autoptr (AtlScale)     scale = atl_scale_new (NULL);
  g_autoptr (GVariant)     options =
    g_variant_ref_sink (g_variant_new_parsed ("{'min': <'x'>, 'max': <@x 900000>, 'labels': <@x 3>}"));
  g_autoptr (GVariant) answers =
    g_variant_ref_sink (g_variant_new_parsed ("{'p': <1e300>, 'tally': <{'9': <@x -4>, '3': <2.5>}>}"));
  g_autoptr (GVariant) board_options =
    g_variant_ref_sink (g_variant_new_parsed ("{'noteTags': <'x'>, 'tags': <[<1>]>, 'alwaysOn': <''>}"));
  g_autoptr (GError) error = NULL;

  atl_action_set_owners (action, owners);
  atl_action_set_due (action, "2026-99-99");
  atl_scale_set_options (scale, options);
  atl_scale_set_answers (scale, answers);
  atl_board_set_options (fixture->board, board_options);
  atl_list_insert (atl_session_get_actions (fixture->session), ATL_ITEM (action));
  atl_list_insert (atl_session_get_scales (fixture->session), ATL_ITEM (scale));

  g_assert_true (atl_pdf_export_report (fixture->session, "xx", ATL_MAP_NAMES_SILOS, fixture->path, &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1781136000", TRUE);
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add (path, Fixture, "report.pdf", set_up, func, tear_down)
  TEST ("/pdf/report/writes-a-pdf", test_report);
  TEST ("/pdf/board/writes-a-pdf", test_board);
  TEST ("/pdf/report/twice-gives-the-same-bytes", test_same_bytes);
  TEST ("/pdf/report/without-a-folder-fails-and-leaves-nothing", test_no_folder);
  TEST ("/pdf/report/of-an-empty-session-is-a-title-page", test_empty_session);
  TEST ("/pdf/report/survives-what-strangers-write", test_odd_items);
#undef TEST
  return g_test_run ();
}
