/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf-table.h"

#include "exchange/atl-pdf-lines.h"
#include "scene/atl-text.h"

#define PADDING_X 6.0
#define PADDING_Y 4.0
#define PART_GAP 2.0
#define CHIP 8.0
#define CHIP_ROOM 13.0
#define BAR_HEIGHT 7.0
#define BAR_TEXT 34.0
#define MARK_OVER 2.0
#define KEEP_WHOLE 190.0 /* rows lower than this are not split */

/* A paragraph of a cell, and how much of it is drawn. */
typedef struct
{
  PangoLayout *layout;
  AtlPrintInk  ink;
  guint        next;
  guint        n_lines;
} Part;

typedef enum
{
  CELL_TEXT,
  CELL_PAGE,
  CELL_BAR,
} CellKind;

typedef struct
{
  CellKind kind;
  GArray  *parts;
  char    *target;
  double   share;
  gboolean has_mark;
  double   mark; /* on the bar: what it is compared with */
  gboolean has_chip;
  AtlRgba  chip;
} Cell;

/**
 * AtlPdfTable:
 *
 * Rows are composed cell by cell, then placed when atl_pdf_table_end_row() knows how high they are.
 */
struct _AtlPdfTable
{
  AtlPdfFlow   *flow;
  AtlPdfScript *script;
  AtlPdfColumn *columns;
  guint         n_columns;
  GArray       *cells; /* of the row in the making */
  double        total; /* of the shares */
  double        gap_x; /* of columns, left to its text */
};

static void
part_clear (gpointer data)
{
  g_object_unref (((Part *) data)->layout);
}

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_array_unref (cell->parts);
  g_free (cell->target);
}

static AtlRect
column_rect (AtlPdfTable *self,
             guint        index)
{
  AtlRect frame = atl_pdf_flow_get_frame (self->flow);
  double  before = 0;

  for (guint i = 0; i < index; i++)
    before += self->columns[i].share;
  return atl_rect (frame.x + frame.width * before / self->total,
                   frame.y,
                   frame.width * self->columns[index].share / self->total,
                   0);
}

static PangoLayout *
lay_out_head (AtlPdfTable *self,
              guint        index)
{
  AtlRect      rect = column_rect (self, index);
  PangoLayout *layout = atl_pdf_type_lay_out (atl_pdf_flow_get_type (self->flow), ATL_FACE_HEAD,
                                              self->columns[index].title, rect.width - 2 * PADDING_X);

  if (self->columns[index].right)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static void
draw_head_cell (AtlPdfTable *self,
                PangoLayout *layout,
                guint        index,
                gboolean     tagged)
{
  AtlRect  rect = column_rect (self, index);
  AtlPoint origin = { rect.x + PADDING_X, rect.y + PADDING_Y };
  AtlRgba  ink = atl_pdf_type_get_ink (ATL_PRINT_MUTED);

  if (!tagged)
    {
      atl_pdf_script_ornament (self->script, layout, origin, ink);
      return;
    }
  atl_pdf_script_begin (self->script, "TH");
  atl_pdf_script_text (self->script, layout, 0, G_MAXUINT, origin, ink);
  atl_pdf_script_end (self->script);
}

/* The header, as an element of the table the first time and as an ornament on the pages that continue it. */
static void
draw_head (AtlPdfTable *self,
           gboolean     tagged)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  AtlRect               frame = atl_pdf_flow_get_frame (self->flow);
  double                height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      PangoLayout *layout = lay_out_head (self, i);

      g_ptr_array_add (layouts, layout);
      height = MAX (height, atl_text_get_height (layout));
    }
  height += 2 * PADDING_Y;
  atl_pdf_script_fill (self->script, atl_rect (frame.x, frame.y, frame.width, height), 3,
                       atl_pdf_type_get_ink (ATL_PRINT_SHADE));
  if (tagged)
    atl_pdf_script_begin (self->script, "TR");
  for (guint i = 0; i < self->n_columns; i++)
    draw_head_cell (self, layouts->pdata[i], i, tagged);
  if (tagged)
    atl_pdf_script_end (self->script);
  atl_pdf_flow_advance (self->flow, height);
}

