/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GraphML, from other programs. */
#include "fuzz-network.h"

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @size: how many
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  fuzz_import_network (data, size, ATL_NETWORK_FORMAT_GRAPHML);
  return 0;
}
