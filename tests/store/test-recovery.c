/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery-fixture.h"

#include "file/atl-file-error.h"
#include "store/recovery/atl-owner.h"
#include "store/recovery/atl-recovery-guard.h"
#include "store/recovery/atl-snapshots.h"
#include "store/atl-store-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECOND G_TIME_SPAN_SECOND

/* What a crash leaves of an untitled session. */
static AtlRecoverable *
crash (Fixture *fixture)
{
  AtlRecovery *recovery = fixture_begin (fixture);

  g_assert_true (fixture_write (recovery, OLDER, NOON, &fixture->error));
  g_assert_true (fixture_write (recovery, NEWEST, NOON + SECOND, &fixture->error));
  atl_recovery_unref (recovery);

  return fixture_find_one (fixture, NOON + SECOND);
}

/* The process of the test is not dead; its number in the folder is made that of one that is. */
static void
bury (const AtlRecoverable *found)
{
  g_autoptr (AtlOwner) owner = atl_owner_load (found->folder, NULL);

  owner->start += 1;
  g_assert_true (atl_owner_save (owner, found->folder, NULL));
}

static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) recovery = fixture_begin (fixture);

  g_assert_true (atl_recovery_close (recovery, NOON, &fixture->error));

  g_assert_false (g_file_test (fixture->root, G_FILE_TEST_EXISTS));
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) recovery = fixture_begin (fixture);
  g_autofree char        *folder = NULL;
  GStatBuf                info;

  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));

  folder = atl_recovery_dup_folder (recovery);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (strlen (strrchr (folder, '/') + 1), ==, 12);
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  AtlRecovery               *recovery = atl_recovery_new (fixture->root, "s-1", "/a/b\xff.atelier", "base");
  g_autoptr (AtlRecoverable) found = NULL;
  g_autofree char           *digest = fixture_digest (NEWEST);

  atl_recovery_describe (recovery, "s-1", "/a/b\xff.atelier", "Lancement");
  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));
  atl_recovery_unref (recovery);

  found = fixture_find_one (fixture, NOON);

  g_assert_cmpstr (found->session, ==, "s-1");
  g_assert_cmpstr (found->path, ==, "/a/b\xff.atelier");
  g_assert_cmpstr (found->title, ==, "Lancement");
  g_assert_cmpstr (found->base, ==, "base");
  g_assert_cmpstr (found->digest, ==, digest);
  g_assert_cmpint (found->time, ==, NOON);
  g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_CRASHED);
  g_assert_false (found->settled);
}

static void
test_open_is_alive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery)    recovery = fixture_begin (fixture);
  g_autoptr (AtlRecoverable) found = NULL;

  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));

  found = fixture_find_one (fixture, NOON);

  g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_ALIVE);
  g_assert_null (atl_recovery_resume (found, &fixture->error));
  g_assert_error (fixture->error, ATL_STORE_ERROR, ATL_STORE_ERROR_TAKEN);
}

static gint64
start_of (pid_t pid)
{
  g_autofree char *stat = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  gint64           start = 0;

  g_assert_true (g_file_get_contents (stat, &text, NULL, NULL));
  g_assert_cmpint (sscanf (strrchr (text, ')') + 2,
                           "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d "
                           "%" G_GINT64_FORMAT,
                           &start),
                   ==, 1);
  return start;
}

/* Killed, but its parent has not asked for the outcome yet: as when the app is started again at once. */
static void
test_zombie_is_dead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlOwner)       owner = atl_owner_load (crashed->folder, NULL);
  g_autoptr (AtlRecoverable) dead = NULL;
  siginfo_t                  info;
  pid_t                      child = fork ();

  if (child == 0)
    for (;;)
      pause ();
  owner->pid = child;
  owner->start = start_of (child);
  g_assert_true (atl_owner_save (owner, crashed->folder, NULL));
  g_assert_true (atl_owner_is_running (owner));
  g_assert_true (atl_recovery_has_others (fixture->root));
  kill (child, SIGKILL);
  g_assert_cmpint (waitid (P_PID, (id_t) child, &info, WEXITED | WNOWAIT), ==, 0);

  g_assert_cmpint (start_of (child), ==, owner->start);
  g_assert_false (atl_owner_is_running (owner));
  g_assert_false (atl_recovery_has_others (fixture->root));
  dead = fixture_find_one (fixture, NOON);
  g_assert_cmpint (dead->state, ==, ATL_RECOVERABLE_CRASHED);
  waitpid (child, NULL, 0);
}

