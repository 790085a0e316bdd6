/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-application.h"
#include "model/atl-note.h"
#include "store/atl-document-keep.h"
#include "store/recovery/atl-recovery-list.h"
#include "ui/capture/atl-capture-question.h"
#include "ui/common/atl-notice-bar.h"
#include "ui/common/atl-toast.h"
#include "ui/session/atl-session-page.h"
#include "ui/window/atl-window.h"
#include "atl-waiting-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

/* Files that cannot be saved, as the user sees it. */

static AtlApplication *application;
static AtlCatalogue   *catalogue;

/* A window with a session of one note, saved in a file. */
typedef struct
{
  AtlWindow   *window;
  AtlDocument *document;
  AtlNotices  *notices;
  char        *folder;
  char        *path;
} Fixture;

/* No file can grow any more, as on a disk that is full. */
static void
fill_disk (gboolean full)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = full ? 1 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
is_at_rest (gpointer document)
{
  return atl_document_get_state (document) != ATL_DOCUMENT_SAVING;
}

static gboolean
is_saved (gpointer document)
{
  return atl_document_get_state (document) == ATL_DOCUMENT_SAVED;
}

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

static gboolean
is_outside_shown (gpointer notices)
{
  return atl_notices_get_shown (notices, ATL_TOPIC_OUTSIDE);
}

static gboolean
is_failure_shown (gpointer notices)
{
  return atl_notices_get_shown (notices, ATL_TOPIC_SAVING);
}

static void
save (Fixture *f)
{
  atl_document_save_async (f->document, NULL, NULL, (GAsyncReadyCallback) atl_document_save_finish, NULL);
  atl_test_wait_for (is_at_rest, f->document);
}

static void
add_note (Fixture *f)
{
  AtlSession         *session = atl_document_get_session (f->document);
  AtlBoard           *board = atl_list_get (atl_session_get_boards (session), 0);
  g_autoptr (AtlNote) note = atl_note_new (NULL);
  AtlHistory         *history = atl_document_get_history (f->document);

  atl_note_set_text (note, "Ours");
  atl_history_begin (history, "Add Note");
  atl_list_insert (atl_board_get_notes (board), ATL_ITEM (note));
  atl_history_end (history);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  const char *const       ids[] = { "start-stop-continue", NULL };
  g_autoptr (AtlSession)  session = atl_catalogue_make_session (catalogue, "Try", "en", ids);
  g_autoptr (AtlDocument) document = atl_document_new (session);

  f->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "plan.atelier", NULL);
  f->window = atl_window_new (GTK_APPLICATION (application), catalogue);
  f->document = document;
  gtk_window_present (GTK_WINDOW (f->window));
  atl_test_wait_for (is_mapped, f->window);
  atl_window_set_document (f->window, document);
  f->notices = atl_session_page_get_notices (ATL_SESSION_PAGE (atl_window_get_session_page (f->window)));
  atl_document_save_async (document, f->path, NULL, (GAsyncReadyCallback) atl_document_save_finish, NULL);
  atl_test_wait_for (is_saved, document);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  fill_disk (FALSE);
  if (f->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
      gtk_window_destroy (GTK_WINDOW (f->window));
      atl_test_wait_for (is_gone, &f->window);
    }
  g_free (f->folder);
  g_free (f->path);
}

