/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies-fixture.h"

#include "model/atl-alternatives.h"
#include "store/codec/atl-codec.h"
#include "store/atl-document-keep.h"
#include "store/recovery/atl-versions.h"
#include "ui/merge/atl-item-words.h"
#include "ui/merge/atl-merge-row.h"
#include "ui/merge/atl-merge-window.h"
#include "ui/merge/atl-undecided-notice.h"
#include "ui/merge/atl-undecided-row.h"
#include "ui/merge/atl-undecided-window.h"

#define NEWER "{\"format\":\"atelier-session\",\"version\":9,\"id\":\"session\"}\n"

static AtlArea *
area_of (AtlSession *session)
{
  return atl_list_get (atl_board_get_areas (atl_list_get (atl_session_get_boards (session), 0)), 0);
}

static void
add_theirs (AtlSession *copy)
{
  atl_area_add_note (area_of (copy), "theirs");
}

static void
add_more (AtlSession *copy)
{
  atl_area_add_note (area_of (copy), "more");
}

static void
reword (AtlSession *copy)
{
  atl_note_set_text (copies_find_note (copy, "plenary"), "their words");
}

static GtkWidget *
child_of (GtkWidget *window, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (window, ATL_TYPE_MERGE_WINDOW, name));
}

static const char *
page_of (GtkWidget *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (child_of (window, "pages")));
}

static gboolean
is_read (gpointer window)
{
  return !g_str_equal (page_of (window), "reading");
}

static GtkWidget *
open_files (CopiesFixture *f, const char *first, const char *second)
{
  const char *paths[] = { first, second, NULL };
  GtkWidget  *window = atl_merge_window_open (GTK_WINDOW (f->window), f->document, paths);

  atl_test_wait_for (is_read, window);
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  copies_settle ();
}

static char *
dup_rows (GtkWidget *window)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (child_of (window, "list"))));
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AtlMergeRow) row = g_list_model_get_item (rows, i);
      g_autofree char        *title = atl_merge_row_dup_title (row);
      g_autofree char        *subtitle = atl_merge_row_dup_subtitle (row);
      g_autofree char        *versions = atl_merge_row_dup_versions (row);

      g_string_append_printf (text, "%s|%s%s%s\n", title, subtitle, *versions != '\0' ? "\n" : "", versions);
    }
  return g_string_free (text, FALSE);
}

static void
test_preview (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *path = copies_fixture_write (f, "copy.atelier", add_theirs);

  GtkWidget       *window = open_files (f, path, NULL);
  g_autofree char *rows = dup_rows (window);

  g_assert_cmpstr (page_of (window), ==, "list");
  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (child_of (window, "summary"))), ==, "1 added");
  g_assert_cmpstr (rows, ==, "Added (1)|\ntheirs|Note · Wall › Start\n");
  g_assert_null (copies_find_note (f->session, "theirs"));
  g_assert_false (atl_history_get_can_undo (atl_document_get_history (f->document)));
  close_window (window);
}

static void
test_merge_is_one_undo (CopiesFixture *f, gconstpointer data)
{
  AtlHistory      *history = atl_document_get_history (f->document);
  g_autofree char *path = copies_fixture_write (f, "copy.atelier", add_theirs);
  GtkWidget       *window = open_files (f, path, NULL);

  gtk_widget_activate_action (window, "merge.run", NULL);
  copies_settle ();

  g_assert_nonnull (copies_find_note (f->session, "theirs"));
  g_assert_cmpstr (atl_history_get_undo_label (history), ==, "Merge “copy.atelier”");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  atl_history_undo (history);
  g_assert_null (copies_find_note (f->session, "theirs"));
  g_assert_false (atl_history_get_can_undo (history));
}

static void
test_several_files (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *one = copies_fixture_write (f, "one.atelier", add_theirs);
  g_autofree char *two = copies_fixture_write (f, "two.atelier", add_more);
  GtkWidget       *window = open_files (f, one, two);

  gtk_widget_activate_action (window, "merge.run", NULL);
  copies_settle ();

  g_assert_nonnull (copies_find_note (f->session, "theirs"));
  g_assert_nonnull (copies_find_note (f->session, "more"));
  g_assert_cmpstr (atl_history_get_undo_label (atl_document_get_history (f->document)), ==,
                   "Merge 2 Files");
}

