/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

/* Where dragged notes would go if they were let go now. Valid until the board changes. */
typedef struct
{
  AtlBox  *area;   /* NULL: nowhere, the notes go back */
  AtlNote *before; /* in areas that place notes themselves: NULL is the end */
  AtlBox  *onto;   /* the note they would be stacked under, or NULL */
  AtlNote *row;    /* they would be in, where areas share rows; NULL is none */
  AtlRect  marker; /* the line where they would go in, board units; empty if there is none */
  double   dx;     /* how far they were dragged, board units */
  double   dy;
} AtlDrop;

/* What is being dragged. */
typedef struct
{
  GPtrArray *notes;   /* of AtlNote, in the order of the board */
  AtlBox    *grabbed; /* the note under the pointer */
  gboolean   whole;   /* a frame was grabbed: its stack stays together */
} AtlLoad;

GPtrArray *atl_load_dup_boxes (const AtlLoad *load,
                               AtlBoardView  *view);
AtlDrop    atl_drop_find (AtlBoardView  *view,
                          const AtlLoad *load,
                          AtlPoint       start,
                          AtlPoint       pointer);
GPtrArray *atl_drop_apply (const AtlDrop *drop,
                           AtlBoardView  *view,
                           const AtlLoad *load,
                           gboolean       copy);

G_END_DECLS
