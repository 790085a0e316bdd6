/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-kinds.h"

G_BEGIN_DECLS

typedef struct
{
  char    *id;     /* of the note */
  char    *label;  /* what the map shows */
  char    *person; /* id of the person it stands for, or NULL */
  char    *name;   /* of that person, else the label */
  int      silo;   /* index, -1 without a silo */
  gboolean external;
  gboolean present;
} AtlNetworkNode;

typedef struct
{
  char    *id;
  char    *name;
  guint    n_nodes; /* at least one: silos that nobody on the map belongs to are left out */
  gboolean external;
  gboolean factory;
} AtlNetworkSilo;

/* An ordered pair with its w (active links), or an unordered one with its ν (needs; from < to). */
typedef struct
{
  guint from;
  guint to;
  guint strength; /* 1 to 5 */
} AtlNetworkArc;

/* A link as it was drawn. */
typedef struct
{
  char       *id;
  guint       from;
  guint       to;
  AtlLinkKind kind;
  guint       strength;
} AtlNetworkEntry;

/* The snapshot of a map, as SILO-METHOD §2 reads it. Nothing changes once it is made: threads may share
 * it. */
typedef struct
{
  gatomicrefcount  ref_count;
  guint            n_nodes;
  guint            n_silos;
  guint            n_arcs;  /* L: ordered pairs with an active link */
  guint            n_pairs; /* m: linked pairs */
  guint            n_needs;
  guint            n_entries;
  AtlNetworkNode  *nodes;
  AtlNetworkSilo  *silos;
  AtlNetworkArc   *arcs;      /* by from, to */
  guint           *starts;    /* n_nodes + 1: where the neighbors of each node begin */
  guint           *neighbors; /* 2 m, ascending for each node */
  guint8          *strengths; /* 2 m: u of the pair */
  AtlNetworkArc   *needs;     /* by from, to */
  AtlNetworkEntry *entries;   /* active links and needs, by lower end, higher end, id */
} AtlNetwork;

AtlNetwork *atl_network_new (AtlBoard *board);
AtlNetwork *atl_network_ref (AtlNetwork *self);
void        atl_network_unref (AtlNetwork *self);
guint       atl_network_get_strength (AtlNetwork *self, guint from, guint to);
guint       atl_network_get_pair_strength (AtlNetwork *self, guint a, guint b);
guint       atl_network_get_need (AtlNetwork *self, guint a, guint b);
gboolean    atl_network_is_cross (AtlNetwork *self, guint a, guint b);
char      **atl_network_dup_link_ids (AtlNetwork *self, guint a, guint b, gboolean needs);
AtlNetwork *atl_network_dup_subset (AtlNetwork *self, const gboolean *keep);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlNetwork, atl_network_unref)

G_END_DECLS
