/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-pdf-flow.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  double      share; /* of the width, any unit */
  gboolean    right; /* aligned, for numbers */
} AtlPdfColumn;

/* A table in the flow. Its header comes again on each page, rows are split only when they are long. */
typedef struct _AtlPdfTable AtlPdfTable;

AtlPdfTable *atl_pdf_table_new (AtlPdfFlow         *flow,
                                const AtlPdfColumn *columns,
                                guint               n_columns);
void         atl_pdf_table_free (AtlPdfTable *self);
void         atl_pdf_table_cell (AtlPdfTable *self,
                                 AtlFace      face,
                                 AtlPrintInk  ink,
                                 const char  *text);
void         atl_pdf_table_more (AtlPdfTable *self,
                                 AtlFace      face,
                                 AtlPrintInk  ink,
                                 const char  *text);
void         atl_pdf_table_set_target (AtlPdfTable *self,
                                       const char  *target);
void         atl_pdf_table_page_cell (AtlPdfTable *self,
                                      const char  *target);
void         atl_pdf_table_bar_cell (AtlPdfTable *self,
                                     double       share,
                                     const char  *text);
void         atl_pdf_table_set_mark (AtlPdfTable *self,
                                     double       share);
void         atl_pdf_table_set_chip (AtlPdfTable *self,
                                     AtlRgba      color);
void         atl_pdf_table_end_row (AtlPdfTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPdfTable, atl_pdf_table_free)

G_END_DECLS
