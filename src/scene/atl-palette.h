/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"

G_BEGIN_DECLS

/* Not premultiplied, 0 to 1. Laid out like GdkRGBA. */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} AtlRgba;

typedef enum
{
  ATL_THEME_LIGHT,
  ATL_THEME_DARK,
  ATL_THEME_PRINT,
  ATL_THEME_CONTRAST,
  ATL_N_THEMES,
} AtlTheme;

/* What is drawn in a color that depends on the theme alone. */
typedef enum
{
  ATL_INK_BACKGROUND, /* behind the areas */
  ATL_INK_TITLE,      /* of areas */
  ATL_INK_PROMPT,
  ATL_INK_AXIS,  /* lines */
  ATL_INK_LABEL, /* of axes and quadrants */
  ATL_INK_FRAME, /* of open stacks */
  ATL_INK_NOTE_TEXT,
  ATL_INK_NOTE_MUTED, /* author, tags, symbol */
  ATL_INK_NOTE_EDGE,
  ATL_INK_BAR,   /* in place of text */
  ATL_INK_BADGE, /* of votes */
  ATL_INK_BADGE_TEXT,
  ATL_INK_ACCENT, /* drop markers, selection */
  ATL_INK_MARK,   /* of bridges and silos on a map that need care */
  ATL_N_INKS,
} AtlInk;

AtlRgba     atl_rgba (guint32 rgb);
AtlRgba     atl_rgba_mix (AtlRgba a,
                          AtlRgba b,
                          double  part);
AtlRgba     atl_rgba_with_alpha (AtlRgba color,
                                 double  alpha);
double      atl_rgba_contrast (AtlRgba a,
                               AtlRgba b);
AtlRgba     atl_palette_get_ink (AtlTheme theme,
                                 AtlInk   ink);
AtlRgba     atl_palette_get_note_fill (AtlTheme theme,
                                       AtlColor color);
AtlRgba     atl_palette_get_area_fill (AtlTheme theme,
                                       AtlTint  tint);
AtlRgba     atl_palette_get_area_edge (AtlTheme theme,
                                       AtlTint  tint);
AtlRgba     atl_palette_get_node_fill (AtlTheme theme,
                                       AtlTint  tint);
AtlRgba     atl_palette_get_hull_fill (AtlTheme theme,
                                       AtlTint  tint);
AtlRgba     atl_palette_get_link (AtlTheme    theme,
                                  AtlLinkKind kind);
const char *atl_palette_get_symbol (AtlColor color);

G_END_DECLS
