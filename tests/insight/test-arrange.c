/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange.h"

#include <math.h>
#include <string.h>

/* Nodes of 110 × 42 in silos in turn; each is linked to the next of its silo, and some to others. */
static AtlArrangeMap *
make_map (guint n,
          guint n_silos,
          guint n_more)
{
  AtlArrangeMap    *map = atl_arrange_map_new (n, n + n_more, n_silos);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  map->room = (AtlArrangeRoom){ 20, 100, 1560, 880 };
  for (guint i = 0; i < n; i++)
    {
      map->nodes[i].width = 110;
      map->nodes[i].height = 42;
      map->nodes[i].silo = n_silos > 0 ? (int) (i % n_silos) : -1;
      map->arcs[i] = (AtlArrangeArc){ i, (i + MAX (n_silos, 1)) % n, 2 };
    }
  for (guint i = 0; i < n_more; i++)
    map->arcs[n + i] = (AtlArrangeArc){ (guint) g_rand_int_range (rand, 0, (int) n),
                                        (guint) g_rand_int_range (rand, 0, (int) n), 1 };
  for (guint i = 0; i < n_silos; i++)
    map->labels[i] = 90;
  return map;
}

static gboolean
nodes_overlap (const AtlArrangeNode *a,
               const AtlArrangeNode *b)
{
  return fabs (a->x - b->x) < (a->width + b->width) / 2 - 0.1 &&
         fabs (a->y - b->y) < (a->height + b->height) / 2 - 0.1;
}

static guint
count_overlaps (const AtlArrangeMap *map)
{
  guint n = 0;

  for (guint i = 0; i < map->n_nodes; i++)
    for (guint j = 0; j < i; j++)
      n += nodes_overlap (&map->nodes[i], &map->nodes[j]);
  return n;
}

static void
assert_inside (const AtlArrangeMap *map)
{
  const AtlArrangeRoom *room = &map->room;

  for (guint i = 0; i < map->n_nodes; i++)
    {
      const AtlArrangeNode *node = &map->nodes[i];

      g_assert_cmpfloat (node->x - node->width / 2, >=, room->x - 0.5);
      g_assert_cmpfloat (node->y - node->height / 2, >=, room->y - 0.5);
      g_assert_cmpfloat (node->x + node->width / 2, <=, room->x + room->width + 0.5);
      g_assert_cmpfloat (node->y + node->height / 2, <=, room->y + room->height + 0.5);
    }
}

/* The rectangle around the hull of a silo. */
static AtlArrangeNode
get_hull (const AtlArrangeMap *map,
          int                  silo)
{
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;

  for (guint i = 0; i < map->n_nodes; i++)
    {
      const AtlArrangeNode *node = &map->nodes[i];

      if (node->silo != silo)
        continue;
      left = MIN (left, node->x - node->width / 2 - map->margin);
      right = MAX (right, node->x + node->width / 2 + map->margin);
      top = MIN (top, node->y - node->height / 2 - map->margin);
      bottom = MAX (bottom, node->y + node->height / 2 + map->margin);
    }
  return (AtlArrangeNode){ (left + right) / 2, (top + bottom) / 2, right - left, bottom - top, silo, FALSE };
}

static guint
count_hull_overlaps (const AtlArrangeMap *map)
{
  guint n = 0;

  for (guint i = 0; i < map->n_silos; i++)
    for (guint j = 0; j < i; j++)
      {
        AtlArrangeNode one = get_hull (map, (int) i);
        AtlArrangeNode other = get_hull (map, (int) j);

        n += nodes_overlap (&one, &other);
      }
  return n;
}

static const struct
{
  AtlArrangement how;
  guint          n;
  guint          n_silos;
} cases[] = {
  { ATL_ARRANGE_SILO_CIRCLE, 1, 1 },
  { ATL_ARRANGE_SILO_CIRCLE, 5, 2 },
  { ATL_ARRANGE_SILO_CIRCLE, 17, 6 },
  { ATL_ARRANGE_SILO_CIRCLE, 40, 5 },
  { ATL_ARRANGE_SILO_CIRCLE, 12, 12 },
  { ATL_ARRANGE_SILO_CIRCLE, 24, 1 },
  { ATL_ARRANGE_SILO_FORCE, 5, 2 },
  { ATL_ARRANGE_SILO_FORCE, 17, 6 },
  { ATL_ARRANGE_SILO_FORCE, 40, 5 },
  { ATL_ARRANGE_SILO_FORCE, 30, 0 },
  { ATL_ARRANGE_LEFT_TO_RIGHT, 12, 0 },
  { ATL_ARRANGE_LEFT_TO_RIGHT, 20, 5 },
  { ATL_ARRANGE_TREE, 25, 0 },
  { ATL_ARRANGE_CIRCLE, 12, 0 },
  { ATL_ARRANGE_CIRCLE, 40, 4 },
};

