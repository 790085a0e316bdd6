/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

/* How many people a silo has in the list, and how many of them are here. */
typedef struct
{
  guint n;
  guint n_present;
} AtlPeopleCount;

AtlPeopleCount atl_people_counts_get (GHashTable *counts,
                                      AtlSession *session,
                                      gpointer    silo);

G_END_DECLS
