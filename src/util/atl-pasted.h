/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "util/atl-entry.h"

G_BEGIN_DECLS

/* What a text from outside can become. */
typedef enum
{
  ATL_PASTED_ONE,    /* one note */
  ATL_PASTED_LINES,  /* one for each line or item of a list */
  ATL_PASTED_STACKS, /* the same, sub-items stacked under what they belong to */
  ATL_PASTED_ROWS,   /* one for each row of a table */
  ATL_PASTED_CELLS,  /* one for each cell */
  ATL_PASTED_N_WAYS,
} AtlPastedWay;

typedef enum
{
  ATL_PASTED_PLAIN = 0,
  ATL_PASTED_TABLE = 1 << 0,    /* from a file of a table */
  ATL_PASTED_NUMBERED = 1 << 1, /* numbers before lines mean something: they stay */
} AtlPastedFlags;

typedef struct _AtlPasted AtlPasted;

AtlPasted   *atl_pasted_new (const char    *text,
                             AtlPastedFlags flags);
void         atl_pasted_free (AtlPasted *self);
guint        atl_pasted_count (AtlPasted   *self,
                               AtlPastedWay way);
AtlPastedWay atl_pasted_suggest (AtlPasted *self);
gboolean     atl_pasted_looks_listed (AtlPasted *self);
GPtrArray   *atl_pasted_dup_entries (AtlPasted   *self,
                                     AtlPastedWay way);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPasted, atl_pasted_free)

G_END_DECLS
