/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-person.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"

G_BEGIN_DECLS

/* The ways in which a session's people are cut into silos: by department, by site… One of them is active.
 * The caller opens and names the group of the history. */

/* Reading */
char     **atl_partitions_dup_names (AtlSession *session);
GPtrArray *atl_partitions_dup_silos (AtlSession *session,
                                     const char *partition);
AtlSilo   *atl_partitions_find_silo (AtlPerson  *person,
                                     const char *partition);

/* Editing */
gboolean atl_partitions_add (AtlSession *session,
                             const char *name,
                             const char *unnamed);
gboolean atl_partitions_rename (AtlSession *session,
                                const char *partition,
                                const char *name);
AtlSilo *atl_partitions_add_silo (AtlSession *session,
                                  const char *partition,
                                  const char *name);
void     atl_partitions_rename_silo (AtlSilo    *silo,
                                     const char *name);
void     atl_partitions_delete_silo (AtlSilo *silo);
void     atl_partitions_set_factory (AtlSilo *silo,
                                     gboolean factory);
void     atl_partitions_put (AtlPerson  *person,
                             const char *partition,
                             AtlSilo    *silo);

G_END_DECLS
