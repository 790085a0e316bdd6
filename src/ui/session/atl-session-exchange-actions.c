/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-intake-private.h"

#include "model/atl-maps.h"
#include "ui/export/atl-export-window.h"
#include "ui/import/atl-import-window.h"

/* What comes into a map from other programs, and what goes out. */

static void
export_map (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  if (self->document != NULL && self->board != NULL)
    atl_export_window_show (self->canvas, atl_document_get_session (self->document),
                            atl_document_get_path (self->document), self->board,
                            atl_board_has_measures (self->board) ? ATL_EXPORT_MAP_GRAPHML
                                                                 : ATL_EXPORT_BOARD_PDF);
}

static void
imported_cb (AtlBoard *board,
             gpointer  user_data)
{
  AtlSessionPage *self = user_data;

  atl_session_page_set_board (self, board);
  atl_session_page_focus (self);
}

static gboolean
is_writable (AtlSessionPage *self)
{
  return self->document != NULL && !atl_document_get_read_only (self->document);
}

static void
import_network (GSimpleAction  *action,
                GVariant       *parameter,
                AtlSessionPage *self)
{
  if (is_writable (self))
    atl_import_window_ask (
      atl_import_window_new (self->canvas, self->document, self->board, imported_cb, self));
}

/* For the files of the page: people and links from files. */
void
atl_session_page_import (AtlSessionPage    *self,
                         const char *const *paths)
{
  atl_import_window_read (
    atl_import_window_new (self->canvas, self->document, self->board, imported_cb, self), paths);
}

static gboolean
files_dropped_cb (AtlSessionPage *self,
                  const GValue   *value)
{
  return atl_session_page_take_files (self, g_value_get_boxed (value));
}

static const GActionEntry entries[] = {
  { "import-network", (gpointer) import_network },
  { "map-export", (gpointer) export_map },
};

/* For the files of the page: what goes in and out of maps. */
void
atl_session_page_add_exchange_actions (AtlSessionPage *self,
                                       GActionMap     *map)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (target, "drop", G_CALLBACK (files_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->center, GTK_EVENT_CONTROLLER (target));
}
