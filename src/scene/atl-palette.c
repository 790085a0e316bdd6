/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-palette.h"

#include <math.h>

/* The only table of colors there is. tests/scene/test-palette.c holds the contrasts that DESIGN promises. */

static const guint32 inks[ATL_N_THEMES][ATL_N_INKS] = {
  [ATL_THEME_LIGHT] = {
    [ATL_INK_BACKGROUND] = 0xf6f5f4,
    [ATL_INK_TITLE] = 0x1e1e1e,
    [ATL_INK_PROMPT] = 0x504f57,
    [ATL_INK_AXIS] = 0x9a99a0,
    [ATL_INK_LABEL] = 0x46454c,
    [ATL_INK_FRAME] = 0x77767b,
    [ATL_INK_NOTE_TEXT] = 0x1e1e1e,
    [ATL_INK_NOTE_MUTED] = 0x1e1e1e,
    [ATL_INK_NOTE_EDGE] = 0x77767b,
    [ATL_INK_BAR] = 0x77767b,
    [ATL_INK_BADGE] = 0x1a5fb4,
    [ATL_INK_BADGE_TEXT] = 0xffffff,
    [ATL_INK_ACCENT] = 0x1c71d8,
    [ATL_INK_MARK] = 0x8a5a00,
  },
  [ATL_THEME_DARK] = {
    [ATL_INK_BACKGROUND] = 0x1e1e20,
    [ATL_INK_TITLE] = 0xf6f5f4,
    [ATL_INK_PROMPT] = 0xc3c2c9,
    [ATL_INK_AXIS] = 0x77767e,
    [ATL_INK_LABEL] = 0xc3c2c9,
    [ATL_INK_FRAME] = 0x9a9996,
    [ATL_INK_NOTE_TEXT] = 0x1e1e1e,
    [ATL_INK_NOTE_MUTED] = 0x1e1e1e,
    [ATL_INK_NOTE_EDGE] = 0x77767b,
    [ATL_INK_BAR] = 0x77767b,
    [ATL_INK_BADGE] = 0x1a5fb4,
    [ATL_INK_BADGE_TEXT] = 0xffffff,
    [ATL_INK_ACCENT] = 0x78aeed,
    [ATL_INK_MARK] = 0xf5c211,
  },
  [ATL_THEME_PRINT] = {
    [ATL_INK_BACKGROUND] = 0xffffff,
    [ATL_INK_TITLE] = 0x1e1e1e,
    [ATL_INK_PROMPT] = 0x4a4950,
    [ATL_INK_AXIS] = 0x8a8990,
    [ATL_INK_LABEL] = 0x46454c,
    [ATL_INK_FRAME] = 0x77767b,
    [ATL_INK_NOTE_TEXT] = 0x1e1e1e,
    [ATL_INK_NOTE_MUTED] = 0x1e1e1e,
    [ATL_INK_NOTE_EDGE] = 0x77767b,
    [ATL_INK_BAR] = 0x77767b,
    [ATL_INK_BADGE] = 0x1a5fb4,
    [ATL_INK_BADGE_TEXT] = 0xffffff,
    [ATL_INK_ACCENT] = 0x1c71d8,
    [ATL_INK_MARK] = 0x8a5a00,
  },
  [ATL_THEME_CONTRAST] = {
    [ATL_INK_BACKGROUND] = 0xffffff,
    [ATL_INK_BADGE] = 0x0b3d91,
    [ATL_INK_BADGE_TEXT] = 0xffffff,
    [ATL_INK_ACCENT] = 0x0b3d91,
    [ATL_INK_MARK] = 0x5c3b00,
  },
};

static const guint32 note_fills[] = {
  [ATL_COLOR_YELLOW] = 0xf9f06b,
  [ATL_COLOR_ORANGE] = 0xf5a623,
  [ATL_COLOR_PINK] = 0xf7a8c4,
  [ATL_COLOR_BLUE] = 0xa6c8f5,
  [ATL_COLOR_GREEN] = 0x8ff0a4,
  [ATL_COLOR_PURPLE] = 0xb89bea,
  [ATL_COLOR_GREY] = 0xe6e6e6,
};

