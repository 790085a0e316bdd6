/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include "model/atl-history.h"
#include "model/atl-link.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "model/atl-ballot.h"
#include "scene/atl-scene-map.h"

typedef struct
{
  guint   added;
  guint   removed;
  guint   changed;
  guint   bounds;
  AtlBox *last;
} Heard;

static void
box_added_cb (AtlScene *scene,
              AtlBox   *box,
              Heard    *heard)
{
  heard->added++;
  heard->last = box;
}

static void
box_removed_cb (AtlScene *scene,
                AtlBox   *box,
                Heard    *heard)
{
  heard->removed++;
}

static void
box_changed_cb (AtlScene *scene,
                AtlBox   *box,
                Heard    *heard)
{
  heard->changed++;
  heard->last = box;
}

static void
bounds_changed_cb (AtlScene *scene,
                   Heard    *heard)
{
  heard->bounds++;
}

static void
listen (AtlScene *scene,
        Heard    *heard)
{
  atl_scene_update (scene);
  g_signal_connect (scene, "box-added", G_CALLBACK (box_added_cb), heard);
  g_signal_connect (scene, "box-removed", G_CALLBACK (box_removed_cb), heard);
  g_signal_connect (scene, "box-changed", G_CALLBACK (box_changed_cb), heard);
  g_signal_connect (scene, "bounds-changed", G_CALLBACK (bounds_changed_cb), heard);
}

static void
check_heard (AtlScene *scene,
             Heard    *heard,
             guint     added,
             guint     removed,
             guint     changed)
{
  atl_scene_update (scene);
  g_assert_cmpuint (heard->added, ==, added);
  g_assert_cmpuint (heard->removed, ==, removed);
  g_assert_cmpuint (heard->changed, ==, changed);
}

static void
test_add (SceneFixture *fixture,
          gconstpointer data)
{
  Heard heard = { 0 };
  listen (fixture->scene, &heard);

  AtlNote *note = atl_area_add_note (fixture->left, "note");

  check_heard (fixture->scene, &heard, 1, 0, 0);
  g_assert_true (heard.last == atl_scene_find_box (fixture->scene, note));
}

static void
test_remove (SceneFixture *fixture,
             gconstpointer data)
{
  Heard                 heard = { 0 };
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_ptr_array_add (gone, scene_fixture_add (fixture->open, "one", 100, 100));
  scene_fixture_add (fixture->open, "two", 300, 200);
  listen (fixture->scene, &heard);

  atl_notes_delete (gone);

  check_heard (fixture->scene, &heard, 0, 1, 0);
}

static void
test_text_in_free (SceneFixture *fixture,
                   gconstpointer data)
{
  Heard    heard = { 0 };
  AtlNote *note = scene_fixture_add (fixture->open, "one", 100, 100);
  scene_fixture_add (fixture->open, "two", 300, 200);
  listen (fixture->scene, &heard);
  guint serial = atl_scene_find_box (fixture->scene, note)->serial;

  atl_note_set_text (note, "other words");

  check_heard (fixture->scene, &heard, 0, 0, 1);
  g_assert_true (heard.last->item == ATL_ITEM (note));
  g_assert_cmpuint (heard.last->serial, >, serial);
}

static void
test_text_in_flow (SceneFixture *fixture,
                   gconstpointer data)
{
  Heard    heard = { 0 };
  AtlNote *note = atl_area_add_note (fixture->left, "one");
  AtlNote *next = atl_area_add_note (fixture->left, "two");
  atl_area_add_note (fixture->top, "elsewhere");
  listen (fixture->scene, &heard);
  guint serial = atl_scene_find_box (fixture->scene, next)->serial;

  atl_note_set_text (
    note,
    "many words that take more lines than there are on the smallest of notes, so that it has to grow");

  check_heard (fixture->scene, &heard, 0, 0, 2);
  g_assert_cmpuint (atl_scene_find_box (fixture->scene, next)->serial, ==, serial);
}

