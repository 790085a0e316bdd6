/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-versions.h"

#include "file/atl-digest.h"
#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define MARK "path-" /* and a digest: a file that the session was in */

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

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const AtlVersion *left = *(AtlVersion *const *) a;
  const AtlVersion *right = *(AtlVersion *const *) b;

  if (left->time != right->time)
    return left->time < right->time ? 1 : -1;

  return strcmp (left->path, right->path);
}

static void
add_from (GPtrArray *versions, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      AtlVersion *version = atl_version_find (folder, name);

      if (version != NULL)
        g_ptr_array_add (versions, version);
    }
}

static GPtrArray *
list (AtlVersions *self)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_version_free);

  add_from (versions, self->folder);
  g_ptr_array_sort (versions, compare_newest_first);

  return versions;
}

static gboolean
holds_merged (GPtrArray *versions, const char *digest)
{
  for (guint i = 0; i < versions->len; i++)
    {
      AtlVersion *version = g_ptr_array_index (versions, i);

      if (version->reason == ATL_VERSION_MERGED && g_str_equal (version->digest, digest))
        return TRUE;
    }

  return FALSE;
}

/* What was merged is found under its own name, whatever else is the same. A clock that was set back must not
 * make us wait, a negative pause is over. */
static gboolean
is_wanted (GPtrArray *versions, AtlVersionReason reason, const char *digest, gint64 now)
{
  AtlVersion *last = versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;
  gint64      pause;

  if (last == NULL)
    return TRUE;
  if (reason == ATL_VERSION_MERGED)
    return !holds_merged (versions, digest);
  if (g_str_equal (last->digest, digest))
    return FALSE;

  pause = now - last->time;
  return reason != ATL_VERSION_WORK || pause < 0 || pause >= ATL_VERSIONS_PAUSE;
}

/* Ten of our own, ten that a save displaced, ten that were merged: many conflicts in a row do not push out
 * the work. */
static void
trim (GPtrArray *versions)
{
  guint n_ours = 0;
  guint n_displaced = 0;
  guint n_merged = 0;

  for (guint i = 0; i < versions->len; i++)
    {
      AtlVersion *version = g_ptr_array_index (versions, i);
      guint      *n = version->reason == ATL_VERSION_DISPLACED ? &n_displaced
                      : version->reason == ATL_VERSION_MERGED  ? &n_merged
                                                               : &n_ours;

      if (++*n > ATL_VERSIONS_KEPT)
        atl_version_remove (version);
    }
}

static char *
dup_mark (const char *folder, const char *file)
{
  g_autofree char *path = g_canonicalize_filename (file, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strconcat (MARK, digest, NULL);

  return g_build_filename (folder, name, NULL);
}

/* So that the versions are found even if nothing of the file can be read. A mark that is missing costs no
 * words, and the next version tries again. */
static void
mark (AtlVersions *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree char   *path = dup_mark (self->folder, file);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !atl_durable_write (path, nothing, &error))
    g_info ("Cannot remember where the session was: %s", error->message);
}

/* The list may be shorter by those that were too many. */
static gboolean
keep (AtlVersions            *self,
      GBytes                 *bytes,
      const AtlVersionOrigin *origin,
      gint64                  now,
      GError                **error)
{
  g_autofree char      *digest = atl_digest_bytes (bytes);
  g_autoptr (GPtrArray) before = list (self);
  g_autoptr (GPtrArray) after = NULL;

  if (!is_wanted (before, origin->reason, digest, now))
    return TRUE;
  if (before->len > 0)
    now = MAX (now, ((AtlVersion *) g_ptr_array_index (before, 0))->time + G_TIME_SPAN_MILLISECOND);
  if (!atl_version_write (self->folder, bytes, digest, origin, MAX (now, 0), error))
    return FALSE;

  after = list (self);
  trim (after);
  return TRUE;
}

/**
 * atl_versions_keep:
 * @self: the versions of a session
 * @bytes: the session as a file
 * @reason: why it is kept
 * @now: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Like atl_versions_keep_from(), for what is in no file.
 *
 * Returns: %FALSE if it should have been kept and was not
 */
gboolean
atl_versions_keep (AtlVersions *self, GBytes *bytes, AtlVersionReason reason, gint64 now, GError **error)
{
  AtlVersionOrigin origin = { reason, NULL, NULL };

  return atl_versions_keep_from (self, bytes, &origin, now, error);
}

/**
 * atl_versions_keep_from:
 * @self: the versions of a session
 * @bytes: the session as a file
 * @origin: why it is kept, and which file it is from
 * @now: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Keeps a version, unless it is the same as the newest, or one of %ATL_VERSION_WORK within ten minutes after
 * the newest; one of %ATL_VERSION_MERGED unless it was kept as such before. Ten are kept, ten more of those
 * that were displaced, and ten of those that were merged. Even if the clock was set back, what is kept last
 * is the newest. That the session was in the file is remembered in any case, for
 * atl_versions_find_for_path().
 *
 * Sets the errors of atl_durable_write().
 *
 * Returns: %FALSE if it should have been kept and was not
 */
gboolean
atl_versions_keep_from (AtlVersions            *self,
                        GBytes                 *bytes,
                        const AtlVersionOrigin *origin,
                        gint64                  now,
                        GError                **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL && bytes != NULL && origin != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      atl_file_error_set_writing (error, self->folder, errno);
      return FALSE;
    }
  if (!keep (self, bytes, origin, now, error))
    return FALSE;
  if (origin->file != NULL)
    mark (self, origin->file);

  return TRUE;
}

/**
 * atl_versions_list:
 * @self: the versions of a session
 *
 * Lists the earlier versions without reading the sessions. Whatever else lies in the folder is passed over.
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
 * atl_versions_delete_all:
 * @self: the versions of a session
 *
 * Deletes the earlier versions for good, those of copies that the session had elsewhere, too. The next save
 * keeps one again. For a thread.
 *
 * Returns: how many could not be deleted
 */
guint
atl_versions_delete_all (AtlVersions *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray)    versions = NULL;
  guint                    n_left = 0;

  g_return_val_if_fail (self != NULL, 0);

  locker = g_mutex_locker_new (&self->mutex);
  versions = list (self);
  for (guint i = 0; i < versions->len; i++)
    n_left += !atl_version_remove (g_ptr_array_index (versions, i));

  return n_left;
}

/**
 * atl_versions_find_for_path:
 * @root: where the folders of earlier versions lie
 * @path: a session file, which may be damaged, empty or gone
 *
 * Finds the earlier versions of every session that was ever opened from @path or saved there, without reading
 * @path. Versions of copies that the same session had elsewhere are among them: see AtlVersion.file. Those
 * kept before files were remembered are not found this way. For a thread.
 *
 * Returns: (transfer full) (element-type AtlVersion): the versions, newest first; empty if there are none
 */
GPtrArray *
atl_versions_find_for_path (const char *root, const char *path)
{
  GPtrArray       *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_version_free);
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  g_return_val_if_fail (root != NULL && path != NULL, versions);

  dir = g_dir_open (root, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      g_autofree char *its_mark = dup_mark (folder, path);

      if (g_file_test (its_mark, G_FILE_TEST_EXISTS))
        add_from (versions, folder);
    }
  g_ptr_array_sort (versions, compare_newest_first);

  return versions;
}
