/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-constraint.h"

G_BEGIN_DECLS

/* People who must stay together, as one block each; which blocks may not meet. */
typedef struct
{
  guint    n_people;
  guint    n;
  guint   *of;     /* the block of each person */
  guint   *size;   /* people in each block */
  guint   *degree; /* how many blocks each may not meet */
  guint8  *apart;  /* n × n: 1 if the two may not meet */
  gboolean torn;   /* two people of one block may not meet: no groups can be made */
} AtlMixBlocks;

AtlMixBlocks *atl_mix_blocks_new (guint                   n_people,
                                  const AtlMixConstraint *constraints,
                                  guint                   n_constraints);
void          atl_mix_blocks_free (AtlMixBlocks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixBlocks, atl_mix_blocks_free)

G_END_DECLS
