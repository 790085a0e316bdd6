/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-alternatives.h"

#include "model/atl-action.h"
#include "model/atl-edits.h"
#include "model/atl-history.h"

typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  AtlArea    *area;
  AtlNote    *note;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (AtlBoard) board = atl_board_new ("board");
  g_autoptr (AtlArea)  area = atl_area_new ("area");

  f->session = atl_session_new ("session");
  f->area = area;
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  f->note = atl_area_add_note (area, "ours");
  atl_area_add_note (area, "next");
  f->history = atl_history_new (f->session);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->history);
  g_assert_finalize_object (f->session);
}

/* As a merge leaves it, or as it comes from a file. */
static void
set_alternatives (gpointer    item,
                  const char *text)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) alternatives = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error);

  g_assert_no_error (error);
  atl_item_set_alternatives (ATL_ITEM (item), alternatives);
}

#define TWO_TEXTS "{'text': <[<{'v': <[<'a.1'>]>, 'text': <'theirs'>, 'tags': <[<'x'>]>}>]>}"
#define THREE_TEXTS "{'text': <[<{'text': <'second'>}>, <{'text': <'third'>}>]>}"
#define STYLE "'style': <[<{'color': <'green'>}>]>"
#define PLACE "'place': <[<{'x': <int64 300>, 'y': <int64 40>}>]>"

typedef struct
{
  const char *name;
  const char *alternatives;
  guint       versions;
} CountCase;

static const CountCase count_cases[] = {
  { "text", TWO_TEXTS, 2 },
  { "three", THREE_TEXTS, 3 },
  { "two-groups", "{" STYLE ", " PLACE "}", 2 },
  { "deleted", "{'text': <[<{'deleted': <true>}>]>}", 2 },
  { "empty-list", "{'text': <@av []>}", 0 },
  { "not-a-list", "{'text': <'words'>, 'style': <int64 3>, 'place': <{'x': <int64 1>}>}", 0 },
  { "dicts-unboxed", "{'text': <[{'text': <'theirs'>}]>}", 2 },
};

static void
test_count (gconstpointer data)
{
  const CountCase     *c = data;
  g_autoptr (GVariant) alternatives =
    g_variant_parse (G_VARIANT_TYPE_VARDICT, c->alternatives, NULL, NULL, NULL);

  g_assert_cmpuint (atl_alternatives_count (alternatives), ==, c->versions);
  g_assert_cmpuint (atl_alternatives_count (NULL), ==, 0);
}

static void
test_use_text (Fixture      *f,
               gconstpointer data)
{
  set_alternatives (f->note, TWO_TEXTS);
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (ATL_ITEM (f->note));

  atl_history_begin (f->history, "use");
  atl_alternatives_use (ATL_ITEM (f->note), versions->pdata[0]);
  atl_history_end (f->history);

  g_assert_cmpstr (atl_note_get_text (f->note), ==, "theirs");
  g_assert_null (atl_item_get_alternatives (ATL_ITEM (f->note)));
  g_assert_true (atl_history_undo (f->history));
  g_assert_cmpstr (atl_note_get_text (f->note), ==, "ours");
  g_assert_cmpuint (atl_alternatives_count (atl_item_get_alternatives (ATL_ITEM (f->note))), ==, 2);
}

static void
test_use_leaves_other_groups (Fixture      *f,
                              gconstpointer data)
{
  atl_note_set_color (f->note, ATL_COLOR_PINK);
  atl_note_set_x (f->note, 10);
  set_alternatives (f->note, "{" STYLE ", " PLACE "}");
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (ATL_ITEM (f->note));
  g_assert_cmpuint (versions->len, ==, 2);

  atl_alternatives_use (ATL_ITEM (f->note), versions->pdata[0]);

  g_assert_cmpint (atl_note_get_color (f->note), ==, ATL_COLOR_GREEN);
  g_assert_cmpint (atl_note_get_x (f->note), ==, 10);
  g_autoptr (GPtrArray) left = atl_alternatives_dup (ATL_ITEM (f->note));
  g_assert_cmpuint (left->len, ==, 1);
  atl_alternatives_use (ATL_ITEM (f->note), left->pdata[0]);
  g_assert_cmpint (atl_note_get_x (f->note), ==, 300);
  g_assert_cmpint (atl_note_get_y (f->note), ==, 40);
  g_assert_null (atl_item_get_alternatives (ATL_ITEM (f->note)));
}

static void
test_use_missing_is_default (Fixture      *f,
                             gconstpointer data)
{
  atl_note_set_description (f->note, "ours only");
  set_alternatives (f->note, TWO_TEXTS);
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (ATL_ITEM (f->note));

  atl_alternatives_use (ATL_ITEM (f->note), versions->pdata[0]);

  g_assert_cmpstr (atl_note_get_description (f->note), ==, "");
}

static void
test_use_other_board (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr (AtlBoard) other = atl_board_new ("other");
  g_autoptr (AtlArea)  area = atl_area_new ("there");
  atl_list_insert (atl_board_get_areas (other), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (other));
  set_alternatives (
    f->note, "{'order': <[<{'v': <[<'a.1'>]>, 'container': <'other'>, 'area': <'there'>, 'rank': <'K'>}>]>}");
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (ATL_ITEM (f->note));

  atl_history_begin (f->history, "use");
  atl_alternatives_use (ATL_ITEM (f->note), versions->pdata[0]);
  atl_history_end (f->history);

  g_assert_true (atl_note_find_board (f->note) == other);
  g_assert_true (atl_note_find_area (f->note) == area);
  g_assert_cmpstr (atl_note_get_rank (f->note), ==, "K");
  g_assert_true (atl_history_undo (f->history));
  g_assert_true (atl_note_find_area (f->note) == f->area);
}

