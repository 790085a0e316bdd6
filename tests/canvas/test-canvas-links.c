/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"
#include "map-fixture.h"

#include "canvas/links/atl-canvas-links.h"
#include "canvas/links/atl-link-commands.h"
#include "canvas/links/atl-link-editor.h"
#include "canvas/links/atl-link-strip.h"
#include "canvas/links/atl-node-details.h"
#include "insight/network/atl-paths.h"
#include "model/atl-person.h"
#include "scene/atl-scene-map.h"

#define DAYS "{'graph': <{'linkFields': <[<'waitingDays'>]>}>}"

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *map;
  GtkWidget      *window;
  AtlCanvas      *canvas;
} Fixture;

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
  atl_canvas_focus_note (f->canvas, note (f, text));
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  f->map = map_fixture_add (&f->board);
  f->canvas = ATL_CANVAS (atl_canvas_new ());
  f->window = canvas_fixture_open (&f->board, NULL, f->canvas);
  select_one (f, "Ana");
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  canvas_fixture_close (&f->board, f->window);
}

static AtlLinkStrip *
get_strip (Fixture *f)
{
  return (AtlLinkStrip *) atl_canvas_links_get_strip (f->canvas->links);
}

/* What the keyboard does in the strip: what it does not take goes into the entry that has the focus. */
static void
type (Fixture    *f,
      const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar         c = g_utf8_get_char (text);
      GtkWidget       *focus = gtk_window_get_focus (GTK_WINDOW (f->window));
      g_autofree char *one = g_ucs4_to_utf8 (&c, 1, NULL, NULL, NULL);
      int              end = -1;

      if (!atl_link_strip_take_key (get_strip (f), gdk_unicode_to_keyval (c), 0, 0))
        gtk_editable_insert_text (GTK_EDITABLE (focus), one, -1, &end);
    }
  canvas_run ();
}

static void
press (Fixture        *f,
       guint           keyval,
       GdkModifierType state)
{
  atl_link_strip_take_key (get_strip (f), keyval, 0, state);
  canvas_run ();
}

static gboolean
take_key (Fixture *f,
          guint    keyval)
{
  return atl_canvas_links_take_key (f->canvas->links, keyval, 0, 0);
}

static AtlLink *
add_link (Fixture    *f,
          const char *from,
          const char *to,
          AtlLinkKind kind,
          int         strength)
{
  AtlLink *link = atl_link_commands_state (f->canvas->view, note (f, from), note (f, to), kind,
                                           ATL_DECLARED_BY_BOTH, strength);

  atl_scene_update (atl_canvas_get_scene (f->canvas));
  return link;
}

static void
test_strip_draws_several (Fixture      *f,
                          gconstpointer data)
{
  canvas_act (f->canvas, "canvas.link");
  g_assert_nonnull (get_strip (f));
  type (f, "bo4h");
  press (f, GDK_KEY_Return, 0);
  type (f, "chl");
  press (f, GDK_KEY_Tab, 0);
  type (f, "s");
  press (f, GDK_KEY_Return, 0);
  type (f, "team");
  press (f, GDK_KEY_Down, 0);
  press (f, GDK_KEY_Return, 0);
  type (f, "m5");
  press (f, GDK_KEY_Return, GDK_SHIFT_MASK);

  assert_links (&f->board, "Ana>Bob handoff 4, Ana>Chloé shared 4, Boris Team>Ana missing 5");
  g_assert_nonnull (get_strip (f));
  press (f, GDK_KEY_z, GDK_CONTROL_MASK);
  assert_links (&f->board, "Ana>Bob handoff 4, Ana>Chloé shared 4");
}

static void
test_strip_says_who (Fixture      *f,
                     gconstpointer data)
{
  canvas_act (f->canvas, "canvas.link");
  type (f, "bo");
  press (f, GDK_KEY_Return, 0);
  press (f, GDK_KEY_b, GDK_ALT_MASK);
  press (f, GDK_KEY_Return, 0);

  assert_links (&f->board, "Ana>Bob handoff 3 by to");
}

