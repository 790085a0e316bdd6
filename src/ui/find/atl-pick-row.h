/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATL_TYPE_PICK_ROW (atl_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlPickRow, atl_pick_row, ATL, PICK_ROW, GtkListBoxRow)

GtkWidget  *atl_pick_row_new (const char *heading,
                              const char *title,
                              const char *detail);
const char *atl_pick_row_get_heading (AtlPickRow *self);
const char *atl_pick_row_get_title (AtlPickRow *self);
gboolean    atl_pick_row_matches (AtlPickRow *self,
                                  const char *words);
gboolean    atl_pick_row_is_called (AtlPickRow *self,
                                    const char *words);
void        atl_pick_row_set_title (AtlPickRow *self,
                                    const char *title);
void        atl_pick_row_set_number (AtlPickRow *self,
                                     guint       number);
void        atl_pick_row_set_checked (AtlPickRow *self,
                                      gboolean    checked);

G_END_DECLS
