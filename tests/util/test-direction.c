/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-direction.h"

typedef struct
{
  const char *text;
  const char *shown;
} Case;

static void
test_shown (gconstpointer data)
{
  const Case      *c = data;
  g_autofree char *shown = atl_direction_dup_shown (c->text);

  g_assert_cmpstr (shown, ==, c->shown);
  g_assert_cmpint (atl_direction_is_turned (c->text), ==, !g_str_equal (c->text, c->shown));
}

/* Only names written from right to left are touched; the mark before keeps the paragraph as it is. */
static void
test_isolated (void)
{
  g_autofree char *latin = atl_direction_dup_isolated ("Zoé (R&D) 王");
  g_autofree char *hebrew = atl_direction_dup_isolated ("דוד");
  g_autofree char *mixed = atl_direction_dup_isolated ("R&D العربي");

  g_assert_cmpstr (latin, ==, "Zoé (R&D) 王");
  g_assert_cmpstr (hebrew, ==, "\u200e\u2068דוד\u2069");
  g_assert_cmpstr (mixed, ==, "\u200e\u2068R&D العربي\u2069");
}

int
main (int argc, char *argv[])
{
  static const Case cases[] = {
    { "", "" },
    { "plain – “quoted”", "plain – “quoted”" },
    { "a\u202egnp.exe", "a\uFFFDgnp.exe" },
    { "\u202a\u202b\u202c\u202d\u202e", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" },
    { "\u2067isolated\u2069 \u200f\u200e", "\u2067isolated\u2069 \u200f\u200e" },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/direction/empty/stays", &cases[0], test_shown);
  g_test_add_data_func ("/direction/ordinary-text/stays", &cases[1], test_shown);
  g_test_add_data_func ("/direction/override/can-be-seen", &cases[2], test_shown);
  g_test_add_data_func ("/direction/all-that-force/can-be-seen", &cases[3], test_shown);
  g_test_add_data_func ("/direction/isolates/stay", &cases[4], test_shown);
  g_test_add_func ("/direction/names/do-not-turn-their-line", test_isolated);
  return g_test_run ();
}
