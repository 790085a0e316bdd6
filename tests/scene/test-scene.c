/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include "model/atl-link.h"

#define NONE ATL_PLACE_NONE

static AtlBox *
box_of (SceneFixture *fixture,
        gpointer      item)
{
  return atl_scene_find_box (fixture->scene, item);
}

static void
add_many (AtlArea *area,
          guint    n)
{
  for (guint i = 0; i < n; i++)
    atl_area_add_note (area, "a note with some words on it");
}

static void
test_bounds (SceneFixture *fixture,
             gconstpointer data)
{
  AtlRect bounds = atl_scene_get_bounds (fixture->scene);

  g_assert_true (atl_rect_equal (bounds, atl_rect (0, 0, 1600, 1800)));
  g_assert_true (atl_rect_equal (box_of (fixture, fixture->left)->rect, atl_rect (8, 8, 384, 984)));
}

static void
test_no_areas (void)
{
  g_autoptr (AtlBoard) board = atl_board_new (NULL);
  g_autoptr (AtlScene) scene = atl_scene_new (board);

  g_assert_true (atl_rect_equal (atl_scene_get_bounds (scene), atl_rect (0, 0, 1600, 1000)));
}

static void
test_flow_below_header (SceneFixture *fixture,
                        gconstpointer data)
{
  AtlNote *note = atl_area_add_note (fixture->left, "note");

  AtlBox *area = box_of (fixture, fixture->left);
  AtlBox *box = box_of (fixture, note);

  g_assert_cmpfloat (box->scale, ==, 1);
  g_assert_cmpfloat (box->rect.width, ==, 180);
  g_assert_cmpfloat (box->rect.height, ==, 120);
  g_assert_cmpfloat (box->rect.x, ==, area->rect.x + area->text_rect.x);
  g_assert_cmpfloat (box->rect.y, >, area->rect.y + area->text_rect.y + area->text_rect.height);
  g_assert_true (box->area == area);
}

static void
test_flow_scales (SceneFixture *fixture,
                  gconstpointer data)
{
  static const struct
  {
    guint  notes;
    double scale;
  } rows[] = { { 6, 1 }, { 7, 0.85 }, { 15, 0.7 }, { 19, 0.6 }, { 21, 0.5 } };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      add_many (fixture->left, rows[i].notes - n);
      n = rows[i].notes;

      GPtrArray *notes = atl_scene_get_area_notes (fixture->scene, box_of (fixture, fixture->left));
      AtlBox    *last = notes->pdata[n - 1];

      g_assert_cmpuint (notes->len, ==, n);
      g_assert_cmpfloat (last->scale, ==, rows[i].scale);
      g_assert_true (scene_rect_lies_in (last->rect, box_of (fixture, fixture->left)->rect));
    }
}

static void
test_flow_grows (SceneFixture *fixture,
                 gconstpointer data)
{
  add_many (fixture->top, 60);

  AtlBox *top = box_of (fixture, fixture->top);
  AtlBox *below = box_of (fixture, fixture->below);
  AtlRect bounds = atl_scene_get_bounds (fixture->scene);

  g_assert_cmpfloat (top->rect.height, >, 384);
  g_assert_cmpfloat (below->rect.y, ==, top->rect.y + top->rect.height + 16);
  g_assert_cmpfloat (below->rect.height, ==, 584);
  g_assert_cmpfloat (box_of (fixture, fixture->left)->rect.height, ==,
                     below->rect.y + below->rect.height - 8);
  g_assert_cmpfloat (bounds.height, >, 1800);
  g_assert_cmpint (atl_area_get_height (fixture->top), ==, 400);
}

