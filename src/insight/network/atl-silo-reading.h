/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/atl-comparison.h"
#include "insight/network/atl-silo-sentence.h"

G_BEGIN_DECLS

/* Which sentences of SILO-METHOD §14 apply, in its order. It keeps what they mention. */
typedef struct
{
  GArray     *sentences; /* AtlSiloSentence */
  AtlNetwork *network;   /* which their indices mean */
  AtlBridge  *open;      /* needs still open */
  char       *date;
} AtlSiloReading;

AtlSiloReading        *atl_silo_reading_new (AtlMeasures *measures);
AtlSiloReading        *atl_silo_reading_new_comparison (AtlComparison *comparison,
                                                        AtlNetwork    *after,
                                                        const char    *date);
void                   atl_silo_reading_free (AtlSiloReading *self);
const AtlSiloSentence *atl_silo_reading_find (AtlSiloReading *self,
                                              const char     *id);
AtlSiloSentence        atl_silo_reading_get_cell (AtlMeasures *measures,
                                                  guint        from,
                                                  guint        to);
AtlSiloSentence        atl_silo_reading_get_breadth (guint n_silos,
                                                     guint total);
AtlSiloSentence        atl_silo_reading_get_groups (guint pairs,
                                                    guint max,
                                                    guint needs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlSiloReading, atl_silo_reading_free)

G_END_DECLS
