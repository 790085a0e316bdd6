/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-pajek.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-words.h"

typedef enum
{
  PART_NONE,
  PART_NETWORK,
  PART_PARTITION,
  PART_VERTICES,
  PART_VALUES, /* of a partition */
  PART_LINES,  /* arcs or edges: from, to, value */
  PART_LISTS,  /* from, to, to… */
  PART_MATRIX,
  PART_SKIPPED,
} Part;

typedef struct
{
  AtlNetworkTable *table;
  Part             part;
  gboolean         in_partition; /* the next vertices are values */
  gboolean         mutual;
  guint            n;         /* of vertices */
  guint            next;      /* vertex without a number, value or row, from 1 */
  GArray          *nodes;     /* number of each vertex in the table */
  GHashTable      *relations; /* number to name */
  char            *relation;  /* of the lines that follow, or NULL */
  char            *partition; /* its name */
  guint            n_networks;
  char            *network; /* name of the network, from the second on */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_array_unref (reading->nodes);
  g_hash_table_unref (reading->relations);
  g_free (reading->relation);
  g_free (reading->partition);
  g_free (reading->network);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* The next word, or what is between quotes: (transfer full), NULL at the end of the line. */
static char *
read_word (const char **at)
{
  const char *begin = *at + strspn (*at, " \t\r");
  char        quote = *begin;
  const char *end = NULL;

  if (*begin == '\0')
    return NULL;
  if (quote == '"' || quote == '\'')
    {
      begin++;
      end = strchr (begin, quote);
      end = end != NULL ? end : begin + strlen (begin);
      *at = *end != '\0' ? end + 1 : end;
    }
  else
    {
      end = begin + strcspn (begin, " \t\r\n");
      *at = end;
    }
  return g_strndup (begin, MIN ((gsize) (end - begin), ATL_NETWORK_MOST_BYTES));
}

static gboolean
read_number (const char **at,
             double      *number)
{
  const char      *before = *at;
  g_autofree char *word = read_word (at);

  if (word != NULL && atl_network_words_read_number (word, number))
    return TRUE;
  *at = before;
  return FALSE;
}

static guint
read_count (const char *at)
{
  double number = 0;

  return read_number (&at, &number) && number >= 1 && number <= ATL_NETWORK_MOST_NODES ? (guint) number : 0;
}

/* Vertices that the file only counts are called by their number. */
static guint
get_node (Reading *reading,
          double   number)
{
  guint *node = NULL;

  if (!(number >= 1) || number > reading->nodes->len || number != floor (number))
    {
      atl_network_table_report (reading->table, _ ("there is no vertex %g: left out"), number);
      return ATL_NETWORK_NO_NODE;
    }
  node = &g_array_index (reading->nodes, guint, (guint) number - 1);
  if (*node == ATL_NETWORK_NO_NODE)
    {
      g_autofree char *label = g_strdup_printf ("%u", (guint) number);

      *node = atl_network_table_add (reading->table, label);
    }
  return *node;
}

static void
add_tie (Reading *reading,
         double   from,
         double   to,
         double   strength)
{
  AtlNetworkTie tie = { .kind = ATL_NETWORK_NO_KIND, .strength = strength, .mutual = reading->mutual };

  tie.from = get_node (reading, from);
  tie.to = get_node (reading, to);
  if (reading->relation != NULL)
    atl_network_words_set_tie (reading->table, &tie, ATL_NETWORK_WORD_KIND, reading->relation);
  atl_network_table_add_tie (reading->table, &tie);
}

/* A second network of as many vertices is another relation among the same. */
static void
begin_vertices (Reading    *reading,
                const char *rest)
{
  guint n = read_count (rest);
  guint none = ATL_NETWORK_NO_NODE;

  reading->next = 1;
  if (reading->in_partition)
    {
      reading->part = PART_VALUES;
      return;
    }
  reading->part = PART_VERTICES;
  if (n == 0)
    atl_network_table_report (reading->table, _ ("a network has 1 to %d vertices: left out"),
                              ATL_NETWORK_MOST_NODES);
  reading->n = n;
  if (n == reading->nodes->len)
    return;
  for (guint i = 0; i < reading->nodes->len; i++)
    get_node (reading, i + 1);
  g_array_set_size (reading->nodes, 0);
  for (guint i = 0; i < n; i++)
    g_array_append_val (reading->nodes, none);
}

/* ":2 "advice"" names the relation that the lines belong to; ":2" alone means one that was named before. */
static void
read_relation (Reading    *reading,
               const char *rest)
{
  const char      *colon = strchr (rest, ':');
  guint            number = colon != NULL ? (guint) g_ascii_strtoull (colon + 1, NULL, 10) : 0;
  const char      *after = colon != NULL ? colon + 1 + strspn (colon + 1, "0123456789 ") : NULL;
  g_autofree char *name = after != NULL ? read_word (&after) : NULL;

  if (name != NULL && *name != '\0' && g_hash_table_size (reading->relations) < ATL_NETWORK_MOST_COLUMNS)
    g_hash_table_insert (reading->relations, GUINT_TO_POINTER (number), g_strdup (name));
  g_free (reading->relation);
  if (colon != NULL)
    reading->relation = g_strdup (g_hash_table_lookup (reading->relations, GUINT_TO_POINTER (number)));
  else
    reading->relation = g_strdup (reading->network);
}

static void
begin_lines (Reading    *reading,
             Part        part,
             gboolean    mutual,
             const char *rest)
{
  reading->part = reading->nodes->len > 0 ? part : PART_SKIPPED;
  reading->mutual = mutual;
  reading->next = 1;
  read_relation (reading, rest);
  for (guint i = 0; i < reading->nodes->len; i++)
    get_node (reading, i + 1);
}

static void
begin_partition (Reading    *reading,
                 const char *rest)
{
  const char *name = rest + strspn (rest, " \t");

  reading->part = PART_PARTITION;
  reading->in_partition = TRUE;
  g_free (reading->partition);
  reading->partition = g_strchomp (g_strndup (name, MIN (strlen (name), ATL_NETWORK_MOST_CHARACTERS)));
  if (*reading->partition == '\0' || !g_utf8_validate (reading->partition, -1, NULL))
    {
      g_free (reading->partition);
      reading->partition = g_strdup_printf (_ ("Partition %u"), reading->table->columns->len + 1);
    }
}

static void
begin_network (Reading    *reading,
               const char *rest)
{
  reading->part = PART_NETWORK;
  reading->in_partition = FALSE;
  g_hash_table_remove_all (reading->relations);
  if (reading->n_networks++ == 0)
    return;
  g_free (reading->network);
  reading->network = g_strstrip (g_strdup (rest));
}

static gboolean
is_part (const char *line,
         const char *name)
{
  return g_ascii_strncasecmp (line + 1, name, strlen (name)) == 0;
}

static void
begin_part (Reading    *reading,
            const char *line)
{
  const char *rest = line + strcspn (line, " \t:");

  if (is_part (line, "vertices"))
    begin_vertices (reading, rest);
  else if (is_part (line, "network"))
    begin_network (reading, rest);
  else if (is_part (line, "partition"))
    begin_partition (reading, rest);
  else if (is_part (line, "arcslist") || is_part (line, "edgeslist"))
    begin_lines (reading, PART_LISTS, is_part (line, "edgeslist"), rest);
  else if (is_part (line, "arcs") || is_part (line, "edges"))
    begin_lines (reading, PART_LINES, is_part (line, "edges"), rest);
  else if (is_part (line, "matrix"))
    begin_lines (reading, PART_MATRIX, FALSE, rest);
  else
    {
      reading->part = PART_SKIPPED;
      reading->in_partition = TRUE;
      g_clear_pointer (&reading->partition, g_free);
      atl_network_table_report (reading->table, _ ("this part is not read: left out"));
    }
}

static void
read_vertex (Reading    *reading,
             const char *line)
{
  g_autofree char *label = NULL;
  double           number = 0;

  if (!read_number (&line, &number))
    number = reading->next;
  reading->next = number >= 1 && number <= reading->n ? (guint) number + 1 : reading->next;
  label = read_word (&line);
  if (!(number >= 1) || number > reading->nodes->len)
    atl_network_table_report (reading->table, _ ("there is no vertex %g: left out"), number);
  else if (label != NULL && *label != '\0' &&
           g_array_index (reading->nodes, guint, (guint) number - 1) == ATL_NETWORK_NO_NODE)
    g_array_index (reading->nodes, guint, (guint) number - 1) = atl_network_table_add (reading->table, label);
}

static void
read_value (Reading    *reading,
            const char *line)
{
  g_autofree char *value = read_word (&line);
  guint            node = value != NULL ? get_node (reading, reading->next++) : ATL_NETWORK_NO_NODE;

  if (node == ATL_NETWORK_NO_NODE || reading->partition == NULL)
    return;
  atl_network_table_put (reading->table, node, reading->partition, value);
  atl_network_table_state (reading->table, reading->partition, FALSE);
}

static void
read_line (Reading    *reading,
           const char *line)
{
  double from = 0;
  double to = 0;
  double strength = ATL_NETWORK_USUAL_STRENGTH;

  if (!read_number (&line, &from) || !read_number (&line, &to))
    {
      atl_network_table_report (reading->table, _ ("two numbers of vertices were expected: left out"));
      return;
    }
  read_number (&line, &strength);
  add_tie (reading, from, to, strength);
}

static void
read_list (Reading    *reading,
           const char *line)
{
  double from = 0;
  double to = 0;

  if (!read_number (&line, &from))
    return;
  while (read_number (&line, &to))
    add_tie (reading, from, to, ATL_NETWORK_USUAL_STRENGTH);
}

static void
read_row (Reading    *reading,
          const char *line)
{
  double strength = 0;

  for (guint to = 1; reading->next <= reading->n && read_number (&line, &strength); to++)
    if (strength != 0)
      add_tie (reading, reading->next, to, strength);
  reading->next++;
}

static void
read_in_part (Reading    *reading,
              const char *line)
{
  switch (reading->part)
    {
    case PART_VERTICES:
      read_vertex (reading, line);
      break;
    case PART_VALUES:
      read_value (reading, line);
      break;
    case PART_LINES:
      read_line (reading, line);
      break;
    case PART_LISTS:
      read_list (reading, line);
      break;
    case PART_MATRIX:
      read_row (reading, line);
      break;
    case PART_NONE:
    case PART_NETWORK:
    case PART_PARTITION:
    case PART_SKIPPED:
    default:
      break;
    }
}

/* Vertices that no line names are people without links: they belong to the map too. */
static void
read_text (Reading    *reading,
           const char *text)
{
  while (*text != '\0')
    {
      gsize            length = strcspn (text, "\r\n");
      g_autofree char *line = g_strndup (text, length);

      reading->table->line++;
      text += length;
      text += text[0] == '\r' && text[1] == '\n' ? 2 : text[0] != '\0' ? 1
                                                                       : 0;
      g_strchug (line);
      if (*line == '*')
        begin_part (reading, line);
      else if (*line != '%' && *line != '\0')
        read_in_part (reading, line);
    }
  for (guint i = 0; i < reading->nodes->len; i++)
    get_node (reading, i + 1);
}

/* A partition in a file of its own looks like a network of vertices that have a number each and no label. */
static gboolean
is_lone_partition (AtlNetworkTable *table,
                   const char      *text)
{
  const char *line = text + strspn (text, " \t\r\n");
  guint       n = 0;

  if (table->order->len == 0 || !is_part (line, "vertices") ||
      read_count (line + strcspn (line, " \t\r\n")) != table->order->len)
    return FALSE;
  for (line += strcspn (line, "\n"); *line != '\0'; line += strcspn (line, "\n"))
    {
      double number = 0;

      line += strspn (line, " \t\r\n");
      if (*line == '\0')
        break;
      if (!read_number (&line, &number) || line[strspn (line, " \t\r")] != '\n')
        return *line != '*' && n + 1 >= table->order->len;
      n++;
    }
  return n == table->order->len;
}

static void
keep_order (Reading *reading)
{
  g_array_set_size (reading->table->order, 0);
  g_array_append_vals (reading->table->order, reading->nodes->data, reading->nodes->len);
}

/* The name of the file is that of the partition. */
static void
prepare_partition (Reading *reading)
{
  g_autofree char *name = g_strndup (reading->table->source, strcspn (reading->table->source, "."));

  begin_partition (reading, name);
  g_array_append_vals (reading->nodes, reading->table->order->data, reading->table->order->len);
}

/**
 * atl_network_pajek_read:
 * @table: where what is read goes
 * @text: a network (.net), partition (.clu) or project (.paj) of Pajek, UTF-8
 * @error: (out) (optional): why not
 *
 * Reads vertices, arcs, edges, lists and matrices of several relations, and partitions. Vectors,
 * permutations, coordinates and times are passed over.
 *
 * Sets %ATL_EXCHANGE_ERROR_UNREADABLE.
 *
 * Returns: whether it had any vertex
 */
gboolean
atl_network_pajek_read (AtlNetworkTable *table,
                        const char      *text,
                        GError         **error)
{
  g_auto (Reading) reading = { .table = table };

  reading.nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  reading.relations = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (is_lone_partition (table, text))
    prepare_partition (&reading);
  read_text (&reading, text);
  keep_order (&reading);
  if (reading.nodes->len > 0)
    return TRUE;
  g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE,
                       _ ("There is no vertex in this Pajek file."));
  return FALSE;
}
