/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void atl_json_append_string (GString *out, const char *value);
void atl_json_append_int (GString *out, gint64 value);
void atl_json_append_double (GString *out, double value);
void atl_json_append_node (GString *out, JsonNode *node);

G_END_DECLS
