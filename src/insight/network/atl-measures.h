/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-blocks.h"
#include "insight/network/atl-brokers.h"
#include "insight/network/atl-ei.h"
#include "insight/network/atl-bridges.h"

G_BEGIN_DECLS

/* The figures of SILO-METHOD, by its sections. What is undefined is NaN: shown as “–”, never as 0. */
typedef struct
{
  double  overall;  /* D */
  double  within;   /* D_in */
  double  between;  /* D_out */
  double  contrast; /* K, infinite if there is nothing between silos */
  guint   n_within; /* links counted, and ordered pairs possible */
  guint   n_between;
  guint64 possible_within;
  guint64 possible_between;
} AtlDensity;

typedef struct
{
  double overall;  /* ρ */
  double cross;    /* ρ_x */
  double weighted; /* ρ_w */
  guint  n_mutual; /* links that go both ways: all, and across silos */
  guint  n_mutual_cross;
  guint  n_cross; /* links across silos */
} AtlReciprocity;

typedef struct
{
  guint    external;  /* E_s */
  guint    internal;  /* I_s */
  double   ei;        /* EI_s */
  guint    n_holders; /* members with a linked pair outside */
  guint    holder;    /* the one of a fragile silo */
  gboolean isolated;
  gboolean fragile;
} AtlSiloMeasures;

typedef struct
{
  gatomicrefcount  ref_count;
  AtlNetwork      *network;
  AtlDensity       density;
  AtlReciprocity   reciprocity;
  AtlEi            ei;
  double           modularity;          /* Q */
  double           modularity_weighted; /* Q_dw */
  AtlSiloMeasures *silos;
  guint           *outside; /* for each node, its linked pairs with other silos */
  AtlBlocks       *blocks;
  AtlBrokers      *brokers;
  AtlBridge       *bridges;
  guint            n_bridges;
} AtlMeasures;

AtlMeasures *atl_measures_new (AtlNetwork *network, GCancellable *cancellable);
AtlMeasures *atl_measures_ref (AtlMeasures *self);
void         atl_measures_unref (AtlMeasures *self);
gboolean     atl_measure_is_defined (double value);
AtlCell      atl_measures_get_cell (AtlMeasures *self, guint from, guint to);
gboolean     atl_measures_is_small (AtlMeasures *self);
gboolean     atl_measures_is_of_teams (AtlMeasures *self);
gboolean     atl_measures_is_alone (AtlMeasures *self, guint node);
guint        atl_measures_count_isolated (AtlMeasures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMeasures, atl_measures_unref)

G_END_DECLS
