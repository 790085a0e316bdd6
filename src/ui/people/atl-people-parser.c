/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-parser.h"

#include "util/atl-fold.h"

#include <string.h>

/* Longer words than these are no names: somebody pasted a text by mistake. */
#define MAX_CHARACTERS 120

typedef enum
{
  COLUMN_NAME,
  COLUMN_SILO,
  COLUMN_ROLE,
  N_COLUMNS,
} Column;

typedef struct
{
  int place[N_COLUMNS]; /* of the column in a line, -1 is missing */
} Columns;

/* The words that people write above such lists, folded. */
static const struct
{
  const char *word;
  Column      column;
} headings[] = {
  { "name", COLUMN_NAME },
  { "names", COLUMN_NAME },
  { "full name", COLUMN_NAME },
  { "person", COLUMN_NAME },
  { "participant", COLUMN_NAME },
  { "nom", COLUMN_NAME },
  { "noms", COLUMN_NAME },
  { "prenom nom", COLUMN_NAME },
  { "nom prenom", COLUMN_NAME },
  { "personne", COLUMN_NAME },
  { "silo", COLUMN_SILO },
  { "department", COLUMN_SILO },
  { "unit", COLUMN_SILO },
  { "team", COLUMN_SILO },
  { "service", COLUMN_SILO },
  { "direction", COLUMN_SILO },
  { "departement", COLUMN_SILO },
  { "equipe", COLUMN_SILO },
  { "role", COLUMN_ROLE },
  { "title", COLUMN_ROLE },
  { "job", COLUMN_ROLE },
  { "fonction", COLUMN_ROLE },
  { "function", COLUMN_ROLE },
  { "poste", COLUMN_ROLE },
};

/* Runs of white space become one space; what is between angle brackets (an address) and control characters
 * go. */
static char *
tidy (const char *field)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint               length = 0;
  gboolean            in_address = FALSE;

  for (const char *p = field; *p != '\0' && length < MAX_CHARACTERS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<' && strchr (p, '>') != NULL)
        in_address = TRUE;
      if (!in_address && (g_unichar_isspace (c) || g_unichar_iscntrl (c)))
        c = ' ';
      if (!in_address && c != 0xfeff && !(c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' ')))
        {
          g_string_append_unichar (out, c);
          length++;
        }
      if (c == '>')
        in_address = FALSE;
    }
  return g_strchomp (g_string_free (g_steal_pointer (&out), FALSE));
}

/* Spreadsheets quote a cell that holds a separator or a quote. */
static void
unquote (char *field)
{
  gsize length = strlen (field);

  if (length < 2 || field[0] != '"' || field[length - 1] != '"')
    return;
  memmove (field, field + 1, length - 2);
  field[length - 2] = '\0';
  g_strstrip (field);
}

/* "- Ada", "• Ada", "3. Ada", "3) Ada": lists keep their bullets when copied. */
static const char *
skip_bullet (const char *line)
{
  const char *p = line;

  while (g_ascii_isspace (*p) && *p != '\t')
    p++;
  if (g_ascii_isdigit (*p))
    {
      while (g_ascii_isdigit (*p))
        p++;
      return (*p == '.' || *p == ')') && p[1] == ' ' ? p + 2 : line;
    }
  if ((*p == '-' || *p == '*') && p[1] == ' ')
    return p + 2;
  if (g_str_has_prefix (p, "•") || g_str_has_prefix (p, "–"))
    return g_utf8_next_char (p);
  return line;
}

static char **
split (const char *line)
{
  const char *separator = strchr (line, '\t') != NULL ? "\t" : ";";
  char      **fields = g_strsplit (skip_bullet (line), separator, -1);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *raw = fields[i];

      fields[i] = tidy (raw);
      unquote (fields[i]);
    }
  return fields;
}

static int
find_heading (const char *field)
{
  g_autofree char *folded = atl_fold (field);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (folded, headings[i].word))
      return (int) headings[i].column;
  return -1;
}

