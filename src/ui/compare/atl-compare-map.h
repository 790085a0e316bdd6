/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/atl-camera.h"
#include "scene/atl-scene.h"
#include "ui/compare/atl-compare-row.h"

G_BEGIN_DECLS

/* One of two maps that move together, since they share a camera. */
#define ATL_TYPE_COMPARE_MAP (atl_compare_map_get_type ())
G_DECLARE_FINAL_TYPE (AtlCompareMap, atl_compare_map, ATL, COMPARE_MAP, GtkWidget)

void      atl_compare_map_set_camera (AtlCompareMap *self,
                                      AtlCamera     *camera);
void      atl_compare_map_set_result (AtlCompareMap    *self,
                                      AtlCompareResult *result,
                                      gboolean          then);
void      atl_compare_map_set_rows (AtlCompareMap *self,
                                    GListModel    *rows,
                                    gboolean       silos_only);
void      atl_compare_map_set_lit (AtlCompareMap *self,
                                   AtlCompareRow *row);
void      atl_compare_map_print (AtlCompareMap *self,
                                 cairo_t       *cr,
                                 AtlRect        room);
AtlScene *atl_compare_map_get_scene (AtlCompareMap *self);
AtlRect   atl_compare_map_get_extent (AtlCompareMap *self);
guint     atl_compare_map_count_drawn (AtlCompareMap *self);

G_END_DECLS
