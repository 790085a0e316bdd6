/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A line of text as glyphs and the characters that they stand for. */
void atl_pdf_glyphs_draw_line (cairo_t         *cr,
                               PangoLayoutLine *line,
                               double           x,
                               double           baseline);

G_END_DECLS
