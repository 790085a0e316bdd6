/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include "scene/atl-scene-map.h"

/* What graph areas show of the same board. */

typedef struct
{
  AtlNote *ann;
  AtlNote *bob;
  AtlLink *link;
} Pair;

static Pair
add_pair (SceneFixture *fixture)
{
  Pair pair = { scene_fixture_add (fixture->map, "Ann", 200, 300),
                scene_fixture_add (fixture->map, "Bob", 900, 300), NULL };

  pair.link = scene_fixture_link (fixture, pair.ann, pair.bob);
  return pair;
}

static void
count_cb (AtlScene *scene,
          AtlBox   *box,
          guint    *count)
{
  if (box->kind != ATL_BOX_AREA)
    ++*count;
}

static void
test_silos_hide_nodes (SceneFixture *fixture,
                       gconstpointer data)
{
  Pair     pair = add_pair (fixture);
  AtlNote *plain = atl_area_add_note (fixture->left, "plain");
  guint    removed = 0;
  atl_scene_update (fixture->scene);
  g_signal_connect (fixture->scene, "box-removed", G_CALLBACK (count_cb), &removed);

  atl_scene_set_map_view (fixture->scene, ATL_MAP_SILOS);

  g_assert_null (atl_scene_find_box (fixture->scene, pair.ann));
  g_assert_null (atl_scene_find_box (fixture->scene, pair.link));
  g_assert_nonnull (atl_scene_find_box (fixture->scene, plain));
  g_assert_cmpuint (atl_scene_get_boxes (fixture->scene, ATL_BOX_NOTE)->len, ==, 1);
  g_assert_cmpuint (atl_scene_get_boxes (fixture->scene, ATL_BOX_LINK)->len, ==, 0);
  g_assert_cmpuint (
    atl_scene_get_area_notes (fixture->scene, atl_scene_find_box (fixture->scene, fixture->map))->len, ==, 0);
  g_assert_false (atl_scene_get_nodes_shown (fixture->scene));
  g_assert_cmpuint (removed, ==, 3);
}

static void
test_people_come_back (SceneFixture *fixture,
                       gconstpointer data)
{
  Pair     pair = add_pair (fixture);
  AtlBox  *before = atl_scene_find_box (fixture->scene, pair.ann);
  guint    added = 0;
  AtlNote *late;
  atl_scene_set_map_view (fixture->scene, ATL_MAP_SILOS);
  atl_scene_update (fixture->scene);
  g_signal_connect (fixture->scene, "box-added", G_CALLBACK (count_cb), &added);

  late = scene_fixture_add (fixture->map, "Cleo", 500, 500);
  atl_scene_update (fixture->scene);
  g_assert_cmpuint (added, ==, 0);

  atl_scene_set_map_view (fixture->scene, ATL_MAP_PEOPLE);
  g_assert_true (atl_scene_find_box (fixture->scene, pair.ann) == before);
  g_assert_nonnull (atl_scene_find_box (fixture->scene, late));
  g_assert_nonnull (atl_scene_find_box (fixture->scene, pair.link));
  g_assert_cmpuint (added, ==, 4);
}

static void
test_nodes_deleted_while_hidden (SceneFixture *fixture,
                                 gconstpointer data)
{
  Pair  pair = add_pair (fixture);
  guint removed = 0;
  atl_scene_set_map_view (fixture->scene, ATL_MAP_SILOS);
  atl_scene_update (fixture->scene);
  g_signal_connect (fixture->scene, "box-removed", G_CALLBACK (count_cb), &removed);

  atl_list_remove (atl_board_get_notes (fixture->board), ATL_ITEM (pair.ann));
  atl_scene_set_map_view (fixture->scene, ATL_MAP_PEOPLE);

  g_assert_cmpuint (atl_scene_get_boxes (fixture->scene, ATL_BOX_NOTE)->len, ==, 1);
  g_assert_cmpuint (removed, ==, 0);
}

static void
test_sides_are_one_line (SceneFixture *fixture,
                         gconstpointer data)
{
  Pair     pair = add_pair (fixture);
  AtlLink *other = scene_fixture_link (fixture, pair.ann, pair.bob);

  atl_link_set_kind (pair.link, ATL_LINK_KIND_HANDOFF);
  atl_link_set_declared_by (pair.link, ATL_DECLARED_BY_FROM);
  atl_link_set_kind (other, ATL_LINK_KIND_HANDOFF);
  atl_link_set_declared_by (other, ATL_DECLARED_BY_TO);

  g_assert_cmpuint (atl_scene_get_boxes (fixture->scene, ATL_BOX_LINK)->len, ==, 1);
  g_assert_nonnull (atl_scene_find_box (fixture->scene, other));
  g_assert_true (atl_scene_find_box (fixture->scene, pair.link) ==
                 atl_scene_find_box (fixture->scene, other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SCENE_TEST ("/map/silos/nodes-and-their-links-are-gone-for-everybody", test_silos_hide_nodes);
  SCENE_TEST ("/map/silos/people-come-back-in-the-same-boxes", test_people_come_back);
  SCENE_TEST ("/map/silos/nodes-deleted-meanwhile-say-nothing", test_nodes_deleted_while_hidden);
  SCENE_TEST ("/map/links/what-both-sides-say-is-one-line", test_sides_are_one_line);
  return g_test_run ();
}
