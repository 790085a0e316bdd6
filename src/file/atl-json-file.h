/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

GBytes   *atl_file_read (const char *path, GError **error);
JsonNode *atl_json_load (const char *path, GBytes **bytes, GError **error);
JsonNode *atl_json_parse (GBytes *bytes, GError **error);
JsonNode *atl_json_parse_once (GBytes *bytes, GError **error);

G_END_DECLS
