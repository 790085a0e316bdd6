/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-durable-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A name of 255 bytes must still find room for what we put around it. */
#define MAX_KEPT_NAME 200
#define MAX_ATTEMPTS 100
#define RANDOM_LETTERS 4
#define BLOCK (64 * 1024)

#define MARK ".atl-"
#define SUFFIX ".tmp"

static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

/* Set once a file system let us make a nameless file but not name it. */
static int nameless_fails;

/**
 * atl_durable_name_make:
 * @base: the name of a file
 * @tag: sixteen hexadecimal digits, or ""
 *
 * Makes up a name for a file that will replace another: `.NAME.atl-k3x9-TAG.tmp`. The tag holds the
 * beginnings of two digests: of what is being written, and of what we expect to replace. Whoever finds such
 * a file after a kill can tell from them whether its content is one of the two, or somebody else's.
 *
 * Returns: (transfer full): a name, at most 255 bytes
 */
char *
atl_durable_name_make (const char *base, const char *tag)
{
  gsize kept = MIN (strlen (base), MAX_KEPT_NAME);
  char  random[RANDOM_LETTERS + 1] = { 0 };

  while (kept > 0 && kept < strlen (base) && ((guchar) base[kept] & 0xc0) == 0x80)
    kept--;
  for (guint i = 0; i < RANDOM_LETTERS; i++)
    random[i] = letters[g_random_int_range (0, sizeof letters - 1)];

  return g_strdup_printf (".%.*s" MARK "%s%s%s" SUFFIX,
                          (int) kept, base, random, *tag != '\0' ? "-" : "", tag);
}

static gboolean
is_made_of (const char *text, gsize length, const char *characters)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0' || strchr (characters, text[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* What stands between the mark and the suffix: four letters, and a tag or none. */
static gboolean
is_our_middle (const char *middle, gsize length)
{
  gsize tagged = RANDOM_LETTERS + 1 + 2 * ATL_DURABLE_SHORT;

  if (length != RANDOM_LETTERS && length != tagged)
    return FALSE;
  if (!is_made_of (middle, RANDOM_LETTERS, letters))
    return FALSE;

  return length == RANDOM_LETTERS ||
         (middle[RANDOM_LETTERS] == '-' &&
          is_made_of (middle + RANDOM_LETTERS + 1, 2 * ATL_DURABLE_SHORT, "0123456789abcdef"));
}

/**
 * atl_durable_name_parse:
 * @name: the name of any file
 * @base: (out) (transfer full): the file it was made for; the end of a very long name is missing
 * @tag: (out) (transfer full): its tag, or ""
 *
 * Recognizes the names that atl_durable_name_make() makes, exactly.
 *
 * Returns: whether it is one of them
 */
gboolean
atl_durable_name_parse (const char *name, char **base, char **tag)
{
  const char *mark = g_strrstr (name, MARK);
  const char *middle;
  gsize       length;

  if (name[0] != '.' || mark == NULL || mark < name + 2 || !g_str_has_suffix (name, SUFFIX))
    return FALSE;

  middle = mark + strlen (MARK);
  if (strlen (middle) < strlen (SUFFIX))
    return FALSE;
  length = strlen (middle) - strlen (SUFFIX);
  if (!is_our_middle (middle, length))
    return FALSE;

  *base = g_strndup (name + 1, (gsize) (mark - name) - 1);
  *tag = length == RANDOM_LETTERS ? g_strdup ("")
                                  : g_strndup (middle + RANDOM_LETTERS + 1, 2 * ATL_DURABLE_SHORT);
  return TRUE;
}

static void
name_of_descriptor (int fd, char *out, gsize size)
{
  g_snprintf (out, size, "/proc/self/fd/%d", fd);
}

/* A file without a name leaves no litter after a kill. It can be named later only through /proc. */
static gboolean
open_nameless (AtlDurableTemporary *self)
{
  char name[32];

  if (g_atomic_int_get (&nameless_fails))
    return FALSE;

  self->fd = openat (self->folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, self->mode);
  if (self->fd < 0)
    return FALSE;

  name_of_descriptor (self->fd, name, sizeof name);
  if (access (name, F_OK) == 0)
    return TRUE;

  close (self->fd);
  self->fd = -1;
  return FALSE;
}

static int
open_named (AtlDurableTemporary *self)
{
  int flags = O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW;

  for (int i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = atl_durable_name_make (self->base, self->tag);

      self->fd = openat (self->folder, name, flags, self->mode);
      if (self->fd >= 0)
        {
          self->name = g_steal_pointer (&name);
          return 0;
        }
      if (errno != EEXIST)
        return errno;
    }

  return EEXIST;
}

/**
 * atl_durable_temporary_open:
 * @self: a temporary file whose folder, base and tag are set; its descriptor is -1
 * @private: whether it will replace a file: what replaces a private file is private from its first byte on
 *
 * Makes the file, without a name where the file system can do that, else with one of ours.
 *
 * Returns: 0, or an `errno`
 */
