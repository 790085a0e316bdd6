/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

void atl_merge_copies_settle (GtkWidget   *teller,
                              AtlDocument *document,
                              GPtrArray   *paths,
                              guint64      before);

G_END_DECLS
