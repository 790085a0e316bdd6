/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report-map.h"

#include <math.h>

#include "catalogue/atl-words.h"
#include "exchange/atl-heat.h"
#include "exchange/atl-pdf-ink.h"
#include "scene/atl-text.h"

#define MOST_SILOS 24
#define LABEL 130.0 /* room for the name of a silo */
#define SLANT (G_PI / 4)
#define CELL_WIDTH 48.0
#define CELL_HEIGHT 38.0
#define FULL_COUNT 25.0 /* narrower cells hold the count alone */
#define SHARE 0.64      /* of the page */
#define GUTTER 30.0     /* into which the last name may lean */
#define LEAD 40.0       /* height of what is said above */
#define STRIPE 5.0
#define SWATCH 13.0

/* The matrix of silos, laid out, to be drawn when the document is written. */
typedef struct
{
  AtlMeasures *measures;
  guint       *silos; /* that are shown */
  guint        n;
  GPtrArray   *names;  /* layouts, by position */
  GPtrArray   *counts; /* layouts, row by row; NULL where nothing is possible */
  PangoLayout *corner;
  double       side; /* width before the cells */
  double       head; /* height above them */
  double       width;
  double       height; /* of a cell */
} Matrix;

static void
unref_layout (gpointer layout)
{
  if (layout != NULL)
    g_object_unref (layout);
}

