/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-recovery.h"

#include "config.h"
#include "file/atl-digest.h"
#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"
#include "store/recovery/atl-folder-lock.h"
#include "store/recovery/atl-owner.h"
#include "store/recovery/atl-snapshots.h"
#include "store/atl-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define ATTEMPTS 8

struct _AtlRecovery
{
  GMutex     mutex;
  char      *root;
  char      *folder; /* nullable: nothing written yet */
  int        lock;
  AtlOwner  *owner;
  gboolean   stale;  /* owner.json says something else */
  AtlDraft  *draft;  /* nullable */
  GPtrArray *ring;   /* of AtlSnapshot, newest first */
  char      *digest; /* nullable: of the newest */
  gint64     number; /* given out last */
};

/**
 * atl_recovery_dup_user_root:
 *
 * Returns: (transfer full): where the recovery folders of this user lie: `$XDG_STATE_HOME/atelier/recovery`
 */
char *
atl_recovery_dup_user_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "atelier", "recovery", NULL);
}

static void
set_string (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value != NULL ? value : "");
}

static AtlRecovery *
new_in (const char *root, AtlOwner *owner)
{
  AtlRecovery *self = g_atomic_rc_box_new0 (AtlRecovery);

  g_mutex_init (&self->mutex);
  self->root = g_strdup (root);
  self->lock = -1;
  self->owner = owner;
  self->stale = TRUE;
  self->ring = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_snapshot_free);

  return self;
}

/**
 * atl_recovery_new:
 * @root: where the recovery folders lie, need not exist; see atl_recovery_dup_user_root()
 * @session_id: the id of the session
 * @path: (nullable): the absolute path of its file, %NULL for an untitled session
 * @base: (nullable): the digest of that file as it was opened, %NULL if there is none yet
 *
 * Begins one opening of a session. Nothing is written until there is something to keep: then a folder with a
 * random name is made, readable for the user alone. To drop the last reference without atl_recovery_close()
 * or atl_recovery_discard() is what a crash looks like.
 *
 * Returns: (transfer full): an opening
 */
AtlRecovery *
atl_recovery_new (const char *root, const char *session_id, const char *path, const char *base)
{
  AtlOwner *owner;

  g_return_val_if_fail (root != NULL && session_id != NULL, NULL);

  owner = atl_owner_new ();
  set_string (&owner->session, session_id);
  set_string (&owner->path, path);
  set_string (&owner->base, base);
  atl_owner_sign (owner);

  return new_in (root, owner);
}

static gboolean
fail_taken (GError **error)
{
  g_set_error_literal (error, ATL_STORE_ERROR, ATL_STORE_ERROR_TAKEN,
                       _ ("Another window is already recovering this session."));
  return FALSE;
}

static AtlOwner *
owner_of_found (const AtlRecoverable *found)
{
  AtlOwner *owner = atl_owner_new ();

  set_string (&owner->session, found->session);
  set_string (&owner->path, found->path);
  set_string (&owner->title, found->title);
  set_string (&owner->base, found->base);

  return owner;
}

static AtlOwnerState
owner_state_of (AtlRecoverableState state)
{
  switch (state)
    {
    case ATL_RECOVERABLE_DRAFT:
      return ATL_OWNER_DRAFT;
    case ATL_RECOVERABLE_DISCARDED:
      return ATL_OWNER_DISCARDED;
    case ATL_RECOVERABLE_CRASHED:
    case ATL_RECOVERABLE_ALIVE:
    case ATL_RECOVERABLE_FOREIGN:
    default:
      return ATL_OWNER_OPEN;
    }
}

/* Whether the folder is still as it was found: somebody may have been faster, and be done with it already. */
static gboolean
is_as_found (const AtlRecoverable *found, const AtlOwner *owner, AtlFolderLock outcome)
{
  gboolean running = atl_owner_is_running (owner);

  if (!g_file_test (found->folder, G_FILE_TEST_IS_DIR) || owner->state != owner_state_of (found->state))
    return FALSE;
  if (owner->state != ATL_OWNER_OPEN || !running)
    return TRUE;

  return outcome == ATL_FOLDER_LOCK_FREE && atl_owner_is_us (owner);
}