static void
test_no_overlap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlArrangeMap) map = make_map (cases[i].n, cases[i].n_silos, cases[i].n / 2);

      g_test_message ("case %u: %u nodes, %u silos", i, cases[i].n, cases[i].n_silos);
      g_assert_true (atl_arrange_map_run (map, cases[i].how, NULL));
      g_assert_cmpuint (count_overlaps (map), ==, 0);
      assert_inside (map);
      if (cases[i].how == ATL_ARRANGE_SILO_CIRCLE || cases[i].how == ATL_ARRANGE_SILO_FORCE)
        g_assert_cmpuint (count_hull_overlaps (map), ==, 0);
    }
}

/* Thousands of nodes as small as the scene draws them then. */
static void
test_large (void)
{
  for (guint how = ATL_ARRANGE_SILO_FORCE; how <= ATL_ARRANGE_SILO_CIRCLE; how++)
    {
      g_autoptr (AtlArrangeMap) map = make_map (2000, 25, 6000);

      map->margin = 4;
      map->gap = 3;
      map->label_height = 12;
      for (guint i = 0; i < map->n_nodes; i++)
        {
          map->nodes[i].width = 13;
          map->nodes[i].height = 5;
        }
      g_assert_true (atl_arrange_map_run (map, how, NULL));
      g_assert_cmpuint (count_overlaps (map), ==, 0);
      g_assert_cmpuint (count_hull_overlaps (map), ==, 0);
      assert_inside (map);
    }
}

static void
test_same_for_a_seed (void)
{
  for (guint how = 0; how < ATL_N_ARRANGEMENTS; how++)
    {
      g_autoptr (AtlArrangeMap) one = make_map (30, 5, 20);
      g_autoptr (AtlArrangeMap) other = make_map (30, 5, 20);

      atl_arrange_map_run (one, how, NULL);
      atl_arrange_map_run (other, how, NULL);

      g_assert_cmpmem (one->nodes, 30 * sizeof *one->nodes, other->nodes, 30 * sizeof *other->nodes);
    }
}

static void
test_pinned (void)
{
  for (guint how = 0; how < ATL_N_ARRANGEMENTS; how++)
    {
      g_autoptr (AtlArrangeMap) map = make_map (20, 4, 10);

      map->nodes[3].pinned = map->nodes[8].pinned = TRUE;
      map->nodes[3].x = 300;
      map->nodes[3].y = 300;
      map->nodes[8].x = 1200;
      map->nodes[8].y = 700;
      atl_arrange_map_run (map, how, NULL);

      g_assert_cmpfloat (map->nodes[3].x, ==, 300);
      g_assert_cmpfloat (map->nodes[8].y, ==, 700);
      g_assert_cmpuint (count_overlaps (map), ==, 0);
    }
}

/* How much of the room nodes reach over. */
static double
get_reach (const AtlArrangeMap *map)
{
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;

  for (guint i = 0; i < map->n_nodes; i++)
    {
      left = MIN (left, map->nodes[i].x);
      top = MIN (top, map->nodes[i].y);
      right = MAX (right, map->nodes[i].x);
      bottom = MAX (bottom, map->nodes[i].y);
    }
  return MAX ((right - left) / map->room.width, (bottom - top) / map->room.height);
}

/* Teams without a silo, or one of each, or people of one silo only: few nodes use the room. */
static void
test_few_nodes (void)
{
  for (guint n_silos = 0; n_silos <= 4; n_silos += n_silos == 0 ? 1 : 3)
    for (guint how = ATL_ARRANGE_SILO_FORCE; how <= ATL_ARRANGE_SILO_CIRCLE; how++)
      {
        g_autoptr (AtlArrangeMap) map = make_map (4, n_silos, 4);

        g_test_message ("%u silos, arrangement %u", n_silos, how);
        g_assert_true (atl_arrange_map_run (map, how, NULL));
        g_assert_cmpuint (count_overlaps (map), ==, 0);
        assert_inside (map);
        g_assert_cmpfloat (get_reach (map), >, 0.4);
      }
}

/* Nodes that have grown make way, all others stay. */
static void
test_part (void)
{
  g_autoptr (AtlArrangeMap) map = make_map (20, 4, 10);
  AtlArrangeNode            far;

  atl_arrange_map_run (map, ATL_ARRANGE_SILO_CIRCLE, NULL);
  far = map->nodes[5];
  map->nodes[0].pinned = TRUE;
  map->nodes[1].x = map->nodes[0].x + 5;
  map->nodes[1].y = map->nodes[0].y;
  g_assert_cmpuint (count_overlaps (map), ==, 1);
  g_assert_true (atl_arrange_map_part (map, NULL));

  g_assert_cmpuint (count_overlaps (map), ==, 0);
  assert_inside (map);
  g_assert_cmpfloat (map->nodes[5].x, ==, far.x);
  g_assert_cmpfloat (map->nodes[5].y, ==, far.y);
}

static void
test_small_room (void)
{
  for (guint how = 0; how < ATL_N_ARRANGEMENTS; how++)
    {
      g_autoptr (AtlArrangeMap) map = make_map (60, 6, 40);

      map->room = (AtlArrangeRoom){ 0, 0, 400, 300 };
      atl_arrange_map_run (map, how, NULL);

      assert_inside (map);
    }
}

