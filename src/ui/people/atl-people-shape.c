/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-shape.h"

#include "ui/people/atl-people-columns.h"
#include "util/atl-fold.h"

#include <string.h>

/* What kind of list a text is: lines, a table, names side by side, the people of a mail. Bullets and the
 * like go. */

/* "- Ada", "• Ada", "3. Ada", "3) Ada", "•<tab>Ada": lists keep their bullets when copied. */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "•", "–", "◦", "▪", "■", "□", "☐", "☑", "✓", "\xef\x82\xb7",
                                         "o\t", "- [ ] ", "- [x] ", "- ", "* ", "+ ", "-\t", "*\t" };
  const char              *p = line + strspn (line, " \t");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (p, bullets[i]))
      return p + strlen (bullets[i]) + strspn (p + strlen (bullets[i]), " \t");
  if (g_ascii_isdigit (*p))
    {
      while (g_ascii_isdigit (*p))
        p++;
      return (*p == '.' || *p == ')') && (p[1] == ' ' || p[1] == '\t') ? p + 2 : line;
    }
  return line;
}

/* Tables of Markdown have a bar on both sides. */
static void
strip_bars (char *line)
{
  g_autofree char *inner = NULL;
  gsize            length = strlen (g_strchomp (line));

  if (length < 2 || line[0] != '|' || line[length - 1] != '|')
    return;
  inner = g_strndup (line + 1, length - 2);
  g_strlcpy (line, inner, length);
}

static gboolean
says_something (const char *line)
{
  return line[strspn (line, " \t\r;,|:-=_")] != '\0';
}

/* "Ada <ada@x.org>; Bob <bob@x.org>" is how mail programs write the people of an invitation. */
static gboolean
is_mail_list (const char *line)
{
  const char *first = strstr (line, ">");

  return first != NULL && strchr (line, '@') != NULL && strchr (first, '<') != NULL &&
         strpbrk (first, ";,") != NULL;
}

/* The parts of a line, each on its own; separators between quotes or angle brackets do not count. */
static void
append_parts (GString    *rows,
              const char *line,
              const char *separators)
{
  char within = '\0';

  for (const char *p = line; *p != '\0'; p++)
    {
      if (within == '\0' && (*p == '"' || *p == '<'))
        within = *p == '<' ? '>' : '"';
      else if (*p == within)
        within = '\0';
      else if (within == '\0' && strchr (separators, *p) != NULL)
        {
          g_string_append_c (rows, '\n');
          p += strspn (p + 1, " ");
          continue;
        }
      g_string_append_c (rows, *p);
    }
  g_string_append_c (rows, '\n');
}

static void
append_line (GString *rows,
             char    *line)
{
  char *rest = (char *) skip_bullet (line);

  strip_bars (rest);
  if (!says_something (rest))
    return;
  if (is_mail_list (rest))
    append_parts (rows, rest, ";,");
  else
    g_string_append_printf (rows, "%s\n", rest);
}

static char *
dup_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  GString       *rows = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    append_line (rows, lines[i]);
  return g_string_free (rows, FALSE);
}

static guint
count (const char *line,
       char        c)
{
  gboolean quoted = FALSE;
  guint    n = 0;

  for (; *line != '\0'; line++)
    if (*line == '"')
      quoted = !quoted;
    else if (*line == '\n')
      quoted = FALSE;
    else
      n += !quoted && *line == c ? 1 : 0;
  return n;
}

static guint
count_words (const char *part)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);
  guint          n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0' ? 1 : 0;
  return n;
}

/* What the lines of a list tell about its commas. */
typedef struct
{
  guint    n;          /* lines */
  guint    commas;     /* in the first one */
  gboolean even;       /* as many in each */
  guint    n_single;   /* lines with one comma */
  guint    n_several;  /* lines with more */
  guint    n_long[2];  /* lines whose first and second part have several words */
  guint    n_distinct; /* second parts that differ */
  gboolean repeats;    /* a second part occurs twice, as silos do */
} Commas;

static void
look_at_line (Commas     *commas,
              const char *line,
              GHashTable *seconds)
{
  guint          n = count (line, ',');
  g_auto (GStrv) parts = g_strsplit (line, ",", 3);

  if (commas->n++ == 0)
    commas->commas = n;
  commas->even = commas->even && n == commas->commas;
  commas->n_single += n == 1 ? 1 : 0;
  commas->n_several += n > 1 ? 1 : 0;
  for (guint i = 0; i < 2 && parts[i] != NULL && parts[1] != NULL; i++)
    commas->n_long[i] += count_words (parts[i]) > 1 ? 1 : 0;
  if (parts[0] != NULL && parts[1] != NULL)
    commas->repeats = !g_hash_table_add (seconds, atl_fold (g_strstrip (parts[1]))) || commas->repeats;
  commas->n_distinct = g_hash_table_size (seconds);
}

