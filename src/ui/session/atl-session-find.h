/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-note.h"
#include "ui/session/atl-session-page.h"

G_BEGIN_DECLS

/* The file of AtlSessionPage that finds notes, for the other files. */

void atl_session_page_bind_find (GtkWidgetClass *widget_class);
void atl_session_page_add_find_actions (AtlSessionPage *self,
                                        GActionMap     *map);
void atl_session_page_set_found_session (AtlSessionPage *self,
                                         AtlSession     *session);
void atl_session_page_set_found_people (AtlSessionPage *self,
                                        gboolean        people);
void atl_session_page_set_find_narrow (AtlSessionPage *self,
                                       gboolean        narrow);
void atl_session_page_follow_find (AtlSessionPage *self);
void atl_session_page_update_note (AtlSessionPage *self);

G_END_DECLS
