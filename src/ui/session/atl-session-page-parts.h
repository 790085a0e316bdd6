/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/atl-session-page.h"

G_BEGIN_DECLS

/* What the files of AtlSessionPage do for each other. */

/* atl-session-board-actions.c */
void atl_session_page_add_board_actions (AtlSessionPage *self,
                                         GActionMap     *map);
void atl_session_page_update_board_actions (AtlSessionPage *self);

/* atl-session-file-actions.c */
void atl_session_page_add_file_actions (AtlSessionPage *self,
                                        GActionMap     *map);

/* atl-session-merge-actions.c */
void atl_session_page_add_merge_actions (AtlSessionPage *self,
                                         GActionMap     *map);

/* atl-session-map-actions.c */
void     atl_session_page_add_map_actions (AtlSessionPage *self,
                                           GActionMap     *map);
void     atl_session_page_update_map (AtlSessionPage *self);
void     atl_session_page_update_map_panel (AtlSessionPage *self);
gboolean atl_session_page_shows_nodes (AtlSessionPage *self);
void     atl_session_page_focus_board (AtlSessionPage *self);

/* atl-session-mapping-actions.c */
void atl_session_page_add_mapping_actions (AtlSessionPage *self,
                                           GActionMap     *map);
void atl_session_page_enable_mapping (AtlSessionPage *self,
                                      gboolean        enabled);

GtkWidget *atl_session_page_get_map_bar (AtlSessionPage *self);

/* atl-session-panels.c */
void       atl_session_page_add_panel_actions (AtlSessionPage *self,
                                               GActionMap     *map);
void       atl_session_page_ensure_panel (AtlSessionPage *self);
void       atl_session_page_forget_panels (AtlSessionPage *self);
void       atl_session_page_update_panels (AtlSessionPage *self);
GtkWidget *atl_session_page_find_panel (AtlSessionPage *self, const char *name);
gboolean   atl_session_page_shows_panel (AtlSessionPage *self,
                                         const char     *name);

/* atl-session-exchange-actions.c */
void atl_session_page_add_exchange_actions (AtlSessionPage *self, GActionMap *map);

/* atl-session-people-actions.c */
void atl_session_page_add_people_actions (AtlSessionPage *self, GActionMap *map);
void atl_session_page_update_people_actions (AtlSessionPage *self);

/* atl-session-actions.c */
void atl_session_page_update_actions (AtlSessionPage *self);

/* atl-session-panes.c */
gboolean atl_session_page_focus_next (GtkWidget       *widget,
                                      GtkDirectionType direction);
void     atl_session_page_switch_pane (AtlSessionPage *self, int by);

/* atl-session-voice.c */
void atl_session_page_tell_applied (AtlSessionPage *self);
void atl_session_page_tell_board (AtlSessionPage *self);
void atl_session_page_tell_captured (AtlSessionPage *self);

G_END_DECLS
