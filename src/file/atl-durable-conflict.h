/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atl_durable_conflict_make_name (const char *base, const char *digest, guint attempt);
char *atl_durable_conflict_keep (int folder, const char *held, const char *base, const char *digest);

G_END_DECLS
