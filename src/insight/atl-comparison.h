/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/atl-matching.h"
#include "insight/network/atl-measures.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_LINK_CHANGE_NEW,
  ATL_LINK_CHANGE_LOST,
  ATL_LINK_CHANGE_STRONGER,
  ATL_LINK_CHANGE_WEAKER,
  ATL_LINK_CHANGE_SAME,
} AtlLinkChangeKind;
#define ATL_N_LINK_CHANGES 5

/* A directed link across silos, by the nodes of the later map. */
typedef struct
{
  AtlLinkChangeKind kind;
  guint             from;
  guint             to;
  guint             before; /* w, 0 if it was not there or not across silos */
  guint             after;
} AtlLinkChange;

/* A need of the earlier map, by the nodes of the later one. */
typedef struct
{
  guint    a;
  guint    b;
  guint    level;
  gboolean met;
} AtlNeedChange;

/* What became of a map. Its figures are those of the nodes in both maps only. */
typedef struct
{
  AtlMeasures   *before;
  AtlMeasures   *after;
  guint          n_common; /* nodes in both maps */
  guint          n_gone;   /* left out: only in the earlier map */
  guint          n_come;   /* left out: only in the later map */
  guint          n_links;
  AtlLinkChange *links; /* by kind, from, to */
  guint          counts[ATL_N_LINK_CHANGES];
  double         stability; /* J, NaN without links */
  guint          n_needs;
  AtlNeedChange *needs; /* by a, b */
  guint          n_met;
} AtlComparison;

AtlComparison *atl_comparison_new (AtlNetwork   *before,
                                   AtlNetwork   *after,
                                   AtlMatching  *matching,
                                   GCancellable *cancellable);
void           atl_comparison_free (AtlComparison *self);
double         atl_comparison_get_top_share (AtlMeasures *measures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlComparison, atl_comparison_free)

G_END_DECLS
