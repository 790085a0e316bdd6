/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "ui/export/atl-export-window.h"

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

static const GActionEntry entries[] = {
  { "map-export", (gpointer) export_map },
};

/* For the files of the page: what goes in and out of maps. */
void
atl_session_page_add_exchange_actions (AtlSessionPage *self,
                                       GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}
