/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-apply.h"

G_BEGIN_DECLS

/* What was read, and what the user chose where the files do not say. */
typedef struct
{
  AtlNetworkTable *table;
  AtlSession      *session;
  AtlBoard        *board; /* the map that is open, or NULL */
  gboolean         new_board;
  gboolean         separate; /* who bears a name of the session is somebody else */
  gboolean         teams;
} AtlImportPlan;

/* What would come in. */
typedef struct
{
  guint n_nodes;
  guint n_known; /* people whose names the session has */
  guint n_silos;
  guint n_links;
  guint n_needs;
} AtlImportCounts;

AtlImportPlan  *atl_import_plan_new (AtlNetworkTable *table,
                                     AtlSession      *session,
                                     AtlBoard        *board);
void            atl_import_plan_free (AtlImportPlan *self);
AtlImportCounts atl_import_plan_count (AtlImportPlan *self);
int             atl_import_plan_get_column (AtlImportPlan *self);
void            atl_import_plan_set_column (AtlImportPlan *self,
                                            int            column);
AtlBoard       *atl_import_plan_apply (AtlImportPlan    *self,
                                       AtlNetworkCounts *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlImportPlan, atl_import_plan_free)

G_END_DECLS
