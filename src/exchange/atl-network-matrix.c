/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-matrix.h"

#include <glib/gi18n-lib.h>

#include "exchange/atl-csv-writer.h"
#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-names.h"
#include "insight/network/atl-measures.h"

static AtlNetwork *
take_network (AtlBoard *board,
              GError  **error)
{
  g_autoptr (AtlNetwork) network = atl_network_new (board);

  if (network->n_nodes > 0)
    return g_steal_pointer (&network);
  g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_EMPTY,
                       _ ("This board is not a map of people or teams."));
  return NULL;
}

static void
write_head (GString    *csv,
            const char *corner,
            GPtrArray  *labels)
{
  atl_csv_writer_cell (csv, corner);
  for (guint i = 0; i < labels->len; i++)
    atl_csv_writer_cell (csv, labels->pdata[i]);
  atl_csv_writer_end_row (csv);
}

/**
 * atl_network_export_matrix:
 * @board: a board
 * @error: (out) (optional): why not
 *
 * Writes who gives to whom, silo by silo, as CSV: rows give, columns receive, each cell holds how many links
 * there are. A cell where none is possible is empty; the first cell says that these are silos.
 *
 * Sets %ATL_EXCHANGE_ERROR_EMPTY.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
atl_network_export_matrix (AtlBoard *board,
                           GError  **error)
{
  g_autoptr (AtlNetwork)  network = take_network (board, error);
  g_autoptr (AtlMeasures) measures = network != NULL ? atl_measures_new (network, NULL) : NULL;
  g_autoptr (GHashTable)  used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray)   labels = g_ptr_array_new_with_free_func (g_free);
  GString                *csv = NULL;

  if (measures == NULL)
    return NULL;
  csv = atl_csv_writer_new ();
  for (guint i = 0; i < network->n_silos; i++)
    g_ptr_array_add (labels, atl_network_names_dup_unlike (network->silos[i].name, used));
  write_head (csv, ATL_NETWORK_MATRIX_CORNER, labels);
  for (guint from = 0; from < network->n_silos; from++)
    {
      atl_csv_writer_cell (csv, labels->pdata[from]);
      for (guint to = 0; to < network->n_silos; to++)
        {
          AtlCell cell = atl_measures_get_cell (measures, from, to);

          if (cell.possible > 0)
            atl_csv_writer_count (csv, cell.n_links);
          else
            atl_csv_writer_cell (csv, "");
        }
      atl_csv_writer_end_row (csv);
    }
  return g_string_free_to_bytes (csv);
}

/**
 * atl_network_export_adjacency:
 * @session: a session
 * @board: one of its boards
 * @error: (out) (optional): why not
 *
 * Writes the active links as a matrix of the nodes, in the order of the board, as programs for networks read
 * it: the strength from row to column, 0 without a link. People are named as they want to be shown.
 *
 * Sets %ATL_EXCHANGE_ERROR_EMPTY.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
atl_network_export_adjacency (AtlSession *session,
                              AtlBoard   *board,
                              GError    **error)
{
  g_autoptr (AtlNetwork) network = take_network (board, error);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray)  labels = g_ptr_array_new_with_free_func (g_free);
  GString               *csv = NULL;

  if (network == NULL)
    return NULL;
  for (guint i = 0; i < network->n_nodes; i++)
    {
      g_autofree char *name = atl_network_names_dup_shown (network, i, session);

      g_ptr_array_add (labels, atl_network_names_dup_unlike (name, used));
    }
  csv = atl_csv_writer_new ();
  write_head (csv, "", labels);
  for (guint from = 0, arc = 0; from < network->n_nodes; from++)
    {
      atl_csv_writer_cell (csv, labels->pdata[from]);
      for (guint to = 0; to < network->n_nodes; to++)
        {
          gboolean linked = arc < network->n_arcs && network->arcs[arc].from == from &&
                            network->arcs[arc].to == to;

          atl_csv_writer_count (csv, linked ? network->arcs[arc++].strength : 0);
        }
      atl_csv_writer_end_row (csv);
    }
  return g_string_free_to_bytes (csv);
}
