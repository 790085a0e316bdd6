/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-text.h"

#include <pango/pangocairo.h>
#include <string.h>

static const char *const scripts[] = {
  "Ship smaller",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "👩‍👩‍👧‍👦🚀🎉 emoji 👍🏽 and words",
  "لماذا ننتظر ستة أسابيع قبل كل قرار؟",
  "為什麼每次決定都要等六個星期呢？這樣真的太慢了，我們應該改變。",
  "שלום עולם, זה פתק ארוך יותר משורה אחת",
  "line one\nline two\n\nline four",
  "",
};

static void
check_ink (PangoLayout *layout,
           double       width,
           double       height,
           double       slack)
{
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  g_assert_cmpfloat ((double) ink.x / PANGO_SCALE, >=, -slack);
  g_assert_cmpfloat ((double) ink.y / PANGO_SCALE, >=, -slack);
  g_assert_cmpfloat ((double) (ink.x + ink.width) / PANGO_SCALE, <=, width + slack);
  g_assert_cmpfloat ((double) (ink.y + ink.height) / PANGO_SCALE, <=, height + slack);
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
test_fit_scripts (void)
{
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();
  AtlTextStyle             style = { .size = 16, .width = 156, .max_height = 80 };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      double                  size;
      g_autoptr (PangoLayout) layout = atl_text_maker_fit (maker, scripts[i], &style, 9, &size);

      check_ink (layout, 156, 80, 3);
      g_assert_cmpfloat (size, >=, 9);
      g_assert_false (atl_text_is_cut (layout));
    }
}

static void
test_fit_shrinks (void)
{
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();
  AtlTextStyle             style = { .size = 16, .width = 156, .max_height = 80 };
  g_autofree char         *longer = repeat ("seven letters ", 9);
  double                   one, other;

  g_autoptr (PangoLayout) brief = atl_text_maker_fit (maker, "brief", &style, 9, &one);
  g_autoptr (PangoLayout) full = atl_text_maker_fit (maker, longer, &style, 9, &other);

  g_assert_cmpfloat (one, ==, 16);
  g_assert_cmpfloat (other, <, 16);
  g_assert_cmpfloat (other, >=, 9);
  g_assert_cmpfloat (atl_text_get_height (full), <=, 80);
  g_assert_false (atl_text_is_cut (full));
}

/* The size found is the largest: one more would not fit. */
static void
test_fit_largest (void)
{
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();

  for (guint n = 1; n < 14; n++)
    {
      AtlTextStyle            style = { .size = 16, .width = 156, .max_height = 80 };
      g_autofree char        *text = repeat ("seven letters ", n);
      double                  size;
      g_autoptr (PangoLayout) layout = atl_text_maker_fit (maker, text, &style, 9, &size);

      style.size = size + 1;
      style.max_height = 0;
      g_autoptr (PangoLayout) larger = atl_text_maker_make (maker, text, &style);
      g_assert_true (size == 16 || atl_text_get_height (larger) > 80);
    }
}

static void
test_fit_typed (void)
{
  static const char *const texts[] = {
    "Décider plus tôt, avec ceux qui font le travail, et le leur dire avant les autres, chaque lundi matin.",
    "Wir müssen Entscheidungsvorbereitungsunterlagen auf-\n\nteilen 🎉🎉🎉 und danach wieder einsammeln bitte",
    "نقرر معا، مع من يقومون بالعمل، لا بدونهم، وقبل أن نعلن ذلك للجميع كل يوم اثنين صباحا وكل يوم جمعة لا",
  };
  AtlTextStyle             style = { .size = 20, .width = 130, .max_height = 100 };
  g_autoptr (AtlTextMaker) typing = atl_text_maker_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *end = g_utf8_next_char (texts[i]); *end != '\0'; end = g_utf8_next_char (end))
      {
        g_autofree char         *text = g_strndup (texts[i], (gsize) (end - texts[i]));
        g_autoptr (AtlTextMaker) fresh = atl_text_maker_new ();
        double                   typed, loaded;
        g_autoptr (PangoLayout)  one = atl_text_maker_fit (typing, text, &style, 9, &typed);
        g_autoptr (PangoLayout)  other = atl_text_maker_fit (fresh, text, &style, 9, &loaded);

        g_assert_cmpfloat (typed, ==, loaded);
        g_assert_cmpint (pango_layout_get_line_count (one), ==, pango_layout_get_line_count (other));
      }
}

