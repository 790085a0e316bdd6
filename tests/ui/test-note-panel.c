/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include "model/atl-tags.h"
#include "ui/find/atl-pick-list.h"
#include "ui/note/atl-note-panel.h"
#include "ui/note/atl-note-writing.h"

/* A panel in a window, with two notes of a board. */
typedef struct
{
  MapFixture f;
  AtlArea   *area;
  AtlNote   *one, *two;
  GtkWidget *panel;
} Shown;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
set_up (Shown        *s,
        gconstpointer data)
{
  g_autoptr (AtlBoard) board = atl_board_new ("wall");
  g_autoptr (AtlArea)  area = atl_area_new ("area");

  map_fixture_set_up (&s->f, data);
  atl_list_insert (atl_session_get_boards (s->f.session), ATL_ITEM (board));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  s->area = area;
  s->one = atl_area_add_note (area, "One");
  s->two = atl_area_add_note (area, "Two");
  s->panel = atl_note_panel_new (s->f.session, s->f.history, FALSE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (s->f.window))), s->panel);
  gtk_window_present (GTK_WINDOW (s->f.window));
  atl_test_wait_for (is_mapped, s->panel);
}

static void
tear_down (Shown        *s,
           gconstpointer data)
{
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (s->f.window))), NULL);
  map_settle ();
  map_fixture_tear_down (&s->f, data);
}

static void
show (Shown   *s,
      AtlNote *one,
      AtlNote *two)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (one != NULL)
    g_ptr_array_add (notes, one);
  if (two != NULL)
    g_ptr_array_add (notes, two);
  atl_note_panel_set_notes (ATL_NOTE_PANEL (s->panel), notes);
}

/* The nth widget of a type below @parent, in the order of the panel. */
static GtkWidget *
find_nth (GtkWidget *parent,
          GType      type,
          guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (parent, type) && (*n)-- == 0)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (Shown *s,
      GType  type,
      guint  n)
{
  return find_nth (s->panel, type, &n);
}

static GtkTextBuffer *
description_of (Shown *s)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (s, GTK_TYPE_TEXT_VIEW, 1)));
}

static void
test_every_key_reaches_the_note (Shown        *s,
                                 gconstpointer data)
{
  show (s, s->one, NULL);

  gtk_text_buffer_insert_at_cursor (description_of (s), "a", 1);
  gtk_text_buffer_insert_at_cursor (description_of (s), "b", 1);
  g_assert_cmpstr (atl_note_get_description (s->one), ==, "ab");

  atl_history_undo (s->f.history);
  g_assert_cmpstr (atl_note_get_description (s->one), ==, "");
  g_assert_cmpint (gtk_text_buffer_get_char_count (description_of (s)), ==, 0);
}

static void
test_the_cursor_comes_to_the_description (Shown        *s,
                                          gconstpointer data)
{
  show (s, s->one, NULL);

  g_assert_true (gtk_widget_child_focus (s->panel, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (s->f.window)) == find (s, GTK_TYPE_TEXT_VIEW, 1));
}

static void
test_no_number_is_a_dash (Shown        *s,
                          gconstpointer data)
{
  GtkWidget *spin = find (s, GTK_TYPE_SPIN_BUTTON, 0);

  show (s, s->one, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "–");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 7);
  g_assert_cmpint (atl_note_get_number (s->one), ==, 7);
  show (s, s->two, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "–");
  g_assert_cmpint (atl_note_get_number (s->two), ==, 0);
}

static void
test_typing_in_another_note_is_another_step (Shown        *s,
                                             gconstpointer data)
{
  show (s, s->one, NULL);
  gtk_text_buffer_insert_at_cursor (description_of (s), "a", 1);
  show (s, s->two, NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (description_of (s)), ==, 0);
  gtk_text_buffer_insert_at_cursor (description_of (s), "b", 1);

  atl_history_undo (s->f.history);

  g_assert_cmpstr (atl_note_get_description (s->one), ==, "a");
  g_assert_cmpstr (atl_note_get_description (s->two), ==, "");
}

