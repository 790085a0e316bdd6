/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-application.h"
#include "app/atl-renderer.h"
#include "catalogue/atl-board-maker.h"
#include "model/atl-authors.h"
#include "model/atl-edits.h"
#include "store/codec/atl-codec.h"
#include "store/atl-document-keep.h"
#include "store/recovery/atl-recovery-list.h"
#include "store/recovery/atl-versions.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/restore/atl-restore-window.h"
#include "ui/session/atl-saver.h"
#include "ui/session/atl-session-page.h"
#include "ui/start/atl-recents.h"
#include "ui/window/atl-window.h"
#include "atl-waiting-test.h"
#include "atl-widget-test.h"

#include <glib/gstdio.h>

static AtlApplication *application;
static AtlCatalogue   *catalogue;
static char           *folder;

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static gboolean
is_saved (gpointer document)
{
  return atl_document_get_state (document) == ATL_DOCUMENT_SAVED;
}

static gboolean
has_document (gpointer window)
{
  return atl_window_get_document (window) != NULL;
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static GtkWidget *
find_button (const char *label)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      GtkWidget *button = atl_find_labelled (l->data, GTK_TYPE_BUTTON, label);

      if (button != NULL)
        return button;
    }
  return NULL;
}

static gboolean
has_button (gpointer label)
{
  return find_button (label) != NULL;
}

static void
click (const char *label)
{
  atl_test_wait_for (has_button, (gpointer) label);
  g_signal_emit_by_name (find_button (label), "clicked");
}

static void
activate (AtlWindow  *window,
          const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static AtlWindow *
open_window (void)
{
  AtlWindow *window = atl_window_new (GTK_APPLICATION (application), catalogue);

  gtk_window_present (GTK_WINDOW (window));
  atl_test_wait_for (is_mapped, window);
  return window;
}

static AtlWindow *
open_session (const char *template_id)
{
  const char *const       ids[] = { template_id, NULL };
  g_autoptr (AtlSession)  session = atl_catalogue_make_session (catalogue, "Try", "en", ids);
  g_autoptr (AtlDocument) document = atl_document_new (session);
  AtlWindow              *window = open_window ();

  atl_window_set_document (window, document);
  return window;
}

static AtlBoard *
get_board (AtlWindow *window)
{
  return atl_session_page_get_board (ATL_SESSION_PAGE (atl_window_get_session_page (window)));
}

static guint
count_notes (AtlWindow *window)
{
  return atl_list_get_length (atl_board_get_notes (get_board (window)));
}

static GtkTextBuffer *
get_capture_text (AtlWindow *window)
{
  GtkWidget *bar = atl_find_labelled (atl_window_get_session_page (window), ATL_TYPE_CAPTURE_BAR, NULL);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (atl_find_labelled (bar, GTK_TYPE_TEXT_VIEW, NULL)));
}

static void
type_note (AtlWindow  *window,
           const char *text)
{
  gtk_text_buffer_set_text (get_capture_text (window), text, -1);
  atl_session_page_keep_draft (ATL_SESSION_PAGE (atl_window_get_session_page (window)));
}

static void
destroy (AtlWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  atl_test_wait_for (is_gone, &window);
}

static void
test_new_session (void)
{
  AtlWindow *window = open_session ("start-stop-continue");

  g_assert_nonnull (get_board (window));
  g_assert_cmpint (count_notes (window), ==, 0);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (window))));

  destroy (window);
}

static void
test_capture_and_undo (void)
{
  AtlWindow *window = open_session ("start-stop-continue");

  type_note (window, "One");
  type_note (window, "Two");
  type_note (window, "Three\nin two lines");
  g_assert_cmpint (count_notes (window), ==, 3);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_capture_text (window)), ==, 0);
  activate (window, "undo");
  g_assert_cmpint (count_notes (window), ==, 2);
  activate (window, "redo");
  g_assert_cmpint (count_notes (window), ==, 3);

  destroy (window);
}

