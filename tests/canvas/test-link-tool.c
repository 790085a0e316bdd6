/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include "canvas/links/atl-link-tool.h"
#include "model/atl-edits.h"

typedef struct
{
  AtlBoardFixture board;
  AtlBoardView   *view;
  AtlLinkTool    *tool;
  guint           linked;
  AtlNote        *tapped;
} Fixture;

static void
linked_cb (AtlLinkTool *tool,
           AtlLink     *link,
           Fixture     *f)
{
  f->linked++;
}

static void
tapped_cb (AtlLinkTool *tool,
           AtlNote     *node,
           Fixture     *f)
{
  f->tapped = node;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  map_fixture_add (&f->board);
  f->view = atl_board_view_new (f->board.session, f->board.history, f->board.board);
  f->tool = atl_link_tool_new (f->view);
  g_signal_connect (f->tool, "linked", G_CALLBACK (linked_cb), f);
  g_signal_connect (f->tool, "tapped", G_CALLBACK (tapped_cb), f);
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
middle (Fixture    *f,
        const char *text)
{
  return atl_rect_center (atl_board_view_find_box (f->view, note (f, text))->rect);
}

static AtlPoint
handle (Fixture    *f,
        const char *text)
{
  return atl_rect_center (
    atl_link_tool_get_handle (f->tool, atl_board_view_find_box (f->view, note (f, text))));
}

static void
feed (Fixture         *f,
      AtlToolEventKind kind,
      AtlPoint         point)
{
  AtlToolEvent event = { .kind = kind, .point = point, .slop = 5 };

  atl_link_tool_feed (f->tool, &event);
}

static void
hover (Fixture    *f,
       const char *text)
{
  AtlPoint point = middle (f, text);

  atl_link_tool_hover (f->tool, &point);
}

static void
pull (Fixture    *f,
      const char *from,
      AtlPoint    to)
{
  hover (f, from);
  feed (f, ATL_TOOL_PRESS, handle (f, from));
  feed (f, ATL_TOOL_MOTION, (AtlPoint){ to.x - 200, to.y });
  feed (f, ATL_TOOL_MOTION, to);
}

static void
test_hover_shows_handle (Fixture      *f,
                         gconstpointer data)
{
  AtlPoint far = { 700, 900 };
  AtlPoint at = handle (f, "Ana");

  g_assert_false (atl_link_tool_takes (f->tool, at));
  hover (f, "Ana");
  g_assert_true (atl_link_tool_takes (f->tool, at));
  g_assert_false (atl_link_tool_takes (f->tool, middle (f, "Ana")));
  atl_link_tool_hover (f->tool, &at);
  g_assert_true (atl_link_tool_takes (f->tool, at));
  atl_link_tool_hover (f->tool, &far);
  g_assert_false (atl_link_tool_takes (f->tool, at));
}

static void
test_selected_shows_handle (Fixture      *f,
                            gconstpointer data)
{
  atl_selection_set_one (atl_board_view_get_selection (f->view), note (f, "Bob"));
  g_assert_true (atl_link_tool_takes (f->tool, handle (f, "Bob")));
  atl_selection_toggle (atl_board_view_get_selection (f->view), note (f, "Ana"));
  g_assert_false (atl_link_tool_takes (f->tool, handle (f, "Bob")));
}

static void
test_handle_finds_free_side (Fixture      *f,
                             gconstpointer data)
{
  AtlBox  *box = atl_board_view_find_box (f->view, note (f, "Ana"));
  AtlPoint beside = handle (f, "Ana");

  g_assert_cmpfloat (beside.x, >, box->rect.x + box->rect.width);
  atl_note_set_x (note (f, "Bob"), atl_note_get_x (note (f, "Ana")) + (int) box->rect.width + 20);
  atl_scene_update (atl_board_view_get_scene (f->view));
  box = atl_board_view_find_box (f->view, note (f, "Ana"));
  beside = handle (f, "Ana");

  g_assert_cmpfloat (beside.y, >, box->rect.y + box->rect.height);
}

static void
test_pull_draws_link (Fixture      *f,
                      gconstpointer data)
{
  AtlPoint from, to;

  pull (f, "Ana", middle (f, "Boris Team"));
  g_assert_cmpint (atl_link_tool_get_state (f->tool), ==, ATL_LINKING_PULL);
  g_assert_true (atl_link_tool_get_target (f->tool)->item == ATL_ITEM (note (f, "Boris Team")));
  g_assert_true (atl_link_tool_get_line (f->tool, &from, &to));
  assert_links (&f->board, "");
  feed (f, ATL_TOOL_RELEASE, middle (f, "Boris Team"));

  assert_links (&f->board, "Ana>Boris Team handoff 3");
  g_assert_cmpuint (f->linked, ==, 1);
  g_assert_true (atl_board_view_get_link (f->view) == map_fixture_get_link (&f->board, 0));
  g_assert_true (atl_history_undo (f->board.history));
  assert_links (&f->board, "");
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_pen_stays (Fixture      *f,
                gconstpointer data)
{
  *atl_board_view_get_pen (f->view) = (AtlLinkPen){ ATL_LINK_KIND_MISSING, 5 };
  pull (f, "Ana", middle (f, "Bob"));
  feed (f, ATL_TOOL_RELEASE, middle (f, "Bob"));
  *atl_board_view_get_pen (f->view) = (AtlLinkPen){ ATL_LINK_KIND_DRIVES, 2 };
  pull (f, "Ana", middle (f, "Team 2"));
  feed (f, ATL_TOOL_RELEASE, middle (f, "Team 2"));

  assert_links (&f->board, "Ana>Bob missing 5, Ana>Team 2 handoff 2");
}

static void
test_near_is_enough (Fixture      *f,
                     gconstpointer data)
{
  AtlRect  box = atl_board_view_find_box (f->view, note (f, "Bob"))->rect;
  AtlPoint near = { box.x + box.width / 2, box.y + box.height + 10 };
  AtlPoint far = { box.x + box.width / 2, box.y + box.height + 30 };

  pull (f, "Ana", near);
  g_assert_nonnull (atl_link_tool_get_target (f->tool));
  feed (f, ATL_TOOL_MOTION, far);
  g_assert_null (atl_link_tool_get_target (f->tool));
  feed (f, ATL_TOOL_RELEASE, far);

  assert_links (&f->board, "");
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_not_to_itself (Fixture      *f,
                    gconstpointer data)
{
  pull (f, "Ana", middle (f, "Ana"));
  g_assert_null (atl_link_tool_get_target (f->tool));
  feed (f, ATL_TOOL_RELEASE, middle (f, "Ana"));

  assert_links (&f->board, "");
}

static void
test_cancel (Fixture      *f,
             gconstpointer data)
{
  pull (f, "Ana", middle (f, "Bob"));
  feed (f, ATL_TOOL_CANCEL, middle (f, "Bob"));
  feed (f, ATL_TOOL_RELEASE, middle (f, "Bob"));

  g_assert_cmpint (atl_link_tool_get_state (f->tool), ==, ATL_LINKING_IDLE);
  assert_links (&f->board, "");
  g_assert_null (f->tapped);
}

static void
test_tap (Fixture      *f,
          gconstpointer data)
{
  AtlPoint at;

  hover (f, "Ana");
  at = handle (f, "Ana");
  feed (f, ATL_TOOL_PRESS, at);
  feed (f, ATL_TOOL_RELEASE, (AtlPoint){ at.x + 2, at.y });

  g_assert_true (f->tapped == note (f, "Ana"));
  assert_links (&f->board, "");
}

static void
test_node_deleted_while_pulled (Fixture      *f,
                                gconstpointer data)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  AtlPoint              to = middle (f, "Bob");

  pull (f, "Ana", to);
  g_ptr_array_add (gone, note (f, "Ana"));
  atl_notes_delete (gone);
  atl_scene_update (atl_board_view_get_scene (f->view));
  feed (f, ATL_TOOL_MOTION, to);
  feed (f, ATL_TOOL_RELEASE, to);

  g_assert_cmpint (atl_link_tool_get_state (f->tool), ==, ATL_LINKING_IDLE);
  assert_links (&f->board, "");
}

static void
test_target_deleted_while_pulled (Fixture      *f,
                                  gconstpointer data)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  AtlPoint              to = middle (f, "Bob");

  pull (f, "Ana", to);
  g_ptr_array_add (gone, note (f, "Bob"));
  atl_notes_delete (gone);
  atl_scene_update (atl_board_view_get_scene (f->view));
  g_assert_null (atl_link_tool_get_target (f->tool));
  feed (f, ATL_TOOL_RELEASE, to);

  assert_links (&f->board, "");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/link-tool/handle/of-the-hovered-node", test_hover_shows_handle);
  add ("/link-tool/handle/of-the-only-selected-node", test_selected_shows_handle);
  add ("/link-tool/handle/at-a-free-side", test_handle_finds_free_side);
  add ("/link-tool/handle/tapped", test_tap);
  add ("/link-tool/pull/draws-a-link-in-one-step", test_pull_draws_link);
  add ("/link-tool/pull/kind-and-strength-stay", test_pen_stays);
  add ("/link-tool/pull/near-the-target-is-enough", test_near_is_enough);
  add ("/link-tool/pull/not-to-itself", test_not_to_itself);
  add ("/link-tool/pull/canceled-changes-nothing", test_cancel);
  add ("/link-tool/pull/survives-a-deleted-source", test_node_deleted_while_pulled);
  add ("/link-tool/pull/survives-a-deleted-target", test_target_deleted_while_pulled);
  return g_test_run ();
}
