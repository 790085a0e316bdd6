/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-change.h"
#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* How many links the notes of a board have, those to other boards included. */

guint    atl_scene_count_links (AtlScene *self,
                                AtlNote  *note,
                                guint    *elsewhere);
gboolean atl_scene_links_take_change (AtlScene  *self,
                                      AtlChange *change);
void     atl_scene_links_sync (AtlScene *self);

G_END_DECLS