static void
test_entry_keeps_its_undo (void)
{
  AtlWindow     *window = open_session ("start-stop-continue");
  GtkTextBuffer *buffer = get_capture_text (window);

  type_note (window, "One");
  gtk_text_buffer_insert_at_cursor (buffer, "typed", -1);
  activate (window, "undo");

  g_assert_cmpint (count_notes (window), ==, 1);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);

  destroy (window);
}

static void
test_pick_area (void)
{
  AtlWindow *window = open_session ("start-stop-continue");
  AtlArea   *second = atl_list_get (atl_board_get_areas (get_board (window)), 1);
  AtlNote   *note = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "pick-area", g_variant_new_int32 (2));
  type_note (window, "In the second");
  note = atl_list_get (atl_board_get_notes (get_board (window)), 0);

  g_assert_true (atl_note_find_area (note) == second);

  destroy (window);
}

static void
test_save_and_reopen (void)
{
  AtlWindow         *window = open_session ("start-stop-continue");
  AtlWindow         *other = open_window ();
  AtlDocument       *document = atl_window_get_document (window);
  g_autofree char   *path = g_build_filename (folder, "saved.atelier", NULL);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) read = NULL;

  type_note (window, "Kept");
  atl_document_save_async (document, path, NULL, (GAsyncReadyCallback) atl_document_save_finish, NULL);
  atl_test_wait_for (is_saved, document);
  type_note (window, "Kept too");
  activate (window, "save");
  atl_test_wait_for (is_saved, document);
  written = atl_codec_write (atl_document_get_session (document));
  destroy (window);
  atl_window_open_path (other, path);
  atl_test_wait_for (has_document, other);
  read = atl_codec_write (atl_document_get_session (atl_window_get_document (other)));

  g_assert_true (g_bytes_equal (written, read));
  g_assert_cmpint (count_notes (other), ==, 2);

  destroy (other);
}

static void
reopen (AtlWindow **window,
        const char *path)
{
  destroy (g_steal_pointer (window));
  *window = open_window ();
  atl_window_open_path (*window, path);
  atl_test_wait_for (has_document, *window);
}

/* Where it was left; on its first board once that one is gone. */
static void
test_opens_where_it_was_left (void)
{
  AtlWindow       *window = open_session ("start-stop-continue");
  AtlDocument     *document = atl_window_get_document (window);
  AtlTemplate     *sailboat = atl_catalogue_find_template (catalogue, "sailboat");
  g_autofree char *path = g_build_filename (folder, "places.atelier", NULL);
  AtlBoard        *second = NULL;

  atl_board_maker_add (sailboat, atl_document_get_session (document), "Second");
  atl_document_save_async (document, path, NULL, (GAsyncReadyCallback) atl_document_save_finish, NULL);
  atl_test_wait_for (is_saved, document);
  reopen (&window, path);
  g_assert_cmpstr (atl_board_get_title (get_board (window)), !=, "Second");
  activate (window, "next-board");
  g_assert_cmpstr (atl_board_get_title (get_board (window)), ==, "Second");

  reopen (&window, path);
  second = get_board (window);
  g_assert_cmpstr (atl_board_get_title (second), ==, "Second");
  g_assert_false (atl_history_get_can_undo (atl_document_get_history (atl_window_get_document (window))));
  g_assert_false (atl_document_get_modified (atl_window_get_document (window)));

  atl_list_remove (atl_item_get_list (ATL_ITEM (second)), ATL_ITEM (second));
  atl_recents_set_place (atl_recents_get_default (), path, "gone");
  reopen (&window, path);
  g_assert_cmpstr (atl_board_get_title (get_board (window)), !=, "Second");
  destroy (window);
}

static void
test_unmodified_closes (void)
{
  AtlWindow *window = open_session ("start-stop-continue");

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));

  atl_test_wait_for (is_gone, &window);
}

