/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "canvas/tools/atl-navigation.h"

G_BEGIN_DECLS

/* What a person does to notes without the pointer. Each is one step of the history. */

AtlNote *atl_commands_begin_note (AtlBoardView   *view,
                                  AtlArea        *area,
                                  const AtlPoint *center);
void     atl_commands_add_texts (AtlBoardView      *view,
                                 const char *const *texts);
guint    atl_commands_delete (AtlBoardView *view);
guint    atl_commands_duplicate (AtlBoardView *view);
gboolean atl_commands_set_color (AtlBoardView *view,
                                 AtlColor      color);
guint    atl_commands_stack (AtlBoardView *view);
void     atl_commands_unstack (AtlBoardView *view);
gboolean atl_commands_can_unstack (AtlBoardView *view);
gboolean atl_commands_move (AtlBoardView *view,
                            AtlDirection  direction);
AtlNote *atl_commands_find_next (AtlBoardView *view,
                                 AtlDirection  direction);

GPtrArray *atl_commands_dup_targets (AtlBoardView *view);

G_END_DECLS
