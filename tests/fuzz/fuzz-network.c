/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-network.h"

#include "exchange/atl-network-apply.h"
#include "insight/network/atl-network.h"

static void
check_ties (AtlNetworkTable *table)
{
  for (guint i = 0; i < table->ties->len; i++)
    {
      const AtlNetworkTie *tie = &g_array_index (table->ties, AtlNetworkTie, i);

      FUZZ_HOLDS (tie->from < table->rows->len && tie->to < table->rows->len && tie->from != tie->to);
      FUZZ_HOLDS (tie->strength >= 1 && tie->strength <= 5);
    }
}

/**
 * fuzz_import_network:
 * @data: any bytes
 * @size: how many
 * @format: what they are read as
 *
 * What is refused says why; what is read becomes a session that can be written and read again, and its map
 * has a node for each row.
 */
void
fuzz_import_network (const guint8 *data, gsize size, AtlNetworkFormat format)
{
  static AtlCatalogue        *catalogue = NULL;
  g_autoptr (AtlNetworkTable) table = atl_network_table_new ();
  g_autoptr (GBytes)          bytes = g_bytes_new (data, size);
  g_autoptr (AtlSession)      session = atl_session_new (NULL);
  g_autoptr (AtlSession)      again = NULL;
  g_autoptr (AtlNetwork)      network = NULL;
  g_autoptr (GError)          error = NULL;
  AtlNetworkChoices           choices = { .teams = size % 2 == 1 };
  AtlNetworkCounts            counts = { 0 };

  if (catalogue == NULL)
    catalogue = atl_catalogue_new ();
  if (!atl_network_import_read (table, bytes, "file", format, &error))
    {
      FUZZ_HOLDS (error != NULL);
      return;
    }
  atl_network_table_end (table);
  check_ties (table);
  network = atl_network_new (atl_network_apply (table, session, catalogue, &choices, &counts));
  FUZZ_HOLDS (network->n_nodes == table->rows->len);
  again = fuzz_check_written (session);
}