static Commas
look_at_commas (char **lines)
{
  Commas                 commas = { .even = TRUE };
  g_autoptr (GHashTable) seconds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      look_at_line (&commas, lines[i], seconds);
  return commas;
}

/* "Ana, Sales" in most lines, two people a silo or more: of the first names of a group, few occur twice. */
static gboolean
repeats_often (const Commas *commas)
{
  return commas->n_several == 0 && commas->n_single > 2 && commas->n_single * 2 > commas->n &&
         commas->n_distinct * 2 <= commas->n_single;
}

/* "Ada Martin, DSI" a line is a table, and so is what has headings; "Martin, Ada" is a name. */
static gboolean
is_comma_table (const Commas *commas,
                gboolean      headed)
{
  if (headed || repeats_often (commas))
    return TRUE;
  if (!commas->even || commas->commas == 0)
    return FALSE;
  if (commas->n == 1)
    return commas->commas == 1 && commas->n_long[0] == 1 && commas->n_long[1] == 0;
  if (commas->n_long[0] * 2 <= commas->n)
    return commas->commas > 1 && commas->repeats;
  return commas->repeats || commas->n_long[1] < commas->n;
}

/* "Ada, Bob, Cléo and Dan": a single comma only between names of several words. */
static gboolean
is_name_list (const Commas *commas,
              const char   *line)
{
  guint    n = count (line, ',');
  gboolean whole = commas->n_long[0] == commas->n && commas->n_long[1] == commas->n;

  return n > 1 || (n == 1 && whole);
}

/* The last two of such a list. */
static void
append_names (GString    *rows,
              const char *line)
{
  static const char *const ands[] = { " et ", " and ", " & " };
  g_autoptr (GString)      names = g_string_new (line);
  char                    *last = strrchr (names->str, ',');

  for (guint i = 0; last != NULL && i < G_N_ELEMENTS (ands); i++)
    {
      char *at = strstr (last, ands[i]);

      if (at == NULL)
        continue;
      *at = ',';
      memset (at + 1, ' ', strlen (ands[i]) - 1);
      break;
    }
  append_parts (rows, names->str, ",");
}

/* @all: every line, and not only those that look like it. */
static char *
dup_names (const Commas *commas,
           char        **lines,
           gboolean      all)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && (all || is_name_list (commas, lines[i])))
      append_names (names, lines[i]);
    else if (lines[i][0] != '\0')
      g_string_append_printf (names, "%s\n", lines[i]);
  return g_string_free (names, FALSE);
}

static AtlPeopleCommas
find_commas (const Commas *commas,
             char        **lines,
             gboolean      headed)
{
  if (is_comma_table (commas, headed))
    return ATL_PEOPLE_COMMAS_SILO;
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_name_list (commas, lines[i]))
      return ATL_PEOPLE_COMMAS_NAMES;
  return ATL_PEOPLE_COMMAS_NAME;
}

/* A first line of headings with commas. */
static gboolean
has_comma_headings (const char *line)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) unread = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv)        parts = g_strsplit (line, ",", -1);
  AtlPeopleColumns      columns;

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (cells, g_strdup (g_strstrip (parts[i])));
  return cells->len > 1 && atl_people_columns_read (&columns, cells, unread) && unread->len < cells->len - 1;
}

static char *
dup_comma_rows (const char      *rows,
                AtlPeopleCommas *commas,
                char            *separator)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  Commas         look = look_at_commas (lines);
  gboolean       told = *commas != ATL_PEOPLE_COMMAS_ANY;

  if (!told)
    *commas = find_commas (&look, lines, has_comma_headings (lines[0]));
  *separator = *commas == ATL_PEOPLE_COMMAS_SILO ? ',' : ATL_PEOPLE_NO_SEPARATOR;
  return *commas == ATL_PEOPLE_COMMAS_NAMES ? dup_names (&look, lines, told) : g_strdup (rows);
}

/**
 * atl_people_shape_dup_rows:
 * @text: valid UTF-8
 * @commas: (inout): what commas are, or that this is to be found out; what they are taken for, or that there
 *   are none that matter
 * @separator: (out): what stands between the cells of a row, %ATL_PEOPLE_NO_SEPARATOR for nothing
 *
 * Finds out how a list of people is written.
 *
 * Returns: (transfer full): a row for each person, without bullets and lines that say nothing
 */
char *
atl_people_shape_dup_rows (const char      *text,
                           AtlPeopleCommas *commas,
                           char            *separator)
{
  g_autofree char *rows = dup_lines (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text);
  const char      *c = "\t;|";

  while (*c != '\0' && count (rows, *c) == 0)
    c++;
  if (*c == '\0' && count (rows, ',') > 0)
    return dup_comma_rows (rows, commas, separator);
  *commas = ATL_PEOPLE_COMMAS_ANY;
  *separator = *c != '\0' ? *c : ATL_PEOPLE_NO_SEPARATOR;
  return g_steal_pointer (&rows);
}
