/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-bench.h"

#include "canvas/atl-canvas-private.h"
#include "model/atl-link.h"
#include "model/atl-note-values.h"
#include "model/atl-silo.h"
#include "model/atl-term.h"
#include "scene/atl-arranging.h"
#include "util/atl-rank.h"

#include <math.h>
#include <stdlib.h>

/* Times whole frames of the canvas, from the change that causes them to the end of painting, against an
 * empty repaint of the same window. With any argument, those of maps only. */

#define WIDTH 1920
#define HEIGHT 1080
#define GRID 200
#define FRAMES 40

/* A widget that paints all of itself anew in each frame, and nothing else. */

#define BENCH_TYPE_BLANK (bench_blank_get_type ())
G_DECLARE_FINAL_TYPE (BenchBlank, bench_blank, BENCH, BLANK, GtkWidget)

struct _BenchBlank
{
  GtkWidget parent_instance;
  gboolean  odd;
};

G_DEFINE_FINAL_TYPE (BenchBlank, bench_blank, GTK_TYPE_WIDGET)

static void
bench_blank_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  BenchBlank   *self = BENCH_BLANK (widget);
  const GdkRGBA colors[] = { { 0.96f, 0.96f, 0.95f, 1 }, { 0.95f, 0.96f, 0.96f, 1 } };

  self->odd = !self->odd;
  gtk_snapshot_append_color (snapshot, &colors[self->odd], &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
}

static void
bench_blank_class_init (BenchBlankClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_blank_snapshot;
}

static void
bench_blank_init (BenchBlank *self)
{
}

typedef struct
{
  GtkWidget  *window, *stack, *blank;
  AtlCanvas  *canvas;
  AtlSession *session;
  AtlHistory *history;
  gint64      begun; /* of the frame that is painted */
  double      painted;
  gboolean    done;
  guint       step;
} Bench;

static void
frame_begun_cb (Bench *bench)
{
  bench->begun = g_get_monotonic_time ();
}

static void
frame_ended_cb (Bench *bench)
{
  bench->painted = (double) (g_get_monotonic_time () - bench->begun) / 1000;
  bench->done = TRUE;
}

/* Waits for the next frame. Returns how long it took, in milliseconds. */
static double
wait_frame (Bench *bench)
{
  bench->done = FALSE;
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (bench->window), GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!bench->done)
    g_main_context_iteration (NULL, TRUE);
  return bench->painted;
}

static gboolean
settled_cb (gpointer settled)
{
  *(gboolean *) settled = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the light widgets follow, so that they are not counted. */
static void
settle (void)
{
  gboolean settled = FALSE;

  g_timeout_add (300, settled_cb, &settled);
  while (!settled)
    g_main_context_iteration (NULL, TRUE);
}

typedef void (*Change) (Bench *bench);

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
measure (Bench *bench,
         Change change)
{
  double spans[FRAMES];

  settle ();
  for (guint i = 0; i < FRAMES + 4; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      double changed;

      bench->step = i;
      change (bench);
      changed = (double) (g_get_monotonic_time () - begin) / 1000;
      changed += wait_frame (bench);
      if (i >= 4)
        spans[i - 4] = changed;
    }
  qsort (spans, FRAMES, sizeof *spans, compare);
  return spans[FRAMES / 2];
}

/* What is done between two frames */

static void
repaint (Bench *bench)
{
  gtk_widget_queue_draw (bench->blank);
}

static void
pan (Bench *bench)
{
  double way = bench->step % 20 < 10 ? 1 : -1;

  atl_camera_pan (bench->canvas->camera, way * 37, way * 19);
}

static void
zoom (Bench *bench)
{
  double zoom_now = 0.06 * pow (4 / 0.06, (double) (bench->step % 40) / 40);

  atl_camera_zoom_at (bench->canvas->camera, zoom_now, (AtlPoint){ WIDTH / 2.0, HEIGHT / 2.0 });
}

static void
drag (Bench *bench)
{
  AtlPoint     start = { 9100, 9160 };
  AtlToolEvent event = { .kind = bench->step == 0 ? ATL_TOOL_PRESS : ATL_TOOL_MOTION, .slop = 1 };

  event.point = (AtlPoint){ start.x + 7 * (bench->step % 9), start.y + 3 * bench->step };
  atl_select_tool_feed (bench->canvas->tool, &event);
  gtk_widget_queue_draw (GTK_WIDGET (bench->canvas));
}

static void
type (Bench *bench)
{
  GtkWidget     *scroller = gtk_widget_get_first_child (bench->canvas->editor);
  GtkWidget     *text = gtk_widget_get_first_child (scroller);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));

  gtk_text_buffer_insert_at_cursor (buffer, bench->step % 6 == 5 ? " " : "e", 1);
}

