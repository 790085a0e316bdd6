/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-palette.h"

#define N_COLORS (ATL_COLOR_GREY + 1)
#define N_TINTS (ATL_TINT_WHITE + 1)
#define N_KINDS (ATL_LINK_KIND_CONFLICTS + 1)

static void
test_note_text (void)
{
  for (AtlTheme theme = 0; theme < ATL_N_THEMES; theme++)
    for (AtlColor color = 0; color < N_COLORS; color++)
      {
        AtlRgba fill = atl_palette_get_note_fill (theme, color);

        g_assert_cmpfloat (atl_rgba_contrast (fill, atl_palette_get_ink (theme, ATL_INK_NOTE_TEXT)), >=, 7);
        g_assert_cmpfloat (atl_rgba_contrast (fill, atl_palette_get_ink (theme, ATL_INK_NOTE_MUTED)), >=, 7);
      }
}

static void
test_node_text (void)
{
  for (AtlTheme theme = 0; theme < ATL_N_THEMES; theme++)
    for (AtlTint tint = 0; tint < N_TINTS; tint++)
      g_assert_cmpfloat (atl_rgba_contrast (atl_palette_get_node_fill (theme, tint),
                                            atl_palette_get_ink (theme, ATL_INK_NOTE_TEXT)),
                         >=, 7);
}

static void
test_area_text (void)
{
  static const AtlInk inks[] = { ATL_INK_TITLE, ATL_INK_PROMPT, ATL_INK_LABEL };

  for (AtlTheme theme = 0; theme < ATL_N_THEMES; theme++)
    for (AtlTint tint = 0; tint < N_TINTS; tint++)
      for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
        g_assert_cmpfloat (
          atl_rgba_contrast (atl_palette_get_area_fill (theme, tint), atl_palette_get_ink (theme, inks[i])),
          >=, 4.5);
}

/* Names of silos stand on a hull at most, which lies over the area as paint_hull() has it. */
static void
test_label_on_hull (void)
{
  for (AtlTheme theme = 0; theme < ATL_N_THEMES; theme++)
    for (AtlTint tint = 0; tint < N_TINTS; tint++)
      for (AtlTint silo = 0; silo < N_TINTS; silo++)
        {
          AtlRgba hull =
            atl_rgba_mix (atl_palette_get_area_fill (theme, tint), atl_palette_get_node_fill (theme, silo),
                          theme == ATL_THEME_DARK ? 0.13 : 0.42);

          g_assert_cmpfloat (atl_rgba_contrast (hull, atl_palette_get_ink (theme, ATL_INK_LABEL)), >=, 4.5);
        }
}

static void
test_links (void)
{
  for (AtlTheme theme = 0; theme < ATL_N_THEMES; theme++)
    for (AtlTint tint = 0; tint < N_TINTS; tint++)
      for (AtlLinkKind kind = 0; kind < N_KINDS; kind++)
        g_assert_cmpfloat (
          atl_rgba_contrast (atl_palette_get_area_fill (theme, tint), atl_palette_get_link (theme, kind)),
          >=, 3);
}

static void
test_badge (void)
{
  for (AtlTheme theme = 0; theme < ATL_N_THEMES; theme++)
    g_assert_cmpfloat (atl_rgba_contrast (atl_palette_get_ink (theme, ATL_INK_BADGE),
                                          atl_palette_get_ink (theme, ATL_INK_BADGE_TEXT)),
                       >=, 4.5);
}

static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (atl_rgba_contrast (atl_rgba (0), atl_rgba (0xffffff)), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (atl_rgba_contrast (atl_rgba (0x777777), atl_rgba (0xffffff)), 4.478, 0.001);
  g_assert_cmpfloat_with_epsilon (atl_rgba_contrast (atl_rgba (0xf5a623), atl_rgba (0xf5a623)), 1, 0.001);
}

static void
test_symbols (void)
{
  for (AtlColor one = 0; one < N_COLORS; one++)
    for (AtlColor other = one + 1; other < N_COLORS; other++)
      g_assert_cmpstr (atl_palette_get_symbol (one), !=, atl_palette_get_symbol (other));
}

static void
test_out_of_range (void)
{
  AtlRgba first = atl_palette_get_note_fill (ATL_THEME_LIGHT, 0);
  AtlRgba wrong = atl_palette_get_note_fill (ATL_THEME_LIGHT, (AtlColor) 999);

  g_assert_cmpmem (&first, sizeof first, &wrong, sizeof wrong);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/notes/text-has-seven-to-one", test_note_text);
  g_test_add_func ("/palette/nodes/text-has-seven-to-one", test_node_text);
  g_test_add_func ("/palette/areas/text-has-four-and-a-half-to-one", test_area_text);
  g_test_add_func ("/palette/hulls/label-has-four-and-a-half-to-one", test_label_on_hull);
  g_test_add_func ("/palette/links/line-has-three-to-one", test_links);
  g_test_add_func ("/palette/badge/number-has-four-and-a-half-to-one", test_badge);
  g_test_add_func ("/palette/contrast/is-that-of-wcag", test_contrast);
  g_test_add_func ("/palette/symbols/differ", test_symbols);
  g_test_add_func ("/palette/out-of-range/reads-as-the-first", test_out_of_range);

  return g_test_run ();
}
