/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-change.h"

G_BEGIN_DECLS

/* What happened to one item since the last stamps: where it was then, and what the properties that were
 * set since were. */
typedef struct
{
  AtlItem *item;
  gboolean was_in;    /* it was part of the session */
  char    *container; /* the id of what it was in */
  AtlItem *left;      /* the last item that it was taken out of, NULL if it never was */
  GArray  *olds;      /* of AtlStampOld */
  guint    settled;   /* bit sets of groups whose stamps undoing a merge has set back… */
  guint    unsettled; /* …and of those whose value is not what these stamps stand for */
} AtlStampMark;

typedef struct
{
  guint    field;
  AtlValue value;
} AtlStampOld;

AtlStampMark *atl_stamp_mark_new (AtlItem *item, gboolean was_in, const char *container);
void          atl_stamp_mark_free (AtlStampMark *self);
void          atl_stamp_mark_add_old (AtlStampMark *self, guint field, const AtlValue *value);
guint         atl_stamp_mark_find_changed (AtlStampMark *self);
const char   *atl_stamp_mark_get_last_container (AtlStampMark *self);

G_END_DECLS
