/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"
#include "canvas/atl-camera.h"

G_BEGIN_DECLS

/* The light widgets of a board: a list for each area, an item for each note, kept in reading order. */
typedef struct _AtlNoteTree AtlNoteTree;

AtlNoteTree *atl_note_tree_new (GtkWidget    *canvas,
                                AtlBoardView *view);
void         atl_note_tree_free (AtlNoteTree *self);
GtkWidget   *atl_note_tree_find (AtlNoteTree *self,
                                 AtlNote     *note);
void         atl_note_tree_settle (AtlNoteTree *self,
                                   AtlCamera   *camera);
gboolean     atl_note_tree_focus (AtlNoteTree *self,
                                  AtlNote     *note);
void         atl_note_tree_focus_area (AtlNoteTree *self,
                                       AtlBox      *area);
void         atl_note_tree_select (AtlNoteTree *self);

G_END_DECLS
