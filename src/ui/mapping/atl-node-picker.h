/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/mapping/atl-slip-roster.h"

G_BEGIN_DECLS

/* Signals: "picked", somebody was chosen, or nobody any more; "skipped", Enter was pressed in an empty one.
 */

#define ATL_TYPE_NODE_PICKER (atl_node_picker_get_type ())
G_DECLARE_FINAL_TYPE (AtlNodePicker, atl_node_picker, ATL, NODE_PICKER, GtkWidget)

void        atl_node_picker_set_roster (AtlNodePicker *self,
                                        AtlSlipRoster *roster);
void        atl_node_picker_set_label (AtlNodePicker *self,
                                       const char    *label);
void        atl_node_picker_set_excluded (AtlNodePicker *self,
                                          AtlNote       *node);
AtlNote    *atl_node_picker_get_node (AtlNodePicker *self);
void        atl_node_picker_set_node (AtlNodePicker *self,
                                      AtlNote       *node);
const char *atl_node_picker_get_text (AtlNodePicker *self);
void        atl_node_picker_set_masked (AtlNodePicker *self,
                                        gboolean       masked);

G_END_DECLS
