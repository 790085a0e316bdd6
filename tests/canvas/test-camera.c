/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-camera.h"

#include <math.h>

#define HALF_PIXEL 0.51

static void
count_cb (guint *count)
{
  (*count)++;
}

static AtlCamera *
new_camera (guint *changes)
{
  AtlCamera *camera = atl_camera_new ();

  atl_camera_set_viewport (camera, 800, 600);
  *changes = 0;
  g_signal_connect_swapped (camera, "changed", G_CALLBACK (count_cb), changes);
  return camera;
}

static void
test_mapping_both_ways (void)
{
  guint                 changes;
  g_autoptr (AtlCamera) camera = new_camera (&changes);
  AtlPoint              there, back;

  atl_camera_zoom_at (camera, 0.7, (AtlPoint){ 123, 45 });
  atl_camera_pan (camera, -31, 77);
  there = atl_camera_to_board (camera, (AtlPoint){ 400, 300 });
  back = atl_camera_to_screen (camera, there);

  g_assert_cmpfloat_with_epsilon (back.x, 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.y, 300, 1e-9);
}

static void
test_zoom_keeps_anchor (void)
{
  const double zooms[] = { 0.05, 0.38, 1, 1.7, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      guint                 changes;
      g_autoptr (AtlCamera) camera = new_camera (&changes);
      AtlPoint              anchor = { 611, 222 };
      AtlPoint              fixed = atl_camera_to_board (camera, anchor);

      atl_camera_zoom_at (camera, zooms[i], anchor);

      g_assert_cmpfloat (atl_camera_get_zoom (camera), ==, zooms[i]);
      g_assert_cmpfloat_with_epsilon (atl_camera_to_screen (camera, fixed).x, anchor.x, HALF_PIXEL);
      g_assert_cmpfloat_with_epsilon (atl_camera_to_screen (camera, fixed).y, anchor.y, HALF_PIXEL);
    }
}

