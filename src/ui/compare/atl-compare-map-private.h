/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare/atl-compare-map.h"

G_BEGIN_DECLS

/* The files of AtlCompareMap among themselves. */
struct _AtlCompareMap
{
  GtkWidget parent_instance;

  AtlCamera        *camera;
  AtlCompareResult *result;
  AtlScene         *scene;
  GListModel       *rows;
  AtlCompareRow    *lit;
  GArray           *nodes; /* AtlRect: where each node stands, board units */
  GArray           *silos; /* AtlRect: what each silo covers */
  AtlPoint          dragged;
  AtlPoint          pointer;
  double            pinched;
  guint             n_drawn;
  gboolean          then;
  gboolean          silos_only;
};

AtlCompareSide *atl_compare_map_get_side (AtlCompareMap *self);
void            atl_compare_map_draw (AtlCompareMap *self,
                                      cairo_t       *cr,
                                      AtlRect        room,
                                      AtlTheme       theme);

G_END_DECLS
