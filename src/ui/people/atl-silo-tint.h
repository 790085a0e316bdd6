/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-silo.h"

G_BEGIN_DECLS

void atl_silo_tint_set (GtkWidget *widget,
                        AtlSilo   *silo);

G_END_DECLS
