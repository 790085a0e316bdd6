/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-application.h"
#include "atl-waiting-test.h"
#include "atl-widget-test.h"
#include "canvas/atl-canvas.h"
#include "model/atl-hidden.h"
#include "model/atl-numbers.h"
#include "model/atl-person.h"
#include "scene/atl-scene-hidden.h"
#include "ui/capture/atl-author-chip.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/capture/atl-capture-entry.h"
#include "ui/capture/atl-capture-question.h"
#include "ui/capture/atl-card-line.h"
#include "ui/capture/atl-text-files.h"
#include "ui/session/atl-session-page.h"
#include "ui/window/atl-window.h"

#include <glib/gstdio.h>

static AtlApplication *application;
static AtlCatalogue   *catalogue;
static char           *folder;

typedef struct
{
  AtlWindow *window;
  GtkWidget *page;
  GtkWidget *bar;
  GtkWidget *canvas;
} Fixture;

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  const char *const       ids[] = { "start-stop-continue", "parking-lot", NULL };
  g_autoptr (AtlSession)  session = atl_catalogue_make_session (catalogue, "Try", "en", ids);
  g_autoptr (AtlDocument) document = atl_document_new (session);

  f->window = atl_window_new (GTK_APPLICATION (application), catalogue);
  gtk_window_present (GTK_WINDOW (f->window));
  atl_test_wait_for (is_mapped, f->window);
  atl_window_set_document (f->window, document);
  f->page = atl_window_get_session_page (f->window);
  f->bar = atl_find (f->page, ATL_TYPE_CAPTURE_BAR);
  f->canvas = atl_find (f->page, ATL_TYPE_CANVAS);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  gtk_window_destroy (GTK_WINDOW (f->window));
  atl_test_wait_for (is_gone, &f->window);
}

static AtlSession *
session_of (Fixture *f)
{
  return atl_document_get_session (atl_window_get_document (f->window));
}

static AtlBoard *
board_of (Fixture *f)
{
  return atl_session_page_get_board (ATL_SESSION_PAGE (f->page));
}

static char *
dup_texts (Fixture *f)
{
  AtlList *notes = atl_board_get_notes (board_of (f));
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", atl_note_get_text (atl_list_get (notes, i)));
  return g_string_free (all, FALSE);
}

#define assert_texts(f, expected)           \
  G_STMT_START                              \
  {                                         \
    g_autofree char *got_ = dup_texts (f);  \
    g_assert_cmpstr (got_, ==, (expected)); \
  }                                         \
  G_STMT_END

static void
undo (Fixture *f)
{
  atl_history_undo (atl_document_get_history (atl_window_get_document (f->window)));
}

/* The answer that is @nth, as it is shown; "" if nothing is asked. */
static GtkWidget *
find_answer (Fixture *f,
             guint    nth)
{
  GtkWidget *question = atl_find (f->page, ATL_TYPE_CAPTURE_QUESTION);
  GtkWidget *revealer = gtk_widget_get_first_child (question);
  GtkWidget *button = NULL;

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)))
    return NULL;
  button = atl_find (revealer, GTK_TYPE_BUTTON);
  for (guint i = 0; i < nth; i++)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static gboolean
is_asked (gpointer fixture)
{
  return find_answer (fixture, 0) != NULL;
}

static void
answer (Fixture *f,
        guint    nth)
{
  atl_test_wait_for (is_asked, f);
  g_signal_emit_by_name (find_answer (f, nth), "clicked");
}

static gboolean
offer_text (Fixture    *f,
            const char *text)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (f->canvas, "text-offered", text, &taken);
  return taken;
}