static void
test_we_are_no_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) open = fixture_begin (fixture);

  g_assert_false (atl_recovery_has_others (fixture->root));
  g_assert_true (fixture_write (open, NEWEST, NOON, NULL));

  g_assert_false (atl_recovery_has_others (fixture->root));
}

/* Where a file system has no locks, the process says whether it still runs. */
static void
test_process_is_alive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlOwner)       owner = atl_owner_load (crashed->folder, NULL);
  g_autoptr (AtlRecoverable) alive = NULL;
  g_autoptr (AtlRecoverable) dead = NULL;

  owner->pid = getppid ();
  owner->start = start_of (getppid ());
  g_assert_true (atl_owner_save (owner, crashed->folder, NULL));
  alive = fixture_find_one (fixture, NOON);
  owner->start += 1;
  g_assert_true (atl_owner_save (owner, crashed->folder, NULL));
  dead = fixture_find_one (fixture, NOON);

  g_assert_cmpint (alive->state, ==, ATL_RECOVERABLE_ALIVE);
  g_assert_cmpint (dead->state, ==, ATL_RECOVERABLE_CRASHED);
}

static void
test_settled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) recovery = fixture_begin (fixture);
  guint64                 number;

  g_assert_true (fixture_write (recovery, OLDER, NOON, &fixture->error));
  number = atl_recovery_take_number (recovery);
  g_assert_true (atl_recovery_settle (recovery, number, "digest", &fixture->error));
  g_assert_true (atl_recovery_close (recovery, NOON, &fixture->error));

  g_assert_cmpint (fixture_count (fixture->root, ""), ==, 0);
}

/* Typed while the save was under way: the save does not hold it. */
static void
test_settled_late (Fixture *fixture, gconstpointer data)
{
  AtlRecovery               *recovery = fixture_begin (fixture);
  g_autoptr (AtlRecoverable) found = NULL;
  guint64                    number = atl_recovery_take_number (recovery);

  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));
  g_assert_true (atl_recovery_settle (recovery, number, "digest", &fixture->error));
  g_assert_true (atl_recovery_close (recovery, NOON, &fixture->error));
  atl_recovery_unref (recovery);

  found = fixture_find_one (fixture, NOON);

  g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_DRAFT);
  g_assert_false (found->settled);
}

/* A snapshot that was slower than the save of something newer must not be offered. */
static void
test_settled_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) recovery = fixture_begin (fixture);
  g_autoptr (GBytes)      bytes = g_bytes_new_static (OLDER, strlen (OLDER));
  guint64                 slow = atl_recovery_take_number (recovery);
  guint64                 saved = atl_recovery_take_number (recovery);

  g_assert_true (atl_recovery_settle (recovery, saved, "digest", &fixture->error));
  g_assert_true (atl_recovery_write_snapshot (recovery, slow, bytes, NOON, &fixture->error));

  g_assert_null (fixture_find_one (fixture, NOON));
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  AtlRecovery               *recovery = fixture_begin (fixture);
  g_autoptr (AtlDraft)       draft = atl_draft_new ("half a \"thought\"\n", "area-1", "person-1");
  g_autoptr (AtlRecoverable) found = NULL;

  g_assert_true (atl_recovery_set_draft (recovery, draft, &fixture->error));
  atl_recovery_unref (recovery);

  found = fixture_find_one (fixture, NOON);

  g_assert_true (atl_draft_equal (found->draft, draft));
  g_assert_cmpint (found->health, ==, ATL_SNAPSHOT_NONE);
  g_assert_cmpint (atl_recoverable_look (found), ==, ATL_OFFER_RESTORE);
}

