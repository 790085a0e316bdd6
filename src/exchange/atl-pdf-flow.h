/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-pdf-script.h"

G_BEGIN_DECLS

#define ATL_PDF_WIDTH 841.89 /* A4 landscape, points */
#define ATL_PDF_HEIGHT 595.28

/* Fills pages from top to bottom, in one or several columns. */
typedef struct _AtlPdfFlow AtlPdfFlow;

AtlPdfFlow   *atl_pdf_flow_new (AtlPdfScript *script, AtlPdfType *type);
void          atl_pdf_flow_free (AtlPdfFlow *self);
AtlPdfScript *atl_pdf_flow_get_script (AtlPdfFlow *self);
AtlPdfType   *atl_pdf_flow_get_type (AtlPdfFlow *self);
AtlRect       atl_pdf_flow_get_frame (AtlPdfFlow *self);
AtlRect       atl_pdf_flow_get_footer (AtlPdfFlow *self);
AtlPoint      atl_pdf_flow_get_cursor (AtlPdfFlow *self);
double        atl_pdf_flow_get_room (AtlPdfFlow *self);
void          atl_pdf_flow_set_running_head (AtlPdfFlow *self, const char *text);
void          atl_pdf_flow_begin_section (AtlPdfFlow *self,
                                          const char *title,
                                          const char *target,
                                          gboolean    new_page);
void          atl_pdf_flow_end_section (AtlPdfFlow *self);
void          atl_pdf_flow_heading (AtlPdfFlow *self, AtlFace face, const char *text, double keep);
void          atl_pdf_flow_begin_columns (AtlPdfFlow *self, guint n, double height);
void          atl_pdf_flow_end_columns (AtlPdfFlow *self);
void          atl_pdf_flow_gap (AtlPdfFlow *self, double height);
void          atl_pdf_flow_advance (AtlPdfFlow *self, double height);
gboolean      atl_pdf_flow_need (AtlPdfFlow *self, double height);
void          atl_pdf_flow_break (AtlPdfFlow *self);
void          atl_pdf_flow_new_page (AtlPdfFlow *self);
void          atl_pdf_flow_layout (AtlPdfFlow *self, PangoLayout *layout, double indent, AtlPrintInk ink);
void          atl_pdf_flow_paragraph (AtlPdfFlow *self, AtlFace face, AtlPrintInk ink, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPdfFlow, atl_pdf_flow_free)

G_END_DECLS
