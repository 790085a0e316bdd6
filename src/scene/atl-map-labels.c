/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-curve.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-map-shape.h"

#include <math.h>

/* Where the name of a silo stands: above or below its hull, where it covers least. */

#define SAMPLES 48
#define STEP 3.0
#define MOST_LINES 400
#define GAP 4.0 /* between a hull and its name */
#define COVERED 100.0
#define ON_HULL 5.0
#define OUTSIDE 1000.0

static gboolean
runs_through (AtlLinkState *line,
              AtlRect       rect)
{
  if (!atl_rect_intersects (line->state.box.rect, rect))
    return FALSE;
  for (guint k = 0; k <= SAMPLES; k++)
    if (atl_rect_contains (rect, atl_curve_get_point (line->curve, (double) k / SAMPLES)))
      return TRUE;
  return FALSE;
}

static guint
count_lines (AtlAreaState *area,
             AtlRect       label)
{
  AtlRect board = atl_rect_moved (atl_rect_inset (label, -2), area->state.box.rect.x, area->state.box.rect.y);
  guint   n = 0;

  if (area->links == NULL || area->links->len > MOST_LINES)
    return 0;
  for (guint i = 0; i < area->links->len; i++)
    n += runs_through (area->links->pdata[i], board) ? 1 : 0;
  return n;
}

/* The name has a ground of its own: on another hull it can be read, on another name it cannot. */
static double
get_group_cost (AtlMapGroup *group,
                AtlMapPart  *mine,
                AtlRect      label)
{
  double cost = 0;

  for (guint i = 0; i < group->parts->len; i++)
    {
      AtlMapPart *part = atl_map_group_get_part (group, i);

      if (part != mine && atl_rect_intersects (part->label, label))
        cost += COVERED;
      else if (part != mine && !part->bare && atl_rect_intersects (part->bounds, label))
        cost += ON_HULL;
    }
  return cost;
}

static gboolean
covers_node (AtlAreaState *area,
             AtlRect       label)
{
  AtlRect board = atl_rect_moved (label, area->state.box.rect.x, area->state.box.rect.y);

  for (guint i = 0; i < area->members->len; i++)
    if (atl_rect_intersects (((AtlBox *) area->members->pdata[i])->rect, board))
      return TRUE;
  return FALSE;
}

/* What may not be covered: other hulls and their names, nodes; least of all the title of the area. */
static double
get_cost (AtlAreaState *area,
          AtlMapPart   *mine,
          AtlRect       label)
{
  double cost;

  if (label.y < area->shape->room.y - 4 || label.y + label.height > area->state.box.rect.height - 2)
    return OUTSIDE;
  if (covers_node (area, label) || atl_rect_intersects (area->shape->key, label))
    cost = COVERED;
  else
    cost = count_lines (area, label);
  for (guint i = 0; i < area->shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (area->shape, i);

      if (group->silo != NULL)
        cost += get_group_cost (group, mine, label);
    }
  return cost;
}

static gboolean
touches (AtlMapPart *part,
         AtlRect     label)
{
  for (guint i = 0; i < 10; i++)
    {
      AtlPoint point = { label.x + label.width * (i % 5) / 4,
                         label.y + (i < 5 ? -GAP : label.height + GAP) };

      if (atl_map_outline_contains (part, point))
        return TRUE;
    }
  return FALSE;
}

/* From the edge of the rectangle around the hull to the hull itself. */
static AtlRect
move_near (AtlMapPart *part,
           AtlRect     label)
{
  double middle = part->bounds.y + part->bounds.height / 2 - label.height / 2;
  double step = label.y < middle ? STEP : -STEP;

  while (fabs (middle - label.y) > STEP)
    {
      AtlRect next = atl_rect_moved (label, 0, step);

      if (touches (part, next))
        return label;
      label = next;
    }
  return label;
}

static AtlRect
get_candidate (AtlAreaState *area,
               AtlMapPart   *part,
               guint         index)
{
  AtlRect label = part->label;
  AtlRect bounds = part->bounds;
  double  spare = MAX (bounds.width - label.width, 0) / 2;
  double  most = area->state.box.rect.width - label.width - 10;

  label.y = index % 2 == 0 ? bounds.y - label.height - GAP : bounds.y + bounds.height + GAP;
  label.x = bounds.x + bounds.width / 2 - label.width / 2;
  if (index >= 2)
    label.x += index < 4 ? -spare : spare;
  label.x = MAX (MIN (label.x, most), 10);
  return move_near (part, label);
}

/* The middle above is best, then the middle below, then the corners. */
static void
place (AtlAreaState *area,
       AtlMapPart   *part)
{
  AtlRect best = part->label;
  double  lowest = G_MAXDOUBLE;

  for (guint i = 0; i < 6 && lowest > i * 0.3; i++)
    {
      AtlRect label = get_candidate (area, part, i);
      double  cost = get_cost (area, part, label) + i * 0.3;

      if (cost >= lowest)
        continue;
      lowest = cost;
      best = label;
    }
  best.y = CLAMP (best.y, area->shape->room.y - 4, MAX (area->state.box.rect.height - best.height - 2, 2));
  part->label = best;
}

/**
 * atl_map_labels_place:
 * @area: a graph area whose lines have their curves
 *
 * Puts the names of silos where they cover as little as can be.
 */
void
atl_map_labels_place (AtlAreaState *area)
{
  for (guint i = 0; i < area->shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (area->shape, i);

      if (group->silo != NULL && !group->keyed)
        place (area, atl_map_group_get_part (group, 0));
    }
}
