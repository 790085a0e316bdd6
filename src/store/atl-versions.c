/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-versions.h"

#include "file/atl-digest.h"
#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define SUFFIX ".atelier"
#define LONGEST_NUMBER 15

static const char *const reason_names[] = { "opened", "work", "displaced", "ours" };

struct _AtlVersions
{
  GMutex mutex;
  char  *folder;
};

/**
 * atl_versions_dup_user_root:
 *
 * Returns: (transfer full): where the earlier versions of this user lie: `$XDG_DATA_HOME/atelier/versions`
 */
char *
atl_versions_dup_user_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "atelier", "versions", NULL);
}

/**
 * atl_versions_new:
 * @root: where the folders of earlier versions lie, need not exist; see atl_versions_dup_user_root()
 * @session_id: the id of a session, which comes from a file and so is hashed, never used as a name
 *
 * Returns: (transfer full): the earlier versions of that session
 */
AtlVersions *
atl_versions_new (const char *root, const char *session_id)
{
  AtlVersions     *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (root != NULL && session_id != NULL, NULL);

  name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, session_id, -1);
  self = g_atomic_rc_box_new0 (AtlVersions);
  g_mutex_init (&self->mutex);
  self->folder = g_build_filename (root, name, NULL);

  return self;
}

/**
 * atl_versions_ref:
 * @self: the versions of a session
 *
 * Returns: (transfer full): @self
 */
AtlVersions *
atl_versions_ref (AtlVersions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (AtlVersions *self)
{
  g_free (self->folder);
  g_mutex_clear (&self->mutex);
}

/**
 * atl_versions_unref:
 * @self: (transfer full): the versions of a session
 *
 * Drops a reference. The files stay.
 */
void
atl_versions_unref (AtlVersions *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

static void
version_free (AtlVersion *self)
{
  g_free (self->path);
  g_free (self->digest);
  g_free (self);
}

static gboolean
find_reason (const char *name, AtlVersionReason *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reason_names); i++)
    if (g_str_equal (name, reason_names[i]))
      {
        *reason = (AtlVersionReason) i;
        return TRUE;
      }

  return FALSE;
}

/* TIME-REASON-DIGEST.atelier: to list the versions no file needs to be read. */
static AtlVersion *
read_name (const char *name)
{
  g_auto (GStrv)   parts = g_strsplit (name, "-", -1);
  AtlVersionReason reason;
  AtlVersion      *self;

  if (g_strv_length (parts) != 3 || !g_str_has_suffix (parts[2], SUFFIX))
    return NULL;
  if (strlen (parts[0]) > LONGEST_NUMBER || strspn (parts[0], "0123456789") != MAX (strlen (parts[0]), 1))
    return NULL;
  if (!find_reason (parts[1], &reason) || strlen (parts[2]) != ATL_DIGEST_LENGTH + strlen (SUFFIX))
    return NULL;

  self = g_new0 (AtlVersion, 1);
  self->time = g_ascii_strtoll (parts[0], NULL, 10) * G_TIME_SPAN_MILLISECOND;
  self->reason = reason;
  self->digest = g_strndup (parts[2], ATL_DIGEST_LENGTH);
  return self;
}

static AtlVersion *
read_entry (const char *folder, const char *name)
{
  AtlVersion *self = read_name (name);
  GStatBuf    info;

  if (self == NULL)
    return NULL;
  self->path = g_build_filename (folder, name, NULL);
  if (g_lstat (self->path, &info) != 0 || !S_ISREG (info.st_mode))
    {
      version_free (self);
      return NULL;
    }

  self->size = info.st_size;
  return self;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const AtlVersion *left = *(AtlVersion *const *) a;
  const AtlVersion *right = *(AtlVersion *const *) b;

  if (left->time != right->time)
    return left->time < right->time ? 1 : -1;

  return strcmp (left->path, right->path);
}