static void
test_strip_goes_back_to_letters (Fixture      *f,
                                 gconstpointer data)
{
  canvas_act (f->canvas, "canvas.link");
  type (f, "bo4");
  press (f, GDK_KEY_BackSpace, 0);
  type (f, "r");
  press (f, GDK_KEY_Return, 0);
  press (f, GDK_KEY_Return, 0);

  assert_links (&f->board, "Ana>Boris Team handoff 4");
}

static void
test_strip_closed_gives_focus_back (Fixture      *f,
                                    gconstpointer data)
{
  canvas_act (f->canvas, "canvas.link");
  g_signal_emit_by_name (get_strip (f), "closed");
  canvas_run ();

  g_assert_null (get_strip (f));
  g_assert_true (atl_selection_contains (atl_board_view_get_selection (f->canvas->view), note (f, "Ana")));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) ==
                 atl_note_tree_find (f->canvas->tree, note (f, "Ana")));
}

static void
test_strip_takes_clicked_node (Fixture      *f,
                               gconstpointer data)
{
  AtlPoint at = atl_rect_center (atl_board_view_find_box (f->canvas->view, note (f, "Team 2"))->rect);

  canvas_act (f->canvas, "canvas.link");
  g_assert_true (atl_canvas_links_press (f->canvas->links, at));
  g_assert_nonnull (get_strip (f));
  g_assert_false (atl_canvas_links_press (f->canvas->links, (AtlPoint){ 5, 5 }));

  assert_links (&f->board, "Ana>Team 2 handoff 3");
  g_assert_null (get_strip (f));
}

static void
test_strip_goes_with_names (Fixture      *f,
                            gconstpointer data)
{
  AtlScene *scene = atl_canvas_get_scene (f->canvas);

  canvas_act (f->canvas, "canvas.link");
  atl_scene_set_map_view (scene, ATL_MAP_SILOS);
  atl_scene_update (scene);
  g_assert_null (get_strip (f));
  canvas_act (f->canvas, "canvas.link");
  g_assert_null (get_strip (f));
  atl_canvas_begin_note (f->canvas, f->map, NULL);
  g_assert_false (atl_canvas_get_editing (f->canvas));
}

static void
test_keys_change_selected_link (Fixture      *f,
                                gconstpointer data)
{
  add_link (f, "Ana", "Bob", ATL_LINK_KIND_HANDOFF, 3);
  select_one (f, "Ana");
  g_assert_false (take_key (f, GDK_KEY_5));
  canvas_act (f->canvas, "canvas.next-link");
  g_assert_true (take_key (f, GDK_KEY_5));
  assert_links (&f->board, "Ana>Bob handoff 5");
  g_assert_true (take_key (f, GDK_KEY_m));
  assert_links (&f->board, "Ana>Bob missing 5");
  g_assert_false (take_key (f, GDK_KEY_d));
  canvas_act (f->canvas, "canvas.reverse-link");
  assert_links (&f->board, "Bob>Ana missing 5");
  canvas_act (f->canvas, "canvas.undo");
  assert_links (&f->board, "Ana>Bob missing 5");
  canvas_act (f->canvas, "canvas.delete");

  assert_links (&f->board, "");
  g_assert_nonnull (note (f, "Ana"));
  g_assert_true (atl_selection_contains (atl_board_view_get_selection (f->canvas->view), note (f, "Ana")));
  canvas_act (f->canvas, "canvas.undo");
  assert_links (&f->board, "Ana>Bob missing 5");
  g_assert_true (atl_canvas_get_selected_link (f->canvas) == map_fixture_get_link (&f->board, 0));
}

