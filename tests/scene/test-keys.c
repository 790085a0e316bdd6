/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-board-maker.h"
#include "catalogue/atl-catalogue.h"
#include "catalogue/atl-words.h"
#include "model/atl-action-notes.h"
#include "model/atl-board-options.h"
#include "model/atl-edits.h"
#include "model/atl-link.h"
#include "model/atl-note-values.h"
#include "model/atl-person.h"
#include "model/atl-rows.h"
#include "scene/atl-area-order.h"
#include "scene/atl-scene-keys.h"

#include <string.h>

/* A board made from a template of the product, and its scene, in English. */
typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  AtlBoard   *board;
  AtlScene   *scene;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer template)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate             *found = atl_catalogue_find_template (catalogue, template);

  f->session = atl_session_new (NULL);
  f->history = atl_history_new (f->session);
  atl_session_set_language (f->session, "en");
  atl_action_notes_follow (f->session, f->history);
  f->board = atl_board_maker_add (found, f->session, NULL);
  f->scene = atl_scene_new (f->board);
  atl_scene_set_say (f->scene, atl_words_say, "en");
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->scene);
  g_object_unref (f->history);
  g_object_unref (f->session);
}

static AtlArea *
area (Fixture    *f,
      const char *key)
{
  AtlArea *found = atl_board_find_keyed_area (f->board, key);

  g_assert_nonnull (found);
  return found;
}

static AtlNote *
add (Fixture    *f,
     const char *key,
     const char *text)
{
  AtlNote *note;

  atl_history_begin (f->history, "add");
  note = atl_area_add_note (area (f, key), text);
  atl_history_end (f->history);
  return note;
}

/* What is said of an item, one line each. */
static char *
dup_said (Fixture *f,
          gpointer item)
{
  AtlBox               *box = atl_scene_find_box (f->scene, item);
  g_autoptr (GPtrArray) lines = atl_scene_dup_key_lines (f->scene, box);
  GString              *said = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      AtlKeyLine *line = lines->pdata[i];

      g_string_append_printf (said, "%s%s%s", i > 0 ? "\n" : "", line->warns ? "! " : "",
                              line->spoken != NULL ? line->spoken : line->text);
    }
  return g_string_free (said, FALSE);
}

#define assert_said(f, item, expected)               \
  G_STMT_START                                       \
  {                                                  \
    g_autofree char *_said = dup_said ((f), (item)); \
    g_assert_cmpstr (_said, ==, (expected));         \
  }                                                  \
  G_STMT_END

static void
set_number (AtlNote    *note,
            const char *name,
            double      value)
{
  atl_note_set_value (note, name, g_variant_new_double (value));
}

static void
link_notes (Fixture *f,
            AtlNote *from,
            AtlNote *to)
{
  g_autoptr (AtlLink) link = atl_link_new (NULL);

  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_list_insert (atl_board_get_links (f->board), ATL_ITEM (link));
}

static void
test_limit (Fixture      *f,
            gconstpointer data)
{
  add (f, "change", "one");
  add (f, "change", "two");
  assert_said (f, area (f, "change"), "2 of 2 notes");

  add (f, "change", "three");

  assert_said (f, area (f, "change"), "! 3 notes, 2 at most");
  assert_said (f, area (f, "people"), "");
}

static void
test_strength (Fixture      *f,
               gconstpointer data)
{
  AtlNote *push = add (f, "for", "push");
  AtlNote *silent = add (f, "for", "silent");
  AtlNote *brake = add (f, "against", "brake");
  guint    serial = atl_scene_find_box (f->scene, silent)->serial;

  assert_said (f, push, "");
  set_number (push, "strength", 4);
  assert_said (f, push, "Strength 4 of 5");
  assert_said (f, silent, "No strength yet");
  g_assert_cmpuint (atl_scene_find_box (f->scene, silent)->serial, >, serial);
  assert_said (f, area (f, "for"), "Total strength 4");
  assert_said (f, brake, "");

  set_number (brake, "strength", 2.5);

  assert_said (f, area (f, "for"), "Total strength 4 – Forces against: 2.5");
  assert_said (f, area (f, "against"), "Total strength 2.5 – Forces for: 4");
}

