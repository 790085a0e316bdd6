/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/atl-session-page-private.h"

G_BEGIN_DECLS

/* For the files of AtlSessionPage: going from note to note. */
void       atl_session_page_add_links_actions (AtlSessionPage *self,
                                               GActionMap     *map);
GtkWidget *atl_session_page_fill_note_panel (AtlSessionPage *self,
                                             GtkWidget      *panel);

G_END_DECLS
