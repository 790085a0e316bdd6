/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean atl_rank_is_valid (const char *rank);
char    *atl_rank_between (const char *before,
                           const char *after);
char   **atl_rank_spread (const char *before,
                          const char *after,
                          guint       count);

G_END_DECLS
