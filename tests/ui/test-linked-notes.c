/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-widget-test.h"
#include "model/atl-edits.h"
#include "model/atl-history.h"
#include "model/atl-links.h"
#include "ui/links/atl-linked-notes.h"

#include <adwaita.h>

/* Three boards with a note each, and a list. */
typedef struct
{
  AtlSession *session;
  AtlBoard   *boards[3];
  AtlNote    *notes[3];
  GtkWidget  *window;
  GtkWidget  *list;
} Fixture;

static void
add_board (Fixture *f,
           guint    i)
{
  static const char *const titles[] = { "Causes", "Ideas", "Actions" };
  static const char *const texts[] = { "Too late", "Ask every week", "Call Ana" };
  g_autofree char         *rank = atl_list_dup_end_rank (atl_session_get_boards (f->session));
  g_autoptr (AtlBoard)     board = atl_board_new (NULL);
  g_autoptr (AtlArea)      area = atl_area_new (NULL);

  atl_board_set_title (board, titles[i]);
  atl_board_set_rank (board, rank);
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  f->boards[i] = board;
  f->notes[i] = atl_area_add_note (area, texts[i]);
}

static void
join (Fixture *f,
      guint    from,
      guint    to)
{
  atl_links_state (f->boards[from], f->notes[from], f->notes[to], ATL_LINK_KIND_DRIVES,
                   ATL_DECLARED_BY_BOTH, 3);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  for (guint i = 0; i < 3; i++)
    add_board (f, i);
  f->list = atl_linked_notes_new (f->session, data != NULL);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), f->list);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->session);
}

static GtkWidget *
get_nth (Fixture *f,
         GType    type,
         guint    n)
{
  return atl_find_nth (f->list, type, n);
}

/* "Ask every week (→ Drives · Ideas)", and so on. */
static char *
dup_rows (Fixture *f)
{
  GString   *text = g_string_new (NULL);
  GtkWidget *row;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; (row = get_nth (f, GTK_TYPE_LIST_BOX_ROW, i)) != NULL; i++)
    {
      GtkWidget *label = atl_find_nth (row, GTK_TYPE_LABEL, 0);
      GtkWidget *relation = atl_find_nth (row, GTK_TYPE_LABEL, 1);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "", gtk_label_get_text (GTK_LABEL (label)),
                              gtk_label_get_text (GTK_LABEL (relation)));
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (Fixture    *f,
             const char *expected)
{
  g_autofree char *rows = dup_rows (f);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_lists (Fixture      *f,
            gconstpointer data)
{
  join (f, 2, 0);
  join (f, 0, 1);
  atl_linked_notes_set_note (ATL_LINKED_NOTES (f->list), f->notes[0]);

  assert_rows (f, "Ask every week (→ Drives · Ideas), Call Ana (← Drives · Actions)");
  atl_linked_notes_set_note (ATL_LINKED_NOTES (f->list), f->notes[1]);
  assert_rows (f, "Too late (← Drives · Causes)");
}

static void
test_follows (Fixture      *f,
              gconstpointer data)
{
  atl_linked_notes_set_note (ATL_LINKED_NOTES (f->list), f->notes[0]);
  assert_rows (f, "");
  join (f, 0, 1);
  assert_rows (f, "Ask every week (→ Drives · Ideas)");
  atl_note_set_text (f->notes[1], "Ask");
  assert_rows (f, "Ask (→ Drives · Ideas)");
}

static void
test_chain (Fixture      *f,
            gconstpointer data)
{
  GtkWidget *chain = get_nth (f, GTK_TYPE_CHECK_BUTTON, 0);

  join (f, 0, 1);
  atl_linked_notes_set_note (ATL_LINKED_NOTES (f->list), f->notes[0]);
  g_assert_false (gtk_widget_get_visible (chain)); /* there is no more of it */
  join (f, 1, 2);
  assert_rows (f, "Ask every week (→ Drives · Ideas)");
  g_assert_true (gtk_widget_get_visible (chain));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (chain), TRUE);

  assert_rows (f, "Ask every week (→ Drives · Ideas), Call Ana (→ Drives · Actions)");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_nth (f, GTK_TYPE_LIST_BOX_ROW, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
}

static void
go_to_note (GSimpleAction *action,
            GVariant      *parameter,
            char         **id)
{
  *id = g_variant_dup_string (parameter, NULL);
}

static void
test_goes (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const GActionEntry             entry = { "go-to-note", (gpointer) go_to_note, "s" };
  g_autofree char               *id = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, &id);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
  join (f, 0, 1);
  atl_linked_notes_set_note (ATL_LINKED_NOTES (f->list), f->notes[0]);
  gtk_widget_activate (get_nth (f, GTK_TYPE_LIST_BOX_ROW, 0));

  g_assert_cmpstr (id, ==, atl_item_get_id (ATL_ITEM (f->notes[1])));
}

static void
test_read_only (Fixture      *f,
                gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (f->list)));
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  TEST ("/linked-notes/list/over-boards-with-direction-and-kind", test_lists);
  TEST ("/linked-notes/list/follows-the-session", test_follows);
  TEST ("/linked-notes/chain/is-an-option-where-there-is-more", test_chain);
  TEST ("/linked-notes/row/leads-there", test_goes);
  g_test_add ("/linked-notes/read-only/adds-nothing", Fixture, "read-only", set_up, test_read_only,
              tear_down);
  return g_test_run ();
}
