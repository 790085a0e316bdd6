/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

#define ATL_NOTE_TEXT_SIZE 16.0
#define ATL_NOTE_TEXT_MIN 9.0
#define ATL_NODE_TEXT_SIZE 15.0

AtlRect atl_note_painter_get_text_rect (AtlBoxState *note,
                                        double       width,
                                        double       height);
double  atl_note_painter_get_height (AtlScene    *scene,
                                     AtlBoxState *note);
double  atl_note_painter_get_closed_height (AtlScene *scene, AtlBoxState *lead);
void    atl_note_painter_paint (AtlScene       *scene,
                                AtlBoxState    *note,
                                AtlDetail       detail,
                                AtlDisplayList *list);
void    atl_note_painter_paint_badge (AtlScene       *scene,
                                      AtlDisplayList *list,
                                      double          width,
                                      double          scale,
                                      int             votes);

G_END_DECLS
