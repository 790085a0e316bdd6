/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enums.h"

G_BEGIN_DECLS

char       *atl_format_minutes (int minutes);
const char *atl_format_step_mode (AtlStepMode mode);

G_END_DECLS
