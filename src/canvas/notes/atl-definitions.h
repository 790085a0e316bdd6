/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATL_TYPE_DEFINITIONS (atl_definitions_get_type ())
G_DECLARE_FINAL_TYPE (AtlDefinitions, atl_definitions, ATL, DEFINITIONS, GtkPopover)

GtkWidget *atl_definitions_new (GPtrArray *terms);

G_END_DECLS