static void
test_strength_room (Fixture      *f,
                    gconstpointer data)
{
  AtlNote *note = add (f, "for", "one");
  double   room;

  atl_scene_update (f->scene);
  room = atl_scene_find_box (f->scene, note)->text_rect.height;

  set_number (note, "strength", 3);

  g_assert_cmpfloat (atl_scene_find_box (f->scene, note)->text_rect.height, <, room - 10);
}

static void
test_fields (Fixture      *f,
             gconstpointer data)
{
  AtlNote *first = add (f, "requests", "first");
  AtlNote *second = add (f, "requests", "second");

  assert_said (f, first, "");
  set_number (first, "effort", 3);
  set_number (first, "value", 8);
  set_number (second, "effort", 0.25);

  assert_said (f, first, "Effort 3 · Value 8");
  assert_said (f, second, "Effort 0.25 · Value –");
  assert_said (f, area (f, "requests"), "Total: Effort 3.25 · Value 8");
}

static void
test_order (Fixture      *f,
            gconstpointer data)
{
  AtlNote              *dear = add (f, "requests", "dear");
  AtlNote              *unknown = add (f, "requests", "unknown");
  AtlNote              *cheap = add (f, "requests", "cheap");
  AtlBox               *box = atl_scene_find_box (f->scene, area (f, "requests"));
  g_autoptr (GPtrArray) order = NULL;

  g_assert_false (atl_area_order_has_numbers (box, ATL_ORDER_RATIO));
  set_number (dear, "effort", 8);
  set_number (dear, "value", 4);
  set_number (unknown, "value", 9);
  set_number (cheap, "effort", 2);
  set_number (cheap, "value", 3);

  g_assert_true (atl_area_order_has_numbers (box, ATL_ORDER_RATIO));
  order = atl_area_order_dup (f->scene, box, ATL_ORDER_RATIO);
  g_assert_true (order->pdata[0] == cheap);
  g_assert_true (order->pdata[1] == dear);
  g_assert_true (order->pdata[2] == unknown);
}

static void
test_french (Fixture      *f,
             gconstpointer data)
{
  AtlNote *note = add (f, "requests", "demande");

  atl_scene_set_say (f->scene, atl_words_say, "fr");
  set_number (note, "effort", 1.5);

  assert_said (f, note, "Effort 1,5 · Valeur –");
}

static void
test_reasons (Fixture      *f,
              gconstpointer data)
{
  AtlNote *goal = add (f, "why", "goal");
  AtlNote *actor = add (f, "who", "actor");
  AtlNote *other = add (f, "who", "other");

  assert_said (f, goal, "");
  assert_said (f, actor, "! No reason yet");
  assert_said (f, area (f, "who"), "! Without a reason: 2");

  link_notes (f, actor, other);
  assert_said (f, actor, "! No reason yet");
  link_notes (f, goal, actor);

  assert_said (f, actor, "");
  assert_said (f, area (f, "who"), "! Without a reason: 1");
}

static void
join (AtlNote *note,
      AtlNote *row)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, note);
  atl_notes_join_row (notes, row);
}

static void
test_rows (Fixture      *f,
           gconstpointer data)
{
  AtlNote *decision = add (f, "decisions", "prices");
  AtlNote *ana = add (f, "a", "Ana");
  AtlNote *bob = add (f, "a", "Bob");

  assert_said (f, decision, "! No A yet");
  join (ana, decision);
  assert_said (f, decision, "");
  assert_said (f, area (f, "decisions"), "One A in every row");

  join (bob, decision);

  assert_said (f, decision, "! 2 times A: keep one");
  assert_said (f, area (f, "decisions"), "! Rows without exactly one A: 1");
}

