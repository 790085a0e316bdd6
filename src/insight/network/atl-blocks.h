/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-network.h"

G_BEGIN_DECLS

/* What goes from one silo to another: only blocks that hold something are stored, however many silos there
 * are. */
typedef struct
{
  guint   from; /* silos; for pairs and needs from < to, or equal inside a silo */
  guint   to;
  guint   n_arcs;   /* L_st */
  guint   strength; /* Σ w_ij */
  guint   n_pairs;  /* linked pairs */
  guint   n_needs;  /* pairs with a need */
  guint64 needs;    /* Σ ν_ij */
} AtlBlock;

typedef struct
{
  guint     n_blocks;
  AtlBlock *blocks; /* by from, to */
} AtlBlocks;

/* A cell of the matrix: rows give, columns receive. */
typedef struct
{
  guint   n_links;   /* L_st */
  guint64 possible;  /* ordered pairs */
  double  density;   /* d_st */
  double  intensity; /* h_st */
  double  ratio;     /* R_st */
} AtlCell;

AtlBlocks *atl_blocks_new (AtlNetwork *network);
void       atl_blocks_free (AtlBlocks *self);
AtlBlock   atl_blocks_get (AtlBlocks *self,
                           guint      from,
                           guint      to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlBlocks, atl_blocks_free)

G_END_DECLS