static void
test_moved (SceneFixture *fixture,
            gconstpointer data)
{
  Heard    heard = { 0 };
  AtlNote *note = scene_fixture_add (fixture->open, "one", 200, 200);
  scene_fixture_add (fixture->open, "two", 400, 200);
  listen (fixture->scene, &heard);
  guint serial = atl_scene_find_box (fixture->scene, note)->serial;

  atl_note_set_x (note, 250);
  atl_note_set_y (note, 260);

  check_heard (fixture->scene, &heard, 0, 0, 1);
  g_assert_cmpuint (heard.last->serial, ==, serial);
}

static void
test_other_board (SceneFixture *fixture,
                  gconstpointer data)
{
  Heard                heard = { 0 };
  g_autoptr (AtlBoard) other = atl_board_new (NULL);
  g_autoptr (AtlNote)  note = atl_note_new (NULL);
  listen (fixture->scene, &heard);

  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (other));
  atl_list_insert (atl_board_get_notes (other), ATL_ITEM (note));
  atl_note_set_text (note, "elsewhere");
  atl_session_set_title (fixture->session, "title");

  check_heard (fixture->scene, &heard, 0, 0, 0);
}

static void
test_name (SceneFixture *fixture,
           gconstpointer data)
{
  Heard                 heard = { 0 };
  g_autoptr (AtlPerson) person = atl_person_new ("ann");
  AtlNote              *note = atl_area_add_note (fixture->left, "note");
  atl_area_add_note (fixture->left, "by nobody");
  atl_list_insert (atl_session_get_people (fixture->session), ATL_ITEM (person));
  atl_note_set_author (note, "ann");
  listen (fixture->scene, &heard);
  guint serial = atl_scene_find_box (fixture->scene, note)->serial;

  atl_person_set_name (person, "Ann Other");

  atl_scene_update (fixture->scene);
  g_assert_cmpuint (atl_scene_find_box (fixture->scene, note)->serial, >, serial);
}

static void
test_votes (SceneFixture *fixture,
            gconstpointer data)
{
  const char           *areas[] = { "left", NULL };
  g_autoptr (AtlRound)  round = atl_round_new (NULL);
  g_autoptr (AtlBallot) ballot = atl_ballot_new (NULL);
  AtlNote              *lead = atl_area_add_note (fixture->left, "lead");
  AtlNote              *under = atl_area_add_note (fixture->left, "under");
  scene_fixture_stack (under, lead);
  atl_round_set_areas (round, areas);
  atl_ballot_set_note (ballot, atl_item_get_id (ATL_ITEM (under)));
  atl_ballot_set_votes (ballot, 3);
  atl_list_insert (atl_round_get_ballots (round), ATL_ITEM (ballot));
  atl_list_insert (atl_session_get_rounds (fixture->session), ATL_ITEM (round));
  g_assert_cmpint (atl_scene_find_box (fixture->scene, lead)->votes, ==, 0);

  atl_round_set_closed (round, TRUE);

  g_assert_cmpint (atl_scene_find_box (fixture->scene, lead)->votes, ==, 3);
  atl_scene_set_stack_open (fixture->scene, lead, TRUE);
  g_assert_cmpint (atl_scene_find_box (fixture->scene, lead)->votes, ==, 0);
  g_assert_cmpint (atl_scene_find_box (fixture->scene, under)->votes, ==, 3);
}

static void
test_theme (SceneFixture *fixture,
            gconstpointer data)
{
  Heard heard = { 0 };
  atl_area_add_note (fixture->left, "note");
  listen (fixture->scene, &heard);

  atl_scene_set_theme (fixture->scene, ATL_THEME_DARK);
  atl_scene_set_theme (fixture->scene, ATL_THEME_DARK);

  check_heard (fixture->scene, &heard, 0, 0, 8);
}

