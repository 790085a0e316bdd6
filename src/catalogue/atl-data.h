/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The product's own data files, compiled in, and small getters for their shape. Only this layer
 * includes it. */
typedef enum
{
  ATL_DATA_TEMPLATES,
  ATL_DATA_WORDS,
  ATL_DATA_SILO_TEXTS,
} AtlDataFile;
#define ATL_DATA_N_FILES 3

JsonObject *atl_data_get_file (AtlDataFile file);
const char *atl_data_get_language (const char *language);
const char *atl_data_get_string (JsonObject *object,
                                 const char *member);
const char *atl_data_get_text (JsonObject *object,
                               const char *member,
                               const char *language);
int         atl_data_get_int (JsonObject *object,
                              const char *member,
                              int         fallback);
JsonObject *atl_data_get_object (JsonObject *object,
                                 const char *member);
JsonArray  *atl_data_get_array (JsonObject *object,
                                const char *member);
JsonObject *atl_data_get_element (JsonArray *array,
                                  guint      position);
guint       atl_data_get_length (JsonArray *array);
JsonObject *atl_data_find (JsonArray  *array,
                           const char *id);
int         atl_data_get_enum (JsonObject *object,
                               const char *member,
                               GType       type,
                               int         fallback);
GVariant   *atl_data_resolve (JsonNode   *node,
                              const char *language);

G_END_DECLS
