/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-application.h"
#include "model/atl-note.h"
#include "store/codec/atl-codec.h"
#include "store/atl-document-keep.h"
#include "store/recovery/atl-recovery-list.h"
#include "store/recovery/atl-recovery.h"
#include "ui/session/atl-session-page.h"
#include "ui/start/atl-draft-list.h"
#include "ui/start/atl-drafts-view.h"
#include "ui/window/atl-window.h"
#include "atl-waiting-test.h"
#include "atl-widget-test.h"

static AtlApplication *application;
static AtlCatalogue   *catalogue;
static char           *folder;

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static gboolean
has_document (gpointer window)
{
  return atl_window_get_document (window) != NULL;
}

static gboolean
has_recovered (gpointer window)
{
  return atl_window_get_recovered (window);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static gboolean
is_listed (gpointer drafts)
{
  return g_list_model_get_n_items (drafts) > 0 && !atl_draft_list_get_busy (drafts);
}

static gboolean
is_at_rest (gpointer drafts)
{
  return !atl_draft_list_get_busy (drafts);
}

static AtlWindow *
open_window (void)
{
  AtlWindow *window = atl_window_new (GTK_APPLICATION (application), catalogue);

  gtk_window_present (GTK_WINDOW (window));
  atl_test_wait_for (is_mapped, window);
  return window;
}

static void
destroy (AtlWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  atl_test_wait_for (is_gone, &window);
}

static void
activate (AtlWindow  *window,
          const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static gboolean
is_enabled (AtlWindow  *window,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static guint
count_notes (AtlWindow *window)
{
  AtlBoard *board = atl_session_page_get_board (ATL_SESSION_PAGE (atl_window_get_session_page (window)));

  return atl_list_get_length (atl_board_get_notes (board));
}

static AtlSession *
make_session (const char *text)
{
  const char *const   ids[] = { "start-stop-continue", NULL };
  AtlSession         *session = atl_catalogue_make_session (catalogue, "Try", "en", ids);
  AtlBoard           *board = atl_list_get (atl_session_get_boards (session), 0);
  g_autoptr (AtlNote) note = atl_note_new (NULL);

  if (text == NULL)
    return session;
  atl_note_set_text (note, text);
  atl_list_insert (atl_board_get_notes (board), ATL_ITEM (note));
  return session;
}

/* A folder of snapshots that holds what an opening of @session left behind. */
static AtlRecoverable *
leave (const char *root,
       AtlSession *session,
       const char *path,
       const char *base,
       gboolean    crashed)
{
  AtlRecovery          *recovery = atl_recovery_new (root, atl_item_get_id (ATL_ITEM (session)), path, base);
  g_autoptr (GBytes)    bytes = atl_codec_write (session);
  g_autoptr (GPtrArray) found = NULL;

  g_assert_true (atl_recovery_write_snapshot (recovery, atl_recovery_take_number (recovery), bytes,
                                              g_get_real_time (), NULL));
  if (!crashed)
    g_assert_true (atl_recovery_close (recovery, g_get_real_time (), NULL));
  atl_recovery_unref (recovery);
  found = atl_recovery_find (root, g_get_real_time ());
  return atl_recoverable_copy (g_ptr_array_index (found, 0));
}

static AtlRecoverable *
leave_behind (const char *root,
              AtlSession *session,
              const char *path,
              const char *base)
{
  return leave (root, session, path, base, FALSE);
}

static AtlWindow *
open_file (const char *name,
           char      **path)
{
  g_autoptr (AtlSession) session = make_session (NULL);
  g_autoptr (GBytes)     bytes = atl_codec_write (session);
  AtlWindow             *window = open_window ();

  *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (*path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  atl_window_open_path (window, *path);
  atl_test_wait_for (has_document, window);
  return window;
}

/* Work of one note more than the file, which another program has changed or not. */
static AtlRecovered *
leave_work (const char *path,
            gboolean    changed)
{
  g_autoptr (AtlDocument)    document = atl_document_open (path, NULL);
  g_autofree char           *root = g_strconcat (path, "-recovery", NULL);
  AtlSession                *session = atl_document_get_session (document);
  g_autoptr (AtlNote)        note = atl_note_new (NULL);
  g_autoptr (AtlRecoverable) found = NULL;
  const char                *base = changed ? "0" : atl_document_get_digest (document);

  atl_note_set_text (note, "Back");
  atl_list_insert (atl_board_get_notes (atl_list_get (atl_session_get_boards (session), 0)), ATL_ITEM (note));
  found = leave_behind (root, session, path, base);
  return atl_recovered_read (found, NULL);
}

static void
test_one_undo (void)
{
  g_autofree char         *path = NULL;
  AtlWindow               *window = open_file ("one-undo.atelier", &path);
  g_autoptr (AtlRecovered) recovered = leave_work (path, FALSE);
  g_autofree char         *text = atl_recovered_dup_text (recovered, g_get_real_time ());

  g_assert_true (g_str_has_suffix (text, "1 note more than the file"));
  atl_window_recover (window, recovered);
  g_assert_cmpuint (count_notes (window), ==, 1);
  g_assert_true (is_enabled (window, "recovered-keep"));
  activate (window, "recovered-use-file");

  g_assert_cmpuint (count_notes (window), ==, 0);
  g_assert_false (atl_window_get_recovered (window));
  g_assert_false (is_enabled (window, "recovered-use-file"));
  g_assert_cmpint (atl_document_get_state (atl_window_get_document (window)), ==, ATL_DOCUMENT_SAVED);

  destroy (window);
}

static void
test_conflict (void)
{
  g_autofree char         *path = NULL;
  AtlWindow               *window = open_file ("conflict.atelier", &path);
  g_autoptr (AtlRecovered) recovered = leave_work (path, TRUE);

  atl_window_recover (window, recovered);
  g_assert_cmpuint (count_notes (window), ==, 0);
  g_assert_false (is_enabled (window, "recovered-keep"));
  activate (window, "recovered-merge");
  g_assert_cmpuint (count_notes (window), ==, 1);
  g_assert_false (atl_window_get_recovered (window));
  activate (window, "undo");

  g_assert_cmpuint (count_notes (window), ==, 0);

  destroy (window);
}

static void
test_opens_by_name (void)
{
  g_autofree char           *path = NULL;
  AtlWindow                 *window = open_file ("by-name.atelier", &path);
  g_autofree char           *root = atl_recovery_dup_user_root ();
  g_autoptr (AtlDocument)    document = atl_document_open (path, NULL);
  AtlSession                *session = atl_document_get_session (document);
  g_autoptr (AtlRecoverable) found = NULL;

  destroy (window);
  atl_session_set_title (session, "Not saved");
  found = leave_behind (root, session, path, atl_document_get_digest (document));
  window = open_window ();
  atl_window_open_path (window, path);
  atl_test_wait_for (has_recovered, window);
  session = atl_document_get_session (atl_window_get_document (window));

  g_assert_cmpstr (atl_session_get_title (session), ==, "Not saved");

  destroy (window);
}

static void
test_draft_opens (void)
{
  g_autofree char           *root = g_build_filename (folder, "drafts", NULL);
  g_autoptr (AtlSession)     session = make_session ("A draft");
  g_autoptr (AtlRecoverable) found = leave_behind (root, session, "", "");
  g_autoptr (AtlDraftEntry)  entry = atl_draft_entry_new (found);
  AtlWindow                 *window = open_window ();

  g_signal_emit_by_name (atl_find (GTK_WIDGET (window), ATL_TYPE_DRAFTS_VIEW), "open-draft", entry);
  atl_test_wait_for (has_document, window);

  g_assert_cmpuint (count_notes (window), ==, 1);
  g_assert_true (atl_document_get_modified (atl_window_get_document (window)));
  g_assert_false (atl_window_get_recovered (window));

  destroy (window);
}

static gboolean
is_saved (gpointer window)
{
  return atl_document_get_state (atl_window_get_document (window)) == ATL_DOCUMENT_SAVED;
}

static AtlRecovered *
leave_untitled (const char *name)
{
  g_autofree char           *root = g_build_filename (folder, name, NULL);
  g_autoptr (AtlSession)     session = make_session ("On its own");
  g_autoptr (AtlRecoverable) found = leave (root, session, "", "", TRUE);

  return atl_recovered_read (found, NULL);
}

/* What is in a file now is no longer offered to be thrown away. */
static void
test_saved_on_its_own (void)
{
  AtlWindow               *window = open_window ();
  g_autoptr (AtlRecovered) recovered = leave_untitled ("alone");
  g_autofree char         *path = g_build_filename (folder, "alone.atelier", NULL);

  atl_window_recover (window, recovered);
  g_assert_true (is_enabled (window, "recovered-discard"));
  atl_document_save_async (atl_window_get_document (window), path, NULL,
                           (GAsyncReadyCallback) atl_document_save_finish, NULL);
  atl_test_wait_for (is_saved, window);

  g_assert_false (atl_window_get_recovered (window));
  g_assert_false (is_enabled (window, "recovered-discard"));

  destroy (window);
}

static void
test_discarded (void)
{
  AtlWindow               *window = open_window ();
  g_autoptr (AtlRecovered) recovered = leave_untitled ("thrown");
  g_autofree char         *root = g_build_filename (folder, "thrown", NULL);
  g_autoptr (GPtrArray)    found = NULL;

  atl_window_recover (window, recovered);
  activate (window, "recovered-discard");
  g_assert_null (atl_window_get_document (window));
  found = atl_recovery_find (root, g_get_real_time ());

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((AtlRecoverable *) found->pdata[0])->state, ==, ATL_RECOVERABLE_DISCARDED);

  destroy (window);
}

static GtkWidget *
find_button (GtkWidget  *parent,
             const char *label)
{
  if (GTK_IS_BUTTON (parent) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (parent)), label) == 0)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Saved before the user has answered: there is nothing left to answer, and undo is the way back. */
static void
test_back_after_saving (void)
{
  g_autofree char         *path = NULL;
  AtlWindow               *window = open_file ("back.atelier", &path);
  g_autoptr (AtlRecovered) recovered = leave_work (path, FALSE);
  AtlDocument             *document = atl_window_get_document (window);

  atl_window_recover (window, recovered);
  g_assert_nonnull (find_button (GTK_WIDGET (window), "_Use the File Instead"));
  atl_document_save_async (document, NULL, NULL, (GAsyncReadyCallback) atl_document_save_finish, NULL);
  atl_test_wait_for (is_saved, window);
  g_assert_false (atl_window_get_recovered (window));
  g_assert_false (is_enabled (window, "recovered-use-file"));

  g_assert_true (atl_history_undo (atl_document_get_history (document)));
  g_assert_cmpuint (count_notes (window), ==, 0);
  g_assert_true (atl_history_redo (atl_document_get_history (document)));
  g_assert_cmpuint (count_notes (window), ==, 1);

  destroy (window);
}

static gboolean
is_discarded (gpointer found)
{
  g_autofree char      *root = g_path_get_dirname (((AtlRecoverable *) found)->folder);
  g_autoptr (GPtrArray) all = atl_recovery_find (root, g_get_real_time ());

  return all->len == 1 && ((AtlRecoverable *) all->pdata[0])->state == ATL_RECOVERABLE_DISCARDED;
}

/* What the user keeps is in the file, not among the discarded. */
static void
test_kept (void)
{
  g_autofree char         *path = NULL;
  AtlWindow               *window = open_file ("kept.atelier", &path);
  g_autoptr (AtlRecovered) recovered = leave_work (path, FALSE);
  g_autofree char         *root = g_strconcat (path, "-recovery", NULL);
  g_autoptr (AtlDraftList) drafts = atl_draft_list_new (root);

  atl_window_recover (window, recovered);
  atl_test_wait_for (is_discarded, recovered->found);
  atl_draft_list_refresh (drafts);
  atl_test_wait_for (is_listed, drafts);
  activate (window, "recovered-keep");
  atl_test_wait_for (is_saved, window);
  atl_draft_list_refresh (drafts);
  atl_test_wait_for (is_at_rest, drafts);

  g_assert_false (atl_window_get_recovered (window));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (drafts)), ==, 0);

  destroy (window);
}

