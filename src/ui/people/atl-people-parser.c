/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-parser.h"

#include "exchange/atl-network-cells.h"
#include "exchange/atl-network-words.h"
#include "ui/people/atl-people-columns.h"

#include <string.h>

/* Longer words than these are no names: somebody pasted a text by mistake. */
#define MAX_CHARACTERS 120

typedef struct
{
  AtlPeopleText   *text;
  AtlPeopleColumns columns;
  gboolean         begun; /* the first row was read */
} Reading;

/* Runs of white space become one space; what is between angle brackets (an address) and control characters
 * go. */
static char *
tidy (const char *field,
      gboolean   *cut)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint               length = 0;
  gboolean            in_address = FALSE;

  for (const char *p = field; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<' && strchr (p, '>') != NULL)
        in_address = TRUE;
      if (!in_address && (g_unichar_isspace (c) || g_unichar_iscntrl (c)))
        c = ' ';
      if (!in_address && c != 0xfeff && !(c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' ')))
        {
          if (length++ == MAX_CHARACTERS)
            {
              *cut = TRUE;
              break;
            }
          g_string_append_unichar (out, c);
        }
      if (c == '>')
        in_address = FALSE;
    }
  return g_strchomp (g_string_free (g_steal_pointer (&out), FALSE));
}

static const char *
get_cell (Reading        *reading,
          GPtrArray      *cells,
          AtlPeopleColumn column)
{
  int place = reading->columns.place[column];

  return place >= 0 && place < (int) cells->len ? cells->pdata[place] : "";
}

/* "Mme", "Ada", "Martin" in columns of their own are one name. */
static char *
dup_name (Reading   *reading,
          GPtrArray *cells,
          gboolean  *cut)
{
  static const AtlPeopleColumn parts[] = { ATL_PEOPLE_SALUTATION, ATL_PEOPLE_GIVEN, ATL_PEOPLE_FAMILY,
                                           ATL_PEOPLE_NAME };
  g_autoptr (GString)          name = g_string_new (NULL);
  g_autofree char             *tidied = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (name, " %s", get_cell (reading, cells, parts[i]));
  tidied = tidy (name->str, cut);
  return g_steal_pointer (&tidied);
}

/* A column of partners may name their company in place of a yes. */
static gboolean
says_yes (Reading        *reading,
          GPtrArray      *cells,
          AtlPeopleColumn column)
{
  const char *cell = get_cell (reading, cells, column);
  gboolean    yes = FALSE;

  if (*cell == '\0')
    return FALSE;
  return atl_network_words_read_yes (cell, &yes) ? yes : column == ATL_PEOPLE_EXTERNAL;
}

/* Only one that is told to be there can say that somebody is not. */
static gboolean
says_absent (Reading   *reading,
             GPtrArray *cells)
{
  gboolean yes = TRUE;

  return atl_network_words_read_yes (get_cell (reading, cells, ATL_PEOPLE_PRESENT), &yes) && !yes;
}

static void
add_person (Reading   *reading,
            GPtrArray *cells)
{
  AtlPeopleText *text = reading->text;
  AtlPersonLine *line = NULL;
  gboolean       cut = FALSE, ignored = FALSE;

  if (text->people->len >= ATL_PEOPLE_MOST)
    {
      text->n_over++;
      return;
    }
  line = g_new0 (AtlPersonLine, 1);
  line->name = dup_name (reading, cells, &cut);
  line->silo = tidy (get_cell (reading, cells, ATL_PEOPLE_SILO), &ignored);
  line->role = tidy (get_cell (reading, cells, ATL_PEOPLE_ROLE), &ignored);
  line->external = says_yes (reading, cells, ATL_PEOPLE_EXTERNAL);
  line->manager = says_yes (reading, cells, ATL_PEOPLE_MANAGER);
  line->absent = says_absent (reading, cells);
  text->n_cut += cut ? 1 : 0;
  if (*line->name != '\0')
    g_ptr_array_add (text->people, line);
  else
    {
      text->n_nameless++;
      atl_person_line_free (line);
    }
}

