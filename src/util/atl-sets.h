/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean atl_set_equal (GHashTable *a,
                        GHashTable *b);

G_END_DECLS
