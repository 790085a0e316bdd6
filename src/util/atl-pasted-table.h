/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A range of cells as spreadsheets put it on the clipboard or into a file. */
typedef struct
{
  GPtrArray *rows;      /* of GPtrArray of char *, cells without outer blanks */
  guint      n_columns; /* of the widest row */
  gboolean   regular;   /* every row is as wide */
  gboolean   quoted;    /* a cell stood in quotation marks that said something */
  gboolean   spaced;    /* a blank follows a separator somewhere */
  gboolean   numeric;   /* nothing but digits is in it */
} AtlPastedTable;

AtlPastedTable *atl_pasted_table_new (const char *text,
                                      char        separator);
AtlPastedTable *atl_pasted_table_new_markdown (const char *text);
void            atl_pasted_table_free (AtlPastedTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPastedTable, atl_pasted_table_free)

G_END_DECLS