static GPtrArray *
list (AtlVersions *self)
{
  GPtrArray       *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) version_free);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      AtlVersion *version = read_entry (self->folder, name);

      if (version != NULL)
        g_ptr_array_add (versions, version);
    }
  g_ptr_array_sort (versions, compare_newest_first);

  return versions;
}

/* A clock that was set back must not make us wait, a negative pause is over. */
static gboolean
is_wanted (GPtrArray *versions, AtlVersionReason reason, const char *digest, gint64 now)
{
  AtlVersion *last = versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;
  gint64      pause;

  if (last == NULL)
    return TRUE;
  if (g_str_equal (last->digest, digest))
    return FALSE;

  pause = now - last->time;
  return reason != ATL_VERSION_WORK || pause < 0 || pause >= ATL_VERSIONS_PAUSE;
}

/* Ten of our own, and ten that a save displaced: many conflicts in a row do not push out the work. */
static void
trim (GPtrArray *versions)
{
  guint n_ours = 0;
  guint n_displaced = 0;

  for (guint i = 0; i < versions->len; i++)
    {
      AtlVersion *version = g_ptr_array_index (versions, i);
      guint      *n = version->reason == ATL_VERSION_DISPLACED ? &n_displaced : &n_ours;

      if (++*n > ATL_VERSIONS_KEPT)
        g_unlink (version->path);
    }
}

static gboolean
write_version (AtlVersions     *self,
               GBytes          *bytes,
               const char      *digest,
               AtlVersionReason reason,
               gint64           time,
               GError         **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      atl_file_error_set_writing (error, self->folder, errno);
      return FALSE;
    }

  name = g_strdup_printf ("%" G_GINT64_FORMAT "-%s-%s" SUFFIX, time / G_TIME_SPAN_MILLISECOND,
                          reason_names[reason], digest);
  path = g_build_filename (self->folder, name, NULL);
  return atl_durable_write (path, bytes, error);
}

/**
 * atl_versions_keep:
 * @self: the versions of a session
 * @bytes: the session as a file
 * @reason: why it is kept
 * @now: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Keeps a version, unless it is the same as the newest, or one of %ATL_VERSION_WORK within ten minutes after
 * the newest. Ten are kept, and ten more of those that were displaced. Even if the clock was set back, what
 * is kept last is the newest.
 *
 * Sets the errors of atl_durable_write().
 *
 * Returns: %FALSE if it should have been kept and was not
 */
gboolean
atl_versions_keep (AtlVersions *self, GBytes *bytes, AtlVersionReason reason, gint64 now, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray)    versions = NULL;
  g_autofree char         *digest = NULL;

  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  digest = atl_digest_bytes (bytes);
  locker = g_mutex_locker_new (&self->mutex);
  versions = list (self);
  if (!is_wanted (versions, reason, digest, now))
    return TRUE;
  if (versions->len > 0)
    now = MAX (now, ((AtlVersion *) g_ptr_array_index (versions, 0))->time + G_TIME_SPAN_MILLISECOND);
  if (!write_version (self, bytes, digest, reason, MAX (now, 0), error))
    return FALSE;

  g_ptr_array_unref (versions);
  versions = list (self);
  trim (versions);
  return TRUE;
}

/**
 * atl_versions_list:
 * @self: the versions of a session
 *
 * Lists the earlier versions without reading them. Whatever else lies in the folder is passed over.
 *
 * Returns: (transfer full) (element-type AtlVersion): the versions, newest first
 */
GPtrArray *
atl_versions_list (AtlVersions *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return list (self);
}

/**
 * atl_version_load:
 * @self: a version
 * @error: (out) (optional): why not
 *
 * Reads a version for atl_codec_read(). Sets the errors of atl_file_read().
 *
 * Returns: (transfer full) (nullable): the bytes of a session file
 */
GBytes *
atl_version_load (const AtlVersion *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return atl_file_read (self->path, error);
}
