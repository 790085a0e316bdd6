/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-durable-file.h"

#include "file/atl-digest.h"
#include "file/atl-durable-place.h"
#include "file/atl-durable-prune.h"
#include "file/atl-file-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct _AtlDurableFile
{
  AtlDurableTarget    target;
  AtlDurableTemporary temporary;
};

static gboolean
fail (AtlDurableFile *self, int error_number, GError **error)
{
  atl_file_error_set_writing (error, self->target.path, error_number);

  return FALSE;
}

/* @tag is what a session's temporary file tells of the contents, "" for other files. */
static AtlDurableFile *
begin (const char *path, const char *tag, GError **error)
{
  g_autoptr (AtlDurableFile) self = g_new0 (AtlDurableFile, 1);
  int                        failure;

  self->temporary.fd = -1;
  if (!atl_durable_target_open (&self->target, path, error))
    return NULL;

  self->temporary.folder = self->target.folder;
  self->temporary.base = self->target.name;
  g_strlcpy (self->temporary.tag, tag, sizeof self->temporary.tag);
  failure = atl_durable_temporary_open (&self->temporary, self->target.exists);
  if (failure == 0)
    return g_steal_pointer (&self);

  fail (self, failure, error);
  return NULL;
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
  g_return_val_if_fail (path != NULL, NULL);

  return begin (path, "", error);
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

  return self->temporary.fd;
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
    result = size > 0 ? fallocate (self->temporary.fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) size) : 0;
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
      ssize_t n = write (self->temporary.fd, p, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (self, n < 0 ? errno : EIO, error);
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
 * Puts the file in its place in one step, with the permissions, owner and attributes of the old one; both
 * the file and its folder are on the disk before this returns. A reader sees the old file or the new one,
 * never a part. On an error the old file is untouched; only where the last step fails, the sync of the
 * folder, the new one may already stand there.
 *
 * Sets %ATL_FILE_ERROR_NOT_WRITABLE, _FULL, _CHANGED (somebody made a file of that name meanwhile) or
 * _WRITE.
 *
 * Returns: whether the file is safe
 */
gboolean
atl_durable_file_commit (AtlDurableFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->temporary.fd >= 0, FALSE);

  return atl_durable_place (&self->target, &self->temporary, error);
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

  atl_durable_temporary_clear (&self->temporary);
  atl_durable_target_clear (&self->target);
  g_free (self);
}

static gboolean
fill (AtlDurableFile *self, GBytes *bytes, GError **error)
{
  gsize         length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return atl_durable_file_reserve (self, length, error) && atl_durable_file_write (self, data, length, error);
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
  g_autoptr (AtlDurableFile) file = NULL;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  file = begin (path, "", error);

  return file != NULL && fill (file, bytes, error) && atl_durable_file_commit (file, error);
}

