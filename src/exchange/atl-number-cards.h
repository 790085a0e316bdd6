/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_NUMBER_CARDS_PER_PAGE 8

gboolean atl_number_cards_export (AtlSession *session,
                                  guint       first,
                                  guint       n,
                                  const char *path,
                                  GError    **error);

G_END_DECLS
