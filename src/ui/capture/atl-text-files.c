/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-text-files.h"

#include "config.h"
#include "exchange/atl-network-decode.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static gboolean
has_suffix (const char        *path,
            const char *const *suffixes)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_table (const char *path)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".tab", NULL };

  return has_suffix (path, suffixes);
}

static GBytes *
fail (const char *path,
      const char *reason,
      GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  /* Translators: a file and what is wrong with it */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s”: %s"), name, reason);
  return NULL;
}

/* No more than we take, whatever the file says about its size. */
static GBytes *
read_file (const char *path,
           GError    **error)
{
  g_autoptr (GFile)        file = g_file_new_for_path (path);
  g_autoptr (GError)       reason = NULL;
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, &reason));
  g_autofree char         *data = g_malloc (ATL_TEXT_MOST_BYTES + 1);
  gsize                    length = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (stream, data, ATL_TEXT_MOST_BYTES + 1, &length, NULL, &reason))
    return fail (path, reason->message, error);
  if (length > ATL_TEXT_MOST_BYTES)
    return fail (path, _ ("more than one megabyte; only smaller texts become notes"), error);
  return g_bytes_new (data, length);
}

static gboolean
is_marked (GBytes *bytes)
{
  gsize         length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff));
}

static gboolean
add_file (AtlFileText *all,
          GString     *text,
          const char  *path,
          GError     **error)
{
  g_autoptr (GBytes) bytes = read_file (path, error);
  g_autoptr (GError) reason = NULL;
  g_autofree char   *one = bytes != NULL ? atl_network_decode (bytes, &reason) : NULL;

  if (bytes == NULL)
    return FALSE;
  if (one == NULL)
    {
      fail (path, reason->message, error);
      return FALSE;
    }
  if (!is_marked (bytes) &&
      !g_utf8_validate (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    all->guessed = TRUE;
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  g_string_append (text, one);
  return TRUE;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  char                  **paths = data;
  g_autoptr (AtlFileText) all = g_new0 (AtlFileText, 1);
  g_autoptr (GString)     text = g_string_new (NULL);
  GError                 *error = NULL;

  all->flags = ATL_PASTED_TABLE;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (!add_file (all, text, paths[i], &error))
        {
          g_task_return_error (task, error);
          return;
        }
      if (!is_table (paths[i]))
        all->flags = ATL_PASTED_PLAIN;
    }
  all->text = g_strdup (text->str);
  g_task_return_pointer (task, g_steal_pointer (&all), (GDestroyNotify) atl_file_text_free);
}

/**
 * atl_text_files_read_async:
 * @paths: (array zero-terminated=1): files
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Reads texts, of at most ATL_TEXT_MOST_BYTES each, in UTF-8, UTF-16 or what else is usual.
 */
void
atl_text_files_read_async (const char *const  *paths,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_return_if_fail (paths != NULL && paths[0] != NULL);

  g_task_set_source_tag (task, atl_text_files_read_async);
  g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, run);
}

/**
 * atl_text_files_read_finish:
 * @result: what the callback got
 * @error: (out) (optional): which file cannot be read and why, for the user
 *
 * Returns: (transfer full) (nullable): what stands in all of them
 */
AtlFileText *
atl_text_files_read_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atl_text_files_takes:
 * @path: (type filename): a file
 *
 * Returns: whether it is called like one that may become notes
 */
gboolean
atl_text_files_takes (const char *path)
{
  static const char *const suffixes[] = { ".txt", ".text", ".md", ".markdown", ".org", ".log", NULL };

  return is_table (path) || has_suffix (path, suffixes);
}

/**
 * atl_file_text_free:
 * @self: what was read
 */
void
atl_file_text_free (AtlFileText *self)
{
  g_free (self->text);
  g_free (self);
}
