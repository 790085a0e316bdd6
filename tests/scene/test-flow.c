/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-flow.h"
#include "scene/atl-growth.h"

static void
test_columns (void)
{
  static const struct
  {
    double width;
    double scale;
    guint  columns;
  } rows[] = {
    { 0, 1, 1 },
    { 179, 1, 1 },
    { 379, 1, 1 },
    { 380, 1, 2 },
    { 580, 1, 3 },
    { 344, 1, 1 },
    { 344, 0.85, 2 },
    { 344, 0.5, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AtlFlow flow = { 0, 0, rows[i].width, rows[i].scale };

      g_assert_cmpuint (atl_flow_get_columns (&flow), ==, rows[i].columns);
    }
}

static void
test_place (void)
{
  AtlFlow             flow = { 10, 100, 400, 1 };
  static const double heights[] = { 120, 200, 120 };
  AtlRect             rects[3];

  double bottom = atl_flow_place (&flow, heights, 3, rects);

  g_assert_true (atl_rect_equal (rects[0], atl_rect (10, 100, 180, 120)));
  g_assert_true (atl_rect_equal (rects[1], atl_rect (210, 100, 180, 200)));
  g_assert_true (atl_rect_equal (rects[2], atl_rect (10, 320, 180, 120)));
  g_assert_cmpfloat (bottom, ==, 440);
}

static void
test_place_nothing (void)
{
  AtlFlow flow = { 10, 100, 400, 1 };

  g_assert_cmpfloat (atl_flow_place (&flow, NULL, 0, NULL), ==, 100);
}

static void
test_slot (void)
{
  static const AtlRect rects[] = {
    { 0, 0, 180, 120 },
    { 200, 0, 180, 200 },
    { 0, 220, 180, 120 },
    { 200, 220, 180, 120 },
    { 0, 360, 180, 120 },
  };
  static const struct
  {
    AtlPoint point;
    guint    slot;
  } rows[] = {
    { { 10, 10 }, 0 },
    { { -50, -50 }, 0 },
    { { 100, 10 }, 1 },
    { { 100, 200 }, 1 },
    { { 300, 50 }, 2 },
    { { 900, 50 }, 2 },
    { { 10, 250 }, 2 },
    { { 120, 250 }, 3 },
    { { 10, 365 }, 4 },
    { { 120, 400 }, 5 },
    { { 10, 2000 }, 4 },
    { { 900, 2000 }, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (atl_flow_find_slot (rects, G_N_ELEMENTS (rects), rows[i].point), ==, rows[i].slot);
  g_assert_cmpuint (atl_flow_find_slot (rects, 0, rows[0].point), ==, 0);
}

static void
test_nothing_grows (void)
{
  AtlGrowth areas[] = {
    { { 0, 0, 800, 500 }, 300, { 0 } },
    { { 0, 500, 800, 500 }, 500, { 0 } },
  };

  atl_growth_place (areas, 2);

  g_assert_true (atl_rect_equal (areas[0].placed, areas[0].stored));
  g_assert_true (atl_rect_equal (areas[1].placed, areas[1].stored));
}

static void
test_pushes_below (void)
{
  AtlGrowth areas[] = {
    { { 0, 0, 800, 500 }, 700, { 0 } },
    { { 0, 500, 800, 500 }, 100, { 0 } },
  };

  atl_growth_place (areas, 2);

  g_assert_true (atl_rect_equal (areas[0].placed, atl_rect (0, 0, 800, 700)));
  g_assert_true (atl_rect_equal (areas[1].placed, atl_rect (0, 700, 800, 500)));
}

static void
test_no_gaps (void)
{
  AtlGrowth areas[] = {
    { { 0, 0, 400, 1000 }, 100, { 0 } },
    { { 400, 0, 400, 500 }, 800, { 0 } },
    { { 800, 0, 400, 500 }, 100, { 0 } },
    { { 400, 500, 800, 500 }, 100, { 0 } },
  };

  atl_growth_place (areas, 4);

  g_assert_true (atl_rect_equal (areas[0].placed, atl_rect (0, 0, 400, 1300)));
  g_assert_true (atl_rect_equal (areas[1].placed, atl_rect (400, 0, 400, 800)));
  g_assert_true (atl_rect_equal (areas[2].placed, atl_rect (800, 0, 400, 800)));
  g_assert_true (atl_rect_equal (areas[3].placed, atl_rect (400, 800, 800, 500)));
}

static void
test_order_free (void)
{
  AtlGrowth areas[] = {
    { { 0, 500, 800, 500 }, 900, { 0 } },
    { { 0, 1000, 800, 200 }, 100, { 0 } },
    { { 0, 0, 800, 500 }, 600, { 0 } },
  };

  atl_growth_place (areas, 3);

  g_assert_cmpfloat (areas[0].placed.y, ==, 600);
  g_assert_cmpfloat (areas[1].placed.y, ==, 1500);
  g_assert_cmpfloat (areas[2].placed.y, ==, 0);
}

static void
test_rects (void)
{
  AtlRect a = { 0, 0, 100, 50 };
  AtlRect b = { 80, 20, 100, 50 };

  g_assert_cmpfloat (atl_rect_overlap (a, b), ==, 600);
  g_assert_false (atl_rect_intersects (a, atl_rect (100, 0, 10, 10)));
  g_assert_true (atl_rect_equal (atl_rect_union (a, b), atl_rect (0, 0, 180, 70)));
  g_assert_true (atl_rect_equal (atl_rect_union (a, atl_rect (500, 500, 0, 0)), a));
  g_assert_true (atl_rect_contains (a, (AtlPoint){ 0, 0 }));
  g_assert_false (atl_rect_contains (a, (AtlPoint){ 100, 0 }));
  g_assert_true (atl_rect_is_empty (atl_rect_inset (a, 30)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flow/columns/as-many-as-fit-and-one-at-least", test_columns);
  g_test_add_func ("/flow/place/rows-as-high-as-their-highest-note", test_place);
  g_test_add_func ("/flow/place/nothing-takes-no-room", test_place_nothing);
  g_test_add_func ("/flow/slot/before-the-first-middle-right-of-the-point", test_slot);
  g_test_add_func ("/growth/nothing-grows/stays-as-stored", test_nothing_grows);
  g_test_add_func ("/growth/one-grows/pushes-what-is-below", test_pushes_below);
  g_test_add_func ("/growth/one-grows/a-tiled-board-stays-tiled", test_no_gaps);
  g_test_add_func ("/growth/order/does-not-matter", test_order_free);
  g_test_add_func ("/rect/arithmetic", test_rects);

  return g_test_run ();
}
