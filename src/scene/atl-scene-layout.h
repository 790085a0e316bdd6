/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-flow.h"
#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

/* The place of notes within areas. */
#define ATL_FRAME_PADDING 14.0
#define ATL_FRAME_HEADER 30.0

double   atl_layout_get_header_bottom (AtlScene     *scene,
                                       AtlAreaState *area);
AtlRect  atl_layout_get_stored (AtlAreaState *area);
double   atl_layout_flow (AtlScene     *scene,
                          AtlAreaState *area,
                          double        available);
double   atl_layout_flow_run (AtlScene     *scene,
                              AtlAreaState *area,
                              AtlFlow       flow,
                              const double *heights,
                              guint         start,
                              guint         end,
                              gboolean      for_good);
void     atl_layout_rows_sync (AtlScene *scene);
void     atl_layout_rows (AtlScene *scene);
void     atl_layout_rows_paint (AtlScene       *scene,
                                AtlAreaState   *area,
                                AtlDisplayList *list);
void     atl_layout_free (AtlScene     *scene,
                          AtlAreaState *area);
void     atl_layout_graph (AtlScene     *scene,
                           AtlAreaState *area);
double   atl_layout_get_free_scale (AtlScene     *scene,
                                    AtlAreaState *area);
AtlRect  atl_layout_get_free_room (AtlScene *scene, AtlAreaState *area);
gboolean atl_layout_has_place (AtlBoxState *note);
AtlRect  atl_layout_keep_inside (AtlAreaState *area,
                                 AtlRect       rect);
AtlPoint atl_layout_from_place (AtlScene *scene, AtlAreaState *area, AtlPoint place);
AtlPoint atl_layout_to_place (AtlScene *scene, AtlAreaState *area, AtlPoint local);
void     atl_layout_set_note (AtlScene    *scene,
                              AtlBoxState *note,
                              AtlRect      local,
                              double       scale);
void     atl_layout_set_frame (AtlScene    *scene,
                               AtlBoxState *frame,
                               AtlRect      local,
                               double       scale);

G_END_DECLS
