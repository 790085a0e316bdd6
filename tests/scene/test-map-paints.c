/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "scene/atl-scene-map.h"

/* What maps look like. */

static AtlSilo *
add_silo (SceneFixture *fixture,
          const char   *name)
{
  AtlSilo *silo = atl_silo_new (name);

  atl_silo_set_name (silo, name);
  atl_silo_set_partition (silo, atl_session_get_active_partition (fixture->session));
  atl_list_insert (atl_session_get_silos (fixture->session), ATL_ITEM (silo));
  g_object_unref (silo);
  return silo;
}

static AtlNote *
add_node (SceneFixture *fixture,
          const char   *name,
          const char   *silo,
          int           x,
          int           y)
{
  AtlNote *node = scene_fixture_add (fixture->map, name, x, y);

  if (silo != NULL)
    atl_note_set_silo (node, silo);
  return node;
}

static AtlDisplayList *
list_of (SceneFixture *fixture,
         gpointer      item,
         AtlDetail     detail)
{
  AtlBox *box = atl_scene_find_box (fixture->scene, item);

  g_assert_nonnull (box);
  return atl_scene_get_display_list (fixture->scene, box, detail);
}

static AtlDisplayList *
list_names (SceneFixture *fixture)
{
  GPtrArray *boxes = atl_scene_get_boxes (fixture->scene, ATL_BOX_NAMES);

  g_assert_cmpuint (boxes->len, ==, 1);
  return atl_scene_get_display_list (fixture->scene, boxes->pdata[0], ATL_DETAIL_FULL);
}

static const AtlDisplayOp *
find_text (AtlDisplayList *list,
           const char     *text)
{
  const AtlDisplayOp *found = NULL;

  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind != ATL_OP_TEXT || strcmp (pango_layout_get_text (op->layout), text) != 0)
        continue;
      g_assert_null (found); /* once at most */
      found = op;
    }
  return found;
}

static gboolean
says (AtlDisplayList *list,
      const char     *text)
{
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind == ATL_OP_TEXT && strcmp (pango_layout_get_text (op->layout), text) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
count (AtlDisplayList *list,
       AtlOpKind       kind)
{
  guint n = 0;

  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    n += atl_display_list_get (list, i)->kind == kind;
  return n;
}

static void
add_two_silos (SceneFixture *fixture)
{
  AtlNote *ann, *bob, *cleo;

  add_silo (fixture, "Sales");
  add_silo (fixture, "Stock");
  ann = add_node (fixture, "Ann", "Sales", 200, 300);
  cleo = add_node (fixture, "Cleo", "Sales", 200, 400);
  bob = add_node (fixture, "Bob", "Stock", 1200, 300);
  atl_link_set_kind (scene_fixture_link (fixture, ann, bob), ATL_LINK_KIND_HANDOFF);
  atl_link_set_kind (scene_fixture_link (fixture, bob, cleo), ATL_LINK_KIND_INFORMATION);
  atl_link_set_kind (scene_fixture_link (fixture, cleo, bob), ATL_LINK_KIND_SHARED);
  atl_link_set_kind (scene_fixture_link (fixture, cleo, ann), ATL_LINK_KIND_SHARED);
  atl_link_set_kind (scene_fixture_link (fixture, ann, bob), ATL_LINK_KIND_MISSING);
}

static void
test_silos (SceneFixture *fixture,
            gconstpointer data)
{
  AtlDisplayList *list;
  add_two_silos (fixture);
  add_node (fixture, "Dan", NULL, 700, 600);

  atl_scene_set_map_view (fixture->scene, ATL_MAP_SILOS);

  list = list_of (fixture, fixture->map, ATL_DETAIL_FULL);
  g_assert_true (says (list, "Sales") && says (list, "Stock") && says (list, "–"));
  g_assert_true (says (list, "2")); /* people in Sales */
  g_assert_true (says (list, "3")); /* active links to Stock */
  g_assert_true (says (list, "1")); /* needs */
  g_assert_false (says (list, "Ann") || says (list, "Bob") || says (list, "Cleo") || says (list, "Dan"));
}

static void
test_far (SceneFixture *fixture,
          gconstpointer data)
{
  AtlList *notes = atl_board_get_notes (fixture->board);
  AtlList *links = atl_board_get_links (fixture->board);
  add_two_silos (fixture);

  g_assert_true (says (list_of (fixture, fixture->map, ATL_DETAIL_PLAIN), "3"));
  g_assert_false (says (list_of (fixture, fixture->map, ATL_DETAIL_FULL), "3"));
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlDisplayList *list = list_of (fixture, atl_list_get (notes, i), ATL_DETAIL_PLAIN);

      g_assert_cmpuint (atl_display_list_get_length (list), ==, 0);
    }
  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlDisplayList *list = list_of (fixture, atl_list_get (links, i), ATL_DETAIL_PLAIN);

      g_assert_cmpuint (atl_display_list_get_length (list), ==, 0);
    }
}

