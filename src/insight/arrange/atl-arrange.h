/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_ARRANGE_SILO_FORCE,
  ATL_ARRANGE_SILO_CIRCLE,
  ATL_ARRANGE_LEFT_TO_RIGHT,
  ATL_ARRANGE_TREE,
  ATL_ARRANGE_CIRCLE,
  ATL_N_ARRANGEMENTS,
} AtlArrangement;

/* Lengths in board units, y down; places are middles. */
typedef struct
{
  double   x;
  double   y;
  double   width;
  double   height;
  int      silo;   /* index, -1 without one */
  gboolean pinned; /* stays where it is */
} AtlArrangeNode;

typedef struct
{
  guint  from; /* of a tree: the parent */
  guint  to;
  double strength; /* more than 0 */
} AtlArrangeArc;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AtlArrangeRoom;

/* What to arrange; plain arrays that the map owns. */
typedef struct
{
  guint           n_nodes;
  AtlArrangeNode *nodes;
  guint           n_arcs;
  AtlArrangeArc  *arcs;
  guint           n_silos;
  double         *labels; /* n_silos: how wide each name is */
  double          label_height;
  double          margin; /* between nodes and the hull of their silo */
  double          gap;    /* between nodes */
  AtlArrangeRoom  room;
  guint32         seed;
} AtlArrangeMap;

AtlArrangeMap *atl_arrange_map_new (guint n_nodes,
                                    guint n_arcs,
                                    guint n_silos);
void           atl_arrange_map_free (AtlArrangeMap *self);
gboolean       atl_arrange_map_run (AtlArrangeMap *self,
                                    AtlArrangement how,
                                    GCancellable  *cancellable);
gboolean       atl_arrange_map_part (AtlArrangeMap *self,
                                     GCancellable  *cancellable);
gboolean       atl_arrangement_from_name (const char     *name,
                                          AtlArrangement *how);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlArrangeMap, atl_arrange_map_free)

G_END_DECLS
