/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-replicas.h"

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-edits.h"
#include "model/atl-link.h"
#include "store/stamp/atl-carried.h"
#include "store/codec/atl-codec.h"
#include "store/stamp/atl-merge-book.h"
#include "store/merge/atl-merge.h"

#include <string.h>

#define HEAD "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"s\","

static const char start[] =
  "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"s\",\n"
  "\"boards\":[\n"
  "{\"id\":\"b1\",\"areas\":[\n"
  "{\"id\":\"a1\"}\n"
  "],\"notes\":[\n"
  "{\"id\":\"n1\",\"text\":\"one\",\"area\":\"a1\",\"rank\":\"F\"},\n"
  "{\"id\":\"n2\",\"text\":\"two\",\"area\":\"a1\",\"rank\":\"V\"}\n"
  "]},\n"
  "{\"id\":\"b2\"}\n"
  "]}\n";

static GBytes *
start_file (void)
{
  return g_bytes_new_static (start, strlen (start));
}

static void
open_start (Replica *replica)
{
  g_autoptr (GBytes) file = start_file ();

  replica_init (replica, file, NULL);
}

static AtlBoard *
get_board (Replica *replica, const char *id)
{
  return atl_list_find (atl_session_get_boards (replica->world.session), id);
}

static AtlNote *
get_note (Replica *replica, const char *id)
{
  AtlList *boards = atl_session_get_boards (replica->world.session);
  AtlNote *note = NULL;

  for (guint i = 0; note == NULL && i < atl_list_get_length (boards); i++)
    note = atl_list_find (atl_board_get_notes (atl_list_get (boards, i)), id);
  return note;
}

static char *
dup_file (Replica *replica)
{
  g_autoptr (GBytes) file = replica_save (replica);

  return g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
}

static void
send (Replica *from, Replica *to)
{
  g_autoptr (GBytes) file = replica_save (from);

  replica_receive (to, file);
}

static void
delete_note (Replica *replica, const char *id)
{
  AtlNote *note = get_note (replica, id);

  atl_history_begin (replica->world.history, "Delete");
  atl_list_remove (atl_item_get_list (ATL_ITEM (note)), ATL_ITEM (note));
  atl_history_end (replica->world.history);
}

static void
test_nothing_edited (void)
{
  Replica one;

  open_start (&one);

  g_autofree char *file = dup_file (&one);

  g_assert_cmpstr (file, ==, start);
  replica_clear (&one);
}

static void
test_typed_and_taken_back (void)
{
  Replica one;

  open_start (&one);
  atl_note_set_text (get_note (&one, "n1"), "other");
  atl_note_set_text (get_note (&one, "n1"), "one");
  g_autofree char *file = dup_file (&one);

  g_assert_cmpstr (file, ==, start);
  replica_clear (&one);
}

static void
test_only_what_changed (void)
{
  Replica one;

  open_start (&one);
  atl_note_set_text (get_note (&one, "n1"), "other");
  g_autofree char *file = dup_file (&one);
  AtlStampSet      text = atl_carried_peek_stamps (ATL_ITEM (get_note (&one, "n1")), ATL_MERGE_TEXT);
  AtlStampSet      place = atl_carried_peek_stamps (ATL_ITEM (get_note (&one, "n1")), ATL_MERGE_PLACE);

  g_assert_cmpuint (text.stamps[0].counter, ==, 1);
  g_assert_true (atl_stamp_is_base (place.stamps[0]));
  g_assert_nonnull (strstr (file, "\"vector\":[\""));
  g_assert_null (atl_carried_get (ATL_ITEM (get_note (&one, "n2"))));
  g_assert_false (atl_stamper_stamp (one.stamper));
  replica_clear (&one);
}

static void
test_deleting_keeps_no_words (void)
{
  Replica one;

  open_start (&one);
  delete_note (&one, "n1");
  g_autofree char *file = dup_file (&one);

  g_assert_null (strstr (file, "\"one\""));
  g_assert_nonnull (strstr (file, "{\"id\":\"n1\",\"was\":\"note\",\"in\":\"b1\","));
  g_assert_nonnull (strstr (file, "\"area\":\"a1\",\"rank\":\"F\",\"fv\":{\"text\":"));
  replica_clear (&one);
}

static void
test_undone_deletion_wins (void)
{
  Replica one, two;

  open_start (&one);
  open_start (&two);
  delete_note (&one, "n1");
  send (&one, &two);
  g_assert_null (get_note (&two, "n1"));
  atl_history_undo (one.world.history);
  send (&one, &two);

  g_assert_cmpstr (atl_note_get_text (get_note (&two, "n1")), ==, "one");
  replica_clear (&one);
  replica_clear (&two);
}

