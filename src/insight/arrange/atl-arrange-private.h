/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/arrange/atl-arrange.h"

G_BEGIN_DECLS

/* A rectangle that is moved as one: a node, or all of a silo. */
typedef struct
{
  double   x; /* the middle */
  double   y;
  double   width;
  double   height;
  gboolean fixed;
} AtlSlot;

/* A wish of a slot to be near a place, weaker or stronger. */
typedef struct
{
  double x;
  double y;
  double force; /* 0 for none, 1 for as strong as a link */
} AtlPull;

typedef struct
{
  AtlSlot              *slots;
  guint                 n;
  const AtlArrangeArc  *arcs; /* between slots */
  guint                 n_arcs;
  const AtlPull        *pulls; /* n, or NULL */
  const AtlArrangeRoom *walls; /* or NULL */
  double                gap;
  double                sideways; /* how much rather slots go to the sides than up or down; 0: not */
  guint                 rounds;
  guint32               seed;
  GCancellable         *cancellable;
} AtlSwarm;

/* atl-arrange-swarm.c */
void     atl_swarm_relax (const AtlSwarm *self);
gboolean atl_swarm_separate (const AtlSwarm *self);

/* atl-arrange-order.c */
void atl_arrange_order_ring (const double *weights,
                             guint         n,
                             guint        *order);
void atl_arrange_order_line (const double *weights,
                             guint         n,
                             guint        *order);

/* atl-arrange-silos.c */
void atl_arrange_silos (AtlArrangeMap *map,
                        gboolean       circle,
                        GCancellable  *cancellable);

/* atl-arrange-spread.c */
void     atl_arrange_spread (const AtlArrangeRoom *room, AtlSlot *slots, guint n);
gboolean atl_arrange_is_apart (const AtlArrangeMap *map);

/* atl-arrange-layers.c */
void atl_arrange_layers (AtlArrangeMap *map,
                         GCancellable  *cancellable);

/* atl-arrange-tree.c */
void atl_arrange_tree (AtlArrangeMap *map);

/* atl-arrange-circle.c */
void atl_arrange_circle (AtlArrangeMap *map,
                         GCancellable  *cancellable);

/* atl-arrange.c */
guint *atl_arrange_dup_depths (const AtlArrangeMap *map,
                               gboolean            *kept);
void   atl_arrange_fit (AtlArrangeMap *map,
                        GCancellable  *cancellable);

G_END_DECLS