static void
test_nothing_new (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *path = copies_fixture_write (f, "same.atelier", NULL);

  GtkWidget *window = open_files (f, path, NULL);

  g_assert_cmpstr (page_of (window), ==, "message");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (child_of (window, "message"))), ==,
                   "Nothing New in This File");
  g_assert_false (gtk_widget_get_visible (child_of (window, "run")));
  close_window (window);
}

static void
assert_refused (CopiesFixture *f, const char *path, const char *reason)
{
  GtkWidget  *window = open_files (f, path, NULL);
  const char *text = adw_status_page_get_description (ADW_STATUS_PAGE (child_of (window, "message")));

  g_assert_cmpstr (page_of (window), ==, "message");
  g_assert_nonnull (strstr (text, reason));
  close_window (window);
}

static void
test_refuses (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlSession) other = atl_session_new ("other");
  g_autofree char       *path = g_build_filename (f->folder, "other <b>.atelier", NULL);
  g_autofree char       *cut = g_build_filename (f->folder, "cut.atelier", NULL);
  g_autofree char       *newer = g_build_filename (f->folder, "newer.atelier", NULL);
  atl_session_set_title (other, "Kick-off");
  g_autoptr (GBytes) bytes = atl_codec_write (other);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
  g_file_set_contents (cut, g_bytes_get_data (bytes, NULL), 20, NULL);
  g_file_set_contents (newer, NEWER, -1, NULL);

  assert_refused (f, path, "It is another session, “Kick-off”");
  assert_refused (f, cut, "“cut.atelier” is left out.");
  assert_refused (f, newer, "newer version");
}

static void
test_one_of_two_is_left_out (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *good = copies_fixture_write (f, "good.atelier", add_theirs);
  g_autofree char *bad = g_build_filename (f->folder, "bad.atelier", NULL);
  g_file_set_contents (bad, "nonsense", -1, NULL);

  GtkWidget *window = open_files (f, bad, good);

  g_assert_cmpstr (page_of (window), ==, "list");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (child_of (window, "refused"))), "bad.atelier"));
  g_assert_true (gtk_widget_get_visible (child_of (window, "refused")));
  close_window (window);
}

static void
test_both_changed (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *path = copies_fixture_write (f, "copy.atelier", reword);
  atl_note_set_text (f->note, "our words");

  GtkWidget       *window = open_files (f, path, NULL);
  g_autofree char *rows = dup_rows (window);

  g_assert_cmpstr (rows, ==,
                   "Changed on Both Sides: Both Versions Are Kept (1)|\n"
                   "our words|Note · Wall › Start · words\n"
                   "Mine: our words\nTheirs: their words\n");
  close_window (window);
}

static void
reword_otherwise (AtlSession *copy)
{
  atl_note_set_text (copies_find_note (copy, "plenary"), "words of a third");
}

/* Two copies that contradict each other: that is no matter of two sides, and all that stays is shown. */
static void
test_copies_contradict (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *one = copies_fixture_write (f, "one.atelier", reword);
  g_autofree char *two = copies_fixture_write (f, "two.atelier", reword_otherwise);
  atl_note_set_text (f->note, "our words");

  GtkWidget       *window = open_files (f, one, two);
  g_autofree char *rows = dup_rows (window);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (child_of (window, "summary"))), ==,
                   "1 with several versions");
  g_assert_true (g_str_has_prefix (rows, "Changed in Several Copies: All Versions Are Kept (1)|\n"
                                         "our words|Note · Wall › Start · words\n"
                                         "Mine: our words\nTheirs: "));
  g_assert_nonnull (strstr (rows, "\nTheirs: their words\n"));
  g_assert_nonnull (strstr (rows, "\nTheirs: words of a third\n"));
  close_window (window);
}

static void
move_note (AtlSession *copy)
{
  g_object_set (copies_find_note (copy, "plenary"), "x", 40, "y", 50, NULL);
}

