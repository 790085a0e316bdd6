/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-pace.h"

/**
 * atl_pace_init:
 * @self: (out caller-allocates): a pace
 * @after: milliseconds from the last change
 * @within: milliseconds from the first change
 * @apart: milliseconds between two times, 0 for none
 *
 * Sets a pace at which nothing is due.
 */
void
atl_pace_init (AtlPace *self, guint after, guint within, guint apart)
{
  *self = (AtlPace){ .after = after, .within = within, .apart = apart, .done = G_MININT64 / 2 };
}

/**
 * atl_pace_touch:
 * @self: a pace
 * @now: the time in milliseconds, of a clock that never goes back
 *
 * Tells that something has changed.
 */
void
atl_pace_touch (AtlPace *self, gint64 now)
{
  if (!self->waiting)
    self->first = now;
  self->waiting = TRUE;
  self->last = now;
}

/**
 * atl_pace_rest:
 * @self: a pace
 * @now: the time in milliseconds
 *
 * Tells that it was done, or tried: nothing is due until the next change.
 */
void
atl_pace_rest (AtlPace *self, gint64 now)
{
  self->waiting = FALSE;
  self->done = now;
}

/**
 * atl_pace_get_due:
 * @self: a pace
 *
 * Returns: the time in milliseconds at which it is to be done, or -1 if nothing has changed
 */
gint64
atl_pace_get_due (const AtlPace *self)
{
  gint64 due;

  if (!self->waiting)
    return -1;
  due = MIN (self->last + self->after, self->first + self->within);
  return MAX (due, self->done + self->apart);
}
