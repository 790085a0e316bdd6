/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/glossary/atl-term-parser.h"

#include "util/atl-fold.h"

#include <string.h>

#define MOST_OF_TERM 120     /* characters; longer words are no words */
#define MOST_OF_MEANING 2000 /* characters */

/* The words that people write above such lists, folded. */
static const struct
{
  const char *word;
  guint       column;
} headings[] = {
  { "term", ATL_TERM_TERM },
  { "terms", ATL_TERM_TERM },
  { "word", ATL_TERM_TERM },
  { "words", ATL_TERM_TERM },
  { "terme", ATL_TERM_TERM },
  { "termes", ATL_TERM_TERM },
  { "mot", ATL_TERM_TERM },
  { "mots", ATL_TERM_TERM },
  { "acronym", ATL_TERM_TERM },
  { "sigle", ATL_TERM_TERM },
  { "business", ATL_TERM_BUSINESS },
  { "metier", ATL_TERM_BUSINESS },
  { "metiers", ATL_TERM_BUSINESS },
  { "sens metier", ATL_TERM_BUSINESS },
  { "technical", ATL_TERM_TECHNICAL },
  { "tech", ATL_TERM_TECHNICAL },
  { "technique", ATL_TERM_TECHNICAL },
  { "sens technique", ATL_TERM_TECHNICAL },
  { "agreed", ATL_TERM_AGREED },
  { "agreed meaning", ATL_TERM_AGREED },
  { "definition", ATL_TERM_AGREED },
  { "meaning", ATL_TERM_AGREED },
  { "convenu", ATL_TERM_AGREED },
  { "sens convenu", ATL_TERM_AGREED },
  { "accord", ATL_TERM_AGREED },
};

static int
find_heading (const char *field)
{
  g_autofree char *folded = g_strstrip (atl_fold (field));

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].word, folded))
      return (int) headings[i].column;
  return -1;
}

/* Records */

/* A field up to its separator or the end of the line; in quotes both may stand in it. */
static const char *
read_field (const char *at,
            char        separator,
            GString    *field)
{
  gboolean quoted = FALSE;

  while (*at == ' ')
    at++;
  if (*at == '"')
    {
      quoted = TRUE;
      at++;
    }
  for (; *at != '\0'; at++)
    {
      if (quoted && *at == '"' && at[1] != '"')
        quoted = FALSE;
      else if (!quoted && (*at == separator || *at == '\n' || *at == '\r'))
        return at;
      else
        {
          if (quoted && *at == '"')
            at++;
          g_string_append_c (field, *at);
        }
    }
  return at;
}

static const char *
read_record (const char *at,
             char        separator,
             GPtrArray  *fields)
{
  for (;;)
    {
      g_autoptr (GString) field = g_string_new (NULL);

      at = read_field (at, separator, field);
      g_ptr_array_add (fields, g_strstrip (g_strdup (field->str)));
      if (*at != separator || separator == '\0')
        break;
      at++;
    }
  while (*at == '\r' || *at == '\n')
    at++;
  return at;
}

/* "API: a contract" is a word and what it means. */
static void
split_meaning (GPtrArray *fields)
{
  char *text = fields->pdata[0];
  char *mark = strstr (text, ": ");
  char *french = strstr (text, " : ");
  char *from = french != NULL ? french : mark;

  if (from == NULL || from == text)
    return;
  g_ptr_array_set_size (fields, ATL_TERM_AGREED);
  for (guint i = 1; i < fields->len; i++)
    if (fields->pdata[i] == NULL)
      fields->pdata[i] = g_strdup ("");
  g_ptr_array_add (fields, g_strstrip (g_strdup (from + (french != NULL ? 3 : 2))));
  *from = '\0';
}

/* Terms */

static const char *
skip_bullet (const char *text)
{
  if ((*text == '-' || *text == '*') && text[1] == ' ')
    return text + 2;
  if (g_str_has_prefix (text, "•") || g_str_has_prefix (text, "–"))
    return g_utf8_next_char (text);
  return text;
}

static char *
cut (const char *text,
     glong       most)
{
  return g_utf8_strlen (text, -1) > most ? g_utf8_substring (text, 0, most) : g_strdup (text);
}

static AtlTermDraft *
make_draft (GPtrArray *fields,
            const int *columns)
{
  AtlTermDraft *draft = g_new0 (AtlTermDraft, 1);

  for (guint i = 0; i < fields->len && i < G_N_ELEMENTS (draft->texts); i++)
    {
      int   column = columns[i];
      glong most = column == ATL_TERM_TERM ? MOST_OF_TERM : MOST_OF_MEANING;

      if (column < 0 || draft->texts[column] != NULL)
        continue;
      draft->texts[column] = g_strstrip (cut (column == ATL_TERM_TERM ? skip_bullet (fields->pdata[i])
                                                                      : fields->pdata[i],
                                              most));
    }
  return draft;
}

/* Returns whether the line is a heading; then @columns has what stands where. */
static gboolean
take_heading (GPtrArray *fields,
              int       *columns)
{
  int found[ATL_TERM_AGREED + 1] = { -1, -1, -1, -1 };

  if (fields->len < 2)
    return FALSE;
  for (guint i = 0; i < fields->len && i < G_N_ELEMENTS (found); i++)
    {
      found[i] = find_heading (fields->pdata[i]);
      if (found[i] < 0)
        return FALSE;
    }
  memcpy (columns, found, sizeof found);
  return TRUE;
}

/* Commas stand in meanings, too: they part columns only below a heading that says so. */
static char
find_separator (const char *text)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  int                   columns[ATL_TERM_AGREED + 1];

  if (strchr (text, '\t') != NULL)
    return '\t';
  if (strchr (text, ';') != NULL)
    return ';';
  read_record (text, ',', fields);
  return take_heading (fields, columns) ? ',' : '\0';
}

/**
 * atl_terms_parse:
 * @text: what somebody pasted or typed
 *
 * Reads words of a glossary, one a line: "term; business; technical; agreed" with semicolons or tabs, quoted
 * as spreadsheets do, or "term: agreed". A heading above may name the columns, in English or French.
 *
 * Returns: (transfer full) (element-type AtlTermDraft): those that have a word
 */
GPtrArray *
atl_terms_parse (const char *text)
{
  GPtrArray       *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_term_draft_free);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char      *at = g_str_has_prefix (valid, "\xef\xbb\xbf") ? valid + 3 : valid;
  char             separator = find_separator (at);
  int              columns[] = { ATL_TERM_TERM, ATL_TERM_BUSINESS, ATL_TERM_TECHNICAL, ATL_TERM_AGREED };
  gboolean         first = TRUE;

  while (*at != '\0')
    {
      g_autoptr (GPtrArray)    fields = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (AtlTermDraft) draft = NULL;
      gboolean                 heading;

      at = read_record (at, separator, fields);
      heading = first && take_heading (fields, columns);
      first = FALSE;
      if (fields->len == 1)
        split_meaning (fields);
      draft = heading ? NULL : make_draft (fields, columns);
      if (draft != NULL && draft->texts[ATL_TERM_TERM] != NULL && *draft->texts[ATL_TERM_TERM] != '\0')
        g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }
  return drafts;
}