static void
type (Fixture    *f,
      const char *text)
{
  GtkWidget *view = atl_find (f->bar, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  g_signal_emit_by_name (gtk_widget_get_ancestor (view, ATL_TYPE_CAPTURE_ENTRY), "submit", FALSE);
}

static void
set_mode (Fixture    *f,
          const char *action)
{
  g_action_group_change_action_state (G_ACTION_GROUP (f->window), action, g_variant_new_boolean (TRUE));
}

static void
test_lines_are_asked (Fixture      *f,
                      gconstpointer data)
{
  g_assert_true (offer_text (f, "- one\n- two\n- three"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == find_answer (f, 0));
  answer (f, 0);
  assert_texts (f, "one|two|three");
  undo (f);
  assert_texts (f, "");

  offer_text (f, "one\ntwo");
  answer (f, 1);
  assert_texts (f, "one\ntwo");
}

static gboolean
is_question_at_foot (gpointer fixture)
{
  Fixture   *f = fixture;
  GtkWidget *canvas = atl_find (f->page, ATL_TYPE_CANVAS);
  GtkWidget *overlay = gtk_widget_get_parent (canvas);
  GtkWidget *question = atl_find (f->page, ATL_TYPE_CAPTURE_QUESTION);
  GtkWidget *picked = gtk_widget_pick (overlay, gtk_widget_get_width (overlay) / 2.0,
                                       gtk_widget_get_height (overlay) - 12.0, GTK_PICK_DEFAULT);

  return picked == question || (picked != NULL && gtk_widget_is_ancestor (picked, question));
}

/* The pointer reaches the foot of the board while nothing is asked. */
static void
test_board_is_free (Fixture      *f,
                    gconstpointer data)
{
  g_assert_false (is_question_at_foot (f));
  offer_text (f, "one\ntwo");
  atl_test_wait_for (is_question_at_foot, f);
  answer (f, 0);
  g_assert_false (is_question_at_foot (f));
}

static void
test_one_line_is_a_note (Fixture      *f,
                         gconstpointer data)
{
  offer_text (f, "just one");
  g_assert_null (find_answer (f, 0));
  assert_texts (f, "just one");
}

static void
test_cells (Fixture      *f,
            gconstpointer data)
{
  offer_text (f, "a\tb\n\"two\nlines\"\td");
  answer (f, 0);
  assert_texts (f, "a – b|two\nlines – d");
  undo (f);
  offer_text (f, "a\tb\nc\td");
  answer (f, 1);
  assert_texts (f, "a|b|c|d");
}

static char *
write_file (const char *name,
            const char *text,
            gssize      length)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

static void
drop (Fixture    *f,
      const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList            files = { file, NULL };
  gboolean          taken = FALSE;

  g_signal_emit_by_name (f->canvas, "files-offered", &files, &taken);
  g_assert_true (taken);
}

static void
test_files (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *latin = write_file ("latin.txt", "Caf\xe9\nTh\xe9", -1);
  g_autofree char *wide = write_file ("wide.md", "\xff\xfe*\0 \0\xe9\0\n\0*\0 \0b\0", 16);
  g_autofree char *table = write_file ("table.csv", "text;who\n\"one\ntwo\";Ana\n", -1);

  drop (f, latin);
  answer (f, 0);
  assert_texts (f, "Café|Thé");
  undo (f);
  drop (f, wide);
  answer (f, 0);
  assert_texts (f, "é|b");
  undo (f);
  drop (f, table);
  answer (f, 0);
  assert_texts (f, "text – who|one\ntwo – Ana");
}

typedef struct
{
  AtlFileText *text;
  GError      *error;
  gboolean     done;
} Read;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Read *read = user_data;

  read->text = atl_text_files_read_finish (result, &read->error);
  read->done = TRUE;
}

static gboolean
is_read (gpointer read)
{
  return ((Read *) read)->done;
}

static Read
read_files (const char *first)
{
  const char *const paths[] = { first, NULL };
  Read              read = { NULL, NULL, FALSE };

  atl_text_files_read_async (paths, read_cb, &read);
  atl_test_wait_for (is_read, &read);
  return read;
}

static void
test_file_limits (void)
{
  g_autofree char *big = g_strnfill (ATL_TEXT_MOST_BYTES + 1, 'x');
  g_autofree char *path = write_file ("big.txt", big, -1);
  g_autofree char *latin = write_file ("old.txt", "\xe9t\xe9", -1);
  g_autofree char *fits = NULL;
  Read             read = read_files (path);

  g_assert_null (read.text);
  g_assert_nonnull (strstr (read.error->message, "big.txt"));
  g_clear_error (&read.error);

  big[ATL_TEXT_MOST_BYTES] = '\0';
  fits = write_file ("fits.csv", big, -1);
  read = read_files (fits);
  g_assert_cmpuint (strlen (read.text->text), ==, ATL_TEXT_MOST_BYTES);
  g_assert_false (read.text->guessed);
  g_assert_cmpint (read.text->flags, ==, ATL_PASTED_TABLE);
  atl_file_text_free (read.text);

  read = read_files (latin);
  g_assert_cmpstr (read.text->text, ==, "été");
  g_assert_true (read.text->guessed);
  atl_file_text_free (read.text);
}

static void
test_card_lines (void)
{
  static const struct
  {
    const char *line;
    int         number;
    const char *text;
    gboolean    replaces;
  } table[] = {
    { "12= Ship", 12, "Ship", TRUE },
    { "12 Ship smaller", 12, "Ship smaller" },
    { " #12: Ship", 12, "Ship" },
    { "12. Ship", 12, "Ship" },
    { "12) Ship", 12, "Ship" },
    { "1\tShip", 1, "Ship" },
    { "12\nShip\nsmaller", 12, "Ship\nsmaller" },
    { "12", 0, NULL },
    { "12 ", 0, NULL },
    { "12th floor", 0, NULL },
    { "0 nothing", 0, NULL },
    { "123456 far", 0, NULL },
    { "Ship 12", 0, NULL },
    { "", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const char *text = NULL;
      gboolean    replaces = FALSE;

      g_assert_cmpint (atl_card_line_read (table[i].line, &text, &replaces), ==, table[i].number);
      if (table[i].number > 0)
        {
          g_assert_cmpstr (text, ==, table[i].text);
          g_assert_cmpint (replaces, ==, table[i].replaces);
        }
    }
}

static void
test_card_says_something (Fixture      *f,
                          gconstpointer data)
{
  AtlNote *card = NULL;

  set_mode (f, "paper-mode");
  type (f, "12 one");
  card = atl_session_find_number (session_of (f), 12);
  g_assert_cmpstr (atl_note_get_text (card), ==, "one");
  atl_capture_bar_focus (ATL_CAPTURE_BAR (f->bar));
  type (f, "12 two");
  g_assert_null (find_answer (f, 0));
  g_assert_cmpstr (atl_note_get_text (card), ==, "one\ntwo");
  g_assert_false (atl_capture_bar_has_text (ATL_CAPTURE_BAR (f->bar)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), f->bar));
  undo (f);
  g_assert_cmpstr (atl_note_get_text (card), ==, "one");
  type (f, "12= three");
  g_assert_cmpstr (atl_note_get_text (card), ==, "three");
  undo (f);
  g_assert_cmpstr (atl_note_get_text (card), ==, "one");
}

static void
test_cards_of_other_boards (Fixture      *f,
                            gconstpointer data)
{
  AtlBoard           *other = atl_list_get (atl_session_get_boards (session_of (f)), 1);
  g_autoptr (AtlNote) note = atl_note_new (NULL);

  atl_note_set_number (note, 3);
  atl_list_insert (atl_board_get_notes (other), ATL_ITEM (note));
  set_mode (f, "paper-mode");
  offer_text (f, "3 there\n4. here\nno number");
  answer (f, 0);

  g_assert_cmpstr (atl_note_get_text (note), ==, "there");
  assert_texts (f, "here|no number");
  undo (f);
  g_assert_cmpstr (atl_note_get_text (note), ==, "");
}

static void
test_number_notes (Fixture      *f,
                   gconstpointer data)
{
  type (f, "one");
  type (f, "two");
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "number-notes", NULL);
  type (f, "three");
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "number-notes", NULL);

  for (int i = 0; i < 3; i++)
    g_assert_cmpint (atl_note_get_number (atl_list_get (atl_board_get_notes (board_of (f)), (guint) i)), ==,
                     i + 1);
}

