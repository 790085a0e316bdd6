/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Signal "stirred": something may have happened to the file. */

#define ATL_TYPE_WATCH (atl_watch_get_type ())
G_DECLARE_FINAL_TYPE (AtlWatch, atl_watch, ATL, WATCH, GObject)

AtlWatch   *atl_watch_new (const char *path);
const char *atl_watch_get_path (AtlWatch *self);

G_END_DECLS