static void
test_neighbors_on_the_circle (void)
{
  AtlArrangeMap *map = atl_arrange_map_new (6, 6, 6);
  guint          ring[] = { 0, 3, 1, 5, 2, 4 };

  map->room = (AtlArrangeRoom){ 0, 0, 1600, 1000 };
  for (guint i = 0; i < 6; i++)
    {
      map->nodes[i] = (AtlArrangeNode){ .width = 100, .height = 40, .silo = (int) i };
      map->arcs[i] = (AtlArrangeArc){ ring[i], ring[(i + 1) % 6], 3 };
    }
  atl_arrange_map_run (map, ATL_ARRANGE_SILO_CIRCLE, NULL);

  for (guint i = 0; i < 6; i++)
    {
      AtlArrangeNode *a = &map->nodes[ring[i]];
      AtlArrangeNode *b = &map->nodes[ring[(i + 1) % 6]];
      AtlArrangeNode *far = &map->nodes[ring[(i + 3) % 6]];

      g_assert_cmpfloat (hypot (a->x - b->x, a->y - b->y), <, hypot (a->x - far->x, a->y - far->y));
    }
  atl_arrange_map_free (map);
}

static void
test_left_to_right (void)
{
  AtlArrangeMap *map = atl_arrange_map_new (4, 5, 0);

  map->room = (AtlArrangeRoom){ 0, 0, 1600, 500 };
  for (guint i = 0; i < 4; i++)
    map->nodes[i] = (AtlArrangeNode){ .width = 100, .height = 40, .silo = -1 };
  map->arcs[0] = (AtlArrangeArc){ 0, 1, 1 };
  map->arcs[1] = (AtlArrangeArc){ 1, 2, 1 };
  map->arcs[2] = (AtlArrangeArc){ 2, 3, 1 };
  map->arcs[3] = (AtlArrangeArc){ 3, 1, 1 };
  map->arcs[4] = (AtlArrangeArc){ 0, 3, 1 };
  atl_arrange_map_run (map, ATL_ARRANGE_LEFT_TO_RIGHT, NULL);

  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (map->nodes[i - 1].x + 100, <, map->nodes[i].x);
  atl_arrange_map_free (map);
}

static void
test_tree (void)
{
  AtlArrangeMap *map = atl_arrange_map_new (7, 7, 0);

  map->room = (AtlArrangeRoom){ 0, 0, 1600, 600 };
  for (guint i = 0; i < 7; i++)
    map->nodes[i] = (AtlArrangeNode){ .width = 100, .height = 40, .silo = -1 };
  for (guint i = 0; i < 6; i++)
    map->arcs[i] = (AtlArrangeArc){ i / 2, i + 1, 1 };
  map->arcs[6] = (AtlArrangeArc){ 1, 6, 1 };
  atl_arrange_map_run (map, ATL_ARRANGE_TREE, NULL);

  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat (map->nodes[i / 2].y + 40, <, map->nodes[i + 1].y);
  g_assert_cmpfloat_with_epsilon (map->nodes[0].x, (map->nodes[1].x + map->nodes[2].x) / 2, 1);
  g_assert_cmpfloat (map->nodes[3].x, <, map->nodes[4].x);
  g_assert_cmpuint (count_overlaps (map), ==, 0);
  atl_arrange_map_free (map);
}

static void
test_cancelled (void)
{
  g_autoptr (AtlArrangeMap) map = make_map (50, 5, 20);
  g_autoptr (GCancellable)  cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);

  g_assert_false (atl_arrange_map_run (map, ATL_ARRANGE_SILO_FORCE, cancellable));
}

static void
test_nothing (void)
{
  for (guint how = 0; how < ATL_N_ARRANGEMENTS; how++)
    {
      g_autoptr (AtlArrangeMap) map = atl_arrange_map_new (0, 0, 0);

      g_assert_true (atl_arrange_map_run (map, how, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/nodes-and-silos-are-apart-and-inside", test_no_overlap);
  g_test_add_func ("/arrange/two-thousand-nodes-too", test_large);
  g_test_add_func ("/arrange/the-same-for-the-same-seed", test_same_for_a_seed);
  g_test_add_func ("/arrange/pinned-nodes-stay-and-others-avoid-them", test_pinned);
  g_test_add_func ("/arrange/few-nodes-use-the-room", test_few_nodes);
  g_test_add_func ("/arrange/nodes-that-cover-others-make-way", test_part);
  g_test_add_func ("/arrange/too-small-a-room-holds-all-middles", test_small_room);
  g_test_add_func ("/arrange/circle/linked-silos-are-neighbors", test_neighbors_on_the_circle);
  g_test_add_func ("/arrange/left-to-right/follows-links-and-cuts-cycles", test_left_to_right);
  g_test_add_func ("/arrange/tree/parents-stand-over-their-children", test_tree);
  g_test_add_func ("/arrange/cancelled", test_cancelled);
  g_test_add_func ("/arrange/nothing-at-all", test_nothing);
  return g_test_run ();
}
