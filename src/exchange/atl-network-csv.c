/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-csv.h"

#include <glib/gi18n-lib.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-cells.h"
#include "exchange/atl-network-partitions.h"
#include "exchange/atl-network-square.h"
#include "exchange/atl-network-words.h"
#include "util/atl-fold.h"

/* What each column is about. */
typedef struct
{
  AtlNetworkTable *table;
  AtlNetworkCells  cells;
  GArray          *words; /* AtlNetworkWord */
  GPtrArray       *names; /* of the columns */
  gboolean         links;
  gboolean         header;
} Reading;

static void
reading_clear (Reading *reading)
{
  atl_network_cells_clear (&reading->cells);
  g_array_unref (reading->words);
  g_ptr_array_unref (reading->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static const char *
get_cell (Reading *reading,
          guint    column)
{
  return column < reading->cells.cells->len ? reading->cells.cells->pdata[column] : "";
}

static AtlNetworkWord
get_word (Reading *reading,
          guint    column)
{
  return g_array_index (reading->words, AtlNetworkWord, column);
}

static int
find_column (Reading       *reading,
             AtlNetworkWord word)
{
  for (guint i = 0; i < reading->words->len; i++)
    if (get_word (reading, i) == word)
      return (int) i;
  return -1;
}

/* Reads the current row as a header, of each meaning the first column. */
static void
read_header (Reading *reading,
             gboolean links)
{
  g_array_set_size (reading->words, 0);
  for (guint i = 0; i < reading->cells.cells->len; i++)
    {
      const char    *name = get_cell (reading, i);
      AtlNetworkWord word = links ? atl_network_words_read_link (name) : atl_network_words_read_node (name);

      if (word != ATL_NETWORK_WORD_OTHER && find_column (reading, word) >= 0)
        word = ATL_NETWORK_WORD_OTHER;
      g_array_append_val (reading->words, word);
    }
}

static gboolean
is_header_of_links (Reading *reading)
{
  read_header (reading, TRUE);
  return find_column (reading, ATL_NETWORK_WORD_FROM) >= 0 && find_column (reading, ATL_NETWORK_WORD_TO) >= 0;
}

static gboolean
is_header_of_people (Reading *reading)
{
  guint known = 0;
  int   id;

  read_header (reading, FALSE);
  for (guint i = 0; i < reading->words->len; i++)
    known += get_word (reading, i) != ATL_NETWORK_WORD_OTHER ? 1 : 0;
  id = find_column (reading, ATL_NETWORK_WORD_ID);
  if (find_column (reading, ATL_NETWORK_WORD_NAME) < 0 && id >= 0)
    g_array_index (reading->words, AtlNetworkWord, id) = ATL_NETWORK_WORD_NAME;
  return known > 0 && find_column (reading, ATL_NETWORK_WORD_NAME) >= 0;
}

/* Without a header: from, to, then a number is the strength, another text the kind. */
static void
guess_links (Reading *reading)
{
  const AtlNetworkWord ends[] = { ATL_NETWORK_WORD_FROM, ATL_NETWORK_WORD_TO };
  AtlNetworkWord       word;
  double               number;

  g_array_set_size (reading->words, 0);
  g_array_append_vals (reading->words, ends, 2);
  for (guint i = 2; i < reading->cells.cells->len; i++)
    {
      word = atl_network_words_read_number (get_cell (reading, i), &number) ? ATL_NETWORK_WORD_STRENGTH
                                                                            : ATL_NETWORK_WORD_KIND;
      if (find_column (reading, word) >= 0)
        word = ATL_NETWORK_WORD_REMARK;
      g_array_append_val (reading->words, word);
    }
}

/* Without a header: the name, then the silo. */
static void
guess_people (Reading *reading)
{
  const AtlNetworkWord all[] = { ATL_NETWORK_WORD_NAME, ATL_NETWORK_WORD_SILO, ATL_NETWORK_WORD_ROLE };

  g_array_set_size (reading->words, 0);
  g_array_append_vals (reading->words, all, G_N_ELEMENTS (all));
}

static gboolean
find_columns (Reading      *reading,
              AtlNetworkCsv kind)
{
  reading->header = TRUE;
  reading->links = kind != ATL_NETWORK_CSV_PEOPLE;
  if (kind != ATL_NETWORK_CSV_PEOPLE && is_header_of_links (reading))
    return TRUE;
  reading->links = kind == ATL_NETWORK_CSV_LINKS;
  if (kind != ATL_NETWORK_CSV_LINKS && is_header_of_people (reading))
    return TRUE;
  reading->header = FALSE;
  reading->links = kind != ATL_NETWORK_CSV_PEOPLE;
  if (reading->links)
    guess_links (reading);
  else
    guess_people (reading);
  return !reading->links || reading->cells.cells->len >= 2;
}

/* Keeps the names of the columns: those of others become partitions. */
static void
keep_names (Reading *reading)
{
  for (guint i = 0; i < reading->words->len; i++)
    {
      const char *name = reading->header ? get_cell (reading, i) : "";
      gboolean    silo = !reading->links && get_word (reading, i) == ATL_NETWORK_WORD_SILO;

      if (silo && *name == '\0')
        name = _ ("Silo");
      g_ptr_array_add (reading->names, g_strdup (name));
      if (silo)
        atl_network_table_state (reading->table, name, TRUE);
    }
}

static void
read_link (Reading *reading)
{
  AtlNetworkTie tie = { .kind = ATL_NETWORK_NO_KIND, .strength = ATL_NETWORK_USUAL_STRENGTH };
  const char   *from = get_cell (reading, (guint) find_column (reading, ATL_NETWORK_WORD_FROM));
  const char   *to = get_cell (reading, (guint) find_column (reading, ATL_NETWORK_WORD_TO));

  if (*from == '\0' || *to == '\0')
    {
      atl_network_table_report (reading->table, _ ("one end of the link is missing: left out"));
      return;
    }
  tie.from = atl_network_table_find_or_add (reading->table, from);
  tie.to = atl_network_table_find_or_add (reading->table, to);
  for (guint i = 0; i < reading->words->len; i++)
    atl_network_words_set_tie (reading->table, &tie, get_word (reading, i), get_cell (reading, i));
  atl_network_table_add_tie (reading->table, &tie);
}

static gboolean
is_same (const char *text,
         const char *other)
{
  g_autofree char *first = g_strstrip (atl_fold (text));
  g_autofree char *second = g_strstrip (atl_fold (other));

  return g_str_equal (first, second);
}

/* What is known of the node about a column, if that is something else than the row says: else "". */
static const char *
find_other (Reading       *reading,
            AtlNetworkRow *row,
            guint          node,
            guint          column)
{
  const AtlNetworkWord word = get_word (reading, column);
  const char          *value = get_cell (reading, column);
  const char          *known = "";

  if (word == ATL_NETWORK_WORD_ROLE && row->role != NULL)
    known = row->role;
  else if (word == ATL_NETWORK_WORD_NAME && row->listed)
    known = row->label;
  else if (word == ATL_NETWORK_WORD_SILO || word == ATL_NETWORK_WORD_OTHER)
    known = atl_network_partitions_get (reading->table, node, reading->names->pdata[column]);
  return *value == '\0' || *known == '\0' || is_same (known, value) ? "" : known;
}

/* One name on two rows that say different things is likely two people: the first row counts. */
static gboolean
is_contradicted (Reading *reading,
                 guint    node)
{
  AtlNetworkRow *row = reading->table->rows->pdata[node];

  for (guint i = 0; i < reading->words->len; i++)
    {
      const char *known = find_other (reading, row, node, i);

      if (*known == '\0')
        continue;
      if (get_word (reading, i) == ATL_NETWORK_WORD_NAME)
        atl_network_table_report (reading->table, _ ("“%s” is there already, as “%s”: this row was left out"),
                                  get_cell (reading, i), known);
      else
        atl_network_table_report (reading->table, _ ("“%s” is there already, in “%s”: this row was left out"),
                                  row->label, known);
      return TRUE;
    }
  return FALSE;
}

static void
read_person (Reading *reading)
{
  const char *name = get_cell (reading, (guint) find_column (reading, ATL_NETWORK_WORD_NAME));
  int         id = find_column (reading, ATL_NETWORK_WORD_ID);
  const char *key = id >= 0 ? get_cell (reading, (guint) id) : "";
  guint       node;

  if (*name == '\0')
    {
      atl_network_table_report (reading->table, _ ("the name is missing: left out"));
      return;
    }
  if (*key != '\0')
    node = atl_network_table_find (reading->table, key);
  else
    node = atl_network_table_find_or_add (reading->table, name);
  if (*key != '\0' && node == ATL_NETWORK_NO_NODE)
    node = atl_network_table_add (reading->table, name);
  if (node == ATL_NETWORK_NO_NODE || is_contradicted (reading, node))
    return;
  ((AtlNetworkRow *) reading->table->rows->pdata[node])->listed = TRUE;
  if (*key != '\0')
    atl_network_table_name (reading->table, node, key, name);
  for (guint i = 0; i < reading->words->len; i++)
    atl_network_words_set (reading->table, node, get_word (reading, i), reading->names->pdata[i],
                           get_cell (reading, i));
}

static gboolean
read_rows (Reading *reading,
           GError **error)
{
  g_autoptr (GError) problem = NULL;

  while (!reading->header || atl_network_cells_next (&reading->cells, &problem))
    {
      reading->header = TRUE;
      reading->table->line = reading->cells.line;
      if (reading->links)
        read_link (reading);
      else
        read_person (reading);
    }
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return error == NULL || *error == NULL;
}

/**
 * atl_network_csv_read:
 * @table: where what is read goes
 * @text: the table, UTF-8
 * @kind: what it is, if known
 * @error: (out): why not
 *
 * Reads a list of links (from, to; strength, kind, direction, remark) or of people (name; silo, role, other
 * partitions), by the header in English or French, or a matrix of links. A file without a header is a list of
 * links unless told otherwise. Kumu's two CSV files are such lists too. Of rows that say different things of
 * one person the first counts, and the others are reported.
 *
 * Sets %ATL_EXCHANGE_ERROR_UNREADABLE.
 *
 * Returns: whether it is such a table
 */
gboolean
atl_network_csv_read (AtlNetworkTable *table,
                      const char      *text,
                      AtlNetworkCsv    kind,
                      GError         **error)
{
  g_auto (Reading) reading = { .table = table };
  AtlNetworkSquare square = ATL_NETWORK_SQUARE_NO;

  atl_network_cells_init (&reading.cells, text);
  reading.words = g_array_new (FALSE, FALSE, sizeof (AtlNetworkWord));
  reading.names = g_ptr_array_new_with_free_func (g_free);
  if (kind != ATL_NETWORK_CSV_PEOPLE)
    square = atl_network_square_read (table, text, error);
  if (square != ATL_NETWORK_SQUARE_NO)
    return square == ATL_NETWORK_SQUARE_READ;
  if (!atl_network_cells_next (&reading.cells, error))
    {
      if (*error == NULL)
        g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE,
                             _ ("There is nothing in it."));
      return FALSE;
    }
  if (find_columns (&reading, kind))
    {
      keep_names (&reading);
      return read_rows (&reading, error);
    }
  g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE,
                       _ ("No columns were found. A list of links has columns “from” and “to”, "
                          "a list of people has “name” and “silo”."));
  return FALSE;
}