static void
test_idle (SceneFixture *fixture,
           gconstpointer data)
{
  Heard heard = { 0 };
  listen (fixture->scene, &heard);

  atl_area_add_note (fixture->left, "note");
  g_assert_cmpuint (heard.added, ==, 0);
  while (heard.added == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (heard.added, ==, 1);
}

static void
test_same_instance (SceneFixture *fixture,
                    gconstpointer data)
{
  Heard                  heard = { 0 };
  g_autoptr (AtlHistory) history = atl_history_new (fixture->session);
  AtlNote               *note = atl_area_add_note (fixture->left, "note");
  g_autoptr (GPtrArray)  gone = g_ptr_array_new ();
  g_ptr_array_add (gone, note);
  listen (fixture->scene, &heard);
  AtlBox *box = atl_scene_find_box (fixture->scene, note);

  atl_history_begin (history, "delete");
  atl_notes_delete (gone);
  atl_history_end (history);
  atl_history_undo (history);

  g_assert_true (atl_scene_find_box (fixture->scene, note) == box);
  check_heard (fixture->scene, &heard, 0, 0, 0);
}

/* Random edits: what was computed step by step is what a new scene computes at once. */

static gpointer
pick (GRand   *rand,
      AtlList *list)
{
  guint n = atl_list_get_length (list);

  return n > 0 ? atl_list_get (list, (guint) g_rand_int_range (rand, 0, (int) n)) : NULL;
}

static const char *const texts[] = {
  "",
  "short",
  "a text of some more words, which take a few lines",
  "one\ntwo\nthree\nfour\nfive\nsix",
  "a very long text. a very long text. a very long text. a very long text. a very long text. a very long "
  "text. a very long text.",
};

static void
edit_note (SceneFixture *fixture,
           GRand        *rand,
           AtlNote      *note)
{
  AtlArea              *area = pick (rand, atl_board_get_areas (fixture->board));
  AtlNote              *other = pick (rand, atl_board_get_notes (fixture->board));
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, note);
  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      atl_notes_move (notes, area, NULL);
      break;
    case 1:
      atl_notes_stack (notes, other);
      break;
    case 2:
      atl_notes_unstack (notes);
      break;
    case 3:
      atl_notes_delete (notes);
      break;
    case 4:
      atl_note_set_area (note, "gone");
      break;
    case 5:
      atl_note_set_x (note, g_rand_int_range (rand, 0, 900));
      atl_note_set_y (note, g_rand_int_range (rand, 0, 900));
      break;
    case 6:
      scene_fixture_link (fixture, note, other);
      break;
    case 7:
      atl_scene_set_stack_open (fixture->scene, note, g_rand_boolean (rand));
      break;
    case 8:
      atl_note_set_stack_title (note, texts[g_rand_int_range (rand, 0, 3)]);
      break;
    default:
      atl_note_set_text (note, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      break;
    }
}

static void
edit_area (GRand   *rand,
           AtlArea *area)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      atl_area_set_layout (area, (AtlLayout) g_rand_int_range (rand, 0, 4));
      break;
    case 1:
      atl_area_set_prompt (area, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      break;
    case 2:
      atl_area_set_width (area, g_rand_int_range (rand, 0, 900));
      break;
    default:
      atl_area_set_height (area, g_rand_int_range (rand, 0, 900));
      break;
    }
}

static void
edit_board (SceneFixture *fixture,
            GRand        *rand)
{
  AtlArea *area = pick (rand, atl_board_get_areas (fixture->board));
  AtlNote *note = pick (rand, atl_board_get_notes (fixture->board));
  int      what = g_rand_int_range (rand, 0, 100);

  if (what < 35 || note == NULL)
    scene_fixture_add (area, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))], ATL_PLACE_NONE,
                       ATL_PLACE_NONE);
  else if (what < 94)
    edit_note (fixture, rand, note);
  else
    edit_area (rand, area);
}

