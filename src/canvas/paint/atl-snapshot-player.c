/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-snapshot-player.h"

#include "scene/atl-cairo-player.h"

#define LARGE 25 /* times its radius */

G_STATIC_ASSERT (sizeof (AtlRgba) == sizeof (GdkRGBA));

static graphene_rect_t
to_graphene (AtlRect rect)
{
  return GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height);
}

/**
 * atl_rgba_peek_gdk:
 * @color: a color of the palette
 *
 * Returns: the same color as GTK reads it
 */
const GdkRGBA *
atl_rgba_peek_gdk (const AtlRgba *color)
{
  return (const GdkRGBA *) color;
}

/**
 * atl_snapshot_append_ring:
 * @snapshot: a snapshot
 * @rect: the outer edge
 * @radius: of the outer corners
 * @width: of the line, inside of @rect
 * @color: its color
 *
 * Draws the outline of a rounded rectangle.
 */
void
atl_snapshot_append_ring (GtkSnapshot *snapshot,
                          AtlRect      rect,
                          double       radius,
                          double       width,
                          AtlRgba      color)
{
  const GdkRGBA  *gdk = atl_rgba_peek_gdk (&color);
  const float     w = (float) width;
  graphene_rect_t bounds = to_graphene (rect);
  GskRoundedRect  outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]){ w, w, w, w },
                              (const GdkRGBA[4]){ *gdk, *gdk, *gdk, *gdk });
}

static void
append_rounded (GtkSnapshot *snapshot,
                AtlRect      rect,
                double       radius,
                AtlRgba      color)
{
  graphene_rect_t bounds = to_graphene (rect);
  GskRoundedRect  outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, atl_rgba_peek_gdk (&color), &bounds);
  gtk_snapshot_pop (snapshot);
}

/* A round clip costs by the pixel, so only both ends of something large get one. They reach under the
 * middle. */
static void
append_large (GtkSnapshot *snapshot,
              AtlRect      rect,
              double       radius,
              AtlRgba      color)
{
  const double    end = 2 * radius;
  graphene_rect_t middle = to_graphene (atl_rect (rect.x, rect.y + radius, rect.width,
                                                  rect.height - 2 * radius));

  append_rounded (snapshot, atl_rect (rect.x, rect.y, rect.width, end), radius, color);
  append_rounded (snapshot, atl_rect (rect.x, rect.y + rect.height - end, rect.width, end), radius, color);
  gtk_snapshot_append_color (snapshot, atl_rgba_peek_gdk (&color), &middle);
}

/**
 * atl_snapshot_append_box:
 * @snapshot: a snapshot
 * @rect: the rectangle to fill
 * @radius: of its corners
 * @color: its color
 *
 * Fills a rounded rectangle.
 */
void
atl_snapshot_append_box (GtkSnapshot *snapshot,
                         AtlRect      rect,
                         double       radius,
                         AtlRgba      color)
{
  graphene_rect_t bounds = to_graphene (rect);

  if (radius <= 0)
    gtk_snapshot_append_color (snapshot, atl_rgba_peek_gdk (&color), &bounds);
  else if (color.alpha == 1 && rect.height > LARGE * radius)
    append_large (snapshot, rect, radius, color);
  else
    append_rounded (snapshot, rect, radius, color);
}

/**
 * atl_snapshot_player_draw_text:
 * @snapshot: a snapshot
 * @op: an operation of a display list that is text
 *
 * Draws this one only.
 */
void
atl_snapshot_player_draw_text (GtkSnapshot        *snapshot,
                               const AtlDisplayOp *op)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) op->origin.x, (float) op->origin.y));
  if (op->scale != 1)
    gtk_snapshot_scale (snapshot, (float) op->scale, (float) op->scale);
  gtk_snapshot_append_layout (snapshot, op->layout, atl_rgba_peek_gdk (&op->color));
  gtk_snapshot_restore (snapshot);
}

/* Room for the width of the line and its arrow head. */
static AtlRect
get_ink (const AtlDisplayOp *op)
{
  return atl_rect_inset (op->rect, -(op->width + op->arrow + 1));
}

/* All strokes that follow each other are one node: each would cost more than what it draws. Returns how many
 * there are. */
static guint
draw_strokes (GtkSnapshot    *snapshot,
              AtlDisplayList *list,
              guint           start)
{
  AtlRect         ink = get_ink (atl_display_list_get (list, start));
  guint           n = 1;
  graphene_rect_t bounds;
  cairo_t        *cr;

  while (start + n < atl_display_list_get_length (list) &&
         atl_display_list_get (list, start + n)->kind == ATL_OP_STROKE)
    ink = atl_rect_union (ink, get_ink (atl_display_list_get (list, start + n++)));
  bounds = to_graphene (ink);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = start; i < start + n; i++)
    atl_cairo_player_draw_op (cr, atl_display_list_get (list, i));
  cairo_destroy (cr);
  return n;
}

