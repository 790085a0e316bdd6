/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-person-match.h"

#include "util/atl-fold.h"

#include <string.h>

/**
 * atl_person_matches:
 * @person: a person
 * @typed: some letters
 *
 * Returns: whether a word of the name begins with @typed, or its words begin with these letters: "ma", "pet"
 *   and "mp" find Marie Petit
 */
gboolean
atl_person_matches (AtlPerson  *person,
                    const char *typed)
{
  g_autofree char    *name = atl_fold (atl_person_get_name (person));
  g_autofree char    *wanted = atl_fold (typed);
  g_autoptr (GString) initials = g_string_new (NULL);
  gboolean            begins = TRUE;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (begins && g_str_has_prefix (at, wanted))
        return TRUE;
      if (begins && g_unichar_isalnum (c))
        g_string_append_unichar (initials, c);
      begins = !g_unichar_isalnum (c);
    }
  return g_str_has_prefix (initials->str, wanted);
}
