/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-board.h"
#include "model/atl-note.h"
#include "store/codec/atl-codec.h"
#include "store/recovery/atl-versions.h"
#include "ui/restore/atl-difference-text.h"
#include "ui/common/atl-moment.h"
#include "ui/restore/atl-restore-window.h"
#include "ui/restore/atl-version-row.h"
#include "atl-waiting-test.h"
#include "atl-widget-test.h"

static AtlSession *
make_session (const char *id)
{
  AtlSession          *session = atl_session_new (id);
  g_autoptr (AtlBoard) board = atl_board_new ("b");

  atl_session_set_title (session, "Try");
  atl_board_set_title (board, "Board");
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  return session;
}

static AtlList *
get_notes (AtlSession *session)
{
  return atl_board_get_notes (atl_list_get (atl_session_get_boards (session), 0));
}

static void
add_note (AtlSession *session,
          const char *id)
{
  g_autoptr (AtlNote) note = atl_note_new (id);

  atl_note_set_text (note, id);
  atl_list_insert (get_notes (session), ATL_ITEM (note));
}

static void
keep_version (AtlSession *session,
              gint64      now)
{
  g_autofree char        *root = atl_versions_dup_user_root ();
  g_autoptr (AtlVersions) versions = atl_versions_new (root, atl_item_get_id (ATL_ITEM (session)));
  g_autoptr (GBytes)      bytes = atl_codec_write (session);

  g_assert_true (atl_versions_keep (versions, bytes, ATL_VERSION_OPENED, now, NULL));
}

typedef struct
{
  GtkWidget        *parent;
  AtlDocument      *document;
  AtlRestoreWindow *window;
} Fixture;

/* A session of two notes that had one note an hour ago. */
static void
set_up (Fixture      *fixture,
        gconstpointer id)
{
  g_autoptr (AtlSession) session = make_session (id);

  add_note (session, "one");
  if (id != NULL && g_str_has_prefix (id, "kept"))
    keep_version (session, g_get_real_time () - G_TIME_SPAN_HOUR);
  add_note (session, "two");
  fixture->document = atl_document_new (session);
  fixture->parent = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->parent), adw_toast_overlay_new ());
  gtk_window_present (GTK_WINDOW (fixture->parent));
  fixture->window =
    atl_restore_window_open (gtk_window_get_child (GTK_WINDOW (fixture->parent)), fixture->document);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer id)
{
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  g_object_unref (fixture->document);
}

static gboolean
has_row (gpointer window)
{
  return atl_find (window, ATL_TYPE_VERSION_ROW) != NULL;
}

static gboolean
has_boards (gpointer window)
{
  return atl_find (window, GTK_TYPE_FLOW_BOX_CHILD) != NULL;
}

static gboolean
shows_empty (gpointer window)
{
  GtkWidget *stack = atl_find (window, GTK_TYPE_STACK);

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty");
}

/* The second label of the row. */
static const char *
get_change (gpointer window)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (atl_find (window, ATL_TYPE_VERSION_ROW)));

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (gtk_widget_get_first_child (box))));
}

static gboolean
is_compared (gpointer window)
{
  return !g_str_equal (get_change (window), "…");
}

static void
test_lists_and_compares (Fixture      *fixture,
                         gconstpointer id)
{
  atl_test_wait_for (has_row, fixture->window);
  atl_test_wait_for (is_compared, fixture->window);
  atl_test_wait_for (has_boards, fixture->window);

  g_assert_cmpstr (get_change (fixture->window), ==, "Since then: +1 note");
}

static void
test_restores_as_one_undo (Fixture      *fixture,
                           gconstpointer id)
{
  AtlSession *session = atl_document_get_session (fixture->document);
  AtlHistory *history = atl_document_get_history (fixture->document);

  atl_test_wait_for (has_row, fixture->window);
  atl_test_wait_for (has_boards, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "restore.apply", NULL);
  g_assert_cmpuint (atl_list_get_length (get_notes (session)), ==, 1);
  g_assert_true (atl_history_undo (history));

  g_assert_cmpuint (atl_list_get_length (get_notes (session)), ==, 2);
  g_assert_false (atl_history_get_can_undo (history));
}