static void
test_hidden (Fixture      *f,
             gconstpointer data)
{
  set_mode (f, "capture-hidden");
  offer_text (f, "one\ntwo");
  answer (f, 0);
  type (f, "three");
  g_assert_cmpuint (atl_board_count_hidden (board_of (f)), ==, 3);
  gtk_widget_activate_action (f->canvas, "canvas.release", NULL);
  g_assert_cmpuint (atl_board_count_hidden (board_of (f)), ==, 2);
  gtk_widget_activate_action (f->canvas, "canvas.release-all", NULL);
  g_assert_cmpuint (atl_board_count_hidden (board_of (f)), ==, 0);
  undo (f);
  g_assert_cmpuint (atl_board_count_hidden (board_of (f)), ==, 2);
}

static gboolean
shows_hidden (Fixture *f)
{
  return atl_scene_get_hidden_shown (atl_canvas_get_scene (ATL_CANVAS (f->canvas)));
}

static gboolean
can_show (gpointer window)
{
  return g_action_group_get_action_enabled (window, "show-hidden");
}

static gboolean
can_show_nothing (gpointer window)
{
  return !can_show (window);
}

/* Each board is a closed one at first, and again when all of it was released. */
static void
test_hidden_shown (Fixture      *f,
                   gconstpointer data)
{
  GActionGroup *window = G_ACTION_GROUP (f->window);
  AtlList      *boards = atl_session_get_boards (session_of (f));

  g_assert_false (can_show (window));
  set_mode (f, "capture-hidden");
  type (f, "secret");
  atl_test_wait_for (can_show, window);
  g_assert_false (shows_hidden (f));
  set_mode (f, "show-hidden");
  g_assert_true (shows_hidden (f));
  atl_session_page_set_board (ATL_SESSION_PAGE (f->page), atl_list_get (boards, 1));
  atl_session_page_set_board (ATL_SESSION_PAGE (f->page), atl_list_get (boards, 0));
  g_assert_false (shows_hidden (f));
  set_mode (f, "show-hidden");
  gtk_widget_activate_action (f->canvas, "canvas.release-all", NULL);
  atl_test_wait_for (can_show_nothing, window);
  g_assert_false (shows_hidden (f));
}