static void
test_edited_and_deleted (void)
{
  Replica one, two;

  open_start (&one);
  open_start (&two);
  delete_note (&one, "n1");
  delete_note (&one, "n2");
  atl_note_set_text (get_note (&two, "n1"), "new words");
  atl_note_set_x (get_note (&two, "n2"), 400);
  send (&two, &one);

  g_assert_cmpstr (atl_note_get_text (get_note (&one, "n1")), ==, "new words");
  g_assert_nonnull (atl_item_get_alternatives (ATL_ITEM (get_note (&one, "n1"))));
  g_assert_null (get_note (&one, "n2"));
  replica_clear (&one);
  replica_clear (&two);
}

static void
test_deciding (void)
{
  Replica one, two;

  open_start (&one);
  open_start (&two);
  atl_note_set_text (get_note (&one, "n1"), "ours");
  atl_note_set_text (get_note (&two, "n1"), "theirs");
  send (&two, &one);
  g_assert_nonnull (atl_item_get_alternatives (ATL_ITEM (get_note (&one, "n1"))));
  atl_item_set_alternatives (ATL_ITEM (get_note (&one, "n1")), NULL);
  send (&one, &two);
  send (&two, &one);

  g_assert_null (atl_item_get_alternatives (ATL_ITEM (get_note (&two, "n1"))));
  g_assert_null (atl_item_get_alternatives (ATL_ITEM (get_note (&one, "n1"))));
  g_assert_cmpstr (atl_note_get_text (get_note (&one, "n1")), ==, atl_note_get_text (get_note (&two, "n1")));
  replica_clear (&one);
  replica_clear (&two);
}

static void
test_board_comes_back (void)
{
  Replica one, two;

  open_start (&one);
  open_start (&two);
  atl_list_remove (atl_session_get_boards (one.world.session), ATL_ITEM (get_board (&one, "b1")));
  atl_note_set_text (get_note (&two, "n1"), "new words");
  send (&two, &one);
  g_autofree char *file = dup_file (&one);

  g_assert_nonnull (get_board (&one, "b1"));
  g_assert_nonnull (get_note (&one, "n1"));
  g_assert_null (get_note (&one, "n2"));
  g_assert_nonnull (strstr (file, "\"fv\":{\"text\":[]}"));
  replica_clear (&one);
  replica_clear (&two);
}

static void
move_note (Replica *replica, const char *id, const char *board)
{
  g_autoptr (AtlNote) note = g_object_ref (get_note (replica, id));

  atl_list_remove (atl_item_get_list (ATL_ITEM (note)), ATL_ITEM (note));
  atl_list_insert (atl_board_get_notes (get_board (replica, board)), ATL_ITEM (note));
}

static void
assert_merges_with_itself (Replica *replica)
{
  g_autoptr (GBytes) file = replica_save (replica);
  g_autoptr (GBytes) same = replica_merge (file, file);

  g_assert_true (g_bytes_equal (file, same));
}

/* Who carries the last note off a board that came back for it has the empty board on the screen. */
static void
test_emptied_board_stays (gconstpointer past_another_board)
{
  Replica              one, two;
  g_autoptr (AtlBoard) board = atl_board_new ("b3");

  open_start (&one);
  open_start (&two);
  atl_list_insert (atl_session_get_boards (two.world.session), ATL_ITEM (board));
  atl_list_remove (atl_session_get_boards (one.world.session), ATL_ITEM (get_board (&one, "b1")));
  atl_note_set_text (get_note (&two, "n1"), "new words");
  send (&two, &one);
  if (past_another_board != NULL)
    move_note (&one, "n1", "b3");
  move_note (&one, "n1", "b2");

  assert_merges_with_itself (&one);
  send (&one, &two);
  g_assert_nonnull (get_board (&one, "b1"));
  g_assert_nonnull (get_board (&two, "b1"));
  g_assert_nonnull (atl_list_find (atl_board_get_notes (get_board (&two, "b2")), "n1"));
  replica_clear (&one);
  replica_clear (&two);
}