int
atl_durable_temporary_open (AtlDurableTemporary *self, gboolean private)
{
  self->mode = private ? 0600 : 0666;

  return open_nameless (self) ? 0 : open_named (self);
}

/**
 * atl_durable_temporary_is_refusal:
 * @failure: an `errno` of atl_durable_temporary_link()
 *
 * Returns: whether it means that this file system or sandbox does not link at all, so that another way may
 *   do
 */
gboolean
atl_durable_temporary_is_refusal (int failure)
{
  static const int refusals[] = { EPERM, EACCES, EXDEV, EOPNOTSUPP, EINVAL, ENOSYS, ENOENT, EMLINK };

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (failure == refusals[i])
      return TRUE;

  return FALSE;
}

/**
 * atl_durable_temporary_link:
 * @self: a temporary file without a name
 * @name: a name in its folder; a file that is there is never replaced
 *
 * Names the nameless file.
 *
 * Returns: 0, or an `errno`
 */
int
atl_durable_temporary_link (AtlDurableTemporary *self, const char *name)
{
  char descriptor[32];
  int  failure;

  name_of_descriptor (self->fd, descriptor, sizeof descriptor);
  if (linkat (AT_FDCWD, descriptor, self->folder, name, AT_SYMLINK_FOLLOW) == 0)
    return 0;

  failure = errno;
  if (failure == EPERM || failure == EXDEV || failure == EOPNOTSUPP || failure == EINVAL || failure == ENOSYS)
    g_atomic_int_set (&nameless_fails, TRUE);
  return failure;
}

/**
 * atl_durable_temporary_give_name:
 * @self: a temporary file
 *
 * Gives the file a temporary name, from which it can be put over an existing one. Does nothing if it has a
 * name.
 *
 * Returns: 0, or an `errno`
 */
int
atl_durable_temporary_give_name (AtlDurableTemporary *self)
{
  for (int i = 0; self->name == NULL && i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = atl_durable_name_make (self->base, self->tag);
      int              failure = atl_durable_temporary_link (self, name);

      if (failure == 0)
        self->name = g_steal_pointer (&name);
      else if (failure != EEXIST)
        return failure;
    }

  return self->name != NULL ? 0 : EEXIST;
}

static int
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? errno : EIO;
      data += n;
      length -= (gsize) n;
    }

  return 0;
}

static int
copy_all (int from, int to)
{
  g_autofree char *block = g_malloc (BLOCK);
  off_t            place = 0;

  for (;;)
    {
      ssize_t n = pread (from, block, BLOCK, place);
      int     failure;

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? errno : 0;
      failure = write_all (to, block, (gsize) n);
      if (failure != 0)
        return failure;
      place += n;
    }
}

/**
 * atl_durable_temporary_copy:
 * @self: a temporary file without a name, which could not get one
 *
 * Makes a named file of the same content in its place. Attributes and fsync are to be done again.
 *
 * Returns: 0, or an `errno`
 */
int
atl_durable_temporary_copy (AtlDurableTemporary *self)
{
  int nameless = self->fd;
  int failure = open_named (self);

  if (failure == 0)
    failure = copy_all (nameless, self->fd);
  close (nameless);

  return failure;
}

/**
 * atl_durable_temporary_is_at:
 * @self: a temporary file
 * @name: a name in its folder
 *
 * Returns: whether our file has that name. If in doubt, no.
 */
gboolean
atl_durable_temporary_is_at (AtlDurableTemporary *self, const char *name)
{
  struct stat ours, there;

  return self->fd >= 0 && fstat (self->fd, &ours) == 0 &&
         fstatat (self->folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
         ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

/**
 * atl_durable_temporary_clear:
 * @self: a temporary file
 *
 * Closes the file and takes away its temporary name, but only where our own file bears it: what we
 * exchanged it for may be somebody's only copy.
 */
void
atl_durable_temporary_clear (AtlDurableTemporary *self)
{
  if (self->name != NULL && atl_durable_temporary_is_at (self, self->name))
    unlinkat (self->folder, self->name, 0);
  g_clear_pointer (&self->name, g_free);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

/**
 * atl_durable_link_aside:
 * @folder: a folder
 * @from: the name of a file in it
 * @base: the name to make the new one from
 * @tag: the tag for it
 * @name: (out) (transfer full): its second name
 *
 * Gives a file a second, temporary name.
 *
 * Returns: 0, or an `errno`
 */
int
atl_durable_link_aside (int folder, const char *from, const char *base, const char *tag, char **name)
{
  for (int i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *made = atl_durable_name_make (base, tag);

      if (linkat (folder, from, folder, made, 0) == 0)
        {
          *name = g_steal_pointer (&made);
          return 0;
        }
      if (errno != EEXIST)
        return errno;
    }

  return EEXIST;
}
