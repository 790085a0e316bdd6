/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

#define ATL_NOTE_TEXT_SIZE 16 /* pixels of the text in the editor before the canvas scales it */

#define ATL_TYPE_NOTE_EDITOR (atl_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (AtlNoteEditor, atl_note_editor, ATL, NOTE_EDITOR, GtkWidget)

/* Signals: "ended" (gboolean by_key), the note is written and the editor is idle; "overflowed", more was
 * entered than a note holds. */

GtkWidget *atl_note_editor_new (void);
void       atl_note_editor_start (AtlNoteEditor *self,
                                  AtlBoardView  *view,
                                  AtlNote       *note,
                                  gboolean       is_new);
void       atl_note_editor_stop (AtlNoteEditor *self);
AtlNote   *atl_note_editor_get_note (AtlNoteEditor *self);
char      *atl_note_editor_dup_selected (AtlNoteEditor *self);
int        atl_note_editor_measure_height (AtlNoteEditor *self,
                                           int            width);
void       atl_note_editor_set_scrolls (AtlNoteEditor *self,
                                        gboolean       scrolls);

G_END_DECLS
