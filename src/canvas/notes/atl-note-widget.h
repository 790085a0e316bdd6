/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

#define ATL_TYPE_NOTE_WIDGET (atl_note_widget_get_type ())
G_DECLARE_FINAL_TYPE (AtlNoteWidget, atl_note_widget, ATL, NOTE_WIDGET, GtkWidget)

GtkWidget *atl_note_widget_new (AtlBoardView *view,
                                AtlBox       *box);
AtlBox    *atl_note_widget_get_box (AtlNoteWidget *self);
gboolean   atl_note_widget_describe (AtlNoteWidget *self,
                                     guint          position,
                                     guint          size);
void       atl_note_widget_invalidate (AtlNoteWidget *self);
gboolean   atl_note_widget_get_described (AtlNoteWidget *self);

G_END_DECLS
