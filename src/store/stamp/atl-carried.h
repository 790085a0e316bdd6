/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/atl-item.h"
#include "store/stamp/atl-merge-groups.h"
#include "store/stamp/atl-stamp.h"

G_BEGIN_DECLS

/* What goes with an item besides its stored properties, neither announced nor undone: its stamps, and what
 * a file held about it and this version cannot use, kept to be written back. */
typedef struct _AtlCarried AtlCarried;

AtlCarried *atl_carried_get (AtlItem *item);
AtlCarried *atl_carried_ensure (AtlItem *item);

void        atl_carried_add_unknown (AtlCarried *self, const char *name, JsonNode *value);
JsonObject *atl_carried_get_unknown (AtlCarried *self);
void        atl_carried_set_unknown (AtlCarried *self, JsonObject *unknown);
void        atl_carried_set_unusable (AtlCarried *self, guint field, JsonNode *value);
JsonNode   *atl_carried_get_unusable (AtlCarried *self, guint field);
GHashTable *atl_carried_get_unusables (AtlCarried *self);
void        atl_carried_set_unusables (AtlCarried *self, GHashTable *unusables);

AtlStamp    atl_carried_get_stamp (AtlCarried *self);
gboolean    atl_carried_is_plain (AtlCarried *self);
void        atl_carried_set_stamp (AtlCarried *self, AtlStamp stamp);
void        atl_carried_set_group_stamps (AtlCarried *self, guint group, const AtlStampSet *stamps);
void        atl_carried_copy_stamps (AtlItem *from, AtlItem *to);
AtlStampSet atl_carried_peek_stamps (AtlItem *item, guint group);

const char *atl_carried_get_container (AtlCarried *self);
void        atl_carried_set_container (AtlCarried *self, const char *id);
gboolean    atl_carried_get_waiting (AtlCarried *self);
void        atl_carried_set_waiting (AtlCarried *self, gboolean waiting);

/* The session's own. */
gpointer atl_carried_get_book (AtlCarried *self);
void     atl_carried_set_book (AtlCarried *self, gpointer book, GDestroyNotify unref);

G_END_DECLS
