/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf-flow.h"

#include "exchange/atl-pdf-lines.h"
#include "scene/atl-text.h"

#define MARGIN_X 42.0
#define MARGIN_TOP 40.0
#define MARGIN_BOTTOM 46.0
#define FOOTER_Y (ATL_PDF_HEIGHT - 32.0)
#define COLUMN_GAP 26.0
#define RUNNING_HEIGHT 22.0
#define MIN_COLUMN 90.0

/* Where the columns are and how full. */
typedef struct
{
  guint  n;
  guint  index;
  double top;
  double limit;   /* where columns but the last end */
  double deepest; /* the lowest point of those already filled */
  double left;    /* height still to come, all columns together */
} Columns;

/**
 * AtlPdfFlow:
 *
 * The pen of a document: it knows the page, the column and how far down it is. What does not fit goes to
 * the next column or page; lines of a paragraph are never left alone.
 */
struct _AtlPdfFlow
{
  AtlPdfScript *script;
  AtlPdfType   *type;
  char         *running; /* at the top of pages that continue a section */
  Columns       columns;
  double        y;
  double        top; /* of this page's content */
  guint         depth;
};

static double
bottom (void)
{
  return ATL_PDF_HEIGHT - MARGIN_BOTTOM;
}

static double
column_width (AtlPdfFlow *self)
{
  return (ATL_PDF_WIDTH - 2 * MARGIN_X - COLUMN_GAP * (self->columns.n - 1)) / self->columns.n;
}

static double
column_limit (AtlPdfFlow *self)
{
  return self->columns.index + 1 < self->columns.n ? self->columns.limit : bottom ();
}

/* On the last page the columns end at about the same height. */
static void
balance (AtlPdfFlow *self)
{
  Columns *columns = &self->columns;
  double   even = columns->left / columns->n + 8;

  columns->limit = MIN (columns->top + MAX (even, MIN_COLUMN), bottom ());
}

static void
draw_running_head (AtlPdfFlow *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  AtlPoint                origin = { MARGIN_X, MARGIN_TOP };

  self->y = self->top = MARGIN_TOP;
  if (self->running == NULL)
    return;
  layout = atl_pdf_type_lay_out (self->type, ATL_FACE_SMALL, self->running, ATL_PDF_WIDTH - 2 * MARGIN_X);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  atl_pdf_script_ornament (self->script, layout, origin, atl_pdf_type_get_ink (ATL_PRINT_MUTED));
  self->y = self->top = MARGIN_TOP + RUNNING_HEIGHT;
}

/**
 * atl_pdf_flow_new:
 * @script: what is written; must outlive the flow
 * @type: makes the layouts; must outlive the flow
 *
 * Returns: (transfer full): a pen at the top of the first page
 */
AtlPdfFlow *
atl_pdf_flow_new (AtlPdfScript *script,
                  AtlPdfType   *type)
{
  AtlPdfFlow *self = g_new0 (AtlPdfFlow, 1);

  self->script = script;
  self->type = type;
  self->columns.n = 1;
  self->y = self->top = MARGIN_TOP;
  return self;
}

/**
 * atl_pdf_flow_free:
 * @self: a flow
 */
void
atl_pdf_flow_free (AtlPdfFlow *self)
{
  g_free (self->running);
  g_free (self);
}

/**
 * atl_pdf_flow_get_script:
 * @self: a flow
 *
 * Returns: (transfer none): what it writes
 */
AtlPdfScript *
atl_pdf_flow_get_script (AtlPdfFlow *self)
{
  return self->script;
}

/**
 * atl_pdf_flow_get_type:
 * @self: a flow
 *
 * Returns: (transfer none): what makes its layouts
 */
AtlPdfType *
atl_pdf_flow_get_type (AtlPdfFlow *self)
{
  return self->type;
}

/**
 * atl_pdf_flow_get_frame:
 * @self: a flow
 *
 * Returns: what is left of the column: from the cursor to the bottom of the page, points
 */
AtlRect
atl_pdf_flow_get_frame (AtlPdfFlow *self)
{
  double width = column_width (self);

  return atl_rect (MARGIN_X + self->columns.index * (width + COLUMN_GAP), self->y, width,
                   bottom () - self->y);
}

/**
 * atl_pdf_flow_get_footer:
 * @self: a flow
 *
 * Returns: where the foot of the page stands, points
 */
