/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "random-world.h"
#include "store/stamp/atl-stamper.h"

G_BEGIN_DECLS

/* One copy of a session, open in a program of its own: edited, undone, saved, merged. */
typedef struct
{
  AtlRandomWorld world;
  AtlStamper    *stamper;
} Replica;

/* Makes something of two files; atl_test_merge() or a copy of it with a mistake. */
typedef GBytes *(*MergeBytes) (GBytes *ours, GBytes *theirs);

void        replica_init (Replica *self, GBytes *file, GRand *random);
void        replica_clear (Replica *self);
void        replica_edit (Replica *self);
void        replica_receive (Replica *self, GBytes *file);
GBytes     *replica_save (Replica *self);
AtlSession *replica_read (GBytes *file);
GBytes     *replica_merge (GBytes *ours, GBytes *theirs);
GBytes     *replica_make_start (GRand *random);
guint       replica_rounds (guint usual);

G_END_DECLS
