/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/tools/atl-drop.h"
#include "canvas/tools/atl-tool-event.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_SELECT_IDLE,
  ATL_SELECT_PRESSED_NOTE,
  ATL_SELECT_PRESSED_EMPTY,
  ATL_SELECT_BAND,
  ATL_SELECT_DRAG,
} AtlSelectState;

#define ATL_TYPE_SELECT_TOOL (atl_select_tool_get_type ())
G_DECLARE_FINAL_TYPE (AtlSelectTool, atl_select_tool, ATL, SELECT_TOOL, GObject)

/* Signals: "changed", what has to be drawn on top is another; "lifted", a drag begins or ends;
 * "activated" (AtlBox *box, AtlPoint *point), a note, a frame, a link or empty space was double-clicked. */

AtlSelectTool *atl_select_tool_new (AtlBoardView *view);
void           atl_select_tool_feed (AtlSelectTool      *self,
                                     const AtlToolEvent *event);
AtlSelectState atl_select_tool_get_state (AtlSelectTool *self);
const AtlLoad *atl_select_tool_get_load (AtlSelectTool *self);
const AtlDrop *atl_select_tool_get_drop (AtlSelectTool *self);
AtlRect        atl_select_tool_get_band (AtlSelectTool *self);
gboolean       atl_select_tool_get_copy (AtlSelectTool *self);

G_END_DECLS
