/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a table of cells: RFC 4180, for spreadsheets that guess the encoding and calculate what looks like a
 * formula. */
GString *atl_csv_writer_new (void);
void     atl_csv_writer_cell (GString    *csv,
                              const char *text);
void     atl_csv_writer_count (GString *csv,
                               guint    n);
void     atl_csv_writer_end_row (GString *csv);
gboolean atl_csv_is_formula (const char *text);

G_END_DECLS