static void
continue_in (AtlRecovery *self, const AtlRecoverable *found)
{
  self->folder = g_strdup (found->folder);
  self->draft = atl_draft_load (found->folder);
  g_ptr_array_unref (self->ring);
  self->ring = atl_snapshots_list (found->folder);
  self->number = self->owner->settled;
  if (self->ring->len > 0)
    self->number = MAX (self->number, ((AtlSnapshot *) g_ptr_array_index (self->ring, 0))->number);
}

static AtlRecovery *
resume_here (const AtlRecoverable *found, GError **error)
{
  g_autofree char *root = g_path_get_dirname (found->folder);
  AtlRecovery     *self;
  AtlOwner        *owner;
  int              lock;
  AtlFolderLock    outcome = atl_folder_lock_take (found->folder, &lock);

  owner = atl_owner_load (found->folder, NULL);
  if (owner == NULL)
    owner = owner_of_found (found);
  if (outcome == ATL_FOLDER_LOCK_HELD || outcome == ATL_FOLDER_LOCK_GONE ||
      !is_as_found (found, owner, outcome))
    {
      atl_folder_lock_release (&lock);
      atl_owner_free (owner);
      fail_taken (error);
      return NULL;
    }

  atl_owner_sign (owner);
  owner->state = ATL_OWNER_OPEN;
  owner->ended = 0;
  self = new_in (root, owner);
  self->lock = lock;
  continue_in (self, found);
  self->stale = !atl_owner_save (owner, self->folder, NULL);
  return self;
}

/**
 * atl_recovery_resume:
 * @found: what atl_recovery_find() found
 * @error: (out) (optional): why not
 *
 * Takes over an opening that ended: the same folder goes on with this process as its owner, so that nothing
 * of it is removed before all of it is saved. Of several that try at once, one gets it. That of another
 * machine is left as it is; a new opening begins, and the caller writes the first snapshot.
 *
 * A full disk does not stop it. Sets %ATL_STORE_ERROR_TAKEN if somebody else has it, or had it.
 *
 * Returns: (transfer full) (nullable): an opening
 */
AtlRecovery *
atl_recovery_resume (const AtlRecoverable *found, GError **error)
{
  g_autofree char *root = NULL;
  AtlRecovery     *self;

  g_return_val_if_fail (found != NULL, NULL);

  if (found->state == ATL_RECOVERABLE_ALIVE)
    {
      fail_taken (error);
      return NULL;
    }
  if (found->state != ATL_RECOVERABLE_FOREIGN)
    return resume_here (found, error);

  root = g_path_get_dirname (found->folder);
  self = new_in (root, owner_of_found (found));
  atl_owner_sign (self->owner);
  return self;
}

/**
 * atl_recovery_ref:
 * @self: an opening
 *
 * Returns: (transfer full): @self
 */
AtlRecovery *
atl_recovery_ref (AtlRecovery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (AtlRecovery *self)
{
  atl_folder_lock_release (&self->lock);
  atl_owner_free (self->owner);
  atl_draft_free (self->draft);
  g_ptr_array_unref (self->ring);
  g_free (self->root);
  g_free (self->folder);
  g_free (self->digest);
  g_mutex_clear (&self->mutex);
}

/**
 * atl_recovery_unref:
 * @self: (transfer full): an opening
 *
 * Drops a reference. With the last one the folder is left to whoever recovers it.
 */
void
atl_recovery_unref (AtlRecovery *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * atl_recovery_dup_folder:
 * @self: an opening
 *
 * Returns: (transfer full) (nullable): its folder, %NULL as long as there was nothing to keep
 */
char *
atl_recovery_dup_folder (AtlRecovery *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return g_strdup (self->folder);
}

static gboolean
change_string (char **member, const char *value)
{
  if (g_strcmp0 (*member, value != NULL ? value : "") == 0)
    return FALSE;

  set_string (member, value);
  return TRUE;
}

/**
 * atl_recovery_describe:
 * @self: an opening
 * @session_id: the id of the session
 * @path: (nullable): the absolute path of its file, %NULL for an untitled session
 * @title: (nullable): what the session is called
 *
 * Says what is open. It is written with the next snapshot.
 */
void
atl_recovery_describe (AtlRecovery *self, const char *session_id, const char *path, const char *title)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gboolean                 changed;

  g_return_if_fail (self != NULL && session_id != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  changed = change_string (&self->owner->session, session_id);
  changed |= change_string (&self->owner->path, path);
  changed |= change_string (&self->owner->title, title);
  self->stale |= changed;
}

/**
 * atl_recovery_set_path:
 * @self: an opening
 * @path: the absolute path of the file that the session was saved in
 *
 * Says where the session is now. It is written with the next snapshot, or by atl_recovery_settle().
 */
void
atl_recovery_set_path (AtlRecovery *self, const char *path)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  self->stale |= change_string (&self->owner->path, path);
}

/**
 * atl_recovery_set_base:
 * @self: an opening
 * @digest: (nullable): of the file as it is loaded now, after a reload for instance
 *
 * Says which state of the file the session goes on from. It is written with the next snapshot.
 */
void
atl_recovery_set_base (AtlRecovery *self, const char *digest)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  self->stale |= change_string (&self->owner->base, digest);
}