/**
 * atl_pdf_table_new:
 * @flow: where it goes; must outlive the table
 * @columns: (array length=n_columns): their titles must stay valid as long as the table
 * @n_columns: how many
 *
 * Draws the header, with room for a row below it.
 *
 * Returns: (transfer full): the table
 */
AtlPdfTable *
atl_pdf_table_new (AtlPdfFlow         *flow,
                   const AtlPdfColumn *columns,
                   guint               n_columns)
{
  AtlPdfTable *self = g_new0 (AtlPdfTable, 1);

  self->flow = flow;
  self->script = atl_pdf_flow_get_script (flow);
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
  for (guint i = 0; i < n_columns; i++)
    self->total += columns[i].share;
  atl_pdf_flow_need (flow, 70);
  atl_pdf_script_begin (self->script, "Table");
  draw_head (self, TRUE);
  return self;
}

/**
 * atl_pdf_table_free:
 * @self: a table
 *
 * Ends the table.
 */
void
atl_pdf_table_free (AtlPdfTable *self)
{
  atl_pdf_script_end (self->script);
  g_array_unref (self->cells);
  g_free (self->columns);
  g_free (self);
}

static Cell *
last_cell (AtlPdfTable *self)
{
  g_assert (self->cells->len > 0);
  return &g_array_index (self->cells, Cell, self->cells->len - 1);
}

static Cell *
add_cell (AtlPdfTable *self,
          CellKind     kind)
{
  Cell cell = { .kind = kind };

  cell.parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (cell.parts, part_clear);
  g_array_append_val (self->cells, cell);
  return last_cell (self);
}

/**
 * atl_pdf_table_cell:
 * @self: a table
 * @face: type of the text
 * @ink: its color
 * @text: plain text
 *
 * Adds the next cell of the row.
 */
void
atl_pdf_table_cell (AtlPdfTable *self,
                    AtlFace      face,
                    AtlPrintInk  ink,
                    const char  *text)
{
  g_return_if_fail (self->cells->len < self->n_columns);

  add_cell (self, CELL_TEXT);
  atl_pdf_table_more (self, face, ink, text);
}

/**
 * atl_pdf_table_more:
 * @self: a table
 * @face: type of the text
 * @ink: its color
 * @text: plain text; nothing is added if it is empty
 *
 * Adds a paragraph to the last cell.
 */
void
atl_pdf_table_more (AtlPdfTable *self,
                    AtlFace      face,
                    AtlPrintInk  ink,
                    const char  *text)
{
  Cell  *cell = last_cell (self);
  guint  index = self->cells->len - 1;
  double width = column_rect (self, index).width - 2 * PADDING_X;
  Part   part = { .ink = ink };

  if (text == NULL || *text == '\0')
    return;
  width -= cell->has_chip ? CHIP_ROOM : 0;
  part.layout = atl_pdf_type_lay_out (atl_pdf_flow_get_type (self->flow), face, text, width);
  part.n_lines = (guint) pango_layout_get_line_count (part.layout);
  if (self->columns[index].right)
    pango_layout_set_alignment (part.layout, PANGO_ALIGN_RIGHT);
  g_array_append_val (cell->parts, part);
}

/**
 * atl_pdf_table_set_target:
 * @self: a table
 * @target: (nullable): a place of the document
 *
 * Makes the last cell a link.
 */
void
atl_pdf_table_set_target (AtlPdfTable *self,
                          const char  *target)
{
  last_cell (self)->target = g_strdup (target);
}

/**
 * atl_pdf_table_page_cell:
 * @self: a table
 * @target: (nullable): a place of the document
 *
 * Adds a cell with the number of the page where @target is.
 */
