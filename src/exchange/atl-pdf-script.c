/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf-script.h"

#include <cairo-pdf.h>
#include <string.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-pdf-ink.h"
#include "scene/atl-text.h"

typedef enum
{
  OP_BEGIN,
  OP_END,
  OP_OUTLINE,
  OP_TEXT,
  OP_ORNAMENT,
  OP_FILL,
  OP_UNDER,
  OP_FRAME,
  OP_NUMBER,
  OP_DRAW,
  OP_PAGE,
} OpKind;

typedef struct
{
  OpKind         kind;
  AtlRect        rect;
  double         radius;
  AtlRgba        color;
  guint          first;
  guint          n;
  char          *tag;
  char          *text;
  gpointer       object; /* layout, type, or the drawer's data */
  AtlPdfDrawer   drawer;
  GDestroyNotify destroy;
} Op;

/**
 * AtlPdfScript:
 *
 * A PDF is written page by page, but the first page already says how many there are and where things stand.
 * So a document is composed into a script first, then played.
 */
struct _AtlPdfScript
{
  GArray     *ops;
  GPtrArray  *open;    /* interned names of the tags begun */
  GHashTable *targets; /* name → page + 1 */
  guint       page;    /* being composed, from 0 */
};

/* What playing keeps track of. */
typedef struct
{
  AtlPdfScript       *script;
  cairo_surface_t    *surface;
  cairo_t            *cr;
  const AtlPdfFooter *footer;
  GPtrArray          *open;
  GArray             *outline; /* the last id of each level */
  guint               page;
} Player;

static void
op_clear (gpointer data)
{
  Op *op = data;

  g_free (op->tag);
  g_free (op->text);
  if (op->destroy != NULL)
    op->destroy (op->object);
}

static Op *
add (AtlPdfScript *self,
     OpKind        kind)
{
  Op op = { .kind = kind };

  g_array_append_val (self->ops, op);
  return &g_array_index (self->ops, Op, self->ops->len - 1);
}

static void
draw_text (Player   *player,
           const Op *op)
{
  AtlPoint origin = { op->rect.x, op->rect.y };

  atl_pdf_ink_set_color (player->cr, op->color);
  atl_pdf_ink_lines (player->cr, op->object, op->first, op->n, origin, op->kind == OP_TEXT);
}

static void
draw_shape (Player   *player,
            const Op *op)
{
  atl_pdf_ink_set_color (player->cr, op->color);
  atl_pdf_ink_rounded (player->cr, op->rect, op->radius);
  if (op->kind == OP_FILL)
    {
      cairo_fill (player->cr);
      return;
    }
  cairo_set_line_width (player->cr, 0.5);
  cairo_stroke (player->cr);
}

/* All at once, in as few fills as there are colors in a row: ten thousand of them cost time and bytes. */
static void
draw_under (Player *player,
            guint   first)
{
  const Op *last = NULL;

  for (guint i = first; i < player->script->ops->len; i++)
    {
      const Op *op = &g_array_index (player->script->ops, Op, i);

      if (op->kind == OP_PAGE)
        break;
      if (op->kind != OP_UNDER)
        continue;
      if (last != NULL && memcmp (&last->color, &op->color, sizeof op->color) != 0)
        cairo_fill (player->cr);
      atl_pdf_ink_set_color (player->cr, op->color);
      cairo_rectangle (player->cr, op->rect.x, op->rect.y, op->rect.width, op->rect.height);
      last = op;
    }
  cairo_fill (player->cr);
}

static void
add_outline (Player   *player,
             const Op *op)
{
  int   parent = CAIRO_PDF_OUTLINE_ROOT;
  int   id;
  guint level = MIN (op->first, player->outline->len);
  int   flags = level == 0 ? CAIRO_PDF_OUTLINE_FLAG_BOLD : 0;

  if (level > 0)
    parent = g_array_index (player->outline, int, level - 1);
  g_array_set_size (player->outline, level);
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", op->tag);
  id = cairo_pdf_surface_add_outline (player->surface, parent, op->text, attributes, flags);
  g_array_append_val (player->outline, id);
}

