/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint atl_durable_prune_at (int folder, gint64 now);
void  atl_durable_prune (int folder);

G_END_DECLS
