/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int atl_card_line_read (const char  *line,
                        const char **text,
                        gboolean    *replaces);

G_END_DECLS