/* Reading the file again, or an earlier version, and then merging that very file, changes nothing. */
static void
test_reloaded_is_known (void)
{
  Replica one, two;

  open_start (&one);
  open_start (&two);
  atl_list_remove (atl_session_get_boards (one.world.session), ATL_ITEM (get_board (&one, "b1")));
  atl_note_set_text (get_note (&two, "n1"), "new words");
  send (&two, &one);
  send (&one, &two);
  move_note (&one, "n1", "b2");

  g_autoptr (GBytes)     file = replica_save (&one);
  g_autoptr (AtlSession) other = replica_read (file);

  atl_session_become (two.world.session, other);
  g_autoptr (GBytes) saved = replica_save (&two);
  g_autoptr (GBytes) again = replica_merge (saved, file);

  g_assert_nonnull (get_board (&two, "b1"));
  g_assert_true (g_bytes_equal (saved, again));
  replica_clear (&one);
  replica_clear (&two);
}

/* A merge brings a deleted note back, it is moved, others get the move; then both are undone: that takes the
 * move back for the others, too, and is no conflict. */
static void
test_undone_revival (void)
{
  Replica one, two;

  open_start (&one);
  open_start (&two);
  int before = atl_note_get_x (get_note (&two, "n1"));

  delete_note (&one, "n1");
  atl_note_set_text (get_note (&two, "n1"), "new words");
  send (&two, &one);
  atl_history_begin (one.world.history, "Move");
  atl_note_set_x (get_note (&one, "n1"), 400);
  atl_history_end (one.world.history);
  send (&one, &two);
  g_assert_cmpint (atl_note_get_x (get_note (&two, "n1")), ==, 400);
  atl_history_undo (one.world.history);
  atl_history_undo (one.world.history);
  g_assert_null (get_note (&one, "n1"));
  send (&one, &two);

  GVariant            *all = atl_item_get_alternatives (ATL_ITEM (get_note (&two, "n1")));
  g_autoptr (GVariant) places = all != NULL ? g_variant_lookup_value (all, "place", NULL) : NULL;

  g_assert_cmpint (atl_note_get_x (get_note (&two, "n1")), ==, before);
  g_assert_null (places);
  replica_clear (&one);
  replica_clear (&two);
}

static void
test_link_waits (void)
{
  Replica             one, two;
  g_autoptr (AtlLink) link = atl_link_new ("l1");

  open_start (&one);
  open_start (&two);
  delete_note (&one, "n1");
  atl_link_set_from (link, "n1");
  atl_link_set_to (link, "n2");
  atl_link_set_remark (link, "because");
  atl_list_insert (atl_board_get_links (get_board (&two, "b1")), ATL_ITEM (link));
  send (&two, &one);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (get_board (&one, "b1"))), ==, 0);
  atl_note_set_text (get_note (&two, "n1"), "still needed");
  send (&two, &one);

  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (get_board (&one, "b1"))), ==, 1);
  replica_clear (&one);
  replica_clear (&two);
}

/* A dead line for each thing that can be wrong; nothing of it is lost, and nothing stops the file. */
static void
test_wrong_stamps (void)
{
  const char             *text = HEAD "\"vector\":[\"nonsense\"],\n"
                                      "\"terms\":[\n"
                                      "{\"id\":\"t1\",\"v\":17},\n"
                                      "{\"id\":\"t2\",\"v\":\"AAAAAAAB.99999999999\"},\n"
                                      "{\"id\":\"t3\",\"fv\":{\"text\":{},\"sound\":\"AAAAAAAB.3\"}}\n"
                                      "],\n\"tombstones\":[\n"
                                      "{\"id\":\"x\",\"was\":\"ghost\"},\n"
                                      "5\n"
                                      "]}\n";
  g_autoptr (GBytes)      bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = atl_codec_read (bytes, problems, NULL, NULL);
  g_autoptr (GBytes)      again = atl_codec_write (session);
  g_autofree char        *written = g_strndup (g_bytes_get_data (again, NULL), g_bytes_get_size (again));

  g_assert_cmpuint (atl_problems_get_n (problems), ==, 6);
  g_assert_nonnull (strstr (written, "\"v\":17"));
  g_assert_nonnull (strstr (written, "\"v\":\"AAAAAAAB.99999999999\""));
  g_assert_nonnull (strstr (written, "\"fv\":{\"text\":{},\"sound\":\"AAAAAAAB.3\"}"));
  g_assert_nonnull (strstr (written, "{\"id\":\"x\",\"was\":\"ghost\"},\n5"));
}

static AtlSession *
read_text (const char *text)
{
  g_autoptr (GBytes)      bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AtlProblems) problems = atl_problems_new ();

  return atl_codec_read (bytes, problems, NULL, NULL);
}

static AtlSession *
read_terms (const char *terms)
{
  g_autofree char        *text = g_strdup_printf (HEAD "\"terms\":[%s]}", terms);
  g_autoptr (GBytes)      bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AtlProblems) problems = atl_problems_new ();

  return atl_codec_read (bytes, problems, NULL, NULL);
}