static void
test_both_moved (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *path = copies_fixture_write (f, "copy.atelier", move_note);
  g_object_set (f->note, "x", 10, "y", 50, NULL);

  GtkWidget       *window = open_files (f, path, NULL);
  g_autofree char *rows = dup_rows (window);

  g_assert_nonnull (strstr (rows, "· place\nMine: From the left: 10\nTheirs: From the left: 40\n"));
  close_window (window);
}

static void
merge_conflict (CopiesFixture *f)
{
  g_autofree char *path = copies_fixture_write (f, "copy.atelier", reword);

  atl_note_set_text (f->note, "our words");
  gtk_widget_activate_action (open_files (f, path, NULL), "merge.run", NULL);
  copies_settle ();
  g_assert_cmpuint (atl_alternatives_count (atl_item_get_alternatives (ATL_ITEM (f->note))), ==, 2);
}

static void
click (GtkWidget *window, const char *label)
{
  GtkWidget *button = atl_find_labelled (window, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  copies_settle ();
}

static void
test_use_the_other (CopiesFixture *f, gconstpointer data)
{
  merge_conflict (f);
  g_autofree char *before = g_strdup (atl_note_get_text (f->note));
  GtkWidget       *window = atl_undecided_window_open (GTK_WINDOW (f->window), f->document, NULL);

  click (window, "_Use This");

  g_assert_cmpstr (atl_note_get_text (f->note), !=, before);
  g_assert_null (atl_item_get_alternatives (ATL_ITEM (f->note)));
  g_assert_null (atl_find_labelled (window, ATL_TYPE_UNDECIDED_ROW, NULL));
  gtk_widget_activate_action (window, "undecided.undo", NULL);
  copies_settle ();
  g_assert_cmpstr (atl_note_get_text (f->note), ==, before);
  g_assert_nonnull (atl_find_labelled (window, ATL_TYPE_UNDECIDED_ROW, NULL));
  gtk_widget_activate_action (window, "undecided.undo", NULL);
  g_assert_nonnull (atl_item_get_alternatives (ATL_ITEM (f->note)));
  close_window (window);
}

static void
test_keep_both (CopiesFixture *f, gconstpointer data)
{
  merge_conflict (f);
  GtkWidget *window = atl_undecided_window_open (GTK_WINDOW (f->window), f->document, ATL_ITEM (f->note));

  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  click (window, "Keep _Both as Two Notes");

  g_assert_nonnull (copies_find_note (f->session, "our words"));
  g_assert_nonnull (copies_find_note (f->session, "their words"));
  close_window (window);
}

static void
test_keep (CopiesFixture *f, gconstpointer data)
{
  merge_conflict (f);
  g_autofree char *before = g_strdup (atl_note_get_text (f->note));
  GtkWidget       *window = atl_undecided_window_open (GTK_WINDOW (f->window), f->document, NULL);

  click (window, "_Keep This");

  g_assert_cmpstr (atl_note_get_text (f->note), ==, before);
  g_assert_null (atl_item_get_alternatives (ATL_ITEM (f->note)));
  close_window (window);
}

static void
test_notice (CopiesFixture *f, gconstpointer data)
{
  AtlNotices *notices = g_object_ref_sink (g_object_new (ATL_TYPE_NOTICES, NULL));
  atl_undecided_notice_follow (notices, f->document);
  g_assert_false (atl_notices_get_shown (notices, ATL_TOPIC_TWO_VERSIONS));

  merge_conflict (f);
  g_assert_true (atl_notices_get_shown (notices, ATL_TOPIC_TWO_VERSIONS));
  atl_item_set_alternatives (ATL_ITEM (f->note), NULL);
  copies_settle ();

  g_assert_false (atl_notices_get_shown (notices, ATL_TOPIC_TWO_VERSIONS));
  atl_undecided_notice_forget (notices);
  g_object_unref (notices);
}

static gboolean
is_saved (gpointer document)
{
  return atl_document_get_state (document) == ATL_DOCUMENT_SAVED;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (atl_document_save_finish (ATL_DOCUMENT (source), result, NULL));
}

/* What a conflict copy held is in the file before the copy may go. */
static void
test_conflict_copy_is_saved (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *own = g_build_filename (f->folder, "retro.atelier", NULL);
  g_autofree char *text = NULL;
  atl_document_save_async (f->document, own, NULL, saved_cb, NULL);
  atl_test_wait_for (is_saved, f->document);
  g_autofree char *path =
    copies_fixture_write (f, "retro.sync-conflict-20260102-030405-ABCDEFG.atelier", add_theirs);

  gtk_widget_activate_action (open_files (f, path, NULL), "merge.run", NULL);
  atl_test_wait_for (is_saved, f->document);

  g_assert_true (g_file_get_contents (own, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "theirs"));
}

static gboolean
has_version (gpointer data)
{
  g_autoptr (GPtrArray) list = atl_versions_list (data);

  for (guint i = 0; i < list->len; i++)
    if (((AtlVersion *) list->pdata[i])->reason == ATL_VERSION_MERGED)
      return TRUE;
  return FALSE;
}

static gboolean
has_toast (gpointer window)
{
  return atl_find_labelled (window, GTK_TYPE_BUTTON, "Earlier Versions…") != NULL;
}

/* The trash is no place to look for what an undo took away. */
static void
test_conflict_copy_is_kept (CopiesFixture *f, gconstpointer data)
{
  g_autofree char        *own = g_build_filename (f->folder, "retro.atelier", NULL);
  g_autofree char        *root = g_build_filename (f->folder, "versions", NULL);
  g_autoptr (AtlVersions) versions = atl_versions_new (root, "session");
  AtlKeeping              keeping = { NULL, root, 0, 0, 0, 0 };
  atl_document_keep (f->document, &keeping);
  atl_document_save_async (f->document, own, NULL, saved_cb, NULL);
  atl_test_wait_for (is_saved, f->document);
  g_autofree char *path =
    copies_fixture_write (f, "retro.sync-conflict-20260102-030405-ABCDEFG.atelier", add_theirs);
  g_autofree char *before = NULL;
  gsize            length = 0;
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));

  gtk_widget_activate_action (open_files (f, path, NULL), "merge.run", NULL);
  atl_test_wait_for (has_version, versions);
  copies_settle ();
  atl_history_undo (atl_document_get_history (f->document));
  atl_test_wait_for (has_toast, f->window);

  g_autoptr (GPtrArray) list = atl_versions_list (versions);
  for (guint i = 0; i < list->len; i++)
    {
      AtlVersion        *version = list->pdata[i];
      g_autoptr (GBytes) bytes = atl_version_load (version, NULL);

      if (version->reason == ATL_VERSION_MERGED)
        {
          g_assert_cmpmem (before, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
          g_assert_cmpstr (version->label, ==, "retro.sync-conflict-20260102-030405-ABCDEFG.atelier");
        }
    }
  atl_document_end (f->document, FALSE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  COPIES_TEST ("/merge-window/preview/lists-and-changes-nothing", test_preview);
  COPIES_TEST ("/merge-window/preview/changed-on-both-sides", test_both_changed);
  COPIES_TEST ("/merge-window/preview/copies-contradict-each-other", test_copies_contradict);
  COPIES_TEST ("/merge-window/preview/moved-on-both-sides", test_both_moved);
  COPIES_TEST ("/merge-window/preview/nothing-new", test_nothing_new);
  COPIES_TEST ("/merge-window/preview/refuses-others-newer-and-damaged", test_refuses);
  COPIES_TEST ("/merge-window/preview/one-of-two-is-left-out", test_one_of_two_is_left_out);
  COPIES_TEST ("/merge-window/merge/is-one-undo", test_merge_is_one_undo);
  COPIES_TEST ("/merge-window/merge/several-files", test_several_files);
  COPIES_TEST ("/merge-window/merge/conflict-copy-is-saved", test_conflict_copy_is_saved);
  COPIES_TEST ("/merge-window/merge/conflict-copy-is-kept", test_conflict_copy_is_kept);
  COPIES_TEST ("/undecided/use-the-other-and-undo", test_use_the_other);
  COPIES_TEST ("/undecided/keep-both-as-notes", test_keep_both);
  COPIES_TEST ("/undecided/keep-what-is-shown", test_keep);
  COPIES_TEST ("/undecided/notice-comes-and-goes", test_notice);
  return g_test_run ();
}
