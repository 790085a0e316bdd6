/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

/* Signals, both with an AtlSession: "open-copy": the user wants an earlier version as a session without a
 * file; "open-version": in place of a file that cannot be read. */

#define ATL_TYPE_RESTORE_WINDOW (atl_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlRestoreWindow, atl_restore_window, ATL, RESTORE_WINDOW, AdwWindow)

AtlRestoreWindow *atl_restore_window_open (GtkWidget   *teller,
                                           AtlDocument *document);
AtlRestoreWindow *atl_restore_window_open_for_path (GtkWidget  *teller,
                                                    const char *path);

G_END_DECLS
