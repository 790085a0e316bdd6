/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/codec/atl-codec.h"

#include "file/atl-json-file.h"

static const char *const samples[] = { "la-serre.atelier", "la-serre-3-mois.atelier" };

/* The conversion script writes the canonical form by itself; here the program agrees. */
static void
test_canonical (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (AtlProblems) problems = atl_problems_new ();
      const char             *folder = g_getenv ("ATELIER_DATA");
      g_autofree char        *path = g_build_filename (folder, "samples", samples[i], NULL);
      g_autoptr (GBytes)      bytes = atl_file_read (path, &error);
      g_autoptr (AtlSession)  session = NULL;
      g_autoptr (GBytes)      written = NULL;
      AtlCodecAge             age = ATL_CODEC_NEWER;

      g_assert_no_error (error);
      session = atl_codec_read (bytes, problems, &age, &error);
      g_assert_no_error (error);
      written = atl_codec_write (session);

      g_assert_cmpint (age, ==, ATL_CODEC_CURRENT);
      g_assert_cmpuint (atl_problems_get_n (problems), ==, 0);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       g_bytes_get_data (written, NULL), g_bytes_get_size (written));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/samples/canonical/reading-and-writing-changes-nothing", test_canonical);
  return g_test_run ();
}
