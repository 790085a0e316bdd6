/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-history.h"
#include "model/atl-note.h"
#include "model/atl-session.h"
#include "store/stamp/atl-stamper.h"

G_BEGIN_DECLS

/* A session to which anything may happen. What happens follows from the seed alone. */
typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  GRand      *random;
  GPtrArray  *past; /* of GBytes: files of earlier states */
  AtlStamper *stamper;
} AtlRandomWorld;

typedef void (*AtlRandomAct) (AtlRandomWorld *world);

/* One thing that can happen to a session, and how often it does. */
typedef struct
{
  const char  *name;
  guint        weight;
  AtlRandomAct act;
} AtlRandomOperation;

void     atl_random_world_init (AtlRandomWorld *self,
                                guint32         seed);
void     atl_random_world_clear (AtlRandomWorld *self);
guint    atl_random_world_below (AtlRandomWorld *self,
                                 guint           limit);
gpointer atl_random_world_pick (AtlRandomWorld *self,
                                AtlList        *list);
char    *atl_random_world_type (AtlRandomWorld *self,
                                AtlNote        *note);

const AtlRandomOperation *atl_random_world_choose (AtlRandomWorld           *self,
                                                   const AtlRandomOperation *operations,
                                                   guint                     n);

void atl_random_set_field (AtlRandomWorld *world,
                           AtlItem        *item);
void atl_random_remember (AtlRandomWorld *world);
void atl_random_set_any (AtlRandomWorld *world);
void atl_random_insert_any (AtlRandomWorld *world);
void atl_random_remove_any (AtlRandomWorld *world);
void atl_random_rank_any (AtlRandomWorld *world);

/* Everything but typing, saving and merging. */
extern const AtlRandomOperation atl_random_edits[];
extern const guint              atl_random_n_edits;
/* Through files: merge, restore, reload. */
extern const AtlRandomOperation atl_random_exchanges[];
extern const guint              atl_random_n_exchanges;

G_END_DECLS
