/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-snapshots.h"

#include "file/atl-digest.h"
#include "file/atl-gate.h"
#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define PREFIX "snapshot-"
#define SUFFIX ".atelier"
#define LONGEST_NUMBER 15
#define FOLDER_NAME_LENGTH 12

/* Every session that we write begins so. */
static const char head[] = "{\"format\":\"" ATL_CODEC_FORMAT "\",\"version\":";

/**
 * atl_snapshot_new:
 * @folder: the folder of an opening
 * @time: when it was taken, microseconds since 1970
 * @number: its number in the opening
 * @size: bytes
 *
 * Returns: (transfer full): a snapshot with the name that belongs to it
 */
AtlSnapshot *
atl_snapshot_new (const char *folder, gint64 time, gint64 number, gint64 size)
{
  AtlSnapshot     *self = g_new0 (AtlSnapshot, 1);
  g_autofree char *name = NULL;

  name = g_strdup_printf (PREFIX "%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT SUFFIX,
                          MAX (time, 0) / G_TIME_SPAN_MILLISECOND, number);
  self->path = g_build_filename (folder, name, NULL);
  self->time = time;
  self->number = number;
  self->size = size;

  return self;
}

/**
 * atl_snapshot_free:
 * @self: (transfer full): a snapshot
 *
 * Frees what is known of a snapshot, not its file.
 */
void
atl_snapshot_free (AtlSnapshot *self)
{
  g_free (self->path);
  g_free (self);
}

static AtlSnapshotHealth
health_of (GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    return ATL_SNAPSHOT_NONE;
  if (length <= sizeof head || memcmp (data, head, sizeof head - 1) != 0)
    return ATL_SNAPSHOT_DAMAGED;
  if (!atl_gate_check (data, length, NULL))
    return ATL_SNAPSHOT_DAMAGED;

  return g_ascii_strtoll (data + sizeof head - 1, NULL, 10) > ATL_CODEC_VERSION ? ATL_SNAPSHOT_NEWER
                                                                                : ATL_SNAPSHOT_WHOLE;
}

/**
 * atl_snapshot_inspect:
 * @self: a snapshot
 * @digest: (out) (transfer full): of its content, %NULL where there is none
 *
 * Reads a snapshot, as far as it takes to tell whether it can be opened. One that is empty, gone or not
 * readable is %ATL_SNAPSHOT_NONE.
 */
AtlSnapshotHealth
atl_snapshot_inspect (const AtlSnapshot *self, char **digest)
{
  g_autoptr (GBytes) bytes = atl_file_read (self->path, NULL);
  AtlSnapshotHealth  health = bytes != NULL ? health_of (bytes) : ATL_SNAPSHOT_NONE;

  *digest = health != ATL_SNAPSHOT_NONE ? atl_digest_bytes (bytes) : NULL;

  return health;
}

/* Reads digits up to the given end, nothing else. */
static gboolean
read_number (const char **cursor, const char *end, gint64 *value)
{
  gsize length = strspn (*cursor, "0123456789");

  if (length < 1 || length > LONGEST_NUMBER || !g_str_has_prefix (*cursor + length, end))
    return FALSE;
  *value = g_ascii_strtoll (*cursor, NULL, 10);
  *cursor += length + strlen (end);

  return TRUE;
}

static AtlSnapshot *
read_entry (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char      *cursor = name + strlen (PREFIX);
  AtlSnapshot     *self;
  GStatBuf         info;
  gint64           time;
  gint64           number;

  if (!g_str_has_prefix (name, PREFIX) || !read_number (&cursor, "-", &time) ||
      !read_number (&cursor, SUFFIX, &number) || *cursor != '\0')
    return NULL;
  if (g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;

  self = g_new0 (AtlSnapshot, 1);
  self->path = g_steal_pointer (&path);
  self->time = time * G_TIME_SPAN_MILLISECOND;
  self->number = number;
  self->size = info.st_size;
  return self;
}

/* The clock may have been set back, the number never is. */
static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const AtlSnapshot *left = *(AtlSnapshot *const *) a;
  const AtlSnapshot *right = *(AtlSnapshot *const *) b;

  if (left->number != right->number)
    return left->number < right->number ? 1 : -1;

  return (left->time < right->time) - (left->time > right->time);
}

/**
 * atl_snapshots_list:
 * @folder: the folder of an opening
 *
 * Lists the snapshots by their names. Whatever else lies there is passed over.
 *
 * Returns: (transfer full) (element-type AtlSnapshot): the snapshots, newest first
 */
GPtrArray *
atl_snapshots_list (const char *folder)
{
  GPtrArray       *list = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_snapshot_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      AtlSnapshot *snapshot = read_entry (folder, name);

      if (snapshot != NULL)
        g_ptr_array_add (list, snapshot);
    }
  g_ptr_array_sort (list, compare_newest_first);

  return list;
}

/**
 * atl_snapshots_trim:
 * @snapshots: (element-type AtlSnapshot): the snapshots of one opening, newest first
 * @best: the place of the one that would be recovered
 * @now: microseconds since 1970
 *
 * Removes what the ring does not hold: it has the twenty newest and before them one an hour, and nothing
 * older than thirty days. The newest and the best stay whatever their age. Marks the others as spare.
 */
void
atl_snapshots_trim (GPtrArray *snapshots, guint best, gint64 now)
{
  gint64 hour = -1;
  guint  n_seen = 0;

  for (guint i = 0; i < snapshots->len;)
    {
      AtlSnapshot *snapshot = g_ptr_array_index (snapshots, i);
      gint64       its_hour = snapshot->time / G_TIME_SPAN_HOUR;
      gboolean     kept = n_seen == 0 || n_seen == best;

      snapshot->spare = !kept;
      if (!kept && now - snapshot->time <= ATL_SNAPSHOTS_DAYS * G_TIME_SPAN_DAY)
        kept = n_seen < ATL_SNAPSHOTS_KEPT || its_hour != hour;
      n_seen++;
      hour = its_hour;
      if (kept || g_unlink (snapshot->path) != 0)
        i++;
      else
        g_ptr_array_remove_index (snapshots, i);
    }
}

static gboolean
is_ours (const char *name)
{
  return g_str_has_prefix (name, PREFIX) || g_str_equal (name, "draft.json") ||
         (*name == '.' && g_str_has_suffix (name, ".tmp"));
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

/**
 * atl_snapshots_remove_folder:
 * @folder: the folder of an opening
 *
 * Removes the folder of an opening. Its owner's page goes after the snapshots, so that a removal that is
 * interrupted leaves nothing that would be offered again. A folder with files of others in it stays.
 */
void
atl_snapshots_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_ours (name))
      remove_file (folder, name);

  remove_file (folder, "owner.json");
  remove_file (folder, "lock");
  g_rmdir (folder);
}

/**
 * atl_snapshots_is_folder_name:
 * @name: a name in the root of the recovery folders
 *
 * Tells whether @name is one that we give to the folder of an opening: 12 hexadecimal digits.
 */
gboolean
atl_snapshots_is_folder_name (const char *name)
{
  return strlen (name) == FOLDER_NAME_LENGTH && strspn (name, "0123456789abcdef") == FOLDER_NAME_LENGTH;
}
