/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-square.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-cells.h"
#include "exchange/atl-network-matrix.h"
#include "exchange/atl-network-words.h"
#include "util/atl-fold.h"

/* The names over the columns, and where each is. */
typedef struct
{
  GPtrArray  *names;
  GHashTable *places;  /* folded name to number + 1 */
  gboolean    corner;  /* the row of names begins with a cell of its own */
  gboolean    counts;  /* of silos, as we write it: its cells are no strengths */
  guint       n_cells; /* that say something */
  guint       n_known; /* of them, those that can be a strength */
  guint       line;    /* of the first row that does not belong there, or 0 */
} Square;

static void
square_clear (Square *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Square, square_clear)

static char *
dup_folded (const char *name)
{
  return g_strstrip (atl_fold (name));
}

static const char *
get_cell (AtlNetworkCells *cells,
          guint            i)
{
  return i < cells->cells->len ? cells->cells->pdata[i] : "";
}

/* A number, a cross for the usual strength, or nothing. */
static gboolean
read_strength (const char *text,
               double     *strength)
{
  gboolean yes = FALSE;

  *strength = 0;
  if (*text == '\0' || strcmp (text, "-") == 0 || strcmp (text, "–") == 0 || strcmp (text, "—") == 0)
    return TRUE;
  if (atl_network_words_read_number (text, strength))
    return TRUE;
  *strength = 0;
  if (!atl_network_words_read_yes (text, &yes))
    return FALSE;
  *strength = yes ? ATL_NETWORK_USUAL_STRENGTH : 0;
  return TRUE;
}

/* Takes the names over the columns: without gaps, each once. */
static gboolean
read_names (Square    *self,
            GPtrArray *head)
{
  guint end = head->len;

  while (end > 0 && *(const char *) head->pdata[end - 1] == '\0')
    end--;
  for (guint i = self->corner ? 1 : 0; i < end; i++)
    {
      g_autofree char *folded = dup_folded (head->pdata[i]);

      g_ptr_array_add (self->names, g_strdup (head->pdata[i]));
      if (*folded == '\0' || g_hash_table_contains (self->places, folded))
        return FALSE;
      g_hash_table_insert (self->places, g_steal_pointer (&folded), GUINT_TO_POINTER (self->names->len));
    }
  return self->names->len >= 2;
}

/* Returns which name the current row bears, from 1, 0 for none. */
static guint
find_place (Square          *self,
            AtlNetworkCells *cells)
{
  g_autofree char *folded = dup_folded (get_cell (cells, 0));

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, folded));
}

static void
count_cells (Square          *self,
             AtlNetworkCells *cells)
{
  double strength = 0;

  for (guint i = 1; i <= self->names->len; i++)
    if (*get_cell (cells, i) != '\0')
      {
        self->n_cells++;
        self->n_known += read_strength (get_cell (cells, i), &strength) ? 1 : 0;
      }
}

/* Whether each name of the columns is that of one row, and what is between them can be strengths. */
static gboolean
check_rows (Square          *self,
            AtlNetworkCells *cells)
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->names->len);
  guint                n = 0;

  do
    {
      guint place = find_place (self, cells);

      if (place == 0 || seen[place - 1])
        {
          self->line = cells->line;
          return FALSE;
        }
      seen[place - 1] = TRUE;
      n++;
      count_cells (self, cells);
    }
  while (atl_network_cells_next (cells, NULL));
  self->line = n < self->names->len ? cells->line : 0;
  return n == self->names->len && self->n_known * 2 >= self->n_cells;
}

