/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "renamed" (const char *text): the user gave a new name; not emitted for an empty or unchanged one.
 */

#define ATL_TYPE_RENAME_POPOVER (atl_rename_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlRenamePopover, atl_rename_popover, ATL, RENAME_POPOVER, GtkPopover)

AtlRenamePopover *atl_rename_popover_open (GtkWidget  *widget,
                                           const char *heading,
                                           const char *text);

G_END_DECLS
