/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include <gtk/gtk.h>

#include "ui/groups/atl-mix-sheet.h"

static AtlMixSheet *
make_sheet (guint n_groups, guint n_people)
{
  static const char *const names[] = { "Ana Lopez", "Bernard Chauvin", "Chloé", "Mathieu Garnier" };
  AtlMixSheet             *sheet = atl_mix_sheet_new ("Workshop", "Round 1");

  atl_mix_sheet_add_silo (sheet, "Marketing", ATL_TINT_PINK);
  atl_mix_sheet_add_silo (sheet, "Logistics", ATL_TINT_TEAL);
  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *title = g_strdup_printf ("Group %u", i + 1);

      atl_mix_sheet_add_group (sheet, title);
      for (guint j = 0; j < n_people; j++)
        atl_mix_sheet_add_person (sheet, names[(i + j) % G_N_ELEMENTS (names)], (int) j % 3 - 1);
    }
  return sheet;
}

static const struct
{
  guint  n_groups;
  guint  n_people;
  double width;
  double height;
  double least; /* of the names */
} fits[] = {
  { 3, 4, 1280, 720, 40 },
  { 5, 4, 1280, 720, 32 },
  { 10, 4, 1280, 720, 22 },
  { 8, 8, 1280, 720, 18 },
  { 10, 4, 3840, 2160, 66 },
  { 10, 4, 360, 640, 9 },
};

/* From 8 m, on a picture two meters wide, letters of 22 pixels can be read. */
static void
test_readable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autoptr (AtlMixSheet) sheet = make_sheet (fits[i].n_groups, fits[i].n_people);
      AtlMixSheetFit          fit = atl_mix_sheet_fit (sheet, fits[i].width, fits[i].height);

      g_test_message ("%u groups of %u: %.1f in %u columns", fits[i].n_groups, fits[i].n_people, fit.size,
                      fit.columns);
      g_assert_cmpfloat (fit.size, >=, fits[i].least);
      g_assert_cmpuint (fit.columns * fit.rows, >=, fits[i].n_groups);
      g_assert_false (fit.truncated);
    }
}

static void
test_long_names (void)
{
  g_autoptr (AtlMixSheet) sheet = make_sheet (3, 4);
  double                  size = atl_mix_sheet_fit (sheet, 1280, 720).size;

  atl_mix_sheet_add_person (sheet, "Maria Teodora Immaculata von und zu Liechtenstein-Hohenfels", 0);
  AtlMixSheetFit fit = atl_mix_sheet_fit (sheet, 1280, 720);

  g_assert_true (fit.truncated);
  g_assert_cmpfloat (fit.size, >=, size * 0.6);
}

/* Nothing is drawn outside the space, and something of each group inside it. */
static void
test_draws_within (void)
{
  g_autoptr (AtlMixSheet) sheet = make_sheet (7, 6);
  cairo_surface_t        *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t                *cr = cairo_create (surface);
  double                  x, y, width, height;

  atl_mix_sheet_draw (sheet, cr, 842, 595, ATL_THEME_PRINT);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (x + width, <=, 842);
  g_assert_cmpfloat (y + height, <=, 595);
  g_assert_cmpfloat (width, >, 700);
  g_assert_cmpfloat (height, >, 400);
}

static void
test_text (void)
{
  g_autoptr (AtlMixSheet) sheet = make_sheet (2, 2);
  g_autofree char        *text = atl_mix_sheet_dup_text (sheet);

  g_assert_cmpstr (text, ==, "Workshop\nRound 1\nGroup 1: Ana Lopez, Bernard Chauvin (Marketing)\n"
                             "Group 2: Bernard Chauvin, Chloé (Marketing)");
}

static void
test_signs_differ (void)
{
  for (int i = -1; i < 12; i++)
    for (int j = -1; j < i; j++)
      g_assert_cmpstr (atl_mix_sheet_get_sign (i), !=, atl_mix_sheet_get_sign (j));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mix-sheet/names-are-readable", test_readable);
  g_test_add_func ("/mix-sheet/one-long-name-does-not-make-all-small", test_long_names);
  g_test_add_func ("/mix-sheet/draws-within-its-space", test_draws_within);
  g_test_add_func ("/mix-sheet/says-it-all-in-text", test_text);
  g_test_add_func ("/mix-sheet/silos-have-signs", test_signs_differ);
  return g_test_run ();
}