void
atl_pdf_table_page_cell (AtlPdfTable *self,
                         const char  *target)
{
  add_cell (self, CELL_PAGE)->target = g_strdup (target);
}

/**
 * atl_pdf_table_bar_cell:
 * @self: a table
 * @share: how long the bar is, 0 to 1
 * @text: what stands before it
 *
 * Adds a cell with a figure and a bar.
 */
void
atl_pdf_table_bar_cell (AtlPdfTable *self,
                        double       share,
                        const char  *text)
{
  add_cell (self, CELL_BAR)->share = CLAMP (share, 0, 1);
  atl_pdf_table_more (self, ATL_FACE_STRONG, ATL_PRINT_TEXT, text);
}

/**
 * atl_pdf_table_set_mark:
 * @self: a table
 * @share: where, 0 to 1
 *
 * Puts a mark on the bar of the last cell: what it is to be compared with.
 */
void
atl_pdf_table_set_mark (AtlPdfTable *self,
                        double       share)
{
  Cell *cell = last_cell (self);

  cell->has_mark = TRUE;
  cell->mark = CLAMP (share, 0, 1);
}

/**
 * atl_pdf_table_set_chip:
 * @self: a table
 * @color: of a small square
 *
 * Adds a cell for text with a colored mark before it; the text comes with atl_pdf_table_more().
 */
void
atl_pdf_table_set_chip (AtlPdfTable *self,
                        AtlRgba      color)
{
  Cell *cell = add_cell (self, CELL_TEXT);

  cell->has_chip = TRUE;
  cell->chip = color;
}

static double
cell_height (const Cell *cell)
{
  double height = 0;

  for (guint i = 0; i < cell->parts->len; i++)
    {
      const Part *part = &g_array_index (cell->parts, Part, i);

      if (part->next < part->n_lines)
        height += atl_pdf_lines_get_height (part->layout, part->next, part->n_lines) + PART_GAP;
    }
  return height;
}

static double
row_height (AtlPdfTable *self)
{
  double height = 0;

  for (guint i = 0; i < self->cells->len; i++)
    height = MAX (height, cell_height (&g_array_index (self->cells, Cell, i)));
  return height + 2 * PADDING_Y;
}

/* Draws the lines of @part that fit; returns the height they take, or a negative number if some are left. */
static double
place_part (AtlPdfTable *self,
            Part        *part,
            AtlPoint     origin,
            double       room,
            gboolean    *done)
{
  double height;
  guint  n = atl_pdf_lines_fit (part->layout, part->next, room, &height);

  if (n > 0)
    {
      atl_pdf_script_begin (self->script, "P");
      atl_pdf_script_text (self->script, part->layout, part->next, n, origin,
                           atl_pdf_type_get_ink (part->ink));
      atl_pdf_script_end (self->script);
    }
  part->next += n;
  *done = part->next >= part->n_lines;
  return height;
}

static double
place_parts (AtlPdfTable *self,
             Cell        *cell,
             AtlPoint     origin,
             double       room)
{
  double y = 0;

  for (guint i = 0; i < cell->parts->len; i++)
    {
      Part    *part = &g_array_index (cell->parts, Part, i);
      gboolean done;

      if (part->next >= part->n_lines)
        continue;
      y += place_part (self, part, (AtlPoint){ origin.x, origin.y + y }, room - y, &done);
      if (!done)
        break;
      y += PART_GAP;
    }
  return y;
}