static void
split (GPtrArray  *cells,
       const char *line,
       char        separator)
{
  const char     text[] = { separator, '\0' };
  g_auto (GStrv) parts = g_strsplit (line, text, 64);

  g_ptr_array_set_size (cells, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (cells, g_strdup (g_strstrip (parts[i])));
}

/* A list may come from a file below lines that were typed: its headings stand further down, and are told
 * from a person by naming two columns. */
static gboolean
read_headings (Reading   *reading,
               GPtrArray *cells)
{
  g_autoptr (GPtrArray) unread = g_ptr_array_new ();
  AtlPeopleColumns      columns;

  g_ptr_array_set_free_func (unread, g_free);
  if (reading->begun &&
      (!atl_people_columns_read (&columns, cells, unread) || unread->len + 2 > cells->len))
    return FALSE;
  return atl_people_columns_read (&reading->columns, cells, reading->text->columns);
}

static void
take_row (Reading   *reading,
          GPtrArray *cells,
          char       separator)
{
  gboolean empty = TRUE;

  /* A line typed among others that came from a spreadsheet. */
  if (separator == '\t' && cells->len == 1 && strchr (cells->pdata[0], ';') != NULL)
    {
      g_autofree char *line = g_strdup (cells->pdata[0]);

      split (cells, line, ';');
    }
  for (guint i = 0; i < cells->len; i++)
    empty = empty && *(const char *) cells->pdata[i] == '\0';
  if (empty)
    return;
  if (!read_headings (reading, cells))
    add_person (reading, cells);
  reading->begun = TRUE;
}

/* A quotation mark that is never closed is one of the text: its line is taken as it stands. */
static void
take_line (Reading    *reading,
           GPtrArray  *cells,
           const char *line,
           gsize       length,
           char        separator)
{
  g_autofree char *text = g_strndup (line, length);

  split (cells, text, separator);
  take_row (reading, cells, separator);
}

static void
read_rows (Reading    *reading,
           const char *rows,
           char        separator)
{
  g_auto (AtlNetworkCells) cells = { 0 };

  atl_network_cells_init (&cells, rows);
  cells.separator = separator;
  while (*cells.at != '\0')
    {
      const char *start = cells.at;
      gsize       length = strcspn (start, "\n");

      if (atl_network_cells_next (&cells, NULL))
        take_row (reading, cells.cells, separator);
      else
        {
          take_line (reading, cells.cells, start, length, separator);
          cells.at = start + length + (start[length] == '\n' ? 1 : 0);
        }
    }
}

/**
 * atl_people_text_new:
 * @text: what was typed or pasted, any bytes
 * @commas: what commas are, %ATL_PEOPLE_COMMAS_ANY to find it out
 *
 * Reads one person a line: a name, then if wanted the silo, the role and whether they are from outside,
 * behind tabs, semicolons or bars, or commas where the lines agree. A first line of headings, in English or
 * French, says the order of the columns. Names side by side with commas between them, and the people of a
 * mail, are read, too. Bullets, quotes, addresses and empty lines are left out.
 *
 * Returns: (transfer full): the people in the order of the lines, and what was not read
 */
AtlPeopleText *
atl_people_text_new (const char     *text,
                     AtlPeopleCommas commas)
{
  AtlPeopleText   *self = g_new0 (AtlPeopleText, 1);
  Reading          reading = { .text = self };
  g_autofree char *valid = NULL;
  g_autofree char *rows = NULL;
  char             separator;

  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_person_line_free);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  g_return_val_if_fail (text != NULL, self);

  atl_people_columns_init (&reading.columns);
  valid = g_utf8_make_valid (text, -1);
  rows = atl_people_shape_dup_rows (valid, &commas, &separator);
  self->commas = commas;
  read_rows (&reading, rows, separator);
  return self;
}

/**
 * atl_people_text_free:
 * @self: (transfer full): a list
 */
void
atl_people_text_free (AtlPeopleText *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self);
}

/**
 * atl_people_parse:
 * @text: what was typed or pasted, any bytes
 *
 * Returns: (transfer full) (element-type AtlPersonLine): the people that atl_people_text_new() reads
 */
GPtrArray *
atl_people_parse (const char *text)
{
  g_autoptr (AtlPeopleText) read = atl_people_text_new (text, ATL_PEOPLE_COMMAS_ANY);

  return g_steal_pointer (&read->people);
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
