/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-discretion.h"

G_BEGIN_DECLS

#define ATL_PNG_MAX_SIDE 16384
#define ATL_PNG_DEFAULT_WIDTH 1920

gboolean atl_png_export_board (AtlSession *session,
                               AtlBoard   *board,
                               int         width,
                               AtlMapNames names,
                               const char *path,
                               GError    **error);

G_END_DECLS
