/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-tally.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
add (GString *text,
     char    *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/**
 * atl_people_tally_dup_text:
 * @tally: what a list does to a session
 *
 * Returns: (transfer full): as "12 people · 2 new silos · 1 already in the list"
 */
char *
atl_people_tally_dup_text (const AtlPeopleTally *tally)
{
  GString *text = g_string_new (NULL);
  guint    n = tally->n_added;

  add (text, g_strdup_printf (ngettext ("%u person", "%u people", n), n));
  n = tally->n_silos;
  if (n > 0)
    add (text, g_strdup_printf (ngettext ("%u new silo", "%u new silos", n), n));
  n = tally->n_duplicates;
  if (n > 0)
    add (text, g_strdup_printf (ngettext ("%u already in the list", "%u already in the list", n), n));
  return g_string_free (text, FALSE);
}

static char *
dup_columns (const AtlPeopleText *text)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < text->columns->len && i < 6; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) text->columns->pdata[i]);
  if (text->columns->len > 6)
    g_string_append (names, "…");
  /* Translators: %s are headings of columns in a list of people */
  return g_strdup_printf (ngettext ("Column not read: %s", "Columns not read: %s", text->columns->len),
                          names->str);
}

/**
 * atl_people_text_dup_unread:
 * @text: a list as it was read
 *
 * Returns: (transfer full): what was not, "" for nothing
 */
char *
atl_people_text_dup_unread (const AtlPeopleText *text)
{
  GString *unread = g_string_new (NULL);
  guint    n = text->n_nameless;

  if (text->columns->len > 0)
    add (unread, dup_columns (text));
  if (n > 0)
    add (unread, g_strdup_printf (ngettext ("%u line without a name", "%u lines without a name", n), n));
  n = text->n_cut;
  if (n > 0)
    add (unread, g_strdup_printf (ngettext ("%u name was too long and is cut",
                                            "%u names were too long and are cut", n),
                                  n));
  n = text->n_over;
  if (n > 0)
    add (unread, g_strdup_printf (ngettext ("%u line too many", "%u lines too many", n), n));
  return g_string_free (unread, FALSE);
}
