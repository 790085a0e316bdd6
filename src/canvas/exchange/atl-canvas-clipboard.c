/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/exchange/atl-canvas-exchange.h"

#include "canvas/atl-canvas-add-actions.h"
#include "canvas/exchange/atl-clipping.h"
#include "canvas/atl-commands.h"
#include "canvas/exchange/atl-intake.h"

#include <glib/gi18n-lib.h>

static GdkClipboard *
get_clipboard (AtlCanvas *self)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (self));
}

/**
 * atl_canvas_new_content:
 * @self: a canvas with a board
 *
 * Returns: (transfer full) (nullable): the selected notes, as a list for everybody and with all they have for
 *   ourselves; %NULL if none is selected
 */
GdkContentProvider *
atl_canvas_new_content (AtlCanvas *self)
{
  g_autoptr (GPtrArray) notes = atl_commands_dup_targets (self->view);
  g_autoptr (GPtrArray) entries = notes->len > 0 ? atl_intake_dup_entries (notes) : NULL;
  g_autoptr (GBytes)    clipping = NULL;
  g_autofree char      *text = NULL;
  GdkContentProvider   *providers[2];

  if (entries == NULL)
    return NULL;
  clipping = atl_clipping_new (notes);
  text = atl_entries_write (entries);
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes (ATL_CLIPPING_MIME_TYPE, clipping);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static gboolean
copy (AtlCanvas *self)
{
  g_autoptr (GdkContentProvider) content = atl_canvas_new_content (self);

  return content != NULL && gdk_clipboard_set_content (get_clipboard (self), content);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AtlCanvas) self = data;
  g_autofree char      *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->view != NULL)
    atl_canvas_take_text (self, text);
}

static void
paste_text (AtlCanvas *self)
{
  gdk_clipboard_read_text_async (get_clipboard (self), NULL, text_read_cb, g_object_ref (self));
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (AtlCanvas) self = data;
  const GValue         *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->view == NULL)
    return;
  if (value == NULL || !atl_canvas_take_files (self, g_value_get_boxed (value)))
    paste_text (self);
}

static void
clipping_taken_cb (GObject      *stream,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (AtlCanvas) self = data;
  g_autoptr (GBytes)    clipping = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) < 0 || self->view == NULL)
    return;
  clipping = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  atl_canvas_end_editing (self);
  if (atl_clipping_add (clipping, self->view) == 0)
    paste_text (self);
  else
    atl_canvas_reveal_selection (self);
}

static void
clipping_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (AtlCanvas)     self = data;
  g_autoptr (GInputStream)  input = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (input == NULL)
    paste_text (self);
  else
    g_output_stream_splice_async (
      memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, clipping_taken_cb, g_object_ref (self));
}

static void
paste (AtlCanvas *self)
{
  static const char *types[] = { ATL_CLIPPING_MIME_TYPE, NULL };
  GdkContentFormats *formats = gdk_clipboard_get_formats (get_clipboard (self));

  if (gdk_content_formats_contain_mime_type (formats, ATL_CLIPPING_MIME_TYPE))
    gdk_clipboard_read_async (get_clipboard (self), types, G_PRIORITY_DEFAULT, NULL, clipping_read_cb,
                              g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
           gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (get_clipboard (self), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, g_object_ref (self));
  else
    paste_text (self);
}

static void
copy_selected (AtlCanvas *self)
{
  copy (self);
}

static void
cut_selected (AtlCanvas *self)
{
  if (copy (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "canvas.delete", NULL);
}

static const AtlCanvasAction actions[] = {
  { "canvas.copy", copy_selected },
  { "canvas.cut", cut_selected },
  { "canvas.paste", paste },
};

/**
 * atl_canvas_install_clipboard:
 * @klass: the class of AtlCanvas
 *
 * Installs canvas.copy, canvas.cut and canvas.paste.
 */
void
atl_canvas_install_clipboard (GtkWidgetClass *klass)
{
  atl_canvas_add_actions (klass, actions, G_N_ELEMENTS (actions));
}
