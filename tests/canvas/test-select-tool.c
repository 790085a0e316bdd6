/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-board-fixture.h"

#include "canvas/tools/atl-select-tool.h"

static const char *const LETTERS[] = { "a", "b", "c", "d", NULL };
static const char *const DIGITS[] = { "1", "2", NULL };

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *flow, *free;
  AtlBoardView   *view;
  AtlSelectTool  *tool;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  f->flow = atl_board_fixture_add_area (&f->board, "Flow", ATL_LAYOUT_FLOW, LETTERS);
  f->free = atl_board_fixture_add_area (&f->board, "Free", ATL_LAYOUT_FREE, DIGITS);
  atl_board_fixture_start_history (&f->board);
  f->view = atl_board_view_new (f->board.session, f->board.history, f->board.board);
  f->tool = atl_select_tool_new (f->view);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->tool);
  g_assert_finalize_object (f->view);
  atl_board_fixture_tear_down (&f->board);
}

static AtlNote *
note (Fixture    *f,
      const char *text)
{
  return atl_board_fixture_find (&f->board, text);
}

static AtlPoint
at (Fixture    *f,
    const char *text,
    double      part_x)
{
  AtlBox *box = atl_board_view_find_box (f->view, note (f, text));

  g_assert_nonnull (box);
  return (AtlPoint){ box->rect.x + box->rect.width * part_x, box->rect.y + box->rect.height * 0.5 };
}

static void
feed (Fixture         *f,
      AtlToolEventKind kind,
      AtlPoint         point,
      AtlToolModifiers modifiers)
{
  AtlToolEvent event = { .kind = kind, .point = point, .modifiers = modifiers, .slop = 5 };

  atl_select_tool_feed (f->tool, &event);
}

static void
click (Fixture         *f,
       AtlPoint         point,
       AtlToolModifiers modifiers)
{
  feed (f, ATL_TOOL_PRESS, point, modifiers);
  feed (f, ATL_TOOL_RELEASE, point, modifiers);
}

static void
pull (Fixture         *f,
      AtlPoint         from,
      AtlPoint         to,
      AtlToolModifiers modifiers)
{
  feed (f, ATL_TOOL_PRESS, from, modifiers);
  feed (f, ATL_TOOL_MOTION, (AtlPoint){ from.x + 20, from.y + 20 }, modifiers);
  feed (f, ATL_TOOL_MOTION, to, modifiers);
}

static void
drag (Fixture         *f,
      AtlPoint         from,
      AtlPoint         to,
      AtlToolModifiers modifiers)
{
  pull (f, from, to, modifiers);
  feed (f, ATL_TOOL_RELEASE, to, modifiers);
}

static char *
dup_selected (Fixture *f)
{
  g_autoptr (GPtrArray) notes = atl_board_view_dup_selected (f->view, FALSE);
  GString              *all = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append (all, atl_note_get_text (notes->pdata[i]));
  return g_string_free (all, FALSE);
}

#define assert_selected(f, expected)          \
  G_STMT_START                                \
  {                                           \
    g_autofree char *got_ = dup_selected (f); \
    g_assert_cmpstr (got_, ==, expected);     \
  }                                           \
  G_STMT_END

#define assert_order(f, area, expected)                                      \
  G_STMT_START                                                               \
  {                                                                          \
    g_autofree char *got_ = atl_board_fixture_dup_order (&(f)->board, area); \
    g_assert_cmpstr (got_, ==, expected);                                    \
  }                                                                          \
  G_STMT_END