static void
test_draft_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) recovery = fixture_begin (fixture);
  g_autoptr (AtlDraft)    draft = atl_draft_new ("thought", NULL, NULL);
  g_autoptr (AtlDraft)    empty = atl_draft_new ("", "area-1", NULL);

  g_assert_true (atl_recovery_set_draft (recovery, draft, &fixture->error));
  g_assert_true (atl_recovery_set_draft (recovery, empty, &fixture->error));
  g_assert_true (atl_recovery_close (recovery, NOON, &fixture->error));

  g_assert_cmpint (fixture_count (fixture->root, ""), ==, 0);
}

/* Saved, but for the words in the capture bar. */
static void
test_draft_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery)    recovery = fixture_begin (fixture);
  g_autoptr (AtlDraft)       draft = atl_draft_new ("thought", NULL, NULL);
  g_autoptr (AtlRecoverable) found = NULL;

  g_assert_true (atl_recovery_set_draft (recovery, draft, &fixture->error));
  g_assert_true (atl_recovery_close (recovery, NOON, &fixture->error));

  found = fixture_find_one (fixture, NOON);

  g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_DRAFT);
}

/* In another sandbox process numbers say nothing, the lock does. */
static void
test_lock_is_alive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecovery)    recovery = atl_recovery_resume (crashed, &fixture->error);
  g_autoptr (AtlRecoverable) found = NULL;

  bury (crashed);

  found = fixture_find_one (fixture, NOON);

  g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_ALIVE);
}

static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecovery)    recovery = atl_recovery_resume (crashed, &fixture->error);
  g_autoptr (AtlRecoverable) alive = fixture_find_one (fixture, NOON);
  g_autofree char           *folder = atl_recovery_dup_folder (recovery);

  g_assert_cmpstr (folder, ==, crashed->folder);
  g_assert_cmpint (alive->state, ==, ATL_RECOVERABLE_ALIVE);
  g_assert_cmpuint (atl_recovery_take_number (recovery), ==, 3);
  g_assert_cmpint (fixture_count (folder, "snapshot-"), ==, 2);
}

static void
test_resume_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecovery)    first = atl_recovery_resume (crashed, &fixture->error);
  AtlRecovery               *second = atl_recovery_resume (crashed, &fixture->error);

  g_assert_nonnull (first);
  g_assert_null (second);
  g_assert_error (fixture->error, ATL_STORE_ERROR, ATL_STORE_ERROR_TAKEN);
}

/* Somebody else was faster, and is done with it. */
static void
test_resume_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  AtlRecovery               *first = atl_recovery_resume (crashed, &fixture->error);

  g_assert_true (atl_recovery_discard (first, NOON, &fixture->error));
  atl_recovery_unref (first);

  g_assert_null (atl_recovery_resume (crashed, &fixture->error));
  g_assert_error (fixture->error, ATL_STORE_ERROR, ATL_STORE_ERROR_TAKEN);
}

static void
wait_for_byte (int fd)
{
  char byte;

  while (read (fd, &byte, 1) < 0)
    ;
}

/* Nobody lets go before everybody has tried. */
static void
claim_and_die (const AtlRecoverable *found, int start, int done, int end)
{
  char claimed;

  wait_for_byte (start);
  claimed = atl_recovery_resume (found, NULL) != NULL;
  if (write (done, &claimed, 1) != 1)
    _exit (2);
  wait_for_byte (end);
  _exit (0);
}

