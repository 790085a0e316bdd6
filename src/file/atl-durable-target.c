/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-durable-target.h"

#include "file/atl-file-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define MAX_LINKS 40
#define MAX_ATTRIBUTES (64 * 1024)
#define ACCESS_LIST "system.posix_acl_access"

/* The name behind a symbolic link, NULL with errno 0 where @path is no link. */
static char *
follow_link (const char *path)
{
  char             target[4096];
  g_autofree char *folder = NULL;
  ssize_t          n = readlink (path, target, sizeof target - 1);

  if (n < 0)
    {
      errno = errno == EINVAL || errno == ENOENT ? 0 : errno;
      return NULL;
    }

  target[n] = '\0';
  if (target[0] == '/')
    return g_strdup (target);

  folder = g_path_get_dirname (path);
  return g_build_filename (folder, target, NULL);
}

/* Follows the links of the last part by hand, since the file at their end need not be there yet. */
static char *
follow_links (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      char *next = follow_link (current);

      if (next == NULL)
        return errno == 0 ? g_steal_pointer (&current) : NULL;
      g_free (current);
      current = next;
    }

  errno = ELOOP;
  return NULL;
}

/* Looks at what stands there now. A device, a pipe or a folder is never replaced, nor a file that is marked
 * read-only. */
static int
examine (AtlDurableTarget *self)
{
  self->exists = fstatat (self->folder, self->name, &self->old, AT_SYMLINK_NOFOLLOW) == 0;
  if (!self->exists)
    return errno == ENOENT ? 0 : errno;
  if (!S_ISREG (self->old.st_mode))
    return EISDIR;
  if (faccessat (self->folder, self->name, W_OK, AT_EACCESS) != 0)
    return errno;

  return 0;
}

static int
locate (AtlDurableTarget *self)
{
  g_autofree char *real = follow_links (self->path);

  if (real == NULL)
    return errno;
  if (real[0] == '\0' || g_str_has_suffix (real, "/"))
    return EISDIR;

  self->name = g_path_get_basename (real);
  if (g_str_equal (self->name, ".") || g_str_equal (self->name, ".."))
    return EISDIR;

  self->place = g_path_get_dirname (real);
  self->folder = open (self->place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->folder < 0)
    return errno;

  return examine (self);
}

/* Sums of the content, which the kernel makes anew. */
static gboolean
is_of_content (const char *name)
{
  return g_str_equal (name, "security.ima") || g_str_equal (name, "security.evm");
}

static void
copy_attribute (int from, int to, const char *name)
{
  g_autofree char *value = g_malloc (MAX_ATTRIBUTES);
  ssize_t          size = is_of_content (name) ? -1 : fgetxattr (from, name, value, MAX_ATTRIBUTES);

  if (size >= 0)
    (void) fsetxattr (to, name, value, (size_t) size, 0);
}

/* Labels, tags and access lists travel along as far as the file system lets them. An access list that the
 * new file got from its folder goes where the old file had none. */
static void
copy_attributes (int from, int to)
{
  g_autofree char *names = g_malloc (MAX_ATTRIBUTES);
  ssize_t          size = flistxattr (from, names, MAX_ATTRIBUTES);

  if (size >= 0)
    (void) fremovexattr (to, ACCESS_LIST);
  for (ssize_t i = 0; i < size; i += (ssize_t) strlen (names + i) + 1)
    copy_attribute (from, to, names + i);
}

/* What the group may do is not given to another group. */
static mode_t
mode_for_others (mode_t mode)
{
  return (mode & 0707) | (mode & ((mode & 07) << 3));
}

static void
copy_owner_and_mode (const struct stat *old, int fd)
{
  mode_t mode = old->st_mode & 0777;

  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, (uid_t) -1, old->st_gid) != 0)
    mode = mode_for_others (mode);
  (void) fchmod (fd, mode);
}

/**
 * atl_durable_target_open:
 * @self: (out caller-allocates): a target, to be cleared also after an error
 * @path: a file name, of a file that may be there or not
 * @error: (out) (optional): why nothing can be written there
 *
 * Follows symbolic links, opens the folder and looks at what stands there.
 *
 * Returns: whether a file may be put there
 */
gboolean
atl_durable_target_open (AtlDurableTarget *self, const char *path, GError **error)
{
  int failure;

  *self = (AtlDurableTarget){ .path = g_strdup (path), .folder = -1 };
  failure = locate (self);
  if (failure != 0)
    atl_file_error_set_writing (error, path, failure);

  return failure == 0;
}

/**
 * atl_durable_target_clear:
 * @self: a target
 *
 * Closes the folder.
 */
void
atl_durable_target_clear (AtlDurableTarget *self)
{
  if (self->folder >= 0)
    close (self->folder);
  self->folder = -1;
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->place, g_free);
}

/**
 * atl_durable_target_is_lost:
 * @self: a target
 *
 * Returns: whether its folder has been deleted since it was opened
 */
gboolean
atl_durable_target_is_lost (const AtlDurableTarget *self)
{
  struct stat info;

  return fstat (self->folder, &info) != 0 || info.st_nlink == 0;
}

/**
 * atl_durable_target_dress:
 * @self: a target
 * @fd: the file that will replace what stands there
 *
 * Gives a file the extended attributes with the access list, the owner and the permissions of the one that
 * it replaces, as far as we may.
 */
void
atl_durable_target_dress (const AtlDurableTarget *self, int fd)
{
  struct stat info = self->old;
  int         old;

  if (!self->exists)
    return;

  old = openat (self->folder, self->name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (old >= 0)
    {
      if (fstat (old, &info) != 0)
        info = self->old;
      copy_attributes (old, fd);
      close (old);
    }

  copy_owner_and_mode (&info, fd);
}
