/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-discretion.h"

G_BEGIN_DECLS

/* A session on paper, for those who were there and those who were not. */
gboolean atl_pdf_export_report (AtlSession *session,
                                const char *language,
                                AtlMapNames names,
                                const char *path,
                                GError    **error);
gboolean atl_pdf_export_board (AtlSession *session,
                               AtlBoard   *board,
                               const char *language,
                               AtlMapNames names,
                               const char *path,
                               GError    **error);

G_END_DECLS
