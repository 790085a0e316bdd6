/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-file-error.h"
#include "model/atl-alternatives.h"
#include "model/atl-edits.h"
#include "model/atl-splits.h"
#include "store/codec/atl-codec.h"
#include "store/atl-document-keep.h"
#include "store/atl-document-merge.h"
#include "store/atl-split-file.h"
#include "store/stamp/atl-stamper.h"
#include "store/atl-store-error.h"
#include "store/recovery/atl-versions.h"

#include <glib/gstdio.h>

#define N 3

typedef struct
{
  AtlDocument *document;
  AtlSession  *session;
  AtlArea     *area;
  GPtrArray   *groups;
  char        *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const char          *titles[] = { "Red", "Green", "Blue", NULL };
  g_autoptr (AtlBoard) board = atl_board_new ("board");
  g_autoptr (AtlArea)  area = atl_area_new ("area");

  f->session = atl_session_new ("session");
  f->area = area;
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  f->document = atl_document_new (f->session);
  atl_note_set_text (atl_area_add_note (area, "plenary"), "plenary, edited");
  f->groups = atl_splits_make_groups (f->session, titles, NULL);
  f->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_rmdir (f->folder);
  g_free (f->folder);
  g_ptr_array_unref (f->groups);
  g_object_unref (f->document);
  g_object_unref (f->session);
}

static char *
dup_path (Fixture *f, guint i)
{
  g_autofree char *name = g_strdup_printf ("group-%u.atelier", i);

  return g_build_filename (f->folder, name, NULL);
}

typedef struct
{
  gboolean done;
  GError  *error;
} Written;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Written *written = data;

  atl_split_file_write_finish (result, &written->error);
  written->done = TRUE;
}

static GError *
write_group (Fixture *f, guint i, gboolean replace)
{
  Written          written = { FALSE, NULL };
  g_autofree char *path = dup_path (f, i);

  atl_split_file_write_async (f->document, atl_item_get_id (f->groups->pdata[i]), path, replace, written_cb,
                              &written);
  while (!written.done)
    g_main_context_iteration (NULL, TRUE);
  return written.error;
}

static AtlSession *
read_session (const char *path)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *data = NULL;
  gsize                   size;
  AtlCodecAge             age;

  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  AtlSession        *session = atl_codec_read (bytes, problems, &age, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 0);
  return session;
}

/* A group works in its copy: it writes a note, and colors the one that everybody has. */
static void
work (Fixture *f, guint i)
{
  g_autofree char       *path = dup_path (f, i);
  g_autoptr (AtlSession) session = read_session (path);
  g_autoptr (AtlStamper) stamper = atl_stamper_new (session);
  AtlBoard              *board = atl_list_get (atl_session_get_boards (session), 0);
  const char            *title = atl_group_get_title (f->groups->pdata[i]);
  AtlNote               *note = atl_area_add_note (atl_list_get (atl_board_get_areas (board), 0), title);

  g_assert_cmpstr (atl_session_get_group (session), ==, atl_item_get_id (f->groups->pdata[i]));
  g_assert_cmpstr (atl_note_get_group (note), ==, atl_item_get_id (f->groups->pdata[i]));
  if (i == 0)
    atl_note_set_color (atl_list_get (atl_board_get_notes (board), 0), ATL_COLOR_PINK);
  atl_stamper_stamp (stamper);
  g_autoptr (GBytes) bytes = atl_codec_write (session);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
}

static void
merge_group (AtlDocument *document, Fixture *f, guint i)
{
  g_autoptr (GError)     error = NULL;
  g_autofree char       *path = dup_path (f, i);
  g_autoptr (AtlSession) theirs = read_session (path);

  g_assert_true (atl_document_merge (document, theirs, "merge", &error));
  g_assert_no_error (error);
}

static void
remove_files (Fixture *f)
{
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *path = dup_path (f, i);

      g_remove (path);
    }
}

