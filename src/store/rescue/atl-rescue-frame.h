/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/atl-problems.h"

G_BEGIN_DECLS

GString *atl_rescue_lines (const char *data, gsize length, AtlProblems *problems, guint *n_items);

G_END_DECLS
