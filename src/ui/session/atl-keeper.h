/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document.h"
#include "ui/capture/atl-capture-bar.h"

G_BEGIN_DECLS

#define ATL_TYPE_KEEPER (atl_keeper_get_type ())
G_DECLARE_FINAL_TYPE (AtlKeeper, atl_keeper, ATL, KEEPER, GObject)

AtlKeeper *atl_keeper_new (AtlDocument   *document,
                           AtlCaptureBar *capture);
void       atl_keeper_set_window (AtlKeeper *self,
                                  GtkWindow *window);
void       atl_keeper_end (AtlKeeper *self);

G_END_DECLS