/* Each key in the find bar leaves other notes lit, one in four to one in forty of them. */
static void
light (Bench *bench)
{
  AtlList               *notes = atl_board_get_notes (atl_canvas_get_board (bench->canvas));
  guint                  step = 4 + bench->step % 36;
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < atl_list_get_length (notes); i += step)
    g_hash_table_add (lit, atl_list_get (notes, i));
  atl_canvas_set_lit (bench->canvas, ATL_LIT_FIND, lit);
}

static AtlBoard *
make_board (AtlSession *session,
            guint       n)
{
  AtlBoard             *board = atl_board_new (NULL);
  AtlArea              *area = atl_area_new (NULL);
  guint                 columns = (guint) ceil (sqrt (n));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv)        ranks = atl_rank_spread (NULL, NULL, n);

  atl_area_set_layout (area, ATL_LAYOUT_FREE);
  atl_area_set_width (area, (int) (columns * GRID));
  atl_area_set_height (area, (int) (columns * GRID + 100));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  for (guint i = 0; i < n; i++)
    {
      AtlNote         *note = atl_note_new (NULL);
      g_autofree char *text = g_strdup_printf ("Note %u: décider plus tôt, avec ceux qui font le travail", i);

      atl_note_set_text (note, text);
      atl_note_set_area (note, atl_item_get_id (ATL_ITEM (area)));
      atl_note_set_x (note, (int) (i % columns * GRID + GRID / 2));
      atl_note_set_y (note, (int) (i / columns * GRID + 160));
      atl_note_set_rank (note, ranks[i]);
      atl_note_set_color (note, (AtlColor) (i % 7));
      g_ptr_array_add (notes, note);
    }
  atl_list_insert_many (atl_board_get_notes (board), notes);
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  g_object_unref (area);
  g_object_unref (board);
  return board;
}

static void
open_window (Bench *bench)
{
  GdkFrameClock *clock;

  bench->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (bench->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), WIDTH, HEIGHT);
  bench->stack = gtk_stack_new ();
  bench->blank = g_object_new (BENCH_TYPE_BLANK, NULL);
  gtk_stack_add_child (GTK_STACK (bench->stack), bench->blank);
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->stack);
  gtk_window_present (GTK_WINDOW (bench->window));
  while (!gtk_widget_get_mapped (bench->window))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (bench->window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (frame_begun_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (frame_ended_cb), bench);
}

static void
show_board (Bench    *bench,
            AtlBoard *board)
{
  if (bench->canvas != NULL)
    gtk_stack_remove (GTK_STACK (bench->stack), GTK_WIDGET (bench->canvas));
  bench->canvas = ATL_CANVAS (atl_canvas_new ());
  gtk_stack_add_child (GTK_STACK (bench->stack), GTK_WIDGET (bench->canvas));
  gtk_stack_set_visible_child (GTK_STACK (bench->stack), GTK_WIDGET (bench->canvas));
  atl_canvas_set_board (bench->canvas, bench->session, bench->history, board);
  settle ();
}

static void
look_at (Bench *bench,
         double zoom_now)
{
  AtlBoardView *view = bench->canvas->view;
  AtlPoint      center = atl_rect_center (atl_scene_get_bounds (atl_board_view_get_scene (view)));
  AtlRect       there = atl_rect (center.x - 1, center.y - 1, 2, 2);

  atl_camera_fit (bench->canvas->camera, there, 0);
  atl_camera_zoom_at (bench->canvas->camera, zoom_now, (AtlPoint){ WIDTH / 2.0, HEIGHT / 2.0 });
}

/* The reference, measured right before each row: the machine may have other things to do than a minute
 * ago. */
static double
measure_empty (Bench *bench)
{
  double empty;

  gtk_stack_set_visible_child (GTK_STACK (bench->stack), bench->blank);
  empty = measure (bench, repaint);
  gtk_stack_set_visible_child (GTK_STACK (bench->stack), GTK_WIDGET (bench->canvas));
  return empty;
}

static void
row (Bench      *bench,
     const char *what,
     Change      change,
     double      reach)
{
  double empty = measure_empty (bench);

  atl_bench_row (what, measure (bench, change), "empty repaint", empty, reach);
}

static double
pan_at (Bench *bench,
        double zoom_now)
{
  look_at (bench, zoom_now);
  return measure (bench, pan);
}

