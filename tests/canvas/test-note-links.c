/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "canvas/links/atl-canvas-links.h"
#include "canvas/links/atl-link-commands.h"
#include "canvas/links/atl-link-finder.h"
#include "canvas/links/atl-link-strip.h"
#include "canvas/notes/atl-note-label.h"
#include "model/atl-links.h"
#include "model/atl-note-links.h"
#include "scene/atl-scene-links.h"
#include "scene/atl-scene-map.h"

static const char *const CAUSES[] = { "Too late", "Too expensive", "Nobody asked the users", NULL };
static const char *const IDEAS[] = { "Ask them every week", "A smaller budget", NULL };

/* A board with causes, another one with ideas, and a window that shows the first. */
typedef struct
{
  AtlBoardFixture board;
  AtlBoard       *other;
  GPtrArray      *ideas;
  GtkWidget      *window;
  AtlCanvas      *canvas;
  char           *went_to;
} Fixture;

static void
go_to_note (GSimpleAction *action,
            GVariant      *parameter,
            Fixture       *f)
{
  g_free (f->went_to);
  f->went_to = g_variant_dup_string (parameter, NULL);
}

static void
add_window_action (Fixture *f)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const GActionEntry             entry = { "go-to-note", (gpointer) go_to_note, "s" };

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

static void
add_ideas (Fixture *f)
{
  g_autoptr (AtlBoard) board = atl_board_new ("ideas");
  g_autoptr (AtlArea)  area = atl_area_new (NULL);

  atl_board_set_title (board, "Ideas");
  atl_list_insert (atl_session_get_boards (f->board.session), ATL_ITEM (board));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  f->other = board;
  f->ideas = atl_area_add_notes (area, IDEAS);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  atl_board_fixture_add_area (&f->board, "Causes", ATL_LAYOUT_FLOW, CAUSES);
  add_ideas (f);
  f->window = gtk_window_new ();
  add_window_action (f);
  f->canvas = ATL_CANVAS (atl_canvas_new ());
  canvas_fixture_open (&f->board, f->window, f->canvas);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_ptr_array_unref (f->ideas);
  canvas_fixture_close (&f->board, f->window);
  g_free (f->went_to);
}

static AtlNote *
note (Fixture    *f,
      const char *text)
{
  return atl_board_fixture_find (&f->board, text);
}

static void
select_one (Fixture    *f,
            const char *text)
{
  atl_selection_set_one (atl_board_view_get_selection (f->canvas->view), note (f, text));
  atl_selection_set_cursor (atl_board_view_get_selection (f->canvas->view), note (f, text));
  canvas_run ();
}

static AtlLinkStrip *
get_strip (Fixture *f)
{
  return (AtlLinkStrip *) atl_canvas_links_get_strip (f->canvas->links);
}

/* Letters of the other end, Enter, the letter of a kind, Enter; then the strip is closed. */
static void
type_link (Fixture    *f,
           const char *from,
           const char *words,
           guint       kind)
{
  select_one (f, from);
  canvas_act (f->canvas, "canvas.link");
  g_assert_nonnull (get_strip (f));
  atl_link_draft_set_words (atl_link_strip_get_draft (get_strip (f)), words);
  atl_link_strip_take_key (get_strip (f), GDK_KEY_Return, 0, 0);
  if (kind != 0)
    atl_link_strip_take_key (get_strip (f), kind, 0, 0);
  atl_link_strip_take_key (get_strip (f), GDK_KEY_Return, 0, 0);
  atl_canvas_links_close_strip (f->canvas->links);
  canvas_run ();
}

static AtlLink *
get_link (AtlBoard *board,
          guint     index)
{
  return atl_list_get (atl_board_get_links (board), index);
}

static void
assert_link (AtlLink    *link,
             gpointer    from,
             gpointer    to,
             AtlLinkKind kind)
{
  g_assert_nonnull (link);
  g_assert_cmpstr (atl_link_get_from (link), ==, atl_item_get_id (from));
  g_assert_cmpstr (atl_link_get_to (link), ==, atl_item_get_id (to));
  g_assert_cmpint (atl_link_get_kind (link), ==, kind);
}

