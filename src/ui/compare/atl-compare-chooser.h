/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/atl-compare-source.h"

G_BEGIN_DECLS

/* Lists of maps to compare with. Signals: "map-chosen" (AtlCompareSource *map), "file-chosen" (const char
 * *path). */
#define ATL_TYPE_COMPARE_CHOOSER (atl_compare_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AtlCompareChooser, atl_compare_chooser, ATL, COMPARE_CHOOSER, GtkBox)

#define ATL_COMPARE_EVERY_MAP G_MAXUINT

void  atl_compare_chooser_clear (AtlCompareChooser *self);
guint atl_compare_chooser_add_maps (AtlCompareChooser *self,
                                    const char        *title,
                                    AtlCompareSource  *source,
                                    guint              except);
guint atl_compare_chooser_add_files (AtlCompareChooser *self,
                                     const char        *title,
                                     GPtrArray         *found);

G_END_DECLS
