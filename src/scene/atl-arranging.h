/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* New places for the nodes of a graph area, found outside of the scene: make it and read it in the thread of
 * the scene, run it in any. */
typedef struct _AtlArranging AtlArranging;

AtlArranging *atl_arranging_new (AtlScene   *scene,
                                 AtlBox     *area,
                                 const char *how,
                                 gboolean    all);
AtlArranging *atl_arranging_new_missing (AtlScene *scene, AtlBox *area);
AtlArranging *atl_arranging_new_apart (AtlScene *scene, AtlBox *area);
void          atl_arranging_free (AtlArranging *self);
gboolean      atl_arranging_run (AtlArranging *self,
                                 GCancellable *cancellable);
guint         atl_arranging_get_n_nodes (AtlArranging *self);
AtlNote      *atl_arranging_get (AtlArranging *self,
                                 guint         index,
                                 AtlPoint     *place,
                                 gboolean     *stays);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlArranging, atl_arranging_free)

G_END_DECLS