static void
test_fit_ellipsis (void)
{
  static const char *const parts[] = { "mot ", "word\n", "字", "كلمة ", "🚀", "wwwwwwwwww" };
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();
  AtlTextStyle             style = { .size = 16, .width = 156, .max_height = 80 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char        *text = repeat (parts[i], 500);
      double                  size;
      g_autoptr (PangoLayout) layout = atl_text_maker_fit (maker, text, &style, 9, &size);

      g_assert_cmpfloat (size, ==, 9);
      g_assert_true (atl_text_is_cut (layout));
      check_ink (layout, 156, 80, 3);
    }
}

static void
test_right_to_left (void)
{
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();
  AtlTextStyle             style = { .size = 16, .width = 400 };
  PangoRectangle           arabic, latin;

  g_autoptr (PangoLayout) right = atl_text_maker_make (maker, "لماذا ننتظر", &style);
  g_autoptr (PangoLayout) left = atl_text_maker_make (maker, "why wait", &style);
  pango_layout_get_extents (right, NULL, &arabic);
  pango_layout_get_extents (left, NULL, &latin);

  g_assert_cmpint (latin.x, ==, 0);
  g_assert_cmpint (arabic.x + arabic.width, ==, 400 * PANGO_SCALE);
}

static void
test_strangers (void)
{
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();
  AtlTextStyle             style = { .size = 16, .width = 156 };
  g_autofree char         *endless = repeat ("0123456789", 100000);

  g_autoptr (PangoLayout) cut = atl_text_maker_make (maker, endless, &style);
  g_autoptr (PangoLayout) wrong = atl_text_maker_make (maker, "caf\xe9 <b>&amp;\x01", &style);

  g_assert_true (atl_text_is_cut (cut));
  g_assert_cmpuint (g_utf8_strlen (pango_layout_get_text (cut), -1), ==, ATL_TEXT_MAX_CHARS + 1);
  g_assert_true (g_str_has_suffix (pango_layout_get_text (wrong), " <b>&amp;\x01"));
}

static void
test_symbols (void)
{
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();

  PangoLayout *one = atl_text_maker_get_symbol (maker, "★", 13);
  PangoLayout *again = atl_text_maker_get_symbol (maker, "★", 13);
  PangoLayout *other = atl_text_maker_get_symbol (maker, "●", 13);

  g_assert_true (one == again);
  g_assert_true (one != other);
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (one), ==, 0);
}

/* A text from a file cannot pretend to be another one. */
static void
test_turned (void)
{
  static const char        turned[] = "a\u202egnp.exe";
  AtlTextStyle             style = { .size = 16, .width = -1 };
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();
  g_autoptr (PangoLayout)  layout = atl_text_maker_make (maker, turned, &style);

  g_assert_cmpstr (pango_layout_get_text (layout), ==, "a\uFFFDgnp.exe");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/make/forced-direction-can-be-seen", test_turned);
  g_test_add_func ("/text/fit/every-script-stays-inside", test_fit_scripts);
  g_test_add_func ("/text/fit/shrinks-before-it-cuts", test_fit_shrinks);
  g_test_add_func ("/text/fit/takes-the-largest-size", test_fit_largest);
  g_test_add_func ("/text/fit/is-the-same-for-what-is-typed-key-by-key", test_fit_typed);
  g_test_add_func ("/text/fit/cuts-at-the-smallest-size", test_fit_ellipsis);
  g_test_add_func ("/text/make/right-to-left-stands-right", test_right_to_left);
  g_test_add_func ("/text/make/takes-what-strangers-wrote", test_strangers);
  g_test_add_func ("/text/symbol/is-made-once", test_symbols);

  return g_test_run ();
}
