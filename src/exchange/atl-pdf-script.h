/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "exchange/atl-pdf-type.h"
#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* A document composed but not yet drawn: what goes where. Points, y down from the top of the page. */
typedef struct _AtlPdfScript AtlPdfScript;

typedef void (*AtlPdfDrawer) (cairo_t *cr,
                              AtlRect  rect,
                              gpointer user_data);

/* What stands at the foot of the pages. */
typedef struct
{
  const char *text;
  char *(*dup_number) (guint    page,
                       guint    n_pages,
                       gpointer user_data);
  gpointer    user_data;
  AtlPdfType *type;
  AtlRect     rect;
  guint       first; /* the first page that has it, from 0 */
} AtlPdfFooter;

AtlPdfScript *atl_pdf_script_new (void);
void          atl_pdf_script_free (AtlPdfScript *self);
void          atl_pdf_script_begin (AtlPdfScript *self, const char *tag);
void          atl_pdf_script_begin_link (AtlPdfScript *self, const char *target);
void          atl_pdf_script_end (AtlPdfScript *self);
void          atl_pdf_script_end_to (AtlPdfScript *self, guint depth);
guint         atl_pdf_script_get_depth (AtlPdfScript *self);
void          atl_pdf_script_outline (AtlPdfScript *self,
                                      guint         level,
                                      const char   *title,
                                      const char   *target,
                                      double        y);
void          atl_pdf_script_text (AtlPdfScript *self,
                                   PangoLayout  *layout,
                                   guint         first_line,
                                   guint         n_lines,
                                   AtlPoint      origin,
                                   AtlRgba       color);
void          atl_pdf_script_ornament (AtlPdfScript *self,
                                       PangoLayout  *layout,
                                       AtlPoint      origin,
                                       AtlRgba       color);
void          atl_pdf_script_fill (AtlPdfScript *self,
                                   AtlRect       rect,
                                   double        radius,
                                   AtlRgba       color);
void          atl_pdf_script_under (AtlPdfScript *self, AtlRect rect, AtlRgba color);
void          atl_pdf_script_frame (AtlPdfScript *self,
                                    AtlRect       rect,
                                    double        radius,
                                    AtlRgba       color);
void          atl_pdf_script_page_number (AtlPdfScript *self,
                                          AtlPdfType   *type,
                                          const char   *target,
                                          AtlPoint      top_right);
void          atl_pdf_script_draw (AtlPdfScript  *self,
                                   AtlRect        rect,
                                   AtlPdfDrawer   drawer,
                                   gpointer       user_data,
                                   GDestroyNotify destroy);
void          atl_pdf_script_new_page (AtlPdfScript *self);
guint         atl_pdf_script_get_n_pages (AtlPdfScript *self);
gboolean      atl_pdf_script_play (AtlPdfScript       *self,
                                   cairo_surface_t    *surface,
                                   const AtlPdfFooter *footer,
                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPdfScript, atl_pdf_script_free)

G_END_DECLS
