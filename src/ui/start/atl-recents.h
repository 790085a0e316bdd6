/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/atl-session.h"
#include "ui/start/atl-recent.h"

G_BEGIN_DECLS

#define ATL_TYPE_RECENTS (atl_recents_get_type ())
G_DECLARE_FINAL_TYPE (AtlRecents, atl_recents, ATL, RECENTS, GObject)

/* A list model of AtlRecent, the newest first. */

AtlRecents *atl_recents_new (const char *path);
AtlRecents *atl_recents_get_default (void);
void        atl_recents_put (AtlRecents *self,
                             AtlRecent  *recent);
void        atl_recents_remove (AtlRecents *self,
                                const char *path);
void        atl_recents_set_place (AtlRecents *self,
                                   const char *path,
                                   const char *board);
const char *atl_recents_get_place (AtlRecents *self,
                                   const char *path);
void        atl_recents_add_session (const char *path,
                                     AtlSession *session);

G_END_DECLS
