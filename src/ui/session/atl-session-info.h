/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_SESSION_INFO (atl_session_info_get_type ())
G_DECLARE_FINAL_TYPE (AtlSessionInfo, atl_session_info, ATL, SESSION_INFO, AdwWindow)

void atl_session_info_open (GtkWindow   *parent,
                            AtlDocument *document);

G_END_DECLS