static void
split_and_work (Fixture *f)
{
  for (guint i = 0; i < N; i++)
    {
      g_autoptr (GError) error = write_group (f, i, FALSE);

      g_assert_no_error (error);
    }
  for (guint i = 0; i < N; i++)
    work (f, i);
}

static AtlNote *
find (AtlSession *session, const char *text)
{
  AtlList *notes = atl_board_get_notes (atl_list_get (atl_session_get_boards (session), 0));

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (g_str_equal (atl_note_get_text (atl_list_get (notes, i)), text))
      return atl_list_get (notes, i);
  return NULL;
}

static void
test_notes_under_their_groups (Fixture *f, gconstpointer data)
{
  split_and_work (f);

  for (guint i = 0; i < N; i++)
    merge_group (f->document, f, i);

  for (guint i = 0; i < N; i++)
    {
      const char *title = atl_group_get_title (f->groups->pdata[i]);

      g_assert_nonnull (find (f->session, title));
      g_assert_cmpstr (atl_note_get_group (find (f->session, title)), ==,
                       atl_item_get_id (f->groups->pdata[i]));
    }
  g_assert_cmpstr (atl_session_get_group (f->session), ==, "");
  g_assert_cmpstr (atl_note_get_group (find (f->session, "plenary, edited")), ==, "");
  g_assert_cmpint (atl_note_get_color (find (f->session, "plenary, edited")), ==, ATL_COLOR_PINK);
  g_assert_null (atl_item_get_alternatives (ATL_ITEM (f->session)));
  g_assert_cmpuint (atl_list_get_length (atl_session_get_groups (f->session)), ==, N);
  remove_files (f);
}

static GBytes *
merge_in_order (Fixture *f, GBytes *plenary, const guint *order)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age;
  g_autoptr (AtlSession)  session = atl_codec_read (plenary, problems, &age, NULL);
  g_autoptr (AtlDocument) document = atl_document_new (session);

  for (guint i = 0; i < N; i++)
    merge_group (document, f, order[i]);
  return atl_codec_write (session);
}

static void
test_any_order (Fixture *f, gconstpointer data)
{
  static const guint orders[][N] = {
    { 0, 1, 2 },
    { 0, 2, 1 },
    { 1, 0, 2 },
    { 1, 2, 0 },
    { 2, 0, 1 },
    { 2, 1, 0 },
  };
  g_autoptr (GBytes) first = NULL;
  split_and_work (f);
  g_autoptr (GBytes) plenary = atl_codec_write (f->session);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GBytes) bytes = merge_in_order (f, plenary, orders[i]);

      if (first == NULL)
        first = g_bytes_ref (bytes);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       g_bytes_get_data (first, NULL), g_bytes_get_size (first));
    }
  remove_files (f);
}

/* A group that takes in what the others did is still that group. */
static void
test_group_stays_itself (Fixture *f, gconstpointer data)
{
  g_autofree char *path = dup_path (f, 0);
  split_and_work (f);
  g_autoptr (AtlSession)  copy = read_session (path);
  g_autoptr (AtlDocument) document = atl_document_new (copy);

  g_autoptr (AtlMerge) plan = atl_document_plan_merge (document, f->session, NULL);
  g_assert_cmpuint (atl_merge_get_n_entries (plan), ==, 0);
  merge_group (document, f, 1);

  AtlBoard *board = atl_list_get (atl_session_get_boards (copy), 0);
  AtlNote  *note = atl_area_add_note (atl_list_get (atl_board_get_areas (board), 0), "later");
  g_assert_nonnull (find (copy, "Green"));
  g_assert_cmpstr (atl_note_get_group (note), ==, atl_item_get_id (f->groups->pdata[0]));
  remove_files (f);
}

static void
test_merge_is_one_undo (Fixture *f, gconstpointer data)
{
  AtlHistory *history = atl_document_get_history (f->document);
  split_and_work (f);
  g_autoptr (GBytes) before = atl_codec_write_content (f->session);
  merge_group (f->document, f, 0);
  g_assert_nonnull (find (f->session, "Red"));

  g_assert_true (atl_history_undo (history));

  g_autoptr (GBytes) after = atl_codec_write_content (f->session);
  g_assert_true (g_bytes_equal (before, after));
  remove_files (f);
}

