/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-template.h"
#include "file/atl-problems.h"

G_BEGIN_DECLS

#define ATL_TYPE_PERSONAL (atl_personal_get_type ())
G_DECLARE_FINAL_TYPE (AtlPersonal, atl_personal, ATL, PERSONAL, GObject)

/* Signal "changed": other templates, or other files that cannot be read. */

AtlPersonal *atl_personal_new (const char *folder);
const char  *atl_personal_get_folder (AtlPersonal *self);
void         atl_personal_watch (AtlPersonal *self);
GPtrArray   *atl_personal_get_templates (AtlPersonal *self);
guint        atl_personal_get_n_bad (AtlPersonal *self);
AtlProblems *atl_personal_get_bad (AtlPersonal *self,
                                   guint        position,
                                   const char **path);
AtlTemplate *atl_personal_save (AtlPersonal *self,
                                AtlTemplate *template,
                                const char *path,
                                GError    **error);
AtlTemplate *atl_personal_copy (AtlPersonal *self,
                                AtlTemplate *template,
                                const char *name,
                                GError    **error);
AtlTemplate *atl_personal_rename (AtlPersonal *self,
                                  AtlTemplate *template,
                                  const char *name,
                                  GError    **error);
AtlTemplate *atl_personal_import (AtlPersonal *self,
                                  const char  *path,
                                  AtlProblems *problems,
                                  GError     **error);
gboolean     atl_personal_delete (AtlPersonal *self,
                                  AtlTemplate *template,
                                  GError **error);

G_END_DECLS
