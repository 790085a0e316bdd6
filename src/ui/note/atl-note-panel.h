/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-note.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_TYPE_NOTE_PANEL (atl_note_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlNotePanel, atl_note_panel, ATL, NOTE_PANEL, GtkWidget)

/* Property "note" (read-only): the note it is about, NULL for none or several. */

GtkWidget *atl_note_panel_new (AtlSession *session,
                               AtlHistory *history,
                               gboolean    read_only);
void       atl_note_panel_set_notes (AtlNotePanel *self,
                                     GPtrArray    *notes);
AtlNote   *atl_note_panel_get_note (AtlNotePanel *self);
GtkWidget *atl_note_panel_get_links_box (AtlNotePanel *self);

G_END_DECLS