static void
test_steps_through_links (Fixture      *f,
                          gconstpointer data)
{
  AtlLink *to_bob = add_link (f, "Ana", "Bob", ATL_LINK_KIND_HANDOFF, 3);
  AtlLink *from_chloe = add_link (f, "Chloé", "Ana", ATL_LINK_KIND_HANDOFF, 3);

  add_link (f, "Bob", "Chloé", ATL_LINK_KIND_HANDOFF, 3);
  select_one (f, "Ana");
  canvas_act (f->canvas, "canvas.next-link");
  g_assert_true (atl_canvas_get_selected_link (f->canvas) == to_bob);
  g_assert_cmpuint (atl_selection_get_size (atl_board_view_get_selection (f->canvas->view)), ==, 0);
  canvas_act (f->canvas, "canvas.next-link");
  g_assert_true (atl_canvas_get_selected_link (f->canvas) == from_chloe);
  canvas_act (f->canvas, "canvas.next-link");
  g_assert_true (atl_canvas_get_selected_link (f->canvas) == to_bob);
  canvas_act (f->canvas, "canvas.previous-link");
  g_assert_true (atl_canvas_get_selected_link (f->canvas) == from_chloe);
  canvas_act (f->canvas, "canvas.unselect");
  g_assert_null (atl_canvas_get_selected_link (f->canvas));
}

/* Where the line of a link is, near its middle. */
static AtlPoint
find_line (Fixture *f,
           AtlLink *link)
{
  AtlScene *scene = atl_canvas_get_scene (f->canvas);
  AtlBox   *box = atl_board_view_find_link_box (f->canvas->view, link);
  AtlPoint  at = atl_rect_center (box->rect);
  double    low = box->rect.y;

  for (double y = low; y < low + box->rect.height; y += 1)
    if (atl_scene_get_link_distance (scene, box, (AtlPoint){ at.x, y }) <
        atl_scene_get_link_distance (scene, box, at))
      at.y = y;
  return at;
}

static void
click (Fixture *f,
       AtlPoint at)
{
  AtlToolEvent event = { .kind = ATL_TOOL_PRESS, .point = at, .slop = 6 };

  atl_select_tool_feed (f->canvas->tool, &event);
  event.kind = ATL_TOOL_RELEASE;
  atl_select_tool_feed (f->canvas->tool, &event);
}

static void
test_click_selects_link (Fixture      *f,
                         gconstpointer data)
{
  AtlLink *link = add_link (f, "Ana", "Team 2", ATL_LINK_KIND_SHARED, 3);

  click (f, find_line (f, link));
  g_assert_true (atl_canvas_get_selected_link (f->canvas) == link);

  select_one (f, "Bob");
  g_assert_null (atl_canvas_get_selected_link (f->canvas));
}

static void
test_clicks_go_through_statements (Fixture      *f,
                                   gconstpointer data)
{
  AtlBoardView *view = f->canvas->view;
  AtlLink      *mine, *theirs, *first;

  mine = atl_link_commands_state (view, note (f, "Ana"), note (f, "Bob"), ATL_LINK_KIND_SHARED,
                                  ATL_DECLARED_BY_FROM, 5);
  theirs = atl_link_commands_state (view, note (f, "Ana"), note (f, "Bob"), ATL_LINK_KIND_SHARED,
                                    ATL_DECLARED_BY_TO, 2);
  click (f, find_line (f, mine));
  first = atl_canvas_get_selected_link (f->canvas);
  g_assert_true (first == mine || first == theirs);
  click (f, find_line (f, mine));
  g_assert_true (atl_canvas_get_selected_link (f->canvas) == (first == mine ? theirs : mine));
  g_assert_nonnull (atl_board_view_find_link_box (view, atl_canvas_get_selected_link (f->canvas)));
}

static void
test_editor_opens (Fixture      *f,
                   gconstpointer data)
{
  AtlLink *link = add_link (f, "Ana", "Bob", ATL_LINK_KIND_HANDOFF, 3);

  atl_canvas_select_link (f->canvas, link);
  canvas_act (f->canvas, "canvas.edit");
  g_assert_true (ATL_IS_LINK_EDITOR (f->canvas->menu));
  atl_link_commands_delete (f->canvas->view, link);
  atl_scene_update (atl_canvas_get_scene (f->canvas));
  canvas_wait_until (f->canvas->menu == NULL);
}

