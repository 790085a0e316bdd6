/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/restore/atl-difference-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
add (GString *text,
     char    *part)
{
  if (text->len > 0)
    /* Translators: between the parts of a list: "+12 notes, −3, 4 changed" */
    g_string_append (text, _ (", "));
  g_string_append (text, part);
  g_free (part);
}

static void
add_removed (GString *text,
             guint    n)
{
  if (text->len > 0)
    /* Translators: notes fewer, after notes more */
    add (text, g_strdup_printf (_ ("−%u"), n));
  else
    add (text, g_strdup_printf (ngettext ("−%u note", "−%u notes", n), n));
}

static void
add_changed (GString *text,
             guint    n)
{
  if (text->len > 0)
    /* Translators: notes that changed, after notes more or fewer */
    add (text, g_strdup_printf (ngettext ("%u changed", "%u changed", n), n));
  else
    add (text, g_strdup_printf (ngettext ("%u note changed", "%u notes changed", n), n));
}

/**
 * atl_difference_dup_text:
 * @difference: how two states of a session differ
 *
 * Returns: (transfer full): that for people, as "+12 notes, −3, 4 changed"
 */
char *
atl_difference_dup_text (const AtlDifference *difference)
{
  GString *text = g_string_new (NULL);

  if (difference->added > 0)
    add (text,
         g_strdup_printf (ngettext ("+%u note", "+%u notes", difference->added), difference->added));
  if (difference->removed > 0)
    add_removed (text, difference->removed);
  if (difference->changed > 0)
    add_changed (text, difference->changed);
  if (difference->others > 0)
    /* Translators: changes of boards, areas, people and so on, beside those of notes */
    add (text, g_strdup_printf (ngettext ("%u other change", "%u other changes", difference->others),
                                difference->others));
  if (text->len == 0)
    add (text, g_strdup (_ ("no difference")));
  return g_string_free (text, FALSE);
}
