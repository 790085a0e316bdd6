/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int   atl_moment_count_days (GDateTime *moment,
                             GDateTime *now);
char *atl_moment_dup_text (gint64 time,
                           gint64 now);

G_END_DECLS
