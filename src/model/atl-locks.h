/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* Notes of a locked area stay as they are: whoever edits, moves, deletes or adds notes asks here first. Undo,
 * merging and importing do not. */

gboolean atl_note_is_locked (AtlNote *note);
AtlArea *atl_notes_find_lock (GPtrArray *notes);
guint    atl_notes_drop_locked (GPtrArray *notes);

G_END_DECLS
