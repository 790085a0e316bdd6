/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

const char *atl_partition_get_label (AtlSession *session,
                                     const char *partition);

G_END_DECLS