/* U+FE0E asks for the plain sign where there is an emoji as well. */
static const char *const symbols[] = {
  [ATL_COLOR_YELLOW] = "★",
  [ATL_COLOR_ORANGE] = "▲",
  [ATL_COLOR_PINK] = "♥\xef\xb8\x8e",
  [ATL_COLOR_BLUE] = "●",
  [ATL_COLOR_GREEN] = "■",
  [ATL_COLOR_PURPLE] = "◆",
  [ATL_COLOR_GREY] = "✚",
};

typedef struct
{
  guint32 light;
  guint32 light_edge;
  guint32 dark;
  guint32 dark_edge;
  guint32 node;
} TintRow;

static const TintRow tints[] = {
  [ATL_TINT_YELLOW] = { 0xfdf7db, 0xebdfa8, 0x332e1c, 0x524a2a, 0xffe77a },
  [ATL_TINT_ORANGE] = { 0xfeeedb, 0xf0d0aa, 0x38291b, 0x5a4129, 0xffc68a },
  [ATL_TINT_RED] = { 0xfde6e3, 0xeec3be, 0x392524, 0x5c3a38, 0xffb1aa },
  [ATL_TINT_PINK] = { 0xfce9f1, 0xeec5d8, 0x36252f, 0x573a4b, 0xf9b9d6 },
  [ATL_TINT_PURPLE] = { 0xf0eafb, 0xd5c8ee, 0x2c273c, 0x483f62, 0xcdbcf3 },
  [ATL_TINT_BLUE] = { 0xe6effb, 0xc0d5ee, 0x202b3a, 0x34475f, 0xb0d1f7 },
  [ATL_TINT_TEAL] = { 0xdff3f1, 0xb4dcd8, 0x1d312f, 0x2f4f4c, 0x97dfd8 },
  [ATL_TINT_GREEN] = { 0xe7f5df, 0xc3dfb4, 0x253221, 0x3c5235, 0xb5e69c },
  [ATL_TINT_GREY] = { 0xececea, 0xd2d2cf, 0x2c2c2f, 0x48484c, 0xd2d2ce },
  [ATL_TINT_WHITE] = { 0xffffff, 0xdbdbd7, 0x343437, 0x505055, 0xffffff },
};

typedef struct
{
  guint32 light;
  guint32 dark;
} LinkRow;

static const LinkRow links[] = {
  [ATL_LINK_KIND_RELATES] = { 0x5e5c64, 0xb0afb5 },
  [ATL_LINK_KIND_HANDOFF] = { 0x1a5fb4, 0x78aeed },
  [ATL_LINK_KIND_SHARED] = { 0x1e7a4f, 0x57c78e },
  [ATL_LINK_KIND_INFORMATION] = { 0x5e5c64, 0xb0afb5 },
  [ATL_LINK_KIND_BLOCKED] = { 0xc01c28, 0xff7b73 },
  [ATL_LINK_KIND_MISSING] = { 0xb5520e, 0xffa35c },
  [ATL_LINK_KIND_FEEDBACK] = { 0x813d9c, 0xcf9ce8 },
  [ATL_LINK_KIND_DRIVES] = { 0x0f6f78, 0x5bc8cf },
  [ATL_LINK_KIND_CONFLICTS] = { 0xa51d2d, 0xff8f8f },
};

/* A file is checked when it is read, but a value out of range must not read past a table. */
#define ROW(table, index) (table)[(guint) (index) < G_N_ELEMENTS (table) ? (guint) (index) : 0]

/**
 * atl_rgba:
 * @rgb: 0xrrggbb
 *
 * Returns: the opaque color
 */
AtlRgba
atl_rgba (guint32 rgb)
{
  return (AtlRgba){ (float) ((rgb >> 16) & 255) / 255, (float) ((rgb >> 8) & 255) / 255,
                    (float) (rgb & 255) / 255, 1 };
}

/**
 * atl_rgba_mix:
 * @a: a color
 * @b: another
 * @part: how much of @b, 0 to 1
 *
 * Returns: the color between them
 */
AtlRgba
atl_rgba_mix (AtlRgba a,
              AtlRgba b,
              double  part)
{
  float p = (float) part;

  return (AtlRgba){ a.red + (b.red - a.red) * p, a.green + (b.green - a.green) * p,
                    a.blue + (b.blue - a.blue) * p, a.alpha + (b.alpha - a.alpha) * p };
}

