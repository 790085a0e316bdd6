/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "exchange/atl-discretion.h"
#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* A board as a picture, for paper and for image files. */
typedef struct _AtlBoardFigure AtlBoardFigure;

AtlBoardFigure *atl_board_figure_new (AtlBoard   *board,
                                      const char *language,
                                      AtlMapNames names);
AtlBoardFigure *atl_board_figure_ref (AtlBoardFigure *self);
void            atl_board_figure_unref (AtlBoardFigure *self);
AtlBoard       *atl_board_figure_get_board (AtlBoardFigure *self);
AtlScene       *atl_board_figure_get_scene (AtlBoardFigure *self);
AtlRect         atl_board_figure_get_bounds (AtlBoardFigure *self);
AtlRect         atl_board_figure_fit (AtlBoardFigure *self,
                                      AtlRect         frame);
gboolean        atl_board_figure_is_readable (AtlBoardFigure *self,
                                              AtlBox         *note,
                                              double          scale);
void            atl_board_figure_draw (AtlBoardFigure *self,
                                       cairo_t        *cr,
                                       AtlRect         rect,
                                       gboolean        tagged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlBoardFigure, atl_board_figure_unref)

G_END_DECLS