static void
test_long_text (SceneFixture *fixture,
                gconstpointer data)
{
  GString *text = g_string_new (NULL);

  while (text->len < 2000)
    g_string_append (text, "words of a long story ");
  AtlNote *note = atl_area_add_note (fixture->left, text->str);
  AtlNote *other = scene_fixture_add (fixture->open, text->str, 400, 250);
  g_string_free (text, TRUE);

  g_assert_cmpfloat (box_of (fixture, note)->rect.height / box_of (fixture, note)->scale, >, 300);
  g_assert_cmpfloat (box_of (fixture, note)->rect.height / box_of (fixture, note)->scale, <, 400);
  g_assert_true (box_of (fixture, note)->truncated);
  g_assert_cmpfloat (box_of (fixture, other)->rect.height, ==, 120);
  atl_scene_ensure_text (fixture->scene, box_of (fixture, other));
  g_assert_true (box_of (fixture, other)->truncated);
  g_assert_cmpfloat (box_of (fixture, other)->text_size, ==, 9);
}

static void
test_free_place (SceneFixture *fixture,
                 gconstpointer data)
{
  AtlNote *note = scene_fixture_add (fixture->open, "note", 300, 200);
  AtlNote *outside = scene_fixture_add (fixture->open, "note", 1000000, -500000);
  AtlNote *tall = scene_fixture_add (fixture->open, "note", 0, 0);
  atl_note_set_height (tall, 99999);

  g_assert_true (
    atl_rect_equal (box_of (fixture, note)->rect, atl_rect (800 + 300 - 90, 200 - 60, 180, 120)));
  g_assert_true (scene_rect_lies_in (box_of (fixture, outside)->rect, box_of (fixture, fixture->open)->rect));
  g_assert_cmpfloat (box_of (fixture, tall)->rect.height, ==, 2000);
}

static void
test_free_unset (SceneFixture *fixture,
                 gconstpointer data)
{
  AtlNote *one = scene_fixture_add (fixture->open, "one", NONE, NONE);
  AtlNote *two = scene_fixture_add (fixture->open, "two", NONE, NONE);

  g_assert_false (atl_rect_intersects (box_of (fixture, one)->rect, box_of (fixture, two)->rect));
  g_assert_true (scene_rect_lies_in (box_of (fixture, two)->rect, box_of (fixture, fixture->open)->rect));
}

/* A lane lower than a title and a note: its notes get smaller, and all stand side by side below the title. */
static void
test_low_lane (SceneFixture *fixture,
               gconstpointer data)
{
  AtlNote *notes[6];

  atl_area_set_height (fixture->open, 160);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    notes[i] = scene_fixture_add (fixture->open, "note", NONE, NONE);

  AtlRect lane = box_of (fixture, fixture->open)->rect;
  g_assert_cmpfloat (box_of (fixture, notes[0])->rect.y, >, lane.y + 40);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_assert_true (scene_rect_lies_in (box_of (fixture, notes[i])->rect, lane));
      for (guint j = 0; j < i; j++)
        g_assert_false (
          atl_rect_intersects (box_of (fixture, notes[i])->rect, box_of (fixture, notes[j])->rect));
    }
}

static void
test_find_free_place (SceneFixture *fixture,
                      gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      int     x, y;
      AtlBox *box;

      atl_scene_find_free_place (fixture->scene, box_of (fixture, fixture->open), &x, &y);
      box = box_of (fixture, scene_fixture_add (fixture->open, "note", x, y));
      GPtrArray *notes = atl_scene_get_area_notes (fixture->scene, box->area);
      for (guint j = 0; j < i; j++)
        g_assert_false (atl_rect_intersects (box->rect, ((AtlBox *) notes->pdata[j])->rect));
    }
}

/* Captures @n notes into the free area, which has the size given, one after the other. */
static GPtrArray *
capture (SceneFixture *fixture,
         guint         n,
         int           width,
         int           height)
{
  AtlBox    *area = NULL;
  GPtrArray *notes = g_ptr_array_new ();

  atl_area_set_width (fixture->open, width);
  atl_area_set_height (fixture->open, height);
  area = box_of (fixture, fixture->open);
  for (guint i = 0; i < n; i++)
    {
      int x, y;

      atl_scene_find_free_place (fixture->scene, area, &x, &y);
      g_ptr_array_add (notes, scene_fixture_add (fixture->open, "note", x, y));
    }
  return notes;
}

