/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *atl_uuid_v5 (const char *name_space,
                      const char *name);
gboolean atl_id_is_valid (const char *id);

G_END_DECLS
