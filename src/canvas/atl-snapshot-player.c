/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-snapshot-player.h"

#include "scene/atl-cairo-player.h"

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
  GskRoundedRect  outline;

  if (radius > 0)
    {
      gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
    }
  gtk_snapshot_append_color (snapshot, atl_rgba_peek_gdk (&color), &bounds);
  if (radius > 0)
    gtk_snapshot_pop (snapshot);
}

static void
draw_text (GtkSnapshot        *snapshot,
           const AtlDisplayOp *op)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) op->rect.x, (float) op->rect.y));
  if (op->scale != 1)
    gtk_snapshot_scale (snapshot, (float) op->scale, (float) op->scale);
  gtk_snapshot_append_layout (snapshot, op->layout, atl_rgba_peek_gdk (&op->color));
  gtk_snapshot_restore (snapshot);
}

/* The bounds have room for the width of the line and its arrow head. */
static void
draw_stroke (GtkSnapshot        *snapshot,
             const AtlDisplayOp *op)
{
  graphene_rect_t bounds = to_graphene (atl_rect_inset (op->rect, -(op->width + op->arrow + 1)));
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  atl_cairo_player_draw_op (cr, op);
  cairo_destroy (cr);
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
      draw_text (snapshot, op);
      break;
    case ATL_OP_STROKE:
    default:
      draw_stroke (snapshot, op);
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
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    draw_op (snapshot, atl_display_list_get (list, i));
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