/* The digest of what stands there now, "" where nothing does. */
static char *
look (AtlDurableFile *self, GError **error)
{
  int   fd = openat (self->target.folder, self->target.name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  char *digest;
  int   failure;

  if (fd < 0 && errno == ENOENT && !atl_durable_target_is_lost (&self->target))
    return g_strdup ("");
  if (fd < 0)
    {
      fail (self, errno, error);
      return NULL;
    }

  digest = atl_digest_descriptor (fd);
  failure = errno;
  close (fd);
  if (digest == NULL)
    fail (self, failure, error);

  return digest;
}

/* A save whose last step failed may have left our own content there: that is no conflict when it is tried
 * again. */
static gboolean
check_expectation (AtlDurableFile *self, const AtlDurableExpectation *expectation, GError **error)
{
  g_autofree char *found = look (self, error);

  if (found == NULL)
    return FALSE;
  if (*found == '\0')
    self->target.exists = FALSE;
  if (g_str_equal (found, expectation->expected) || g_str_equal (found, expectation->ours))
    return TRUE;

  if (*found == '\0')
    atl_file_error_set_gone (error, self->target.path);
  else if (*expectation->expected == '\0')
    fail (self, EEXIST, error);
  else
    atl_file_error_set_changed (error, self->target.path);
  return FALSE;
}

static gboolean
place_expecting (AtlDurableFile              *self,
                 const AtlDurableExpectation *expectation,
                 char                       **kept,
                 GError                     **error)
{
  if (self->target.exists)
    return atl_durable_place_expecting (&self->target, &self->temporary, expectation, kept, error);

  return atl_durable_place (&self->target, &self->temporary, error);
}

static char *
make_tag (const AtlDurableExpectation *expectation)
{
  const char *expected = *expectation->expected != '\0' ? expectation->expected : "00000000";

  return g_strdup_printf ("%.8s%.8s", expectation->ours, expected);
}

static gboolean
replace (const char                  *path,
         GBytes                      *bytes,
         const AtlDurableExpectation *expectation,
         char                       **kept,
         GError                     **error)
{
  g_autofree char           *tag = NULL;
  g_autoptr (AtlDurableFile) file = NULL;

  tag = make_tag (expectation);
  file = begin (path, tag, error);
  if (file == NULL || !check_expectation (file, expectation, error))
    return FALSE;
  if (!fill (file, bytes, error) || !place_expecting (file, expectation, kept, error))
    return FALSE;

  atl_durable_prune (file->target.folder);
  return TRUE;
}

/**
 * atl_durable_replace:
 * @path: the session file to save; symbolic links are followed
 * @bytes: the whole content
 * @expected: (nullable): the digest of what we last loaded or saved there, "" where no file may be,
 *   %NULL for any, which is atl_durable_write()
 * @kept: (out) (optional) (nullable) (transfer full): where somebody else's version was put, that came
 *   between our look and our save; in rare cases set after an error too
 * @error: (out) (optional): why nothing was saved
 *
 * Saves a session, by this protocol. (1) The folder of the target is opened and held, symbolic links
 * followed. (2) The content goes into a file without a name, or where that is not possible into
 * `.NAME.atl-XXXX-TAG.tmp`. (3) What stands there is hashed: if it is not what we expect, nothing is
 * written, and the user is asked. (4) Space is reserved, everything is written; extended attributes, access
 * list, owner and mode are copied; fsync. (5) A new file is linked, which fails where somebody has made one
 * meanwhile. An existing one is exchanged with ours in one step (`RENAME_EXCHANGE`): now we hold what was
 * really there. (6) The folder is synced; if that fails, the exchange is taken back. (7) What we hold is
 * hashed: what we expected is unlinked, anything else stays as `NAME.conflict-HASH8.atelier`, without ever
 * replacing a different file of that name. Where files cannot be exchanged (NFS, FAT, FUSE), a hard link
 * holds the old one while it is replaced.
 *
 * At any moment the target is the whole old or the whole new file. A process killed between (5) and (7)
 * leaves what it holds under the temporary name; see atl_durable_prune(). Hard links are broken, knowingly:
 * the other names keep the old content. To a GFileMonitor of the folder the exchange is two renames at
 * once, of the target and of a name that begins with a dot; a watcher of the file by name sees it replaced.
 *
 * May be called in any thread; one save at a time for each session.
 *
 * Sets %ATL_FILE_ERROR_CHANGED where the file is not what was expected, _NOT_FOUND where it is gone though
 * its folder is there, _NOT_WRITABLE, _FULL or _WRITE.
 *
 * Returns: whether the file is safe
 */
gboolean
atl_durable_replace (const char *path, GBytes *bytes, const char *expected, char **kept, GError **error)
{
  g_autofree char      *ours = NULL;
  AtlDurableExpectation expectation;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;
  if (expected == NULL)
    return atl_durable_write (path, bytes, error);

  ours = atl_digest_bytes (bytes);
  expectation = (AtlDurableExpectation){ .ours = ours, .expected = expected };

  return replace (path, bytes, &expectation, kept, error);
}
