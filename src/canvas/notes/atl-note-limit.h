/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATL_NOTE_TEXT_LIMIT 20000 /* characters that can be entered */

char *atl_note_limit_dup_text (guint n);

G_END_DECLS
