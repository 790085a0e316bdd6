/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-map-shape.h"

#include <math.h>

#define INSET 20.0     /* how far in from the edge of a node the corners of its hull begin */
#define MARGIN 20.0    /* between nodes and hull */
#define MOST_NODES 240 /* of a map whose hulls are taken apart; on larger ones each silo has one */

/* Which hulls a silo has. */

/**
 * atl_map_part_free:
 * @part: (transfer full): a part
 */
void
atl_map_part_free (gpointer part)
{
  AtlMapPart *self = part;

  g_array_unref (self->corners);
  g_array_unref (self->outline);
  g_free (self);
}

static AtlMapPart *
new_part (double scale)
{
  AtlMapPart *part = g_new0 (AtlMapPart, 1);

  part->corners = g_array_new (FALSE, FALSE, sizeof (AtlPoint));
  part->outline = g_array_new (FALSE, FALSE, sizeof (AtlPoint));
  part->radius = (INSET + MARGIN * MAX (1, 0.3 / scale)) * scale;
  return part;
}

static AtlRect
get_rect (AtlAreaState *area,
          guint         member)
{
  AtlBoxState *node = area->members->pdata[member];

  return atl_rect_moved (node->local, -ATL_AREA_INSET, -ATL_AREA_INSET);
}

static void
add_node (AtlMapPart *part,
          AtlRect     rect,
          double      scale)
{
  double   inset = MIN (INSET * scale, rect.height / 2);
  AtlRect  core = atl_rect_inset (rect, inset);
  AtlPoint corners[] = { { core.x, core.y },
                         { core.x + core.width, core.y },
                         { core.x + core.width, core.y + core.height },
                         { core.x, core.y + core.height } };

  part->bounds = part->n_nodes == 0 ? rect : atl_rect_union (part->bounds, rect);
  part->n_nodes++;
  g_array_append_vals (part->corners, corners, 4);
}

static void
merge (AtlMapPart *part,
       AtlMapPart *other)
{
  part->bounds = atl_rect_union (part->bounds, other->bounds);
  part->n_nodes += other->n_nodes;
  g_array_append_vals (part->corners, other->corners->data, other->corners->len);
}

/* Whether the hull lies on a node of somebody else. */
static gboolean
covers_others (AtlAreaState *area,
               guint         index,
               AtlMapPart   *part)
{
  for (guint i = 0; i < area->members->len; i++)
    {
      AtlRect rect = get_rect (area, i);

      if (area->shape->group_of[i] == index)
        continue;
      for (guint k = 0; k < 4; k++)
        {
          AtlPoint point = { rect.x + (k % 2) * rect.width, rect.y + (k / 2) * rect.height };

          if (atl_map_outline_contains (part, point))
            return TRUE;
        }
    }
  return FALSE;
}

static guint
count_inside (AtlAreaState *area,
              guint         index,
              AtlMapPart   *part)
{
  guint n = 0;

  for (guint i = 0; i < area->members->len; i++)
    if (area->shape->group_of[i] != index &&
        atl_map_outline_contains (part, atl_rect_center (get_rect (area, i))))
      n++;
  return n;
}

static double
get_way (AtlMapPart *a,
         AtlMapPart *b)
{
  AtlPoint one = atl_rect_center (a->bounds);
  AtlPoint other = atl_rect_center (b->bounds);

  return hypot (one.x - other.x, one.y - other.y);
}

/* Both in one, if that covers nobody; or NULL. */
static AtlMapPart *
join (AtlAreaState *area,
      guint         index,
      AtlMapPart   *a,
      AtlMapPart   *b)
{
  AtlMapPart *both = new_part (area->state.box.scale);

  merge (both, a);
  merge (both, b);
  atl_map_outline_make (both);
  if (!covers_others (area, index, both))
    return both;
  atl_map_part_free (both);
  return NULL;
}

