/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-measures.h"

G_BEGIN_DECLS

/* A pair of silos and what speaks for building links between them first. */
typedef struct
{
  guint   a; /* silos, a < b */
  guint   b;
  double  priority;   /* P_st */
  guint64 needs;      /* N_st: sum of the levels */
  guint   n_requests; /* pairs of nodes with a need */
  guint   n_pairs;    /* linked pairs */
  guint64 possible;   /* pairs of nodes */
} AtlPriority;

/* Two nodes who could be brought together. */
typedef struct
{
  guint a; /* of the first silo */
  guint b; /* of the second */
  guint need;
} AtlProposal;

double       atl_priorities_get (AtlMeasures *measures,
                                 guint        a,
                                 guint        b);
double       atl_priorities_get_most (AtlMeasures *measures);
AtlPriority *atl_priorities_rank (AtlMeasures *measures,
                                  guint        most,
                                  guint       *n);
AtlProposal *atl_priorities_propose (AtlMeasures *measures,
                                     guint        a,
                                     guint        b,
                                     guint        most,
                                     guint32      seed,
                                     guint       *n);

G_END_DECLS
