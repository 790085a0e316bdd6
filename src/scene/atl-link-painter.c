/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-link-painter.h"

#include "model/atl-links.h"

#include <math.h>
#include <string.h>

#define BEND 0.14   /* of the length: the two directions between a pair stay apart */
#define CLEAR 3.0   /* units between a line and what it ends at */
#define SEGMENTS 24 /* of the polyline that stands for the curve when distances are taken */

/* Where the line from the middle of @rect toward @target leaves @rect. */
static AtlPoint
leave (AtlRect  rect,
       AtlPoint target)
{
  AtlRect  outer = atl_rect_inset (rect, -CLEAR);
  AtlPoint middle = atl_rect_center (rect);
  double   dx = target.x - middle.x;
  double   dy = target.y - middle.y;
  double   part = MIN (fabs (dx) > 0.01 ? outer.width / 2 / fabs (dx) : G_MAXDOUBLE,
                     fabs (dy) > 0.01 ? outer.height / 2 / fabs (dy) : G_MAXDOUBLE);

  part = MIN (part, 1);
  return (AtlPoint){ middle.x + dx * part, middle.y + dy * part };
}

static double
get_width (AtlLinkState *self)
{
  return 1.4 + 0.9 * (CLAMP (self->strength, 1, 5) - 1);
}

static AtlRect
get_extents (const AtlPoint *points,
             double          margin)
{
  double left = points[0].x, right = left, top = points[0].y, bottom = top;

  for (guint i = 1; i < 4; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  return atl_rect (left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
}

/**
 * atl_link_painter_place:
 * @scene: a scene
 * @link: a link whose ends have their places
 *
 * Bends the curve from one end to the other.
 */
void
atl_link_painter_place (AtlScene     *scene,
                        AtlLinkState *link)
{
  AtlPoint from = atl_rect_center (link->from->box.rect);
  AtlPoint to = atl_rect_center (link->to->box.rect);
  AtlPoint bent = { (from.x + to.x) / 2 + (to.y - from.y) * BEND,
                    (from.y + to.y) / 2 - (to.x - from.x) * BEND };
  AtlPoint start = leave (link->from->box.rect, bent);
  AtlPoint end = leave (link->to->box.rect, bent);
  AtlPoint curve[4] = {
    start,
    { start.x + (bent.x - start.x) * 2 / 3, start.y + (bent.y - start.y) * 2 / 3 },
    { end.x + (bent.x - end.x) * 2 / 3, end.y + (bent.y - end.y) * 2 / 3 },
    end,
  };

  memcpy (link->curve, curve, sizeof curve);
  link->state.box.rect = get_extents (curve, 12);
  atl_scene_repaint (scene, &link->state);
}

static AtlPoint
point_at (const AtlPoint *p,
          double          t)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (AtlPoint){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                     a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

static double
segment_distance (AtlPoint a,
                  AtlPoint b,
                  AtlPoint point)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0, 1) : 0;

  return hypot (point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/**
 * atl_link_painter_get_distance:
 * @link: a link
 * @point: in board units
 *
 * Returns: how far @point is from the line
 */
double
atl_link_painter_get_distance (AtlLinkState *link,
                               AtlPoint      point)
{
  double   distance = G_MAXDOUBLE;
  AtlPoint last = link->curve[0];

  for (guint i = 1; i <= SEGMENTS; i++)
    {
      AtlPoint next = point_at (link->curve, (double) i / SEGMENTS);

      distance = MIN (distance, segment_distance (last, next, point));
      last = next;
    }
  return distance;
}

/* The curve in the coordinates of the list, its end drawn back for the head of an arrow. */
static void
get_line (AtlLinkState *link,
          AtlPoint     *line)
{
  AtlRect rect = link->state.box.rect;

  for (guint i = 0; i < 4; i++)
    line[i] = (AtlPoint){ link->curve[i].x - rect.x, link->curve[i].y - rect.y };
}

/**
 * atl_link_painter_paint:
 * @scene: a scene
 * @link: a link that has its place
 * @detail: how much to show
 * @list: where to add what it looks like
 */
void
atl_link_painter_paint (AtlScene       *scene,
                        AtlLinkState   *link,
                        AtlDetail       detail,
                        AtlDisplayList *list)
{
  AtlLinkKind   kind = link->kind;
  double        width = get_width (link);
  AtlPoint      line[4];
  AtlDisplayOp *stroke;

  get_line (link, line);
  stroke = atl_display_list_stroke (list, line, 4, width, atl_palette_get_link (scene->theme, kind));
  stroke->curved = TRUE;
  if (detail == ATL_DETAIL_PLAIN)
    return;
  if (atl_link_kind_is_need (kind))
    stroke->dash = 4 + 1.5 * width;
  if (!link->mutual)
    stroke->arrow = 8 + 1.6 * width;
  stroke->rect = atl_rect_inset (stroke->rect, -stroke->arrow / 2);
}
