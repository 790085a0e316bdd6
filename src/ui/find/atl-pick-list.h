/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATL_TYPE_PICK_LIST (atl_pick_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlPickList, atl_pick_list, ATL, PICK_LIST, GtkBox)

/* Signals: "picked" (guint index), one of those that were added; "offered" (const char *text), the words that
 * were typed are wanted themselves. */

GtkWidget *atl_pick_list_new (const char *placeholder);
void       atl_pick_list_add (AtlPickList *self,
                              const char  *heading,
                              const char  *title,
                              const char  *detail);
void       atl_pick_list_set_checked (AtlPickList *self,
                                      guint        index,
                                      gboolean     checked);
void       atl_pick_list_set_numbered (AtlPickList *self);
void       atl_pick_list_set_lasting (AtlPickList *self);
void       atl_pick_list_set_offer (AtlPickList *self,
                                    const char  *offer);
void       atl_pick_list_set_text (AtlPickList *self,
                                   const char  *text);

G_END_DECLS
