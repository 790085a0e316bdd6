/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-draft.h"

#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"
#include "file/atl-json-reader.h"
#include "file/atl-line-writer.h"

#include <errno.h>
#include <glib/gstdio.h>

#define DRAFT_NAME "draft.json"

/**
 * atl_draft_new:
 * @text: (nullable): what stands in the capture bar
 * @area: (nullable): the id of the chosen area
 * @author: (nullable): the id of the chosen person
 *
 * Returns: (transfer full): a draft with copies of all three
 */
AtlDraft *
atl_draft_new (const char *text, const char *area, const char *author)
{
  AtlDraft *self = g_new0 (AtlDraft, 1);

  self->text = g_strdup (text != NULL ? text : "");
  self->area = g_strdup (area != NULL ? area : "");
  self->author = g_strdup (author != NULL ? author : "");

  return self;
}

/**
 * atl_draft_copy:
 * @self: (nullable): a draft
 *
 * Returns: (transfer full) (nullable): the same draft again
 */
AtlDraft *
atl_draft_copy (const AtlDraft *self)
{
  return self != NULL ? atl_draft_new (self->text, self->area, self->author) : NULL;
}

/**
 * atl_draft_free:
 * @self: (transfer full) (nullable): a draft
 *
 * Frees a draft.
 */
void
atl_draft_free (AtlDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->area);
  g_free (self->author);
  g_free (self);
}

/**
 * atl_draft_equal:
 * @a: (nullable): a draft
 * @b: (nullable): another draft
 *
 * Tells whether both say the same. No draft equals no draft only.
 */
gboolean
atl_draft_equal (const AtlDraft *a, const AtlDraft *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_str_equal (a->text, b->text) && g_str_equal (a->area, b->area) &&
         g_str_equal (a->author, b->author);
}

static gboolean
remove_draft (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  atl_file_error_set_writing (error, path, errno);
  return FALSE;
}

/**
 * atl_draft_save:
 * @self: (nullable): a draft
 * @folder: the folder of an opening
 * @error: (out) (optional): why not
 *
 * Writes a draft durably. One without text, or none, takes away what was there.
 *
 * Sets the errors of atl_durable_write().
 */
gboolean
atl_draft_save (const AtlDraft *self, const char *folder, GError **error)
{
  g_autofree char   *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  AtlLineWriter     *writer;

  g_return_val_if_fail (folder != NULL, FALSE);

  path = g_build_filename (folder, DRAFT_NAME, NULL);
  if (self == NULL || *self->text == '\0')
    return remove_draft (path, error);

  writer = atl_line_writer_new (256);
  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "text", self->text);
  atl_line_writer_string (writer, "area", self->area);
  atl_line_writer_string (writer, "author", self->author);
  atl_line_writer_end_object (writer);
  bytes = atl_line_writer_end (writer);

  return atl_durable_write (path, bytes, error);
}

/**
 * atl_draft_load:
 * @folder: the folder of an opening
 *
 * Reads what atl_draft_save() wrote. A damaged file reads as none.
 *
 * Returns: (transfer full) (nullable): a draft with a text
 */
AtlDraft *
atl_draft_load (const char *folder)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlDraft)    self = g_new0 (AtlDraft, 1);
  g_autoptr (JsonNode)    root = NULL;
  g_autofree char        *path = NULL;
  AtlJsonReader           reader;

  g_return_val_if_fail (folder != NULL, NULL);

  path = g_build_filename (folder, DRAFT_NAME, NULL);
  root = atl_json_load (path, NULL, NULL);
  if (root == NULL)
    return NULL;

  atl_json_reader_init (&reader, json_node_get_object (root), problems);
  self->text = atl_json_reader_dup_string (&reader, "text", "", NULL);
  self->area = atl_json_reader_dup_id (&reader, "area", "", NULL);
  self->author = atl_json_reader_dup_id (&reader, "author", "", NULL);

  return *self->text != '\0' ? g_steal_pointer (&self) : NULL;
}
