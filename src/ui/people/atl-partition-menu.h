/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

void atl_partition_menu_show (GtkMenuButton *button,
                              AtlSession    *session,
                              AtlHistory    *history);

G_END_DECLS
