/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "scene/atl-palette.h"
#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* How text and shapes are put on a PDF page. */
guint atl_pdf_ink_lines (cairo_t     *cr,
                         PangoLayout *layout,
                         guint        first_line,
                         guint        n_lines,
                         AtlPoint     origin,
                         gboolean     tagged);
void  atl_pdf_ink_set_color (cairo_t *cr,
                             AtlRgba  color);
void  atl_pdf_ink_rounded (cairo_t *cr,
                           AtlRect  rect,
                           double   radius);

G_END_DECLS
