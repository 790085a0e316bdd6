/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery-fixture.h"

#include "store/recovery/atl-owner.h"
#include "store/recovery/atl-snapshots.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The state table: how the app ended, and what became of the session's file. */
typedef enum
{
  CLEAN_EXIT,
  KILLED,
  SEGFAULT,
  NEWEST_MISSING,
  NEWEST_EMPTY,
  NEWEST_CUT,
  LOGOUT,
  FULL_DISK,
} End;

typedef enum
{
  NAMED,
  UNTITLED,
  READ_ONLY,
  DELETED,
  MOVED,
  CHANGED,
  TWO_WINDOWS,
  OTHER_USER,
  OTHER_HOST,
} Kind;

typedef struct
{
  End         end;
  Kind        kind;
  const char *outcome; /* for each folder that is found: state, offer, which snapshot */
} Row;

static const char *const end_names[] = { "clean-exit", "killed", "segfault", "newest-missing",
                                         "newest-empty", "newest-cut", "logout", "full-disk" };
static const char *const kind_names[] = { "named", "untitled", "read-only", "deleted", "moved",
                                          "changed-outside", "two-windows", "other-user", "other-host" };

#define ALIVE "alive none older "

static const Row rows[] = {
  { CLEAN_EXIT, NAMED, "" },
  { CLEAN_EXIT, UNTITLED, "draft restore newest " },
  { CLEAN_EXIT, READ_ONLY, "draft restore newest " },
  { CLEAN_EXIT, DELETED, "" },
  { CLEAN_EXIT, MOVED, "" },
  { CLEAN_EXIT, CHANGED, "" },
  { CLEAN_EXIT, TWO_WINDOWS, ALIVE },
  { CLEAN_EXIT, OTHER_USER, "" },
  { CLEAN_EXIT, OTHER_HOST, "" },

  { KILLED, NAMED, "crashed restore newest " },
  { KILLED, UNTITLED, "crashed restore newest " },
  { KILLED, READ_ONLY, "crashed restore newest " },
  { KILLED, DELETED, "crashed restore newest " },
  { KILLED, MOVED, "crashed restore newest " },
  { KILLED, CHANGED, "crashed conflict newest " },
  { KILLED, TWO_WINDOWS, "crashed restore newest " ALIVE },
  { KILLED, OTHER_USER, "" },
  { KILLED, OTHER_HOST, "foreign restore newest " },

  { SEGFAULT, NAMED, "crashed restore newest " },
  { SEGFAULT, UNTITLED, "crashed restore newest " },
  { SEGFAULT, READ_ONLY, "crashed restore newest " },
  { SEGFAULT, DELETED, "crashed restore newest " },
  { SEGFAULT, MOVED, "crashed restore newest " },
  { SEGFAULT, CHANGED, "crashed conflict newest " },
  { SEGFAULT, TWO_WINDOWS, "crashed restore newest " ALIVE },
  { SEGFAULT, OTHER_USER, "" },
  { SEGFAULT, OTHER_HOST, "foreign restore newest " },

  { NEWEST_MISSING, NAMED, "crashed restore older " },
  { NEWEST_MISSING, UNTITLED, "crashed restore older " },
  { NEWEST_MISSING, READ_ONLY, "crashed restore older " },
  { NEWEST_MISSING, DELETED, "crashed restore older " },
  { NEWEST_MISSING, MOVED, "crashed restore older " },
  { NEWEST_MISSING, CHANGED, "crashed conflict older " },
  { NEWEST_MISSING, TWO_WINDOWS, "crashed restore older " ALIVE },
  { NEWEST_MISSING, OTHER_USER, "" },
  { NEWEST_MISSING, OTHER_HOST, "foreign restore older " },

  { NEWEST_EMPTY, NAMED, "crashed restore older " },
  { NEWEST_EMPTY, UNTITLED, "crashed restore older " },
  { NEWEST_EMPTY, READ_ONLY, "crashed restore older " },
  { NEWEST_EMPTY, DELETED, "crashed restore older " },
  { NEWEST_EMPTY, MOVED, "crashed restore older " },
  { NEWEST_EMPTY, CHANGED, "crashed conflict older " },
  { NEWEST_EMPTY, TWO_WINDOWS, "crashed restore older " ALIVE },
  { NEWEST_EMPTY, OTHER_USER, "" },
  { NEWEST_EMPTY, OTHER_HOST, "foreign restore older " },

  { NEWEST_CUT, NAMED, "crashed restore older " },
  { NEWEST_CUT, UNTITLED, "crashed restore older " },
  { NEWEST_CUT, READ_ONLY, "crashed restore older " },
  { NEWEST_CUT, DELETED, "crashed restore older " },
  { NEWEST_CUT, MOVED, "crashed restore older " },
  { NEWEST_CUT, CHANGED, "crashed conflict older " },
  { NEWEST_CUT, TWO_WINDOWS, "crashed restore older " ALIVE },
  { NEWEST_CUT, OTHER_USER, "" },
  { NEWEST_CUT, OTHER_HOST, "foreign restore older " },

  { LOGOUT, NAMED, "crashed restore newest " },
  { LOGOUT, UNTITLED, "crashed restore newest " },
  { LOGOUT, READ_ONLY, "crashed restore newest " },
  { LOGOUT, DELETED, "crashed restore newest " },
  { LOGOUT, MOVED, "crashed restore newest " },
  { LOGOUT, CHANGED, "crashed conflict newest " },
  { LOGOUT, TWO_WINDOWS, "crashed restore newest " ALIVE },
  { LOGOUT, OTHER_USER, "" },
  { LOGOUT, OTHER_HOST, "foreign restore newest " },

  { FULL_DISK, NAMED, "crashed restore older " },
  { FULL_DISK, UNTITLED, "crashed restore older " },
  { FULL_DISK, READ_ONLY, "crashed restore older " },
  { FULL_DISK, DELETED, "crashed restore older " },
  { FULL_DISK, MOVED, "crashed restore older " },
  { FULL_DISK, CHANGED, "crashed conflict older " },
  { FULL_DISK, TWO_WINDOWS, "crashed restore older " ALIVE },
  { FULL_DISK, OTHER_USER, "" },
  { FULL_DISK, OTHER_HOST, "foreign restore older " },
};

