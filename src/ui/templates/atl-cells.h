/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"

G_BEGIN_DECLS

#define ATL_CELLS_WHOLE 100 /* a board is 100 × 100 cells: percent */
#define ATL_CELLS_LEAST 4   /* as small as an area gets by hand */

/* A rectangle in cells. */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} AtlCells;

typedef enum
{
  ATL_EDGE_NONE = 0,
  ATL_EDGE_LEFT = 1 << 0,
  ATL_EDGE_RIGHT = 1 << 1,
  ATL_EDGE_TOP = 1 << 2,
  ATL_EDGE_BOTTOM = 1 << 3,
} AtlEdge;

AtlCells atl_cells (int x,
                    int y,
                    int width,
                    int height);
AtlCells atl_cells_of_area (AtlArea *area);
gboolean atl_cells_apply (AtlArea *area,
                          AtlCells cells);
gboolean atl_cells_equal (AtlCells a,
                          AtlCells b);
gboolean atl_cells_overlap (AtlCells  a,
                            AtlCells  b,
                            AtlCells *common);
gboolean atl_cells_is_inside (AtlCells cells);
AtlCells atl_cells_move (AtlCells cells,
                         int      x,
                         int      y);
AtlCells atl_cells_resize (AtlCells cells,
                           guint    edges,
                           int      x,
                           int      y);
AtlCells atl_cells_snap (AtlCells  cells,
                         guint     edges,
                         AtlBoard *board,
                         AtlArea  *but,
                         int       reach);
AtlCells atl_cells_split (AtlCells *cells,
                          gboolean  columns);
gboolean atl_cells_find_free (AtlBoard *board,
                              AtlCells *cells);

G_END_DECLS
