/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ATL_TYPE_RECENT (atl_recent_get_type ())
G_DECLARE_FINAL_TYPE (AtlRecent, atl_recent, ATL, RECENT, GObject)

AtlRecent  *atl_recent_new (const char *path,
                            const char *title,
                            const char *template,
                            gint64 opened);
const char *atl_recent_get_path (AtlRecent *self);
const char *atl_recent_get_title (AtlRecent *self);
const char *atl_recent_get_template (AtlRecent *self);
gint64      atl_recent_get_opened (AtlRecent *self);
char       *atl_recent_dup_folder (AtlRecent *self);
char       *atl_recent_dup_when (AtlRecent *self,
                                 gint64     now);

G_END_DECLS
