/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-recovery-list.h"

#include "config.h"
#include "file/atl-digest.h"
#include "store/recovery/atl-folder-lock.h"
#include "store/recovery/atl-owner.h"
#include "store/recovery/atl-snapshots.h"
#include "store/atl-store-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define SETTLED_DAYS 7
#define ALL_SNAPSHOTS 999999999999999 /* the largest number that a file of ours may hold */

/* One folder while it is looked at. */
typedef struct
{
  char         *folder;
  AtlOwner     *owner; /* nullable: damaged */
  GPtrArray    *snapshots;
  AtlFolderLock lock;
  guint         best; /* place in the list, its length for none */
} Found;

static void
found_clear (Found *self)
{
  g_free (self->folder);
  atl_owner_free (self->owner);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* A folder of ours: not a link, not one of somebody else's. */
static gboolean
found_open (Found *self, const char *root, const char *name)
{
  GStatBuf info;

  if (!atl_snapshots_is_folder_name (name))
    return FALSE;
  self->folder = g_build_filename (root, name, NULL);
  if (g_lstat (self->folder, &info) != 0 || !S_ISDIR (info.st_mode) || info.st_uid != getuid ())
    return FALSE;
  self->lock = atl_folder_lock_look (self->folder);
  self->owner = atl_owner_load (self->folder, NULL);
  if (self->owner != NULL && self->owner->user != (gint64) getuid ())
    return FALSE;

  self->snapshots = atl_snapshots_list (self->folder);
  self->best = self->snapshots->len;
  return TRUE;
}

static AtlRecoverableState
state_of_here (const Found *self)
{
  gboolean running = atl_owner_is_running (self->owner);

  switch (self->owner->state)
    {
    case ATL_OWNER_DRAFT:
      return ATL_RECOVERABLE_DRAFT;
    case ATL_OWNER_DISCARDED:
      return ATL_RECOVERABLE_DISCARDED;
    case ATL_OWNER_OPEN:
    default:
      /* Of our own openings the lock says whether they are in use; of others the process may know better. */
      if (running && (self->lock != ATL_FOLDER_LOCK_FREE || !atl_owner_is_us (self->owner)))
        return ATL_RECOVERABLE_ALIVE;
      return ATL_RECOVERABLE_CRASHED;
    }
}

static AtlRecoverableState
state_of (const Found *self)
{
  if (self->lock == ATL_FOLDER_LOCK_HELD)
    return ATL_RECOVERABLE_ALIVE;
  if (self->owner == NULL)
    return ATL_RECOVERABLE_CRASHED;
  if (self->owner->state == ATL_OWNER_DISCARDED || atl_owner_is_here (self->owner))
    return state_of_here (self);

  return ATL_RECOVERABLE_FOREIGN;
}

static int
rank_of (AtlSnapshotHealth health)
{
  switch (health)
    {
    case ATL_SNAPSHOT_WHOLE:
      return 3;
    case ATL_SNAPSHOT_NEWER:
      return 2;
    case ATL_SNAPSHOT_DAMAGED:
      return 1;
    case ATL_SNAPSHOT_NONE:
    default:
      return 0;
    }
}

/* The newest that is whole, else the newest of a newer version, else the newest that is damaged. What was
 * saved is not looked for once there is anything that was not. */
static AtlSnapshotHealth
choose (Found *self, char **digest)
{
  AtlSnapshotHealth best = ATL_SNAPSHOT_NONE;
  gint64            settled = self->owner != NULL ? self->owner->settled : 0;

  for (guint i = 0; i < self->snapshots->len && best != ATL_SNAPSHOT_WHOLE; i++)
    {
      AtlSnapshot      *snapshot = g_ptr_array_index (self->snapshots, i);
      g_autofree char  *its_digest = NULL;
      AtlSnapshotHealth health;

      if (snapshot->number <= settled && best != ATL_SNAPSHOT_NONE)
        break;
      health = atl_snapshot_inspect (snapshot, &its_digest);
      if (rank_of (health) <= rank_of (best))
        continue;
      best = health;
      self->best = i;
      g_free (*digest);
      *digest = g_steal_pointer (&its_digest);
    }

  return best;
}

static gint64
time_of_folder (const char *folder)
{
  GStatBuf info;

  return g_lstat (folder, &info) == 0 ? (gint64) info.st_mtime * G_TIME_SPAN_SECOND : 0;
}

static void
describe_owner (AtlRecoverable *result, const AtlOwner *owner)
{
  result->session = g_strdup (owner != NULL ? owner->session : "");
  result->path = g_strdup (owner != NULL ? owner->path : "");
  result->title = g_strdup (owner != NULL ? owner->title : "");
  result->host = g_strdup (owner != NULL ? owner->host : "");
  result->base = g_strdup (owner != NULL ? owner->base : "");
  result->ended = owner != NULL ? owner->ended : 0;
}

static void
describe_snapshot (AtlRecoverable *result, Found *found)
{
  g_autofree char *digest = NULL;
  AtlSnapshot     *snapshot = NULL;

  result->health = choose (found, &digest);
  if (found->best < found->snapshots->len)
    snapshot = g_ptr_array_index (found->snapshots, found->best);
  result->n_skipped = found->best;
  result->snapshot = g_strdup (snapshot != NULL ? snapshot->path : "");
  result->digest = g_strdup (digest != NULL ? digest : "");
  result->time = snapshot != NULL ? snapshot->time : time_of_folder (found->folder);
  if (snapshot != NULL && found->owner != NULL)
    result->settled = snapshot->number <= found->owner->settled || g_str_equal (result->digest, result->base);
}

static AtlRecoverable *
describe (Found *found)
{
  AtlRecoverable *result = g_new0 (AtlRecoverable, 1);

  result->folder = g_strdup (found->folder);
  result->state = state_of (found);
  result->draft = atl_draft_load (found->folder);
  describe_owner (result, found->owner);
  describe_snapshot (result, found);

  return result;
}

static gboolean
is_worth_it (const AtlRecoverable *result, gint64 now)
{
  if (result->state == ATL_RECOVERABLE_DISCARDED && atl_recoverable_get_days_left (result, now) == 0)
    return FALSE;

  return result->health != ATL_SNAPSHOT_NONE || result->draft != NULL;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const AtlRecoverable *left = *(AtlRecoverable *const *) a;
  const AtlRecoverable *right = *(AtlRecoverable *const *) b;

  if (left->time != right->time)
    return left->time < right->time ? 1 : -1;

  return g_strcmp0 (left->folder, right->folder);
}

/**
 * atl_recovery_find:
 * @root: where the recovery folders lie, need not exist
 * @now: microseconds since 1970
 *
 * Finds what earlier openings left behind. Folders of other users, and whatever else lies there, are passed
 * over; those of other machines and those that are open right now are told apart by their state. A snapshot
 * that is cut, empty or of a newer version gives way to an older one. The newest snapshot of each folder is
 * read through: to be called in a thread.
 *
 * Returns: (transfer full) (element-type AtlRecoverable): what was found, newest first
 */
GPtrArray *
atl_recovery_find (const char *root, gint64 now)
{
  GPtrArray       *results = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_recoverable_free);
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  g_return_val_if_fail (root != NULL, results);

  dir = g_dir_open (root, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_auto (Found)  found = { 0 };
      AtlRecoverable *result = found_open (&found, root, name) ? describe (&found) : NULL;

      if (result != NULL && is_worth_it (result, now))
        g_ptr_array_add (results, result);
      else
        atl_recoverable_free (result);
    }
  g_ptr_array_sort (results, compare_newest_first);

  return results;
}

