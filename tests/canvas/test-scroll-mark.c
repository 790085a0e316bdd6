/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-scroll-mark.h"

static void
test_marks (void)
{
  const struct
  {
    double   start, length, view; /* the board in a view */
    gboolean shown;
    double   at, size;
  } cases[] = {
    { 12, 500, 524, FALSE, 0, 0 },           /* all in view */
    { -1, 525, 524, FALSE, 0, 0 },           /* a hair beyond */
    { 0, 1000, 500, TRUE, 12, 238 },         /* at its top */
    { -250, 1000, 500, TRUE, 131, 238 },     /* in the middle */
    { -500, 1000, 500, TRUE, 250, 238 },     /* at its end */
    { -600, 1000, 500, TRUE, 271.6, 216.4 }, /* in the void behind */
    { 0, 1e7, 500, TRUE, 12, 28 },           /* still to be seen */
    { 0, 1000, 70, FALSE, 0, 0 },            /* no room */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double   at = 0, size = 0;
      gboolean shown = atl_scroll_mark_place (cases[i].start, cases[i].length, cases[i].view, &at, &size);

      g_assert_cmpint (shown, ==, cases[i].shown);
      g_assert_cmpfloat_with_epsilon (at, cases[i].at, 1);
      g_assert_cmpfloat_with_epsilon (size, cases[i].size, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scroll-mark/stands-where-the-view-is", test_marks);
  return g_test_run ();
}