static guint
count_claims (const AtlRecoverable *found, const int *start, const int *done, const int *end)
{
  guint n_claimed = 0;
  char  claimed = 0;

  for (guint i = 0; i < 4; i++)
    if (fork () == 0)
      claim_and_die (found, start[0], done[1], end[0]);
  g_assert_cmpint (write (start[1], "1234", 4), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpint (read (done[0], &claimed, 1), ==, 1);
      n_claimed += (guint) claimed;
    }
  g_assert_cmpint (write (end[1], "1234", 4), ==, 4);
  while (wait (NULL) > 0)
    ;

  return n_claimed;
}

static void
test_resume_race (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecovery)    later = NULL;
  int                        pipes[3][2];
  guint                      n_claimed;

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (pipe (pipes[i]), ==, 0);
  bury (crashed);

  n_claimed = count_claims (crashed, pipes[0], pipes[1], pipes[2]);
  later = atl_recovery_resume (crashed, &fixture->error);

  g_assert_cmpuint (n_claimed, ==, 1);
  g_assert_nonnull (later);
  for (guint i = 0; i < 6; i++)
    close (pipes[i / 2][i % 2]);
}

/* Recovered into a file and saved there: nothing to offer, unless the file goes. */
static void
test_settle_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char           *path = g_build_filename (fixture->root, "session.atelier", NULL);
  g_autoptr (AtlRecovery)    recovery = atl_recovery_new (fixture->root, "s", path, "");
  g_autoptr (AtlRecoverable) crashed = NULL;
  g_autoptr (AtlRecoverable) found = NULL;

  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));
  g_clear_pointer (&recovery, atl_recovery_unref);
  g_assert_true (g_file_set_contents (path, "saved", -1, NULL));
  crashed = fixture_find_one (fixture, NOON);
  g_assert_cmpint (atl_recoverable_look (crashed), !=, ATL_OFFER_NONE);
  g_assert_true (atl_recovery_settle_found (crashed, "digest", NOON, &fixture->error));
  found = fixture_find_one (fixture, NOON);

  g_assert_cmpint (atl_recoverable_look (found), ==, ATL_OFFER_NONE);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (atl_recoverable_look (found), ==, ATL_OFFER_RESTORE);
}

static void
test_foreign_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlOwner)       owner = atl_owner_load (crashed->folder, NULL);
  g_autoptr (AtlRecoverable) found = NULL;
  g_autoptr (AtlRecovery)    recovery = NULL;
  g_autofree char           *folder = NULL;

  g_free (owner->host);
  g_free (owner->boot);
  owner->host = g_strdup ("elsewhere");
  owner->boot = g_strdup ("another-boot");
  owner->state = ATL_OWNER_OPEN;
  g_assert_true (atl_owner_save (owner, crashed->folder, NULL));
  found = fixture_find_one (fixture, NOON);
  recovery = atl_recovery_resume (found, &fixture->error);
  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));
  g_assert_true (atl_recovery_settle (recovery, 9, "digest", &fixture->error));
  g_assert_true (atl_recovery_close (recovery, NOON, &fixture->error));
  atl_recovery_prune (fixture->root, NOON + 400 * G_TIME_SPAN_DAY);

  g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_FOREIGN);
  g_assert_cmpstr (found->host, ==, "elsewhere");
  g_assert_cmpint (fixture_count (found->folder, "snapshot-"), ==, 2);
}

static void
test_discard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecoverable) found = NULL;
  gint64                     day = G_TIME_SPAN_DAY;

  g_assert_true (atl_recovery_discard_found (crashed, NOON, &fixture->error));
  atl_recovery_prune (fixture->root, NOON + 7 * day - 1);
  found = fixture_find_one (fixture, NOON + 7 * day - 1);

  g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_DISCARDED);
  g_assert_cmpint (atl_recoverable_get_days_left (found, NOON), ==, 7);
  g_assert_cmpint (atl_recoverable_get_days_left (found, NOON + 7 * day - 1), ==, 1);
  g_assert_null (fixture_find_one (fixture, NOON + 7 * day));
  atl_recovery_prune (fixture->root, NOON + 7 * day);
  g_assert_cmpint (fixture_count (fixture->root, ""), ==, 0);
}