static void
draw_bar (AtlPdfTable *self,
          Cell        *cell,
          AtlRect      rect)
{
  AtlRect bar = atl_rect (rect.x + PADDING_X + BAR_TEXT, rect.y + PADDING_Y + 3,
                          rect.width - 2 * PADDING_X - BAR_TEXT, BAR_HEIGHT);
  double  x = bar.x + bar.width * cell->mark;

  atl_pdf_script_fill (self->script, bar, BAR_HEIGHT / 2, atl_pdf_type_get_ink (ATL_PRINT_SHADE));
  bar.width *= cell->share;
  if (cell->share > 0)
    atl_pdf_script_fill (self->script, bar, BAR_HEIGHT / 2, atl_pdf_type_get_ink (ATL_PRINT_ACCENT));
  if (cell->has_mark)
    atl_pdf_script_fill (self->script,
                         atl_rect (x - 0.75, bar.y - MARK_OVER, 1.5, BAR_HEIGHT + 2 * MARK_OVER), 0,
                         atl_pdf_type_get_ink (ATL_PRINT_TEXT));
}

/* Everything of a cell that is no text; once, not again on a continued row. */
static void
draw_marks (AtlPdfTable *self,
            Cell        *cell,
            AtlRect      rect)
{
  AtlPoint corner = { rect.x + rect.width - PADDING_X, rect.y + PADDING_Y };

  if (cell->kind == CELL_BAR)
    draw_bar (self, cell, rect);
  if (cell->kind == CELL_PAGE && cell->target != NULL)
    atl_pdf_script_page_number (self->script, atl_pdf_flow_get_type (self->flow), cell->target, corner);
  if (cell->has_chip)
    {
      AtlRect chip = atl_rect (rect.x + PADDING_X, rect.y + PADDING_Y + 2.5, CHIP, CHIP);

      atl_pdf_script_fill (self->script, chip, 2, cell->chip);
      atl_pdf_script_frame (self->script, chip, 2, atl_rgba (0x9a9996));
    }
}

static double
place_cell (AtlPdfTable *self,
            guint        index,
            double       room,
            gboolean     again)
{
  Cell    *cell = &g_array_index (self->cells, Cell, index);
  AtlRect  rect = column_rect (self, index);
  AtlPoint origin = { rect.x + PADDING_X + (cell->has_chip ? CHIP_ROOM : 0), rect.y + PADDING_Y };
  gboolean linked = cell->target != NULL && !again;
  double   height;

  atl_pdf_script_begin (self->script, "TD");
  if (linked)
    atl_pdf_script_begin_link (self->script, cell->target);
  if (!again)
    draw_marks (self, cell, rect);
  height = place_parts (self, cell, origin, room);
  if (linked)
    atl_pdf_script_end (self->script);
  atl_pdf_script_end (self->script);
  return height;
}

/* Draws what fits of the row; returns whether all of it did. */
static gboolean
place_row (AtlPdfTable *self,
           gboolean     again)
{
  AtlRect frame = atl_pdf_flow_get_frame (self->flow);
  double  room = atl_pdf_flow_get_room (self->flow) - 2 * PADDING_Y;
  double  height = 0;

  atl_pdf_script_begin (self->script, "TR");
  for (guint i = 0; i < self->cells->len; i++)
    {
      double cell = place_cell (self, i, room, again);

      height = MAX (height, cell);
    }
  atl_pdf_script_end (self->script);
  atl_pdf_flow_advance (self->flow, height + 2 * PADDING_Y);
  frame.y += height + 2 * PADDING_Y;
  frame.height = 0.5;
  atl_pdf_script_fill (self->script, frame, 0, atl_pdf_type_get_ink (ATL_PRINT_RULE));
  return row_height (self) <= 2 * PADDING_Y + 0.01;
}

/**
 * atl_pdf_table_end_row:
 * @self: a table
 *
 * Places the row whose cells were added, on the next page if it fits better there.
 */
void
atl_pdf_table_end_row (AtlPdfTable *self)
{
  double   height = row_height (self);
  gboolean again = FALSE;

  if (atl_pdf_flow_need (self->flow, MIN (height, KEEP_WHOLE)))
    draw_head (self, FALSE);
  while (!place_row (self, again))
    {
      atl_pdf_flow_break (self->flow);
      draw_head (self, FALSE);
      again = TRUE;
    }
  g_array_set_size (self->cells, 0);
}
