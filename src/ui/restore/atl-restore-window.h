/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

/* Signal "open-copy" (AtlSession *session): the user wants an earlier version as a session without a file. */

#define ATL_TYPE_RESTORE_WINDOW (atl_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlRestoreWindow, atl_restore_window, ATL, RESTORE_WINDOW, AdwWindow)

AtlRestoreWindow *atl_restore_window_open (GtkWidget   *teller,
                                           AtlDocument *document);

G_END_DECLS
