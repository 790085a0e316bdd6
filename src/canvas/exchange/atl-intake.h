/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "util/atl-entry.h"

G_BEGIN_DECLS

/* What new notes have besides their text. */
typedef struct
{
  const char *author; /* the id of a person, or NULL */
  gboolean    hidden;
  int         number; /* of the card of the first note, or 0 */
} AtlNoteStamp;

gboolean   atl_intake_add (AtlBoardView       *view,
                           GPtrArray          *entries,
                           const AtlNoteStamp *stamp);
GPtrArray *atl_intake_dup_entries (GPtrArray *notes);

G_END_DECLS
