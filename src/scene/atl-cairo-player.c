/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-cairo-player.h"

#include <math.h>
#include <pango/pangocairo.h>

static void
set_color (cairo_t *cr,
           AtlRgba  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
add_rounded (cairo_t *cr,
             AtlRect  rect,
             double   radius)
{
  double r = MIN (radius, MIN (rect.width, rect.height) / 2);
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;

  if (r <= 0)
    {
      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, rect.y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, rect.x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + r, rect.y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_frame (cairo_t            *cr,
            const AtlDisplayOp *op)
{
  AtlRect middle = atl_rect_inset (op->rect, op->width / 2);

  add_rounded (cr, middle, MAX (op->radius - op->width / 2, 0));
  cairo_set_line_width (cr, op->width);
  cairo_stroke (cr);
}

static void
draw_text (cairo_t            *cr,
           const AtlDisplayOp *op)
{
  cairo_translate (cr, op->origin.x, op->origin.y);
  cairo_scale (cr, op->scale, op->scale);
  pango_cairo_show_layout (cr, op->layout);
}

/* The last point, drawn back for the head of an arrow. */
static AtlPoint
line_end (const AtlDisplayOp *op)
{
  AtlPoint end = op->points[op->n_points - 1];
  AtlPoint from = op->points[op->n_points - 2];
  double   length = hypot (end.x - from.x, end.y - from.y);
  double   back = length > 0 ? 0.8 * op->arrow / length : 0;

  return (AtlPoint){ end.x + (from.x - end.x) * back, end.y + (from.y - end.y) * back };
}

static void
add_path (cairo_t            *cr,
          const AtlDisplayOp *op)
{
  const AtlPoint *p = op->points;
  AtlPoint        end = line_end (op);
  guint           last = op->n_points - 1;

  cairo_move_to (cr, p[0].x, p[0].y);
  if (op->curved)
    for (guint i = 1; i + 2 < op->n_points; i += 3)
      cairo_curve_to (cr, p[i].x, p[i].y, p[i + 1].x, p[i + 1].y, i + 2 == last ? end.x : p[i + 2].x,
                      i + 2 == last ? end.y : p[i + 2].y);
  else
    for (guint i = 1; i < op->n_points; i++)
      cairo_line_to (cr, i == last ? end.x : p[i].x, i == last ? end.y : p[i].y);
  if (op->closed)
    cairo_close_path (cr);
}

/* A triangle whose tip is the last point, in the direction from the one before. */
static void
draw_arrow (cairo_t            *cr,
            const AtlDisplayOp *op)
{
  AtlPoint tip = op->points[op->n_points - 1];
  AtlPoint from = op->points[op->n_points - 2];
  double   angle = atan2 (tip.y - from.y, tip.x - from.x);

  cairo_translate (cr, tip.x, tip.y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -op->arrow, -op->arrow * 0.42);
  cairo_line_to (cr, -op->arrow, op->arrow * 0.42);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_stroke (cairo_t            *cr,
             const AtlDisplayOp *op)
{
  add_path (cr, op);
  if (op->closed && op->width <= 0)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, op->width);
  cairo_set_line_cap (cr, op->arrow > 0 || op->dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (op->dash > 0)
    cairo_set_dash (cr, &op->dash, 1, 0);
  cairo_stroke (cr);
  if (op->arrow > 0)
    draw_arrow (cr, op);
}

/**
 * atl_cairo_player_draw_op:
 * @cr: where to draw, in board units, the origin of the list at its own
 * @op: what to draw
 *
 * Draws one operation. The context is left as it was, but for its current path and point.
 */
void
atl_cairo_player_draw_op (cairo_t            *cr,
                          const AtlDisplayOp *op)
{
  cairo_save (cr);
  cairo_new_path (cr);
  set_color (cr, op->color);
  switch (op->kind)
    {
    case ATL_OP_FRAME:
      draw_frame (cr, op);
      break;
    case ATL_OP_TEXT:
      draw_text (cr, op);
      break;
    case ATL_OP_STROKE:
      draw_stroke (cr, op);
      break;
    case ATL_OP_FILL:
    default:
      add_rounded (cr, op->rect, op->radius);
      cairo_fill (cr);
      break;
    }
  cairo_restore (cr);
}

/**
 * atl_cairo_player_draw_with:
 * @cr: where to draw, in board units
 * @list: what to draw
 * @text_drawer: (nullable): draws text in place of the player
 * @user_data: for @text_drawer
 *
 * Draws a list. The color of a text is set before @text_drawer is called.
 */
void
atl_cairo_player_draw_with (cairo_t        *cr,
                            AtlDisplayList *list,
                            AtlTextDrawer   text_drawer,
                            gpointer        user_data)
{
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind != ATL_OP_TEXT || text_drawer == NULL)
        {
          atl_cairo_player_draw_op (cr, op);
          continue;
        }
      cairo_save (cr);
      set_color (cr, op->color);
      text_drawer (cr, op, user_data);
      cairo_restore (cr);
    }
}

/**
 * atl_cairo_player_draw:
 * @cr: where to draw, in board units
 * @list: what to draw
 */
void
atl_cairo_player_draw (cairo_t        *cr,
                       AtlDisplayList *list)
{
  atl_cairo_player_draw_with (cr, list, NULL, NULL);
}