static void
test_undiscard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecoverable) found = NULL;

  g_assert_true (atl_recovery_discard_found (crashed, NOON, &fixture->error));
  g_assert_true (atl_recovery_undiscard_found (crashed, &fixture->error));
  atl_recovery_prune (fixture->root, NOON + 90 * G_TIME_SPAN_DAY);

  found = fixture_find_one (fixture, NOON + 90 * G_TIME_SPAN_DAY);

  g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_DRAFT);
}

/* Twenty in the last minute, before them one an hour, nothing older than thirty days. */
static void
test_ring (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) recovery = fixture_begin (fixture);
  g_autoptr (GPtrArray)   list = NULL;
  g_autofree char        *folder = NULL;
  gint64                  now = NOON - 31 * G_TIME_SPAN_DAY;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_true (fixture_write (recovery, text, now, &fixture->error));
      now += i == 9 ? 31 * G_TIME_SPAN_DAY - 3 * G_TIME_SPAN_HOUR : G_TIME_SPAN_MINUTE;
    }

  folder = atl_recovery_dup_folder (recovery);
  list = atl_snapshots_list (folder);
  g_assert_cmpuint (list->len, ==, 22);
  g_assert_cmpint (((AtlSnapshot *) g_ptr_array_index (list, 0))->number, ==, 200);
  g_assert_cmpint (((AtlSnapshot *) g_ptr_array_index (list, 19))->number, ==, 181);
}

static void
test_newest_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecoverable) found = NULL;

  atl_recovery_prune (fixture->root, NOON + 400 * G_TIME_SPAN_DAY);
  found = fixture_find_one (fixture, NOON + 400 * G_TIME_SPAN_DAY);

  g_assert_cmpstr (found->snapshot, ==, crashed->snapshot);
  g_assert_cmpint (fixture_count (found->folder, "snapshot-"), ==, 1);
}

/* The newest is of no use: what would be recovered instead must not go either. */
static void
test_best_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecoverable) found = NULL;
  g_autofree char           *text = NULL;

  fixture_put (crashed->snapshot, FROM_THE_FUTURE);
  atl_recovery_prune (fixture->root, NOON + 400 * G_TIME_SPAN_DAY);
  found = fixture_find_one (fixture, NOON + 400 * G_TIME_SPAN_DAY);

  g_assert_true (g_file_get_contents (found->snapshot, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, OLDER);
  g_assert_cmpuint (found->n_skipped, ==, 1);
}

/* Sparse files: large, but of no weight. */
static void
test_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);

  for (guint i = 3; i <= 8; i++)
    {
      AtlSnapshot *snapshot = atl_snapshot_new (crashed->folder, NOON + i * SECOND, i, 0);

      fixture_put (snapshot->path, "{");
      g_assert_cmpint (truncate (snapshot->path, 50 * 1000 * 1000), ==, 0);
      atl_snapshot_free (snapshot);
    }

  atl_recovery_prune (fixture->root, NOON + G_TIME_SPAN_MINUTE);

  g_assert_cmpint (fixture_count (crashed->folder, "snapshot-"), ==, 4);
  g_assert_true (g_file_test (crashed->snapshot, G_FILE_TEST_EXISTS));
}

static void
test_prune_saved (Fixture *fixture, gconstpointer data)
{
  AtlRecovery     *recovery = atl_recovery_new (fixture->root, "s-1", fixture->path, "");
  g_autofree char *digest = fixture_digest (NEWEST);

  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));
  g_assert_true (atl_recovery_settle (recovery, 1, digest, &fixture->error));
  atl_recovery_unref (recovery);

  atl_recovery_prune (fixture->root, NOON);
  g_assert_cmpint (fixture_count (fixture->root, ""), ==, 1);
  fixture_put (fixture->path, NEWEST);
  atl_recovery_prune (fixture->root, NOON);
  g_assert_cmpint (fixture_count (fixture->root, ""), ==, 0);
}