static void
test_unknown_group (Fixture      *f,
                    gconstpointer data)
{
  set_alternatives (f->note, "{'other': <[<{'sparkle': <int64 3>}>]>, 'style': <[<{'color': <'pink'>}>]>}");
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (ATL_ITEM (f->note));

  g_assert_false (atl_alternative_can_be_used (versions->pdata[0], ATL_ITEM (f->note)));
  g_assert_true (atl_alternative_can_be_used (versions->pdata[1], ATL_ITEM (f->note)));
}

static void
test_keep (Fixture      *f,
           gconstpointer data)
{
  set_alternatives (f->note, "{" STYLE ", " PLACE "}");

  atl_alternatives_keep (ATL_ITEM (f->note), "style");

  g_autoptr (GPtrArray) left = atl_alternatives_dup (ATL_ITEM (f->note));
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((AtlAlternative *) left->pdata[0])->group, ==, "place");
}

static void
test_keep_all (Fixture      *f,
               gconstpointer data)
{
  AtlList *notes = atl_item_get_list (ATL_ITEM (f->note));
  set_alternatives (f->note, THREE_TEXTS);

  atl_history_begin (f->history, "keep");
  guint n = atl_alternatives_keep_all (f->note, "text");
  atl_history_end (f->history);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (atl_list_get_length (notes), ==, 4);
  g_assert_cmpstr (atl_note_get_text (atl_list_get (notes, 0)), ==, "ours");
  g_assert_cmpstr (atl_note_get_text (atl_list_get (notes, 1)), ==, "second");
  g_assert_cmpstr (atl_note_get_text (atl_list_get (notes, 2)), ==, "third");
  g_assert_cmpstr (atl_note_get_area (atl_list_get (notes, 1)), ==, "area");
  g_assert_null (atl_item_get_alternatives (atl_list_get (notes, 0)));
  g_assert_null (atl_item_get_alternatives (atl_list_get (notes, 1)));
  g_assert_true (atl_history_undo (f->history));
  g_assert_cmpuint (atl_list_get_length (notes), ==, 2);
}

static void
test_delete (Fixture      *f,
             gconstpointer data)
{
  AtlList *notes = atl_item_get_list (ATL_ITEM (f->note));
  set_alternatives (f->note, "{'text': <[<{'v': <[<'a.1'>]>, 'deleted': <true>}>]>}");
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (ATL_ITEM (f->note));
  g_assert_true (((AtlAlternative *) versions->pdata[0])->deleted);

  atl_alternatives_delete (ATL_ITEM (f->note));

  g_assert_cmpuint (atl_list_get_length (notes), ==, 1);
}

static void
test_find_items (Fixture      *f,
                 gconstpointer data)
{
  g_autoptr (AtlAction) action = atl_action_new (NULL);
  atl_list_insert (atl_session_get_actions (f->session), ATL_ITEM (action));
  set_alternatives (f->note, TWO_TEXTS);
  set_alternatives (action, "{'state': <[<{'status': <'done'>}>]>}");

  g_autoptr (GPtrArray) items = atl_alternatives_find_items (f->session);

  g_assert_cmpuint (items->len, ==, 2);
  g_assert_true (items->pdata[0] == f->note);
  g_assert_true (items->pdata[1] == action);
}

static void
test_duplicate_has_none (Fixture      *f,
                         gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_ptr_array_add (notes, f->note);
  set_alternatives (f->note, TWO_TEXTS);

  g_autoptr (GPtrArray) copies = atl_notes_duplicate (notes);

  g_assert_null (atl_item_get_alternatives (copies->pdata[0]));
}

/* Members of other types than they should have read as their default. */
static void
test_hostile_members (Fixture      *f,
                      gconstpointer data)
{
  set_alternatives (f->note,
                    "{'text': <[<{'text': <int64 3>, 'tags': <'no list'>}>, <'no dict'>]>, "
                    "'style': <[<{'color': <'mauve'>, 'width': <int64 9223372036854775807>}>]>}");
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (ATL_ITEM (f->note));
  g_assert_cmpuint (versions->len, ==, 2);

  atl_alternatives_use (ATL_ITEM (f->note), versions->pdata[0]);
  atl_alternatives_use (ATL_ITEM (f->note), versions->pdata[1]);

  g_assert_cmpstr (atl_note_get_text (f->note), ==, "");
  g_assert_cmpint (atl_note_get_color (f->note), ==, ATL_COLOR_YELLOW);
}

#define ALTERNATIVES_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/alternatives/count/", count_cases[i].name, NULL);

      g_test_add_data_func (path, &count_cases[i], test_count);
    }
  ALTERNATIVES_TEST ("/alternatives/use/text-and-undo", test_use_text);
  ALTERNATIVES_TEST ("/alternatives/use/leaves-other-groups", test_use_leaves_other_groups);
  ALTERNATIVES_TEST ("/alternatives/use/missing-is-default", test_use_missing_is_default);
  ALTERNATIVES_TEST ("/alternatives/use/hostile-members", test_hostile_members);
  ALTERNATIVES_TEST ("/alternatives/use/on-another-board", test_use_other_board);
  ALTERNATIVES_TEST ("/alternatives/use/not-what-is-unknown", test_unknown_group);
  ALTERNATIVES_TEST ("/alternatives/keep/what-is-shown", test_keep);
  ALTERNATIVES_TEST ("/alternatives/keep-all/as-notes-beside-it", test_keep_all);
  ALTERNATIVES_TEST ("/alternatives/delete", test_delete);
  ALTERNATIVES_TEST ("/alternatives/find-items", test_find_items);
  ALTERNATIVES_TEST ("/alternatives/a-duplicate-has-none", test_duplicate_has_none);
  return g_test_run ();
}
