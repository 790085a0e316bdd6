/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Measures lines of a layout, to split it over pages. Points. */
guint  atl_pdf_lines_fit (PangoLayout *layout,
                          guint        first,
                          double       room,
                          double      *height);
double atl_pdf_lines_get_height (PangoLayout *layout,
                                 guint        first,
                                 guint        n);

G_END_DECLS