static void
pan_rows (Bench    *bench,
          AtlBoard *small,
          AtlBoard *large)
{
  const double zooms[] = { 1, 0.5, 0.38, 0.25, 0.14, 0.1 };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("pan, 10 000 notes, zoom %.2f", zooms[i]);
      double           few, many;

      show_board (bench, small);
      few = pan_at (bench, zooms[i]);
      show_board (bench, large);
      many = pan_at (bench, zooms[i]);
      atl_bench_row (name, many, "pan with 1 000", few, 1.05);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *name = g_strdup_printf ("pan, zoom %.2f", zooms[i]);

      look_at (bench, zooms[i]);
      row (bench, name, pan, 1.65);
    }
  atl_canvas_fit (bench->canvas);
  row (bench, "pan, everything in view", pan, 1.1);
  row (bench, "zoom sweep", zoom, 1.65);
}

static void
put_back (Bench *bench)
{
  atl_select_tool_feed (bench->canvas->tool, &(AtlToolEvent){ .kind = ATL_TOOL_CANCEL });
}

static void
edit_rows (Bench *bench)
{
  AtlNote *note = atl_list_get (atl_board_get_notes (atl_canvas_get_board (bench->canvas)), 4545);
  double   empty;

  look_at (bench, 1);
  row (bench, "drag one note at 100 %", drag, 0.15);
  put_back (bench);
  empty = measure_empty (bench);
  atl_canvas_edit (bench->canvas, note);
  atl_bench_row ("type one key at 100 %", measure (bench, type), "empty repaint", empty, 0.15);
  atl_canvas_end_editing (bench->canvas);
  atl_canvas_fit (bench->canvas);
  row (bench, "drag one note at fit", drag, 0.4);
  put_back (bench);
}

static void
light_rows (Bench *bench)
{
  look_at (bench, 1);
  row (bench, "light others at 100 %", light, 1.65);
  row (bench, "pan while notes are faded", pan, 2);
  atl_canvas_fit (bench->canvas);
  row (bench, "light others at fit", light, 2);
  atl_canvas_set_lit (bench->canvas, ATL_LIT_FIND, NULL);
}

/* Words of the glossary: each note has two of them. */
static void
add_terms (AtlSession *session)
{
  const char *const words[] = { "décider", "travail" };
  g_auto (GStrv)    ranks = atl_rank_spread (NULL, NULL, G_N_ELEMENTS (words));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (AtlTerm) term = atl_term_new (NULL);

      atl_term_set_term (term, words[i]);
      atl_term_set_rank (term, ranks[i]);
      atl_list_insert (atl_session_get_terms (session), ATL_ITEM (term));
    }
}

/* What steps with strengths show: dots on each note. */
static void
add_strengths (AtlBoard *board)
{
  AtlList        *notes = atl_board_get_notes (board);
  GVariantBuilder range = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&range, "v", g_variant_new_int64 (1));
  g_variant_builder_add (&range, "v", g_variant_new_int64 (5));
  g_variant_builder_add (&options, "{sv}", "noteStrength", g_variant_builder_end (&range));
  atl_board_set_options (board, g_variant_builder_end (&options));
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    atl_note_set_value (atl_list_get (notes, i), ATL_NOTE_VALUE_STRENGTH,
                        g_variant_new_int64 (1 + i % 5));
}

static void
mark_rows (Bench *bench)
{
  add_terms (bench->session);
  look_at (bench, 1);
  row (bench, "pan, words of the glossary marked, zoom 1.00", pan, 1.65);
  look_at (bench, 0.5);
  row (bench, "pan, words of the glossary marked, zoom 0.50", pan, 1.65);
  add_strengths (atl_canvas_get_board (bench->canvas));
  look_at (bench, 1);
  row (bench, "pan, strengths on notes, zoom 1.00", pan, 1.65);
  look_at (bench, 0.5);
  row (bench, "pan, strengths on notes, zoom 0.50", pan, 1.65);
}

/* A map: most links stay inside their silo or go to the next one, as in a company. */

typedef struct
{
  guint n_nodes;
  guint n_links;
  guint n_silos;
} MapSize;

static void
add_silos (AtlSession *session,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char    *id = g_strdup_printf ("silo-%u", i);
      g_autoptr (AtlSilo) silo = atl_silo_new (id);
      g_autofree char    *name = g_strdup_printf ("Silo %u", i + 1);

      atl_silo_set_name (silo, name);
      atl_silo_set_color (silo, (AtlTint) (i % 9));
      atl_silo_set_partition (silo, atl_session_get_active_partition (session));
      atl_list_insert (atl_session_get_silos (session), ATL_ITEM (silo));
    }
}

static GPtrArray *
make_nodes (AtlArea       *area,
            const MapSize *size)
{
  GPtrArray     *nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) ranks = atl_rank_spread (NULL, NULL, size->n_nodes);

  for (guint i = 0; i < size->n_nodes; i++)
    {
      AtlNote         *note = atl_note_new (NULL);
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autofree char *silo = g_strdup_printf ("silo-%u", i % size->n_silos);

      atl_note_set_text (note, name);
      atl_note_set_area (note, atl_item_get_id (ATL_ITEM (area)));
      atl_note_set_silo (note, silo);
      atl_note_set_rank (note, ranks[i]);
      g_ptr_array_add (nodes, note);
    }
  return nodes;
}

