/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/exchange/atl-canvas-exchange.h"

#include "util/atl-pasted.h"

#include <glib/gi18n-lib.h>

/* The area that something from outside is held over. */
#define AREA "drop-area"

static void
set_area (AtlCanvas *self,
          AtlArea   *area)
{
  if (atl_canvas_get_drop_area (self) == area)
    return;
  g_object_set_data_full (G_OBJECT (self), AREA, area != NULL ? g_object_ref (area) : NULL, g_object_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Beside all areas, what is dropped goes where notes go anyway. */
static AtlArea *
find_area (AtlCanvas *self,
           double     x,
           double     y)
{
  AtlBox *box = atl_board_view_hit (self->view, atl_camera_to_board (self->camera, (AtlPoint){ x, y }));

  if (box != NULL && box->kind != ATL_BOX_AREA)
    box = box->area;
  return box != NULL && box->item != NULL ? ATL_AREA (box->item) : atl_board_view_get_area (self->view);
}

/* Notes that left the window and come back are where they were. */
static gboolean
accept_cb (GtkDropTarget *target,
           GdkDrop       *drop,
           AtlCanvas     *self)
{
  return self->view != NULL && !atl_board_view_get_read_only (self->view) && !atl_canvas_drags_out (self) &&
         gdk_content_formats_match (gtk_drop_target_get_formats (target), gdk_drop_get_formats (drop));
}

static GdkDragAction
moved_cb (GtkDropTarget *target,
          double         x,
          double         y,
          AtlCanvas     *self)
{
  if (self->view == NULL)
    return 0;
  set_area (self, find_area (self, x, y));
  return GDK_ACTION_COPY;
}

static void
left_cb (GtkDropTarget *target,
         AtlCanvas     *self)
{
  set_area (self, NULL);
}

/* A link is dragged as a file that is not there. */
static char *
dup_uris (GSList *files)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (; files != NULL; files = files->next)
    {
      g_autofree char *uri = g_file_get_uri (files->data);

      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", uri);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            AtlCanvas     *self)
{
  g_autofree char *uris = NULL;

  set_area (self, NULL);
  if (self->view == NULL)
    return FALSE;
  atl_board_view_set_area (self->view, find_area (self, x, y));
  if (G_VALUE_HOLDS_STRING (value))
    {
      atl_canvas_take_text (self, g_value_get_string (value));
      return TRUE;
    }
  if (!atl_canvas_take_files (self, g_value_get_boxed (value)))
    {
      uris = dup_uris (g_value_get_boxed (value));
      atl_canvas_take_text (self, uris);
    }
  return TRUE;
}

/**
 * atl_canvas_add_drop_target:
 * @self: a canvas
 *
 * Takes text and files that are dropped, into the area under the pointer.
 */
void
atl_canvas_add_drop_target (AtlCanvas *self)
{
  GType          types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * atl_canvas_get_drop_area:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the area that something is held over which could be dropped
 */
AtlArea *
atl_canvas_get_drop_area (AtlCanvas *self)
{
  return g_object_get_data (G_OBJECT (self), AREA);
}

/**
 * atl_canvas_take_text:
 * @self: a canvas with a board
 * @text: from the clipboard or another program
 *
 * Lets somebody ask the user what becomes of it, else adds to the current area what it most likely is.
 */
void
atl_canvas_take_text (AtlCanvas  *self,
                      const char *text)
{
  g_autoptr (AtlPasted) pasted = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gboolean              taken = FALSE;

  g_signal_emit_by_name (self, "text-offered", text, &taken);
  if (taken)
    return;
  pasted = atl_pasted_new (text, ATL_PASTED_PLAIN);
  entries = atl_pasted_dup_entries (pasted, atl_pasted_suggest (pasted));
  atl_canvas_add_entries (self, entries, NULL);
}

/**
 * atl_canvas_take_files:
 * @self: a canvas with a board
 * @files: (element-type GFile): files, or what has an address like one
 *
 * Offers them to whoever can read files.
 *
 * Returns: whether there is a file among them
 */
gboolean
atl_canvas_take_files (AtlCanvas *self,
                       GSList    *files)
{
  gboolean taken = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    if (g_file_peek_path (l->data) != NULL)
      {
        g_signal_emit_by_name (self, "files-offered", files, &taken);
        return TRUE;
      }
  return FALSE;
}
