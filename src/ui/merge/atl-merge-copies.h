/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

void atl_merge_copies_settle (GtkWindow   *window,
                              AtlDocument *document,
                              GPtrArray   *paths);

G_END_DECLS