static AtlRecovery *
begin (Fixture *fixture, Kind kind)
{
  g_autofree char *base = fixture_digest ("base");

  if (kind == UNTITLED)
    return fixture_begin (fixture);

  return atl_recovery_new (fixture->root, "s-1", fixture->path, base);
}

/* A device with no room behaves like a file that may not grow. */
static void
fill_disk (void)
{
  struct rlimit none = { 0, 0 };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &none);
}

static void
save_and_close (Fixture *fixture, AtlRecovery *recovery, Kind kind)
{
  g_autofree char *digest = fixture_digest (NEWEST);

  if (kind != UNTITLED && kind != READ_ONLY)
    {
      fixture_put (fixture->path, NEWEST);
      atl_recovery_settle (recovery, atl_recovery_take_number (recovery), digest, NULL);
    }
  atl_recovery_close (recovery, NOON, NULL);
}

static void
die (End end)
{
  struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
  signal (SIGSEGV, SIG_DFL);
  if (end == SEGFAULT)
    raise (SIGSEGV);
  else if (end != LOGOUT && end != CLEAN_EXIT)
    raise (SIGKILL);
  _exit (0);
}

/* The life of the app, up to its end. */
static void
live (Fixture *fixture, const Row *row)
{
  AtlRecovery *recovery = begin (fixture, row->kind);

  fixture_write (recovery, OLDER, NOON, NULL);
  if (row->end == FULL_DISK)
    fill_disk ();
  fixture_write (recovery, NEWEST, NOON + G_TIME_SPAN_SECOND, NULL);
  if (row->end == CLEAN_EXIT)
    save_and_close (fixture, recovery, row->kind);
  die (row->end);
}

static char *
dup_folder (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->root, 0, NULL);
  const char      *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return g_build_filename (fixture->root, name != NULL ? name : "none", NULL);
}

static void
damage (const char *folder, End end)
{
  g_autoptr (GPtrArray) snapshots = atl_snapshots_list (folder);
  const AtlSnapshot    *newest;

  if (end != NEWEST_MISSING && end != NEWEST_EMPTY && end != NEWEST_CUT)
    return;
  newest = g_ptr_array_index (snapshots, 0);
  if (end == NEWEST_MISSING)
    g_unlink (newest->path);
  else
    g_assert_cmpint (truncate (newest->path, end == NEWEST_CUT ? newest->size / 2 : 0), ==, 0);
}