static void
test_rows_align (Fixture      *f,
                 gconstpointer data)
{
  AtlNote *first = add (f, "decisions", "first");
  AtlNote *second = add (f, "decisions", "second");
  AtlNote *informed = add (f, "i", "informed");
  AtlNote *loose = add (f, "i", "loose");
  AtlBox  *row;

  join (informed, second);
  atl_scene_update (f->scene);
  row = atl_scene_find_box (f->scene, second);

  g_assert_cmpfloat (row->rect.y, ==, atl_scene_find_box (f->scene, informed)->rect.y);
  g_assert_cmpfloat (atl_scene_find_box (f->scene, first)->rect.y, <, row->rect.y);
  g_assert_cmpfloat (atl_scene_find_box (f->scene, loose)->rect.y, >=, row->rect.y + row->rect.height);
}

static void
test_rows_move (Fixture      *f,
                gconstpointer data)
{
  AtlNote              *first = add (f, "decisions", "first");
  AtlNote              *second = add (f, "decisions", "second");
  AtlNote              *informed = add (f, "i", "informed");
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  double                before;

  join (informed, second);
  atl_scene_update (f->scene);
  before = atl_scene_find_box (f->scene, informed)->rect.y;

  g_ptr_array_add (moved, second);
  atl_notes_move (moved, area (f, "decisions"), first);
  atl_scene_update (f->scene);

  g_assert_cmpfloat (atl_scene_find_box (f->scene, informed)->rect.y, <, before);
  g_assert_cmpfloat (atl_scene_find_box (f->scene, informed)->rect.y, ==,
                     atl_scene_find_box (f->scene, second)->rect.y);
}

static void
test_team (Fixture      *f,
           gconstpointer data)
{
  const char *const expected[] = { "! 1 in the team: 3 at least", "! 2 in the team: 3 at least",
                                   "3 in the team: 5 or 6 is best", "4 in the team: 5 or 6 is best",
                                   "5 in the team: just right", "6 in the team: just right",
                                   "! 7 in the team: 6 at most, or make two teams" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      add (f, "members", "somebody");
      assert_said (f, area (f, "members"), expected[i]);
    }
}

static void
test_actions (Fixture      *f,
              gconstpointer data)
{
  AtlNote              *note = add (f, "todo", "Call Bob");
  AtlAction            *action = atl_note_find_action (note);
  g_autoptr (AtlPerson) ana = atl_person_new ("ana");
  const char *const     owners[] = { "ana", NULL };

  atl_person_set_name (ana, "Ana Diaz");
  atl_list_insert (atl_session_get_people (f->session), ATL_ITEM (ana));
  g_assert_nonnull (action);
  assert_said (f, note, "! No owner");
  assert_said (f, area (f, "todo"), "! Without an owner: 1");

  atl_action_set_owners (action, owners);
  atl_action_set_due (action, "2026-12-03");

  assert_said (f, note, "Ana · December 3");
  assert_said (f, area (f, "todo"), "");
}

static void
test_waiting (Fixture      *f,
              gconstpointer data)
{
  AtlNote *waits = add (f, "grid", "waits");
  AtlNote *low = add (f, "grid", "low");
  AtlBox  *box;
  int      x, y;

  atl_note_set_measures (low, 50, 0);
  atl_scene_update (f->scene);
  box = atl_scene_find_box (f->scene, waits);

  g_assert_cmpfloat (box->rect.y, >=,
                     atl_scene_find_box (f->scene, low)->rect.y + 60);
  atl_scene_to_place (f->scene, box->area, atl_rect_center (box->rect), &x, &y);
  g_assert_cmpint (x, ==, ATL_PLACE_NONE);
  g_assert_cmpint (y, ==, ATL_PLACE_NONE);
  atl_scene_find_free_place (f->scene, box->area, &x, &y);
  g_assert_cmpint (y, ==, ATL_PLACE_NONE);
}

