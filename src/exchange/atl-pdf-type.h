/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "scene/atl-palette.h"

G_BEGIN_DECLS

/* No ligatures: of a tagged line, poppler's readers lose what follows one. */
#define ATL_PDF_FONT_FEATURES "liga=0,clig=0,dlig=0"

/* The typography of printed documents: one size and weight per use, in points, and six inks. */
typedef enum
{
  ATL_FACE_COVER,
  ATL_FACE_LEAD,    /* the aim on the title page */
  ATL_FACE_EYEBROW, /* the small line above a title */
  ATL_FACE_H1,
  ATL_FACE_H2,
  ATL_FACE_H3,
  ATL_FACE_BODY,
  ATL_FACE_STRONG,
  ATL_FACE_SMALL,
  ATL_FACE_HEAD,   /* of table columns */
  ATL_FACE_FIGURE, /* the big numbers */
  ATL_FACE_FOOTER,
  ATL_FACE_SYMBOL,
  ATL_N_FACES,
} AtlFace;

typedef enum
{
  ATL_PRINT_TEXT,
  ATL_PRINT_MUTED,
  ATL_PRINT_ACCENT,
  ATL_PRINT_RULE,  /* thin lines */
  ATL_PRINT_SHADE, /* behind table headers, empty part of bars */
  ATL_PRINT_GOOD,
  ATL_N_PRINT_INKS,
} AtlPrintInk;

typedef struct _AtlPdfType AtlPdfType;

AtlPdfType  *atl_pdf_type_new (const char *language);
void         atl_pdf_type_free (AtlPdfType *self);
PangoLayout *atl_pdf_type_lay_out (AtlPdfType *self,
                                   AtlFace     face,
                                   const char *text,
                                   double      width);
AtlRgba      atl_pdf_type_get_ink (AtlPrintInk ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPdfType, atl_pdf_type_free)

G_END_DECLS
