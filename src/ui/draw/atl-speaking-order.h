/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_SPEAKING_ROUND, /* as in the list */
  ATL_SPEAKING_RANDOM,
  ATL_SPEAKING_MANAGERS_LAST,
  ATL_SPEAKING_SILENT_FIRST,    /* who has not spoken yet */
  ATL_SPEAKING_ALTERNATE_SILOS, /* as seldom as possible two of one silo after each other */
  ATL_N_SPEAKING,
} AtlSpeakingMode;

/* What decides about the place of somebody. */
typedef struct
{
  gpointer silo; /* any value, the same for people of one silo; NULL for none */
  gboolean manager;
  gboolean spoken;
} AtlSpeaker;

guint *atl_speaking_order_dup (const AtlSpeaker *speakers,
                               guint             n,
                               AtlSpeakingMode   mode,
                               guint32           seed);

G_END_DECLS
