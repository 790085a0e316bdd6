/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "canvas/atl-camera.h"
#include "canvas/atl-canvas-highlight.h"
#include "canvas/tools/atl-canvas-input.h"
#include "canvas/atl-canvas.h"
#include "canvas/paint/atl-cell-cache.h"
#include "canvas/links/atl-link-tool.h"
#include "canvas/notes/atl-note-editor.h"
#include "canvas/notes/atl-note-tree.h"
#include "canvas/tools/atl-select-tool.h"
#include "scene/atl-scene-keys.h"

G_BEGIN_DECLS

/* The files of AtlCanvas among themselves. */

typedef struct _AtlCanvasLinks AtlCanvasLinks; /* atl-canvas-links.h */
typedef struct _AtlCanvasAreas AtlCanvasAreas; /* atl-canvas-areas.h */

struct _AtlCanvas
{
  GtkWidget parent_instance;

  AtlCamera      *camera;
  AtlTheme        theme;
  AtlBoardView   *view; /* this and the next five are NULL without a board */
  AtlSelectTool  *tool;
  AtlCanvasLinks *links;
  AtlCanvasAreas *areas;
  AtlCellCache   *cache;
  AtlNoteTree    *tree;
  GtkWidget      *editor;
  GtkWidget      *menu; /* open popover, or NULL */
  AtlCanvasInput *input;
  AtlCanvasLight  light;  /* what is lit, and words that are searched */
  guint           settle; /* source that places the light widgets at rest */
  AtlSceneSay     say;    /* words of boards, NULL: none */
};

/* atl-canvas-actions.c */
void atl_canvas_install_actions (GtkWidgetClass *klass);
void atl_canvas_install_keys (GtkWidgetClass *klass);
void atl_canvas_update_actions (AtlCanvas *self);
void atl_canvas_enable_edit (AtlCanvas *self, const char *action, gboolean enabled);
void atl_canvas_begin_note (AtlCanvas *self, AtlArea *area, const AtlPoint *center);
void atl_canvas_open_note (AtlCanvas *self, AtlNote *note);

/* atl-canvas-view.c */
void atl_canvas_fit_board (AtlCanvas *self);
void atl_canvas_follow_bounds (AtlCanvas *self);
void atl_canvas_draw_scroll_marks (AtlCanvas *self, GtkSnapshot *snapshot);

/* atl-canvas-arrange.c */
void atl_canvas_install_arranging (GtkWidgetClass *klass);

/* atl-canvas-menu.c */
void atl_canvas_open_popover (AtlCanvas *self,
                              GtkWidget *popover,
                              AtlRect    anchor,
                              gboolean   arrow);
void atl_canvas_popup_menu (AtlCanvas *self, AtlArea *area, AtlRect anchor);

/* atl-canvas-paper.c */
void atl_canvas_start_editor (AtlCanvas *self, AtlNote *note, gboolean is_new);
void atl_canvas_allocate_editor (AtlCanvas *self);
void atl_canvas_draw_paper (AtlCanvas *self, GtkSnapshot *snapshot);
void atl_canvas_draw_counter (AtlCanvas *self, GtkSnapshot *snapshot);

/* atl-canvas-overlay.c */
void atl_canvas_draw_overlay (AtlCanvas *self, GtkSnapshot *snapshot);

/* atl-canvas.c */
void atl_canvas_focus_note (AtlCanvas *self, AtlNote *note);
void atl_canvas_toast (AtlCanvas *self, const char *text, gboolean undoable);

G_END_DECLS