static void
test_typed (Fixture      *f,
            gconstpointer data)
{
  type_link (f, "Too late", "nobody", GDK_KEY_d);

  assert_link (get_link (f->board.board, 0), note (f, "Too late"), note (f, "Nobody asked the users"),
               ATL_LINK_KIND_DRIVES);
  atl_history_undo (f->board.history);
  g_assert_null (get_link (f->board.board, 0));
}

static void
test_typed_far (Fixture      *f,
                gconstpointer data)
{
  type_link (f, "Nobody asked the users", "every week", 0);

  assert_link (get_link (f->board.board, 0), note (f, "Nobody asked the users"), f->ideas->pdata[0],
               ATL_LINK_KIND_RELATES);
  g_assert_null (get_link (f->other, 0));
}

static void
test_far_by_board (Fixture      *f,
                   gconstpointer data)
{
  AtlLinkDraft *draft;

  select_one (f, "Too late");
  canvas_act (f->canvas, "canvas.link");
  draft = atl_link_strip_get_draft (get_strip (f));
  g_assert_cmpuint (atl_link_draft_get_candidates (draft)->len, ==, 2); /* none of other boards unasked */
  atl_link_draft_set_words (draft, "ideas budget");

  g_assert_cmpuint (atl_link_draft_get_candidates (draft)->len, ==, 1);
  g_assert_true (atl_link_draft_get_candidates (draft)->pdata[0] == f->ideas->pdata[1]);
  atl_canvas_links_close_strip (f->canvas->links);
}

/* A link that comes from the other board lives there. */
static void
test_reversed_far (Fixture      *f,
                   gconstpointer data)
{
  type_link (f, "Too late", "every week", GDK_KEY_d);
  atl_board_view_set_link (f->canvas->view, get_link (f->board.board, 0));
  canvas_act (f->canvas, "canvas.reverse-link");

  g_assert_null (get_link (f->board.board, 0));
  assert_link (get_link (f->other, 0), f->ideas->pdata[0], note (f, "Too late"), ATL_LINK_KIND_DRIVES);
  atl_history_undo (f->board.history);
  assert_link (get_link (f->board.board, 0), note (f, "Too late"), f->ideas->pdata[0], ATL_LINK_KIND_DRIVES);
}

static void
test_said_by_other_board (Fixture      *f,
                          gconstpointer data)
{
  atl_links_state (f->other, f->ideas->pdata[0], note (f, "Too late"), ATL_LINK_KIND_RELATES,
                   ATL_DECLARED_BY_BOTH, 3);

  type_link (f, "Too late", "every week", GDK_KEY_t);

  g_assert_null (get_link (f->board.board, 0)); /* the two are related already */
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (f->other)), ==, 1);
}

static void
test_pulled (Fixture      *f,
             gconstpointer data)
{
  AtlLinkTool          *tool = atl_canvas_links_get_tool (f->canvas->links);
  AtlBox               *to;
  g_autoptr (GPtrArray) handles = NULL;
  AtlToolEvent          event = { .slop = 4 };

  select_one (f, "Too late");
  handles = atl_link_tool_dup_handles (tool);
  to = atl_board_view_find_box (f->canvas->view, note (f, "Too expensive"));
  g_assert_cmpuint (handles->len, ==, 1);
  event.kind = ATL_TOOL_PRESS;
  event.point = atl_rect_center (atl_link_tool_get_handle (tool, handles->pdata[0]));
  atl_link_tool_feed (tool, &event);
  event.kind = ATL_TOOL_MOTION;
  event.point = atl_rect_center (to->rect);
  atl_link_tool_feed (tool, &event);
  g_assert_true (atl_link_tool_get_target (tool) == to);
  event.kind = ATL_TOOL_RELEASE;
  atl_link_tool_feed (tool, &event);

  assert_link (get_link (f->board.board, 0), note (f, "Too late"), note (f, "Too expensive"),
               ATL_LINK_KIND_RELATES);
}