/* A partition in which nobody has a silo yet shows no colors of another one. */
static void
test_no_silo_is_neutral (SceneFixture *fixture,
                         gconstpointer data)
{
  AtlRgba  grey = atl_palette_get_node_fill (ATL_THEME_LIGHT, ATL_TINT_GREY);
  AtlSilo *sales = add_silo (fixture, "Sales");
  AtlNote *ann = add_node (fixture, "Ann", "Sales", 200, 300);
  atl_silo_set_color (sales, ATL_TINT_GREEN);
  atl_note_set_color (ann, ATL_COLOR_GREEN);
  AtlRgba before = atl_display_list_get (list_of (fixture, ann, ATL_DETAIL_FULL), 0)->color;

  atl_session_set_partition (fixture->session, "Site");
  AtlRgba after = atl_display_list_get (list_of (fixture, ann, ATL_DETAIL_FULL), 0)->color;

  g_assert_false (memcmp (&before, &grey, sizeof grey) == 0);
  g_assert_true (memcmp (&after, &grey, sizeof grey) == 0);
}

static AtlLink *
state (SceneFixture *fixture,
       AtlNote      *from,
       AtlNote      *to,
       AtlDeclaredBy by,
       int           strength)
{
  AtlLink *link = scene_fixture_link (fixture, from, to);

  atl_link_set_kind (link, ATL_LINK_KIND_HANDOFF);
  atl_link_set_declared_by (link, by);
  atl_link_set_strength (link, strength);
  return link;
}

static void
test_views (SceneFixture *fixture,
            gconstpointer data)
{
  AtlNote *left = add_node (fixture, "Ann", NULL, 200, 300);
  AtlNote *right = add_node (fixture, "Bob", NULL, 1200, 300);
  AtlLink *link = state (fixture, right, left, ATL_DECLARED_BY_FROM, 2);
  guint    rings = count (list_of (fixture, link, ATL_DETAIL_FULL), ATL_OP_FRAME);

  g_assert_cmpuint (rings, ==, 1);

  state (fixture, right, left, ATL_DECLARED_BY_TO, 4);
  g_assert_true (says (list_of (fixture, link, ATL_DETAIL_FULL), "4 ≠ 2"));

  state (fixture, right, left, ATL_DECLARED_BY_TO, 2);
  atl_link_set_strength (link, 4);
  g_assert_false (says (list_of (fixture, link, ATL_DETAIL_FULL), "4 ≠ 2"));
}

static char *
say_days (const char   *field,
          double        value,
          gconstpointer data)
{
  return g_strdup_printf ("%g days", value);
}

static void
test_field (SceneFixture *fixture,
            gconstpointer data)
{
  AtlNote  *one = add_node (fixture, "Ann", NULL, 200, 300);
  AtlNote  *other = add_node (fixture, "Bob", NULL, 1200, 300);
  AtlLink  *link = state (fixture, one, other, ATL_DECLARED_BY_BOTH, 2);
  GVariant *options = g_variant_new_parsed ("{'graph': <{'linkFields': <[<'waitingDays'>]>}>}");
  GVariant *fields = g_variant_new_parsed ("{'waitingDays': <2.5>, 'other': <7.0>}");
  atl_area_set_options (fixture->map, options);
  atl_link_set_fields (link, fields);

  g_assert_true (says (list_of (fixture, link, ATL_DETAIL_FULL), "2.5"));

  atl_scene_set_field_label (fixture->scene, say_days, NULL);
  g_assert_true (says (list_of (fixture, link, ATL_DETAIL_FULL), "2.5 days"));
}

static double
get_alpha (AtlDisplayList *list)
{
  return atl_display_list_get (list, 0)->color.alpha;
}