static void
test_prune_unsaved (Fixture *fixture, gconstpointer data)
{
  AtlRecovery     *recovery = atl_recovery_new (fixture->root, "s-1", fixture->path, "");
  g_autofree char *digest = fixture_digest (OLDER);

  fixture_put (fixture->path, OLDER);
  g_assert_true (fixture_write (recovery, OLDER, NOON, &fixture->error));
  g_assert_true (atl_recovery_settle (recovery, 1, digest, &fixture->error));
  g_assert_true (fixture_write (recovery, NEWEST, NOON + SECOND, &fixture->error));
  atl_recovery_unref (recovery);

  atl_recovery_prune (fixture->root, NOON + 400 * G_TIME_SPAN_DAY);

  g_assert_cmpint (fixture_count (fixture->root, ""), ==, 1);
}

static void
test_damaged_owner (Fixture *fixture, gconstpointer data)
{
  static const char *const   pages[] = { "", "{", "[]" };
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autofree char           *page = g_build_filename (crashed->folder, "owner.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (AtlRecoverable) found = NULL;

      fixture_put (page, pages[i]);
      found = fixture_find_one (fixture, NOON);
      g_assert_cmpstr (found->snapshot, ==, crashed->snapshot);
      g_assert_cmpint (found->state, ==, ATL_RECOVERABLE_CRASHED);
    }
}

static void
test_garbage (Fixture *fixture, gconstpointer data)
{
  static const char *const   folders[] = { "not-ours", "0123456789ab", "0123456789AB", "abcdefabcdef" };
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autoptr (AtlRecoverable) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (fixture->root, folders[i], NULL);
      g_autofree char *file = g_build_filename (folder, "snapshot-1-2-3.atelier", NULL);

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      fixture_put (file, NEWEST);
    }

  found = fixture_find_one (fixture, NOON);
  atl_recovery_prune (fixture->root, NOON + 400 * G_TIME_SPAN_DAY);

  g_assert_cmpstr (found->folder, ==, crashed->folder);
  g_assert_cmpint (fixture_count (fixture->root, "not-ours"), ==, 1);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecoverable) crashed = crash (fixture);
  g_autofree char           *elsewhere = g_build_filename (fixture->base, "elsewhere", NULL);

  g_assert_cmpint (g_rename (crashed->folder, elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, crashed->folder), ==, 0);

  g_assert_null (fixture_find_one (fixture, NOON));
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) recovery = fixture_begin (fixture);
  g_autofree char        *state = g_path_get_dirname (fixture->root);

  fixture_put (state, "in the way");
  g_assert_false (fixture_write (recovery, NEWEST, NOON, &fixture->error));
  g_assert_error (fixture->error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
  g_clear_error (&fixture->error);
  g_assert_cmpint (g_unlink (state), ==, 0);

  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));
}

/* Somebody cleans the state folder up while we are at work. */
static void
test_vanished (Fixture *fixture, gconstpointer data)
{
  AtlRecovery               *recovery = fixture_begin (fixture);
  g_autoptr (AtlDraft)       draft = atl_draft_new ("thought", NULL, NULL);
  g_autoptr (AtlRecoverable) found = NULL;
  g_autofree char           *folder = NULL;

  g_assert_true (atl_recovery_set_draft (recovery, draft, &fixture->error));
  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));
  folder = atl_recovery_dup_folder (recovery);
  atl_snapshots_remove_folder (folder);
  g_assert_true (fixture_write (recovery, NEWEST, NOON, &fixture->error));
  atl_recovery_unref (recovery);

  found = fixture_find_one (fixture, NOON);

  g_assert_cmpint (found->health, ==, ATL_SNAPSHOT_WHOLE);
  g_assert_true (atl_draft_equal (found->draft, draft));
}

