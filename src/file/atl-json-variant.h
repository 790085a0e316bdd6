/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* GVariant guarantees 128 levels, and an object takes three of them. */
#define ATL_JSON_VARIANT_MAX_DEPTH 32

GVariant *atl_json_to_variant (JsonNode *node);
JsonNode *atl_variant_to_json (GVariant *variant);

G_END_DECLS
