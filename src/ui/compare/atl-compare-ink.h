/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "scene/atl-palette.h"
#include "scene/atl-rect.h"
#include "ui/compare/atl-compare-row.h"

G_BEGIN_DECLS

/* The line of a change on a map; in pixels. */
typedef struct
{
  AtlRgba  color;
  AtlRect  from; /* what it goes between */
  AtlRect  to;
  double   width;
  double   bend; /* of its length */
  gboolean dashed;
  gboolean arrow;
  AtlPoint middle; /* set by drawing */
} AtlCompareLine;

AtlRgba     atl_compare_ink_get_color (AtlCompareGroup group,
                                       AtlTheme        theme);
const char *atl_compare_ink_get_sign (AtlCompareGroup group);
void        atl_compare_ink_line (cairo_t        *cr,
                                  AtlCompareLine *line);
void        atl_compare_ink_text (cairo_t     *cr,
                                  PangoLayout *layout,
                                  AtlRect      over,
                                  AtlRgba      color);
void        atl_compare_ink_halo (cairo_t     *cr,
                                  PangoLayout *layout,
                                  AtlRect      over,
                                  AtlTheme     theme);
void        atl_compare_ink_pill (cairo_t     *cr,
                                  PangoLayout *layout,
                                  AtlRect      over,
                                  AtlRgba      color);
void        atl_compare_ink_sign (cairo_t              *cr,
                                  PangoLayout          *layout,
                                  const AtlCompareLine *line,
                                  double                radius,
                                  AtlRgba               paper);
void        atl_compare_ink_label (cairo_t     *cr,
                                   PangoLayout *layout,
                                   AtlRect      over,
                                   AtlRect      room,
                                   AtlTheme     theme);

G_END_DECLS