static void
mark_target (Player   *player,
             const Op *op)
{
  char             y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  g_ascii_formatd (y, sizeof y, "%.1f", op->rect.y);
  attributes = g_strdup_printf ("name='%s' x=0 y=%s", op->tag, y);
  cairo_tag_begin (player->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (player->cr, CAIRO_TAG_DEST);
}

static void
draw_number (Player   *player,
             const Op *op)
{
  guint                   page = GPOINTER_TO_UINT (g_hash_table_lookup (player->script->targets, op->tag));
  g_autofree char        *text = page > 0 ? g_strdup_printf ("%u", page) : g_strdup ("–");
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (op->object, ATL_FACE_BODY, text, -1);
  AtlPoint                origin = { op->rect.x - atl_text_get_width (layout), op->rect.y };

  atl_pdf_ink_set_color (player->cr, op->color);
  atl_pdf_ink_lines (player->cr, layout, 0, 1, origin, TRUE);
}

static void
draw_footer (Player *player)
{
  const AtlPdfFooter     *footer = player->footer;
  g_autoptr (PangoLayout) text = NULL;
  g_autoptr (PangoLayout) number = NULL;
  g_autofree char        *label = NULL;

  if (footer == NULL || player->page < footer->first)
    return;
  label = footer->dup_number (player->page + 1, atl_pdf_script_get_n_pages (player->script),
                              footer->user_data);
  number = atl_pdf_type_lay_out (footer->type, ATL_FACE_FOOTER, label, -1);
  double width = atl_text_get_width (number);
  text = atl_pdf_type_lay_out (footer->type, ATL_FACE_FOOTER, footer->text, footer->rect.width - width - 24);
  pango_layout_set_height (text, -1);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  atl_pdf_ink_set_color (player->cr, atl_pdf_type_get_ink (ATL_PRINT_RULE));
  cairo_rectangle (player->cr, footer->rect.x, footer->rect.y - 6, footer->rect.width, 0.5);
  cairo_fill (player->cr);
  atl_pdf_ink_set_color (player->cr, atl_pdf_type_get_ink (ATL_PRINT_MUTED));
  atl_pdf_ink_lines (player->cr, text, 0, 1, (AtlPoint){ footer->rect.x, footer->rect.y }, FALSE);
  atl_pdf_ink_lines (player->cr, number, 0, 1,
                     (AtlPoint){ footer->rect.x + footer->rect.width - width, footer->rect.y }, FALSE);
}

static void
begin_tag (Player   *player,
           const Op *op)
{
  cairo_tag_begin (player->cr, op->tag, op->text);
  g_ptr_array_add (player->open, op->tag);
}

static void
end_tag (Player *player)
{
  cairo_tag_end (player->cr, g_ptr_array_steal_index (player->open, player->open->len - 1));
}

static void
end_page (Player *player)
{
  draw_footer (player);
  cairo_show_page (player->cr);
  player->page++;
}

static void
play_op (Player   *player,
         const Op *op)
{
  switch (op->kind)
    {
    case OP_BEGIN:
      begin_tag (player, op);
      break;
    case OP_END:
      end_tag (player);
      break;
    case OP_OUTLINE:
      mark_target (player, op);
      add_outline (player, op);
      break;
    case OP_TEXT:
    case OP_ORNAMENT:
      draw_text (player, op);
      break;
    case OP_FILL:
    case OP_FRAME:
      draw_shape (player, op);
      break;
    case OP_NUMBER:
      draw_number (player, op);
      break;
    case OP_UNDER:
      break;
    case OP_DRAW:
      op->drawer (player->cr, op->rect, op->object);
      break;
    case OP_PAGE:
      end_page (player);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * atl_pdf_script_new:
 *
 * Returns: (transfer full): an empty document, its first page begun
 */
AtlPdfScript *
atl_pdf_script_new (void)
{
  AtlPdfScript *self = g_new0 (AtlPdfScript, 1);

  self->ops = g_array_new (FALSE, FALSE, sizeof (Op));
  g_array_set_clear_func (self->ops, op_clear);
  self->open = g_ptr_array_new ();
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * atl_pdf_script_free:
 * @self: a script
 */
void
atl_pdf_script_free (AtlPdfScript *self)
{
  g_array_unref (self->ops);
  g_ptr_array_unref (self->open);
  g_hash_table_unref (self->targets);
  g_free (self);
}

/**
 * atl_pdf_script_begin:
 * @self: a script
 * @tag: a structure type of PDF, such as "Sect" or "TD"
 *
 * Opens an element of the document's structure; it may go on over pages.
 */
void
atl_pdf_script_begin (AtlPdfScript *self,
                      const char   *tag)
{
  add (self, OP_BEGIN)->tag = g_strdup (tag);
  g_ptr_array_add (self->open, (gpointer) g_intern_string (tag));
}

/**
 * atl_pdf_script_begin_link:
 * @self: a script
 * @target: the name given to atl_pdf_script_outline()
 *
 * Opens a link to another place of the document. Every target must be defined before the end.
 */
void
atl_pdf_script_begin_link (AtlPdfScript *self,
                           const char   *target)
{
  Op *op = add (self, OP_BEGIN);

  op->tag = g_strdup (CAIRO_TAG_LINK);
  op->text = g_strdup_printf ("dest='%s'", target);
  g_ptr_array_add (self->open, (gpointer) g_intern_static_string (CAIRO_TAG_LINK));
}

/**
 * atl_pdf_script_end:
 * @self: a script
 *
 * Closes the element opened last.
 */
void
atl_pdf_script_end (AtlPdfScript *self)
{
  g_return_if_fail (self->open->len > 0);

  g_ptr_array_set_size (self->open, self->open->len - 1);
  add (self, OP_END);
}

/**
 * atl_pdf_script_end_to:
 * @self: a script
 * @depth: a depth seen before
 *
 * Closes elements until @depth are open.
 */
void
atl_pdf_script_end_to (AtlPdfScript *self,
                       guint         depth)
{
  while (self->open->len > depth)
    atl_pdf_script_end (self);
}

/**
 * atl_pdf_script_get_depth:
 * @self: a script
 *
 * Returns: how many elements are open
 */
guint
atl_pdf_script_get_depth (AtlPdfScript *self)
{
  return self->open->len;
}

/**
 * atl_pdf_script_outline:
 * @self: a script
 * @level: 0 for chapters
 * @title: what the outline says
 * @target: a name of this place, letters, digits, - and _ only
 * @y: the top of the place, points
 */
void
atl_pdf_script_outline (AtlPdfScript *self,
                        guint         level,
                        const char   *title,
                        const char   *target,
                        double        y)
{
  Op *op = add (self, OP_OUTLINE);

  op->first = level;
  op->text = g_strdup (title);
  op->tag = g_strdup (target);
  op->rect.y = y;
  g_hash_table_insert (self->targets, g_strdup (target), GUINT_TO_POINTER (self->page + 1));
}

/**
 * atl_pdf_script_text:
 * @self: a script
 * @layout: what to draw
 * @first_line: from 0
 * @n_lines: how many
 * @origin: top left of the first line
 * @color: the ink
 *
 * Each line becomes a Span of the element that is open.
 */
void
atl_pdf_script_text (AtlPdfScript *self,
                     PangoLayout  *layout,
                     guint         first_line,
                     guint         n_lines,
                     AtlPoint      origin,
                     AtlRgba       color)
{
  Op *op = add (self, OP_TEXT);

  op->object = g_object_ref (layout);
  op->destroy = g_object_unref;
  op->first = first_line;
  op->n = n_lines;
  op->rect = atl_rect (origin.x, origin.y, 0, 0);
  op->color = color;
}

/**
 * atl_pdf_script_ornament:
 * @self: a script
 * @layout: what to draw, whole
 * @origin: its top left
 * @color: the ink
 *
 * Like a text, but no part of the document's structure: running heads, symbols.
 */
void
atl_pdf_script_ornament (AtlPdfScript *self,
                         PangoLayout  *layout,
                         AtlPoint      origin,
                         AtlRgba       color)
{
  atl_pdf_script_text (self, layout, 0, G_MAXUINT, origin, color);
  g_array_index (self->ops, Op, self->ops->len - 1).kind = OP_ORNAMENT;
}

/**
 * atl_pdf_script_fill:
 * @self: a script
 * @rect: what to fill
 * @radius: of its corners
 * @color: the ink
 */
void
atl_pdf_script_fill (AtlPdfScript *self,
                     AtlRect       rect,
                     double        radius,
                     AtlRgba       color)
{
  Op *op = add (self, OP_FILL);

  op->rect = rect;
  op->radius = radius;
  op->color = color;
}

/**
 * atl_pdf_script_under:
 * @self: a script
 * @rect: what to fill
 * @color: the ink
 *
 * Like a fill with sharp corners, but below everything else on the page.
 */
void
atl_pdf_script_under (AtlPdfScript *self,
                      AtlRect       rect,
                      AtlRgba       color)
{
  atl_pdf_script_fill (self, rect, 0, color);
  g_array_index (self->ops, Op, self->ops->len - 1).kind = OP_UNDER;
}

/**
 * atl_pdf_script_frame:
 * @self: a script
 * @rect: the outline
 * @radius: of its corners
 * @color: the ink
 *
 * Draws a hairline around @rect.
 */
void
atl_pdf_script_frame (AtlPdfScript *self,
                      AtlRect       rect,
                      double        radius,
                      AtlRgba       color)
{
  atl_pdf_script_fill (self, rect, radius, color);
  g_array_index (self->ops, Op, self->ops->len - 1).kind = OP_FRAME;
}

/**
 * atl_pdf_script_page_number:
 * @self: a script
 * @type: what makes its layout; must outlive the script
 * @target: a name given, now or later, to atl_pdf_script_outline()
 * @top_right: where the number ends
 *
 * Draws the number of the page where @target stands.
 */
void
atl_pdf_script_page_number (AtlPdfScript *self,
                            AtlPdfType   *type,
                            const char   *target,
                            AtlPoint      top_right)
{
  Op *op = add (self, OP_NUMBER);

  op->object = type;
  op->tag = g_strdup (target);
  op->rect = atl_rect (top_right.x, top_right.y, 0, 0);
  op->color = atl_pdf_type_get_ink (ATL_PRINT_MUTED);
}

/**
 * atl_pdf_script_draw:
 * @self: a script
 * @rect: where
 * @drawer: called when the script is played; leaves the context as it found it
 * @user_data: (transfer full): for @drawer
 * @destroy: frees @user_data
 */
void
atl_pdf_script_draw (AtlPdfScript  *self,
                     AtlRect        rect,
                     AtlPdfDrawer   drawer,
                     gpointer       user_data,
                     GDestroyNotify destroy)
{
  Op *op = add (self, OP_DRAW);

  op->rect = rect;
  op->drawer = drawer;
  op->object = user_data;
  op->destroy = destroy;
}

/**
 * atl_pdf_script_new_page:
 * @self: a script
 *
 * Ends the page; the elements that are open stay open.
 */
void
atl_pdf_script_new_page (AtlPdfScript *self)
{
  add (self, OP_PAGE);
  self->page++;
}

/**
 * atl_pdf_script_get_n_pages:
 * @self: a script
 *
 * Returns: how many pages were begun
 */
guint
atl_pdf_script_get_n_pages (AtlPdfScript *self)
{
  return self->page + 1;
}

/**
 * atl_pdf_script_play:
 * @self: a script whose elements are all closed
 * @surface: a PDF surface of the document's page size
 * @footer: (nullable): the foot of the pages
 * @error: ATL_EXCHANGE_ERROR_DRAWING
 *
 * Draws the document.
 */
gboolean
atl_pdf_script_play (AtlPdfScript       *self,
                     cairo_surface_t    *surface,
                     const AtlPdfFooter *footer,
                     GError            **error)
{
  Player         player = { .script = self, .surface = surface, .footer = footer };
  cairo_status_t status;

  player.cr = cairo_create (surface);
  player.open = g_ptr_array_new ();
  player.outline = g_array_new (FALSE, FALSE, sizeof (int));
  draw_under (&player, 0);
  for (guint i = 0; i < self->ops->len && cairo_status (player.cr) == CAIRO_STATUS_SUCCESS; i++)
    {
      play_op (&player, &g_array_index (self->ops, Op, i));
      if (g_array_index (self->ops, Op, i).kind == OP_PAGE)
        draw_under (&player, i + 1);
    }
  draw_footer (&player);
  cairo_show_page (player.cr);
  status = cairo_status (player.cr);
  cairo_destroy (player.cr);
  g_ptr_array_unref (player.open);
  g_array_unref (player.outline);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_DRAWING,
                         cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}
