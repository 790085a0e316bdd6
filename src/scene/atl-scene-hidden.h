/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* Notes that are hidden are closed cards, unless somebody looks at what they say. */
void     atl_scene_set_hidden_label (AtlScene *self, const char *label);
void     atl_scene_set_hidden_shown (AtlScene *self, gboolean shown);
gboolean atl_scene_get_hidden_shown (AtlScene *self);
gboolean atl_scene_is_closed (AtlScene *self, AtlNote *note);

G_END_DECLS