static guint
count_overlaps (SceneFixture *fixture,
                AtlNote      *note,
                GPtrArray    *notes)
{
  AtlRect rect = box_of (fixture, note)->rect;
  guint   n = 0;

  for (guint i = 0; i < notes->len; i++)
    n += notes->pdata[i] != note && atl_rect_intersects (rect, box_of (fixture, notes->pdata[i])->rect);
  return n;
}

static void
test_captured_in_reading_order (SceneFixture *fixture,
                                gconstpointer data)
{
  static const struct
  {
    guint n;
    int   width, height;
  } table[] = {
    { 5, 1600, 300 },
    { 5, 500, 600 },
    { 40, 1600, 1000 },
    { 40, 1200, 1400 },
    { 8, 1600, 160 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) notes = capture (fixture, table[i].n, table[i].width, table[i].height);
      AtlRect               last = { 0 };

      for (guint j = 0; j < notes->len; j++)
        {
          AtlRect rect = box_of (fixture, notes->pdata[j])->rect;

          g_assert_cmpuint (count_overlaps (fixture, notes->pdata[j], notes), ==, 0);
          g_assert_true (j == 0 || rect.y > last.y + 1 || rect.x > last.x + last.width);
          last = rect;
        }
      atl_notes_delete (notes);
    }
}

/* A lane that is a little too low for two rows of the grid has room for them nevertheless. */
static void
test_captured_closer (SceneFixture *fixture,
                      gconstpointer data)
{
  guint tried = 0;

  for (int height = 250; height < 420; height += 3)
    {
      g_autoptr (GPtrArray) notes = capture (fixture, 12, 1230, height);
      AtlRect               area = box_of (fixture, fixture->open)->rect;
      double                room = area.y + area.height - box_of (fixture, notes->pdata[0])->rect.y;
      gboolean              large = box_of (fixture, notes->pdata[0])->scale == 1;

      for (guint i = 0; large && room > 2 * 120 + 12 && i < notes->len; i++, tried++)
        g_assert_cmpuint (count_overlaps (fixture, notes->pdata[i], notes), ==, 0);
      atl_notes_delete (notes);
    }
  g_assert_cmpuint (tried, >, 0);
}

/* The corner where one begins to read a note is not that of another, and all are in the area. */
static void
assert_told_apart (SceneFixture *fixture,
                   GPtrArray    *notes,
                   double        least)
{
  AtlRect area = box_of (fixture, fixture->open)->rect;

  for (guint i = 0; i < notes->len; i++)
    {
      AtlRect rect = box_of (fixture, notes->pdata[i])->rect;

      g_assert_true (scene_rect_lies_in (rect, area));
      for (guint j = 0; j < i; j++)
        {
          AtlRect other = box_of (fixture, notes->pdata[j])->rect;

          g_assert_cmpfloat (MAX (ABS (rect.x - other.x), ABS (rect.y - other.y)), >=, least);
        }
    }
}

static void
test_captured_beyond_full (SceneFixture *fixture,
                           gconstpointer data)
{
  static const struct
  {
    guint  n;
    int    width, height;
    double least; /* between two corners */
  } table[] = {
    { 20, 640, 500, 24 },
    { 40, 640, 500, 12 },
    { 40, 1600, 160, 10 },
    { 300, 1600, 1000, 12 },
    { 300, 520, 500, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) notes = capture (fixture, table[i].n, table[i].width, table[i].height);

      assert_told_apart (fixture, notes, table[i].least);
      atl_notes_delete (notes);
    }
}

