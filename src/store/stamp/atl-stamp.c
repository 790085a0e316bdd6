/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-stamp.h"

#include <stdlib.h>
#include <string.h>

#define ACTOR_DIGITS 8

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static int
digit_value (char c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (c >= '0' && c <= '9')
    return c - '0' + 52;
  return c == '-' ? 62 : c == '_' ? 63
                                  : -1;
}

static gboolean
parse_counter (const char *text, guint32 *counter)
{
  guint64 number = 0;

  if (text[0] < '1' || text[0] > '9')
    return FALSE;
  for (guint i = 0; text[i] != '\0'; i++)
    {
      if (i == 10 || !g_ascii_isdigit (text[i]))
        return FALSE;
      number = number * 10 + (guint64) (text[i] - '0');
    }
  *counter = (guint32) number;
  return number <= G_MAXUINT32;
}

/**
 * atl_stamp_parse:
 * @text: a text from a file
 * @stamp: (out): the stamp, the base if @text is none
 *
 * Reads `xxxxxxxx.n`, eight characters of base64url and a positive counter, or `0`, the base.
 *
 * Returns: whether @text is a stamp
 */
gboolean
atl_stamp_parse (const char *text, AtlStamp *stamp)
{
  guint64 actor = 0;
  guint32 counter = 0;

  *stamp = ATL_STAMP_BASE;
  if (text[0] == '0' && text[1] == '\0')
    return TRUE;
  for (guint i = 0; i < ACTOR_DIGITS; i++)
    {
      int value = digit_value (text[i]);

      if (value < 0)
        return FALSE;
      actor = actor << 6 | (guint64) value;
    }
  if (actor == 0 || text[ACTOR_DIGITS] != '.' || !parse_counter (text + ACTOR_DIGITS + 1, &counter))
    return FALSE;
  *stamp = (AtlStamp){ actor, counter };
  return TRUE;
}

/**
 * atl_stamp_print:
 * @stamp: a stamp
 * @text: (out): room for %ATL_STAMP_TEXT_SIZE bytes
 *
 * Writes what atl_stamp_parse() reads.
 */
void
atl_stamp_print (AtlStamp stamp, char *text)
{
  if (atl_stamp_is_base (stamp))
    {
      memcpy (text, "0", 2);
      return;
    }
  for (int i = ACTOR_DIGITS - 1; i >= 0; i--, stamp.actor >>= 6)
    text[i] = digits[stamp.actor & 63];
  g_snprintf (text + ACTOR_DIGITS, ATL_STAMP_TEXT_SIZE - ACTOR_DIGITS, ".%u", stamp.counter);
}

/**
 * atl_stamp_compare:
 * @a: a stamp
 * @b: a stamp
 *
 * Orders stamps by counter, then by actor: what had been seen comes before what was written after it.
 *
 * Returns: less than, equal to or more than 0
 */
int
atl_stamp_compare (AtlStamp a, AtlStamp b)
{
  if (a.counter != b.counter)
    return a.counter < b.counter ? -1 : 1;
  return a.actor < b.actor ? -1 : a.actor > b.actor;
}

/**
 * atl_stamp_equal:
 * @a: a stamp
 * @b: a stamp
 *
 * Returns: whether both are the same
 */
gboolean
atl_stamp_equal (AtlStamp a, AtlStamp b)
{
  return a.actor == b.actor && a.counter == b.counter;
}

/**
 * atl_stamp_is_base:
 * @stamp: a stamp
 *
 * Returns: whether it is that of what nobody stamped
 */
gboolean
atl_stamp_is_base (AtlStamp stamp)
{
  return stamp.actor == 0;
}

/**
 * atl_stamp_draw:
 *
 * Returns: a stamp of a new random actor, with counter 0
 */
AtlStamp
atl_stamp_draw (void)
{
  guint64 actor = (guint64) g_random_int () << 16 | (g_random_int () & 0xffff);

  return (AtlStamp){ actor != 0 ? actor : 1, 0 };
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return atl_stamp_compare (*(const AtlStamp *) a, *(const AtlStamp *) b);
}

/**
 * atl_stamp_set_new:
 * @stamps: (array length=n): stamps in any order, also twice
 * @n: their number, 0 for an empty set
 *
 * Returns: (transfer full): the set; g_free() frees it
 */
AtlStampSet *
atl_stamp_set_new (const AtlStamp *stamps, guint n)
{
  AtlStampSet *self = g_malloc (sizeof *self + n * sizeof *stamps);
  AtlStamp    *kept = (AtlStamp *) (self + 1);

  self->n = 0;
  self->stamps = kept;
  if (n == 0)
    return self;
  memcpy (kept, stamps, n * sizeof *stamps);
  qsort (kept, n, sizeof *stamps, compare_pointers);
  for (guint i = 0; i < n; i++)
    if (self->n == 0 || !atl_stamp_equal (kept[self->n - 1], kept[i]))
      kept[self->n++] = kept[i];
  return self;
}

/**
 * atl_stamp_set_dup:
 * @self: (nullable): a set
 *
 * Returns: (transfer full) (nullable): a copy
 */
AtlStampSet *
atl_stamp_set_dup (const AtlStampSet *self)
{
  return self != NULL ? atl_stamp_set_new (self->stamps, self->n) : NULL;
}

/**
 * atl_stamp_set_equal:
 * @a: a set
 * @b: a set
 *
 * Returns: whether both hold the same stamps
 */
gboolean
atl_stamp_set_equal (const AtlStampSet *a, const AtlStampSet *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!atl_stamp_equal (a->stamps[i], b->stamps[i]))
      return FALSE;
  return TRUE;
}

/**
 * atl_stamp_set_contains:
 * @self: a set
 * @stamp: a stamp
 *
 * Returns: whether it is in the set
 */
gboolean
atl_stamp_set_contains (const AtlStampSet *self, AtlStamp stamp)
{
  for (guint i = 0; i < self->n; i++)
    if (atl_stamp_equal (self->stamps[i], stamp))
      return TRUE;
  return FALSE;
}

/**
 * atl_stamp_set_join:
 * @a: a set
 * @b: a set
 *
 * Returns: (transfer full): the stamps that are in one of them
 */
AtlStampSet *
atl_stamp_set_join (const AtlStampSet *a, const AtlStampSet *b)
{
  g_autofree AtlStamp *all = g_new (AtlStamp, a->n + b->n + 1);

  for (guint i = 0; i < a->n; i++)
    all[i] = a->stamps[i];
  for (guint i = 0; i < b->n; i++)
    all[a->n + i] = b->stamps[i];
  return atl_stamp_set_new (all, a->n + b->n);
}
