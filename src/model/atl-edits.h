/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-note.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* What a gesture does to the notes of a board, cascades included. The caller opens and names the group of the
 * history; every function announces plain changes. Arrays of notes hold notes of one board. */

/* Reading */
AtlArea    *atl_note_find_area (AtlNote *note);
AtlBoard   *atl_note_find_board (AtlNote *note);
AtlNote    *atl_note_find_lead (AtlNote *note);
GPtrArray  *atl_note_dup_stack (AtlNote *lead);
GHashTable *atl_board_dup_stacks (AtlBoard *board);
guint       atl_notes_count (GPtrArray *notes);
GPtrArray  *atl_area_dup_notes (AtlArea *area);
AtlBoard   *atl_area_find_board (AtlArea *area);
AtlColor    atl_tint_to_note_color (AtlTint tint);

/* Editing */
AtlNote   *atl_board_new_note (AtlBoard *board);
AtlNote   *atl_area_add_note (AtlArea    *area,
                              const char *text);
GPtrArray *atl_area_add_notes (AtlArea           *area,
                               const char *const *texts);
void       atl_notes_delete (GPtrArray *notes);
void       atl_notes_move (GPtrArray *notes,
                           AtlArea   *area,
                           AtlNote   *before);
void       atl_notes_raise (GPtrArray *notes);
void       atl_notes_stack (GPtrArray *notes,
                            AtlNote   *onto);
void       atl_notes_unstack (GPtrArray *notes);
void       atl_notes_promote_heirs (GPtrArray *notes);
GPtrArray *atl_notes_duplicate (GPtrArray *notes);
void       atl_notes_move_to_board (GPtrArray *notes,
                                    AtlBoard  *board,
                                    AtlArea   *area);
void       atl_notes_set_color (GPtrArray *notes,
                                AtlColor   color);
void       atl_area_delete (AtlArea *area);
void       atl_area_resize (AtlArea *area,
                            int      x,
                            int      y,
                            int      width,
                            int      height);
void       atl_board_delete (AtlBoard *board);

G_END_DECLS