static void
test_same_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlRecovery) recovery = fixture_begin (fixture);
  g_autofree char        *folder = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_true (fixture_write (recovery, NEWEST, NOON + i * SECOND, &fixture->error));

  folder = atl_recovery_dup_folder (recovery);
  g_assert_cmpint (fixture_count (folder, "snapshot-"), ==, 1);
}

static void
test_guard (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->root, 0700), ==, 0);

  g_assert_true (atl_recovery_guard_begin (fixture->root, &fixture->error));
  g_assert_true (atl_recovery_guard_begin (fixture->root, &fixture->error));
  g_assert_false (atl_recovery_guard_begin (fixture->root, &fixture->error));
  g_assert_false (atl_recovery_guard_begin (fixture->root, &fixture->error));
  g_assert_true (atl_recovery_guard_end (fixture->root, &fixture->error));
  g_assert_true (atl_recovery_guard_begin (fixture->root, &fixture->error));
  g_assert_no_error (fixture->error);
}

static void
test_guard_cannot_count (Fixture *fixture, gconstpointer data)
{
  g_assert_true (atl_recovery_guard_begin (fixture->root, &fixture->error));
  g_assert_nonnull (fixture->error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/recovery/untouched/leaves-nothing", test_untouched);
  fixture_add ("/recovery/folder/is-private", test_private);
  fixture_add ("/recovery/find/tells-what-was-open", test_found);
  fixture_add ("/recovery/find/open-is-alive", test_open_is_alive);
  fixture_add ("/recovery/find/running-process-is-alive", test_process_is_alive);
  fixture_add ("/recovery/find/killed-but-not-waited-for-is-dead", test_zombie_is_dead);
  fixture_add ("/recovery/find/we-are-no-others", test_we_are_no_others);
  fixture_add ("/recovery/find/damaged-owner", test_damaged_owner);
  fixture_add ("/recovery/find/garbage", test_garbage);
  fixture_add ("/recovery/find/link", test_link);
  fixture_add ("/recovery/settle/close-removes", test_settled);
  fixture_add ("/recovery/settle/typed-meanwhile", test_settled_late);
  fixture_add ("/recovery/settle/slow-snapshot", test_settled_early);
  fixture_add ("/recovery/draft/comes-back", test_draft);
  fixture_add ("/recovery/draft/became-a-note", test_draft_gone);
  fixture_add ("/recovery/draft/kept-on-closing", test_draft_kept);
  fixture_add ("/recovery/find/locked-is-alive", test_lock_is_alive);
  fixture_add ("/recovery/resume/goes-on", test_resume);
  fixture_add ("/recovery/resume/once", test_resume_twice);
  fixture_add ("/recovery/resume/late", test_resume_late);
  fixture_add ("/recovery/resume/four-processes", test_resume_race);
  fixture_add ("/recovery/resume/foreign-stays", test_foreign_stays);
  fixture_add ("/recovery/discard/seven-days", test_discard);
  fixture_add ("/recovery/discard/undo", test_undiscard);
  fixture_add ("/recovery/settle/in-the-file-is-offered-no-more", test_settle_found);
  fixture_add ("/recovery/ring/twenty-and-one-an-hour", test_ring);
  fixture_add ("/recovery/prune/newest-stays", test_newest_stays);
  fixture_add ("/recovery/prune/best-stays", test_best_stays);
  fixture_add ("/recovery/prune/size", test_size);
  fixture_add ("/recovery/prune/saved-goes", test_prune_saved);
  fixture_add ("/recovery/prune/unsaved-stays", test_prune_unsaved);
  fixture_add ("/recovery/write/unwritable", test_unwritable);
  fixture_add ("/recovery/write/vanished-folder", test_vanished);
  fixture_add ("/recovery/write/same-once", test_same_once);
  fixture_add ("/recovery/guard/two-attempts", test_guard);
  fixture_add ("/recovery/guard/cannot-count", test_guard_cannot_count);

  return g_test_run ();
}