static void
give_away (const char *folder, Kind kind)
{
  g_autoptr (AtlOwner) owner = atl_owner_load (folder, NULL);

  if (owner == NULL)
    return;
  if (kind == OTHER_USER)
    owner->user += 1;
  g_free (owner->host);
  g_free (owner->boot);
  owner->host = g_strdup (kind == OTHER_HOST ? "elsewhere" : g_get_host_name ());
  owner->boot = g_strdup ("another-boot");
  g_assert_true (atl_owner_save (owner, folder, NULL));
}

static void
change_file (Fixture *fixture, Kind kind)
{
  g_autofree char *other = g_strconcat (fixture->path, ".moved", NULL);

  if (kind == DELETED)
    g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  else if (kind == MOVED)
    g_assert_cmpint (g_rename (fixture->path, other), ==, 0);
  else if (kind == CHANGED)
    fixture_put (fixture->path, "theirs");
  else if (kind == READ_ONLY)
    g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
}

static void
build (Fixture *fixture, const Row *row)
{
  g_autofree char *folder = NULL;
  pid_t            child;

  fixture_put (fixture->path, "base");
  child = fork ();
  if (child == 0)
    live (fixture, row);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  folder = dup_folder (fixture);
  damage (folder, row->end);
  if (row->kind == OTHER_USER || row->kind == OTHER_HOST)
    give_away (folder, row->kind);
  change_file (fixture, row->kind);
}

static void
describe (GString *out, const AtlRecoverable *found)
{
  static const char *const states[] = { "crashed", "draft", "discarded", "alive", "foreign" };
  static const char *const offers[] = { "none", "restore", "conflict" };
  g_autofree char         *text = NULL;
  const char              *which = "nothing";

  if (g_file_get_contents (found->snapshot, &text, NULL, NULL))
    which = g_str_equal (text, NEWEST) ? "newest" : g_str_equal (text, OLDER) ? "older"
                                                                              : "damaged";
  g_string_append_printf (out, "%s %s %s ", states[found->state], offers[atl_recoverable_look (found)],
                          which);
}

static char *
dup_outcome (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = atl_recovery_find (fixture->root, NOON + G_TIME_SPAN_MINUTE);
  GString              *out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    describe (out, g_ptr_array_index (found, i));

  return g_string_free (out, FALSE);
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  const Row              *row = data;
  g_autofree char        *outcome = NULL;
  g_autoptr (AtlRecovery) second = NULL;

  build (fixture, row);
  second = begin (fixture, row->kind);
  if (row->kind == TWO_WINDOWS)
    fixture_write (second, OLDER, NOON - G_TIME_SPAN_MINUTE, NULL);

  outcome = dup_outcome (fixture);

  g_assert_cmpstr (outcome, ==, row->outcome);
}

/* If the oracle above were blind, a lost snapshot would go unnoticed. */
static void
test_planted (Fixture *fixture, gconstpointer data)
{
  static const Row row = { KILLED, NAMED, "crashed restore newest " };
  g_autofree char *folder = NULL;
  g_autofree char *outcome = NULL;

  build (fixture, &row);
  folder = dup_folder (fixture);
  atl_snapshots_remove_folder (folder);

  outcome = dup_outcome (fixture);

  g_assert_cmpstr (outcome, !=, row.outcome);
}

/* What was saved before it crashed, and then changed by others, is in the versions, not a conflict. */
static void
test_settled (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *file; /* NULL: gone */
    AtlOffer    offer;
  } cases[] = { { NEWEST, ATL_OFFER_NONE }, { "theirs", ATL_OFFER_NONE }, { NULL, ATL_OFFER_RESTORE } };
  AtlRecoverable found = { .path = "/f", .base = "b", .digest = "d", .settled = TRUE };

  found.health = ATL_SNAPSHOT_WHOLE;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlFileFacts facts = { cases[i].file != NULL, cases[i].file != NULL, cases[i].file };

      g_assert_cmpint (atl_recoverable_classify (&found, &facts), ==, cases[i].offer);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recovery-states/%s/%s", end_names[rows[i].end],
                                               kind_names[rows[i].kind]);

      g_test_add (path, Fixture, &rows[i], fixture_set_up, test_row, fixture_tear_down);
    }
  fixture_add ("/recovery-states/oracle/notices-a-lost-snapshot", test_planted);
  fixture_add ("/recovery-states/settled/is-not-a-conflict", test_settled);

  return g_test_run ();
}
