/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean atl_direction_is_turned (const char *text);
char    *atl_direction_dup_shown (const char *text);
char    *atl_direction_dup_isolated (const char *name);

G_END_DECLS