static void
test_zoom_limits (void)
{
  const struct
  {
    double asked, got;
  } cases[] = { { 0.001, ATL_ZOOM_MIN },
                { -1, ATL_ZOOM_MIN },
                { 99, ATL_ZOOM_MAX },
                { NAN, 1 },
                { INFINITY, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint                 changes;
      g_autoptr (AtlCamera) camera = new_camera (&changes);

      atl_camera_zoom_at (camera, cases[i].asked, (AtlPoint){ 0, 0 });

      g_assert_cmpfloat (atl_camera_get_zoom (camera), ==, cases[i].got);
    }
}

static void
test_changed_once (void)
{
  guint                 changes;
  g_autoptr (AtlCamera) camera = new_camera (&changes);

  atl_camera_pan (camera, 10, 20);
  g_assert_cmpuint (changes, ==, 1);
  atl_camera_pan (camera, 0, 0);
  g_assert_cmpuint (changes, ==, 1);
  atl_camera_zoom_at (camera, 2, (AtlPoint){ 400, 300 });
  g_assert_cmpuint (changes, ==, 2);
  atl_camera_zoom_at (camera, 2, (AtlPoint){ 400, 300 });
  g_assert_cmpuint (changes, ==, 2);
  atl_camera_fit (camera, atl_rect (0, 0, 1600, 1000), 10);
  g_assert_cmpuint (changes, ==, 3);
}

static void
test_fit_shows_all (void)
{
  const AtlRect rects[] = { { 0, 0, 1600, 1000 },
                            { -300, 40, 100, 3000 },
                            { 0, 0, 9000, 10 },
                            { 5, 5, 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    {
      guint                 changes;
      g_autoptr (AtlCamera) camera = new_camera (&changes);
      AtlRect               shown;

      atl_camera_fit (camera, rects[i], 10);
      shown = atl_camera_rect_to_screen (camera, rects[i]);

      g_assert_cmpfloat (shown.x, >=, 10 - HALF_PIXEL);
      g_assert_cmpfloat (shown.y, >=, 10 - HALF_PIXEL);
      g_assert_cmpfloat (shown.x + shown.width, <=, 790 + HALF_PIXEL);
      g_assert_cmpfloat (shown.y + shown.height, <=, 590 + HALF_PIXEL);
    }
}

static void
test_fit_follows_size (void)
{
  guint                 changes;
  g_autoptr (AtlCamera) camera = new_camera (&changes);
  double                fitted;

  atl_camera_fit (camera, atl_rect (0, 0, 1600, 1000), 0);
  atl_camera_set_viewport (camera, 400, 300);
  fitted = atl_camera_get_zoom (camera);
  atl_camera_pan (camera, 5, 5);
  atl_camera_set_viewport (camera, 800, 600);

  g_assert_cmpfloat_with_epsilon (fitted, 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (atl_camera_get_zoom (camera), 0.25, 1e-9);
}

static void
test_resize_keeps (void)
{
  guint                 changes;
  g_autoptr (AtlCamera) camera = new_camera (&changes);
  AtlRect               kept, away = { 1200, 500, 100, 60 };
  AtlPoint              before;
  double                right;

  atl_camera_zoom_at (camera, 0.9, (AtlPoint){ 0, 0 });
  kept = atl_rect_moved (atl_camera_get_visible (camera), 600, 100);
  kept.width = 100;
  kept.height = 60;
  before = atl_camera_to_screen (camera, (AtlPoint){ 0, 0 });
  atl_camera_resize (camera, 500, 600, kept, 10);
  right = atl_camera_to_screen (camera, (AtlPoint){ kept.x + kept.width, kept.y }).x;
  g_assert_cmpfloat (atl_camera_get_zoom (camera), ==, 0.9);
  g_assert_cmpfloat_with_epsilon (right, 490, 1);
  g_assert_cmpfloat_with_epsilon (atl_camera_to_screen (camera, (AtlPoint){ 0, 0 }).y, before.y, HALF_PIXEL);

  /* What was out of view before is not gone after. */
  before = atl_camera_to_screen (camera, (AtlPoint){ 0, 0 });
  atl_camera_resize (camera, 450, 600, away, 10);
  g_assert_cmpfloat_with_epsilon (atl_camera_to_screen (camera, (AtlPoint){ 0, 0 }).x, before.x, HALF_PIXEL);
}

static void
test_held_view (void)
{
  guint                 changes;
  g_autoptr (AtlCamera) camera = new_camera (&changes);
  AtlPoint              before, held;
  double                zoom;

  atl_camera_fit (camera, atl_rect (0, 0, 1600, 1000), 0);
  zoom = atl_camera_get_zoom (camera);
  before = atl_camera_to_screen (camera, (AtlPoint){ 0, 0 });
  atl_camera_set_held (camera, TRUE);
  atl_camera_set_viewport (camera, 800, 550);
  held = atl_camera_to_screen (camera, (AtlPoint){ 0, 0 });
  g_assert_cmpfloat (atl_camera_get_zoom (camera), ==, zoom);
  g_assert_cmpfloat_with_epsilon (held.x, before.x, HALF_PIXEL);
  g_assert_cmpfloat_with_epsilon (held.y, before.y, HALF_PIXEL);

  /* What opens at the side takes too much. */
  atl_camera_set_viewport (camera, 480, 550);
  g_assert_cmpfloat_with_epsilon (atl_camera_get_zoom (camera), 0.3, 1e-9);

  atl_camera_set_held (camera, FALSE);
  atl_camera_set_viewport (camera, 400, 300);
  g_assert_cmpfloat_with_epsilon (atl_camera_get_zoom (camera), 0.25, 1e-9);
}

static void
test_nobody_gets_lost (void)
{
  guint                 changes;
  g_autoptr (AtlCamera) camera = new_camera (&changes);
  AtlPoint              center;

  atl_camera_set_bounds (camera, atl_rect (0, 0, 1600, 1000));
  atl_camera_pan (camera, 1e6, -1e6);
  center = atl_camera_to_board (camera, atl_camera_get_center (camera));

  g_assert_cmpfloat_with_epsilon (center.x, 1600, 1);
  g_assert_cmpfloat_with_epsilon (center.y, 0, 1);
}

static void
test_reveal_moves_no_further_than_needed (void)
{
  const struct
  {
    AtlRect  rect;
    gboolean moved;
    double   x, y; /* of the view's top left afterwards */
  } cases[] = {
    { { 100, 100, 50, 50 }, FALSE, 0, 0 },
    { { 900, 100, 50, 50 }, TRUE, 170, 0 },
    { { -100, 100, 50, 50 }, TRUE, -120, 0 },
    { { 100, 700, 50, 50 }, TRUE, 0, 170 },
    { { 100, 100, 5000, 50 }, TRUE, 80, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint                 changes;
      g_autoptr (AtlCamera) camera = new_camera (&changes);
      gboolean              moved = atl_camera_reveal (camera, cases[i].rect, 20);

      g_assert_cmpint (moved, ==, cases[i].moved);
      g_assert_cmpfloat (atl_camera_get_visible (camera).x, ==, cases[i].x);
      g_assert_cmpfloat (atl_camera_get_visible (camera).y, ==, cases[i].y);
    }
}

static void
test_whole_pixels (void)
{
  guint                 changes;
  g_autoptr (AtlCamera) camera = new_camera (&changes);
  AtlPoint              origin;

  atl_camera_zoom_at (camera, 0.731, (AtlPoint){ 333, 77 });
  origin = atl_camera_to_screen (camera, (AtlPoint){ 0, 0 });

  g_assert_cmpfloat_with_epsilon (origin.x, round (origin.x), 1e-9);
  g_assert_cmpfloat_with_epsilon (origin.y, round (origin.y), 1e-9);
}

static void
test_shrunk_board (void)
{
  guint                 changes;
  g_autoptr (AtlCamera) camera = new_camera (&changes);

  g_assert_false (atl_camera_set_bounds (camera, atl_rect (0, 0, 20000, 20000)));
  atl_camera_zoom_at (camera, 0.05, (AtlPoint){ 400, 300 });
  atl_camera_pan (camera, 800, 600);
  g_assert_false (atl_camera_set_bounds (camera, atl_rect (0, 0, 40000, 40000)));
  g_assert_true (atl_camera_set_bounds (camera, atl_rect (0, 0, 1600, 1000)));
  atl_camera_fit (camera, atl_rect (0, 0, 1600, 1000), 0);
  g_assert_false (atl_camera_set_bounds (camera, atl_rect (0, 0, 1600, 900)));
}

/* A template's board in a view of 1040 × 540, with notes that made it grow. */
static AtlCamera *
new_board_camera (AtlRect board)
{
  AtlCamera *camera = atl_camera_new ();

  atl_camera_set_home (camera, atl_rect (0, 0, 1600, 1000));
  atl_camera_set_bounds (camera, board);
  atl_camera_fit_board (camera, 20);
  atl_camera_set_viewport (camera, 1040, 540);
  return camera;
}

static void
test_board_is_readable (void)
{
  const double fits = 0.5; /* the zoom at which the template's own rectangle is seen as a whole */
  const struct
  {
    AtlRect  board;
    double   zoom;
    gboolean whole;
  } cases[] = {
    { { 0, 0, 1600, 1000 }, fits, TRUE },
    { { 0, 0, 1600, 1300 }, 500.0 / 1300, TRUE },   /* grown by little */
    { { 0, 0, 1600, 1400 }, 1000.0 / 1600, FALSE }, /* fills the width */
    { { 0, 0, 1600, 6000 }, 1000.0 / 1600, FALSE },
    { { 0, 0, 1800, 6000 }, 1000.0 / 1800, FALSE },
    { { 0, 0, 9000, 6000 }, fits, FALSE },
    { { 0, 0, 9000, 1000 }, fits, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlCamera) camera = new_board_camera (cases[i].board);
      AtlRect               shown = atl_camera_rect_to_screen (camera, cases[i].board);

      g_assert_cmpfloat_with_epsilon (atl_camera_get_zoom (camera), cases[i].zoom, 1e-9);
      g_assert_cmpfloat (shown.x, >=, 20 - HALF_PIXEL);
      g_assert_cmpfloat (shown.y, >=, 20 - HALF_PIXEL);
      if (cases[i].whole)
        g_assert_cmpfloat (shown.y + shown.height, <=, 520 + HALF_PIXEL);
    }
}

static void
test_board_not_magnified (void)
{
  g_autoptr (AtlCamera) camera = new_board_camera (atl_rect (0, 0, 400, 6000));

  atl_camera_set_home (camera, atl_rect (0, 0, 400, 1000));
  atl_camera_fit_board (camera, 20);

  g_assert_cmpfloat (atl_camera_get_zoom (camera), ==, 1);
}

static void
test_board_without_home (void)
{
  g_autoptr (AtlCamera) camera = new_board_camera (atl_rect (0, 0, 1600, 6000));
  AtlRect               visible;

  atl_camera_set_home (camera, (AtlRect){ 0 });
  atl_camera_fit_board (camera, 20);
  visible = atl_camera_get_visible (camera);

  g_assert_cmpfloat (visible.height, >=, 6000);
}

/* Scrolling a tall board is no other view of it; going aside, or nearer, is. */
static void
test_tall_board_scrolls (void)
{
  g_autoptr (AtlCamera) camera = new_board_camera (atl_rect (0, 0, 1600, 6000));
  double                top;

  atl_camera_pan (camera, 0, 800);
  top = atl_camera_get_visible (camera).y;
  atl_camera_set_viewport (camera, 840, 540);
  g_assert_cmpfloat_with_epsilon (atl_camera_get_zoom (camera), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (atl_camera_get_visible (camera).y, top, 1);

  atl_camera_reveal (camera, atl_rect (100, 5000, 100, 50), 20);
  atl_camera_set_viewport (camera, 1040, 540);
  g_assert_cmpfloat_with_epsilon (atl_camera_get_zoom (camera), 1000.0 / 1600, 1e-9);
  g_assert_cmpfloat (atl_camera_get_visible (camera).y, >, 4000);

  atl_camera_pan (camera, 30, 0);
  atl_camera_set_viewport (camera, 840, 540);
  g_assert_cmpfloat_with_epsilon (atl_camera_get_zoom (camera), 1000.0 / 1600, 1e-9);
}

/* Where the board ends there is nothing to see beside a note. */
static void
test_reveal_not_beyond_the_board (void)
{
  g_autoptr (AtlCamera) camera = new_board_camera (atl_rect (0, 0, 1600, 6000));
  AtlRect               before = atl_camera_get_visible (camera), after;

  g_assert_false (atl_camera_reveal (camera, atl_rect (5, 5, 100, 50), 60));
  g_assert_true (atl_camera_reveal (camera, atl_rect (1490, 5900, 100, 50), 60));
  after = atl_camera_get_visible (camera);

  g_assert_cmpfloat (after.x, ==, before.x);
  g_assert_cmpfloat_with_epsilon (after.y + after.height, 6000 + 20 / atl_camera_get_zoom (camera), 1);
}

static void
test_board_grows_without_moving (void)
{
  g_autoptr (AtlCamera) camera = new_board_camera (atl_rect (0, 0, 1600, 1000));
  AtlRect               before = atl_camera_get_visible (camera);

  atl_camera_set_bounds (camera, atl_rect (0, 0, 1600, 6000));
  g_assert_true (atl_rect_equal (atl_camera_get_visible (camera), before));

  /* From now on it is a tall one. */
  atl_camera_set_viewport (camera, 1040, 541);
  g_assert_cmpfloat_with_epsilon (atl_camera_get_zoom (camera), 1000.0 / 1600, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera/mapping/goes-both-ways", test_mapping_both_ways);
  g_test_add_func ("/camera/zoom/keeps-the-anchor", test_zoom_keeps_anchor);
  g_test_add_func ("/camera/zoom/keeps-its-limits", test_zoom_limits);
  g_test_add_func ("/camera/changed/once-per-operation", test_changed_once);
  g_test_add_func ("/camera/fit/shows-all-of-it", test_fit_shows_all);
  g_test_add_func ("/camera/fit/follows-the-size-until-moved", test_fit_follows_size);
  g_test_add_func ("/camera/fit/does-not-follow-while-held", test_held_view);
  g_test_add_func ("/camera/board/is-never-too-small-to-be-read", test_board_is_readable);
  g_test_add_func ("/camera/board/is-not-magnified", test_board_not_magnified);
  g_test_add_func ("/camera/board/without-areas-is-shown-as-a-whole", test_board_without_home);
  g_test_add_func ("/camera/board/follows-the-width-while-scrolled", test_tall_board_scrolls);
  g_test_add_func ("/camera/board/grows-without-moving", test_board_grows_without_moving);
  g_test_add_func ("/camera/resize/keeps-zoom-and-who-was-in-view", test_resize_keeps);
  g_test_add_func ("/camera/bounds/nobody-gets-lost", test_nobody_gets_lost);
  g_test_add_func ("/camera/bounds/what-shrinks-out-of-view-is-told", test_shrunk_board);
  g_test_add_func ("/camera/reveal/no-further-than-needed", test_reveal_moves_no_further_than_needed);
  g_test_add_func ("/camera/reveal/not-beyond-the-board", test_reveal_not_beyond_the_board);
  g_test_add_func ("/camera/view/stands-on-whole-pixels", test_whole_pixels);
  return g_test_run ();
}
