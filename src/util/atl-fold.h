/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *atl_fold (const char *text);
gboolean atl_fold_matches (const char *folded,
                           const char *words);

G_END_DECLS
