/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-sheets.h"

#define WIDTH 640
#define HEIGHT 480

typedef struct
{
  GtkWidget *window;
  AtlCamera *camera;
  AtlSheets *sheets;
  guint      painted;
} Fixture;

/* A pattern in which each place looks different. */
static void
paint_pattern (AtlCamera   *camera,
               GtkSnapshot *snapshot,
               AtlRect      part)
{
  AtlRect         rect = atl_camera_rect_to_screen (camera, part);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                                               (float) rect.height);
  AtlPoint        origin = atl_camera_to_screen (camera, (AtlPoint){ 0, 0 });
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, atl_camera_get_zoom (camera), atl_camera_get_zoom (camera));
  for (int i = -20; i < 60; i++)
    for (int j = -20; j < 60; j++)
      {
        cairo_set_source_rgb (cr, (i & 7) / 7.0, (j & 7) / 7.0, ((i ^ j) & 7) / 7.0);
        cairo_arc (cr, 50 * i + j, 50 * j - i, 10 + ((i * j) & 15), 0, 7);
        cairo_fill (cr);
      }
  cairo_destroy (cr);
}

static void
paint_cb (gpointer     data,
          GtkSnapshot *snapshot,
          AtlCamera   *camera,
          AtlRect      part)
{
  ((Fixture *) data)->painted++;
  paint_pattern (camera, snapshot, part);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->window = gtk_window_new ();
  f->camera = atl_camera_new ();
  f->sheets = atl_sheets_new (paint_cb, f);
  atl_camera_set_viewport (f->camera, WIDTH, HEIGHT);
  gtk_widget_realize (f->window);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  atl_sheets_free (f->sheets);
  g_object_unref (f->camera);
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static cairo_surface_t *
draw (GtkSnapshot *snapshot)
{
  cairo_surface_t          *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t                  *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);

  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  return surface;
}

/* A frame. Returns whether it came from sheets. */
static gboolean
show (Fixture *f)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gboolean     shown = atl_sheets_snapshot (f->sheets, snapshot, f->camera, f->window);

  cairo_surface_destroy (draw (snapshot));
  return shown;
}

static gboolean
move (Fixture *f,
      double   dx,
      double   dy)
{
  atl_camera_pan (f->camera, dx, dy);
  return show (f);
}

static void
assert_same_pixels (cairo_surface_t *a,
                    cairo_surface_t *b)
{
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < HEIGHT; y++)
    {
      const guint32 *row = (guint32 *) (cairo_image_surface_get_data (a) +
                                        y * cairo_image_surface_get_stride (a));
      const guint32 *other = (guint32 *) (cairo_image_surface_get_data (b) +
                                          y * cairo_image_surface_get_stride (b));

      for (int x = 0; x < WIDTH; x++)
        g_assert_cmphex (row[x] & 0xffffff, ==, other[x] & 0xffffff);
    }
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* Sheets and the board look the same. */
static void
check_frame (Fixture *f)
{
  GtkSnapshot *sheets = gtk_snapshot_new ();
  GtkSnapshot *board = gtk_snapshot_new ();

  g_assert_true (atl_sheets_snapshot (f->sheets, sheets, f->camera, f->window));
  paint_pattern (f->camera, board, atl_camera_get_visible (f->camera));
  assert_same_pixels (draw (sheets), draw (board));
}

static void
test_looks_the_same (Fixture      *f,
                     gconstpointer data)
{
  const AtlPoint ways[] = { { 37, 19 }, { 37, 19 }, { 250, 0 }, { -90, 3 }, { -600, -420 }, { 0, -7 } };

  atl_camera_zoom_at (f->camera, 0.437, (AtlPoint){ 3, 5 });
  move (f, 1, 1);
  move (f, 1, 1);
  for (guint i = 0; i < 5 * G_N_ELEMENTS (ways); i++)
    {
      atl_camera_pan (f->camera, ways[i % G_N_ELEMENTS (ways)].x, ways[i % G_N_ELEMENTS (ways)].y);
      check_frame (f);
    }
}

static void
test_paints_what_comes_into_view (Fixture      *f,
                                  gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    move (f, 5, 0);
  f->painted = 0;

  for (guint i = 0; i < 10; i++)
    g_assert_true (move (f, 10, 0));

  g_assert_cmpuint (f->painted, ==, 1);
}

static void
test_one_jump_needs_none (Fixture      *f,
                          gconstpointer data)
{
  g_assert_false (show (f));
  g_assert_false (move (f, 300, 0));
  g_assert_false (show (f));

  g_assert_cmpuint (f->painted, ==, 0);
  g_assert_false (atl_sheets_clear (f->sheets));
}

static void
test_change_ends_them (Fixture      *f,
                       gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    move (f, 5, 0);
  g_assert_true (show (f));

  g_assert_true (atl_sheets_clear (f->sheets));
  g_assert_false (show (f));
  g_assert_false (atl_sheets_clear (f->sheets));
}

static void
test_zoom_ends_them (Fixture      *f,
                     gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    move (f, 5, 0);

  atl_camera_zoom_at (f->camera, 1.3, (AtlPoint){ 100, 100 });

  g_assert_false (show (f));
  g_assert_false (move (f, 5, 0));
  g_assert_true (move (f, 5, 0));
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  add ("/sheets/moving-board/looks-the-same", test_looks_the_same);
  add ("/sheets/moving-board/paints-what-comes-into-view", test_paints_what_comes_into_view);
  add ("/sheets/one-jump/needs-none", test_one_jump_needs_none);
  add ("/sheets/change/ends-them", test_change_ends_them);
  add ("/sheets/zoom/ends-them", test_zoom_ends_them);
  return g_test_run ();
}