static void
test_list (void)
{
  g_autofree char           *root = g_build_filename (folder, "list", NULL);
  g_autoptr (AtlSession)     session = make_session ("A draft");
  g_autoptr (AtlRecoverable) found = leave_behind (root, session, "", "");
  g_autoptr (AtlDraftList)   drafts = atl_draft_list_new (root);
  g_autoptr (AtlDraftEntry)  entry = NULL;
  g_autoptr (AtlDraftEntry)  discarded = NULL;
  g_autoptr (AtlDraftEntry)  again = NULL;
  g_autofree char           *title = NULL;
  g_autofree char           *facts = NULL;
  g_autofree char           *left = NULL;

  atl_draft_list_refresh (drafts);
  atl_test_wait_for (is_listed, drafts);
  entry = g_list_model_get_item (G_LIST_MODEL (drafts), 0);
  title = atl_draft_entry_dup_title (entry);
  facts = atl_draft_entry_dup_facts (entry, g_get_real_time ());
  g_assert_cmpstr (title, ==, "Try");
  g_assert_true (g_str_has_suffix (facts, "· 1 note"));
  g_assert_nonnull (atl_draft_entry_get_board (entry));

  atl_draft_list_discard (drafts, entry);
  atl_test_wait_for (is_at_rest, drafts);
  discarded = g_list_model_get_item (G_LIST_MODEL (drafts), 0);
  left = atl_draft_entry_dup_place (discarded, g_get_real_time ());
  g_assert_true (atl_draft_entry_get_discarded (discarded));
  g_assert_cmpstr (left, ==, "7 days left");

  atl_draft_list_undiscard (drafts, discarded);
  atl_test_wait_for (is_at_rest, drafts);
  again = g_list_model_get_item (G_LIST_MODEL (drafts), 0);
  g_assert_false (atl_draft_entry_get_discarded (again));
}

