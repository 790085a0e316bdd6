/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean atl_text_is_clean (const char *text);
char    *atl_text_dup_clean (const char *text);
char    *atl_text_dup_shown (const char *text);
gboolean atl_text_is_date (const char *text);

G_END_DECLS