static void
test_waiting_inside (Fixture      *f,
                     gconstpointer data)
{
  for (guint i = 0; i < 60; i++)
    {
      AtlNote *note = add (f, "grid", "waits");
      AtlBox  *box = atl_scene_find_box (f->scene, note);

      atl_scene_update (f->scene);
      g_assert_cmpfloat (box->rect.x, >=, box->area->rect.x);
      g_assert_cmpfloat (box->rect.x + box->rect.width, <=, box->area->rect.x + box->area->rect.width);
      g_assert_cmpfloat (box->rect.y + box->rect.height, <=, box->area->rect.y + box->area->rect.height);
    }
}

static void
test_measures (Fixture      *f,
               gconstpointer data)
{
  AtlNote              *note = add (f, "grid", "idea");
  AtlBox               *box;
  g_autofree char      *waiting = NULL, *placed = NULL, *held = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  atl_scene_update (f->scene);
  box = atl_scene_find_box (f->scene, note);
  waiting = atl_scene_dup_note_measures (f->scene, box);
  g_assert_cmpstr (waiting, ==, "Not placed yet");

  atl_note_set_measures (note, 40, 72);
  atl_scene_update (f->scene);
  placed = atl_scene_dup_note_measures (f->scene, box);
  held = atl_scene_dup_measures (f->scene, box->area, atl_rect_center (box->rect));

  g_assert_cmpstr (placed, ==, "Value 72 · Feasibility 40");
  g_assert_cmpstr (held, ==, placed);

  lines = atl_scene_dup_key_lines (f->scene, box);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (((AtlKeyLine *) lines->pdata[0])->text, ==, placed);
}

static void
test_arrival (Fixture      *f,
              gconstpointer data)
{
  AtlNote              *note = add (f, "measure", "idea");
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  atl_note_set_x (note, 10);
  atl_note_set_y (note, 10);
  g_ptr_array_add (notes, note);
  atl_notes_move (notes, area (f, "grid"), NULL);

  g_assert_false (atl_note_has_place (note));
}

static void
test_quiet (Fixture      *f,
            gconstpointer data)
{
  AtlNote *note = add (f, "start", "idea");

  set_number (note, "strength", 4);

  assert_said (f, note, "");
  assert_said (f, area (f, "start"), "");
}

#define KEYS_TEST(path, template, function) \
  g_test_add (path, Fixture, template, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  KEYS_TEST ("/keys/limit/turns-when-exceeded", "change-forces", test_limit);
  KEYS_TEST ("/keys/strength/is-shown-and-summed", "change-forces", test_strength);
  KEYS_TEST ("/keys/strength/has-room-on-the-note", "change-forces", test_strength_room);
  KEYS_TEST ("/keys/fields/are-shown-and-summed", "capacity-value", test_fields);
  KEYS_TEST ("/keys/fields/most-value-for-effort-comes-first", "capacity-value", test_order);
  KEYS_TEST ("/keys/fields/in-french", "capacity-value", test_french);
  KEYS_TEST ("/keys/reasons/missing-ones-are-marked", "impact-map", test_reasons);
  KEYS_TEST ("/keys/rows/one-answers-for-each", "raci", test_rows);
  KEYS_TEST ("/keys/rows/stand-side-by-side", "raci", test_rows_align);
  KEYS_TEST ("/keys/rows/move-together", "raci", test_rows_move);
  KEYS_TEST ("/keys/team/size-is-guarded", "small-team-charter", test_team);
  KEYS_TEST ("/keys/actions/owner-and-date-are-shown", "action-plan", test_actions);
  KEYS_TEST ("/keys/axes/captured-notes-wait", "pilot-chooser", test_waiting);
  KEYS_TEST ("/keys/axes/sixty-waiting-notes-stay-inside", "pilot-chooser", test_waiting_inside);
  KEYS_TEST ("/keys/axes/places-are-numbers", "pilot-chooser", test_measures);
  KEYS_TEST ("/keys/axes/arriving-notes-have-no-place", "pilot-chooser", test_arrival);
  KEYS_TEST ("/keys/none/nothing-shows", "start-stop-continue", test_quiet);
  return g_test_run ();
}
