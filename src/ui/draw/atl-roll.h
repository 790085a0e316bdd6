/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-person.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

GPtrArray  *atl_roll_dup (AtlSession *session,
                          AtlSilo    *silo,
                          guint      *n_left_out);
char       *atl_roll_dup_details (AtlPerson *person);
char       *atl_roll_dup_line (AtlPerson *person);
GHashTable *atl_roll_dup_writers (AtlBoard *board);

G_END_DECLS
