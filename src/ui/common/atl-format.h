/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enums.h"

G_BEGIN_DECLS

char       *atl_format_minutes (int minutes);
const char *atl_format_step_mode (AtlStepMode mode);
const char *atl_format_get_language (void);

G_END_DECLS