static gboolean
has_untitled_draft (const char *words)
{
  AtlKeeping            keeping = atl_keeping_get_default ();
  gint64                now = g_get_real_time ();
  g_autofree char      *text = NULL;
  g_autoptr (GPtrArray) found = atl_recovery_find (keeping.recovery, now);

  for (guint i = 0; i < found->len; i++)
    {
      const AtlRecoverable *one = g_ptr_array_index (found, i);

      g_clear_pointer (&text, g_free);
      if (one->state == ATL_RECOVERABLE_DRAFT && *one->path == '\0' &&
          g_file_get_contents (one->snapshot, &text, NULL, NULL) && strstr (text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_close_untitled (void)
{
  AtlWindow *window = open_session ("start-stop-continue");

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_text_buffer_set_text (get_capture_text (window), "A draft", -1);
  gtk_window_close (GTK_WINDOW (window));

  atl_test_wait_for (is_gone, &window);
  g_assert_true (has_untitled_draft ("A draft"));
}

static void
save_to (AtlWindow  *window,
         const char *path)
{
  AtlDocument *document = atl_window_get_document (window);

  atl_document_save_async (document, path, NULL, (GAsyncReadyCallback) atl_document_save_finish, NULL);
  atl_test_wait_for (is_saved, document);
}

static void
test_close_saves (void)
{
  AtlWindow       *window = open_session ("start-stop-continue");
  g_autofree char *path = g_build_filename (folder, "closed.atelier", NULL);
  g_autofree char *text = NULL;

  save_to (window, path);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  type_note (window, "Saved by closing");
  gtk_window_close (GTK_WINDOW (window));
  atl_test_wait_for (is_gone, &window);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Saved by closing"));
}

static gboolean
is_outside_changed (gpointer document)
{
  return atl_document_get_outside (document) == ATL_OUTSIDE_CHANGED;
}

/* Another program has changed the file, so that closing cannot save. */
static void
test_close_asks (void)
{
  AtlWindow       *window = open_session ("start-stop-continue");
  g_autofree char *path = g_build_filename (folder, "asked.atelier", NULL);
  g_autofree char *text = NULL;
  AtlNotices      *notices = NULL;

  save_to (window, path);
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  atl_test_wait_for (is_outside_changed, atl_window_get_document (window));
  notices = atl_session_page_get_notices (ATL_SESSION_PAGE (atl_window_get_session_page (window)));
  g_assert_true (atl_notices_get_shown (notices, ATL_TOPIC_OUTSIDE));
  type_note (window, "Ours");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  click ("_Cancel");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  while (has_button ((gpointer) "_Discard"))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (GTK_WINDOW (window));
  click ("_Discard");
  atl_test_wait_for (is_gone, &window);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "theirs");
}

static void
test_damaged_file (void)
{
  AtlWindow       *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "text.atelier", NULL);

  g_assert_true (g_file_set_contents (path, "Not a session at all.", -1, NULL));
  atl_window_open_path (window, path);
  click ("_Close");

  g_assert_null (atl_window_get_document (window));

  destroy (window);
}

static gboolean
is_kept (gpointer path)
{
  g_autofree char      *root = atl_versions_dup_user_root ();
  g_autoptr (GPtrArray) versions = atl_versions_find_for_path (root, path);

  return versions->len > 0;
}

static GtkWidget *
find_restore_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ATL_IS_RESTORE_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_opened_version (gpointer window)
{
  GtkWidget *restore = find_restore_window ();

  if (restore != NULL)
    gtk_widget_activate_action (restore, "restore.apply", NULL);
  return atl_window_get_document (window) != NULL &&
         !atl_document_get_read_only (atl_window_get_document (window));
}

/* Writes a session with two notes, and leaves it as @length bytes of it. */
static char *
write_and_break (const char *name,
                 double      part)
{
  AtlWindow       *window = open_session ("start-stop-continue");
  AtlWindow       *other = open_window ();
  AtlDocument     *document = atl_window_get_document (window);
  char            *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize            length = 0;

  type_note (window, "Once");
  type_note (window, "Twice");
  atl_document_save_async (document, path, NULL, (GAsyncReadyCallback) atl_document_save_finish, NULL);
  atl_test_wait_for (is_saved, document);
  destroy (window);
  atl_window_open_path (other, path);
  atl_test_wait_for (has_document, other);
  atl_test_wait_for (is_kept, path);
  destroy (other);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) ((double) length * part), NULL));
  return path;
}