static void
test_captured_beside_others (SceneFixture *fixture,
                             gconstpointer data)
{
  static const int      places[][2] = { { 330, 180 }, { 900, 420 }, { 1380, 260 }, { 790, 860 } };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) captured = NULL;
  guint                 n = 0;

  atl_area_set_width (fixture->open, 1600);
  atl_area_set_height (fixture->open, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_ptr_array_add (all, scene_fixture_add (fixture->open, "by hand", places[i][0], places[i][1]));
  captured = capture (fixture, 30, 1600, 1000);
  g_ptr_array_extend (all, captured, NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    n += count_overlaps (fixture, all->pdata[i], all);
  g_assert_cmpuint (n, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpint (atl_note_get_x (all->pdata[i]), ==, places[i][0]);
}

static void
test_unplaced_beyond_full (SceneFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  atl_area_set_width (fixture->open, 1600);
  atl_area_set_height (fixture->open, 1000);
  for (guint i = 0; i < 400; i++)
    g_ptr_array_add (notes, scene_fixture_add (fixture->open, "note", NONE, NONE));

  assert_told_apart (fixture, notes, 1);
}

static void
test_to_place (SceneFixture *fixture,
               gconstpointer data)
{
  static const int places[][2] = { { 200, 150 }, { 400, 300 }, { 650, 350 } };
  AtlArea         *areas[] = { fixture->open, fixture->axes, fixture->map };

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    for (guint j = 0; j < G_N_ELEMENTS (places); j++)
      {
        AtlNote *note = scene_fixture_add (areas[i], "note", places[j][0], MIN (places[j][1], 300));
        AtlBox  *box = box_of (fixture, note);
        int      x, y;

        atl_scene_to_place (fixture->scene, box->area, atl_rect_center (box->rect), &x, &y);

        g_assert_cmpint (x, ==, places[j][0]);
        g_assert_cmpint (y, ==, MIN (places[j][1], 300));
      }
}

static void
test_axes_clear (SceneFixture *fixture,
                 gconstpointer data)
{
  AtlNote *corner = scene_fixture_add (fixture->axes, "note", 0, 0);
  AtlNote *other = scene_fixture_add (fixture->axes, "note", 800, 600);

  AtlBox *area = box_of (fixture, fixture->axes);
  AtlBox *box = box_of (fixture, corner);

  g_assert_cmpfloat (box->rect.y, >, area->rect.y + area->text_rect.y + area->text_rect.height);
  g_assert_true (scene_rect_lies_in (box_of (fixture, other)->rect, area->rect));
}

static void
test_stack_closed (SceneFixture *fixture,
                   gconstpointer data)
{
  AtlNote *lead = atl_area_add_note (fixture->left, "lead");
  AtlNote *under = atl_area_add_note (fixture->left, "under");
  AtlNote *after = atl_area_add_note (fixture->left, "after");

  scene_fixture_stack (under, lead);

  g_assert_cmpuint (box_of (fixture, lead)->stack_size, ==, 2);
  g_assert_null (box_of (fixture, under));
  g_assert_nonnull (box_of (fixture, after));
  g_assert_cmpuint (atl_scene_get_boxes (fixture->scene, ATL_BOX_STACK)->len, ==, 0);
}

static void
test_stack_open (SceneFixture *fixture,
                 gconstpointer data)
{
  AtlArea *areas[] = { fixture->left, fixture->open };

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      AtlNote *lead = scene_fixture_add (areas[i], "lead", i == 0 ? NONE : 300, i == 0 ? NONE : 200);
      AtlNote *under = atl_area_add_note (areas[i], "under");
      scene_fixture_stack (under, lead);

      atl_scene_set_stack_open (fixture->scene, lead, TRUE);

      AtlBox *frame = box_of (fixture, lead)->stack;
      g_assert_nonnull (frame);
      g_assert_true (frame->kind == ATL_BOX_STACK && frame->item == ATL_ITEM (lead));
      g_assert_true (box_of (fixture, under)->stack == frame);
      g_assert_cmpuint (box_of (fixture, lead)->stack_size, ==, 1);
      g_assert_true (scene_rect_lies_in (box_of (fixture, lead)->rect, frame->rect));
      g_assert_true (scene_rect_lies_in (box_of (fixture, under)->rect, frame->rect));
    }
}

/* The room sees its notes as large as before, wherever there are many of them. */
static void
test_stack_open_keeps_scale (SceneFixture *fixture,
                             gconstpointer data)
{
  AtlArea *areas[] = { fixture->left, fixture->open };

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    for (guint n = 3; n < 40; n++)
      {
        AtlNote *other = scene_fixture_add (areas[i], "other", NONE, NONE);
        AtlNote *lead = scene_fixture_add (areas[i], "lead", NONE, NONE);
        AtlRect  before;
        double   scale;

        for (guint j = 0; j < 6; j++)
          scene_fixture_stack (scene_fixture_add (areas[i], "under", NONE, NONE), lead);
        atl_note_set_stack_title (lead, "A title that has two lines");
        scale = box_of (fixture, other)->scale;
        before = box_of (fixture, other)->rect;

        atl_scene_set_stack_open (fixture->scene, lead, TRUE);
        g_assert_cmpfloat (box_of (fixture, other)->scale, ==, scale);
        g_assert_true (atl_rect_equal (box_of (fixture, other)->rect, before));
        atl_scene_set_stack_open (fixture->scene, lead, FALSE);
        g_assert_cmpfloat (box_of (fixture, other)->scale, ==, scale);
      }
}

static void
test_stack_circle (SceneFixture *fixture,
                   gconstpointer data)
{
  AtlNote *one = atl_area_add_note (fixture->left, "one");
  AtlNote *two = atl_area_add_note (fixture->left, "two");
  atl_note_set_stack (one, atl_item_get_id (ATL_ITEM (two)));
  atl_note_set_stack (two, atl_item_get_id (ATL_ITEM (one)));

  g_assert_nonnull (box_of (fixture, one));
  g_assert_nonnull (box_of (fixture, two));
}

static void
test_unplaced (SceneFixture *fixture,
               gconstpointer data)
{
  AtlNote *note = atl_area_add_note (fixture->left, "note");
  g_assert_null (atl_scene_get_unplaced (fixture->scene));

  atl_note_set_area (note, "gone");

  AtlBox *unplaced = atl_scene_get_unplaced (fixture->scene);
  g_assert_nonnull (unplaced);
  g_assert_null (unplaced->item);
  g_assert_true (box_of (fixture, note)->area == unplaced);
  g_assert_cmpfloat (unplaced->rect.y, ==, 1808);
  g_assert_true (atl_scene_find_area_at (fixture->scene, (AtlPoint){ 20, 1820 }) == unplaced);

  atl_note_set_area (note, "left");
  g_assert_null (atl_scene_get_unplaced (fixture->scene));
}

static void
test_strange_area (SceneFixture *fixture,
                   gconstpointer data)
{
  add_many (fixture->top, 3);
  for (guint layout = ATL_LAYOUT_FLOW; layout <= ATL_LAYOUT_GRAPH; layout++)
    {
      atl_area_set_layout (fixture->top, layout);
      atl_area_set_width (fixture->top, 0);
      atl_area_set_height (fixture->top, 0);
      g_assert_cmpfloat (box_of (fixture, fixture->top)->rect.width, >, 100);

      atl_area_set_width (fixture->top, 1000000);
      atl_area_set_x (fixture->top, -1000000);
      g_assert_cmpfloat (box_of (fixture, fixture->top)->rect.x, ==, -999992);
    }
}

static void
test_reading_order (SceneFixture *fixture,
                    gconstpointer data)
{
  AtlNote *later = scene_fixture_add (fixture->open, "free", 100, 100);
  AtlNote *first = atl_area_add_note (fixture->left, "left");
  AtlNote *second = atl_area_add_note (fixture->top, "top");

  GPtrArray *notes = atl_scene_get_boxes (fixture->scene, ATL_BOX_NOTE);

  g_assert_cmpuint (notes->len, ==, 3);
  g_assert_true (notes->pdata[0] == box_of (fixture, first));
  g_assert_true (notes->pdata[1] == box_of (fixture, second));
  g_assert_true (notes->pdata[2] == box_of (fixture, later));
}

static void
test_links (SceneFixture *fixture,
            gconstpointer data)
{
  AtlNote *one = scene_fixture_add (fixture->map, "Ann", 200, 300);
  AtlNote *two = scene_fixture_add (fixture->map, "Bob", 800, 300);
  AtlLink *link = scene_fixture_link (fixture, one, two);
  AtlLink *nowhere = scene_fixture_link (fixture, one, two);
  atl_link_set_to (nowhere, "gone");

  AtlBox *box = box_of (fixture, link);

  g_assert_null (box_of (fixture, nowhere));
  g_assert_true (box_of (fixture, one)->is_node);
  g_assert_cmpfloat (atl_scene_get_link_distance (fixture->scene, box, (AtlPoint){ 500, 1300 }), <, 90);
  g_assert_cmpfloat (atl_scene_get_link_distance (fixture->scene, box, (AtlPoint){ 500, 1700 }), >, 300);
}

static void
test_mutual_links (SceneFixture *fixture,
                   gconstpointer data)
{
  AtlNote *one = scene_fixture_add (fixture->map, "Ann", 200, 300);
  AtlNote *two = scene_fixture_add (fixture->map, "Bob", 800, 300);
  AtlLink *there = scene_fixture_link (fixture, one, two);
  AtlLink *back = scene_fixture_link (fixture, two, one);
  atl_link_set_kind (there, ATL_LINK_KIND_SHARED);
  atl_link_set_kind (back, ATL_LINK_KIND_SHARED);

  g_assert_nonnull (box_of (fixture, there));
  g_assert_true (box_of (fixture, there) == box_of (fixture, back));

  atl_link_set_kind (back, ATL_LINK_KIND_CONFLICTS);
  g_assert_true (box_of (fixture, there) != box_of (fixture, back));

  atl_link_set_kind (there, ATL_LINK_KIND_HANDOFF);
  atl_link_set_kind (back, ATL_LINK_KIND_HANDOFF);
  g_assert_true (box_of (fixture, there) != box_of (fixture, back));
}

static void
test_link_to_stack (SceneFixture *fixture,
                    gconstpointer data)
{
  AtlNote *lead = atl_area_add_note (fixture->left, "lead");
  AtlNote *under = atl_area_add_note (fixture->left, "under");
  AtlNote *other = atl_area_add_note (fixture->top, "other");
  AtlLink *link = scene_fixture_link (fixture, other, under);
  AtlLink *inside = scene_fixture_link (fixture, lead, under);
  g_assert_nonnull (box_of (fixture, inside));

  scene_fixture_stack (under, lead);

  g_assert_nonnull (box_of (fixture, link));
  g_assert_null (box_of (fixture, inside));
}

static void
test_slot (SceneFixture *fixture,
           gconstpointer data)
{
  AtlNote              *one = atl_area_add_note (fixture->left, "one");
  AtlNote              *two = atl_area_add_note (fixture->left, "two");
  AtlBox               *area = box_of (fixture, fixture->left);
  AtlRect               first = box_of (fixture, one)->rect;
  g_autoptr (GPtrArray) moving = g_ptr_array_new ();
  AtlRect               marker;

  g_assert_true (atl_scene_find_slot (fixture->scene, area, (AtlPoint){ first.x + 5, first.y + 5 }, NULL,
                                      &marker) == one);
  g_assert_cmpfloat (marker.x, <, first.x);
  g_assert_cmpfloat (marker.height, ==, first.height);

  g_ptr_array_add (moving, one);
  g_assert_true (atl_scene_find_slot (fixture->scene, area, (AtlPoint){ first.x + 5, first.y + 5 }, moving,
                                      NULL) == two);
  g_assert_null (atl_scene_find_slot (fixture->scene, area, (AtlPoint){ 380, 900 }, moving, NULL));
  g_assert_null (atl_scene_find_slot (fixture->scene, box_of (fixture, fixture->open),
                                      (AtlPoint){ 900, 50 }, moving, &marker));
  g_assert_true (atl_rect_is_empty (marker));
}

static void
test_area_at (SceneFixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    AtlPoint    point;
    const char *id;
  } rows[] = { { { 1, 1 }, "left" },
               { { 399.5, 500 }, "left" },
               { { 400, 399 }, "top" },
               { { 400, 400 }, "below" },
               { { 1599, 999 }, "axes" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (atl_item_get_id (atl_scene_find_area_at (fixture->scene, rows[i].point)->item), ==,
                     rows[i].id);
  g_assert_null (atl_scene_find_area_at (fixture->scene, (AtlPoint){ -1, 0 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SCENE_TEST ("/scene/bounds/are-those-of-the-areas", test_bounds);
  g_test_add_func ("/scene/bounds/without-areas-a-board-s", test_no_areas);
  SCENE_TEST ("/scene/flow/starts-below-title-and-prompt", test_flow_below_header);
  SCENE_TEST ("/scene/flow/takes-the-largest-scale-that-fits", test_flow_scales);
  SCENE_TEST ("/scene/flow/grows-below-the-smallest-scale", test_flow_grows);
  SCENE_TEST ("/scene/text/grows-the-note-in-flow-shrinks-in-free", test_long_text);
  SCENE_TEST ("/scene/free/stands-where-it-was-put-but-inside", test_free_place);
  SCENE_TEST ("/scene/free/without-place-side-by-side", test_free_unset);
  SCENE_TEST ("/scene/free/fits-into-a-low-lane", test_low_lane);
  SCENE_TEST ("/scene/free/finds-a-free-place", test_find_free_place);
  SCENE_TEST ("/scene/free/captures-in-reading-order", test_captured_in_reading_order);
  SCENE_TEST ("/scene/free/captures-closer-before-one-covers-another", test_captured_closer);
  SCENE_TEST ("/scene/free/captures-beside-what-was-put-by-hand", test_captured_beside_others);
  SCENE_TEST ("/scene/free/captures-where-corners-stay-to-be-seen", test_captured_beyond_full);
  SCENE_TEST ("/scene/free/without-place-no-two-are-at-the-same", test_unplaced_beyond_full);
  SCENE_TEST ("/scene/to-place/is-the-way-back", test_to_place);
  SCENE_TEST ("/scene/axes/notes-keep-clear-of-the-legends", test_axes_clear);
  SCENE_TEST ("/scene/stack/closed-shows-its-lead", test_stack_closed);
  SCENE_TEST ("/scene/stack/open-stands-in-a-frame", test_stack_open);
  SCENE_TEST ("/scene/stack/open-leaves-the-others-as-large-as-they-were", test_stack_open_keeps_scale);
  SCENE_TEST ("/scene/stack/circle-reads-as-none", test_stack_circle);
  SCENE_TEST ("/scene/unplaced/has-an-area-while-there-are-any", test_unplaced);
  SCENE_TEST ("/scene/strangers/areas-of-no-size", test_strange_area);
  SCENE_TEST ("/scene/boxes/notes-in-reading-order", test_reading_order);
  SCENE_TEST ("/scene/links/only-between-notes-that-are", test_links);
  SCENE_TEST ("/scene/links/mutual-ones-are-one-line", test_mutual_links);
  SCENE_TEST ("/scene/links/end-at-the-stack", test_link_to_stack);
  SCENE_TEST ("/scene/slot/between-neighbors", test_slot);
  SCENE_TEST ("/scene/area-at/gaps-belong-to-areas", test_area_at);

  return g_test_run ();
}