/* Lines that were typed are one note, yet can be several: one step, which undo turns into the note again. */
static void
test_typed_list (Fixture      *f,
                 gconstpointer data)
{
  GtkWidget *split;

  type (f, "A line\nand what goes on");
  g_assert_null (atl_find_labelled (f->page, GTK_TYPE_BUTTON, "One per Line"));
  type (f, "- one\n- two\n- three\n- four");
  assert_texts (f, "A line\nand what goes on|- one\n- two\n- three\n- four");
  split = atl_find_labelled (f->page, GTK_TYPE_BUTTON, "One per Line");
  g_assert_nonnull (split);
  g_signal_emit_by_name (split, "clicked");

  assert_texts (f, "A line\nand what goes on|one|two|three|four");
  undo (f);
  assert_texts (f, "A line\nand what goes on|- one\n- two\n- three\n- four");
  undo (f);
  assert_texts (f, "A line\nand what goes on");
}

static void
test_too_long_stays (Fixture      *f,
                     gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (20001, 'x');

  type (f, long_text);
  assert_texts (f, "");
  g_assert_true (atl_capture_bar_has_text (ATL_CAPTURE_BAR (f->bar)));
  atl_session_page_keep_draft (ATL_SESSION_PAGE (f->page));
  assert_texts (f, long_text);
}

static AtlPerson *
add_person (Fixture    *f,
            const char *name,
            gboolean    present)
{
  g_autoptr (AtlPerson) person = atl_person_new (NULL);

  atl_person_set_name (person, name);
  atl_person_set_present (person, present);
  atl_list_insert (atl_session_get_people (session_of (f)), ATL_ITEM (person));
  return person;
}

static void
test_author_by_two_letters (Fixture      *f,
                            gconstpointer data)
{
  AtlPerson *here = add_person (f, "Élodie Martin", TRUE);
  AtlPerson *absent = add_person (f, "Elmar Brandt", FALSE);
  GtkWidget *chip = atl_find (f->bar, ATL_TYPE_AUTHOR_CHIP);
  GtkWidget *search = NULL;

  add_person (f, "Bob", TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "pick-author", NULL);
  search = atl_find (chip, GTK_TYPE_TEXT);
  gtk_editable_set_text (GTK_EDITABLE (search), "el");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (atl_capture_bar_get_author (ATL_CAPTURE_BAR (f->bar)), ==,
                   atl_item_get_id (ATL_ITEM (here)));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "pick-author", NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "eb");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (atl_capture_bar_get_author (ATL_CAPTURE_BAR (f->bar)), ==,
                   atl_item_get_id (ATL_ITEM (absent)));

  type (f, "by Elmar");
  g_assert_cmpstr (atl_note_get_author (atl_list_get (atl_board_get_notes (board_of (f)), 0)), ==,
                   atl_item_get_id (ATL_ITEM (absent)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("/capture/typed-list/can-be-a-note-per-line", test_typed_list);
  ADD ("/capture/paste/asks-where-there-are-lines", test_lines_are_asked);
  ADD ("/capture/paste/board-is-free-when-nothing-is-asked", test_board_is_free);
  ADD ("/capture/paste/one-line-is-a-note", test_one_line_is_a_note);
  ADD ("/capture/paste/rows-or-cells", test_cells);
  ADD ("/capture/files/become-notes", test_files);
  g_test_add_func ("/capture/files/limit-and-encoding", test_file_limits);
  g_test_add_func ("/capture/cards/line-has-number-and-text", test_card_lines);
  ADD ("/capture/cards/add-below-what-one-says", test_card_says_something);
  ADD ("/capture/cards/are-filled-on-any-board-in-one-step", test_cards_of_other_boards);
  ADD ("/capture/cards/notes-get-numbers", test_number_notes);
  ADD ("/capture/hidden/until-released", test_hidden);
  ADD ("/capture/hidden/is-read-in-a-board-only-where-somebody-looks", test_hidden_shown);
  ADD ("/capture/limit/too-long-stays-and-is-not-lost", test_too_long_stays);
  ADD ("/capture/author/two-letters-find-somebody", test_author_by_two_letters);
}

int
main (int    argc,
      char **argv)
{
  int status = 0;

  gtk_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  application = atl_application_new (G_APPLICATION_NON_UNIQUE);
  catalogue = atl_catalogue_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  add_tests ();
  status = g_test_run ();
  g_object_unref (catalogue);
  g_object_unref (application);
  g_free (folder);
  return status;
}
