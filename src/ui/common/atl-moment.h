/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int   atl_moment_count_days (GDateTime *moment,
                             GDateTime *now);
char *atl_moment_dup_text (gint64 time,
                           gint64 now);

gboolean atl_moment_read_day (const char *text,
                              GDate      *date);
char    *atl_moment_dup_day (const GDate *date);

G_END_DECLS