/* The first visible widget below @parent of a type, and with a text if there is one. */
static GtkWidget *
find (GtkWidget  *parent,
      GType       type,
      const char *property,
      const char *text)
{
  g_autofree char *value = NULL;

  if (!gtk_widget_get_visible (parent))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (parent, type))
    g_object_get (parent, property, &value, NULL);
  if (value != NULL && strstr (value, text) != NULL)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, property, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_anywhere (GType       type,
               const char *property,
               const char *text)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      GtkWidget *found = find (l->data, type, property, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_button (gpointer label)
{
  return find_anywhere (GTK_TYPE_BUTTON, "label", label) != NULL;
}

static gboolean
has_label (gpointer text)
{
  return find_anywhere (GTK_TYPE_LABEL, "label", text) != NULL;
}

static gboolean
has_no_button (gpointer label)
{
  return !has_button (label);
}

static void
click (const char *label)
{
  atl_test_wait_for (has_button, (gpointer) label);
  g_signal_emit_by_name (find_anywhere (GTK_TYPE_BUTTON, "label", label), "clicked");
}

/* Closes the bar above the board. */
static void
dismiss (Fixture *f)
{
  GtkWidget *close = find (GTK_WIDGET (f->notices), GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic");

  g_signal_emit_by_name (close, "clicked");
  g_assert_false (is_outside_shown (f->notices) || is_failure_shown (f->notices));
}

static void
activate (Fixture    *f,
          const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action, NULL);
}

static void
change_outside (Fixture    *f,
                const char *text)
{
  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
  atl_test_wait_for (is_outside_shown, f->notices);
}

static void
test_save_tells_again (Fixture      *f,
                       gconstpointer data)
{
  change_outside (f, "theirs");
  add_note (f);
  dismiss (f);

  activate (f, "save");

  atl_test_wait_for (is_outside_shown, f->notices);
}

static void
test_other_change_tells_again (Fixture      *f,
                               gconstpointer data)
{
  change_outside (f, "theirs");
  /* The watch has told of it, and the file was looked at. */
  atl_document_look (f->document);
  dismiss (f);

  change_outside (f, "theirs, once more");
}

static void
test_failed_again (Fixture      *f,
                   gconstpointer data)
{
  add_note (f);
  fill_disk (TRUE);
  save (f);
  atl_test_wait_for (is_failure_shown, f->notices);
  dismiss (f);

  save (f);

  atl_test_wait_for (is_failure_shown, f->notices);
}

static void
test_staying_tells_again (Fixture      *f,
                          gconstpointer data)
{
  change_outside (f, "theirs");
  add_note (f);
  dismiss (f);

  gtk_window_close (GTK_WINDOW (f->window));
  click ("_Cancel");

  atl_test_wait_for (is_outside_shown, f->notices);
}

static void
test_gone_after_failure (Fixture      *f,
                         gconstpointer data)
{
  add_note (f);
  fill_disk (TRUE);
  save (f);
  atl_test_wait_for (is_failure_shown, f->notices);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  atl_test_wait_for (is_outside_shown, f->notices);

  fill_disk (FALSE);
  click ("_Save It Again");
  atl_test_wait_for (is_saved, f->document);

  g_assert_false (is_outside_shown (f->notices) || is_failure_shown (f->notices));
  g_assert_true (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

static void
test_retry_after_gone (Fixture      *f,
                       gconstpointer data)
{
  add_note (f);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  atl_test_wait_for (is_outside_shown, f->notices);
  fill_disk (TRUE);
  click ("_Save It Again");
  atl_test_wait_for (is_failure_shown, f->notices);

  fill_disk (FALSE);
  click ("_Retry");
  atl_test_wait_for (is_saved, f->document);

  g_assert_true (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

static gboolean
is_lit (gpointer widget)
{
  if (gtk_widget_has_css_class (widget, "again"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_lit (child))
      return TRUE;
  return FALSE;
}

static void
test_retry_that_fails (Fixture      *f,
                       gconstpointer data)
{
  add_note (f);
  fill_disk (TRUE);
  save (f);
  atl_test_wait_for (is_failure_shown, f->notices);
  g_assert_false (is_lit (f->notices));

  click ("_Retry");

  atl_test_wait_for (is_lit, f->notices);
}

/* What the window does when the user turns to it. */
static void
test_mended (Fixture      *f,
             gconstpointer data)
{
  add_note (f);
  fill_disk (TRUE);
  save (f);
  atl_test_wait_for (is_failure_shown, f->notices);

  fill_disk (FALSE);
  atl_document_look (f->document);
  atl_test_wait_for (is_saved, f->document);

  g_assert_false (is_failure_shown (f->notices));
}

static void
test_toast_is_inmost (Fixture      *f,
                      gconstpointer data)
{
  GtkWidget *toast = NULL;

  atl_toast_show (GTK_WIDGET (f->window), "In passing");
  toast = find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "label", "In passing");
  while (toast != NULL && !ADW_IS_TOAST_OVERLAY (toast))
    toast = gtk_widget_get_parent (toast);

  g_assert_nonnull (toast);
  g_assert_true (gtk_widget_is_ancestor (toast, atl_window_get_session_page (f->window)));
}

static gboolean
has_no_label (gpointer text)
{
  return !has_label (text);
}

static void
answered_cb (int      answer,
             gpointer user_data)
{
}

/* It would lie over the answers. */
static void
test_toast_gives_way (Fixture      *f,
                      gconstpointer data)
{
  const char *const answers[] = { "_One Note", "_Two Notes", NULL };
  GtkWidget        *question = find (GTK_WIDGET (f->window), ATL_TYPE_CAPTURE_QUESTION, "css-name", "");

  gint64 start = g_get_monotonic_time ();

  atl_toast_show_step (GTK_WIDGET (f->window), "In passing", "Else", atl_document_get_history (f->document),
                       g_cclosure_new (G_CALLBACK (has_no_label), NULL, NULL));
  atl_test_wait_for (has_label, (gpointer) "In passing");

  atl_capture_question_ask (ATL_CAPTURE_QUESTION (question), "How?", answers, answered_cb, NULL);
  atl_test_wait_for (has_no_label, (gpointer) "In passing");

  /* By itself it stays for ten seconds. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 8 * G_USEC_PER_SEC);
}

/* The dialog takes the answer once it has read its folder. */
static gboolean
is_told (gpointer text)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_FILE_CHOOSER (l->data) && gtk_widget_get_mapped (l->data))
      g_signal_emit_by_name (l->data, "response", GTK_RESPONSE_ACCEPT);
  return has_label (text);
}

static void
test_copy_is_told (Fixture      *f,
                   gconstpointer data)
{
  g_autofree char *copy = g_build_filename (f->folder, "Try.atelier", NULL);

  activate (f, "save-copy");
  atl_test_wait_for (is_told, "Copy saved as “Try.atelier”");

  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (atl_document_get_path (f->document), ==, f->path);
}

static void
test_state_names_the_file (Fixture      *f,
                           gconstpointer data)
{
  add_note (f);
  change_outside (f, "theirs");

  g_assert_true (has_label ("File was changed: “plan.atelier”"));
}

static void
test_reload_names_the_file (Fixture      *f,
                            gconstpointer data)
{
  change_outside (f, "[");
  activate (f, "reload");
  atl_test_wait_for (is_failure_shown, f->notices);

  g_assert_nonnull (find (GTK_WIDGET (f->notices), GTK_TYPE_LABEL, "label", "“plan.atelier”"));
  g_assert_true (has_button ((gpointer) "_Overwrite"));
}

/* Neither the file nor a safety copy can be written: the user knows before anything is lost. */
static void
test_discard_for_good (Fixture      *f,
                       gconstpointer data)
{
  AtlKeeping keeping = atl_keeping_get_default ();

  fill_disk (TRUE);
  add_note (f);
  gtk_window_close (GTK_WINDOW (f->window));
  click ("_Discard");
  atl_test_wait_for (has_button, (gpointer) "_Discard Anyway");
  g_assert_false (has_label ((gpointer) "seven days"));
  g_assert_false (has_label ((gpointer) keeping.recovery));
  click ("_Cancel");
  atl_test_wait_for (has_no_button, (gpointer) "_Discard Anyway");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->window)));

  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  gtk_window_close (GTK_WINDOW (f->window));
  atl_test_wait_for (has_no_button, (gpointer) "_Discard Anyway");
  click ("_Discard");
  click ("_Discard Anyway");
  atl_test_wait_for (is_gone, &f->window);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("/trouble/closed-bar/save-brings-it-back", test_save_tells_again);
  ADD ("/trouble/closed-bar/another-change-brings-it-back", test_other_change_tells_again);
  ADD ("/trouble/closed-bar/another-failure-brings-it-back", test_failed_again);
  ADD ("/trouble/closed-bar/staying-brings-it-back", test_staying_tells_again);
  ADD ("/trouble/gone/takes-the-place-of-a-failure", test_gone_after_failure);
  ADD ("/trouble/gone/retry-writes-the-file", test_retry_after_gone);
  ADD ("/trouble/retry/failing-again-is-seen", test_retry_that_fails);
  ADD ("/trouble/retry/by-itself-when-it-is-mended", test_mended);
  ADD ("/trouble/toast/leaves-the-capture-bar-free", test_toast_is_inmost);
  ADD ("/trouble/toast/gives-way-to-a-question", test_toast_gives_way);
  ADD ("/trouble/copy/is-told-and-not-the-file", test_copy_is_told);
  ADD ("/trouble/header/names-the-file", test_state_names_the_file);
  ADD ("/trouble/reload/names-the-file", test_reload_names_the_file);
  ADD ("/trouble/discard/asks-again-when-nothing-is-kept", test_discard_for_good);
}

int
main (int    argc,
      char **argv)
{
  int status = 0;

  gtk_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);
  application = atl_application_new (G_APPLICATION_NON_UNIQUE);
  catalogue = atl_catalogue_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  add_tests ();
  status = g_test_run ();
  g_object_unref (catalogue);
  g_object_unref (application);
  return status;
}
