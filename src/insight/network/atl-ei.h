/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "insight/network/atl-network.h"

G_BEGIN_DECLS

/* The external–internal index, SILO-METHOD §4. What is undefined is NaN. */
typedef struct
{
  guint   external;          /* E */
  guint   internal;          /* I */
  guint64 possible_external; /* E* */
  guint64 possible_internal; /* I* */
  double  index;             /* EI */
  double  share;             /* X */
  double  expected_index;    /* EI* */
  double  expected_share;    /* X* */
  double  min;               /* attainable EI */
  double  max;
  double  rescaled; /* EI_r */
  double  p;        /* share of shuffles with an index at least as low; from twelve nodes on */
} AtlEi;

AtlEi  atl_ei_compute (AtlNetwork   *network,
                       GCancellable *cancellable);
double atl_ei_compute_index (guint64 external,
                             guint64 internal);

G_END_DECLS
