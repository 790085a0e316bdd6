/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-pace.h"

static void
test_nothing (void)
{
  AtlPace pace;

  atl_pace_init (&pace, 1000, 2000, 0);

  g_assert_cmpint (atl_pace_get_due (&pace), ==, -1);
}

static void
test_last_change (void)
{
  AtlPace pace;

  atl_pace_init (&pace, 1000, 2000, 0);
  atl_pace_touch (&pace, 100);
  g_assert_cmpint (atl_pace_get_due (&pace), ==, 1100);
  atl_pace_touch (&pace, 600);
  g_assert_cmpint (atl_pace_get_due (&pace), ==, 1600);
}

static void
test_first_change (void)
{
  AtlPace pace;

  atl_pace_init (&pace, 1000, 2000, 0);
  for (gint64 now = 0; now < 1900; now += 100)
    atl_pace_touch (&pace, now);

  g_assert_cmpint (atl_pace_get_due (&pace), ==, 2000);
}

static void
test_rest (void)
{
  AtlPace pace;

  atl_pace_init (&pace, 1000, 2000, 0);
  atl_pace_touch (&pace, 0);
  atl_pace_rest (&pace, 1000);
  g_assert_cmpint (atl_pace_get_due (&pace), ==, -1);
  atl_pace_touch (&pace, 5000);
  g_assert_cmpint (atl_pace_get_due (&pace), ==, 6000);
}

static void
test_apart (void)
{
  AtlPace pace;

  atl_pace_init (&pace, 10, 30, 30);
  atl_pace_touch (&pace, 0);
  g_assert_cmpint (atl_pace_get_due (&pace), ==, 10);
  atl_pace_rest (&pace, 10);
  atl_pace_touch (&pace, 12);
  g_assert_cmpint (atl_pace_get_due (&pace), ==, 40);
  atl_pace_touch (&pace, 38);
  g_assert_cmpint (atl_pace_get_due (&pace), ==, 42);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/nothing-changed/nothing-is-due", test_nothing);
  g_test_add_func ("/pace/change/counts-from-the-last-one", test_last_change);
  g_test_add_func ("/pace/changes-without-end/count-from-the-first-one", test_first_change);
  g_test_add_func ("/pace/done/waits-for-the-next-change", test_rest);
  g_test_add_func ("/pace/apart/keeps-its-distance", test_apart);
  return g_test_run ();
}
