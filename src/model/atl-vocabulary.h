/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-glossary.h"

G_BEGIN_DECLS

/* A board where the room works on its words: the areas of the template hold words, what they mean to one side
 * and the other, and what was agreed. */

gboolean   atl_vocabulary_is (AtlBoard *board);
GPtrArray *atl_vocabulary_dup_drafts (AtlBoard *board,
                                      guint    *n_loose);

G_END_DECLS
