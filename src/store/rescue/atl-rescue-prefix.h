/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

GType    atl_rescue_find_list_type (GType parent, const char *name);
GString *atl_rescue_prefix (const char *data, gsize length, GType type, guint *n_items);

G_END_DECLS
