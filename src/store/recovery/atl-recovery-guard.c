/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-recovery-guard.h"

#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"
#include "file/atl-json-reader.h"
#include "file/atl-line-writer.h"

#include <errno.h>
#include <glib/gstdio.h>

#define MAX_COUNT 1000

static char *
dup_path (const char *root)
{
  return g_build_filename (root, "attempts.json", NULL);
}

static gint64
read_count (const char *path)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (JsonNode)    node = atl_json_load (path, NULL, NULL);
  AtlJsonReader           reader;

  if (node == NULL)
    return 0;
  atl_json_reader_init (&reader, json_node_get_object (node), problems);

  return atl_json_reader_get_int (&reader, "count", 0, 0, MAX_COUNT, NULL);
}

static gboolean
write_count (const char *path, gint64 count, GError **error)
{
  AtlLineWriter     *writer = atl_line_writer_new (32);
  g_autoptr (GBytes) bytes = NULL;

  atl_line_writer_begin_object (writer);
  atl_line_writer_int (writer, "count", count);
  atl_line_writer_end_object (writer);
  bytes = atl_line_writer_end (writer);

  return atl_durable_write (path, bytes, error);
}

/**
 * atl_recovery_guard_begin:
 * @root: where the recovery folders lie
 * @error: (out) (optional): why the attempt could not be counted
 *
 * Counts an attempt to open by itself what was found. To be called before the first of them is read.
 *
 * Sets the errors of atl_durable_write(), which do not change the answer.
 *
 * Returns: whether to go on; %FALSE after two attempts that atl_recovery_guard_end() did not follow: then
 * start empty, with a list
 */
gboolean
atl_recovery_guard_begin (const char *root, GError **error)
{
  g_autofree char *path = NULL;
  gint64           count;

  g_return_val_if_fail (root != NULL, FALSE);

  path = dup_path (root);
  count = read_count (path);
  if (count >= ATL_RECOVERY_MAX_ATTEMPTS)
    return FALSE;
  write_count (path, count + 1, error);

  return TRUE;
}

/**
 * atl_recovery_guard_end:
 * @root: where the recovery folders lie
 * @error: (out) (optional): why not
 *
 * Says that the app ran for a minute after atl_recovery_guard_begin(), or was quit in order.
 *
 * Sets %ATL_FILE_ERROR_NOT_WRITABLE and the like.
 */
gboolean
atl_recovery_guard_end (const char *root, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (root != NULL, FALSE);

  path = dup_path (root);
  if (g_unlink (path) == 0 || errno == ENOENT || errno == ENOTDIR)
    return TRUE;
  atl_file_error_set_writing (error, path, errno);

  return FALSE;
}
