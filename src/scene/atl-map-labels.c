/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-curve.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-map-shape.h"

#define SAMPLES 24
#define MOST_LINES 400

static guint
count_lines (AtlAreaState *area,
             AtlRect       label)
{
  AtlRect board = atl_rect_moved (atl_rect_inset (label, -2), area->state.box.rect.x, area->state.box.rect.y);
  guint   n = 0;

  for (guint i = 0; area->links != NULL && i < area->links->len; i++)
    {
      AtlLinkState *line = area->links->pdata[i];

      for (guint k = 0; k <= SAMPLES; k++)
        if (atl_rect_contains (board, atl_curve_get_point (line->curve, (double) k / SAMPLES)))
          {
            n++;
            break;
          }
    }
  return n;
}

/* What may not be covered: other hulls and their names, the edge of the area. */
static gboolean
is_free (AtlAreaState *area,
         AtlMapGroup  *mine,
         AtlRect       label)
{
  AtlRect all = { 0, 0, area->state.box.rect.width, area->state.box.rect.height };

  if (label.y + label.height > all.height - 2)
    return FALSE;
  for (guint i = 0; i < area->shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (area->shape, i);

      if (group != mine &&
          (atl_rect_intersects (group->bounds, label) || atl_rect_intersects (group->label, label)))
        return FALSE;
    }
  return TRUE;
}

/**
 * atl_map_labels_place:
 * @area: a graph area whose lines have their curves
 *
 * Puts names of silos below their hull where fewer lines cross them there than above.
 */
void
atl_map_labels_place (AtlAreaState *area)
{
  if (area->links == NULL || area->links->len > MOST_LINES)
    return;
  for (guint i = 0; i < area->shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (area->shape, i);
      AtlRect      below = group->label;

      if (group->silo == NULL)
        continue;
      below.y = group->bounds.y + group->bounds.height + 2;
      if (is_free (area, group, below) && count_lines (area, below) < count_lines (area, group->label))
        group->label = below;
    }
}