static gboolean
is_other (const Found *found)
{
  return state_of (found) == ATL_RECOVERABLE_ALIVE && found->owner != NULL && !atl_owner_is_us (found->owner);
}

/**
 * atl_recovery_has_others:
 * @root: where the recovery folders lie, need not exist
 *
 * Tells whether another process seems to have a session open. One that just crashed does so, too, as long as
 * the system writes down what was in its memory: who starts in that moment looks again a little later. For a
 * thread.
 */
gboolean
atl_recovery_has_others (const char *root)
{
  g_autoptr (GDir) dir = NULL;
  const char      *name;
  gboolean         others = FALSE;

  g_return_val_if_fail (root != NULL, FALSE);

  dir = g_dir_open (root, 0, NULL);
  while (!others && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_auto (Found) found = { 0 };

      others = found_open (&found, root, name) && is_other (&found);
    }

  return others;
}

static AtlOwner *
load_or_sign (const AtlRecoverable *found)
{
  AtlOwner *owner = atl_owner_load (found->folder, NULL);

  if (owner == NULL)
    {
      owner = atl_owner_new ();
      atl_owner_sign (owner);
    }

  return owner;
}

/* @base: (nullable): the digest of the file that holds everything now */
static gboolean
set_state (const AtlRecoverable *found, AtlOwnerState state, gint64 ended, const char *base, GError **error)
{
  g_autoptr (AtlOwner) owner = NULL;
  gboolean             saved;
  int                  lock;
  AtlFolderLock        outcome = atl_folder_lock_take (found->folder, &lock);

  if (outcome == ATL_FOLDER_LOCK_HELD || outcome == ATL_FOLDER_LOCK_GONE)
    {
      g_set_error_literal (error, ATL_STORE_ERROR, ATL_STORE_ERROR_TAKEN,
                           _ ("This session is open in another window."));
      return FALSE;
    }
  owner = load_or_sign (found);
  owner->state = state;
  owner->ended = ended;
  if (base != NULL)
    {
      g_free (owner->base);
      owner->base = g_strdup (base);
      owner->settled = ALL_SNAPSHOTS;
    }
  saved = atl_owner_save (owner, found->folder, error);
  atl_folder_lock_release (&lock);

  return saved;
}

