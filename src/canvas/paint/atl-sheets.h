/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/atl-camera.h"

G_BEGIN_DECLS

/* A board as pictures, for as long as it moves under the eye. */
typedef struct _AtlSheets AtlSheets;

typedef void (*AtlSheetsPaint) (gpointer     data,
                                GtkSnapshot *snapshot,
                                AtlCamera   *camera,
                                AtlRect      part);

AtlSheets *atl_sheets_new (AtlSheetsPaint paint,
                           gpointer       data);
void       atl_sheets_free (AtlSheets *self);
gboolean   atl_sheets_clear (AtlSheets *self);
gboolean   atl_sheets_snapshot (AtlSheets   *self,
                                GtkSnapshot *snapshot,
                                AtlCamera   *camera,
                                GtkWidget   *viewport);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlSheets, atl_sheets_free)

G_END_DECLS