static void
test_no_handle_unselected (Fixture      *f,
                           gconstpointer data)
{
  AtlLinkTool          *tool = atl_canvas_links_get_tool (f->canvas->links);
  AtlBox               *box = atl_board_view_find_box (f->canvas->view, note (f, "Too late"));
  AtlPoint              middle = atl_rect_center (box->rect);
  g_autoptr (GPtrArray) handles = NULL;

  atl_link_tool_hover (tool, &middle);
  handles = atl_link_tool_dup_handles (tool);

  g_assert_cmpuint (handles->len, ==, 0);
}

static void
test_steps_and_follows (Fixture      *f,
                        gconstpointer data)
{
  type_link (f, "Too late", "nobody", 0);
  type_link (f, "Too late", "every week", 0);
  select_one (f, "Too late");

  canvas_act (f->canvas, "canvas.next-link");
  g_assert_true (atl_board_view_get_link (f->canvas->view) != NULL);
  canvas_act (f->canvas, "canvas.next-link");
  canvas_act (f->canvas, "canvas.edit");

  g_assert_cmpstr (f->went_to, ==, atl_item_get_id (f->ideas->pdata[0]));
}

static void
test_selected_link_goes (Fixture      *f,
                         gconstpointer data)
{
  type_link (f, "Too late", "every week", 0);
  select_one (f, "Too late");
  canvas_act (f->canvas, "canvas.next-link");
  g_assert_nonnull (atl_board_view_get_link (f->canvas->view));

  atl_history_undo (f->board.history);
  canvas_run ();

  g_assert_null (atl_board_view_get_link (f->canvas->view));
  canvas_act (f->canvas, "canvas.edit");
  g_assert_null (f->went_to);
}

static char *
dup_label (Fixture    *f,
           const char *text)
{
  AtlBox *box = atl_board_view_find_box (f->canvas->view, note (f, text));

  return atl_note_label_dup (f->canvas->view, box, 1, 3);
}

static void
test_counted (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *before = dup_label (f, "Too late");
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  guint            elsewhere = 0;

  type_link (f, "Too late", "nobody", 0);
  one = dup_label (f, "Too late");
  atl_links_state (f->other, f->ideas->pdata[0], note (f, "Too late"), ATL_LINK_KIND_DRIVES,
                   ATL_DECLARED_BY_BOTH, 3);
  canvas_run ();
  two = dup_label (f, "Too late");

  g_assert_null (strstr (before, "Linked"));
  g_assert_nonnull (strstr (one, "Linked to 1 note."));
  g_assert_nonnull (strstr (two, "Linked to 2 notes."));
  atl_scene_count_links (atl_canvas_get_scene (f->canvas), note (f, "Too late"), &elsewhere);
  g_assert_cmpuint (elsewhere, ==, 1);
}

static void
test_fades_others (Fixture      *f,
                   gconstpointer data)
{
  GHashTable *lit;

  type_link (f, "Too late", "nobody", 0);
  select_one (f, "Too late");
  lit = f->canvas->light.lit[ATL_LIT_LINKS];
  g_assert_true (g_hash_table_contains (lit, note (f, "Nobody asked the users")));
  g_assert_true (g_hash_table_contains (lit, get_link (f->board.board, 0)));
  g_assert_false (g_hash_table_contains (lit, note (f, "Too expensive")));

  canvas_act (f->canvas, "canvas.link");
  g_assert_null (f->canvas->light.lit[ATL_LIT_LINKS]); /* any note may be meant now */
  atl_canvas_links_close_strip (f->canvas->links);
  g_assert_nonnull (f->canvas->light.lit[ATL_LIT_LINKS]);
  select_one (f, "Too expensive");

  g_assert_null (f->canvas->light.lit[ATL_LIT_LINKS]);
}