static void
test_click_selects (Fixture      *f,
                    gconstpointer data)
{
  click (f, at (f, "b", 0.5), 0);
  assert_selected (f, "b");
  click (f, at (f, "c", 0.5), 0);
  assert_selected (f, "c");
  click (f, at (f, "a", 0.5), ATL_TOOL_SHIFT);
  assert_selected (f, "ac");
  click (f, at (f, "c", 0.5), ATL_TOOL_CONTROL);
  assert_selected (f, "a");
  click (f, (AtlPoint){ 700, 900 }, 0);
  assert_selected (f, "");
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_click_sets_area (Fixture      *f,
                      gconstpointer data)
{
  click (f, (AtlPoint){ 1500, 900 }, 0);
  g_assert_true (atl_board_view_get_area (f->view) == f->free);
  click (f, at (f, "b", 0.5), 0);
  g_assert_true (atl_board_view_get_area (f->view) == f->flow);
}

static void
test_band_selects (Fixture      *f,
                   gconstpointer data)
{
  AtlPoint corner = { 870, 960 };

  pull (f, corner, (AtlPoint){ 1590, 300 }, 0);
  g_assert_cmpint (atl_select_tool_get_state (f->tool), ==, ATL_SELECT_BAND);
  assert_selected (f, "12");
  feed (f, ATL_TOOL_MOTION, (AtlPoint){ 1030, 300 }, 0);
  assert_selected (f, "1");
  feed (f, ATL_TOOL_RELEASE, (AtlPoint){ 1030, 300 }, 0);

  g_assert_cmpint (atl_select_tool_get_state (f->tool), ==, ATL_SELECT_IDLE);
  assert_selected (f, "1");
}

static void
test_small_tremble_is_no_drag (Fixture      *f,
                               gconstpointer data)
{
  AtlPoint from = at (f, "1", 0.5);

  feed (f, ATL_TOOL_PRESS, from, 0);
  feed (f, ATL_TOOL_MOTION, (AtlPoint){ from.x + 3, from.y }, 0);

  g_assert_cmpint (atl_select_tool_get_state (f->tool), ==, ATL_SELECT_PRESSED_NOTE);
}

static void
test_drag_in_free_area (Fixture      *f,
                        gconstpointer data)
{
  AtlPoint from = at (f, "1", 0.5);

  pull (f, from, (AtlPoint){ from.x + 40, from.y + 300 }, 0);
  g_assert_cmpint (atl_note_get_y (note (f, "1")), ==, 400);
  feed (f, ATL_TOOL_RELEASE, (AtlPoint){ from.x + 40, from.y + 300 }, 0);

  g_assert_cmpint (atl_note_get_x (note (f, "1")), ==, 190);
  g_assert_cmpint (atl_note_get_y (note (f, "1")), ==, 700);
  g_assert_true (atl_history_undo (f->board.history));
  g_assert_cmpint (atl_note_get_x (note (f, "1")), ==, 150);
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_cancel_puts_back (Fixture      *f,
                       gconstpointer data)
{
  AtlPoint from = at (f, "1", 0.5);

  pull (f, from, (AtlPoint){ from.x + 40, from.y + 300 }, 0);
  feed (f, ATL_TOOL_CANCEL, from, 0);

  g_assert_cmpint (atl_note_get_x (note (f, "1")), ==, 150);
  g_assert_false (atl_history_get_can_undo (f->board.history));
  g_assert_null (atl_select_tool_get_load (f->tool));
}

static void
test_magnetic_order (Fixture      *f,
                     gconstpointer data)
{
  const struct
  {
    const char *dragged, *target;
    double      part; /* of the target's width */
    const char *order;
  } cases[] = {
    { "c", "a", 0.05, "c a b d" },
    { "a", "c", 0.95, "b c a d" },
    { "d", "b", 0.05, "a d b c" },
    { "b", "b", 0.4, "a b c d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      drag (f, at (f, cases[i].dragged, 0.5), at (f, cases[i].target, cases[i].part), 0);
      assert_order (f, f->flow, cases[i].order);
      atl_history_undo (f->board.history);
      assert_order (f, f->flow, "a b c d");
    }
}

static void
test_drop_where_it_was (Fixture      *f,
                        gconstpointer data)
{
  AtlPoint from = at (f, "b", 0.5);

  drag (f, from, (AtlPoint){ from.x + 10, from.y + 5 }, 0);

  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_marker_shows_the_slot (Fixture      *f,
                            gconstpointer data)
{
  pull (f, at (f, "d", 0.5), at (f, "b", 0.05), 0);

  g_assert_true (atl_select_tool_get_drop (f->tool)->before == note (f, "b"));
  g_assert_false (atl_rect_is_empty (atl_select_tool_get_drop (f->tool)->marker));
  g_assert_null (atl_select_tool_get_drop (f->tool)->onto);
}

static void
test_drop_stacks (Fixture      *f,
                  gconstpointer data)
{
  pull (f, at (f, "a", 0.5), at (f, "c", 0.5), 0);
  g_assert_true (atl_select_tool_get_drop (f->tool)->onto->item == ATL_ITEM (note (f, "c")));
  feed (f, ATL_TOOL_RELEASE, at (f, "c", 0.5), 0);

  assert_order (f, f->flow, "b c+1 d");
  assert_selected (f, "c");
  atl_history_undo (f->board.history);
  assert_order (f, f->flow, "a b c d");
}

static void
test_overlap_stacks_in_free_area (Fixture      *f,
                                  gconstpointer data)
{
  AtlPoint from = at (f, "1", 0.5);
  const struct
  {
    double      dx; /* the notes stand 250 apart, 180 wide */
    const char *order;
  } cases[] = { { 80, "1 2" }, { 120, "2+1" }, { 180, "2+1" }, { 250, "2+1" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *order = NULL;

      drag (f, from, (AtlPoint){ from.x + cases[i].dx, from.y }, 0);
      order = atl_board_fixture_dup_order (&f->board, f->free);
      g_assert_true (g_str_equal (order, cases[i].order) || (i == 0 && g_str_equal (order, "2 1")));
      atl_history_undo (f->board.history);
    }
}

static void
test_drag_to_other_area (Fixture      *f,
                         gconstpointer data)
{
  drag (f, at (f, "b", 0.5), (AtlPoint){ 1200, 700 }, 0);
  assert_order (f, f->flow, "a c d");
  g_assert_cmpint (atl_note_get_x (note (f, "b")), ==, 400);
  g_assert_cmpint (atl_note_get_y (note (f, "b")), ==, 700);

  drag (f, at (f, "1", 0.5), at (f, "a", 0.05), 0);
  assert_order (f, f->flow, "1 a c d");
  g_assert_cmpint (atl_note_get_x (note (f, "1")), ==, ATL_PLACE_NONE);
}

static void
test_drag_many (Fixture      *f,
                gconstpointer data)
{
  click (f, at (f, "d", 0.5), 0);
  click (f, at (f, "b", 0.5), ATL_TOOL_SHIFT);
  drag (f, at (f, "d", 0.5), at (f, "a", 0.05), 0);

  assert_order (f, f->flow, "b d a c");
  assert_selected (f, "bd");
  atl_history_undo (f->board.history);
  assert_order (f, f->flow, "a b c d");
}

static void
test_control_drag_copies (Fixture      *f,
                          gconstpointer data)
{
  drag (f, at (f, "b", 0.5), at (f, "a", 0.05), ATL_TOOL_CONTROL);

  assert_order (f, f->flow, "b a b c d");
  atl_history_undo (f->board.history);
  assert_order (f, f->flow, "a b c d");
}

static void
open_stack (Fixture *f)
{
  drag (f, at (f, "a", 0.5), at (f, "c", 0.5), 0);
  atl_scene_set_stack_open (atl_board_view_get_scene (f->view), note (f, "c"), TRUE);
  atl_scene_update (atl_board_view_get_scene (f->view));
}

static void
test_drag_out_of_stack (Fixture      *f,
                        gconstpointer data)
{
  open_stack (f);
  drag (f, at (f, "a", 0.5), (AtlPoint){ 1200, 800 }, 0);

  assert_order (f, f->flow, "b c d");
  g_assert_null (atl_note_find_lead (note (f, "a")));
  g_assert_cmpint (atl_note_get_y (note (f, "a")), ==, 800);
  atl_history_undo (f->board.history);
  assert_order (f, f->flow, "b c+1 d");
}

static void
test_drag_lead_out_of_stack (Fixture      *f,
                             gconstpointer data)
{
  open_stack (f);
  drag (f, at (f, "c", 0.5), (AtlPoint){ 1200, 800 }, 0);

  assert_order (f, f->flow, "b a d");
  g_assert_null (atl_note_find_lead (note (f, "a")));
}

static void
test_frame_drags_whole_stack (Fixture      *f,
                              gconstpointer data)
{
  AtlBox  *frame;
  AtlPoint edge;

  open_stack (f);
  frame = atl_board_view_find_box (f->view, note (f, "c"))->stack;
  edge = (AtlPoint){ frame->rect.x + 2, frame->rect.y + 2 };
  drag (f, edge, (AtlPoint){ 1300, 800 }, 0);

  assert_order (f, f->flow, "b d");
  g_assert_true (atl_note_find_lead (note (f, "a")) == note (f, "c"));
}

static void
test_note_deleted_while_dragged (Fixture      *f,
                                 gconstpointer data)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  AtlPoint              from = at (f, "1", 0.5);

  pull (f, from, (AtlPoint){ from.x, from.y + 200 }, 0);
  g_ptr_array_add (gone, note (f, "1"));
  atl_notes_delete (gone);
  atl_scene_update (atl_board_view_get_scene (f->view));
  feed (f, ATL_TOOL_MOTION, from, 0);
  feed (f, ATL_TOOL_RELEASE, from, 0);

  g_assert_cmpint (atl_select_tool_get_state (f->tool), ==, ATL_SELECT_IDLE);
  assert_order (f, f->free, "2");
}

static void
test_band_adds_and_toggles (Fixture      *f,
                            gconstpointer data)
{
  AtlPoint corner = { 870, 960 }, end = { 1590, 300 };

  click (f, at (f, "1", 0.5), 0);
  drag (f, corner, end, ATL_TOOL_SHIFT);
  assert_selected (f, "12");
  click (f, at (f, "1", 0.5), 0);
  drag (f, corner, end, ATL_TOOL_CONTROL);

  assert_selected (f, "2");
}

static void
test_canceled_band_selects_nothing (Fixture      *f,
                                    gconstpointer data)
{
  click (f, at (f, "a", 0.5), 0);
  pull (f, (AtlPoint){ 870, 960 }, (AtlPoint){ 1590, 300 }, 0);
  assert_selected (f, "12");
  feed (f, ATL_TOOL_CANCEL, (AtlPoint){ 1590, 300 }, 0);

  assert_selected (f, "a");
}

/* Control counts when the notes are let go. */
static void
test_control_at_the_end_copies (Fixture      *f,
                                gconstpointer data)
{
  pull (f, at (f, "b", 0.5), at (f, "a", 0.05), 0);
  feed (f, ATL_TOOL_RELEASE, at (f, "a", 0.05), ATL_TOOL_CONTROL);
  assert_order (f, f->flow, "b a b c d");
  atl_history_undo (f->board.history);
  pull (f, at (f, "b", 0.5), at (f, "a", 0.05), ATL_TOOL_CONTROL);
  feed (f, ATL_TOOL_RELEASE, at (f, "a", 0.05), 0);

  assert_order (f, f->flow, "b a c d");
}

static void
refused_cb (AtlBoardView *view,
            AtlArea      *area,
            guint        *count)
{
  (*count)++;
}

static void
test_locked_notes_stay (Fixture      *f,
                        gconstpointer data)
{
  guint refused = 0;

  g_signal_connect (f->view, "refused", G_CALLBACK (refused_cb), &refused);
  atl_area_set_locked (f->flow, TRUE);
  atl_history_break (f->board.history);
  drag (f, at (f, "b", 0.5), (AtlPoint){ 1200, 700 }, 0);
  g_assert_cmpuint (refused, ==, 1);
  drag (f, at (f, "1", 0.5), at (f, "a", 0.5), 0);
  g_assert_cmpuint (refused, ==, 2);
  assert_order (f, f->flow, "a b c d");
  assert_order (f, f->free, "1 2");
  drag (f, at (f, "b", 0.5), (AtlPoint){ 1200, 700 }, ATL_TOOL_CONTROL);

  assert_order (f, f->flow, "a b c d");
  assert_order (f, f->free, "1 2 b");
}

/* From rows of small notes into places of their own: as far from each other as before, for their size. */
static void
test_many_keep_their_distance (Fixture      *f,
                               gconstpointer data)
{
  const char *const more[] = { "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q",
                               "r", "s", "t", "u", "v", "w", "x", "y", "z", "A", "B", NULL };
  AtlBox           *box;

  g_ptr_array_unref (atl_area_add_notes (f->flow, more));
  atl_scene_update (atl_board_view_get_scene (f->view));
  box = atl_board_view_find_box (f->view, note (f, "a"));
  g_assert_cmpfloat (box->scale, <, 0.9);
  click (f, at (f, "a", 0.5), 0);
  click (f, at (f, "b", 0.5), ATL_TOOL_SHIFT);
  drag (f, at (f, "a", 0.5), (AtlPoint){ 1100, 750 }, 0);

  g_assert_true (atl_note_find_area (note (f, "b")) == f->free);
  g_assert_cmpint (atl_note_get_x (note (f, "b")) - atl_note_get_x (note (f, "a")), >=, 190);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/select-tool/click/selects", test_click_selects);
  add ("/select-tool/click/sets-the-area", test_click_sets_area);
  add ("/select-tool/band/selects", test_band_selects);
  add ("/select-tool/band/adds-with-shift-and-toggles-with-control", test_band_adds_and_toggles);
  add ("/select-tool/band/canceled-leaves-what-was-selected", test_canceled_band_selects_nothing);
  add ("/select-tool/drag/control-counts-at-the-end", test_control_at_the_end_copies);
  add ("/select-tool/drag/locked-areas-keep-and-take-nothing", test_locked_notes_stay);
  add ("/select-tool/drag/many-keep-their-distance", test_many_keep_their_distance);
  add ("/select-tool/drag/not-for-a-tremble", test_small_tremble_is_no_drag);
  add ("/select-tool/drag/moves-in-a-free-area", test_drag_in_free_area);
  add ("/select-tool/drag/canceled-changes-nothing", test_cancel_puts_back);
  add ("/select-tool/drag/orders-in-a-flow-area", test_magnetic_order);
  add ("/select-tool/drag/back-leaves-no-trace", test_drop_where_it_was);
  add ("/select-tool/drag/shows-the-slot", test_marker_shows_the_slot);
  add ("/select-tool/drag/to-another-area", test_drag_to_other_area);
  add ("/select-tool/drag/takes-all-selected", test_drag_many);
  add ("/select-tool/drag/copies-with-control", test_control_drag_copies);
  add ("/select-tool/drag/survives-a-deletion", test_note_deleted_while_dragged);
  add ("/select-tool/stack/by-dropping", test_drop_stacks);
  add ("/select-tool/stack/by-overlap-in-a-free-area", test_overlap_stacks_in_free_area);
  add ("/select-tool/stack/a-card-leaves", test_drag_out_of_stack);
  add ("/select-tool/stack/its-lead-leaves", test_drag_lead_out_of_stack);
  add ("/select-tool/stack/its-frame-drags-it", test_frame_drags_whole_stack);
  return g_test_run ();
}