static void
check_box (AtlBox *box,
           AtlBox *other)
{
  g_assert_true (other != NULL && box->item == other->item);
  g_assert_true (atl_rect_equal (box->rect, other->rect));
  g_assert_true (atl_rect_equal (box->text_rect, other->text_rect));
  g_assert_cmpfloat (box->scale, ==, other->scale);
  g_assert_cmpuint (box->stack_size, ==, other->stack_size);
  g_assert_cmpint (box->is_node, ==, other->is_node);
  g_assert_true ((box->area != NULL ? box->area->item : NULL) ==
                 (other->area != NULL ? other->area->item : NULL));
}

static void
check_ops (AtlDisplayList *list,
           AtlDisplayList *other)
{
  g_assert_cmpuint (atl_display_list_get_length (list), ==, atl_display_list_get_length (other));
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *one = atl_display_list_get (list, i);
      const AtlDisplayOp *two = atl_display_list_get (other, i);

      g_assert_true (one->kind == two->kind && atl_rect_equal (one->rect, two->rect));
      if (one->kind == ATL_OP_TEXT)
        g_assert_cmpstr (pango_layout_get_text (one->layout), ==, pango_layout_get_text (two->layout));
    }
}

static void
compare_scenes (AtlScene *scene,
                AtlScene *fresh,
                gboolean  drawn)
{
  for (guint kind = 0; kind < ATL_N_BOX_KINDS; kind++)
    {
      GPtrArray *boxes = atl_scene_get_boxes (scene, kind);
      GPtrArray *others = atl_scene_get_boxes (fresh, kind);

      g_assert_cmpuint (boxes->len, ==, others->len);
      for (guint i = 0; kind != ATL_BOX_STACK && i < boxes->len; i++)
        {
          check_box (boxes->pdata[i], others->pdata[i]);
          if (drawn)
            check_ops (atl_scene_get_display_list (scene, boxes->pdata[i], ATL_DETAIL_FULL),
                       atl_scene_get_display_list (fresh, others->pdata[i], ATL_DETAIL_FULL));
        }
    }
  g_assert_true (atl_rect_equal (atl_scene_get_bounds (scene), atl_scene_get_bounds (fresh)));
}

static void
compare_with_fresh (SceneFixture *fixture,
                    gboolean      drawn)
{
  g_autoptr (AtlScene) fresh = atl_scene_new (fixture->board);
  AtlList             *notes = atl_board_get_notes (fixture->board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (atl_scene_get_stack_open (fixture->scene, atl_list_get (notes, i)))
      atl_scene_set_stack_open (fresh, atl_list_get (notes, i), TRUE);
  compare_scenes (fixture->scene, fresh, drawn);
}

static void
test_random (SceneFixture *fixture,
             gconstpointer data)
{
  guint32          seed = g_test_rand_int ();
  g_autofree char *label = g_strdup_printf ("seed %u", seed);
  GRand           *rand = g_rand_new_with_seed (seed);

  g_test_message ("%s", label);
  for (guint i = 0; i < 400; i++)
    {
      edit_board (fixture, rand);
      if (g_rand_int_range (rand, 0, 3) == 0)
        compare_with_fresh (fixture, i % 40 == 0);
    }
  compare_with_fresh (fixture, TRUE);
  g_rand_free (rand);
}

static gboolean
fades (SceneFixture *fixture,
       gpointer      item)
{
  return atl_scene_get_faded (fixture->scene, atl_scene_find_box (fixture->scene, item));
}

static void
lit_changed_cb (AtlScene *scene,
                guint    *count)
{
  (*count)++;
}

static void
test_lit (SceneFixture *fixture,
          gconstpointer data)
{
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);
  AtlNote               *flow = scene_fixture_add (fixture->left, "flow", 0, 0);
  AtlNote               *other = scene_fixture_add (fixture->left, "other", 0, 0);
  AtlNote               *loose = scene_fixture_add (fixture->open, "loose", 100, 100);
  AtlNote               *placed = scene_fixture_add (fixture->axes, "placed", 100, 100);
  guint                  serial = atl_scene_find_box (fixture->scene, other)->serial;
  guint                  count = 0;
  g_signal_connect (fixture->scene, "lit-changed", G_CALLBACK (lit_changed_cb), &count);
  g_hash_table_add (lit, flow);
  g_hash_table_add (lit, placed);

  atl_scene_set_lit (fixture->scene, lit);
  atl_scene_set_lit (fixture->scene, lit);

  g_assert_cmpuint (count, ==, 1);
  g_assert_false (fades (fixture, flow) || fades (fixture, placed));
  g_assert_true (fades (fixture, other) && fades (fixture, loose));
  g_assert_cmpuint (atl_scene_find_box (fixture->scene, other)->serial, ==, serial);

  atl_scene_set_lit (fixture->scene, NULL);
  g_assert_cmpuint (count, ==, 2);
  g_assert_false (fades (fixture, other) || fades (fixture, loose));
}

