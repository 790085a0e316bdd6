/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "canvas/atl-canvas-private.h"
#include "canvas/notes/atl-definitions.h"
#include "model/atl-glossary.h"
#include "model/atl-term.h"

static const char *const TEXTS[] = { "Our API is late", "Nothing to explain", NULL };

typedef struct
{
  AtlBoardFixture board;
  GtkWidget      *window;
  AtlCanvas      *canvas;
  AtlTerm        *term;
  char           *added, *opened;
  guint           toasts;
} Fixture;

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              Fixture       *f)
{
  char **slot = g_str_equal (g_action_get_name (G_ACTION (action)), "add-term") ? &f->added : &f->opened;

  g_free (*slot);
  *slot = g_variant_dup_string (parameter, NULL);
}

static void
toast_cb (AtlCanvas  *canvas,
          const char *text,
          gboolean    undoable,
          guint      *count)
{
  (*count)++;
}

static void
add_actions (Fixture *f)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const GActionEntry             entries[] = { { "add-term", (gpointer) activated_cb, "s" },
                                               { "open-term", (gpointer) activated_cb, "s" } };

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (AtlTerm) term = atl_term_new (NULL);

  atl_board_fixture_set_up (&f->board);
  atl_board_fixture_add_area (&f->board, "Causes", ATL_LAYOUT_FLOW, TEXTS);
  atl_term_set_term (term, "API");
  atl_list_insert (atl_session_get_terms (f->board.session), ATL_ITEM (term));
  f->term = term;
  f->window = gtk_window_new ();
  add_actions (f);
  f->canvas = ATL_CANVAS (atl_canvas_new ());
  g_signal_connect (f->canvas, "toast", G_CALLBACK (toast_cb), &f->toasts);
  canvas_fixture_open (&f->board, f->window, f->canvas);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  canvas_fixture_close (&f->board, f->window);
  g_free (f->added);
  g_free (f->opened);
}

static GtkWidget *
focus_note (Fixture    *f,
            const char *text)
{
  AtlNote *note = atl_board_fixture_find (&f->board, text);

  atl_selection_set_one (atl_board_view_get_selection (f->canvas->view), note);
  atl_canvas_focus_note (f->canvas, note);
  canvas_run ();
  return atl_note_tree_find (f->canvas->tree, note);
}

static void
test_described (Fixture      *f,
                gconstpointer data)
{
  GtkWidget *with = focus_note (f, "Our API is late");

  gtk_test_accessible_assert_property (with, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Glossary: API: Not agreed yet");
  atl_term_set_agreed (f->term, "A contract");
  canvas_run ();
  focus_note (f, "Nothing to explain");
  with = focus_note (f, "Our API is late");

  gtk_test_accessible_assert_property (with, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Glossary: API: A contract");
}

static void
test_explains (Fixture      *f,
               gconstpointer data)
{
  GtkWidget *list;

  focus_note (f, "Our API is late");
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.show-definition", NULL);

  g_assert_true (ATL_IS_DEFINITIONS (f->canvas->menu));
  list = f->canvas->menu;
  while (!GTK_IS_LIST_BOX (list))
    list = gtk_widget_get_first_child (list);
  gtk_widget_activate (gtk_widget_get_first_child (list));
  g_assert_cmpstr (f->opened, ==, atl_item_get_id (ATL_ITEM (f->term)));
}

static void
test_says_there_is_none (Fixture      *f,
                         gconstpointer data)
{
  focus_note (f, "Nothing to explain");
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.show-definition", NULL);

  g_assert_null (f->canvas->menu);
  g_assert_cmpuint (f->toasts, ==, 1);
}

static GtkTextView *
edit (Fixture *f)
{
  atl_canvas_edit (f->canvas, atl_board_fixture_find (&f->board, "Nothing to explain"));
  return GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (f->window)));
}

static void
test_adds_selected (Fixture      *f,
                    gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (edit (f));
  GtkTextIter    start, end;

  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.add-term", NULL);
  g_assert_null (f->added);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 8);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.add-term", NULL);

  g_assert_cmpstr (f->added, ==, "Nothing");
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  TEST ("/canvas-terms/notes/are-described-with-what-words-mean", test_described);
  TEST ("/canvas-terms/definition/leads-to-the-glossary", test_explains);
  TEST ("/canvas-terms/definition/says-if-there-is-none", test_says_there_is_none);
  TEST ("/canvas-terms/editor/adds-selected-words", test_adds_selected);
  return g_test_run ();
}