/* Without stamps the ancestor tells who has changed something. */
static void
test_base (void)
{
  g_autoptr (AtlSession) base = read_terms ("{\"id\":\"t1\",\"term\":\"old\"},"
                                            "{\"id\":\"t2\",\"term\":\"gone\"},"
                                            "{\"id\":\"t3\",\"term\":\"x\"}");
  g_autoptr (AtlSession) ours = read_terms ("{\"id\":\"t1\",\"term\":\"old\"},"
                                            "{\"id\":\"t2\",\"term\":\"gone\"},"
                                            "{\"id\":\"t3\",\"term\":\"y\"}");
  g_autoptr (AtlSession) theirs = read_terms ("{\"id\":\"t1\",\"term\":\"new\"}");
  g_autoptr (AtlMerge)   merge = atl_merge_new (ours, theirs, base, NULL);
  AtlList               *terms = atl_session_get_terms (ours);

  g_assert_cmpuint (atl_merge_count (merge, ATL_MERGE_CHANGED), ==, 1);
  g_assert_cmpuint (atl_merge_count (merge, ATL_MERGE_DELETED), ==, 1);
  g_assert_cmpuint (atl_merge_count (merge, ATL_MERGE_REVIVED), ==, 1);
  atl_merge_apply (merge);
  g_assert_cmpuint (atl_list_get_length (terms), ==, 2);
  g_assert_cmpstr (atl_item_peek_value (atl_list_find (terms, "t1"), 0).string, ==, "new");
}

/* The same id twice on one side, and in other places on the other: nothing is lost. */
static void
test_twins (void)
{
  const char            *one = HEAD "\"boards\":["
                                    "{\"id\":\"b1\",\"notes\":[{\"id\":\"n\",\"text\":\"A\"}]},"
                                    "{\"id\":\"b2\",\"notes\":[{\"id\":\"n\",\"text\":\"B\"}]}]}";
  const char            *two = HEAD "\"boards\":["
                                    "{\"id\":\"b1\"},{\"id\":\"b2\","
                                    "\"notes\":[{\"id\":\"n\",\"text\":\"C\"}]}]}";
  g_autoptr (AtlSession) ours = read_text (one);
  g_autoptr (AtlSession) theirs = read_text (two);
  g_autoptr (AtlMerge)   merge = atl_merge_new (ours, theirs, NULL, NULL);
  g_autoptr (GBytes)     bytes = NULL;
  g_autofree char       *text = NULL;

  atl_merge_apply (merge);
  bytes = atl_codec_write (ours);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "\"text\":\"A\""));
  g_assert_nonnull (strstr (text, "\"text\":\"B\""));
  g_assert_nonnull (strstr (text, "\"text\":\"C\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stamps/nothing-edited/gives-the-same-bytes", test_nothing_edited);
  g_test_add_func ("/stamps/typed-and-taken-back/gives-the-same-bytes", test_typed_and_taken_back);
  g_test_add_func ("/stamps/edit/stamps-only-what-changed", test_only_what_changed);
  g_test_add_func ("/stamps/delete/keeps-no-words", test_deleting_keeps_no_words);
  g_test_add_func ("/stamps/delete/undone-is-a-new-edit", test_undone_deletion_wins);
  g_test_add_func ("/stamps/delete/words-bring-a-note-back-and-a-move-does-not", test_edited_and_deleted);
  g_test_add_func ("/stamps/decide/replaces-both-versions", test_deciding);
  g_test_add_func ("/stamps/board/comes-back-for-what-is-in-it", test_board_comes_back);
  g_test_add_data_func ("/stamps/board/stays-when-its-last-note-is-moved", NULL, test_emptied_board_stays);
  g_test_add_data_func ("/stamps/board/stays-when-its-last-note-goes-twice", "", test_emptied_board_stays);
  g_test_add_func ("/stamps/undo/of-a-merge-takes-back-later-moves-for-all", test_undone_revival);
  g_test_add_func ("/stamps/reload/and-merging-the-same-file-changes-nothing", test_reloaded_is_known);
  g_test_add_func ("/stamps/link/waits-for-its-ends", test_link_waits);
  g_test_add_func ("/stamps/file/wrong-ones-are-told-and-kept", test_wrong_stamps);
  g_test_add_func ("/merge/base/tells-who-has-changed-something", test_base);
  g_test_add_func ("/merge/twins/are-all-kept", test_twins);
  return g_test_run ();
}
