/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: child; threshold (px); narrow (read-only: the bin is narrower than the threshold). */

#define ATL_TYPE_NARROW_BIN (atl_narrow_bin_get_type ())
G_DECLARE_FINAL_TYPE (AtlNarrowBin, atl_narrow_bin, ATL, NARROW_BIN, GtkWidget)

gboolean atl_narrow_bin_get_narrow (AtlNarrowBin *self);

G_END_DECLS