AtlRect
atl_pdf_flow_get_footer (AtlPdfFlow *self)
{
  return atl_rect (MARGIN_X, FOOTER_Y, ATL_PDF_WIDTH - 2 * MARGIN_X, 12);
}

/**
 * atl_pdf_flow_get_cursor:
 * @self: a flow
 *
 * Returns: where the next thing goes
 */
AtlPoint
atl_pdf_flow_get_cursor (AtlPdfFlow *self)
{
  AtlRect frame = atl_pdf_flow_get_frame (self);

  return (AtlPoint){ frame.x, frame.y };
}

/**
 * atl_pdf_flow_get_room:
 * @self: a flow
 *
 * Returns: the height left in this column
 */
double
atl_pdf_flow_get_room (AtlPdfFlow *self)
{
  return column_limit (self) - self->y;
}

/* Whether nothing stands above the cursor in its column. */
static gboolean
is_at_top (AtlPdfFlow *self)
{
  return self->y <= (self->columns.n > 1 ? self->columns.top : self->top) + 0.01;
}

/**
 * atl_pdf_flow_set_running_head:
 * @self: a flow
 * @text: (nullable): what stands at the top of the next pages
 */
void
atl_pdf_flow_set_running_head (AtlPdfFlow *self,
                               const char *text)
{
  g_free (self->running);
  self->running = g_strdup (text);
}

/**
 * atl_pdf_flow_new_page:
 * @self: a flow
 *
 * Goes to the next page.
 */
void
atl_pdf_flow_new_page (AtlPdfFlow *self)
{
  atl_pdf_script_new_page (self->script);
  draw_running_head (self);
  self->columns.index = 0;
  self->columns.top = self->columns.deepest = self->y;
  balance (self);
}

/**
 * atl_pdf_flow_break:
 * @self: a flow
 *
 * Goes to the next column, or page.
 */
void
atl_pdf_flow_break (AtlPdfFlow *self)
{
  Columns *columns = &self->columns;

  if (columns->index + 1 >= columns->n)
    {
      atl_pdf_flow_new_page (self);
      return;
    }
  columns->deepest = MAX (columns->deepest, self->y);
  columns->index++;
  self->y = columns->top;
}

/**
 * atl_pdf_flow_need:
 * @self: a flow
 * @height: what comes next and should stay together
 *
 * Goes on in the next column or page if there is less room than that here.
 *
 * Returns: whether it did
 */
gboolean
atl_pdf_flow_need (AtlPdfFlow *self,
                   double      height)
{
  if (atl_pdf_flow_get_room (self) >= height || is_at_top (self))
    return FALSE;
  atl_pdf_flow_break (self);
  if (atl_pdf_flow_get_room (self) < height && atl_pdf_flow_get_room (self) < bottom () - self->y)
    self->columns.limit = bottom (); /* a short balanced column must not turn everything away */
  return TRUE;
}

/**
 * atl_pdf_flow_advance:
 * @self: a flow
 * @height: of what was drawn at the cursor
 */
void
atl_pdf_flow_advance (AtlPdfFlow *self,
                      double      height)
{
  self->y += height;
  self->columns.left -= height;
}

/**
 * atl_pdf_flow_gap:
 * @self: a flow
 * @height: empty space before what comes next, none at the top of a column
 */
void
atl_pdf_flow_gap (AtlPdfFlow *self,
                  double      height)
{
  self->columns.left -= height;
  if (!is_at_top (self))
    self->y += height;
}

/**
 * atl_pdf_flow_begin_columns:
 * @self: a flow
 * @n: how many
 * @height: of all that comes, if it were one column
 *
 * Goes on in columns from here.
 */
void
atl_pdf_flow_begin_columns (AtlPdfFlow *self,
                            guint       n,
                            double      height)
{
  atl_pdf_flow_need (self, MIN_COLUMN);
  self->columns = (Columns){ .n = n, .top = self->y, .deepest = self->y, .left = height };
  balance (self);
}

/**
 * atl_pdf_flow_end_columns:
 * @self: a flow
 *
 * Goes on below the longest column, in full width.
 */
void
atl_pdf_flow_end_columns (AtlPdfFlow *self)
{
  self->y = MAX (self->y, self->columns.deepest);
  self->columns = (Columns){ .n = 1 };
}

/* The first page is there already. */
static gboolean
is_at_start (AtlPdfFlow *self)
{
  return atl_pdf_script_get_n_pages (self->script) == 1 && is_at_top (self);
}

