/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-spatial-index.h"

#define N 300

static gpointer
tag (guint i)
{
  return GUINT_TO_POINTER (i + 1);
}

static guint
count_in (AtlSpatialIndex *index,
          AtlRect          rect)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  atl_spatial_index_query (index, rect, found);
  return found->len;
}

static void
test_finds_what_touches (void)
{
  g_autoptr (AtlSpatialIndex) index = atl_spatial_index_new (100);

  atl_spatial_index_put (index, tag (0), atl_rect (10, 10, 50, 50));
  atl_spatial_index_put (index, tag (1), atl_rect (90, 90, 300, 20));
  atl_spatial_index_put (index, tag (2), atl_rect (-500, -500, 10, 10));

  g_assert_cmpuint (count_in (index, atl_rect (0, 0, 100, 100)), ==, 2);
  g_assert_cmpuint (count_in (index, atl_rect (380, 80, 100, 100)), ==, 1);
  g_assert_cmpuint (count_in (index, atl_rect (-1000, -1000, 5000, 5000)), ==, 3);
  g_assert_cmpuint (count_in (index, atl_rect (60, 10, 20, 20)), ==, 0);
}

static void
test_move_and_remove (void)
{
  g_autoptr (AtlSpatialIndex) index = atl_spatial_index_new (100);

  atl_spatial_index_put (index, tag (0), atl_rect (10, 10, 50, 50));
  atl_spatial_index_put (index, tag (0), atl_rect (1010, 10, 50, 50));
  g_assert_cmpuint (count_in (index, atl_rect (0, 0, 100, 100)), ==, 0);
  g_assert_cmpuint (count_in (index, atl_rect (1000, 0, 100, 100)), ==, 1);

  g_assert_true (atl_spatial_index_remove (index, tag (0)));
  g_assert_false (atl_spatial_index_remove (index, tag (0)));
  g_assert_cmpuint (atl_spatial_index_get_size (index), ==, 0);
}

static void
test_huge_rectangles (void)
{
  g_autoptr (AtlSpatialIndex) index = atl_spatial_index_new (100);

  atl_spatial_index_put (index, tag (0), atl_rect (-1e15, -1e15, 2e15, 2e15));
  atl_spatial_index_put (index, tag (1), atl_rect (5, 5, 10, 10));

  g_assert_cmpuint (count_in (index, atl_rect (0, 0, 20, 20)), ==, 2);
  g_assert_cmpuint (count_in (index, atl_rect (-1e15, -1e15, 2e15, 2e15)), ==, 2);
}

static AtlRect
random_rect (GRand *random,
             double size)
{
  double x = g_rand_double_range (random, -900, 900);
  double y = g_rand_double_range (random, -900, 900);

  return atl_rect (x, y, g_rand_double_range (random, 1, size), g_rand_double_range (random, 1, size));
}

/* The index agrees with looking at every rectangle. */
static void
test_agrees_with_a_plain_search (void)
{
  g_autoptr (AtlSpatialIndex) index = atl_spatial_index_new (70);
  g_autoptr (GRand)           random = g_rand_new_with_seed (7);
  AtlRect                     rects[N];

  for (guint i = 0; i < 3 * N; i++)
    {
      rects[i % N] = random_rect (random, 300);
      atl_spatial_index_put (index, tag (i % N), rects[i % N]);
    }
  for (guint round = 0; round < 200; round++)
    {
      AtlRect query = random_rect (random, 900);
      guint   expected = 0;

      for (guint i = 0; i < N; i++)
        expected += atl_rect_intersects (rects[i], query);
      g_assert_cmpuint (count_in (index, query), ==, expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spatial-index/query/finds-what-touches", test_finds_what_touches);
  g_test_add_func ("/spatial-index/put/moves-and-removes", test_move_and_remove);
  g_test_add_func ("/spatial-index/put/takes-huge-rectangles", test_huge_rectangles);
  g_test_add_func ("/spatial-index/query/agrees-with-a-plain-search", test_agrees_with_a_plain_search);
  return g_test_run ();
}
