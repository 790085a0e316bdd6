/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define ATL_TYPE_PROGRAM (atl_program_get_type ())
G_DECLARE_FINAL_TYPE (AtlProgram, atl_program, ATL, PROGRAM, GObject)

AtlProgram        *atl_program_new (JsonObject *data);
const char        *atl_program_get_id (AtlProgram *self);
const char        *atl_program_get_name (AtlProgram *self,
                                         const char *language);
const char        *atl_program_get_purpose (AtlProgram *self,
                                            const char *language);
int                atl_program_get_minutes (AtlProgram *self);
const char *const *atl_program_get_templates (AtlProgram *self);

G_END_DECLS