/* Looks at the whole text before anything of it is taken. */
static gboolean
find_square (Square     *self,
             const char *text)
{
  g_auto (AtlNetworkCells) cells = { NULL };
  g_autoptr (GPtrArray)    head = g_ptr_array_new_with_free_func (g_free);

  atl_network_cells_init (&cells, text);
  if (!atl_network_cells_next (&cells, NULL))
    return FALSE;
  for (guint i = 0; i < cells.cells->len; i++)
    g_ptr_array_add (head, g_strdup (get_cell (&cells, i)));
  if (!atl_network_cells_next (&cells, NULL))
    return FALSE;
  self->corner = cells.cells->len <= head->len;
  self->counts = self->corner && g_strcmp0 (head->pdata[0], ATL_NETWORK_MATRIX_CORNER) == 0;
  return read_names (self, head) && check_rows (self, &cells);
}

/* A row that begins with an empty cell is neither a header nor a link. */
static gboolean
begins_with_gap (const char *text)
{
  g_auto (AtlNetworkCells) cells = { NULL };

  atl_network_cells_init (&cells, text);
  return atl_network_cells_next (&cells, NULL) && cells.cells->len > 2 && *get_cell (&cells, 0) == '\0' &&
         *get_cell (&cells, 1) != '\0' && *get_cell (&cells, 2) != '\0';
}

static void
read_row (Square          *self,
          AtlNetworkTable *table,
          AtlNetworkCells *cells,
          GArray          *nodes)
{
  guint from = g_array_index (nodes, guint, find_place (self, cells) - 1);

  table->line = cells->line;
  for (guint i = 0; i < nodes->len; i++)
    {
      const char   *cell = get_cell (cells, i + 1);
      AtlNetworkTie tie = { .from = from, .kind = ATL_NETWORK_NO_KIND };

      tie.to = g_array_index (nodes, guint, i);
      if (read_strength (cell, &tie.strength))
        atl_network_table_add_tie (table, &tie);
      else
        atl_network_table_report (table, _ ("“%s” is no strength of a link: left out"), cell);
    }
}

static void
read_rows (Square          *self,
           AtlNetworkTable *table,
           const char      *text)
{
  g_auto (AtlNetworkCells) cells = { NULL };
  g_autoptr (GArray)       nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  atl_network_cells_init (&cells, text);
  atl_network_cells_next (&cells, NULL);
  table->line = cells.line;
  for (guint i = 0; i < self->names->len; i++)
    {
      guint node = atl_network_table_add (table, self->names->pdata[i]);

      g_array_append_val (nodes, node);
    }
  while (atl_network_cells_next (&cells, NULL))
    read_row (self, table, &cells, nodes);
}

static AtlNetworkSquare
refuse (Square  *self,
        GError **error)
{
  if (self->counts)
    g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE,
                         _ ("This is a matrix of silos: its cells count links, which are no strengths. "
                            "Import the links as CSV, or the matrix of all nodes."));
  else
    g_set_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE,
                 _ ("Line %u: this looks like a table of who with whom, but the names of its rows are not "
                    "those of its columns, or its cells are no numbers."),
                 MAX (self->line, 1));
  return ATL_NETWORK_SQUARE_REFUSED;
}

/**
 * atl_network_square_read:
 * @table: where what is read goes
 * @text: a table of cells, UTF-8
 * @error: (out) (optional): why not
 *
 * Reads a matrix of nodes by nodes: the first row names the columns, the first column the rows, with the same
 * names; each cell is the strength of the link from row to column, nothing if it is empty or 0. The links are
 * of the usual kind. A matrix of silos as we write it is refused: it counts links.
 *
 * Sets %ATL_EXCHANGE_ERROR_UNREADABLE.
 *
 * Returns: whether it is such a matrix; refused is what looks like one and cannot be used
 */
AtlNetworkSquare
atl_network_square_read (AtlNetworkTable *table,
                         const char      *text,
                         GError         **error)
{
  g_auto (Square) self = { NULL };
  gboolean        square;

  self.names = g_ptr_array_new_with_free_func (g_free);
  self.places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  square = find_square (&self, text);
  if (self.counts || (!square && begins_with_gap (text)))
    return refuse (&self, error);
  if (!square)
    return ATL_NETWORK_SQUARE_NO;
  read_rows (&self, table, text);
  return ATL_NETWORK_SQUARE_READ;
}
