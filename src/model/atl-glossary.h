/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"
#include "model/atl-term.h"
#include "util/atl-word-finder.h"

G_BEGIN_DECLS

/* The terms of a session together. The caller opens and names the group of the history. */

/* What comes in from a list or a board: texts in the order of AtlTermField, NULL or empty for none. */
typedef struct
{
  char *texts[ATL_TERM_AGREED + 1];
} AtlTermDraft;

typedef struct
{
  guint n_added;
  guint n_changed;
} AtlGlossaryTally;

void             atl_term_draft_free (AtlTermDraft *self);
gboolean         atl_term_is_agreed (AtlTerm *term);
GPtrArray       *atl_glossary_dup_sorted (AtlSession *session);
AtlTerm         *atl_glossary_find (AtlSession *session,
                                    const char *word);
AtlWordFinder   *atl_glossary_new_finder (AtlSession *session);
AtlGlossaryTally atl_glossary_count (AtlSession *session,
                                     GPtrArray  *drafts);
AtlGlossaryTally atl_glossary_take (AtlSession *session,
                                    GPtrArray  *drafts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlTermDraft, atl_term_draft_free)

G_END_DECLS