static void
test_menus_open (Fixture      *f,
                 gconstpointer data)
{
  AtlLink *link = add_link (f, "Ana", "Bob", ATL_LINK_KIND_HANDOFF, 3);

  canvas_act (f->canvas, "canvas.menu");
  g_assert_nonnull (f->canvas->menu);
  atl_canvas_select_link (f->canvas, link);
  canvas_act (f->canvas, "canvas.menu");
  g_assert_true (GTK_IS_POPOVER_MENU (f->canvas->menu));
  gtk_popover_popdown (GTK_POPOVER (f->canvas->menu));
  canvas_wait_until (f->canvas->menu == NULL);
}

static void
test_keys_stay_in_menu (Fixture      *f,
                        gconstpointer data)
{
  canvas_act (f->canvas, "canvas.menu");
  for (guint i = 0; i < 30; i++)
    {
      gtk_widget_child_focus (f->window, GTK_DIR_DOWN);
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), f->canvas->menu));
    }
}

static void
test_person_is_not_renamed (Fixture      *f,
                            gconstpointer data)
{
  g_autoptr (AtlPerson) person = atl_person_new (NULL);

  canvas_act (f->canvas, "canvas.edit");
  g_assert_true (atl_canvas_get_editing (f->canvas));
  atl_canvas_end_editing (f->canvas);
  atl_list_insert (atl_session_get_people (f->board.session), ATL_ITEM (person));
  atl_note_set_person (note (f, "Ana"), atl_item_get_id (ATL_ITEM (person)));
  atl_scene_update (atl_canvas_get_scene (f->canvas));
  canvas_act (f->canvas, "canvas.edit");

  g_assert_false (atl_canvas_get_editing (f->canvas));
  g_assert_true (ATL_IS_NODE_DETAILS (f->canvas->menu));
}

static void
test_node_says_its_links (Fixture      *f,
                          gconstpointer data)
{
  GtkWidget *widget = atl_note_tree_find (f->canvas->tree, note (f, "Ana"));

  add_link (f, "Ana", "Bob", ATL_LINK_KIND_SHARED, 4);
  add_link (f, "Ana", "Chloé", ATL_LINK_KIND_MISSING, 2);
  atl_canvas_focus_note (f->canvas, note (f, "Ana"));
  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_true (gtk_widget_has_focus (widget));
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, (const char *) data);
}

static void
test_node_is_pinned_by_hand (Fixture      *f,
                             gconstpointer data)
{
  int x = atl_note_get_x (note (f, "Ana"));

  canvas_act (f->canvas, "canvas.move-right");
  g_assert_true (atl_note_get_pinned (note (f, "Ana")));
  canvas_act (f->canvas, "canvas.undo");
  g_assert_false (atl_note_get_pinned (note (f, "Ana")));
  g_assert_cmpint (atl_note_get_x (note (f, "Ana")), ==, x);
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.pinned", "b", TRUE);
  g_assert_true (atl_note_get_pinned (note (f, "Ana")));
}

static void
test_deleting_node_takes_links (Fixture      *f,
                                gconstpointer data)
{
  add_link (f, "Ana", "Bob", ATL_LINK_KIND_SHARED, 4);
  select_one (f, "Ana");
  canvas_act (f->canvas, "canvas.delete");
  assert_links (&f->board, "");
  canvas_act (f->canvas, "canvas.undo");

  assert_links (&f->board, "Ana>Bob shared 4");
}

/* What is undone may be the node whose links are typed, or the one that was picked. */
static void
test_strip_goes_with_its_node (Fixture      *f,
                               gconstpointer data)
{
  const char *const gone[] = { "Ana", "Bob" };

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      select_one (f, "Ana");
      canvas_act (f->canvas, "canvas.link");
      type (f, "bob");
      press (f, GDK_KEY_Return, 0);
      g_assert_nonnull (get_strip (f));

      atl_history_begin (f->board.history, "Remove");
      atl_list_remove (atl_board_get_notes (f->board.board), ATL_ITEM (note (f, gone[i])));
      atl_history_end (f->board.history);
      atl_scene_update (atl_canvas_get_scene (f->canvas));
      g_assert_null (get_strip (f));
      atl_history_undo (f->board.history);
    }
}

