/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "model/atl-term.h"

G_BEGIN_DECLS

/* How the words of the glossary are explained on screen. */

char *atl_term_dup_sides (AtlTerm *term);
char *atl_term_dup_meaning (AtlTerm *term);
char *atl_term_dup_definition (AtlTerm *term);
char *atl_note_dup_definitions (AtlBoardView *view,
                                AtlNote      *note);

G_END_DECLS
