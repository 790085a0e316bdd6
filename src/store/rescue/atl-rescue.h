/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/codec/atl-codec.h"

G_BEGIN_DECLS

gboolean    atl_rescue_can_help (const GError *error);
AtlSession *atl_rescue_read (GBytes *bytes, AtlProblems *problems, AtlCodecAge *age, GError **error);

G_END_DECLS
