/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/tools/atl-selection.h"
#include "model/atl-area.h"
#include "model/atl-history.h"
#include "model/atl-link.h"
#include "model/atl-session.h"
#include "scene/atl-scene.h"

G_BEGIN_DECLS

#define ATL_TYPE_BOARD_VIEW (atl_board_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlBoardView, atl_board_view, ATL, BOARD_VIEW, GObject)

/* Signals: "area-changed": another area is the current one; "link-changed": another link is selected, or
 * none. What is selected are notes or one link. "refused" (AtlArea *area): an edit that the area does not
 * allow, since it is locked; NULL: nothing can be edited. */

/* What the next link is, unless something else is said: as the last one was. */
typedef struct
{
  AtlLinkKind kind;
  int         strength; /* 0: nothing was drawn yet */
} AtlLinkPen;

AtlBoardView *atl_board_view_new (AtlSession *session,
                                  AtlHistory *history,
                                  AtlBoard   *board);
AtlSession   *atl_board_view_get_session (AtlBoardView *self);
AtlHistory   *atl_board_view_get_history (AtlBoardView *self);
AtlBoard     *atl_board_view_get_board (AtlBoardView *self);
AtlScene     *atl_board_view_get_scene (AtlBoardView *self);
AtlSelection *atl_board_view_get_selection (AtlBoardView *self);
AtlArea      *atl_board_view_get_area (AtlBoardView *self);
void          atl_board_view_set_area (AtlBoardView *self,
                                       AtlArea      *area);
AtlBox       *atl_board_view_find_box (AtlBoardView *self,
                                       gpointer      item);
AtlBox       *atl_board_view_hit (AtlBoardView *self,
                                  AtlPoint      point);
GPtrArray    *atl_board_view_find_notes (AtlBoardView *self,
                                         AtlRect       rect);
AtlBox       *atl_board_view_find_mark (AtlBoardView *self,
                                        AtlPoint      point);
int           atl_board_view_compare_depth (AtlBoardView *self,
                                            AtlBox       *a,
                                            AtlBox       *b);
AtlLink      *atl_board_view_get_link (AtlBoardView *self);
void          atl_board_view_set_link (AtlBoardView *self,
                                       AtlLink      *link);
AtlBox       *atl_board_view_find_link_box (AtlBoardView *self,
                                            AtlLink      *link);
AtlLink      *atl_board_view_find_next_statement (AtlBoardView *self,
                                                  AtlLink      *link);
AtlBox       *atl_board_view_hit_link (AtlBoardView *self,
                                       AtlPoint      point,
                                       double        reach);
AtlLinkPen   *atl_board_view_get_pen (AtlBoardView *self);
AtlLinkPen    atl_board_view_get_pen_for (AtlBoardView *self,
                                          AtlNote      *from);
GPtrArray    *atl_board_view_dup_selected (AtlBoardView *self,
                                           gboolean      whole_stacks);
void          atl_board_view_set_read_only (AtlBoardView *self,
                                            gboolean      read_only);
gboolean      atl_board_view_get_read_only (AtlBoardView *self);
gboolean      atl_board_view_refuse (AtlBoardView *self,
                                     AtlArea      *area);
gboolean      atl_board_view_refuse_notes (AtlBoardView *self,
                                           GPtrArray    *notes);
gboolean      atl_board_view_refuse_note (AtlBoardView *self,
                                          AtlNote      *note);
gboolean      atl_board_view_refuse_link (AtlBoardView *self,
                                          AtlLink      *link);

G_END_DECLS