/* A heading line names its first column and nothing unknown. */
static gboolean
read_headings (char   **fields,
               Columns *columns)
{
  Columns found = { { -1, -1, -1 } };

  for (int i = 0; fields[i] != NULL; i++)
    {
      int column = find_heading (fields[i]);

      if (column < 0)
        return FALSE;
      if (found.place[column] < 0)
        found.place[column] = i;
    }
  if (found.place[COLUMN_NAME] < 0)
    return FALSE;
  *columns = found;
  return TRUE;
}

static const char *
get_field (char         **fields,
           const Columns *columns,
           Column         column)
{
  int place = columns->place[column];

  return place >= 0 && place < (int) g_strv_length (fields) ? fields[place] : "";
}

static void
add_person (GPtrArray     *people,
            char         **fields,
            const Columns *columns)
{
  const char *name = get_field (fields, columns, COLUMN_NAME);

  if (name[0] != '\0')
    g_ptr_array_add (people, atl_person_line_new (name,
                                                  get_field (fields, columns, COLUMN_SILO),
                                                  get_field (fields, columns, COLUMN_ROLE)));
}

/* "Ada <ada@x.org>; Bob <bob@x.org>" is how mail programs write the people of an invitation. */
static gboolean
is_mail_list (const char *line)
{
  const char *first = strstr (line, ">");

  return first != NULL && strchr (line, '@') != NULL && strchr (first, '<') != NULL &&
         strchr (first, ';') != NULL;
}

static void
add_mail_list (GPtrArray *people,
               char     **fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (fields[i][0] != '\0')
      g_ptr_array_add (people, atl_person_line_new (fields[i], "", ""));
}

static void
read_line (GPtrArray  *people,
           const char *line,
           Columns    *columns,
           gboolean   *first)
{
  g_auto (GStrv) fields = split (line);
  gboolean       empty = TRUE;

  for (guint i = 0; fields[i] != NULL; i++)
    empty = empty && fields[i][0] == '\0';
  if (empty)
    return;
  if (is_mail_list (line))
    add_mail_list (people, fields);
  else if (!*first || !read_headings (fields, columns))
    add_person (people, fields, columns);
  *first = FALSE;
}

/**
 * atl_people_parse:
 * @text: what was typed or pasted, any bytes
 *
 * Reads one person a line: a name, then if wanted the silo and the role behind tabs or semicolons. A first
 * line of headings, in English or French, says the order of the columns. Bullets, quotes, mail addresses
 * and empty lines are left out.
 *
 * Returns: (transfer full) (element-type AtlPersonLine): the people in the order of the lines
 */
GPtrArray *
atl_people_parse (const char *text)
{
  g_autofree char *valid = NULL;
  g_auto (GStrv)   lines = NULL;
  GPtrArray       *people = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_person_line_free);
  Columns          columns = { { 0, 1, 2 } };
  gboolean         first = TRUE;

  g_return_val_if_fail (text != NULL, people);

  valid = g_utf8_make_valid (text, -1);
  lines = g_strsplit_set (valid, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (people, lines[i], &columns, &first);
  return people;
}

/**
 * atl_person_line_new:
 * @name: a name
 * @silo: the name of a silo, or ""
 * @role: a role, or ""
 *
 * Returns: (transfer full): a line with copies of them
 */
AtlPersonLine *
atl_person_line_new (const char *name,
                     const char *silo,
                     const char *role)
{
  AtlPersonLine *self = g_new0 (AtlPersonLine, 1);

  self->name = g_strdup (name);
  self->silo = g_strdup (silo);
  self->role = g_strdup (role);
  return self;
}

/**
 * atl_person_line_free:
 * @self: (transfer full): a line
 */
void
atl_person_line_free (AtlPersonLine *self)
{
  g_free (self->name);
  g_free (self->silo);
  g_free (self->role);
  g_free (self);
}