static void
test_strip_types_days (Fixture      *f,
                       gconstpointer data)
{
  double               days = 0;
  g_autoptr (GVariant) options =
    g_variant_parse (G_VARIANT_TYPE_VARDICT, DAYS, NULL, NULL, NULL);

  atl_area_set_options (f->map, options);
  canvas_act (f->canvas, "canvas.link");
  type (f, "bob4");
  press (f, GDK_KEY_Tab, 0);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (f->window))));
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (f->window))), "12,5");
  press (f, GDK_KEY_Return, 0);

  g_assert_true (atl_link_get_number (map_fixture_get_link (&f->board, 0), "waitingDays", &days));
  g_assert_cmpfloat (days, ==, 12.5);
  g_assert_cmpint (atl_link_get_strength (map_fixture_get_link (&f->board, 0)), ==, 4);
}

static void
test_undone_moves_select_no_more (Fixture      *f,
                                  gconstpointer data)
{
  GPtrArray *selected = atl_selection_get_notes (atl_board_view_get_selection (f->canvas->view));

  atl_history_begin (f->board.history, "Arrange");
  atl_note_set_x (note (f, "Ana"), 10);
  atl_note_set_x (note (f, "Bob"), 20);
  atl_note_set_x (note (f, "Chloé"), 30);
  atl_history_end (f->board.history);
  select_one (f, "Bob");
  atl_history_undo (f->board.history);

  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (selected->pdata[0] == note (f, "Bob"));
}

static void
told_cb (char      **told,
         const char *text)
{
  g_free (*told);
  *told = g_strdup (text);
}

static void
test_deletion_tells_links (Fixture      *f,
                           gconstpointer data)
{
  g_autofree char *told = NULL;

  add_link (f, "Ana", "Bob", ATL_LINK_KIND_SHARED, 3);
  add_link (f, "Ana", "Chloé", ATL_LINK_KIND_SHARED, 3);
  g_signal_connect_swapped (f->canvas, "toast", G_CALLBACK (told_cb), &told);
  select_one (f, "Ana");
  canvas_act (f->canvas, "canvas.delete");
  g_assert_cmpstr (told, ==, "1 node and 2 links deleted");
  select_one (f, "Bob");
  canvas_act (f->canvas, "canvas.delete");
  g_assert_cmpstr (told, ==, "1 node deleted");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv);
  add ("/canvas/strip/draws-several-links", test_strip_draws_several);
  add ("/canvas/strip/says-who-says-so", test_strip_says_who);
  add ("/canvas/strip/goes-back-to-letters", test_strip_goes_back_to_letters);
  add ("/canvas/strip/closed-gives-the-focus-back", test_strip_closed_gives_focus_back);
  add ("/canvas/strip/takes-a-clicked-node", test_strip_takes_clicked_node);
  add ("/canvas/strip/goes-with-the-names", test_strip_goes_with_names);
  add ("/canvas/link/keys-change-it", test_keys_change_selected_link);
  add ("/canvas/link/stepped-through", test_steps_through_links);
  add ("/canvas/link/clicked", test_click_selects_link);
  add ("/canvas/link/clicked-again", test_clicks_go_through_statements);
  add ("/canvas/link/editor", test_editor_opens);
  add ("/canvas/link/menu", test_menus_open);
  add ("/canvas/node/menu-keeps-the-arrow-keys", test_keys_stay_in_menu);
  add ("/canvas/node/person-is-not-renamed", test_person_is_not_renamed);
  add ("/canvas/node/pinned-by-hand", test_node_is_pinned_by_hand);
  add ("/canvas/node/deleted-with-its-links", test_deleting_node_takes_links);
  add ("/canvas/strip/goes-with-its-node", test_strip_goes_with_its_node);
  add ("/canvas/strip/types-days", test_strip_types_days);
  add ("/canvas/node/undone-moves-select-no-more", test_undone_moves_select_no_more);
  add ("/canvas/node/deletion-tells-links", test_deletion_tells_links);
  g_test_add ("/canvas/node/says-its-links", Fixture,
              "Ana. IT. Works with Bob, 4. Needs Chloé, missing, 2. 1 of 5.", set_up,
              test_node_says_its_links, tear_down);
  return g_test_run ();
}
