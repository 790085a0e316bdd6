/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* A picture of a board on its way. */
typedef struct _AtlPainting AtlPainting;

AtlPainting *atl_painting_new (AtlScene *scene,
                               AtlRect   shown,
                               int       width,
                               int       height);
void         atl_painting_free (AtlPainting *self);
gboolean     atl_painting_go_on (AtlPainting *self, gint64 budget);
GdkTexture  *atl_painting_end (AtlPainting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPainting, atl_painting_free)

G_END_DECLS
