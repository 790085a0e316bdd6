/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-term-words.h"

#include "model/atl-glossary.h"
#include "scene/atl-scene-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SAID 4 /* words of a note; the others are counted */

static void
add_line (GString    *text,
          const char *format,
          const char *meaning)
{
  g_auto (GStrv)   parts = g_strsplit (format, "%s", 2);
  g_autofree char *bare = g_strstrip (g_strdup (meaning));

  if (*bare == '\0')
    return;
  g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "", parts[0], bare,
                          parts[1] != NULL ? parts[1] : "");
}

/**
 * atl_term_dup_sides:
 * @term: a term
 *
 * Returns: (transfer full): what it means to each side, on lines; empty if nobody has said
 */
char *
atl_term_dup_sides (AtlTerm *term)
{
  GString *text = g_string_new (NULL);

  /* Translators: %s is what a word of the glossary means to the business side of the room */
  add_line (text, _ ("Business: %s"), atl_term_get_business (term));
  /* Translators: %s is what a word of the glossary means to the technical side of the room */
  add_line (text, _ ("Technical: %s"), atl_term_get_technical (term));
  return g_string_free (text, FALSE);
}

/**
 * atl_term_dup_meaning:
 * @term: a term
 *
 * Returns: (transfer full): what was agreed; or that nothing was, and what each side means, on lines
 */
char *
atl_term_dup_meaning (AtlTerm *term)
{
  g_autofree char *sides = NULL;

  if (atl_term_is_agreed (term))
    return g_strstrip (g_strdup (atl_term_get_agreed (term)));
  sides = atl_term_dup_sides (term);
  return g_strdup_printf ("%s%s%s", _ ("Not agreed yet"), *sides != '\0' ? "\n" : "", sides);
}

/**
 * atl_term_dup_definition:
 * @term: a term
 *
 * Returns: (transfer full): "API: a contract between two teams", on one line
 */
char *
atl_term_dup_definition (AtlTerm *term)
{
  g_autofree char *meaning = atl_term_dup_meaning (term);
  g_auto (GStrv)   lines = g_strsplit (meaning, "\n", -1);
  g_autofree char *line = g_strjoinv (". ", lines);

  /* Translators: a word of the glossary, and what it means */
  return g_strdup_printf (_ ("%s: %s"), atl_term_get_term (term), line);
}

/**
 * atl_note_dup_definitions:
 * @view: a view of a board
 * @note: a note of the board
 *
 * Returns: (transfer full) (nullable): "Glossary: API: a contract", for a screen reader; %NULL if no word of
 *   the glossary is on the note
 */
char *
atl_note_dup_definitions (AtlBoardView *view,
                          AtlNote      *note)
{
  g_autoptr (GPtrArray) terms = atl_scene_dup_terms (atl_board_view_get_scene (view), note);
  GString              *text;

  if (terms->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (terms->len, MOST_SAID); i++)
    {
      g_autofree char *definition = atl_term_dup_definition (terms->pdata[i]);

      /* Translators: %s is a word of the glossary and what it means */
      add_line (text, i == 0 ? _ ("Glossary: %s") : "%s", definition);
    }
  if (terms->len > MOST_SAID)
    {
      guint            left = terms->len - MOST_SAID;
      g_autofree char *more = g_strdup_printf (ngettext ("%u more word", "%u more words", left), left);

      add_line (text, "%s", more);
    }
  return g_string_free (text, FALSE);
}