/**
 * atl_recovery_take_number:
 * @self: an opening
 *
 * Numbers the states of a session. Take one in the moment in which the session is turned into bytes, be it
 * for a snapshot or for a save: the numbers tell later which of them holds more, however long the writing
 * took.
 *
 * Returns: the next number, from 1
 */
guint64
atl_recovery_take_number (AtlRecovery *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, 0);

  locker = g_mutex_locker_new (&self->mutex);
  return (guint64) ++self->number;
}

/* 48 random bits. */
static char *
dup_random_name (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strdup_printf ("%.8s%.4s", uuid, uuid + 9);
}

static gboolean
make_folder (AtlRecovery *self, GError **error)
{
  gboolean made = g_mkdir_with_parents (self->root, 0700) == 0;

  for (guint i = 0; made && i < ATTEMPTS; i++)
    {
      g_autofree char *name = dup_random_name ();

      g_free (self->folder);
      self->folder = g_build_filename (self->root, name, NULL);
      if (g_mkdir (self->folder, 0700) == 0)
        return TRUE;
      made = errno == EEXIST;
    }

  atl_file_error_set_writing (error, self->root, errno);
  g_clear_pointer (&self->folder, g_free);
  return FALSE;
}

/* Somebody may have cleared the state folder while we were at work: then everything is written again. */
static void
forget_folder (AtlRecovery *self)
{
  atl_folder_lock_release (&self->lock);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->draft, atl_draft_free);
  g_ptr_array_set_size (self->ring, 0);
  self->owner->state = ATL_OWNER_OPEN;
  self->owner->ended = 0;
  self->stale = TRUE;
}

