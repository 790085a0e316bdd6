/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare/atl-compare-result.h"

G_BEGIN_DECLS

GBytes *atl_compare_paper_draw (AtlCompareResult *result,
                                GError          **error);

G_END_DECLS
