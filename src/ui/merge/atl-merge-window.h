/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_MERGE_WINDOW (atl_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlMergeWindow, atl_merge_window, ATL, MERGE_WINDOW, AdwWindow)

GtkWidget *atl_merge_window_open (GtkWindow         *parent,
                                  AtlDocument       *document,
                                  const char *const *paths);
void       atl_merge_window_ask (GtkWindow   *parent,
                                 AtlDocument *document);

G_END_DECLS
