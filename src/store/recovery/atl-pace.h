/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When something that follows changes is to be done: pure, its clock is the caller's. Milliseconds. */
typedef struct
{
  guint    after;  /* this long after the last change */
  guint    within; /* but no later than this after the first one */
  guint    apart;  /* and never nearer than this to the last time */
  gint64   first, last, done;
  gboolean waiting;
} AtlPace;

void   atl_pace_init (AtlPace *self, guint after, guint within, guint apart);
void   atl_pace_touch (AtlPace *self, gint64 now);
void   atl_pace_rest (AtlPace *self, gint64 now);
gint64 atl_pace_get_due (const AtlPace *self);

G_END_DECLS