static void
matrix_free (gpointer data)
{
  Matrix *self = data;

  atl_measures_unref (self->measures);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->counts);
  g_object_unref (self->corner);
  g_free (self->silos);
  g_free (self);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      network)
{
  const AtlNetworkSilo *silos = ((AtlNetwork *) network)->silos;
  guint                 first = *(const guint *) a;
  guint                 second = *(const guint *) b;

  if (silos[first].n_nodes != silos[second].n_nodes)
    return silos[first].n_nodes > silos[second].n_nodes ? -1 : 1;
  return first < second ? -1 : first > second;
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* All of them in their order, or those with the most people: a page has room for so many. */
static void
choose_silos (Matrix *self)
{
  AtlNetwork *network = self->measures->network;

  self->silos = g_new (guint, network->n_silos);
  for (guint i = 0; i < network->n_silos; i++)
    self->silos[i] = i;
  self->n = MIN (network->n_silos, MOST_SILOS);
  if (self->n < network->n_silos)
    g_qsort_with_data (self->silos, (int) network->n_silos, sizeof (guint), compare_sizes, network);
  g_qsort_with_data (self->silos, (int) self->n, sizeof (guint), compare_indices, NULL);
}

static PangoLayout *
lay_out_name (AtlReport  *report,
              const char *name)
{
  PangoLayout *layout = atl_pdf_type_lay_out (report->type, ATL_FACE_HEAD, name, LABEL);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static double
get_text_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static PangoLayout *
lay_out_count (AtlReport *report,
               Matrix    *self,
               AtlCell    cell)
{
  g_autofree char *text = NULL;

  if (cell.possible == 0)
    return NULL;
  if (self->width >= FULL_COUNT)
    text = g_strdup_printf ("%u/%" G_GUINT64_FORMAT, cell.n_links, cell.possible);
  else
    text = g_strdup_printf ("%u", cell.n_links);
  return atl_pdf_type_lay_out (report->type, cell.n_links > 0 ? ATL_FACE_HEAD : ATL_FACE_SMALL, text, -1);
}

static void
lay_out_counts (AtlReport *report,
                Matrix    *self)
{
  for (guint i = 0; i < self->n * self->n; i++)
    {
      guint   from = self->silos[i / self->n];
      guint   to = self->silos[i % self->n];
      AtlCell cell = atl_measures_get_cell (self->measures, from, to);

      g_ptr_array_add (self->counts, lay_out_count (report, self, cell));
    }
}

static Matrix *
matrix_new (AtlReport   *report,
            AtlMeasures *measures,
            AtlRect      room)
{
  Matrix *self = g_new0 (Matrix, 1);
  double  longest = 0;

  self->measures = atl_measures_ref (measures);
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  self->counts = g_ptr_array_new_with_free_func (unref_layout);
  choose_silos (self);
  for (guint i = 0; i < self->n; i++)
    {
      PangoLayout *layout = lay_out_name (report, measures->network->silos[self->silos[i]].name);

      g_ptr_array_add (self->names, layout);
      longest = MAX (longest, get_text_width (layout));
    }
  self->corner = atl_pdf_type_lay_out (report->type, ATL_FACE_SMALL,
                                       atl_report_word (report, "map-matrix-corner"), -1);
  self->side = MAX (longest, get_text_width (self->corner)) + 10;
  self->head = longest * sin (SLANT) + 18;
  self->width = MIN (CELL_WIDTH, (room.width + GUTTER - self->side - longest * cos (SLANT)) / self->n);
  self->height = MIN (CELL_HEIGHT, (room.height - self->head) / self->n);
  lay_out_counts (report, self);
  return self;
}

static void
hatch (cairo_t *cr,
       AtlRect  rect)
{
  cairo_save (cr);
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_clip (cr);
  atl_pdf_ink_set_color (cr, atl_pdf_type_get_ink (ATL_PRINT_RULE));
  cairo_set_line_width (cr, 0.8);
  for (double x = rect.x - rect.height; x < rect.x + rect.width; x += STRIPE)
    {
      cairo_move_to (cr, x, rect.y + rect.height);
      cairo_line_to (cr, x + rect.height, rect.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
frame (cairo_t *cr,
       AtlRect  rect,
       gboolean strong)
{
  atl_pdf_ink_set_color (cr, atl_pdf_type_get_ink (strong ? ATL_PRINT_TEXT : ATL_PRINT_RULE));
  cairo_set_line_width (cr, strong ? 1.2 : 0.6);
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_stroke (cr);
}

static void
fill_cell (cairo_t *cr,
           AtlRect  rect,
           AtlCell  cell)
{
  if (cell.possible == 0)
    return;
  if (cell.n_links == 0)
    {
      hatch (cr, rect);
      return;
    }
  atl_pdf_ink_set_color (cr, atl_heat_get_fill (cell.ratio));
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (cr);
}

/* On hatching, a number needs ground of its own. */
static void
draw_count (cairo_t     *cr,
            AtlRect      rect,
            PangoLayout *layout,
            gboolean     zero)
{
  double width = get_text_width (layout);
  double height = atl_text_get_height (layout);
  double x = rect.x + (rect.width - width) / 2;
  double y = rect.y + (rect.height - height) / 2;

  if (zero)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      atl_pdf_ink_rounded (cr, atl_rect (x - 2, y, width + 4, height), 2);
      cairo_fill (cr);
    }
  atl_pdf_ink_set_color (cr, atl_pdf_type_get_ink (zero ? ATL_PRINT_MUTED : ATL_PRINT_TEXT));
  atl_pdf_ink_lines (cr, layout, 0, 1, (AtlPoint){ x, y }, TRUE);
}

static void
draw_cell (Matrix  *self,
           cairo_t *cr,
           guint    row,
           guint    column,
           AtlPoint corner)
{
  AtlCell      cell = atl_measures_get_cell (self->measures, self->silos[row], self->silos[column]);
  PangoLayout *count = self->counts->pdata[row * self->n + column];
  AtlRect      rect = atl_rect (corner.x + column * self->width + 1, corner.y + row * self->height + 1,
                                self->width - 2, self->height - 2);

  cairo_tag_begin (cr, "TD", NULL);
  fill_cell (cr, rect, cell);
  if (row == column || cell.n_links == 0)
    frame (cr, rect, row == column && cell.possible > 0);
  if (count != NULL)
    draw_count (cr, rect, count, cell.n_links == 0);
  cairo_tag_end (cr, "TD");
}

static void
draw_row (Matrix  *self,
          cairo_t *cr,
          guint    row,
          AtlPoint corner)
{
  PangoLayout *name = self->names->pdata[row];
  double       x = corner.x - 8 - get_text_width (name);
  double       y = corner.y + row * self->height + (self->height - atl_text_get_height (name)) / 2;

  cairo_tag_begin (cr, "TR", NULL);
  cairo_tag_begin (cr, "TH", NULL);
  atl_pdf_ink_set_color (cr, atl_pdf_type_get_ink (ATL_PRINT_TEXT));
  atl_pdf_ink_lines (cr, name, 0, 1, (AtlPoint){ x, y }, TRUE);
  cairo_tag_end (cr, "TH");
  for (guint column = 0; column < self->n; column++)
    draw_cell (self, cr, row, column, corner);
  cairo_tag_end (cr, "TR");
}

/* Names over the columns, at a slant: there they are read without turning the head. */
static void
draw_head (Matrix  *self,
           cairo_t *cr,
           AtlPoint corner)
{
  AtlPoint at = { corner.x - 8 - get_text_width (self->corner), corner.y - 16 };

  cairo_tag_begin (cr, "TR", NULL);
  cairo_tag_begin (cr, "TH", NULL);
  atl_pdf_ink_set_color (cr, atl_pdf_type_get_ink (ATL_PRINT_MUTED));
  atl_pdf_ink_lines (cr, self->corner, 0, 1, at, TRUE);
  cairo_tag_end (cr, "TH");
  atl_pdf_ink_set_color (cr, atl_pdf_type_get_ink (ATL_PRINT_TEXT));
  for (guint i = 0; i < self->n; i++)
    {
      cairo_tag_begin (cr, "TH", NULL);
      cairo_save (cr);
      cairo_translate (cr, corner.x + (i + 0.5) * self->width, corner.y - 4);
      cairo_rotate (cr, -SLANT);
      atl_pdf_ink_lines (cr, self->names->pdata[i], 0, 1,
                         (AtlPoint){ 0, -atl_text_get_height (self->names->pdata[i]) / 2 }, TRUE);
      cairo_restore (cr);
      cairo_tag_end (cr, "TH");
    }
  cairo_tag_end (cr, "TR");
}

static void
matrix_drawn_cb (cairo_t *cr,
                 AtlRect  rect,
                 gpointer user_data)
{
  Matrix  *self = user_data;
  AtlPoint corner = { rect.x + self->side, rect.y + self->head };

  cairo_save (cr);
  cairo_tag_begin (cr, "Table", NULL);
  draw_head (self, cr, corner);
  for (guint row = 0; row < self->n; row++)
    draw_row (self, cr, row, corner);
  cairo_tag_end (cr, "Table");
  cairo_restore (cr);
}

/* A paragraph at a place of its own; returns its height. */
static double
write_at (AtlReport  *report,
          AtlPoint    at,
          double      width,
          const char *text)
{
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (report->type, ATL_FACE_BODY, text, width);

  atl_pdf_script_begin (report->script, "P");
  atl_pdf_script_text (report->script, layout, 0, G_MAXUINT, at, atl_pdf_type_get_ink (ATL_PRINT_TEXT));
  atl_pdf_script_end (report->script);
  return atl_text_get_height (layout);
}

static double
write_small (AtlReport  *report,
             AtlPoint    at,
             const char *text)
{
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (report->type, ATL_FACE_SMALL, text, -1);

  atl_pdf_script_begin (report->script, "P");
  atl_pdf_script_text (report->script, layout, 0, 1, at, atl_pdf_type_get_ink (ATL_PRINT_MUTED));
  atl_pdf_script_end (report->script);
  return get_text_width (layout);
}

static double
measure_small (AtlReport  *report,
               const char *text)
{
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (report->type, ATL_FACE_SMALL, text, -1);

  return get_text_width (layout);
}

/* From much less than average to much more, in the steps of a doubling. */
static double
add_scale (AtlReport *report,
           AtlPoint   at,
           double     width)
{
  double step = width / 7;
  double right = measure_small (report, atl_report_word (report, "map-matrix-more"));
  double middle = measure_small (report, atl_report_word (report, "map-matrix-average"));

  for (int i = 0; i < 7; i++)
    atl_pdf_script_fill (report->script, atl_rect (at.x + i * step, at.y, step - 1.5, SWATCH), 0,
                         atl_heat_get_fill (exp2 (i - 3)));
  at.y += SWATCH + 3;
  write_small (report, at, atl_report_word (report, "map-matrix-less"));
  write_small (report, (AtlPoint){ at.x + (width - middle) / 2, at.y },
               atl_report_word (report, "map-matrix-average"));
  write_small (report, (AtlPoint){ at.x + width - right, at.y }, atl_report_word (report, "map-matrix-more"));
  return SWATCH + 20;
}

static void
zero_drawn_cb (cairo_t *cr,
               AtlRect  rect,
               gpointer user_data)
{
  cairo_save (cr);
  hatch (cr, rect);
  frame (cr, rect, FALSE);
  cairo_restore (cr);
}

static void
inside_drawn_cb (cairo_t *cr,
                 AtlRect  rect,
                 gpointer user_data)
{
  cairo_save (cr);
  frame (cr, rect, TRUE);
  cairo_restore (cr);
}

static double
add_samples (AtlReport *report,
             AtlPoint   at)
{
  double x = at.x;

  atl_pdf_script_draw (report->script, atl_rect (x, at.y, 22, SWATCH), zero_drawn_cb, NULL, NULL);
  x += 27;
  x += write_small (report, (AtlPoint){ x, at.y + 1 }, atl_report_word (report, "map-matrix-zero")) + 18;
  atl_pdf_script_draw (report->script, atl_rect (x, at.y, 22, SWATCH), inside_drawn_cb, NULL, NULL);
  write_small (report, (AtlPoint){ x + 27, at.y + 1 }, atl_report_word (report, "map-matrix-inside"));
  return SWATCH + 14;
}

static void
add_help (AtlReport *report,
          AtlRect    room)
{
  static const char *const keys[] = { "map-matrix-color", "map-matrix-doors", "map-matrix-mirror",
                                      "map-matrix-small" };
  AtlPoint                 at = { room.x, room.y };

  at.y += add_scale (report, at, room.width);
  at.y += add_samples (report, at);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    at.y += write_at (report, at, room.width, atl_report_word (report, keys[i])) + 8;
}

/* What the cells hold, and which silos are left out. */
static void
add_lead (AtlReport    *report,
          const Matrix *matrix)
{
  guint            total = matrix->measures->network->n_silos;
  const char      *lead = matrix->width >= FULL_COUNT ? "map-matrix-lead" : "map-matrix-lead-counts";
  g_autofree char *n = g_strdup_printf ("%u", matrix->n);
  g_autofree char *all = g_strdup_printf ("%u", total);
  g_autofree char *text = atl_words_fill (report->language, "map-matrix-cut", "n", n, "total", all, NULL);

  atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_MUTED, atl_report_word (report, lead));
  if (matrix->n < total)
    atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_MUTED, text);
}

/**
 * atl_report_add_matrix:
 * @report: a report
 * @measures: the figures of a map
 *
 * Adds the page of the matrix (SILO-METHOD §9): who gives to whom, with its counts, and how it is read.
 */
void
atl_report_add_matrix (AtlReport   *report,
                       AtlMeasures *measures)
{
  AtlRect room;
  Matrix *matrix = NULL;

  if (measures->network->n_silos < 2)
    return;
  atl_pdf_flow_new_page (report->flow);
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H2, atl_report_word (report, "map-matrix"), 60);
  room = atl_pdf_flow_get_frame (report->flow);
  room.width *= SHARE;
  room.height -= LEAD;
  matrix = matrix_new (report, measures, room);
  add_lead (report, matrix);
  room = atl_pdf_flow_get_frame (report->flow);
  atl_pdf_script_draw (report->script, room, matrix_drawn_cb, matrix, matrix_free);
  add_help (report, atl_rect (room.x + room.width * (SHARE + 0.05), room.y + 24,
                              room.width * (0.95 - SHARE), room.height - 24));
  atl_pdf_flow_advance (report->flow, room.height);
  atl_pdf_script_end (report->script);
}