static void
test_view (void)
{
  g_autofree char           *root = g_build_filename (folder, "view", NULL);
  g_autoptr (AtlSession)     session = make_session ("A draft");
  g_autoptr (AtlDraftList)   drafts = atl_draft_list_new (root);
  g_autoptr (GtkWidget)      view = g_object_ref_sink (atl_drafts_view_new (drafts));
  g_autoptr (AtlRecoverable) found = NULL;

  g_assert_false (gtk_widget_get_visible (view));
  found = leave_behind (root, session, "", "");
  atl_draft_list_refresh (drafts);
  atl_test_wait_for (is_listed, drafts);

  g_assert_true (gtk_widget_get_visible (view));
  gtk_test_accessible_assert_role (atl_find (view, GTK_TYPE_FLOW_BOX_CHILD),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
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
  g_test_add_func ("/recovered/restore/is-one-undo", test_one_undo);
  g_test_add_func ("/recovered/conflict/waits-for-an-answer", test_conflict);
  g_test_add_func ("/recovered/open/by-name-brings-back-the-rest", test_opens_by_name);
  g_test_add_func ("/recovered/on-its-own/saving-is-an-answer", test_saved_on_its_own);
  g_test_add_func ("/recovered/on-its-own/discarding-keeps-it-a-while", test_discarded);
  g_test_add_func ("/recovered/restore/saved-leaves-nothing-to-answer", test_back_after_saving);
  g_test_add_func ("/recovered/restore/kept-is-not-discarded", test_kept);
  g_test_add_func ("/drafts/open/from-the-start-page", test_draft_opens);
  g_test_add_func ("/drafts/list/discard-and-back", test_list);
  g_test_add_func ("/drafts/view/is-there-when-there-are-drafts", test_view);
  status = g_test_run ();
  g_object_unref (catalogue);
  g_object_unref (application);
  g_free (folder);
  return status;
}
