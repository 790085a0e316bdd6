/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-align.h"
#include "scene/atl-flow.h"
#include "scene/atl-tidy.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define GAP ATL_PAPER_GAP

static const AtlRect ROOM = { 28, 90, 780, 900 }; /* four columns of six rows */

static AtlRect
card (double x,
      double y)
{
  return atl_rect (x, y, ATL_PAPER_WIDTH, ATL_PAPER_HEIGHT);
}

static guint
count_overlaps (const AtlRect *rects,
                guint          n)
{
  guint overlaps = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      overlaps += atl_rect_overlap (rects[i], rects[j]) > 0.1;
  return overlaps;
}

static void
assert_inside (const AtlRect *rects,
               guint          n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (rects[i].x, >=, ROOM.x - 0.1);
      g_assert_cmpfloat (rects[i].y, >=, ROOM.y - 0.1);
      g_assert_cmpfloat (rects[i].x + rects[i].width, <=, ROOM.x + ROOM.width + 0.1);
      g_assert_cmpfloat (rects[i].y + rects[i].height, <=, ROOM.y + ROOM.height + 0.1);
    }
}

static void
scatter (AtlRect *rects,
         guint    n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < n; i++)
    rects[i] = card (g_rand_double_range (rand, ROOM.x, ROOM.x + ROOM.width - ATL_PAPER_WIDTH),
                     g_rand_double_range (rand, ROOM.y, ROOM.y + ROOM.height - ATL_PAPER_HEIGHT));
}

static void
test_rows_keep_neighbors (void)
{
  AtlRect rects[] = { card (240, 110), card (40, 95), card (60, 430), card (300, 400) };

  atl_tidy_rows (rects, G_N_ELEMENTS (rects), ROOM, GAP);

  g_assert_cmpfloat (rects[1].y, ==, rects[0].y);
  g_assert_cmpfloat (rects[1].x, ==, ROOM.x);
  g_assert_cmpfloat (rects[0].x, ==, ROOM.x + ATL_PAPER_WIDTH + GAP);
  g_assert_cmpfloat (rects[2].y, ==, rects[3].y);
  g_assert_cmpfloat (rects[2].y, ==, ROOM.y + 2 * (ATL_PAPER_HEIGHT + GAP));
  g_assert_cmpfloat (rects[2].x, <, rects[3].x);
}

static void
test_rows_free_of_overlap (void)
{
  AtlRect rects[24], again[24];

  scatter (rects, 24);
  g_assert_cmpuint (count_overlaps (rects, 24), >, 0);
  g_assert_true (atl_tidy_rows (rects, 24, ROOM, GAP));
  memcpy (again, rects, sizeof rects);
  atl_tidy_rows (again, 24, ROOM, GAP);

  g_assert_cmpuint (count_overlaps (rects, 24), ==, 0);
  assert_inside (rects, 24);
  g_assert_cmpmem (again, sizeof again, rects, sizeof rects);
}

/* One after the other, each a little lower: more rows than the area has. */
static void
test_rows_of_a_staircase (void)
{
  AtlRect rects[10];

  for (guint i = 0; i < 10; i++)
    rects[i] = card (ROOM.x + i * 60, ROOM.y + i * 80);
  atl_tidy_rows (rects, 10, ROOM, GAP);

  g_assert_cmpuint (count_overlaps (rects, 10), ==, 0);
  assert_inside (rects, 10);
  g_assert_cmpfloat (rects[9].y, >, ROOM.y + 500);
}

static void
test_rows_of_large_cards (void)
{
  AtlRect rects[] = { card (60, 100), atl_rect (100, 110, 380, 260), card (90, 300) };

  atl_tidy_rows (rects, G_N_ELEMENTS (rects), ROOM, GAP);

  g_assert_cmpuint (count_overlaps (rects, 3), ==, 0);
  assert_inside (rects, 3);
  g_assert_cmpfloat (rects[1].width, ==, 380);
}

static void
test_rows_of_a_crowd (void)
{
  AtlRect rects[300], again[300];

  scatter (rects, 300);
  g_assert_false (atl_tidy_rows (rects, 300, ROOM, GAP));
  memcpy (again, rects, sizeof rects);
  atl_tidy_rows (again, 300, ROOM, GAP);

  assert_inside (rects, 300);
  g_assert_cmpmem (again, sizeof again, rects, sizeof rects);
  for (guint i = 0; i < 300; i++)
    for (guint j = i + 1; j < 300; j++)
      g_assert_cmpfloat (fabs (rects[i].x - rects[j].x) + fabs (rects[i].y - rects[j].y), >, 10);
}