static void
test_plan_says_what_comes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = dup_path (f, 1);
  split_and_work (f);
  g_autoptr (AtlSession) theirs = read_session (path);

  g_autoptr (AtlMerge) plan = atl_document_plan_merge (f->document, theirs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atl_merge_get_n_entries (plan), ==, 1);
  g_assert_cmpuint (atl_merge_count (plan, ATL_MERGE_ADDED), ==, 1);
  g_assert_null (find (f->session, "Green"));

  merge_group (f->document, f, 1);
  g_autoptr (AtlMerge) again = atl_document_plan_merge (f->document, theirs, &error);
  g_assert_cmpuint (atl_merge_get_n_entries (again), ==, 0);
  remove_files (f);
}

static char *
dup_text (Fixture *f, guint i)
{
  g_autofree char *path = dup_path (f, i);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* A file that is none of ours stays under its name, whatever was answered. */
static void
test_others_are_not_replaced (Fixture *f, gconstpointer data)
{
  g_autofree char *path = dup_path (f, 0);
  g_autofree char *beside = g_build_filename (f->folder, "group-0 (2).atelier", NULL);
  g_file_set_contents (path, "mine", -1, NULL);

  g_autoptr (GError) refused = write_group (f, 0, FALSE);
  g_assert_true (refused != NULL && refused->domain == ATL_FILE_ERROR);
  g_autoptr (GError) error = write_group (f, 0, TRUE);
  g_assert_no_error (error);

  g_autofree char       *kept = dup_text (f, 0);
  g_autoptr (AtlSession) written = read_session (beside);
  g_assert_cmpstr (kept, ==, "mine");
  g_assert_cmpstr (atl_session_get_group (written), ==, atl_item_get_id (f->groups->pdata[0]));
  g_remove (beside);
  remove_files (f);
}

static void
test_work_is_never_replaced (Fixture *f, gconstpointer data)
{
  split_and_work (f);
  g_autofree char *before = dup_text (f, 1);

  g_autoptr (GError) error = write_group (f, 1, TRUE);

  g_autofree char *after = dup_text (f, 1);
  g_assert_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_GROUP_WORK);
  g_assert_cmpstr (after, ==, before);
  remove_files (f);
}

/* What the file held is in the session by now, and stays as an earlier version all the same. */
static void
test_merged_is_kept_then_replaced (Fixture *f, gconstpointer data)
{
  g_autofree char        *versions_root = g_build_filename (f->folder, "versions", NULL);
  AtlKeeping              keeping = { NULL, versions_root, 0, 0, 0, 0 };
  g_autoptr (AtlVersions) versions = atl_versions_new (versions_root, "session");
  atl_document_keep (f->document, &keeping);
  split_and_work (f);
  g_autofree char *before = dup_text (f, 1);
  merge_group (f->document, f, 0);
  merge_group (f->document, f, 1);

  g_autoptr (GError) error = write_group (f, 1, TRUE);

  g_autofree char      *after = dup_text (f, 1);
  g_autoptr (GPtrArray) list = atl_versions_list (versions);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (after, "\"text\":\"Red\""));
  g_assert_nonnull (strstr (after, "\"text\":\"Green\""));
  g_assert_cmpuint (list->len, ==, 1);
  AtlVersion        *version = list->pdata[0];
  g_autoptr (GBytes) bytes = atl_version_load (version, NULL);
  g_assert_cmpint (version->reason, ==, ATL_VERSION_DISPLACED);
  g_assert_cmpmem (before, strlen (before), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *folder = g_path_get_dirname (version->path);
  g_remove (version->path);
  g_rmdir (folder);
  g_rmdir (versions_root);
  remove_files (f);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GArray **) data = atl_split_file_look_finish (result);
}