/**
 * atl_pdf_flow_begin_section:
 * @self: a flow
 * @title: the heading
 * @target: the name of the place, for links
 * @new_page: whether it starts a page
 *
 * Starts a chapter: heading, outline entry, and the head of the pages that continue it.
 */
void
atl_pdf_flow_begin_section (AtlPdfFlow *self,
                            const char *title,
                            const char *target,
                            gboolean    new_page)
{
  atl_pdf_flow_set_running_head (self, NULL);
  if (new_page && !is_at_start (self))
    atl_pdf_flow_new_page (self);
  else if (!is_at_top (self))
    {
      atl_pdf_flow_gap (self, 26);
      atl_pdf_flow_need (self, 170);
    }
  self->depth = atl_pdf_script_get_depth (self->script);
  atl_pdf_script_begin (self->script, "Sect");
  atl_pdf_script_outline (self->script, 0, title, target, self->y);
  atl_pdf_flow_heading (self, ATL_FACE_H1, title, 60);
  atl_pdf_flow_set_running_head (self, title);
  atl_pdf_flow_gap (self, 6);
}

/**
 * atl_pdf_flow_end_section:
 * @self: a flow
 *
 * Ends the chapter begun last.
 */
void
atl_pdf_flow_end_section (AtlPdfFlow *self)
{
  atl_pdf_script_end_to (self->script, self->depth);
}

static const char *
heading_tag (AtlFace face)
{
  switch ((int) face)
    {
    case ATL_FACE_COVER:
    case ATL_FACE_H1:
      return "H1";
    case ATL_FACE_H2:
      return "H2";
    default:
      return "H3";
    }
}

/**
 * atl_pdf_flow_heading:
 * @self: a flow
 * @face: its level
 * @text: what it says
 * @keep: the height of what must stand below it on the same page
 */
void
atl_pdf_flow_heading (AtlPdfFlow *self,
                      AtlFace     face,
                      const char *text,
                      double      keep)
{
  AtlRect                 frame = atl_pdf_flow_get_frame (self);
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (self->type, face, text, frame.width);

  atl_pdf_flow_need (self, atl_text_get_height (layout) + keep);
  atl_pdf_script_begin (self->script, heading_tag (face));
  atl_pdf_flow_layout (self, layout, 0, ATL_PRINT_TEXT);
  atl_pdf_script_end (self->script);
  atl_pdf_flow_gap (self, face == ATL_FACE_H3 ? 2 : 4);
}

/**
 * atl_pdf_flow_layout:
 * @self: a flow
 * @layout: lines as wide as the column, less @indent
 * @indent: points
 * @ink: its color
 *
 * Draws lines inside the element that is open, over as many columns and pages as it takes.
 */
void
atl_pdf_flow_layout (AtlPdfFlow  *self,
                     PangoLayout *layout,
                     double       indent,
                     AtlPrintInk  ink)
{
  guint n_lines = (guint) pango_layout_get_line_count (layout);

  for (guint first = 0; first < n_lines;)
    {
      AtlPoint cursor = atl_pdf_flow_get_cursor (self);
      double   height;
      guint    n = atl_pdf_lines_fit (layout, first, atl_pdf_flow_get_room (self), &height);

      if (n == 0 && !is_at_top (self))
        {
          atl_pdf_flow_break (self);
          continue;
        }
      if (n == 0)
        height = atl_pdf_lines_get_height (layout, first, n = 1);
      cursor.x += indent;
      atl_pdf_script_text (self->script, layout, first, n, cursor, atl_pdf_type_get_ink (ink));
      atl_pdf_flow_advance (self, height);
      first += n;
      if (first < n_lines)
        atl_pdf_flow_break (self);
    }
}

/**
 * atl_pdf_flow_paragraph:
 * @self: a flow
 * @face: its type
 * @ink: its color
 * @text: plain text
 */
void
atl_pdf_flow_paragraph (AtlPdfFlow *self,
                        AtlFace     face,
                        AtlPrintInk ink,
                        const char *text)
{
  AtlRect                 frame = atl_pdf_flow_get_frame (self);
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (self->type, face, text, frame.width);

  atl_pdf_script_begin (self->script, "P");
  atl_pdf_flow_layout (self, layout, 0, ink);
  atl_pdf_script_end (self->script);
}
