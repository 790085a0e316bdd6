/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"

G_BEGIN_DECLS

void atl_undo_keys_add (GtkWidget  *window,
                        AtlHistory *history);

G_END_DECLS
