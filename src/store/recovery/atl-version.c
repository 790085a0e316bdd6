/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-version.h"

#include "file/atl-digest.h"
#include "file/atl-durable-file.h"
#include "file/atl-json-file.h"
#include "file/atl-json-reader.h"
#include "file/atl-line-writer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define SUFFIX ".atelier"
#define PAGE_SUFFIX ".json" /* beside the version: what its name has no room for */
#define LONGEST_NUMBER 15

static const char *const reason_names[] = { "opened", "work", "displaced", "ours", "closed", "merged" };

/**
 * atl_version_free:
 * @self: (transfer full) (nullable): a version
 *
 * Frees it. The file stays.
 */
void
atl_version_free (AtlVersion *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->digest);
  g_free (self->file);
  g_free (self->label);
  g_free (self);
}

/**
 * atl_version_copy:
 * @self: a version
 *
 * Returns: (transfer full): a copy
 */
AtlVersion *
atl_version_copy (const AtlVersion *self)
{
  AtlVersion *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (AtlVersion, 1);
  *copy = *self;
  copy->path = g_strdup (self->path);
  copy->digest = g_strdup (self->digest);
  copy->file = g_strdup (self->file);
  copy->label = g_strdup (self->label);

  return copy;
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

/* TIME-REASON-DIGEST.atelier: to list the versions no session needs to be read. */
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

static char *
dup_page_path (const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (SUFFIX));

  return g_strconcat (stem, PAGE_SUFFIX, NULL);
}

/* A version without a page is from before there were any, or from no file. */
static void
read_page (AtlVersion *self)
{
  g_autofree char        *path = dup_page_path (self->path);
  g_autoptr (JsonNode)    root = atl_json_load (path, NULL, NULL);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *uri = NULL;
  g_autofree char        *label = NULL;
  AtlJsonReader           reader;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  atl_json_reader_init (&reader, json_node_get_object (root), problems);
  uri = atl_json_reader_dup_string (&reader, "file", "", NULL);
  label = atl_json_reader_dup_string (&reader, "label", "", NULL);
  self->file = *uri != '\0' ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  self->label = *label != '\0' ? g_steal_pointer (&label) : NULL;
}

/**
 * atl_version_find:
 * @folder: the folder of the earlier versions of a session
 * @name: the name of something in it
 *
 * Returns: (transfer full) (nullable): the version, %NULL if it is something else
 */
AtlVersion *
atl_version_find (const char *folder, const char *name)
{
  AtlVersion *self;
  GStatBuf    info;

  g_return_val_if_fail (folder != NULL && name != NULL, NULL);

  self = read_name (name);
  if (self == NULL)
    return NULL;
  self->path = g_build_filename (folder, name, NULL);
  if (g_lstat (self->path, &info) != 0 || !S_ISREG (info.st_mode))
    {
      atl_version_free (self);
      return NULL;
    }

  self->size = info.st_size;
  read_page (self);
  return self;
}

/* A name of a file is bytes and JSON is text, so it is written as a URI. */
static GBytes *
page_of (const AtlVersionOrigin *origin)
{
  AtlLineWriter   *writer = atl_line_writer_new (256);
  g_autofree char *uri = origin->file != NULL ? g_filename_to_uri (origin->file, NULL, NULL) : NULL;
  g_autofree char *label = origin->label != NULL ? g_utf8_make_valid (origin->label, -1) : NULL;

  atl_line_writer_begin_object (writer);
  if (uri != NULL)
    atl_line_writer_string (writer, "file", uri);
  if (label != NULL)
    atl_line_writer_string (writer, "label", label);
  atl_line_writer_end_object (writer);

  return atl_line_writer_end (writer);
}

/**
 * atl_version_write:
 * @folder: the folder of the earlier versions of a session
 * @bytes: the session as a file
 * @digest: of @bytes
 * @origin: why it is kept, and where it comes from
 * @time: microseconds since 1970
 * @error: (out) (optional): why not
 *
 * Writes a version durably, its page before it. Sets the errors of atl_durable_write().
 */
gboolean
atl_version_write (const char             *folder,
                   GBytes                 *bytes,
                   const char             *digest,
                   const AtlVersionOrigin *origin,
                   gint64                  time,
                   GError                **error)
{
  g_autofree char   *name = NULL;
  g_autofree char   *path = NULL;
  g_autofree char   *page_path = NULL;
  g_autoptr (GBytes) page = NULL;

  g_return_val_if_fail (folder != NULL && bytes != NULL && digest != NULL && origin != NULL, FALSE);

  name = g_strdup_printf ("%" G_GINT64_FORMAT "-%s-%s" SUFFIX, time / G_TIME_SPAN_MILLISECOND,
                          reason_names[origin->reason], digest);
  path = g_build_filename (folder, name, NULL);
  page_path = dup_page_path (path);
  page = origin->file != NULL || origin->label != NULL ? page_of (origin) : NULL;
  if (page != NULL && !atl_durable_write (page_path, page, error))
    return FALSE;
  if (atl_durable_write (path, bytes, error))
    return TRUE;
  g_unlink (page_path);
  return FALSE;
}

/**
 * atl_version_remove:
 * @self: a version
 *
 * Removes its files.
 *
 * Returns: whether the words are gone
 */
gboolean
atl_version_remove (const AtlVersion *self)
{
  g_autofree char *page_path = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  page_path = dup_page_path (self->path);
  if (g_unlink (self->path) != 0 && errno != ENOENT)
    return FALSE;
  g_unlink (page_path);
  return TRUE;
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
