/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes that the text of a stamp takes, with its end. */
#define ATL_STAMP_TEXT_SIZE 20
/* Counters above this are read, but ours do not follow them. */
#define ATL_STAMP_MAX_FOLLOWED 2000000000u

/* Who wrote a version, and when in the order of what he had seen. Actor 0 with counter 0 is the base: what
 * was there before anybody stamped, seen by everybody. */
typedef struct
{
  guint64 actor; /* 48 bits, drawn for each opening of a file */
  guint32 counter;
} AtlStamp;

#define ATL_STAMP_BASE ((AtlStamp){ 0, 0 })

/* Stamps that differ, in ascending order. Never changed once it is made; may also be a view of stamps
 * elsewhere. */
typedef struct
{
  guint           n;
  const AtlStamp *stamps;
} AtlStampSet;

gboolean atl_stamp_parse (const char *text, AtlStamp *stamp);
void     atl_stamp_print (AtlStamp stamp, char *text);
int      atl_stamp_compare (AtlStamp a, AtlStamp b);
gboolean atl_stamp_equal (AtlStamp a, AtlStamp b);
gboolean atl_stamp_is_base (AtlStamp stamp);
AtlStamp atl_stamp_draw (void);

AtlStampSet *atl_stamp_set_new (const AtlStamp *stamps, guint n);
AtlStampSet *atl_stamp_set_dup (const AtlStampSet *self);
gboolean     atl_stamp_set_equal (const AtlStampSet *a, const AtlStampSet *b);
gboolean     atl_stamp_set_contains (const AtlStampSet *self, AtlStamp stamp);
AtlStampSet *atl_stamp_set_join (const AtlStampSet *a, const AtlStampSet *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlStampSet, g_free)

G_END_DECLS
