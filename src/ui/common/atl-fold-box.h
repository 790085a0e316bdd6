/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: start, content, end (child widgets); start-open, end-open (what the user wants while there is
 * room); folded (read-only: there is no room for the start side, opening it lays it over the content). */

#define ATL_TYPE_FOLD_BOX (atl_fold_box_get_type ())
G_DECLARE_FINAL_TYPE (AtlFoldBox, atl_fold_box, ATL, FOLD_BOX, GtkWidget)

GtkWidget *atl_fold_box_new (void);
gboolean   atl_fold_box_get_folded (AtlFoldBox *self);
gboolean   atl_fold_box_get_covered (AtlFoldBox *self);
gboolean   atl_fold_box_get_start_open (AtlFoldBox *self);
void       atl_fold_box_set_start_open (AtlFoldBox *self,
                                        gboolean    open);
gboolean   atl_fold_box_get_end_open (AtlFoldBox *self);
void       atl_fold_box_set_end_open (AtlFoldBox *self,
                                      gboolean    open);

G_END_DECLS
