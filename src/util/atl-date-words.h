/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean atl_date_words_read (const char  *text,
                              const GDate *today,
                              gboolean     month_first,
                              GDate       *date);
gboolean atl_date_words_month_first (void);

G_END_DECLS
