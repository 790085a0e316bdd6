/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-note.h"

G_BEGIN_DECLS

#define ATL_FILTER_ANY_COLOR (-1)

/* Which notes are wanted; what is not set wants any. All that is set must hold. */
typedef struct
{
  char    *author; /* id of a person */
  char    *silo;   /* id of a silo: of who wrote the note, or of the node */
  char    *tag;    /* as it is in notes */
  int      color;  /* AtlColor or ATL_FILTER_ANY_COLOR */
  gboolean hidden;
  gboolean without_author;
} AtlFilter;

void     atl_filter_clear (AtlFilter *self);
gboolean atl_filter_is_active (const AtlFilter *self);
gboolean atl_filter_matches (const AtlFilter *self,
                             AtlNote         *note);

G_END_DECLS
