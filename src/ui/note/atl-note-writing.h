/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

#define ATL_TYPE_NOTE_WRITING (atl_note_writing_get_type ())
G_DECLARE_FINAL_TYPE (AtlNoteWriting, atl_note_writing, ATL, NOTE_WRITING, GtkWidget)

GtkWidget *atl_note_writing_new (AtlHistory *history,
                                 gboolean    description,
                                 const char *label);
void       atl_note_writing_set_note (AtlNoteWriting *self,
                                      AtlNote        *note);
void       atl_note_writing_set_editable (AtlNoteWriting *self,
                                          gboolean        editable);

G_END_DECLS
