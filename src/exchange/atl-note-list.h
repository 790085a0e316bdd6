/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-report.h"
#include "insight/atl-tally.h"

G_BEGIN_DECLS

/* Notes written out below their board: lines of a list, measured before they are placed. */
typedef struct _AtlNoteList AtlNoteList;

AtlNoteList *atl_note_list_new (AtlReport *report,
                                AtlBoard  *board,
                                double     width);
void         atl_note_list_set_scene (AtlNoteList *self, AtlScene *scene);
void         atl_note_list_free (AtlNoteList *self);
void         atl_note_list_add_area (AtlNoteList *self,
                                     const char  *title,
                                     const char  *prompt);
void         atl_note_list_add_note (AtlNoteList *self,
                                     AtlNote     *lead);
double       atl_note_list_get_height (AtlNoteList *self);
void         atl_note_list_write (AtlNoteList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlNoteList, atl_note_list_free)

G_END_DECLS