/**
 * atl_recovery_discard_found:
 * @found: what atl_recovery_find() found
 * @now: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Throws away what was found without opening it. It is kept for seven days all the same.
 *
 * Sets %ATL_STORE_ERROR_TAKEN if somebody has it open or is done with it, and the errors of
 * atl_durable_write().
 */
gboolean
atl_recovery_discard_found (const AtlRecoverable *found, gint64 now, GError **error)
{
  g_return_val_if_fail (found != NULL, FALSE);

  return set_state (found, ATL_OWNER_DISCARDED, now, NULL, error);
}

/**
 * atl_recovery_settle_found:
 * @found: what atl_recovery_find() found, with a file
 * @digest: the digest of that file
 * @now: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Tells that the file holds all of it by now. It is offered no more as long as there is a file, and kept for
 * seven days all the same. Sets the errors of atl_recovery_discard_found().
 */
gboolean
atl_recovery_settle_found (const AtlRecoverable *found, const char *digest, gint64 now, GError **error)
{
  g_return_val_if_fail (found != NULL && digest != NULL, FALSE);

  return set_state (found, ATL_OWNER_DISCARDED, now, digest, error);
}

/**
 * atl_recovery_undiscard_found:
 * @found: what was discarded
 * @error: (out) (optional): why not
 *
 * Makes a draft of it again. Sets the errors of atl_recovery_discard_found().
 */
gboolean
atl_recovery_undiscard_found (const AtlRecoverable *found, GError **error)
{
  g_return_val_if_fail (found != NULL, FALSE);

  return set_state (found, ATL_OWNER_DRAFT, found->time, NULL, error);
}