/**
 * atl_rgba_with_alpha:
 * @color: a color
 * @alpha: 0 to 1
 *
 * Returns: @color, as transparent as that
 */
AtlRgba
atl_rgba_with_alpha (AtlRgba color,
                     double  alpha)
{
  color.alpha = (float) alpha;
  return color;
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (AtlRgba color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

/**
 * atl_rgba_contrast:
 * @a: an opaque color
 * @b: another
 *
 * Returns: their contrast ratio as in WCAG 2.1, 1 to 21
 */
double
atl_rgba_contrast (AtlRgba a,
                   AtlRgba b)
{
  double one = luminance (a) + 0.05;
  double other = luminance (b) + 0.05;

  return MAX (one, other) / MIN (one, other);
}

/**
 * atl_palette_get_ink:
 * @theme: a theme
 * @ink: what is drawn
 *
 * Returns: its color
 */
AtlRgba
atl_palette_get_ink (AtlTheme theme,
                     AtlInk   ink)
{
  return atl_rgba (inks[theme][ink]);
}

/**
 * atl_palette_get_note_fill:
 * @theme: a theme
 * @color: the color of a note
 *
 * Returns: the color of its paper, the same everywhere: a room talks about "the yellow ones"
 */
AtlRgba
atl_palette_get_note_fill (AtlTheme theme,
                           AtlColor color)
{
  return atl_rgba (ROW (note_fills, color));
}

/**
 * atl_palette_get_area_fill:
 * @theme: a theme
 * @tint: the color of an area
 *
 * Returns: its background
 */
AtlRgba
atl_palette_get_area_fill (AtlTheme theme,
                           AtlTint  tint)
{
  if (theme == ATL_THEME_CONTRAST)
    return atl_rgba (0xffffff);
  if (theme == ATL_THEME_PRINT)
    return atl_rgba_mix (atl_rgba (ROW (tints, tint).light), atl_rgba (0xffffff), 0.25);
  return atl_rgba (theme == ATL_THEME_DARK ? ROW (tints, tint).dark : ROW (tints, tint).light);
}

/**
 * atl_palette_get_area_edge:
 * @theme: a theme
 * @tint: the color of an area
 *
 * Returns: the color of its outline
 */
AtlRgba
atl_palette_get_area_edge (AtlTheme theme,
                           AtlTint  tint)
{
  if (theme == ATL_THEME_CONTRAST)
    return atl_rgba (0x000000);
  return atl_rgba (theme == ATL_THEME_DARK ? ROW (tints, tint).dark_edge : ROW (tints, tint).light_edge);
}

/**
 * atl_palette_get_node_fill:
 * @theme: a theme
 * @tint: the color of a silo
 *
 * Returns: the color of the nodes of that silo; note text stands on it
 */
AtlRgba
atl_palette_get_node_fill (AtlTheme theme,
                           AtlTint  tint)
{
  return atl_rgba (ROW (tints, tint).node);
}

/**
 * atl_palette_get_hull_fill:
 * @theme: a theme
 * @tint: the color of a silo
 *
 * Returns: the ground of the silo on a map, quieter than its nodes; every label stands on it
 */
AtlRgba
atl_palette_get_hull_fill (AtlTheme theme,
                           AtlTint  tint)
{
  if (theme == ATL_THEME_DARK)
    return atl_rgba_mix (atl_rgba (ROW (tints, tint).dark), atl_rgba (ROW (tints, tint).dark_edge), 0.75);
  return atl_rgba_mix (atl_rgba (0xffffff), atl_rgba (ROW (tints, tint).node),
                       theme == ATL_THEME_CONTRAST ? 0.25 : 0.42);
}

/**
 * atl_palette_get_link:
 * @theme: a theme
 * @kind: the kind of a link
 *
 * Returns: the color of its line
 */
AtlRgba
atl_palette_get_link (AtlTheme    theme,
                      AtlLinkKind kind)
{
  return atl_rgba (theme == ATL_THEME_DARK ? ROW (links, kind).dark : ROW (links, kind).light);
}

/**
 * atl_palette_get_symbol:
 * @color: the color of a note
 *
 * Returns: the sign that stands for it, so that nobody needs to see colors
 */
const char *
atl_palette_get_symbol (AtlColor color)
{
  return ROW (symbols, color);
}
