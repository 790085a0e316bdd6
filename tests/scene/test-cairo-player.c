/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-cairo-player.h"
#include "scene/atl-text.h"

#define SIZE 40

typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  AtlDisplayList  *list;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  fixture->cr = cairo_create (fixture->surface);
  fixture->list = atl_display_list_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  atl_display_list_unref (fixture->list);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
}

static guint32
pixel (Fixture *fixture,
       int      x,
       int      y)
{
  cairo_surface_flush (fixture->surface);
  const guchar *row =
    cairo_image_surface_get_data (fixture->surface) + y * cairo_image_surface_get_stride (fixture->surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

static guint
count_painted (Fixture *fixture)
{
  guint n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      n += pixel (fixture, x, y) != 0;
  return n;
}

static void
test_fill (Fixture      *fixture,
           gconstpointer data)
{
  atl_display_list_fill (fixture->list, atl_rect (10, 10, 20, 20), 8, atl_rgba (0x336699));

  atl_cairo_player_draw (fixture->cr, fixture->list);

  g_assert_cmphex (pixel (fixture, 20, 20), ==, 0xff336699);
  g_assert_cmphex (pixel (fixture, 10, 10), ==, 0);
  g_assert_cmphex (pixel (fixture, 31, 20), ==, 0);
}

static void
test_frame (Fixture      *fixture,
            gconstpointer data)
{
  atl_display_list_frame (fixture->list, atl_rect (10, 10, 20, 20), 0, 2, atl_rgba (0xff0000));

  atl_cairo_player_draw (fixture->cr, fixture->list);

  g_assert_cmphex (pixel (fixture, 10, 20), ==, 0xffff0000);
  g_assert_cmphex (pixel (fixture, 9, 20), ==, 0);
  g_assert_cmphex (pixel (fixture, 20, 20), ==, 0);
}

static void
test_arrow (Fixture      *fixture,
            gconstpointer data)
{
  const AtlPoint line[] = { { 2, 20 }, { 30, 20 } };
  AtlDisplayOp  *op = atl_display_list_stroke (fixture->list, line, 2, 2, atl_rgba (0x00ff00));
  op->arrow = 12;

  atl_cairo_player_draw (fixture->cr, fixture->list);

  g_assert_cmphex (pixel (fixture, 8, 20), ==, 0xff00ff00);
  g_assert_cmphex (pixel (fixture, 8, 17), ==, 0);
  g_assert_cmphex (pixel (fixture, 19, 17), ==, 0xff00ff00);
  g_assert_cmphex (pixel (fixture, 32, 20), ==, 0);
}

static void
test_closed (Fixture      *fixture,
             gconstpointer data)
{
  const AtlPoint triangle[] = { { 0, 0 }, { 39, 0 }, { 0, 39 } };
  AtlDisplayOp  *op = atl_display_list_stroke (fixture->list, triangle, 3, 0, atl_rgba (0x0000ff));
  op->closed = TRUE;

  atl_cairo_player_draw (fixture->cr, fixture->list);

  g_assert_cmphex (pixel (fixture, 5, 5), ==, 0xff0000ff);
  g_assert_cmphex (pixel (fixture, 35, 35), ==, 0);
}

static void
test_curve (Fixture      *fixture,
            gconstpointer data)
{
  const AtlPoint curve[] = { { 0, 20 }, { 10, 0 }, { 30, 0 }, { 39, 20 } };
  AtlDisplayOp  *op = atl_display_list_stroke (fixture->list, curve, 4, 3, atl_rgba (0x0000ff));
  op->curved = TRUE;

  atl_cairo_player_draw (fixture->cr, fixture->list);

  g_assert_cmphex (pixel (fixture, 20, 5), !=, 0);
  g_assert_cmphex (pixel (fixture, 20, 20), ==, 0);
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();
  AtlTextStyle             style = { .size = 20 };
  g_autoptr (PangoLayout)  layout = atl_text_maker_make (maker, "M", &style);
  atl_display_list_text (fixture->list, (AtlPoint){ 10, 5 }, layout, 1, ATL_TEXT_BODY, atl_rgba (0x0000ff));

  atl_cairo_player_draw (fixture->cr, fixture->list);

  AtlRect rect = atl_display_list_get (fixture->list, 0)->rect;
  g_assert_cmpfloat (rect.x, ==, 10);
  g_assert_cmpfloat (rect.width, >, 8);
  g_assert_cmpuint (count_painted (fixture), >, 30);
  g_assert_cmphex (pixel (fixture, 5, 15), ==, 0);
}

static void
counted_text_cb (cairo_t            *cr,
                 const AtlDisplayOp *op,
                 gpointer            user_data)
{
  guint *n = user_data;

  (*n)++;
  g_assert_cmpstr (pango_layout_get_text (op->layout), ==, "M");
}

static void
test_text_drawer (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (AtlTextMaker) maker = atl_text_maker_new ();
  AtlTextStyle             style = { .size = 20 };
  g_autoptr (PangoLayout)  layout = atl_text_maker_make (maker, "M", &style);
  guint                    n = 0;
  atl_display_list_text (fixture->list, (AtlPoint){ 10, 5 }, layout, 1, ATL_TEXT_BODY, atl_rgba (0x0000ff));
  atl_display_list_fill (fixture->list, atl_rect (0, 0, 2, 2), 0, atl_rgba (0xff0000));

  atl_cairo_player_draw_with (fixture->cr, fixture->list, counted_text_cb, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count_painted (fixture), ==, 4);
}

static void
test_bounds (Fixture      *fixture,
             gconstpointer data)
{
  const AtlPoint line[] = { { 2, 20 }, { 50, 20 } };
  atl_display_list_fill (fixture->list, atl_rect (-5, 0, 10, 10), 0, atl_rgba (0));
  atl_display_list_stroke (fixture->list, line, 2, 4, atl_rgba (0));

  AtlRect bounds = atl_display_list_get_bounds (fixture->list);

  g_assert_true (atl_rect_equal (bounds, atl_rect (-5, 0, 57, 22)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/cairo-player/fill/leaves-the-corners", test_fill);
  ADD ("/cairo-player/frame/stays-inside", test_frame);
  ADD ("/cairo-player/stroke/arrow-ends-at-the-last-point", test_arrow);
  ADD ("/cairo-player/stroke/closed-without-width-is-filled", test_closed);
  ADD ("/cairo-player/stroke/bends", test_curve);
  ADD ("/cairo-player/text/stands-at-its-origin", test_text);
  ADD ("/cairo-player/text/drawer-comes-in-its-place", test_text_drawer);
  ADD ("/display-list/bounds/cover-every-operation", test_bounds);

  return g_test_run ();
}