static void
copy_cb (AtlRestoreWindow *window,
         AtlSession       *session,
         guint            *n)
{
  *n = atl_list_get_length (get_notes (session));
}

static void
test_opens_a_copy (Fixture      *fixture,
                   gconstpointer id)
{
  guint n = 0;

  g_signal_connect (fixture->window, "open-copy", G_CALLBACK (copy_cb), &n);
  atl_test_wait_for (has_row, fixture->window);
  atl_test_wait_for (has_boards, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "restore.copy", NULL);

  g_assert_cmpuint (n, ==, 1);
  g_assert_false (atl_history_get_can_undo (atl_document_get_history (fixture->document)));
}

static void
test_says_when_there_is_none (Fixture      *fixture,
                              gconstpointer id)
{
  atl_test_wait_for (shows_empty, fixture->window);
  g_assert_false (has_row (fixture->window));
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_answer (const char *label)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWidget        *found = NULL;

  for (GList *l = windows; l != NULL && found == NULL; l = l->next)
    found = find_button (l->data, label);
  return found;
}

static gboolean
is_asked (gpointer label)
{
  return find_answer (label) != NULL;
}

static gboolean
is_not_asked (gpointer label)
{
  return find_answer (label) == NULL;
}

static void
answer (const char *label)
{
  atl_test_wait_for (is_asked, (gpointer) label);
  g_signal_emit_by_name (find_answer (label), "clicked");
  atl_test_wait_for (is_not_asked, (gpointer) label);
}

static guint
count_versions (const char *id)
{
  g_autofree char        *root = atl_versions_dup_user_root ();
  g_autoptr (AtlVersions) versions = atl_versions_new (root, id);
  g_autoptr (GPtrArray)   list = atl_versions_list (versions);

  return list->len;
}

static void
test_deletes_only_when_told (Fixture      *fixture,
                             gconstpointer id)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->window), "_Delete Earlier Versions…");

  g_assert_false (gtk_widget_get_sensitive (button));
  atl_test_wait_for (has_row, fixture->window);
  atl_test_wait_for (has_boards, fixture->window);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  answer ("_Cancel");
  g_assert_cmpuint (count_versions (id), ==, 1);
  g_signal_emit_by_name (button, "clicked");
  answer ("_Delete");
  atl_test_wait_for (shows_empty, fixture->window);

  g_assert_cmpuint (count_versions (id), ==, 0);
  g_assert_false (has_row (fixture->window));
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_false (atl_history_get_can_undo (atl_document_get_history (fixture->document)));
}

static const char *
get_label (GtkWidget *row,
           guint      index)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

  for (guint i = 0; i < index; i++)
    label = gtk_widget_get_next_sibling (label);
  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static void
