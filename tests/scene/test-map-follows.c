/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "scene/atl-scene-map.h"

/* What stands between silos is what the board has now, whoever changed it. */

typedef struct
{
  AtlNote *ann;  /* of Sales */
  AtlNote *bob;  /* of Stock */
  AtlNote *cleo; /* of Plant */
  AtlLink *link; /* active, Ann to Bob */
  AtlLink *need; /* Ann to Cleo */
} Map;

static void
add_silo (SceneFixture *fixture,
          const char   *name,
          const char   *partition)
{
  g_autoptr (AtlSilo) silo = atl_silo_new (name);

  atl_silo_set_name (silo, name);
  atl_silo_set_partition (silo, partition);
  atl_list_insert (atl_session_get_silos (fixture->session), ATL_ITEM (silo));
}

static AtlNote *
add_node (SceneFixture *fixture,
          const char   *silo,
          int           x,
          int           y)
{
  AtlNote *node = scene_fixture_add (fixture->map, silo, x, y);

  atl_note_set_silo (node, silo);
  return node;
}

static Map
add_map (SceneFixture *fixture)
{
  const char *partition = atl_session_get_active_partition (fixture->session);
  Map         map = { 0 };

  add_silo (fixture, "Sales", partition);
  add_silo (fixture, "Stock", partition);
  add_silo (fixture, "Plant", partition);
  map.ann = add_node (fixture, "Sales", 200, 300);
  map.bob = add_node (fixture, "Stock", 1300, 300);
  map.cleo = add_node (fixture, "Plant", 700, 700);
  map.link = scene_fixture_link (fixture, map.ann, map.bob);
  atl_link_set_kind (map.link, ATL_LINK_KIND_HANDOFF);
  map.need = scene_fixture_link (fixture, map.ann, map.cleo);
  atl_link_set_kind (map.need, ATL_LINK_KIND_MISSING);
  return map;
}

static AtlDisplayList *
get_list (SceneFixture *fixture,
          AtlDetail     detail)
{
  return atl_scene_get_display_list (fixture->scene, atl_scene_find_box (fixture->scene, fixture->map),
                                     detail);
}

/* Bands run along curves, outlines of silos are closed. */
static guint
count_bands (SceneFixture *fixture,
             AtlDetail     detail,
             gboolean      dashed)
{
  AtlDisplayList *list = get_list (fixture, detail);
  guint           n = 0;

  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      n += op->kind == ATL_OP_STROKE && op->curved && !op->closed && op->n_points == 4 &&
           (op->dash > 0) == dashed;
    }
  return n;
}

/* In both ways in which bands are seen: on purpose, and from afar. */
static void
assert_bands (SceneFixture *fixture,
              guint         active,
              guint         needs)
{
  atl_scene_update (fixture->scene);
  g_assert_cmpuint (count_bands (fixture, ATL_DETAIL_PLAIN, FALSE), ==, active);
  g_assert_cmpuint (count_bands (fixture, ATL_DETAIL_PLAIN, TRUE), ==, needs);
}

static void
look (SceneFixture *fixture,
      gconstpointer data)
{
  atl_scene_set_map_view (fixture->scene, GPOINTER_TO_INT (data));
}

static void
test_links (SceneFixture *fixture,
            gconstpointer data)
{
  AtlList *links = atl_board_get_links (fixture->board);
  Map      map = add_map (fixture);
  AtlLink *other;

  look (fixture, data);
  assert_bands (fixture, 1, 1);
  atl_list_remove (links, ATL_ITEM (map.need));
  assert_bands (fixture, 1, 0);
  other = scene_fixture_link (fixture, map.bob, map.cleo);
  assert_bands (fixture, 2, 0);
  atl_list_remove (links, ATL_ITEM (other));
  assert_bands (fixture, 1, 0);
  atl_list_remove (links, ATL_ITEM (map.link));
  assert_bands (fixture, 0, 0);
}

static void
test_values (SceneFixture *fixture,
             gconstpointer data)
{
  Map map = add_map (fixture);

  look (fixture, data);
  atl_scene_update (fixture->scene);
  atl_link_set_kind (map.link, ATL_LINK_KIND_BLOCKED);
  assert_bands (fixture, 0, 2);
  atl_link_set_kind (map.need, ATL_LINK_KIND_SHARED);
  assert_bands (fixture, 1, 1);
  atl_link_set_to (map.link, atl_item_get_id (ATL_ITEM (map.cleo)));
  assert_bands (fixture, 1, 1); /* both between Sales and Plant */
  atl_link_set_from (map.link, atl_item_get_id (ATL_ITEM (map.cleo)));
  assert_bands (fixture, 1, 0);
  atl_link_set_from (map.link, "nobody");
  atl_link_set_from (map.need, "nobody");
  assert_bands (fixture, 0, 0);
}

