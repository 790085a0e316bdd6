/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

/* How one state of a session differs from another: its notes, and everything else. */
typedef struct
{
  guint n_notes; /* of the other state */
  guint added;   /* notes */
  guint removed;
  guint changed;
  guint others; /* boards, areas, people, steps…: added, removed or changed */
} AtlDifference;

void     atl_difference_compute (AtlSession *from, AtlSession *to, AtlDifference *difference);
gboolean atl_difference_is_none (const AtlDifference *self);

G_END_DECLS
