/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

/* Who groups people by the channel they work for builds silos instead of opening them. */

gboolean atl_channels_has_name (const char *name);
char   **atl_channels_dup_found (AtlSession *session);

G_END_DECLS