static void
test_silos (SceneFixture *fixture,
            gconstpointer data)
{
  Map map = add_map (fixture);

  look (fixture, data);
  atl_scene_update (fixture->scene);
  atl_note_set_silo (map.bob, "Sales");
  assert_bands (fixture, 0, 1);
  atl_note_set_silo (map.bob, "Plant");
  assert_bands (fixture, 1, 1);
  add_silo (fixture, "North", "site");
  atl_session_set_partition (fixture->session, "site");
  assert_bands (fixture, 0, 0);
}

static void
test_people (SceneFixture *fixture,
             gconstpointer data)
{
  g_autoptr (AtlPerson) person = atl_person_new ("ann");
  const char *const     sales[] = { "Sales", NULL };
  const char *const     stock[] = { "Stock", NULL };
  Map                   map = add_map (fixture);

  atl_person_set_silos (person, sales);
  atl_list_insert (atl_session_get_people (fixture->session), ATL_ITEM (person));
  atl_note_set_silo (map.ann, "");
  atl_note_set_person (map.ann, "ann");
  look (fixture, data);
  assert_bands (fixture, 1, 1);
  atl_person_set_silos (person, stock);
  assert_bands (fixture, 0, 1);
}

/* The link of a note that leaves the map is on it no more. */
static void
test_area (SceneFixture *fixture,
           gconstpointer data)
{
  Map map = add_map (fixture);

  look (fixture, data);
  assert_bands (fixture, 1, 1);
  atl_note_set_area (map.cleo, atl_item_get_id (ATL_ITEM (fixture->left)));
  assert_bands (fixture, 1, 0);
}

/* The way of a line among others changes with these. */
static void
test_crowd (SceneFixture *fixture,
            gconstpointer data)
{
  AtlList *links = atl_board_get_links (fixture->board);
  Map      map = add_map (fixture);
  guint    n_links = atl_list_get_length (links);

  for (guint i = 0; i < 1600; i++)
    {
      AtlNote *node = add_node (fixture, i % 2 == 0 ? "Stock" : "Plant", 100 + (int) i % 1400, 500);

      atl_link_set_kind (scene_fixture_link (fixture, map.ann, node), ATL_LINK_KIND_HANDOFF);
    }
  atl_scene_update (fixture->scene);
  g_assert_cmpuint (count_bands (fixture, ATL_DETAIL_FULL, FALSE), ==, 2);
  while (atl_list_get_length (links) > n_links)
    atl_list_remove (links, atl_list_get (links, atl_list_get_length (links) - 1));
  atl_scene_update (fixture->scene);
  g_assert_cmpuint (count_bands (fixture, ATL_DETAIL_FULL, FALSE), ==, 0);
}

static double
find_alpha (SceneFixture *fixture,
            gboolean      dashed)
{
  AtlDisplayList *list = get_list (fixture, ATL_DETAIL_FULL);

  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind == ATL_OP_STROKE && op->curved && !op->closed && op->n_points == 4 &&
          (op->dash > 0) == dashed)
        return op->color.alpha;
    }
  g_assert_not_reached ();
}

/* A figure of active links lights their silos, too: needs between these stay in the dark. */
static void
test_light (SceneFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);
  AtlList               *silos = atl_session_get_silos (fixture->session);
  Map                    map = add_map (fixture);

  look (fixture, data);
  for (guint i = 0; i < atl_list_get_length (silos); i++)
    g_hash_table_add (lit, atl_list_get (silos, i));
  g_hash_table_add (lit, map.link);
  atl_scene_set_lit (fixture->scene, lit);
  g_assert_cmpfloat (find_alpha (fixture, FALSE), >, 0.5);
  g_assert_cmpfloat (find_alpha (fixture, TRUE), <, 0.2);

  atl_link_set_to (map.need, atl_item_get_id (ATL_ITEM (map.bob))); /* beside the active one */
  atl_scene_update (fixture->scene);
  g_assert_cmpfloat (find_alpha (fixture, FALSE), >, 0.5);
  g_assert_cmpfloat (find_alpha (fixture, TRUE), <, 0.2);
}

static void
add_both (const char *what,
          void (*test) (SceneFixture *fixture,
                        gconstpointer data))
{
  g_autofree char *people = g_strconcat ("/map/follows/people/", what, NULL);
  g_autofree char *silos = g_strconcat ("/map/follows/silos/", what, NULL);

  g_test_add (people, SceneFixture, GINT_TO_POINTER (ATL_MAP_PEOPLE), scene_fixture_set_up, test,
              scene_fixture_tear_down);
  g_test_add (silos, SceneFixture, GINT_TO_POINTER (ATL_MAP_SILOS), scene_fixture_set_up, test,
              scene_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_both ("links-that-come-and-go", test_links);
  add_both ("links-that-change", test_values);
  add_both ("nodes-of-other-silos", test_silos);
  add_both ("people-of-other-silos", test_people);
  add_both ("nodes-that-leave", test_area);
  SCENE_TEST ("/map/follows/lines-that-were-too-many", test_crowd);
  g_test_add ("/map/follows/light", SceneFixture, GINT_TO_POINTER (ATL_MAP_SILOS), scene_fixture_set_up,
              test_light, scene_fixture_tear_down);
  return g_test_run ();
}
