/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-rank.h"

#include <string.h>

/* A rank is a fraction between 0 and 1 written in base 62 without the leading "0.". It never ends in the
 * digit 0, so there is always room before and after it, and strcmp() orders ranks as fractions. */
#define BASE 62
static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static int
digit_value (char c)
{
  const char *at = c != '\0' ? strchr (digits, c) : NULL;

  return at != NULL ? (int) (at - digits) : -1;
}

/**
 * atl_rank_is_valid:
 * @rank: (nullable): a text
 *
 * Tells whether @rank is a usable rank: base-62 digits, at least one, at most 512, the last one not 0.
 */
gboolean
atl_rank_is_valid (const char *rank)
{
  gsize length = rank != NULL ? strlen (rank) : 0;

  if (length < 1 || length > 512 || rank[length - 1] == '0')
    return FALSE;
  for (const char *c = rank; *c != '\0'; c++)
    if (digit_value (*c) < 0)
      return FALSE;
  return TRUE;
}

/* Appends to @rank a fraction strictly between @before and @after, both relative to what @rank holds already.
 * @after NULL stands for 1. */
static void
append_between (GString    *rank,
                const char *before,
                const char *after)
{
  for (;;)
    {
      int low = *before != '\0' ? digit_value (*before) : 0;
      int high = after != NULL ? (*after != '\0' ? digit_value (*after) : 0) : BASE;

      if (high - low > 1)
        {
          g_string_append_c (rank, digits[(low + high) / 2]);
          return;
        }
      g_string_append_c (rank, digits[low]);
      if (*before != '\0')
        before++;
      if (high > low)
        after = NULL;
      else if (after != NULL && *after != '\0')
        after++;
    }
}

/* Adds one to the first @length digits of @rank and drops the others. Returns %FALSE if they are all at
   their highest. */
static gboolean
increment (GString *rank,
           gsize    length)
{
  gsize at = length;

  while (at > 0 && rank->str[at - 1] == digits[BASE - 1])
    at--;
  if (at == 0)
    return FALSE;
  g_string_truncate (rank, length);
  memset (rank->str + at, digits[0], length - at);
  rank->str[at - 1] = digits[digit_value (rank->str[at - 1]) + 1];
  if (rank->str[length - 1] == digits[0])
    rank->str[length - 1] = digits[1];
  return TRUE;
}

/* Notes are mostly added at the end: counting upward there, with blocks of digits that double in length,
   keeps the
 * ranks of 200 000 notes under seven digits where halving would add one digit every six notes. */
static char *
rank_after (const char *before)
{
  gsize    length = strlen (before);
  GString *rank = g_string_new (before);

  if (increment (rank, MIN (length, 6)) || increment (rank, length))
    return g_string_free (rank, FALSE);
  for (gsize i = 1; i < MAX (length, 2); i++)
    g_string_append_c (rank, digits[0]);
  g_string_append_c (rank, digits[1]);
  return g_string_free (rank, FALSE);
}

/**
 * atl_rank_between:
 * @before: (nullable): the rank that must come before, or %NULL for the start
 * @after: (nullable): the rank that must come after, or %NULL for the end
 *
 * Makes a rank strictly between its two neighbors. Neighbors that are no ranks count as absent; if @before
 * is not
 * before @after, @after counts as absent.
 *
 * Returns: (transfer full): the rank
 */
char *
atl_rank_between (const char *before,
                  const char *after)
{
  GString *rank = NULL;

  if (!atl_rank_is_valid (before))
    before = "";
  if (!atl_rank_is_valid (after) || strcmp (before, after) >= 0)
    after = NULL;
  if (after == NULL && *before != '\0')
    return rank_after (before);
  rank = g_string_new (NULL);
  append_between (rank, before, after);
  return g_string_free (rank, FALSE);
}

static void
spread_range (char      **ranks,
              guint       count,
              const char *before,
              const char *after)
{
  guint middle = count / 2;

  if (count == 0)
    return;
  ranks[middle] = atl_rank_between (before, after);
  spread_range (ranks, middle, before, ranks[middle]);
  spread_range (ranks + middle + 1, count - middle - 1, ranks[middle], after);
}

/**
 * atl_rank_spread:
 * @before: (nullable): the rank that must come before, or %NULL
 * @after: (nullable): the rank that must come after, or %NULL
 * @count: how many ranks to make
 *
 * Makes @count ranks in ascending order strictly between the two neighbors, spread evenly so that they stay
 * short.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ranks
 */
char **
atl_rank_spread (const char *before,
                 const char *after,
                 guint       count)
{
  char **ranks = g_new0 (char *, count + 1);

  if (!atl_rank_is_valid (before))
    before = NULL;
  if (!atl_rank_is_valid (after) || (before != NULL && strcmp (before, after) >= 0))
    after = NULL;
  if (after != NULL)
    spread_range (ranks, count, before, after);
  else
    for (guint i = 0; i < count; i++)
      before = ranks[i] = atl_rank_between (before, NULL);
  return ranks;
}
