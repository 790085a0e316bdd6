/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads a table of cells row by row: RFC 4180, with the separators that spreadsheets write. */
typedef struct
{
  const char *at;        /* what follows */
  char        separator; /* , ; tab or | */
  guint       line;      /* of the row that was read last, from 1 */
  guint       next_line;
  GPtrArray  *cells; /* of that row, outer blanks stripped */
} AtlNetworkCells;

void     atl_network_cells_init (AtlNetworkCells *self, const char *text);
void     atl_network_cells_clear (AtlNetworkCells *self);
gboolean atl_network_cells_next (AtlNetworkCells *self, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlNetworkCells, atl_network_cells_clear)

G_END_DECLS
