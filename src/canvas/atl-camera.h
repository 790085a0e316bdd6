/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "scene/atl-rect.h"

G_BEGIN_DECLS

#define ATL_ZOOM_MIN 0.05
#define ATL_ZOOM_MAX 4.0

#define ATL_TYPE_CAMERA (atl_camera_get_type ())
G_DECLARE_FINAL_TYPE (AtlCamera, atl_camera, ATL, CAMERA, GObject)

/* Signal "changed": the view is another one, emitted once per operation. */

AtlCamera *atl_camera_new (void);
double     atl_camera_get_zoom (AtlCamera *self);
AtlPoint   atl_camera_to_board (AtlCamera *self,
                                AtlPoint   screen);
AtlPoint   atl_camera_to_screen (AtlCamera *self,
                                 AtlPoint   board);
AtlRect    atl_camera_rect_to_screen (AtlCamera *self,
                                      AtlRect    board);
AtlRect    atl_camera_get_visible (AtlCamera *self);
AtlPoint   atl_camera_get_center (AtlCamera *self);
void       atl_camera_set_viewport (AtlCamera *self,
                                    double     width,
                                    double     height);
void       atl_camera_resize (AtlCamera *self,
                              double     width,
                              double     height,
                              AtlRect    kept,
                              double     margin);
void       atl_camera_set_held (AtlCamera *self,
                                gboolean   held);
gboolean   atl_camera_set_bounds (AtlCamera *self,
                                  AtlRect    bounds);
void       atl_camera_set_home (AtlCamera *self,
                                AtlRect    home);
void       atl_camera_pan (AtlCamera *self,
                           double     dx,
                           double     dy);
void       atl_camera_zoom_at (AtlCamera *self,
                               double     zoom,
                               AtlPoint   anchor);
void       atl_camera_fit (AtlCamera *self,
                           AtlRect    rect,
                           double     margin);
void       atl_camera_fit_board (AtlCamera *self,
                                 double     margin);
gboolean   atl_camera_reveal (AtlCamera *self,
                              AtlRect    rect,
                              double     margin);

G_END_DECLS