static void
test_lit_later (SceneFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);
  AtlNote               *one = scene_fixture_add (fixture->left, "one", 0, 0);
  AtlNote               *late;
  guint                  count = 0;
  g_hash_table_add (lit, one);
  atl_scene_set_lit (fixture->scene, lit);
  g_signal_connect (fixture->scene, "lit-changed", G_CALLBACK (lit_changed_cb), &count);

  late = scene_fixture_add (fixture->left, "late", 0, 0);
  atl_scene_update (fixture->scene);

  g_assert_true (fades (fixture, late));
  g_assert_cmpuint (count, ==, 1);
}

static void
test_lit_in_stack (SceneFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);
  AtlNote               *lead = scene_fixture_add (fixture->left, "lead", 0, 0);
  AtlNote               *inside = scene_fixture_add (fixture->left, "inside", 0, 0);
  scene_fixture_stack (inside, lead);
  g_hash_table_add (lit, inside);

  atl_scene_set_lit (fixture->scene, lit);
  g_assert_false (fades (fixture, lead));

  atl_scene_set_stack_open (fixture->scene, lead, TRUE);
  atl_scene_update (fixture->scene);
  g_assert_true (fades (fixture, lead));
  g_assert_false (fades (fixture, inside));
  g_assert_false (atl_scene_get_faded (fixture->scene,
                                       atl_scene_get_boxes (fixture->scene, ATL_BOX_STACK)->pdata[0]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SCENE_TEST ("/scene-follows/add/tells-once", test_add);
  SCENE_TEST ("/scene-follows/remove/tells-once", test_remove);
  SCENE_TEST ("/scene-follows/text/in-free-touches-one-box", test_text_in_free);
  SCENE_TEST ("/scene-follows/text/in-flow-touches-its-area", test_text_in_flow);
  SCENE_TEST ("/scene-follows/move/keeps-the-picture", test_moved);
  SCENE_TEST ("/scene-follows/elsewhere/tells-nothing", test_other_board);
  SCENE_TEST ("/scene-follows/person/name-repaints-notes", test_name);
  SCENE_TEST ("/scene-follows/votes/count-once-closed", test_votes);
  SCENE_TEST ("/scene-follows/theme/repaints-everything-once", test_theme);
  SCENE_TEST ("/scene-follows/idle/updates-by-itself", test_idle);
  SCENE_TEST ("/scene-follows/undo/keeps-the-box", test_same_instance);
  SCENE_TEST ("/scene-follows/random-edits/equal-a-new-scene", test_random);

  SCENE_TEST ("/scene/lit/fades-notes-of-every-layout-without-painting", test_lit);
  SCENE_TEST ("/scene/lit/fades-what-comes-later", test_lit_later);
  SCENE_TEST ("/scene/lit/a-closed-stack-shows-what-is-in-it", test_lit_in_stack);
  return g_test_run ();
}
