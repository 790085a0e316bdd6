/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-durable-place.h"

#include "file/atl-digest.h"
#include "file/atl-durable-conflict.h"
#include "file/atl-file-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Putting the new file in the place of the old one while somebody else may do the same. */
typedef struct
{
  AtlDurableTarget            *target;
  AtlDurableTemporary         *temporary; /* its name is what we hold, once the files are exchanged */
  const AtlDurableExpectation *expectation;
  char                       **kept;
  gboolean                     exchanged; /* in one step */
} Swap;

static int
sync_file (int fd)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);

  return result == 0 ? 0 : errno;
}

/* Some file systems cannot sync a folder; they say so with EINVAL, and there is nothing more to do. */
static int
sync_folder (AtlDurableTarget *target)
{
  int failure = sync_file (target->folder);

  return failure == EINVAL || failure == EOPNOTSUPP ? 0 : failure;
}

static int
prepare (AtlDurableTarget *target, AtlDurableTemporary *temporary)
{
  atl_durable_target_dress (target, temporary->fd);

  return sync_file (temporary->fd);
}

static int
become_named (AtlDurableTarget *target, AtlDurableTemporary *temporary)
{
  int failure = atl_durable_temporary_copy (temporary);

  return failure == 0 ? prepare (target, temporary) : failure;
}

static int
prepare_named (AtlDurableTarget *target, AtlDurableTemporary *temporary)
{
  int failure = prepare (target, temporary);

  if (failure == 0)
    failure = atl_durable_temporary_give_name (temporary);
  else
    return failure;

  return atl_durable_temporary_is_refusal (failure) ? become_named (target, temporary) : failure;
}