/* Whether the file still is what was saved. If somebody else changed it since, ours is kept a while. */
static gboolean
is_in_file (const AtlRecoverable *result, gint64 now)
{
  g_autofree char *digest = NULL;

  if (!result->settled || result->draft != NULL || result->n_skipped > 0 || *result->path == '\0')
    return FALSE;
  digest = atl_digest_file (result->path, NULL);
  if (digest == NULL)
    return FALSE;

  return g_str_equal (digest, result->base) || now - result->time > SETTLED_DAYS * G_TIME_SPAN_DAY;
}

static gboolean
is_over (const AtlRecoverable *result, gint64 now)
{
  switch (result->state)
    {
    case ATL_RECOVERABLE_DISCARDED:
      return atl_recoverable_get_days_left (result, now) == 0;
    case ATL_RECOVERABLE_CRASHED:
    case ATL_RECOVERABLE_DRAFT:
      if (result->health == ATL_SNAPSHOT_NONE && result->n_skipped == 0 && result->draft == NULL)
        return now - result->time > G_TIME_SPAN_DAY;
      return is_in_file (result, now);
    case ATL_RECOVERABLE_ALIVE:
    case ATL_RECOVERABLE_FOREIGN:
    default:
      return FALSE;
    }
}

/* Under the lock, so that nobody recovers what is going. */
static gboolean
remove_over (const char *folder)
{
  int           lock;
  AtlFolderLock outcome = atl_folder_lock_take (folder, &lock);

  if (outcome == ATL_FOLDER_LOCK_FREE)
    atl_snapshots_remove_folder (folder);
  atl_folder_lock_release (&lock);

  return outcome == ATL_FOLDER_LOCK_FREE;
}

static gboolean
is_of_other_machine (const Found *found)
{
  return found->owner != NULL && !atl_owner_is_here (found->owner);
}

static void
move_snapshots (GPtrArray *from, GPtrArray *to)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

static void
prune_folder (const char *root, const char *name, gint64 now, GPtrArray *rest)
{
  g_auto (Found)             found = { 0 };
  g_autoptr (AtlRecoverable) result = NULL;

  if (!found_open (&found, root, name) || is_of_other_machine (&found))
    return;
  result = describe (&found);
  if (is_over (result, now) && remove_over (found.folder))
    return;

  if (result->state != ATL_RECOVERABLE_ALIVE)
    atl_snapshots_trim (found.snapshots, found.best, now);
  move_snapshots (found.snapshots, rest);
}

static int
compare_oldest_first (gconstpointer a, gconstpointer b)
{
  const AtlSnapshot *left = *(AtlSnapshot *const *) a;
  const AtlSnapshot *right = *(AtlSnapshot *const *) b;

  return (left->time > right->time) - (left->time < right->time);
}

static void
prune_size (GPtrArray *snapshots)
{
  gint64 total = 0;

  for (guint i = 0; i < snapshots->len; i++)
    total += ((AtlSnapshot *) g_ptr_array_index (snapshots, i))->size;

  g_ptr_array_sort (snapshots, compare_oldest_first);
  for (guint i = 0; i < snapshots->len && total > ATL_SNAPSHOTS_BYTES; i++)
    {
      AtlSnapshot *snapshot = g_ptr_array_index (snapshots, i);

      if (snapshot->spare && g_unlink (snapshot->path) == 0)
        total -= snapshot->size;
    }
}

/**
 * atl_recovery_prune:
 * @root: where the recovery folders lie, need not exist
 * @now: microseconds since 1970
 *
 * Removes what was saved, what was discarded more than seven days ago, what is older than thirty days and,
 * beyond 200 MB, the oldest. The newest snapshot of an opening stays, and the one that would be recovered; so
 * does what is open, or belongs to another user or machine. To be called in a thread, after
 * atl_recovery_find().
 */
void
atl_recovery_prune (const char *root, gint64 now)
{
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GDir)      dir = NULL;
  const char           *name;

  g_return_if_fail (root != NULL);

  rest = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_snapshot_free);
  dir = g_dir_open (root, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    prune_folder (root, name, now, rest);

  prune_size (rest);
}
