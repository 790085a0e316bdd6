/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Draws one after the other, nobody twice until everybody was drawn. */
typedef struct _AtlDrawBag AtlDrawBag;

AtlDrawBag *atl_draw_bag_new (guint32 seed);
void        atl_draw_bag_free (AtlDrawBag *self);
const char *atl_draw_bag_draw (AtlDrawBag *self,
                               GPtrArray  *ids);
void        atl_draw_bag_put_back (AtlDrawBag *self,
                                   const char *id);
guint       atl_draw_bag_count_left (AtlDrawBag *self,
                                     GPtrArray  *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlDrawBag, atl_draw_bag_free)

G_END_DECLS
