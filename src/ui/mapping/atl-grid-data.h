/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-kinds.h"
#include "model/atl-note.h"
#include "model/atl-silo.h"

G_BEGIN_DECLS

/* What a cell of the grid says. Rows give, columns receive; of needs, rows ask. */
typedef struct
{
  int         own;        /* the strength of the kind that is filled in, 0 for none */
  int         other;      /* the largest strength of the other kinds on this side of the grid */
  AtlLinkKind other_kind; /* which */
  guint       possible;   /* on a map of people: ordered pairs, while own counts the links */
} AtlGridValue;

#define ATL_GRID_MOST_ROWS 40

typedef struct _AtlGridData AtlGridData;

AtlGridData *atl_grid_data_new (AtlBoard *board);
void         atl_grid_data_free (AtlGridData *self);
gboolean     atl_grid_data_is_editable (AtlGridData *self);
guint        atl_grid_data_get_n (AtlGridData *self);
guint        atl_grid_data_get_n_left_out (AtlGridData *self);
gboolean     atl_grid_data_is_same (AtlGridData *self,
                                    AtlGridData *other);
const char  *atl_grid_data_get_label (AtlGridData *self,
                                      guint        index);
AtlSilo     *atl_grid_data_get_silo (AtlGridData *self,
                                     guint        index);
GArray      *atl_grid_data_dup_kinds (AtlGridData *self,
                                      gboolean     needs);
void         atl_grid_data_count (AtlGridData *self,
                                  AtlLinkKind  kind);
AtlGridValue atl_grid_data_get (AtlGridData *self,
                                guint        row,
                                guint        column);
gboolean     atl_grid_data_is_uneven (AtlGridData *self,
                                      guint        row,
                                      guint        column);
void         atl_grid_data_set (AtlGridData *self,
                                guint        row,
                                guint        column,
                                AtlLinkKind  kind,
                                int          strength);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlGridData, atl_grid_data_free)

G_END_DECLS
