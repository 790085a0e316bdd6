/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-intake-private.h"

#include "config.h"
#include "ui/capture/atl-text-files.h"
#include "ui/common/atl-toast.h"
#include "ui/import/atl-import-job.h"

#include <glib/gi18n-lib.h>

/* Files that are dropped or pasted: sessions open, networks are imported, texts become notes. */

typedef struct
{
  AtlSessionPage *page;
  AtlDocument    *document;
  char           *name;
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->page);
  g_object_unref (self->document);
  g_free (self->name);
  g_free (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading                *reading = user_data;
  AtlSessionPage         *page = reading->page;
  g_autoptr (GError)      error = NULL;
  g_autoptr (AtlFileText) text = atl_text_files_read_finish (result, &error);

  if (page->document == reading->document && text == NULL)
    atl_toast_show (page->canvas, error->message);
  else if (page->document == reading->document && page->board != NULL)
    {
      atl_session_page_take_text (page, text->text, text->flags, ATL_INTAKE_BOARD, reading->name);
      if (text->guessed)
        atl_toast_show (page->canvas, _ ("This text is not in Unicode: it was read as Western European, look "
                                         "at its accents"));
    }
  reading_free (reading);
}

static void
read_texts (AtlSessionPage    *self,
            const char *const *paths)
{
  Reading *reading = g_new0 (Reading, 1);
  guint    n = g_strv_length ((char **) paths);

  if (self->board == NULL)
    {
      atl_toast_show (self->canvas, _ ("Add a board first: notes need a place"));
      g_free (reading);
      return;
    }
  reading->page = g_object_ref (self);
  reading->document = g_object_ref (self->document);
  reading->name = n == 1 ? g_filename_display_basename (paths[0])
                         : g_strdup_printf (ngettext ("%u file", "%u files", n), n);
  atl_text_files_read_async (paths, read_cb, reading);
}

static void
open_sessions (AtlSessionPage    *self,
               const char *const *paths)
{
  GtkRoot              *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication       *application = gtk_window_get_application (GTK_WINDOW (root));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  if (application != NULL)
    g_application_open (G_APPLICATION (application), (GFile **) files->pdata, (int) files->len, "");
}

static gboolean
is_session (const char *path)
{
  return g_str_has_suffix (path, ".atelier");
}

/* On a map a table is one of people or links. */
static gboolean
is_network (AtlSessionPage *self,
            const char     *path)
{
  AtlArea *area = self->board != NULL ? atl_canvas_get_current_area (ATL_CANVAS (self->canvas)) : NULL;

  if (!atl_import_is_network (path))
    return FALSE;
  return !atl_text_files_takes (path) || area == NULL || atl_area_get_layout (area) == ATL_LAYOUT_GRAPH;
}

static void
refuse (AtlSessionPage *self,
        const char     *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (
    _ ("“%s” cannot become notes: drop text, files such as .txt, .md and .csv, or a session"), name);

  atl_toast_show (self->canvas, text);
}

static char **
dup_paths (AtlSessionPage *self,
           GSList         *files,
           int             kind)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (GSList *l = files; l != NULL; l = l->next)
    {
      const char *path = g_file_peek_path (l->data);
      int         is = path == NULL                  ? -1
                       : is_session (path)           ? 0
                       : is_network (self, path)     ? 1
                       : atl_text_files_takes (path) ? 2
                                                     : 3;

      if (is == kind)
        g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

/* For the files of the page: files that were dropped or pasted. Returns whether there was anything to do. */
gboolean
atl_session_page_take_files (AtlSessionPage *self,
                             GSList         *files)
{
  g_auto (GStrv) sessions = dup_paths (self, files, 0);
  g_auto (GStrv) networks = dup_paths (self, files, 1);
  g_auto (GStrv) texts = dup_paths (self, files, 2);
  g_auto (GStrv) others = dup_paths (self, files, 3);

  if (self->document == NULL)
    return FALSE;
  if (sessions[0] != NULL)
    open_sessions (self, (const char *const *) sessions);
  if (atl_document_get_read_only (self->document))
    return sessions[0] != NULL;
  if (networks[0] != NULL)
    atl_session_page_import (self, (const char *const *) networks);
  else if (texts[0] != NULL)
    read_texts (self, (const char *const *) texts);
  else if (others[0] != NULL)
    refuse (self, others[0]);
  return TRUE;
}