static GPtrArray *
make_links (GPtrArray     *nodes,
            const MapSize *size)
{
  const AtlLinkKind kinds[] = { ATL_LINK_KIND_HANDOFF, ATL_LINK_KIND_SHARED, ATL_LINK_KIND_INFORMATION,
                                ATL_LINK_KIND_MISSING };
  GPtrArray        *links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  while (links->len < size->n_links)
    {
      guint    from = (guint) g_rand_int_range (rand, 0, (int) size->n_nodes);
      guint    far = g_rand_int_range (rand, 0, 5) == 0 ? (guint) g_rand_int_range (rand, 0, 3) : 0;
      guint    way = size->n_silos * (guint) g_rand_int_range (rand, 1, 40) + far;
      AtlLink *link = atl_link_new (NULL);

      atl_link_set_from (link, atl_item_get_id (nodes->pdata[from]));
      atl_link_set_to (link, atl_item_get_id (nodes->pdata[(from + way) % size->n_nodes]));
      atl_link_set_kind (link, kinds[links->len % 4]);
      atl_link_set_strength (link, 1 + (int) links->len % 5);
      g_ptr_array_add (links, link);
    }
  return links;
}

/* Its nodes have the places that arranging gives them. */
static AtlBoard *
make_map (AtlSession    *session,
          const MapSize *size)
{
  AtlBoard                *board = atl_board_new (NULL);
  g_autoptr (AtlArea)      area = atl_area_new (NULL);
  g_autoptr (GPtrArray)    nodes = make_nodes (area, size);
  g_autoptr (GPtrArray)    links = make_links (nodes, size);
  g_autoptr (AtlScene)     scene = NULL;
  g_autoptr (AtlArranging) arranging = NULL;

  atl_area_set_layout (area, ATL_LAYOUT_GRAPH);
  atl_area_set_width (area, 1600);
  atl_area_set_height (area, 1000);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert_many (atl_board_get_notes (board), nodes);
  atl_list_insert_many (atl_board_get_links (board), links);
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  g_object_unref (board);
  scene = atl_scene_new (board);
  arranging = atl_arranging_new (scene, atl_scene_find_box (scene, area), "silo-circle", TRUE);
  atl_arranging_run (arranging, NULL);
  for (guint i = 0; i < size->n_nodes; i++)
    {
      AtlPoint place;
      AtlNote *note = atl_arranging_get (arranging, i, &place, NULL);

      atl_note_set_x (note, (int) place.x);
      atl_note_set_y (note, (int) place.y);
    }
  return board;
}

static void
select_one (Bench *bench)
{
  AtlBoard             *board = atl_canvas_get_board (bench->canvas);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, atl_list_get (atl_board_get_notes (board), bench->step));
  atl_canvas_select (bench->canvas, notes);
}

static void
map_rows (Bench         *bench,
          const char    *name,
          const MapSize *size)
{
  const double zooms[] = { 0.6, 2, 5 };

  show_board (bench, make_map (bench->session, size));
  atl_canvas_fit (bench->canvas);
  g_autofree char *fit = g_strdup_printf ("pan, %s, everything in view", name);
  row (bench, fit, pan, 4);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *what = g_strdup_printf ("pan, %s, zoom %.1f", name, zooms[i]);

      look_at (bench, zooms[i]);
      row (bench, what, pan, 4.5);
    }
  g_autofree char *what = g_strdup_printf ("select a node, %s", name);
  row (bench, what, select_one, 8);
}

int
main (int    argc,
      char **argv)
{
  Bench     bench = { 0 };
  AtlBoard *small, *large;

  gtk_init ();
  bench.session = atl_session_new (NULL);
  small = make_board (bench.session, 1000);
  large = make_board (bench.session, 10000);
  bench.history = atl_history_new (bench.session);
  open_window (&bench);
  if (argc < 2)
    {
      pan_rows (&bench, small, large);
      edit_rows (&bench);
      light_rows (&bench);
      mark_rows (&bench);
    }
  add_silos (bench.session, 25);
  map_rows (&bench, "map of 60, 140 links", &(MapSize){ 60, 140, 7 });
  map_rows (&bench, "map of 300, 1 200 links", &(MapSize){ 300, 1200, 12 });
  map_rows (&bench, "map of 2 000, 8 000 links", &(MapSize){ 2000, 8000, 25 });
  map_rows (&bench, "map of 1 000, 25 000 links", &(MapSize){ 1000, 25000, 12 });
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return atl_bench_end ("bench-canvas");
}