static void
test_lit (SceneFixture *fixture,
          gconstpointer data)
{
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);
  AtlNote               *one = add_node (fixture, "Ann", NULL, 200, 300);
  AtlNote               *other = add_node (fixture, "Bob", NULL, 1200, 300);
  AtlNote               *plain = atl_area_add_note (fixture->left, "plain");
  AtlLink               *mine = state (fixture, one, other, ATL_DECLARED_BY_FROM, 2);
  AtlLink               *theirs = state (fixture, one, other, ATL_DECLARED_BY_TO, 2);
  double                 paper = get_alpha (list_of (fixture, plain, ATL_DETAIL_FULL));
  g_hash_table_add (lit, one);

  atl_scene_set_lit (fixture->scene, lit);
  g_assert_cmpfloat (get_alpha (list_of (fixture, one, ATL_DETAIL_FULL)), ==, 1);
  g_assert_cmpfloat (get_alpha (list_of (fixture, other, ATL_DETAIL_FULL)), <, 0.3);
  g_assert_cmpfloat (get_alpha (list_of (fixture, mine, ATL_DETAIL_FULL)), <, 0.3);
  g_assert_cmpfloat (get_alpha (list_of (fixture, plain, ATL_DETAIL_FULL)), ==, paper);

  g_hash_table_add (lit, theirs);
  atl_scene_set_lit (fixture->scene, lit);
  g_assert_cmpfloat (get_alpha (list_of (fixture, mine, ATL_DETAIL_FULL)), ==, 1);

  atl_scene_set_lit (fixture->scene, NULL);
  g_assert_cmpfloat (get_alpha (list_of (fixture, other, ATL_DETAIL_FULL)), ==, 1);
}

static void
test_marks (SceneFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GHashTable) marks = g_hash_table_new (NULL, NULL);
  AtlLink               *link;
  guint                  before, after;
  add_two_silos (fixture);
  link = atl_list_get (atl_board_get_links (fixture->board), 0);
  before = atl_display_list_get_length (list_of (fixture, link, ATL_DETAIL_FULL));
  g_hash_table_insert (marks, link, GUINT_TO_POINTER (ATL_MAP_MARK_BRIDGE));
  g_hash_table_insert (marks, atl_list_get (atl_session_get_silos (fixture->session), 0),
                       GUINT_TO_POINTER (ATL_MAP_MARK_FRAGILE));

  atl_scene_set_marks (fixture->scene, marks);

  after = atl_display_list_get_length (list_of (fixture, link, ATL_DETAIL_FULL));
  g_assert_cmpuint (after, >=, before + 3);
  g_assert_true (says (list_names (fixture), "1"));
}

static void
test_names (SceneFixture *fixture,
            gconstpointer data)
{
  const char         *name = "Everyone who sells anything to anybody anywhere in the whole wide world";
  const AtlDisplayOp *sales, *stock;
  add_two_silos (fixture);
  atl_silo_set_name (atl_list_get (atl_session_get_silos (fixture->session), 0), name);

  sales = find_text (list_names (fixture), name);
  stock = find_text (list_names (fixture), "Stock");

  g_assert_nonnull (sales);
  g_assert_nonnull (stock);
  g_assert_cmpint (pango_layout_get_line_count (sales->layout), ==, 2);
  g_assert_cmpfloat (sales->rect.width, <, 200);
  g_assert_cmpint (ATL_BOX_NAMES, >, ATL_BOX_LINK); /* drawn later */

  atl_scene_set_map_view (fixture->scene, ATL_MAP_SILOS);
  g_assert_cmpuint (atl_display_list_get_length (list_names (fixture)), ==, 0);
}

/* In one row, one after the other: every hull would lie around others. */
static void
test_scattered (SceneFixture *fixture,
                gconstpointer data)
{
  AtlRect             rect = atl_scene_find_box (fixture->scene, fixture->map)->rect;
  const AtlDisplayOp *sales, *stock;
  add_silo (fixture, "Sales");
  add_silo (fixture, "Stock");
  for (int i = 0; i < 6; i++)
    add_node (fixture, "Somebody", i % 2 == 0 ? "Sales" : "Stock", 150 + 200 * i, 300);

  g_assert_cmpuint (count (list_of (fixture, fixture->map, ATL_DETAIL_FULL), ATL_OP_STROKE), ==, 0);
  sales = find_text (list_names (fixture), "Sales");
  stock = find_text (list_names (fixture), "Stock");

  g_assert_nonnull (sales);
  g_assert_nonnull (stock);
  g_assert_cmpfloat (sales->rect.y, >, rect.height - 40);
  g_assert_cmpfloat (stock->rect.x, >, sales->rect.x + sales->rect.width);
}

