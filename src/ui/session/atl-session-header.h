/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"
#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_SESSION_HEADER (atl_session_header_get_type ())
G_DECLARE_FINAL_TYPE (AtlSessionHeader, atl_session_header, ATL, SESSION_HEADER, GtkWidget)

void atl_session_header_set_document (AtlSessionHeader *self,
                                      AtlDocument      *document);
void atl_session_header_set_board (AtlSessionHeader *self,
                                   AtlBoard         *board);
void atl_session_header_set_narrow (AtlSessionHeader *self,
                                    gboolean          narrow);

G_END_DECLS
