/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   atl_copies_is_name_of (const char *name, const char *original);
GPtrArray *atl_copies_find (const char *path, const char *session_id);

G_END_DECLS