static void
test_needs (SceneFixture *fixture,
            gconstpointer data)
{
  AtlNote *one = add_node (fixture, "Ann", NULL, 200, 300);
  AtlNote *other = add_node (fixture, "Bob", NULL, 1200, 300);
  AtlLink *link = scene_fixture_link (fixture, one, other);

  atl_link_set_kind (link, ATL_LINK_KIND_MISSING);
  g_assert_cmpuint (count (list_of (fixture, link, ATL_DETAIL_FULL), ATL_OP_STROKE), ==, 1);
  g_assert_cmpfloat (atl_display_list_get (list_of (fixture, link, ATL_DETAIL_FULL), 0)->dash, >, 0);

  atl_link_set_kind (link, ATL_LINK_KIND_BLOCKED);
  g_assert_cmpuint (count (list_of (fixture, link, ATL_DETAIL_FULL), ATL_OP_STROKE), ==, 2);
}

static guint
count_overlaps (GPtrArray *boxes)
{
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      n += atl_rect_overlap (((AtlBox *) boxes->pdata[i])->rect, ((AtlBox *) boxes->pdata[j])->rect) > 0.01;
  return n;
}

static void
test_fresh (SceneFixture *fixture,
            gconstpointer data)
{
  AtlNote *fresh;
  AtlPoint there;
  add_two_silos (fixture);

  fresh = add_node (fixture, "Eve", "Stock", ATL_PLACE_NONE, ATL_PLACE_NONE);
  for (guint i = 0; i < 6; i++)
    add_node (fixture, "Someone", "Sales", ATL_PLACE_NONE, ATL_PLACE_NONE);

  there = atl_rect_center (atl_scene_find_box (fixture->scene, fresh)->rect);
  g_assert_cmpfloat (there.x, >, 1000);
  g_assert_cmpuint (count_overlaps (atl_scene_get_boxes (fixture->scene, ATL_BOX_NOTE)), ==, 0);
}

static void
test_full (SceneFixture *fixture,
           gconstpointer data)
{
  GPtrArray *boxes;
  add_silo (fixture, "Sales");
  add_silo (fixture, "Stock");

  for (guint i = 0; i < 300; i++)
    add_node (fixture, "Somebody", i % 2 == 0 ? "Sales" : "Stock", ATL_PLACE_NONE, ATL_PLACE_NONE);

  boxes = atl_scene_get_boxes (fixture->scene, ATL_BOX_NOTE);
  g_assert_cmpfloat (((AtlBox *) boxes->pdata[0])->scale, <, 0.6);
  g_assert_cmpuint (count_overlaps (boxes), ==, 0);
  g_assert_cmpfloat (atl_scene_find_box (fixture->scene, fixture->map)->rect.height, <, 801);
}

static void
test_presented (SceneFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  AtlNote               *ann = add_node (fixture, "Ann", NULL, 200, 300);
  AtlPoint               way = { 900, 500 };
  AtlPoint               shown;
  g_hash_table_insert (places, ann, &way);

  atl_scene_set_presented (fixture->scene, places);
  shown = atl_rect_center (atl_scene_find_box (fixture->scene, ann)->rect);
  g_assert_cmpfloat_with_epsilon (shown.x, 900, 0.5);
  g_assert_cmpint (atl_note_get_x (ann), ==, 200);

  atl_scene_set_presented (fixture->scene, NULL);
  shown = atl_rect_center (atl_scene_find_box (fixture->scene, ann)->rect);
  g_assert_cmpfloat_with_epsilon (shown.x, 200, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SCENE_TEST ("/map/silos/names-and-numbers-of-silos-and-nobody-else", test_silos);
  SCENE_TEST ("/map/silos/stand-for-nodes-seen-from-afar", test_far);
  SCENE_TEST ("/map/links/two-views-are-told-apart", test_views);
  SCENE_TEST ("/map/links/numbers-that-the-template-names", test_field);
  SCENE_TEST ("/map/links/needs-differ-by-more-than-color", test_needs);
  SCENE_TEST ("/map/lit/everything-else-on-maps-fades", test_lit);
  SCENE_TEST ("/map/marks/have-a-shape", test_marks);
  SCENE_TEST ("/map/names/are-two-lines-at-most-over-the-links", test_names);
  SCENE_TEST ("/map/names/of-scattered-silos-are-a-key", test_scattered);
  SCENE_TEST ("/map/nodes/without-a-silo-are-neutral", test_no_silo_is_neutral);
  SCENE_TEST ("/map/nodes/without-a-place-come-near-their-silo", test_fresh);
  SCENE_TEST ("/map/nodes/become-smaller-where-the-area-cannot-grow", test_full);
  SCENE_TEST ("/map/nodes/presented-places-are-not-stored", test_presented);
  return g_test_run ();
}
