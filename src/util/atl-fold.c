/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-fold.h"

#include <string.h>

/**
 * atl_fold:
 * @text: a text in UTF-8
 *
 * Returns: (transfer full): @text for comparing and searching: no accents, no case, ligatures in their
 *   letters
 */
char *
atl_fold (const char *text)
{
  g_autofree char    *parts = NULL;
  g_autoptr (GString) bare = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  parts = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x153 || c == 0x152)
        g_string_append (bare, "oe");
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (bare, c);
    }
  return g_utf8_casefold (bare->str, -1);
}

/**
 * atl_fold_matches:
 * @folded: a text that went through atl_fold()
 * @words: what somebody searches, as typed
 *
 * Returns: whether every word of @words occurs somewhere in @folded
 */
gboolean
atl_fold_matches (const char *folded,
                  const char *words)
{
  g_autofree char *wanted = NULL;
  g_auto (GStrv)   parts = NULL;

  g_return_val_if_fail (folded != NULL && words != NULL, FALSE);

  wanted = atl_fold (words);
  parts = g_strsplit_set (wanted, " \t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && strstr (folded, parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* What a text looks like folded, and where each byte of that comes from. */
typedef struct
{
  GString *folded;
  GArray  *origins; /* of guint: offset in the text of each byte of @folded, and the end behind the last */
} Traced;

static void
trace_character (Traced     *traced,
                 const char *character,
                 gsize       length,
                 guint       at)
{
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;

  if (length == 1)
    {
      g_string_append_c (traced->folded, g_ascii_tolower (*character));
      g_array_append_val (traced->origins, at);
      return;
    }
  copy = g_strndup (character, length);
  folded = atl_fold (copy);
  for (guint i = 0; folded[i] != '\0'; i++)
    g_array_append_val (traced->origins, at);
  g_string_append (traced->folded, folded);
}

static Traced
trace (const char *text)
{
  Traced      traced = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint       end = (guint) strlen (text);
  const char *next;

  for (const char *p = text; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      trace_character (&traced, p, (gsize) (next - p), (guint) (p - text));
    }
  g_array_append_val (traced.origins, end);
  return traced;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const AtlTextRange *first = a;
  const AtlTextRange *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static void
add_ranges (const Traced *traced,
            const char   *word,
            GArray       *ranges)
{
  gsize length = strlen (word);

  for (const char *at = strstr (traced->folded->str, word); at != NULL; at = strstr (at + length, word))
    {
      gsize        start = (gsize) (at - traced->folded->str);
      AtlTextRange range = { g_array_index (traced->origins, guint, start), 0 };
      gsize        end = start + length;
      guint        last = g_array_index (traced->origins, guint, end - 1);

      /* A letter that is folded to two is not cut in half; marks go with the letter they stand on. */
      while (end < traced->folded->len && g_array_index (traced->origins, guint, end) == last)
        end++;
      range.end = g_array_index (traced->origins, guint, end);
      g_array_append_val (ranges, range);
    }
}

static GArray *
merge_ranges (GArray *ranges)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (AtlTextRange));

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      AtlTextRange  range = g_array_index (ranges, AtlTextRange, i);
      AtlTextRange *last = merged->len > 0 ? &g_array_index (merged, AtlTextRange, merged->len - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (merged, range);
    }
  return merged;
}

/**
 * atl_fold_find_all:
 * @text: a text in UTF-8
 * @words: what somebody searches, as typed
 *
 * Finds where the words stand in @text, wherever in a word of it.
 *
 * Returns: (transfer full) (element-type AtlTextRange): the places in bytes of @text, in order and apart
 */
GArray *
atl_fold_find_all (const char *text,
                   const char *words)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (AtlTextRange));
  g_autofree char   *wanted = NULL;
  g_auto (GStrv)     parts = NULL;
  Traced             traced;

  g_return_val_if_fail (text != NULL && words != NULL, NULL);

  wanted = atl_fold (words);
  parts = g_strsplit_set (wanted, " \t\n", -1);
  traced = trace (text);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      add_ranges (&traced, parts[i], ranges);
  g_string_free (traced.folded, TRUE);
  g_array_unref (traced.origins);
  return merge_ranges (ranges);
}
