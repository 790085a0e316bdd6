/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/start/atl-draft-entry.h"

G_BEGIN_DECLS

/* A GListModel of AtlDraftEntry. Property "held": nothing was opened by itself. */

#define ATL_TYPE_DRAFT_LIST (atl_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlDraftList, atl_draft_list, ATL, DRAFT_LIST, GObject)

AtlDraftList *atl_draft_list_new (const char *root);
AtlDraftList *atl_draft_list_get_default (void);
void          atl_draft_list_refresh (AtlDraftList *self);
gboolean      atl_draft_list_get_busy (AtlDraftList *self);
gboolean      atl_draft_list_get_held (AtlDraftList *self);
void          atl_draft_list_begin (AtlDraftList *self,
                                    gboolean      held);
void          atl_draft_list_discard (AtlDraftList  *self,
                                      AtlDraftEntry *entry);
void          atl_draft_list_undiscard (AtlDraftList  *self,
                                        AtlDraftEntry *entry);

G_END_DECLS