static void
test_sequence (void)
{
  AtlRect rects[] = { card (700, 800), card (40, 95), card (60, 430), card (300, 400), card (0, 0) };

  atl_tidy_sequence (rects, G_N_ELEMENTS (rects), ROOM, GAP);

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat (rects[i].x, ==, ROOM.x + i * (ATL_PAPER_WIDTH + GAP));
      g_assert_cmpfloat (rects[i].y, ==, ROOM.y);
    }
  g_assert_cmpfloat (rects[4].x, ==, ROOM.x);
  g_assert_cmpfloat (rects[4].y, ==, ROOM.y + ATL_PAPER_HEIGHT + GAP);
}

static void
test_apart_stays_in_bounds (void)
{
  AtlRect left = { 0, 0, 400, 1000 }, right = { 400, 0, 400, 1000 };
  AtlRect rects[] = { card (300, 400), card (312, 404), card (318, 390), card (20, 20) };
  AtlRect bounds[] = { left, right, right, left };

  atl_tidy_apart (rects, bounds, G_N_ELEMENTS (rects), 150);

  g_assert_cmpuint (count_overlaps (rects, 4), ==, 0);
  g_assert_cmpfloat (atl_rect_center (rects[0]).x, <=, 400);
  g_assert_cmpfloat (atl_rect_center (rects[1]).x, >=, 400);
  g_assert_cmpfloat (atl_rect_center (rects[2]).x, >=, 400);
  g_assert_true (atl_rect_equal (rects[3], card (20, 20)));
}

static void
test_apart_goes_not_far (void)
{
  AtlRect all = { 0, 0, 2000, 2000 };
  AtlRect rects[30], bounds[30];

  for (guint i = 0; i < 30; i++)
    {
      rects[i] = card (800, 800);
      bounds[i] = all;
    }
  atl_tidy_apart (rects, bounds, 30, 100);

  for (guint i = 0; i < 30; i++)
    {
      g_assert_cmpfloat (fabs (rects[i].x - 800), <=, 100.1);
      g_assert_cmpfloat (fabs (rects[i].y - 800), <=, 100.1);
    }
}

static void
test_align (void)
{
  static const struct
  {
    AtlAlign how;
    AtlRect  second;
  } cases[] = {
    { ATL_ALIGN_LEFT, { 10, 300, 100, 50 } },
    { ATL_ALIGN_CENTER, { 110, 300, 100, 50 } },
    { ATL_ALIGN_RIGHT, { 210, 300, 100, 50 } },
    { ATL_ALIGN_TOP, { 210, 20, 100, 50 } },
    { ATL_ALIGN_MIDDLE, { 210, 160, 100, 50 } },
    { ATL_ALIGN_BOTTOM, { 210, 300, 100, 50 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlRect rects[] = { { 10, 20, 200, 100 }, { 210, 300, 100, 50 } };

      atl_align_rects (rects, 2, cases[i].how);
      g_assert_true (atl_rect_equal (rects[1], cases[i].second));
    }
}

static void
test_distribute (void)
{
  AtlRect rects[] = { { 0, 0, 100, 10 }, { 500, 0, 100, 10 }, { 120, 70, 100, 10 } };

  atl_align_rects (rects, 3, ATL_ALIGN_ACROSS);
  g_assert_cmpfloat (rects[2].x, ==, 250);
  g_assert_cmpfloat (rects[2].y, ==, 70);
  g_assert_cmpfloat (rects[1].x, ==, 500);
  atl_align_rects (rects, 3, ATL_ALIGN_DOWN);

  g_assert_cmpfloat (rects[0].y, ==, 0);
  g_assert_cmpfloat (rects[1].y, ==, 35);
  g_assert_cmpfloat (rects[2].y, ==, 70);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tidy/rows/keep-neighbors-and-order", test_rows_keep_neighbors);
  g_test_add_func ("/tidy/rows/are-free-of-overlap-and-stay", test_rows_free_of_overlap);
  g_test_add_func ("/tidy/rows/of-a-staircase", test_rows_of_a_staircase);
  g_test_add_func ("/tidy/rows/of-large-cards", test_rows_of_large_cards);
  g_test_add_func ("/tidy/rows/of-a-crowd-overlap-evenly", test_rows_of_a_crowd);
  g_test_add_func ("/tidy/sequence/row-by-row", test_sequence);
  g_test_add_func ("/tidy/apart/never-leaves-its-bounds", test_apart_stays_in_bounds);
  g_test_add_func ("/tidy/apart/goes-not-far", test_apart_goes_not_far);
  g_test_add_func ("/align/to-edges-and-middles", test_align);
  g_test_add_func ("/align/equal-gaps", test_distribute);
  return g_test_run ();
}
