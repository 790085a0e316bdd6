/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Groups on a printed page, at most. */
#define ATL_MIX_PRINT_MOST 24

GtkPrintOperation *atl_mix_print_new (GPtrArray *sheets, const char *title);
void               atl_mix_print_run (GtkWindow *parent, GPtrArray *sheets, const char *title);

G_END_DECLS
