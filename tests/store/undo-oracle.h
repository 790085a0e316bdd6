/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "random-world.h"

G_BEGIN_DECLS

typedef struct _AtlUndoOracle AtlUndoOracle;

AtlUndoOracle *atl_undo_oracle_new (guint32 seed,
                                    guint   steps);
void           atl_undo_oracle_free (AtlUndoOracle *self);
const char    *atl_undo_oracle_run (AtlUndoOracle *self);
char          *atl_undo_oracle_dup_summary (AtlUndoOracle *self);

G_END_DECLS