/* An emptied file is no dead end: an earlier version takes its place, and is there once it is saved. */
static void
test_empty_file (void)
{
  g_autofree char *path = write_and_break ("emptied.atelier", 0);
  g_autofree char *text = NULL;
  AtlWindow       *window = open_window ();

  atl_window_open_path (window, path);
  click ("_Earlier Versions…");
  atl_test_wait_for (has_opened_version, window);

  g_assert_cmpint (count_notes (window), ==, 2);
  g_assert_cmpstr (atl_document_get_path (atl_window_get_document (window)), ==, path);
  g_assert_true (atl_document_get_modified (atl_window_get_document (window)));
  activate (window, "save");
  atl_test_wait_for (is_saved, atl_window_get_document (window));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Twice"));

  destroy (window);
}

static gboolean
has_displaced (const char *path,
               const char *content)
{
  g_autofree char      *root = atl_versions_dup_user_root ();
  g_autoptr (GPtrArray) versions = atl_versions_find_for_path (root, path);

  for (guint i = 0; i < versions->len; i++)
    {
      const AtlVersion  *version = versions->pdata[i];
      g_autoptr (GBytes) bytes = atl_version_load (version, NULL);
      gsize              length = g_bytes_get_size (bytes);

      if (version->reason == ATL_VERSION_DISPLACED && length == strlen (content) &&
          memcmp (g_bytes_get_data (bytes, NULL), content, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What is left of a cut file stays as a version of its own. */
static void
test_cut_file_gives_way (void)
{
  g_autofree char *path = write_and_break ("halved.atelier", 0.6);
  g_autofree char *left = NULL;
  AtlWindow       *window = open_window ();

  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  atl_window_open_path (window, path);
  atl_test_wait_for (has_document, window);
  g_assert_true (atl_document_get_read_only (atl_window_get_document (window)));
  activate (window, "restore-version");
  atl_test_wait_for (has_opened_version, window);

  g_assert_cmpint (count_notes (window), ==, 2);
  g_assert_cmpstr (atl_document_get_path (atl_window_get_document (window)), ==, path);
  g_assert_true (has_displaced (path, left));
  activate (window, "save");
  atl_test_wait_for (is_saved, atl_window_get_document (window));

  destroy (window);
}

static void
test_cut_file (void)
{
  AtlWindow       *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "cut.atelier", NULL);
  const char      *text = "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"c\","
                          "\"title\":\"Cut\",\"boards\":[\n{\"id\":\"b\",\"ti";
  AtlNotices      *notices = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  atl_window_open_path (window, path);
  atl_test_wait_for (has_document, window);

  notices = atl_session_page_get_notices (ATL_SESSION_PAGE (atl_window_get_session_page (window)));
  g_assert_true (atl_notices_get_shown (notices, ATL_TOPIC_READ_ONLY));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save-copy"));

  destroy (window);
}

static void
test_newer_file (void)
{
  AtlWindow       *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "newer.atelier", NULL);
  const char      *text = "{\"format\":\"atelier-session\",\"version\":999,"
                          "\"id\":\"n\",\"title\":\"Newer\"}\n";

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  atl_window_open_path (window, path);
  atl_test_wait_for (has_document, window);

  g_assert_true (atl_document_get_read_only (atl_window_get_document (window)));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "add-board"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export-pdf"));

  destroy (window);
}

static void
test_delete_open_board (void)
{
  AtlWindow  *window = open_session ("start-stop-continue");
  AtlSession *session = atl_document_get_session (atl_window_get_document (window));
  AtlHistory *history = atl_document_get_history (atl_window_get_document (window));
  AtlBoard   *first = get_board (window);

  atl_history_begin (history, "Delete Board");
  atl_board_delete (first);
  atl_history_end (history);
  g_assert_true (get_board (window) == atl_list_get (atl_session_get_boards (session), 0));
  activate (window, "undo");
  g_assert_true (get_board (window) == first);

  destroy (window);
}

static void
test_names (void)
{
  static const char *const table[][2] = {
    { "Retro", "Retro.atelier" },
    { "", "Session.atelier" },
    { "A/B: \"C\"?", "A-B- -C--.atelier" },
    { ".hidden", "-hidden.atelier" },
    { "Lancement de La Serre", "Lancement de La Serre.atelier" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *name = atl_saver_suggest_name (table[i][0], ".atelier");

      g_assert_cmpstr (name, ==, table[i][1]);
    }
}

static void
test_software_drivers (void)
{
  g_assert_true (atl_renderer_is_software (NULL));
  g_assert_true (atl_renderer_is_software ("llvmpipe (LLVM 15.0.6, 256 bits)"));
  g_assert_false (atl_renderer_is_software ("Mesa Intel(R) UHD Graphics 620 (KBL GT2)"));
}

/* Each board for itself, and one undo. */
static void
test_authors (void)
{
  AtlWindow           *window = open_session ("sailboat");
  AtlHistory          *history = atl_document_get_history (atl_window_get_document (window));
  GActionGroup        *actions = G_ACTION_GROUP (window);
  g_autoptr (GVariant) before = g_action_group_get_action_state (actions, "authors");
  g_autoptr (GVariant) after = NULL;

  g_assert_cmpstr (g_variant_get_string (before, NULL), ==, "name");
  g_action_group_change_action_state (actions, "authors", g_variant_new_string ("silo"));

  after = g_action_group_get_action_state (actions, "authors");
  g_assert_cmpstr (g_variant_get_string (after, NULL), ==, "silo");
  g_assert_cmpint (atl_board_get_authors (get_board (window)), ==, ATL_AUTHORS_SILO);
  g_assert_cmpstr (atl_history_get_undo_label (history), ==, "Show Authors");
  atl_history_undo (history);
  g_assert_cmpint (atl_board_get_authors (get_board (window)), ==, ATL_AUTHORS_NAME);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/window/authors", test_authors);
  g_test_add_func ("/window/new-session/opens-its-first-board", test_new_session);
  g_test_add_func ("/window/capture/adds-notes-and-undo-takes-them-back", test_capture_and_undo);
  g_test_add_func ("/window/undo/entry-with-text-keeps-its-own", test_entry_keeps_its_undo);
  g_test_add_func ("/window/pick-area/notes-go-there", test_pick_area);
  g_test_add_func ("/window/save/reopens-equal", test_save_and_reopen);
  g_test_add_func ("/window/open/where-it-was-left", test_opens_where_it_was_left);
  g_test_add_func ("/window/close/unmodified-asks-nothing", test_unmodified_closes);
  g_test_add_func ("/window/close/untitled-stays-as-a-draft", test_close_untitled);
  g_test_add_func ("/window/close/saves-what-has-a-file", test_close_saves);
  g_test_add_func ("/window/close/asks-when-it-cannot-save", test_close_asks);
  g_test_add_func ("/window/open/what-is-no-session-says-so", test_damaged_file);
  g_test_add_func ("/window/open/cut-file-can-be-read-only", test_cut_file);
  g_test_add_func ("/window/open/emptied-file/earlier-version-takes-its-place", test_empty_file);
  g_test_add_func ("/window/open/cut-file/earlier-version-takes-its-place", test_cut_file_gives_way);
  g_test_add_func ("/window/open/newer-file-can-be-read-only", test_newer_file);
  g_test_add_func ("/window/delete-board/opens-another-and-undo-brings-it-back", test_delete_open_board);
  g_test_add_func ("/saver/suggest-name/is-a-file-name", test_names);
  g_test_add_func ("/renderer/software/told-by-its-name", test_software_drivers);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int                status = 0;

  gtk_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  application = atl_application_new (G_APPLICATION_NON_UNIQUE);
  catalogue = atl_catalogue_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  add_tests ();
  status = g_test_run ();
  g_object_unref (catalogue);
  g_object_unref (application);
  g_free (folder);
  return status;
}