static gboolean
prepare (AtlRecovery *self, GError **error)
{
  g_autoptr (AtlDraft) draft = NULL;

  if (self->folder != NULL && !g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    {
      draft = g_steal_pointer (&self->draft);
      forget_folder (self);
    }
  if (self->folder == NULL)
    {
      if (!make_folder (self, error))
        return FALSE;
      atl_folder_lock_take (self->folder, &self->lock);
      if (atl_draft_save (draft, self->folder, NULL))
        self->draft = g_steal_pointer (&draft);
    }
  if (self->stale && !atl_owner_save (self->owner, self->folder, error))
    return FALSE;

  self->stale = FALSE;
  return TRUE;
}

static AtlSnapshot *
newest (AtlRecovery *self)
{
  return self->ring->len > 0 ? g_ptr_array_index (self->ring, 0) : NULL;
}

static gboolean
holds_already (AtlRecovery *self, gint64 number, const char *digest)
{
  AtlSnapshot *last = newest (self);

  if (number <= self->owner->settled)
    return TRUE;
  if (last == NULL || !g_file_test (last->path, G_FILE_TEST_EXISTS))
    return FALSE;

  if (number <= last->number)
    return TRUE;

  /* What was saved goes when the opening ends. If it is to stay, it is written again. */
  return last->number > self->owner->settled && g_strcmp0 (self->digest, digest) == 0;
}

static gboolean
write_new (AtlRecovery *self, gint64 number, GBytes *bytes, gint64 now, GError **error)
{
  AtlSnapshot *snapshot = atl_snapshot_new (self->folder, now, number, (gint64) g_bytes_get_size (bytes));

  if (!atl_durable_write (snapshot->path, bytes, error))
    {
      atl_snapshot_free (snapshot);
      return FALSE;
    }

  g_ptr_array_insert (self->ring, 0, snapshot);
  atl_snapshots_trim (self->ring, 0, now);
  return TRUE;
}

/**
 * atl_recovery_write_snapshot:
 * @self: an opening
 * @number: of atl_recovery_take_number()
 * @bytes: the session as a file
 * @now: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Writes a snapshot durably and removes those that the ring does not hold any longer. What is saved or kept
 * already is not written again. On failure all that was there before is still there, and the next call tries
 * anew.
 *
 * Sets the errors of atl_durable_write().
 */
gboolean
atl_recovery_write_snapshot (AtlRecovery *self, guint64 number, GBytes *bytes, gint64 now, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char         *digest = NULL;

  g_return_val_if_fail (self != NULL && bytes != NULL && number > 0, FALSE);

  digest = atl_digest_bytes (bytes);
  locker = g_mutex_locker_new (&self->mutex);
  if (holds_already (self, (gint64) number, digest))
    return TRUE;
  if (!prepare (self, error) || !write_new (self, (gint64) number, bytes, now, error))
    return FALSE;

  g_free (self->digest);
  self->digest = g_steal_pointer (&digest);
  return TRUE;
}

/**
 * atl_recovery_set_draft:
 * @self: an opening
 * @draft: (nullable): what stands in the capture bar
 * @error: (out) (optional): why not
 *
 * Writes durably what stands in the capture bar, or takes it away once it is a note or is empty.
 *
 * Sets the errors of atl_durable_write().
 */
gboolean
atl_recovery_set_draft (AtlRecovery *self, const AtlDraft *draft, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (draft != NULL && *draft->text == '\0')
    draft = NULL;
  locker = g_mutex_locker_new (&self->mutex);
  if (atl_draft_equal (self->draft, draft))
    return TRUE;
  if (!prepare (self, error) || !atl_draft_save (draft, self->folder, error))
    return FALSE;

  atl_draft_free (self->draft);
  self->draft = atl_draft_copy (draft);
  return TRUE;
}

/**
 * atl_recovery_settle:
 * @self: an opening
 * @number: that was taken when the bytes of the save were made
 * @digest: of these bytes
 * @error: (out) (optional): why not
 *
 * Says that the session was saved durably: what was there up to @number needs no recovery. Call
 * atl_recovery_set_path() first if it has a new one. Snapshots stay until the opening ends.
 *
 * Sets the errors of atl_durable_write(); then the session may be offered again after a crash, nothing else.
 */
gboolean
atl_recovery_settle (AtlRecovery *self, guint64 number, const char *digest, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL && digest != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  self->owner->settled = MAX (self->owner->settled, (gint64) number);
  change_string (&self->owner->base, digest);
  self->stale = TRUE;

  return self->folder == NULL || prepare (self, error);
}

static gboolean
end_as (AtlRecovery *self, AtlOwnerState state, gint64 now, GError **error)
{
  gboolean saved;

  self->owner->state = state;
  self->owner->ended = now;
  self->stale = TRUE;
  saved = prepare (self, error);
  forget_folder (self);

  return saved;
}

static gboolean
is_settled (AtlRecovery *self)
{
  return self->draft == NULL && (newest (self) == NULL || newest (self)->number <= self->owner->settled);
}

/**
 * atl_recovery_close:
 * @self: an opening
 * @now: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Ends an opening on purpose. If all of it was saved, or nothing was written, its folder is removed; else it
 * stays as a draft that the start page shows. Write the last snapshot before.
 *
 * Sets the errors of atl_durable_write(); then it will look like a crash, and lose nothing.
 */
gboolean
atl_recovery_close (AtlRecovery *self, gint64 now, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (self->folder == NULL)
    return TRUE;
  if (!is_settled (self))
    return end_as (self, ATL_OWNER_DRAFT, now, error);

  atl_snapshots_remove_folder (self->folder);
  forget_folder (self);
  return TRUE;
}

/**
 * atl_recovery_discard:
 * @self: an opening
 * @now: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Ends an opening that the user threw away. It is kept for seven days all the same.
 *
 * Sets the errors of atl_durable_write(); then it will be offered again.
 */
gboolean
atl_recovery_discard (AtlRecovery *self, gint64 now, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  return self->folder == NULL || end_as (self, ATL_OWNER_DISCARDED, now, error);
}
