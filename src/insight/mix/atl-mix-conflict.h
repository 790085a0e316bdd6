/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-problem.h"
#include "insight/mix/atl-mix-search.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_MIX_NO_CONFLICT,
  ATL_MIX_SIZES_DO_NOT_ADD_UP, /* that many people in that many groups of these sizes: impossible */
  ATL_MIX_BLOCK_TOO_LARGE,     /* more people to keep together than a group holds */
  ATL_MIX_APART_IN_BLOCK,      /* people are to be together, and apart or of one mark */
  ATL_MIX_TOO_MANY_MARKS,      /* more people of one mark than groups */
  ATL_MIX_TOO_MANY_APART,      /* more people all apart from each other than groups */
  ATL_MIX_COMBINED,            /* the wishes cannot hold all at once, though no simple rule says why */
  ATL_MIX_NOT_DECIDED,         /* no groups found, and no proof that there are none */
} AtlMixConflictCode;

/* Wishes that cannot hold together; without any one of them the others can. */
typedef struct
{
  AtlMixConflictCode code;
  GArray            *constraints; /* of AtlMixConstraint */
  GArray            *people;      /* of guint: all who are named in them, in ascending order */
  gboolean           irreducible; /* FALSE: the effort was spent, some may be needless */
} AtlMixConflict;

AtlMixConflict *atl_mix_conflict_new (AtlMixProblem *problem);
void            atl_mix_conflict_free (AtlMixConflict *self);
GArray         *atl_mix_conflict_list_shapes (AtlMixProblem          *problem,
                                              const AtlMixConstraint *constraints,
                                              guint                   n_constraints);
AtlMixAnswer    atl_mix_conflict_check (AtlMixProblem          *problem,
                                        const AtlMixConstraint *constraints,
                                        guint                   n_constraints,
                                        guint64                *effort);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixConflict, atl_mix_conflict_free)

G_END_DECLS