test_tells_where_from (void)
{
  static const struct
  {
    AtlVersion  version;
    const char *reason;
    const char *file;
  } table[] = {
    { { .reason = ATL_VERSION_WORK, .file = NULL }, "During work", "" },
    { { .reason = ATL_VERSION_CLOSED, .file = "/a/Retro.atelier" }, "When it was closed", "" },
    { { .reason = ATL_VERSION_WORK, .file = "/a/Team.atelier" },
      "During work",
      "From the file “Team.atelier”" },
    { { .reason = ATL_VERSION_WORK, .file = "/b/Retro.atelier" },
      "During work",
      "From the file “b/Retro.atelier”" },
    { { .reason = ATL_VERSION_MERGED, .file = "/a/Copy.atelier", .label = "<b>copy</b>" },
      "Copy that was merged: <b>copy</b>",
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *row = g_object_ref_sink (atl_version_row_new (&table[i].version, "/a/Retro.atelier", 0));

      g_assert_cmpstr (get_label (row, 2), ==, table[i].reason);
      g_assert_cmpstr (get_label (row, 3), ==, table[i].file);
      g_object_unref (row);
    }
}

/* The file is empty, so nobody knows its session; it is known where it was. */
static void
test_opens_in_place_of_a_file (void)
{
  g_autofree char        *root = atl_versions_dup_user_root ();
  g_autoptr (AtlVersions) versions = atl_versions_new (root, "s-lost");
  g_autoptr (AtlSession)  session = make_session ("s-lost");
  g_autoptr (GBytes)      bytes = atl_codec_write (session);
  AtlVersionOrigin        origin = { ATL_VERSION_CLOSED, "/nowhere/Lost.atelier", NULL };
  GtkWidget              *parent = gtk_window_new ();
  AtlRestoreWindow       *window = NULL;
  guint                   n = G_MAXUINT;

  g_assert_true (atl_versions_keep_from (versions, bytes, &origin, g_get_real_time (), NULL));
  gtk_window_set_child (GTK_WINDOW (parent), adw_toast_overlay_new ());
  gtk_window_present (GTK_WINDOW (parent));
  window = atl_restore_window_open_for_path (gtk_window_get_child (GTK_WINDOW (parent)), origin.file);
  g_signal_connect (window, "open-version", G_CALLBACK (copy_cb), &n);
  atl_test_wait_for (has_row, window);
  atl_test_wait_for (has_boards, window);
  g_assert_cmpstr (get_label (atl_find (GTK_WIDGET (window), ATL_TYPE_VERSION_ROW), 1), ==, "");
  g_assert_false (gtk_widget_get_visible (find_button (GTK_WIDGET (window), "_Delete Earlier Versions…")));
  gtk_widget_activate_action (GTK_WIDGET (window), "restore.apply", NULL);

  g_assert_cmpuint (n, ==, 0);
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_difference_texts (void)
{
  static const struct
  {
    AtlDifference difference;
    const char   *text;
  } table[] = {
    { { 20, 12, 3, 4, 0 }, "+12 notes, −3, 4 changed" },
    { { 20, 1, 0, 0, 0 }, "+1 note" },
    { { 20, 0, 1, 0, 0 }, "−1 note" },
    { { 20, 0, 0, 2, 0 }, "2 notes changed" },
    { { 20, 0, 0, 0, 1 }, "1 other change" },
    { { 20, 1, 0, 0, 2 }, "+1 note, 2 other changes" },
    { { 20, 0, 0, 0, 0 }, "no difference" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = atl_difference_dup_text (&table[i].difference);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_moments (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 6, 11, 16, 0, 0);
  gint64                end = g_date_time_to_unix (now) * G_USEC_PER_SEC;
  g_autofree char      *today = atl_moment_dup_text (end - 90 * G_TIME_SPAN_MINUTE, end);
  g_autofree char      *yesterday = atl_moment_dup_text (end - 17 * G_TIME_SPAN_HOUR, end);
  g_autofree char      *before = atl_moment_dup_text (end - 3 * G_TIME_SPAN_DAY, end);

  g_assert_cmpstr (today, ==, "14:30");
  g_assert_cmpstr (yesterday, ==, "Yesterday, 23:00");
  g_assert_cmpstr (before, ==, "June 8, 2026, 16:00");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/restore/list/compares-with-now", Fixture, "kept-1", set_up, test_lists_and_compares,
              tear_down);
  g_test_add ("/restore/apply/is-one-undo", Fixture, "kept-2", set_up, test_restores_as_one_undo, tear_down);
  g_test_add ("/restore/copy/leaves-the-session-as-it-is", Fixture, "kept-3", set_up, test_opens_a_copy,
              tear_down);
  g_test_add ("/restore/delete/only-when-told", Fixture, "kept-4", set_up, test_deletes_only_when_told,
              tear_down);
  g_test_add ("/restore/empty/says-so", Fixture, "none", set_up, test_says_when_there_is_none, tear_down);
  g_test_add_func ("/restore/row/tells-where-from", test_tells_where_from);
  g_test_add_func ("/restore/path/opens-in-place-of-a-file", test_opens_in_place_of_a_file);
  g_test_add_func ("/restore/difference/in-words", test_difference_texts);
  g_test_add_func ("/restore/moment/in-words", test_moments);
  return g_test_run ();
}
