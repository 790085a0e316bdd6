/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* After so many attempts that were not followed by a clean minute nothing is opened by itself. */
#define ATL_RECOVERY_MAX_ATTEMPTS 2

gboolean atl_recovery_guard_begin (const char *root, GError **error);
gboolean atl_recovery_guard_end (const char *root, GError **error);

G_END_DECLS
