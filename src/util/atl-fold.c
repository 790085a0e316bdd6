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
