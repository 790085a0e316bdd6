/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-roster.h"

G_BEGIN_DECLS

/* What the facilitator asks of the groups: who stays together or apart, and marks of which a group has one at
 * most. People are known by id, so that a wish outlives somebody's absence. */
typedef struct
{
  AtlMixConstraintKind kind; /* together, apart or mark */
  char                *a;
  char                *b;    /* NULL for a mark */
  char                *mark; /* the name of a mark, as it was typed */
} AtlMixWish;

typedef struct _AtlMixWishes AtlMixWishes;

AtlMixWishes     *atl_mix_wishes_new (void);
void              atl_mix_wishes_free (AtlMixWishes *self);
guint             atl_mix_wishes_get_n (AtlMixWishes *self);
const AtlMixWish *atl_mix_wishes_get (AtlMixWishes *self, guint i);
gboolean          atl_mix_wishes_add_pair (AtlMixWishes        *self,
                                           AtlMixConstraintKind kind,
                                           const char          *a,
                                           const char          *b);
gboolean          atl_mix_wishes_add_mark (AtlMixWishes *self, const char *mark, const char *person);
gboolean          atl_mix_wishes_drop (AtlMixWishes           *self,
                                       AtlMixRoster           *roster,
                                       const AtlMixConstraint *constraint);
void              atl_mix_wishes_remove (AtlMixWishes *self, guint i);
void              atl_mix_wishes_remove_mark (AtlMixWishes *self, const char *mark);
GPtrArray        *atl_mix_wishes_dup_marks (AtlMixWishes *self);
guint             atl_mix_wishes_find_mark (AtlMixWishes *self, const char *mark);
void              atl_mix_wishes_apply (AtlMixWishes *self, AtlMixRoster *roster, AtlMixProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixWishes, atl_mix_wishes_free)

G_END_DECLS
