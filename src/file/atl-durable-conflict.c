/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-durable-conflict.h"

#include "file/atl-digest.h"
#include "file/atl-durable-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX ".atelier"
#define MAX_STEM 220
/* A digest has room for so many short ones. */
#define MAX_ATTEMPTS (ATL_DIGEST_LENGTH / ATL_DURABLE_SHORT)

/**
 * atl_durable_conflict_make_name:
 * @base: the name of a session file
 * @digest: the digest of the version to keep
 * @attempt: 0, then up to 7 for other names of the same version
 *
 * Returns: (transfer full): `NAME.conflict-1234abcd.atelier`, NAME without its suffix
 */
char *
atl_durable_conflict_make_name (const char *base, const char *digest, guint attempt)
{
  gsize length = strlen (base);
  gsize kept;

  if (length > strlen (SUFFIX) && g_str_has_suffix (base, SUFFIX))
    length -= strlen (SUFFIX);
  kept = MIN (length, MAX_STEM);
  while (kept > 0 && kept < length && ((guchar) base[kept] & 0xc0) == 0x80)
    kept--;

  digest += attempt * ATL_DURABLE_SHORT;

  return g_strdup_printf ("%.*s.conflict-%.8s" SUFFIX, (int) kept, base, digest);
}

/* Gives a file another name, where no file may be. */
static int
move_to_new (int folder, const char *from, const char *to)
{
  struct stat info;

  if (renameat2 (folder, from, folder, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
    return errno;

  if (linkat (folder, from, folder, to, 0) == 0)
    return unlinkat (folder, from, 0) == 0 ? 0 : errno;
  if (errno == EEXIST)
    return EEXIST;

  if (fstatat (folder, to, &info, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  return renameat (folder, from, folder, to) == 0 ? 0 : errno;
}

/* Whether that version has been kept under this name before. */
static gboolean
is_kept_already (int folder, const char *name, const char *digest)
{
  g_autofree char *found = NULL;
  int              fd = openat (folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0)
    return FALSE;

  found = atl_digest_descriptor (fd);
  close (fd);

  return g_strcmp0 (found, digest) == 0;
}

/**
 * atl_durable_conflict_keep:
 * @folder: a folder
 * @held: the name of a file in it, somebody else's version of @base
 * @base: the name of the session file
 * @digest: the digest of the version
 *
 * Gives a version the name of a conflict copy. A different file of that name is never replaced.
 *
 * Returns: (transfer full) (nullable): the name where it stands now, %NULL with `errno` set where it had
 *   to stay under @held
 */
char *
atl_durable_conflict_keep (int folder, const char *held, const char *base, const char *digest)
{
  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = atl_durable_conflict_make_name (base, digest, i);
      int              failure = move_to_new (folder, held, name);

      if (failure == 0)
        return g_steal_pointer (&name);
      errno = failure;
      if (failure != EEXIST)
        return NULL;
      if (is_kept_already (folder, name, digest))
        {
          unlinkat (folder, held, 0);
          return g_steal_pointer (&name);
        }
      errno = EEXIST;
    }

  return NULL;
}
