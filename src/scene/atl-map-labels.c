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

static gboolean
covers_group (AtlMapGroup *group,
              AtlMapPart  *mine,
              AtlRect      label)
{
  for (guint i = 0; i < group->parts->len; i++)
    {
      AtlMapPart *part = atl_map_group_get_part (group, i);

      if (part != mine &&
          (atl_rect_intersects (part->bounds, label) || atl_rect_intersects (part->label, label)))
        return TRUE;
    }
  return FALSE;
}

/* What may not be covered: other hulls and their names, the title and the edge of the area. */
static gboolean
is_free (AtlAreaState *area,
         AtlMapPart   *mine,
         AtlRect       label)
{
  if (label.y < area->shape->room.y - 4 || label.y + label.height > area->state.box.rect.height - 2)
    return FALSE;
  for (guint i = 0; i < area->shape->groups->len; i++)
    if (covers_group (atl_map_shape_get_group (area->shape, i), mine, label))
      return FALSE;
  return TRUE;
}

static void
place (AtlAreaState *area,
       AtlMapPart   *part)
{
  AtlRect above = part->label;
  AtlRect below = above;

  below.y = part->bounds.y + part->bounds.height + 2;
  if (is_free (area, part, below) &&
      (!is_free (area, part, above) || count_lines (area, below) < count_lines (area, above)))
    part->label = below;
}

/**
 * atl_map_labels_place:
 * @area: a graph area whose lines have their curves
 *
 * Puts names of silos below their hull where they cover less there than above.
 */
void
atl_map_labels_place (AtlAreaState *area)
{
  if (area->links == NULL || area->links->len > MOST_LINES)
    return;
  for (guint i = 0; i < area->shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (area->shape, i);

      for (guint j = 0; group->silo != NULL && j < group->parts->len; j++)
        place (area, atl_map_group_get_part (group, j));
    }
}
