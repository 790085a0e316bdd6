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
  return g_test_run ();
}
