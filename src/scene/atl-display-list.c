/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-display-list.h"

/**
 * AtlDisplayList:
 *
 * What something looks like: a short list of strokes of the brush that any player can draw.
 */
struct _AtlDisplayList
{
  gatomicrefcount ref_count;
  GArray         *ops;
};

static void
op_clear (gpointer data)
{
  AtlDisplayOp *op = data;

  g_clear_object (&op->layout);
  g_clear_pointer (&op->points, g_free);
}

/**
 * atl_display_list_new:
 *
 * Returns: (transfer full): an empty list
 */
AtlDisplayList *
atl_display_list_new (void)
{
  AtlDisplayList *self = g_new0 (AtlDisplayList, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ops = g_array_new (FALSE, TRUE, sizeof (AtlDisplayOp));
  g_array_set_clear_func (self->ops, op_clear);
  return self;
}

/**
 * atl_display_list_ref:
 * @self: a list
 *
 * Returns: (transfer full): @self
 */
AtlDisplayList *
atl_display_list_ref (AtlDisplayList *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atl_display_list_unref:
 * @self: (transfer full): a list
 */
void
atl_display_list_unref (AtlDisplayList *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->ops);
  g_free (self);
}

/**
 * atl_display_list_get_length:
 * @self: a list
 *
 * Returns: the number of operations
 */
guint
atl_display_list_get_length (AtlDisplayList *self)
{
  return self->ops->len;
}

/**
 * atl_display_list_get:
 * @self: a list
 * @index: a position below its length
 *
 * Returns: (transfer none): the operation there, valid until one is added
 */
const AtlDisplayOp *
atl_display_list_get (AtlDisplayList *self, guint index)
{
  g_return_val_if_fail (index < self->ops->len, NULL);
  return &g_array_index (self->ops, AtlDisplayOp, index);
}

/**
 * atl_display_list_get_bounds:
 * @self: a list
 *
 * Returns: what all operations cover together, relative to the list's origin
 */
AtlRect
atl_display_list_get_bounds (AtlDisplayList *self)
{
  AtlRect bounds = { 0 };

  for (guint i = 0; i < self->ops->len; i++)
    bounds = atl_rect_union (bounds, g_array_index (self->ops, AtlDisplayOp, i).rect);
  return bounds;
}

static AtlDisplayOp *
append (AtlDisplayList *self,
        AtlOpKind       kind,
        AtlRect         rect,
        AtlRgba         color)
{
  AtlDisplayOp *op;

  g_array_set_size (self->ops, self->ops->len + 1);
  op = &g_array_index (self->ops, AtlDisplayOp, self->ops->len - 1);
  op->kind = kind;
  op->rect = rect;
  op->color = color;
  op->scale = 1;
  return op;
}

/**
 * atl_display_list_fill:
 * @self: a list
 * @rect: a rectangle
 * @radius: of its corners; never more than half of a side is drawn
 * @color: what to fill it with
 */
void
atl_display_list_fill (AtlDisplayList *self, AtlRect rect, double radius, AtlRgba color)
{
  append (self, ATL_OP_FILL, rect, color)->radius = radius;
}

/**
 * atl_display_list_frame:
 * @self: a list
 * @rect: a rectangle
 * @radius: of its corners
 * @width: of the line, which is drawn inside of @rect
 * @color: of the line
 */
void
atl_display_list_frame (AtlDisplayList *self, AtlRect rect, double radius, double width, AtlRgba color)
{
  AtlDisplayOp *op = append (self, ATL_OP_FRAME, rect, color);

  op->radius = radius;
  op->width = width;
}

/**
 * atl_display_list_text:
 * @self: a list
 * @origin: where the top left of @layout goes
 * @layout: (transfer none): the text; do not change it any more
 * @scale: board units per unit of @layout
 * @role: what the text is
 * @color: of the letters
 */
void
atl_display_list_text (AtlDisplayList *self,
                       AtlPoint        origin,
                       PangoLayout    *layout,
                       double          scale,
                       AtlTextRole     role,
                       AtlRgba         color)
{
  PangoRectangle logical;
  AtlDisplayOp  *op;

  pango_layout_get_extents (layout, NULL, &logical);
  op = append (self, ATL_OP_TEXT,
               atl_rect (origin.x + scale * logical.x / PANGO_SCALE,
                         origin.y + scale * logical.y / PANGO_SCALE, scale * logical.width / PANGO_SCALE,
                         scale * logical.height / PANGO_SCALE),
               color);
  op->role = role;
  op->scale = scale;
  op->layout = g_object_ref (layout);
  op->origin = origin;
}

/**
 * atl_display_list_stroke:
 * @self: a list
 * @points: (array length=n_points): a path; control points count for its bounds as well
 * @n_points: their number, at least 2
 * @width: of the line; 0 to fill a closed path
 * @color: of the line
 *
 * Returns: (transfer none): the operation, to set the members dash, arrow, curved and closed of; valid
 * until the next
 */
AtlDisplayOp *
atl_display_list_stroke (AtlDisplayList *self,
                         const AtlPoint *points,
                         guint           n_points,
                         double          width,
                         AtlRgba         color)
{
  AtlPoint      low = points[0];
  AtlPoint      high = points[0];
  AtlDisplayOp *op;

  for (guint i = 1; i < n_points; i++)
    {
      low = (AtlPoint){ MIN (low.x, points[i].x), MIN (low.y, points[i].y) };
      high = (AtlPoint){ MAX (high.x, points[i].x), MAX (high.y, points[i].y) };
    }
  op = append (self, ATL_OP_STROKE,
               atl_rect_inset (atl_rect (low.x, low.y, high.x - low.x, high.y - low.y), -width / 2), color);
  op->width = width;
  op->points = g_memdup2 (points, n_points * sizeof (AtlPoint));
  op->n_points = n_points;
  return op;
}

/**
 * atl_display_list_fade:
 * @self: a list
 * @alpha: 0 to 1
 *
 * Makes all that is in the list as transparent as that.
 */
void
atl_display_list_fade (AtlDisplayList *self, double alpha)
{
  atl_display_list_fade_from (self, 0, alpha);
}

/**
 * atl_display_list_fade_from:
 * @self: a list
 * @start: the first operation that fades
 * @alpha: 0 to 1
 *
 * Makes what was added last as transparent as that.
 */
void
atl_display_list_fade_from (AtlDisplayList *self, guint start, double alpha)
{
  for (guint i = start; i < self->ops->len; i++)
    g_array_index (self->ops, AtlDisplayOp, i).color.alpha *= (float) alpha;
}
