/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-durable-file.h"

#include "file/atl-digest.h"
#include "file/atl-durable-target.h"
#include "file/atl-file-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A name of 255 bytes must still find room for the dots, four characters and the suffix. */
#define MAX_KEPT_NAME 200
#define MAX_ATTEMPTS 100

struct _AtlDurableFile
{
  AtlDurableTarget target;
  int              fd;
  char            *temporary; /* the name in the folder, NULL while the file has none */
};

/* Set once a file system let us make a nameless file but not name it. */
static int nameless_fails;

static int
get_errno (void)
{
  return errno != 0 ? errno : EIO;
}

static gboolean
fail (AtlDurableFile *self, int error_number, GError **error)
{
  atl_file_error_set_writing (error, self->target.path, error_number);

  return FALSE;
}

static gboolean
fail_changed (const char *path, GError **error)
{
  atl_file_error_set_writing (error, path, ESTALE);

  return FALSE;
}

static char *
make_temporary_name (const char *name)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  gsize             kept = MIN (strlen (name), MAX_KEPT_NAME);
  char              random[5] = { 0 };

  while (kept > 0 && kept < strlen (name) && ((guchar) name[kept] & 0xc0) == 0x80)
    kept--;
  for (guint i = 0; i < 4; i++)
    random[i] = letters[g_random_int_range (0, sizeof letters - 1)];

  return g_strdup_printf (".%.*s.%s.tmp", (int) kept, name, random);
}

static void
name_of_descriptor (int fd, char *out, gsize size)
{
  g_snprintf (out, size, "/proc/self/fd/%d", fd);
}

/* What replaces a private file is private from its first byte on. */
static mode_t
first_mode (AtlDurableFile *self)
{
  return self->target.exists ? 0600 : 0666;
}

/* A file without a name leaves no litter after a kill. It can be named later only through /proc. */
static gboolean
open_nameless (AtlDurableFile *self)
{
  char name[32];

  if (g_atomic_int_get (&nameless_fails))
    return FALSE;

  self->fd = openat (self->target.folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, first_mode (self));
  if (self->fd < 0)
    return FALSE;

  name_of_descriptor (self->fd, name, sizeof name);
  if (access (name, F_OK) == 0)
    return TRUE;

  close (self->fd);
  self->fd = -1;
  return FALSE;
}

