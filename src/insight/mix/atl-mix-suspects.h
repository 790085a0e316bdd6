/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-problem.h"

G_BEGIN_DECLS

GPtrArray *atl_mix_suspects_list (AtlMixProblem *problem);

G_END_DECLS
