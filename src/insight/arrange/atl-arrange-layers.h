/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/arrange/atl-arrange-private.h"

G_BEGIN_DECLS

typedef struct
{
  AtlArrangeMap *map;
  guint         *depths; /* node to its layer; G_MAXUINT for a node without a link */
  gboolean      *kept;   /* arc: not cut to break a cycle */
  guint          n_layers;
  guint         *lane_of; /* node to its lane */
  guint          n_lanes;
} Layers;

/* atl-arrange-uncross.c */
void atl_layers_uncross (Layers       *layers,
                         GCancellable *cancellable);

G_END_DECLS
