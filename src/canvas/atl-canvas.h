/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/exchange/atl-intake.h"
#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-history.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-session.h"
#include "scene/atl-palette.h"
#include "scene/atl-scene.h"

G_BEGIN_DECLS

#define ATL_TYPE_CANVAS (atl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (AtlCanvas, atl_canvas, ATL, CANVAS, GtkWidget)

/* Properties: board, zoom (read-only, follow them), selected (read-only, how many notes), current-area,
 * editing (read-only). Signals: "toast" (const char *text, gboolean undoable); "area-activated" (AtlArea
 * *area), the user went to an area. Actions: canvas.new-note edit edit-lead delete duplicate select-all
 * copy cut paste zoom-in zoom-out zoom-fit zoom-100 color::<nick> stack unstack open-stack close-stack
 * move-left move-right move-up move-down menu undo redo show-versions group::<id>; on maps: link next-link
 * previous-link edit-link reverse-link link-kind::<nick> link-strength(i) details silo::<id> pinned(b);
 * "edit-ended" (gboolean by_key); "versions-activated" (AtlNote *note), the user wants to see them;
 * "text-offered" (const char *text) and "files-offered" (GSList of GFile), for the current area: TRUE says
 * that somebody takes them. More: atl-canvas-asking.h */

/* Why notes are lit and all else fades: the first one that has a set decides. */
typedef enum
{
  ATL_LIT_FIND,
  ATL_LIT_FIGURES,
  ATL_LIT_LINKS,
  ATL_N_LIT_REASONS,
} AtlLitReason;

GtkWidget *atl_canvas_new (void);
void       atl_canvas_set_board (AtlCanvas  *self,
                                 AtlSession *session,
                                 AtlHistory *history,
                                 AtlBoard   *board);
AtlBoard  *atl_canvas_get_board (AtlCanvas *self);
AtlScene  *atl_canvas_get_scene (AtlCanvas *self);
void       atl_canvas_set_theme (AtlCanvas *self, AtlTheme theme);
double     atl_canvas_get_zoom (AtlCanvas *self);
void       atl_canvas_set_zoom (AtlCanvas *self, double zoom);
void       atl_canvas_fit (AtlCanvas *self);
void       atl_canvas_set_held (AtlCanvas *self, gboolean held);
GPtrArray *atl_canvas_get_selection (AtlCanvas *self);
void       atl_canvas_select (AtlCanvas *self, GPtrArray *notes);
AtlLink   *atl_canvas_get_selected_link (AtlCanvas *self);
void       atl_canvas_select_link (AtlCanvas *self, AtlLink *link);
gboolean   atl_canvas_reveal (AtlCanvas *self,
                              AtlItem   *item);
void       atl_canvas_set_lit (AtlCanvas   *self,
                               AtlLitReason reason,
                               GHashTable  *items);
void       atl_canvas_select_cursor (AtlCanvas *self);
GPtrArray *atl_canvas_dup_targets (AtlCanvas *self, gboolean whole_stacks);
void       atl_canvas_present_popover (AtlCanvas *self, GtkWidget *popover);
void       atl_canvas_set_highlight (AtlCanvas *self, const char *words);
AtlArea   *atl_canvas_get_current_area (AtlCanvas *self);
void       atl_canvas_set_current_area (AtlCanvas *self, AtlArea *area);
gboolean   atl_canvas_add_entries (AtlCanvas          *self,
                                   GPtrArray          *entries,
                                   const AtlNoteStamp *stamp);
void       atl_canvas_edit (AtlCanvas *self, AtlNote *note);
void       atl_canvas_set_hidden_shown (AtlCanvas *self, gboolean shown);
gboolean   atl_canvas_get_editing (AtlCanvas *self);
void       atl_canvas_end_editing (AtlCanvas *self);
char      *atl_canvas_dup_selected_text (AtlCanvas *self);

G_END_DECLS
