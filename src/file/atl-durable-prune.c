/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-durable-prune.h"

#include "file/atl-digest.h"
#include "file/atl-durable-conflict.h"
#include "file/atl-durable-temporary.h"
#include "file/atl-gate.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY ((gint64) 24 * 60 * 60)
#define HOUR ((gint64) 60 * 60)

typedef struct
{
  int    folder; /* borrowed */
  gint64 now;
} Prune;

/* Somebody else's litter is not ours to remove, nor what may still be in use. The time of the last change
 * tells, since a file that was exchanged keeps its time of writing. */
static gboolean
is_old_and_ours (const Prune *prune, const struct stat *info)
{
  return S_ISREG (info->st_mode) && info->st_uid == geteuid () &&
         prune->now - MAX (info->st_ctime, info->st_mtime) > DAY;
}

/* Whether the file is a whole document: one that was cut while it was being written never is. */
static gboolean
is_whole (int fd, gsize size)
{
  g_autofree char *data = NULL;
  gsize            done = 0;

  if (size == 0 || size > ATL_GATE_MAX_SIZE)
    return size > 0;

  data = g_malloc (size);
  while (done < size)
    {
      ssize_t n = pread (fd, data + done, size - done, (off_t) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return TRUE;
      if (n == 0)
        break;
      done += (gsize) n;
    }

  return atl_gate_check (data, done, NULL);
}

/* Whether the content is one of the two that the tag names: what was to be saved then, which the recovery
 * snapshots have, or what it replaced, which the earlier versions have. */
static gboolean
is_tagged (const char *tag, const char *digest)
{
  return strncmp (tag, digest, ATL_DURABLE_SHORT) == 0 ||
         strncmp (tag + ATL_DURABLE_SHORT, digest, ATL_DURABLE_SHORT) == 0;
}

/* Removes what is certainly litter. A whole document that nobody knows is somebody's version, which the
 * killed save had exchanged and not yet kept: it becomes the conflict copy that it should have been. */
static gboolean
remove_or_keep (const Prune *prune, const char *litter, const char *base, const char *tag, int fd, gsize size)
{
  g_autofree char *digest = atl_digest_descriptor (fd);
  g_autofree char *kept = NULL;

  if (digest == NULL)
    return FALSE;
  if (*tag == '\0' || is_tagged (tag, digest) || !is_whole (fd, size))
    return unlinkat (prune->folder, litter, 0) == 0;

  kept = atl_durable_conflict_keep (prune->folder, litter, base, digest);
  return kept != NULL;
}

static gboolean
prune_one (const Prune *prune, const char *litter)
{
  g_autofree char *base = NULL;
  g_autofree char *tag = NULL;
  struct stat      info;
  gboolean         done;
  int              fd;

  if (!atl_durable_name_parse (litter, &base, &tag))
    return FALSE;
  if (fstatat (prune->folder, litter, &info, AT_SYMLINK_NOFOLLOW) != 0 || !is_old_and_ours (prune, &info))
    return FALSE;

  fd = openat (prune->folder, litter, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    return FALSE;

  done = remove_or_keep (prune, litter, base, tag, fd, (gsize) info.st_size);
  close (fd);
  return done;
}

/**
 * atl_durable_prune_at:
 * @folder: a folder
 * @now: the time, in seconds since 1970
 *
 * Removes the temporary files that killed processes left in a folder: only those whose names are exactly
 * ours, that belong to us and did not change for a day. One that holds a version which is neither what was
 * being saved nor what it was to replace is kept as a conflict copy instead.
 *
 * Returns: how many temporary names are gone
 */
guint
atl_durable_prune_at (int folder, gint64 now)
{
  Prune          prune = { .folder = folder, .now = now };
  int            fd = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR           *stream = fd >= 0 ? fdopendir (fd) : NULL;
  struct dirent *entry;
  guint          n = 0;

  if (stream == NULL)
    {
      if (fd >= 0)
        close (fd);
      return 0;
    }

  while ((entry = readdir (stream)) != NULL)
    if (prune_one (&prune, entry->d_name))
      n++;

  closedir (stream);
  return n;
}

/* Whether this folder was not looked at for an hour. */
static gboolean
is_due (int folder, gint64 now)
{
  static GMutex      mutex;
  static struct stat last;
  static gint64      when;
  struct stat        info;
  gboolean           due;

  if (fstat (folder, &info) != 0)
    return FALSE;

  g_mutex_lock (&mutex);
  due = info.st_dev != last.st_dev || info.st_ino != last.st_ino || now - when > HOUR || now < when;
  if (due)
    {
      last = info;
      when = now;
    }
  g_mutex_unlock (&mutex);

  return due;
}

/**
 * atl_durable_prune:
 * @folder: a folder
 *
 * Does what atl_durable_prune_at() does, now, but not more than once an hour. Changes no `errno` that
 * matters and never fails.
 */
void
atl_durable_prune (int folder)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (is_due (folder, now))
    atl_durable_prune_at (folder, now);
}