/* Puts a named temporary file where no file was: one that somebody made meanwhile is not replaced. */
static int
rename_to_new (AtlDurableTarget *target, AtlDurableTemporary *temporary)
{
  int         folder = target->folder;
  struct stat info;

  if (renameat2 (folder, temporary->name, folder, target->name, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
    return errno;

  /* The temporary name goes when the temporary file is cleared. */
  if (linkat (folder, temporary->name, folder, target->name, 0) == 0)
    return 0;
  if (!atl_durable_temporary_is_refusal (errno))
    return errno;

  if (fstatat (folder, target->name, &info, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  return renameat (folder, temporary->name, folder, target->name) == 0 ? 0 : errno;
}

static int
place_new (AtlDurableTarget *target, AtlDurableTemporary *temporary)
{
  int failure = prepare (target, temporary);

  if (failure != 0)
    return failure;

  if (temporary->name == NULL)
    {
      failure = atl_durable_temporary_link (temporary, target->name);
      if (!atl_durable_temporary_is_refusal (failure))
        return failure;
      failure = become_named (target, temporary);
    }

  return failure == 0 ? rename_to_new (target, temporary) : failure;
}

static int
place_over (AtlDurableTarget *target, AtlDurableTemporary *temporary)
{
  int failure = prepare_named (target, temporary);

  if (failure != 0)
    return failure;

  return renameat (target->folder, temporary->name, target->folder, target->name) == 0 ? 0 : errno;
}

/**
 * atl_durable_place:
 * @target: where to
 * @temporary: a file with its whole content
 * @error: (out) (optional): why it could not be put in place
 *
 * Puts a file in its place, whatever stands there.
 *
 * Returns: whether the file is safe
 */
gboolean
atl_durable_place (AtlDurableTarget *target, AtlDurableTemporary *temporary, GError **error)
{
  int failure = target->exists ? place_over (target, temporary) : place_new (target, temporary);

  if (failure == 0)
    failure = sync_folder (target);
  if (failure != 0)
    atl_file_error_set_writing (error, target->path, failure);

  return failure == 0;
}

/* The digest of a file in the folder, %NULL with `errno` set where it cannot be read. */
static char *
digest_named (AtlDurableTarget *target, const char *name)
{
  int   fd = openat (target->folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  char *digest;
  int   failure;

  if (fd < 0)
    return NULL;

  digest = atl_digest_descriptor (fd);
  failure = errno;
  close (fd);
  errno = failure;

  return digest;
}

static gboolean
is_known (const Swap *swap, const char *digest)
{
  const AtlDurableExpectation *expectation = swap->expectation;

  return g_strcmp0 (digest, expectation->expected) == 0 || g_strcmp0 (digest, expectation->ours) == 0;
}

/* Somebody's version always stays, as a conflict copy or, where that fails, under the name it has. */
static void
keep (const Swap *swap, const char *held, const char *digest)
{
  g_autofree char *name = NULL;

  name = atl_durable_conflict_keep (swap->target->folder, held, swap->target->name, digest);
  sync_folder (swap->target);
  if (swap->kept == NULL)
    return;

  g_free (*swap->kept);
  *swap->kept = g_build_filename (swap->target->place, name != NULL ? name : held, NULL);
}

/* What we hold was replaced: it goes if it is what we knew, and stays otherwise. */
static void
dispose (const Swap *swap, const char *held)
{
  g_autofree char *digest = digest_named (swap->target, held);

  if (digest == NULL && errno == ENOENT)
    return;

  if (digest != NULL && is_known (swap, digest))
    {
      unlinkat (swap->target->folder, held, 0);
      return;
    }

  /* One that cannot be read now gets a name that is as good as any. */
  if (digest == NULL)
    digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, held, -1);
  keep (swap, held, digest);
}

/* Takes back the exchange, and makes sure that nobody's third version goes with our file. */
static void
swap_back (Swap *swap)
{
  AtlDurableTemporary *temporary = swap->temporary;
  int                  folder = swap->target->folder;

  if (temporary->name == NULL)
    return;

  if (!swap->exchanged)
    {
      if (atl_durable_temporary_is_at (temporary, swap->target->name) &&
          renameat (folder, temporary->name, folder, swap->target->name) == 0)
        g_clear_pointer (&temporary->name, g_free);
      return;
    }

  if (renameat2 (folder, temporary->name, folder, swap->target->name, RENAME_EXCHANGE) == 0 &&
      !atl_durable_temporary_is_at (temporary, temporary->name))
    dispose (swap, temporary->name);
}

/* Where files cannot be exchanged nor linked, looking once more just before is all there is. */
static int
rename_over_known (Swap *swap)
{
  AtlDurableTarget *target = swap->target;
  g_autofree char  *digest = digest_named (target, target->name);

  if (digest == NULL)
    return errno;
  if (!is_known (swap, digest))
    return EEXIST;
  if (renameat (target->folder, swap->temporary->name, target->folder, target->name) != 0)
    return errno;

  g_clear_pointer (&swap->temporary->name, g_free);
  return 0;
}

/* Without an exchange: a second name holds the old file while it is replaced. Only what somebody puts there
 * between these two steps is not held. */
static int
rename_over_held (Swap *swap)
{
  AtlDurableTarget    *target = swap->target;
  AtlDurableTemporary *temporary = swap->temporary;
  g_autofree char     *held = NULL;
  int                  failure;

  failure = atl_durable_link_aside (target->folder, target->name, temporary->base, temporary->tag, &held);
  if (failure == ENOENT)
    return failure;
  if (failure != 0)
    return atl_durable_temporary_is_refusal (failure) ? rename_over_known (swap) : failure;

  if (renameat (target->folder, temporary->name, target->folder, target->name) != 0)
    {
      failure = errno;
      dispose (swap, held);
      return failure;
    }

  g_free (temporary->name);
  temporary->name = g_steal_pointer (&held);
  return 0;
}

static int
exchange (Swap *swap)
{
  int         folder = swap->target->folder;
  const char *name = swap->target->name;

  swap->exchanged = renameat2 (folder, swap->temporary->name, folder, name, RENAME_EXCHANGE) == 0;
  if (swap->exchanged)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
    return errno;

  return rename_over_held (swap);
}

/* Somebody may have put a link or a folder there meanwhile. */
static gboolean
is_held_a_file (const Swap *swap)
{
  struct stat info;

  if (swap->temporary->name == NULL)
    return TRUE;
  if (fstatat (swap->target->folder, swap->temporary->name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return TRUE;

  return S_ISREG (info.st_mode);
}

/* Until the folder is on the disk, the old file is held, so that the exchange can be taken back. */
static gboolean
settle (Swap *swap, GError **error)
{
  int failure;

  if (!is_held_a_file (swap))
    {
      swap_back (swap);
      atl_file_error_set_changed (error, swap->target->path);
      return FALSE;
    }

  failure = sync_folder (swap->target);
  if (failure != 0)
    {
      swap_back (swap);
      atl_file_error_set_writing (error, swap->target->path, failure);
      return FALSE;
    }

  if (swap->temporary->name != NULL)
    dispose (swap, swap->temporary->name);
  return TRUE;
}

static void
tell_failure (AtlDurableTarget *target, int failure, GError **error)
{
  if (failure == EEXIST && target->exists)
    atl_file_error_set_changed (error, target->path);
  else if (failure == ENOENT && target->exists && !atl_durable_target_is_lost (target))
    atl_file_error_set_gone (error, target->path);
  else
    atl_file_error_set_writing (error, target->path, failure);
}

/**
 * atl_durable_place_expecting:
 * @target: where to; a file is there
 * @temporary: a file with its whole content
 * @expectation: what is written, and what is expected to be there
 * @kept: (out) (optional): set to the path where a version was put that was not expected
 * @error: (out) (optional): why it could not be put in place
 *
 * Exchanges a file with the one in its place, so that we hold what was really there, in the one moment
 * that counts. If that is not what was expected, it is kept beside the file.
 *
 * Returns: whether the file is safe
 */
gboolean
atl_durable_place_expecting (AtlDurableTarget            *target,
                             AtlDurableTemporary         *temporary,
                             const AtlDurableExpectation *expectation,
                             char                       **kept,
                             GError                     **error)
{
  Swap swap = { .target = target, .temporary = temporary, .expectation = expectation, .kept = kept };
  int  failure = prepare_named (target, temporary);

  if (failure == 0)
    failure = exchange (&swap);
  if (failure != 0)
    {
      tell_failure (target, failure, error);
      return FALSE;
    }

  return settle (&swap, error);
}
