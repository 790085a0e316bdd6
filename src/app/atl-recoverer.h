/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATL_TYPE_RECOVERER (atl_recoverer_get_type ())
G_DECLARE_FINAL_TYPE (AtlRecoverer, atl_recoverer, ATL, RECOVERER, GObject)

AtlRecoverer *atl_recoverer_new (GtkApplication *application);
void          atl_recoverer_start (AtlRecoverer *self);
void          atl_recoverer_end (AtlRecoverer *self);

G_END_DECLS
