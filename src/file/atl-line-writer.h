/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _AtlLineWriter AtlLineWriter;

AtlLineWriter *atl_line_writer_new (gsize size);
void           atl_line_writer_free (AtlLineWriter *self);
GBytes        *atl_line_writer_end (AtlLineWriter *self);

void atl_line_writer_begin_object (AtlLineWriter *self);
void atl_line_writer_end_object (AtlLineWriter *self);
void atl_line_writer_begin_list (AtlLineWriter *self, const char *name);
void atl_line_writer_end_list (AtlLineWriter *self);

void atl_line_writer_string (AtlLineWriter *self, const char *name, const char *value);
void atl_line_writer_int (AtlLineWriter *self, const char *name, gint64 value);
void atl_line_writer_boolean (AtlLineWriter *self, const char *name, gboolean value);
void atl_line_writer_double (AtlLineWriter *self, const char *name, double value);
void atl_line_writer_strv (AtlLineWriter *self, const char *name, const char *const *value);
void atl_line_writer_variant (AtlLineWriter *self, const char *name, GVariant *value);
void atl_line_writer_node (AtlLineWriter *self, const char *name, JsonNode *value);
void atl_line_writer_list_node (AtlLineWriter *self, JsonNode *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlLineWriter, atl_line_writer_free)

G_END_DECLS