static gboolean
open_named (AtlDurableFile *self)
{
  int flags = O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW;

  for (int i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = make_temporary_name (self->target.name);

      self->fd = openat (self->target.folder, name, flags, first_mode (self));
      if (self->fd >= 0)
        {
          self->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }

  return FALSE;
}

static gboolean
link_nameless (AtlDurableFile *self, const char *name)
{
  char descriptor[32];

  name_of_descriptor (self->fd, descriptor, sizeof descriptor);
  if (linkat (AT_FDCWD, descriptor, self->target.folder, name, AT_SYMLINK_FOLLOW) == 0)
    return TRUE;

  if (errno == EPERM || errno == EXDEV || errno == ENOTSUP || errno == EINVAL || errno == ENOSYS)
    g_atomic_int_set (&nameless_fails, TRUE);
  return FALSE;
}

/* Gives the nameless file a temporary name, from which it can be renamed over an existing one. */
static gboolean
name_temporarily (AtlDurableFile *self)
{
  for (int i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = make_temporary_name (self->target.name);

      if (link_nameless (self, name))
        {
          self->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }

  return FALSE;
}

/* Puts a named temporary file where no file was: one that somebody made meanwhile is not replaced. */
static gboolean
rename_to_new (AtlDurableFile *self)
{
  int         folder = self->target.folder;
  struct stat info;

  if (renameat2 (folder, self->temporary, folder, self->target.name, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  if (fstatat (folder, self->target.name, &info, AT_SYMLINK_NOFOLLOW) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }

  return renameat (folder, self->temporary, folder, self->target.name) == 0;
}

static gboolean
put_in_place (AtlDurableFile *self)
{
  int folder = self->target.folder;

  if (!self->target.exists && self->temporary == NULL)
    return link_nameless (self, self->target.name);

  if (self->temporary == NULL && !name_temporarily (self))
    return FALSE;

  if (self->target.exists
        ? renameat (folder, self->temporary, folder, self->target.name) != 0
        : !rename_to_new (self))
    return FALSE;

  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/* Some file systems cannot sync a folder; they say so with EINVAL, and there is nothing more to do. */
static gboolean
sync_folder (AtlDurableFile *self)
{
  return fsync (self->target.folder) == 0 || errno == EINVAL || errno == ENOTSUP;
}

/**
 * atl_durable_file_begin:
 * @path: the file to write, which may be there or not; symbolic links are followed
 * @error: (out) (optional): why it cannot be written
 *
 * Begins to write a file beside the one that it will replace. Until atl_durable_file_commit() the old file
 * stays as it is, whatever happens. May be used in any thread, by one thread at a time.
 *
 * Sets %ATL_FILE_ERROR_NOT_WRITABLE, _FULL or _WRITE.
 *
 * Returns: (transfer full) (nullable): a file to be written, committed and freed
 */
AtlDurableFile *
atl_durable_file_begin (const char *path, GError **error)
{
  g_autoptr (AtlDurableFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (AtlDurableFile, 1);
  self->fd = -1;
  if (!atl_durable_target_open (&self->target, path, error))
    return NULL;

  if (!open_nameless (self) && !open_named (self))
    {
      fail (self, get_errno (), error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * atl_durable_file_get_fd:
 * @self: a file being written
 *
 * Returns: a descriptor for writers that stream by themselves. Do not close it.
 */
int
atl_durable_file_get_fd (AtlDurableFile *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->fd;
}

/**
 * atl_durable_file_reserve:
 * @self: a file being written
 * @size: how many bytes will be written
 * @error: (out) (optional): why there is no room
 *
 * Takes the space before writing, so that a full disk is known at once. Does nothing where that is not
 * possible.
 *
 * Sets %ATL_FILE_ERROR_FULL.
 *
 * Returns: whether writing makes sense
 */
gboolean
atl_durable_file_reserve (AtlDurableFile *self, gsize size, GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  do
    result = size > 0 ? fallocate (self->fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) size) : 0;
  while (result != 0 && errno == EINTR);

  if (result != 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
    return fail (self, errno, error);

  return TRUE;
}

/**
 * atl_durable_file_write:
 * @self: a file being written
 * @data: (array length=length): bytes
 * @length: how many
 * @error: (out) (optional): why they could not be written
 *
 * Appends bytes.
 *
 * Sets %ATL_FILE_ERROR_FULL or _WRITE.
 *
 * Returns: whether all were written
 */
gboolean
atl_durable_file_write (AtlDurableFile *self, gconstpointer data, gsize length, GError **error)
{
  const char *p = data;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  while (length > 0)
    {
      ssize_t n = write (self->fd, p, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (self, get_errno (), error);
      p += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/**
 * atl_durable_file_commit:
 * @self: a file with its whole content
 * @error: (out) (optional): why it could not be put in place
 *
 * Puts the file in its place in one step, with the permissions, owner and attributes of the old one; both the
 * file and its folder are on the disk before this returns. A reader sees the old file or the new one, never a
 * part. On an error the old file is untouched; only where the last step fails, the sync of the
 * folder, the new one may already stand there.
 *
 * Sets %ATL_FILE_ERROR_NOT_WRITABLE, _FULL, _CHANGED (somebody made a file of that name meanwhile) or _WRITE.
 *
 * Returns: whether the file is safe
 */
gboolean
atl_durable_file_commit (AtlDurableFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->fd >= 0, FALSE);

  atl_durable_target_dress (&self->target, self->fd);

  errno = 0;
  if (fsync (self->fd) != 0 || !put_in_place (self) || !sync_folder (self))
    return fail (self, get_errno (), error);

  return TRUE;
}

/**
 * atl_durable_file_free:
 * @self: (transfer full): a file, committed or not
 *
 * Frees the file. What was not committed is gone without a trace.
 */
void
atl_durable_file_free (AtlDurableFile *self)
{
  g_return_if_fail (self != NULL);

  if (self->temporary != NULL)
    unlinkat (self->target.folder, self->temporary, 0);
  g_free (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  atl_durable_target_clear (&self->target);
  g_free (self);
}

static gboolean
write_once (const char *path, gconstpointer data, gsize length, GError **error)
{
  g_autoptr (AtlDurableFile) file = atl_durable_file_begin (path, error);

  if (file == NULL || !atl_durable_file_reserve (file, length, error))
    return FALSE;
  if (!atl_durable_file_write (file, data, length, error))
    return FALSE;

  return atl_durable_file_commit (file, error);
}

/**
 * atl_durable_write:
 * @path: the file to write; symbolic links are followed
 * @bytes: the whole content
 * @error: (out) (optional): why it could not be written; the old file is then untouched
 *
 * Writes a file as atl_durable_file_commit() describes. May be called in any thread.
 *
 * Returns: whether the file is safe
 */
gboolean
atl_durable_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean           named_before = g_atomic_int_get (&nameless_fails);
  gconstpointer      data;
  gsize              length;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  if (write_once (path, data, length, &local))
    return TRUE;

  /* The file system has just turned out not to name nameless files: the other way is open. */
  if (!named_before && g_atomic_int_get (&nameless_fails))
    return write_once (path, data, length, error);

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * atl_durable_replace:
 * @path: the session file to save; symbolic links are followed
 * @bytes: the whole content
 * @expected: (nullable): the digest of what we last loaded or saved there, "" where no file may be,
 *   %NULL for any
 * @kept: (out) (optional) (nullable) (transfer full): where somebody else's version was put, that came between
 * @error: (out) (optional): why nothing was saved
 *
 * Saves a session. May be called in any thread.
 *
 * Sets %ATL_FILE_ERROR_CHANGED where the file is not what was expected, _NOT_FOUND where it is gone,
 * _NOT_WRITABLE, _FULL or _WRITE.
 *
 * Returns: whether the file is safe
 */
gboolean
atl_durable_replace (const char *path, GBytes *bytes, const char *expected, char **kept, GError **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;
  if (expected != NULL && expected[0] != '\0')
    {
      found = atl_digest_file (path, error);
      if (found == NULL)
        return FALSE;
      if (!g_str_equal (found, expected))
        return fail_changed (path, error);
    }
  else if (expected != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return fail_changed (path, error);

  return atl_durable_write (path, bytes, error);
}
