/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "canvas/tools/atl-tool-event.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_LINKING_IDLE,
  ATL_LINKING_PRESSED, /* the handle is held */
  ATL_LINKING_PULL,    /* a line follows the pointer */
} AtlLinkingState;

#define ATL_TYPE_LINK_TOOL (atl_link_tool_get_type ())
G_DECLARE_FINAL_TYPE (AtlLinkTool, atl_link_tool, ATL, LINK_TOOL, GObject)

/* Signals: "changed", what has to be drawn on top is another; "linked" (AtlLink *link); "tapped" (AtlNote
 * *node), its handle was clicked. */

AtlLinkTool    *atl_link_tool_new (AtlBoardView *view);
void            atl_link_tool_set_pixel (AtlLinkTool *self,
                                         double       pixel);
void            atl_link_tool_set_mirrored (AtlLinkTool *self,
                                            gboolean     mirrored);
void            atl_link_tool_hover (AtlLinkTool    *self,
                                     const AtlPoint *point);
gboolean        atl_link_tool_takes (AtlLinkTool *self,
                                     AtlPoint     point);
void            atl_link_tool_feed (AtlLinkTool        *self,
                                    const AtlToolEvent *event);
AtlLinkingState atl_link_tool_get_state (AtlLinkTool *self);
GPtrArray      *atl_link_tool_dup_handles (AtlLinkTool *self);
AtlRect         atl_link_tool_get_handle (AtlLinkTool *self,
                                          AtlBox      *node);
AtlBox         *atl_link_tool_get_target (AtlLinkTool *self);
gboolean        atl_link_tool_get_line (AtlLinkTool *self,
                                        AtlPoint    *from,
                                        AtlPoint    *to);

G_END_DECLS
