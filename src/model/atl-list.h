/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/atl-item.h"

G_BEGIN_DECLS

#define ATL_TYPE_LIST (atl_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlList, atl_list, ATL, LIST, GObject)

AtlList *atl_list_new (GType    item_type,
                       AtlItem *owner);
AtlItem *atl_list_get_owner (AtlList *self);
guint    atl_list_get_length (AtlList *self);
gpointer atl_list_get (AtlList *self,
                       guint    position);
gpointer atl_list_find (AtlList    *self,
                        const char *id);
gboolean atl_list_get_position (AtlList *self,
                                AtlItem *item,
                                guint   *position);
gboolean atl_list_insert (AtlList *self,
                          AtlItem *item);
guint    atl_list_insert_many (AtlList   *self,
                               GPtrArray *items);
gboolean atl_list_remove (AtlList *self,
                          AtlItem *item);
guint    atl_list_remove_many (AtlList   *self,
                               GPtrArray *items);
char    *atl_list_dup_end_rank (AtlList *self);
void     atl_list_rank_at_end (AtlList *self, GPtrArray *items);
void     atl_list_resort (AtlList    *self,
                          AtlItem    *item,
                          const char *old_rank);
void     atl_list_disown (AtlList *self);

G_END_DECLS