static void
test_look (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) targets = NULL;
  g_autofree char   *known = dup_path (f, 0);
  g_autofree char   *work_path = dup_path (f, 1);
  g_autofree char   *other = dup_path (f, 2);
  g_autofree char   *unused = dup_path (f, 3);
  const char        *paths[] = { known, work_path, other, unused, NULL };
  split_and_work (f);
  merge_group (f->document, f, 0);
  g_file_set_contents (other, "mine", -1, NULL);

  atl_split_file_look_async (f->document, paths, looked_cb, &targets);
  while (targets == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (targets->len, ==, 4);
  g_assert_cmpint (g_array_index (targets, AtlSplitTarget, 0), ==, ATL_SPLIT_TARGET_KNOWN);
  g_assert_cmpint (g_array_index (targets, AtlSplitTarget, 1), ==, ATL_SPLIT_TARGET_WORK);
  g_assert_cmpint (g_array_index (targets, AtlSplitTarget, 2), ==, ATL_SPLIT_TARGET_OTHER);
  g_assert_cmpint (g_array_index (targets, AtlSplitTarget, 3), ==, ATL_SPLIT_TARGET_FREE);
  remove_files (f);
}

/* Two groups reword the same note: both versions are kept on it. */
static void
test_both_reword (Fixture *f, gconstpointer data)
{
  split_and_work (f);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char       *path = dup_path (f, i);
      g_autoptr (AtlSession) session = read_session (path);
      g_autoptr (AtlStamper) stamper = atl_stamper_new (session);

      atl_note_set_text (find (session, "plenary, edited"), i == 0 ? "in red" : "in green");
      atl_stamper_stamp (stamper);
      g_autoptr (GBytes) bytes = atl_codec_write (session);
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
    }

  merge_group (f->document, f, 0);
  merge_group (f->document, f, 1);

  g_autoptr (GPtrArray) items = atl_alternatives_find_items (f->session);
  g_assert_cmpuint (items->len, ==, 1);
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (items->pdata[0]);
  g_assert_cmpuint (versions->len, ==, 1);
  g_autoptr (AtlItem) other = atl_alternative_dup_item (versions->pdata[0], items->pdata[0]);
  g_assert_cmpstr (atl_note_get_text (ATL_NOTE (other)), !=, atl_note_get_text (items->pdata[0]));

  atl_alternatives_use (items->pdata[0], versions->pdata[0]);
  g_assert_cmpstr (atl_note_get_text (ATL_NOTE (other)), ==, atl_note_get_text (items->pdata[0]));
  merge_group (f->document, f, 0);
  merge_group (f->document, f, 1);
  g_autoptr (GPtrArray) left = atl_alternatives_find_items (f->session);
  g_assert_cmpuint (left->len, ==, 0);
  remove_files (f);
}

#define SPLIT_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SPLIT_TEST ("/split-files/merged/notes-under-their-groups", test_notes_under_their_groups);
  SPLIT_TEST ("/split-files/merged/any-order-same-bytes", test_any_order);
  SPLIT_TEST ("/split-files/merged/into-a-group-stays-the-groups", test_group_stays_itself);
  SPLIT_TEST ("/split-files/merged/one-undo", test_merge_is_one_undo);
  SPLIT_TEST ("/split-files/merged/plan-says-what-comes", test_plan_says_what_comes);
  SPLIT_TEST ("/split-files/merged/both-reword-and-one-is-chosen", test_both_reword);
  SPLIT_TEST ("/split-files/written/other-files-are-not-replaced", test_others_are_not_replaced);
  SPLIT_TEST ("/split-files/written/work-of-a-group-is-never-replaced", test_work_is_never_replaced);
  SPLIT_TEST ("/split-files/written/merged-files-are-kept-then-replaced", test_merged_is_kept_then_replaced);
  SPLIT_TEST ("/split-files/look/tells-work-from-what-is-known", test_look);
  return g_test_run ();
}