/* Joins the two nearest parts that can be. */
static gboolean
join_nearest (AtlAreaState *area,
              guint         index,
              GPtrArray    *parts)
{
  AtlMapPart *best = NULL;
  guint       first = 0, second = 0;
  double      nearest = G_MAXDOUBLE;

  for (guint i = 0; i < parts->len; i++)
    for (guint j = 0; j < i; j++)
      {
        double      way = get_way (parts->pdata[i], parts->pdata[j]);
        AtlMapPart *both = way < nearest ? join (area, index, parts->pdata[i], parts->pdata[j]) : NULL;

        if (both == NULL)
          continue;
        g_clear_pointer (&best, atl_map_part_free);
        best = both;
        nearest = way;
        first = j;
        second = i;
      }
  if (best == NULL)
    return FALSE;
  g_ptr_array_remove_index (parts, second);
  g_ptr_array_remove_index (parts, first);
  g_ptr_array_add (parts, best);
  return TRUE;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const AtlMapPart *one = *(AtlMapPart *const *) a;
  const AtlMapPart *other = *(AtlMapPart *const *) b;

  if (one->n_nodes != other->n_nodes)
    return one->n_nodes > other->n_nodes ? -1 : 1;
  if (one->bounds.y != other->bounds.y)
    return one->bounds.y < other->bounds.y ? -1 : 1;
  return one->bounds.x < other->bounds.x ? -1 : one->bounds.x > other->bounds.x;
}

static void
take_apart (AtlAreaState *area,
            guint         index,
            GPtrArray    *parts)
{
  g_ptr_array_set_size (parts, 0);
  for (guint i = 0; i < area->members->len; i++)
    if (area->shape->group_of[i] == index)
      {
        AtlMapPart *one = new_part (area->state.box.scale);

        add_node (one, get_rect (area, i), area->state.box.scale);
        atl_map_outline_make (one);
        g_ptr_array_add (parts, one);
      }
  while (join_nearest (area, index, parts))
    ;
  g_ptr_array_sort (parts, compare_parts);
}

/**
 * atl_map_parts_make:
 * @area: a graph area whose members have their groups
 * @index: of a group without parts
 *
 * Draws one hull around the nodes of the group. If nodes of others were in it, it is drawn as several.
 */
void
atl_map_parts_make (AtlAreaState *area,
                    guint         index)
{
  AtlMapGroup *group = atl_map_shape_get_group (area->shape, index);
  double       scale = area->state.box.scale;
  AtlMapPart  *whole = new_part (scale);

  for (guint i = 0; i < area->members->len; i++)
    if (area->shape->group_of[i] == index)
      add_node (whole, get_rect (area, i), scale);
  atl_map_outline_make (whole);
  g_ptr_array_add (group->parts, whole);
  if (group->silo != NULL && group->n_nodes > 1 && area->members->len <= MOST_NODES &&
      covers_others (area, index, whole))
    take_apart (area, index, group->parts);
  else if (group->silo != NULL && area->members->len > MOST_NODES)
    group->keyed = count_inside (area, index, whole) * 2 > group->n_nodes;
  for (guint i = 0; i < group->parts->len; i++)
    {
      AtlMapPart *part = group->parts->pdata[i];

      part->bounds = atl_rect_inset (part->bounds, -MARGIN * MAX (scale, 0.3));
    }
  group->middle = atl_rect_center (atl_map_group_get_part (group, 0)->bounds);
}

/**
 * atl_map_group_get_part:
 * @self: a group
 * @index: of a part
 *
 * Returns: (transfer none): the part; the first one is the largest
 */
AtlMapPart *
atl_map_group_get_part (AtlMapGroup *self,
                        guint        index)
{
  return self->parts->pdata[index];
}

/**
 * atl_map_group_contains:
 * @self: a group
 * @point: a point
 *
 * Returns: whether @point is inside one of its hulls that are drawn
 */
gboolean
atl_map_group_contains (AtlMapGroup *self,
                        AtlPoint     point)
{
  for (guint i = 0; i < self->parts->len; i++)
    if ((i == 0 || !atl_map_group_get_part (self, i)->bare) &&
        atl_map_outline_contains (self->parts->pdata[i], point))
      return TRUE;
  return FALSE;
}