/* Ten thousand notes: the strip opens, and finds with each key, well within what a typist notices. */
static void
test_many (Fixture      *f,
           gconstpointer data)
{
  g_auto (GStrv) texts = g_new0 (char *, 10001);
  AtlArea       *area = atl_list_get (atl_board_get_areas (f->other), 0);
  AtlLinkDraft  *draft;

  for (guint i = 0; i < 10000; i++)
    texts[i] = g_strdup_printf ("Élan number %u of the other board, with more words than one reads", i);
  g_ptr_array_unref (atl_area_add_notes (area, (const char *const *) texts));
  select_one (f, "Too late");

  g_test_timer_start ();
  canvas_act (f->canvas, "canvas.link");
  g_test_message ("strip over 10 000 notes: %.1f ms", g_test_timer_elapsed () * 1000);
  draft = atl_link_strip_get_draft (get_strip (f));
  g_test_timer_start ();
  atl_link_draft_set_words (draft, "elan 999");
  g_test_message ("the first key: %.1f ms", g_test_timer_elapsed () * 1000);
  g_test_timer_start ();
  atl_link_draft_set_words (draft, "elan 9999");
  g_test_message ("the next: %.1f ms", g_test_timer_elapsed () * 1000);

  g_assert_cmpfloat (g_test_timer_elapsed (), <, 0.2);
  g_assert_cmpstr (atl_note_get_text (atl_link_draft_get_candidates (draft)->pdata[0]), ==, texts[9999]);
  atl_canvas_links_close_strip (f->canvas->links);
}

static void
set_key (AtlArea    *area,
         const char *key)
{
  g_autoptr (GVariant) options = g_variant_ref_sink (g_variant_new_parsed ("{'key': <%s>}", key));

  atl_area_set_options (area, options);
}

/* Where the template says which areas are linked, only their notes are found. */
static void
test_rules (Fixture      *f,
            gconstpointer data)
{
  static const char *const TEXTS[] = { "first", NULL };
  AtlArea                 *who = atl_board_fixture_add_area (&f->board, "Who", ATL_LAYOUT_FLOW, TEXTS);
  AtlArea                 *what = atl_board_fixture_add_area (&f->board, "What", ATL_LAYOUT_FLOW, TEXTS);
  AtlNote                 *cause = atl_list_get (atl_board_get_notes (f->board.board), 0);
  AtlLinkFinder           *finder = NULL;
  g_autoptr (GVariant)     options = NULL;
  g_autoptr (GPtrArray)    all = NULL;
  g_autoptr (GPtrArray)    found = NULL;

  canvas_run ();
  finder = atl_link_finder_new (f->canvas->view, FALSE);
  all = atl_link_finder_dup_matches (finder, "first", cause, 10);
  g_assert_cmpuint (all->len, ==, 2);
  options = g_variant_ref_sink (g_variant_new_parsed ("{'linksBetweenAreas': <[<[<'why'>, <'who'>]>]>}"));
  atl_board_set_options (f->board.board, options);
  set_key (atl_note_find_area (cause), "why");
  set_key (who, "who");
  set_key (what, "what");
  found = atl_link_finder_dup_matches (finder, "first", cause, 10);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (atl_note_find_area (found->pdata[0]) == who);
  atl_link_finder_free (finder);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  TEST ("/note-links/rules-of-the-template", test_rules);
  TEST ("/note-links/strip/links-notes-of-any-board", test_typed);
  TEST ("/note-links/strip/finds-notes-of-other-boards", test_typed_far);
  TEST ("/note-links/strip/finds-them-by-their-board", test_far_by_board);
  TEST ("/note-links/strip/knows-what-the-other-board-says", test_said_by_other_board);
  TEST ("/note-links/reverse/moves-the-link-home", test_reversed_far);
  TEST ("/note-links/handle/pulls-a-line-to-a-note", test_pulled);
  TEST ("/note-links/handle/is-on-selected-notes-only", test_no_handle_unselected);
  TEST ("/note-links/step/goes-on-to-other-boards", test_steps_and_follows);
  TEST ("/note-links/step/forgets-a-link-that-goes", test_selected_link_goes);
  TEST ("/note-links/label/counts-links-of-all-boards", test_counted);
  TEST ("/note-links/strip/finds-among-ten-thousand", test_many);
  TEST ("/note-links/light/fades-what-is-not-linked", test_fades_others);
  return g_test_run ();
}