static void
draw_op (GtkSnapshot        *snapshot,
         const AtlDisplayOp *op)
{
  switch (op->kind)
    {
    case ATL_OP_FILL:
      atl_snapshot_append_box (snapshot, op->rect, op->radius, op->color);
      break;
    case ATL_OP_FRAME:
      atl_snapshot_append_ring (snapshot, op->rect, op->radius, op->width, op->color);
      break;
    case ATL_OP_TEXT:
      atl_snapshot_player_draw_text (snapshot, op);
      break;
    case ATL_OP_STROKE:
    default:
      break;
    }
}

/**
 * atl_snapshot_player_draw:
 * @snapshot: a snapshot, at the origin of the list
 * @list: what to draw
 *
 * Draws a display list with render nodes.
 */
void
atl_snapshot_player_draw (GtkSnapshot    *snapshot,
                          AtlDisplayList *list)
{
  guint i = 0;

  while (i < atl_display_list_get_length (list))
    if (atl_display_list_get (list, i)->kind == ATL_OP_STROKE)
      i += draw_strokes (snapshot, list, i);
    else
      draw_op (snapshot, atl_display_list_get (list, i++));
}

/**
 * atl_snapshot_player_dup_node:
 * @list: what to draw
 *
 * Returns: (transfer full) (nullable): a node that draws @list, or %NULL if that draws nothing
 */
GskRenderNode *
atl_snapshot_player_dup_node (AtlDisplayList *list)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  atl_snapshot_player_draw (snapshot, list);
  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
same_color (AtlRgba a,
            AtlRgba b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

/**
 * atl_snapshot_player_begin_flat:
 * @snapshot: a snapshot
 * @bounds: what may be drawn on
 * @opacity: of all that is drawn, 1 for full
 *
 * Begins to draw many display lists for the eye that is far away, as one node: thousands of nodes would
 * cost more than what they draw.
 *
 * Returns: the pen, for atl_snapshot_player_draw_flat() and atl_snapshot_player_end_flat()
 */
AtlFlatPen
atl_snapshot_player_begin_flat (GtkSnapshot *snapshot,
                                AtlRect      bounds,
                                double       opacity)
{
  graphene_rect_t area = to_graphene (bounds);
  AtlFlatPen      pen = { .cr = gtk_snapshot_append_cairo (snapshot, &area), .opacity = opacity };

  cairo_set_antialias (pen.cr, CAIRO_ANTIALIAS_NONE);
  return pen;
}

/**
 * atl_snapshot_player_draw_flat:
 * @pen: the pen
 * @list: what to draw; only what is filled is
 * @at: where its origin is
 *
 * Draws a display list with square corners; neighbors of the same color in one go.
 */
void
atl_snapshot_player_draw_flat (AtlFlatPen     *pen,
                               AtlDisplayList *list,
                               AtlPoint        at)
{
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);
      AtlRgba             color = op->color;

      if (op->kind != ATL_OP_FILL)
        continue;
      color.alpha *= (float) pen->opacity;
      if (!pen->down || !same_color (pen->color, color))
        {
          cairo_fill (pen->cr);
          cairo_set_source_rgba (pen->cr, color.red, color.green, color.blue, color.alpha);
        }
      pen->color = color;
      pen->down = TRUE;
      cairo_rectangle (pen->cr, op->rect.x + at.x, op->rect.y + at.y, op->rect.width, op->rect.height);
    }
}

/**
 * atl_snapshot_player_end_flat:
 * @pen: the pen, useless from now on
 */
void
atl_snapshot_player_end_flat (AtlFlatPen *pen)
{
  cairo_fill (pen->cr);
  g_clear_pointer (&pen->cr, cairo_destroy);
}

/**
 * atl_snapshot_player_begin_lines:
 * @snapshot: a snapshot
 * @bounds: what may be drawn on
 *
 * Begins to draw many lines of a map as one node.
 *
 * Returns: (transfer full): where to draw them
 */
cairo_t *
atl_snapshot_player_begin_lines (GtkSnapshot *snapshot,
                                 AtlRect      bounds)
{
  graphene_rect_t area = to_graphene (bounds);

  return gtk_snapshot_append_cairo (snapshot, &area);
}

/**
 * atl_snapshot_player_draw_line:
 * @cr: from atl_snapshot_player_begin_lines()
 * @list: what to draw
 * @at: where its origin is
 */
void
atl_snapshot_player_draw_line (cairo_t        *cr,
                               AtlDisplayList *list,
                               AtlPoint        at)
{
  if (list == NULL || atl_display_list_get_length (list) == 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  atl_cairo_player_draw (cr, list);
  cairo_restore (cr);
}
