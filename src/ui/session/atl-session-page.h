/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"
#include "store/atl-document.h"
#include "store/recovery/atl-draft.h"
#include "ui/session/atl-notices.h"

G_BEGIN_DECLS

#define ATL_TYPE_SESSION_PAGE (atl_session_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlSessionPage, atl_session_page, ATL, SESSION_PAGE, GtkWidget)

GtkWidget   *atl_session_page_new (void);
void         atl_session_page_add_actions (AtlSessionPage *self,
                                           GActionMap     *map);
void         atl_session_page_set_document (AtlSessionPage *self,
                                            AtlDocument    *document);
AtlDocument *atl_session_page_get_document (AtlSessionPage *self);
void         atl_session_page_set_board (AtlSessionPage *self,
                                         AtlBoard       *board);
AtlBoard    *atl_session_page_get_board (AtlSessionPage *self);
AtlNotices  *atl_session_page_get_notices (AtlSessionPage *self);
GtkWidget   *atl_session_page_get_teller (AtlSessionPage *self);
void         atl_session_page_focus (AtlSessionPage *self);
void         atl_session_page_keep_draft (AtlSessionPage *self);
void         atl_session_page_put_draft (AtlSessionPage *self,
                                         const AtlDraft *draft);

G_END_DECLS
