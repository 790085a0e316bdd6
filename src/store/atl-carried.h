/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/atl-item.h"

G_BEGIN_DECLS

/* What a file held about an item and this version cannot use, kept to be written back. */
typedef struct _AtlCarried AtlCarried;

AtlCarried *atl_carried_get (AtlItem *item);
AtlCarried *atl_carried_ensure (AtlItem *item);

void        atl_carried_add_unknown (AtlCarried *self, const char *name, JsonNode *value);
JsonObject *atl_carried_get_unknown (AtlCarried *self);
void        atl_carried_set_unusable (AtlCarried *self, guint field, JsonNode *value);
JsonNode   *atl_carried_get_unusable (AtlCarried *self, guint field);

G_END_DECLS
