/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-people-parser.h"

G_BEGIN_DECLS

/* A line of a pasted list for the table that previews it. */
#define ATL_TYPE_PASTE_ITEM (atl_paste_item_get_type ())
G_DECLARE_FINAL_TYPE (AtlPasteItem, atl_paste_item, ATL, PASTE_ITEM, GObject)

AtlPasteItem *atl_paste_item_new (const AtlPersonLine *line,
                                  AtlPersonLineState   state,
                                  AtlSilo             *silo,
                                  gboolean             new_silo);
const char   *atl_paste_item_get_name (AtlPasteItem *self);
const char   *atl_paste_item_get_silo_name (AtlPasteItem *self);
const char   *atl_paste_item_get_role (AtlPasteItem *self);
AtlSilo      *atl_paste_item_get_silo (AtlPasteItem *self);
gboolean      atl_paste_item_is_new (AtlPasteItem *self);
char         *atl_paste_item_dup_remark (AtlPasteItem *self);

G_END_DECLS