static void
test_several_share_color_and_author (Shown        *s,
                                     gconstpointer data)
{
  GtkWidget *author = NULL;
  show (s, s->one, s->two);
  g_assert_null (atl_note_panel_get_note (ATL_NOTE_PANEL (s->panel)));
  g_assert_false (gtk_widget_get_mapped (find (s, ATL_TYPE_NOTE_WRITING, 0)));

  g_signal_emit_by_name (find (s, GTK_TYPE_BUTTON, 3), "clicked");
  g_assert_cmpint (atl_note_get_color (s->one), ==, ATL_COLOR_PINK);
  g_assert_cmpint (atl_note_get_color (s->two), ==, ATL_COLOR_PINK);
  atl_history_undo (s->f.history);
  g_assert_cmpint (atl_note_get_color (s->one), ==, ATL_COLOR_GREY);
  g_assert_cmpint (atl_note_get_color (s->two), ==, ATL_COLOR_GREY);

  author = find (s, GTK_TYPE_MENU_BUTTON, 0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (author));
  g_signal_emit_by_name (find (s, ATL_TYPE_PICK_LIST, 0), "picked", 1);
  g_assert_cmpstr (atl_note_get_author (s->one), ==, "Ana");
  g_assert_cmpstr (atl_note_get_author (s->two), ==, "Ana");
  map_settle ();
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (author)), ==, "Ana");
}

static void
test_follows_the_note (Shown        *s,
                       gconstpointer data)
{
  GtkWidget *tags = NULL;
  show (s, s->one, NULL);

  atl_note_set_tags (s->one, (const char *const[]){ "urgent", "dear", NULL });
  map_settle ();
  tags = find (s, GTK_TYPE_MENU_BUTTON, 1);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (tags)), ==, "urgent · dear");

  atl_list_remove (atl_item_get_list (ATL_ITEM (s->one)), ATL_ITEM (s->one));
  map_settle ();
  g_assert_null (atl_note_panel_get_note (ATL_NOTE_PANEL (s->panel)));
}

static void
test_hidden_is_closed (Shown        *s,
                       gconstpointer data)
{
  GtkWidget *field = gtk_widget_get_parent (find (s, GTK_TYPE_TEXT_VIEW, 0));

  show (s, s->one, NULL);
  g_assert_false (gtk_widget_has_css_class (field, "closed"));
  atl_note_set_hidden (s->one, TRUE);
  g_assert_true (gtk_widget_has_css_class (field, "closed"));
  show (s, s->two, NULL);
  g_assert_false (gtk_widget_has_css_class (field, "closed"));
}

static void
test_hidden_is_not_opened_by_the_panel (Shown        *s,
                                        gconstpointer data)
{
  atl_note_set_description (s->one, "Words");
  atl_note_set_hidden (s->one, TRUE);
  show (s, s->one, NULL);

  g_assert_true (gtk_widget_child_focus (s->panel, GTK_DIR_TAB_FORWARD));
  g_assert_false (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (s->f.window))));
  g_assert_true (gtk_widget_child_focus (s->panel, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (s->f.window)) == find (s, GTK_TYPE_TEXT_VIEW, 1));
}

static void
test_locked (Shown        *s,
             gconstpointer data)
{
  atl_area_set_locked (s->area, TRUE);
  show (s, s->one, NULL);

  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (find (s, GTK_TYPE_TEXT_VIEW, 0))));
  g_assert_false (gtk_widget_is_sensitive (find (s, GTK_TYPE_SWITCH, 0)));
}

#define PANEL_TEST(path, function) g_test_add (path, Shown, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  PANEL_TEST ("/note-panel/every-key-reaches-the-note", test_every_key_reaches_the_note);
  PANEL_TEST ("/note-panel/the-cursor-comes-to-the-description", test_the_cursor_comes_to_the_description);
  PANEL_TEST ("/note-panel/no-number-is-a-dash", test_no_number_is_a_dash);
  PANEL_TEST ("/note-panel/typing-elsewhere-is-another-step", test_typing_in_another_note_is_another_step);
  PANEL_TEST ("/note-panel/several-share-color-and-author", test_several_share_color_and_author);
  PANEL_TEST ("/note-panel/follows-the-note", test_follows_the_note);
  PANEL_TEST ("/note-panel/hidden-notes-are-closed-cards", test_hidden_is_closed);
  PANEL_TEST ("/note-panel/hidden-words-wait-to-be-gone-to", test_hidden_is_not_opened_by_the_panel);
  PANEL_TEST ("/note-panel/locked-notes-are-read-only", test_locked);
  return g_test_run ();
}
