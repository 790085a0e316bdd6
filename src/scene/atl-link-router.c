/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-curve.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-map-shape.h"

#include <math.h>

/* Where the lines of a map run. Lines of one kind between the same two silos are a bundle that runs through
 * one point; a line inside a silo is its own bundle. Each bundle bends so that it covers few nodes. */

#define SAMPLES 22
#define MOST_LINES 260 /* that look for a way around nodes */
#define MOST_NODES 160
#define LOOSE (2.0 / 3)
#define TIGHT 0.78 /* how strongly the lines of a bundle are drawn together */

typedef struct
{
  AtlScene     *scene;
  AtlAreaState *area;
  GHashTable   *bundles; /* key to Bundle */
  GPtrArray    *order;   /* of Bundle */
  gboolean      careful;
} Router;

typedef struct
{
  guint      from; /* group, or node inside a group */
  guint      to;
  guint      kind;
  gboolean   inside;
  GPtrArray *lines;
  AtlPoint   start; /* the mean of where lines begin on the side of @from */
  AtlPoint   end;
  guint      turn; /* how many bundles join the same two, before this one */
  gboolean   both; /* there are some in both directions */
  double     bend;
} Bundle;

static void
bundle_free (gpointer data)
{
  Bundle *bundle = data;

  g_ptr_array_unref (bundle->lines);
  g_free (bundle);
}

static guint
bundle_hash (gconstpointer key)
{
  const Bundle *bundle = key;

  return ((bundle->from * 7919 + bundle->to) * 31 + bundle->kind) * 2 + (guint) bundle->inside;
}

static gboolean
bundle_equal (gconstpointer a,
              gconstpointer b)
{
  const Bundle *one = a;
  const Bundle *other = b;

  return one->from == other->from && one->to == other->to && one->kind == other->kind &&
         one->inside == other->inside;
}

/* Lines to nodes without a silo, or of one that is scattered, have no common way. */
static gboolean
is_whole (AtlMapShape *shape,
          guint        index)
{
  AtlMapGroup *group = atl_map_shape_get_group (shape, index);

  return group->silo != NULL && group->parts->len == 1;
}

/* A line inside a group goes its own way, in its own direction. */
static Bundle
get_key (Router       *router,
         AtlLinkState *line)
{
  AtlMapShape *shape = router->area->shape;
  guint        a = shape->group_of[line->from->at];
  guint        b = shape->group_of[line->to->at];
  gboolean     inside = a == b || !is_whole (shape, a) || !is_whole (shape, b);

  if (inside)
    return (Bundle){ .from = line->from->at, .to = line->to->at, .kind = line->kind, .inside = TRUE };
  return (Bundle){ .from = MIN (a, b), .to = MAX (a, b), .kind = line->kind };
}

static gboolean
is_turned (Router       *router,
           Bundle       *bundle,
           AtlLinkState *line)
{
  return !bundle->inside && router->area->shape->group_of[line->from->at] != bundle->from;
}

static void
add_line (Router       *router,
          AtlLinkState *line)
{
  Bundle   key = get_key (router, line);
  Bundle  *bundle = g_hash_table_lookup (router->bundles, &key);
  AtlPoint from = atl_rect_center (line->from->box.rect);
  AtlPoint to = atl_rect_center (line->to->box.rect);
  gboolean turned;

  if (bundle == NULL)
    {
      bundle = g_new0 (Bundle, 1);
      *bundle = key;
      bundle->lines = g_ptr_array_new ();
      g_hash_table_add (router->bundles, bundle);
      g_ptr_array_add (router->order, bundle);
    }
  g_ptr_array_add (bundle->lines, line);
  turned = is_turned (router, bundle, line);
  bundle->start.x += turned ? to.x : from.x;
  bundle->start.y += turned ? to.y : from.y;
  bundle->end.x += turned ? from.x : to.x;
  bundle->end.y += turned ? from.y : to.y;
}

static void
take_means (Bundle *bundle)
{
  bundle->start.x /= bundle->lines->len;
  bundle->start.y /= bundle->lines->len;
  bundle->end.x /= bundle->lines->len;
  bundle->end.y /= bundle->lines->len;
}

/* Several bundles that join the same two fan out. */
static void
count_turns (Router *router)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < router->order->len; i++)
    {
      Bundle *bundle = router->order->pdata[i];
      gint64  key = ((gint64) bundle->from << 32) + (gint64) bundle->to * 2 + bundle->inside;
      gint64  back = ((gint64) bundle->to << 32) + (gint64) bundle->from * 2 + bundle->inside;
      guint   turn = GPOINTER_TO_UINT (g_hash_table_lookup (seen, &key));

      bundle->turn = turn;
      bundle->both = bundle->inside && g_hash_table_contains (seen, &back);
      g_hash_table_insert (seen, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (turn + 1));
    }
  for (guint i = 0; i < router->order->len; i++)
    {
      Bundle *bundle = router->order->pdata[i];
      gint64  back = ((gint64) bundle->to << 32) + (gint64) bundle->from * 2 + bundle->inside;

      bundle->both = bundle->both || (bundle->inside && g_hash_table_contains (seen, &back));
    }
}

/* The two directions of a bundle are a little apart. */
static AtlPoint
get_middle (Router       *router,
            Bundle       *bundle,
            AtlLinkState *line,
            double        bend)
{
  AtlPoint middle = atl_curve_bend (bundle->start, bundle->end, bend);
  double   length = hypot (bundle->end.x - bundle->start.x, bundle->end.y - bundle->start.y);
  double   apart = 5 * router->area->state.box.scale * (is_turned (router, bundle, line) ? -1 : 1);

  if (bundle->lines->len < 2 || length < 1)
    return middle;
  middle.x += (bundle->end.y - bundle->start.y) / length * apart;
  middle.y -= (bundle->end.x - bundle->start.x) / length * apart;
  return middle;
}

static void
make_curve (Router       *router,
            Bundle       *bundle,
            AtlLinkState *line,
            double        bend,
            AtlPoint     *curve)
{
  double   clear = 3 * router->area->state.box.scale;
  AtlPoint middle = get_middle (router, bundle, line, bend);
  AtlPoint start = atl_rect_leave (atl_rect_inset (line->from->box.rect, -clear), middle);
  AtlPoint end = atl_rect_leave (atl_rect_inset (line->to->box.rect, -clear), middle);

  atl_curve_through (curve, start, end, middle, bundle->lines->len > 1 ? TIGHT : LOOSE);
}

/* How much of the line runs over nodes that it has nothing to do with. */
static double
get_cost (Router         *router,
          AtlLinkState   *line,
          const AtlPoint *curve)
{
  GPtrArray *members = router->area->members;
  AtlRect    origin = router->area->state.box.rect;
  AtlRect    board = atl_rect_moved (router->area->shape->room, origin.x, origin.y);
  double     cost = 0;

  for (guint k = 1; k < SAMPLES; k++)
    {
      AtlPoint point = atl_curve_get_point (curve, (double) k / SAMPLES);

      if (!atl_rect_contains (board, point))
        cost += 2;
      for (guint i = 0; i < members->len; i++)
        {
          AtlBoxState *node = members->pdata[i];

          if (node != line->from && node != line->to &&
              atl_rect_contains (atl_rect_inset (node->box.rect, -4), point))
            cost += 1;
        }
    }
  return cost;
}

static gboolean
is_on (AtlRect  label,
       AtlRect  origin,
       AtlPoint point)
{
  return atl_rect_contains (atl_rect_inset (atl_rect_moved (label, origin.x, origin.y), -3), point);
}

/* Names of silos are covered as little as nodes. */
static double
get_label_cost (Router         *router,
                const AtlPoint *curve)
{
  GPtrArray *groups = router->area->shape->groups;
  AtlRect    origin = router->area->state.box.rect;
  double     cost = 0;

  for (guint k = 1; k < SAMPLES; k++)
    {
      AtlPoint point = atl_curve_get_point (curve, (double) k / SAMPLES);

      for (guint i = 0; i < groups->len; i++)
        {
          AtlMapGroup *group = atl_map_shape_get_group (router->area->shape, i);

          for (guint j = 0; group->silo != NULL && j < group->parts->len; j++)
            if (is_on (atl_map_group_get_part (group, j)->label, origin, point))
              cost += 0.8;
        }
    }
  return cost;
}

static double
get_bundle_cost (Router *router,
                 Bundle *bundle,
                 double  bend)
{
  double cost = 0;

  for (guint i = 0; i < bundle->lines->len; i++)
    {
      AtlPoint curve[4];

      make_curve (router, bundle, bundle->lines->pdata[i], bend, curve);
      cost += get_cost (router, bundle->lines->pdata[i], curve) + get_label_cost (router, curve);
    }
  return cost / bundle->lines->len;
}

/* Lines that come in both directions bend to their left each; others to where they find room. */
static void
choose_bend (Router *router,
             Bundle *bundle)
{
  const double ways[] = { 0.13, -0.13, 0.26, -0.26, 0.4, -0.4, 0.02 };
  double       lowest = G_MAXDOUBLE;

  bundle->bend = ways[0] + 0.1 * bundle->turn;
  if (!bundle->both && bundle->turn % 2 == 1)
    bundle->bend = -bundle->bend + 0.1;
  if (!router->careful)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      double sign = !bundle->both && bundle->turn % 2 == 1 ? -1 : 1;
      double bend = (ways[i] + 0.1 * ((bundle->turn + 1) / 2) * (ways[i] < 0 ? -1 : 1)) * sign;
      double cost;

      if (bundle->both && ways[i] < 0.1)
        continue;
      cost = get_bundle_cost (router, bundle, bend) + i * 0.12;
      if (cost >= lowest)
        continue;
      lowest = cost;
      bundle->bend = bend;
    }
}

static gboolean
same_curve (const AtlPoint *a,
            const AtlPoint *b)
{
  for (guint i = 0; i < 4; i++)
    if (fabs (a[i].x - b[i].x) > 0.01 || fabs (a[i].y - b[i].y) > 0.01)
      return FALSE;
  return TRUE;
}

static void
set_curves (Router *router,
            Bundle *bundle)
{
  for (guint i = 0; i < bundle->lines->len; i++)
    {
      AtlLinkState *line = bundle->lines->pdata[i];
      AtlPoint      curve[4];

      make_curve (router, bundle, line, bundle->bend, curve);
      if (same_curve (curve, line->curve) && line->state.box.scale == router->area->state.box.scale)
        continue;
      line->state.box.scale = router->area->state.box.scale;
      atl_link_painter_set_curve (router->scene, line, curve);
    }
}

/**
 * atl_link_router_route:
 * @scene: a scene
 * @area: a graph area whose nodes have their places, and whose shape is known
 *
 * Gives each line of the map its curve.
 */
void
atl_link_router_route (AtlScene     *scene,
                       AtlAreaState *area)
{
  Router router = { .scene = scene, .area = area };

  if (area->links == NULL || area->links->len == 0)
    return;
  router.bundles = g_hash_table_new (bundle_hash, bundle_equal);
  router.order = g_ptr_array_new_with_free_func (bundle_free);
  router.careful = area->links->len <= MOST_LINES && area->members->len <= MOST_NODES &&
                   scene->map.presented == NULL;
  for (guint i = 0; i < area->links->len; i++)
    add_line (&router, area->links->pdata[i]);
  count_turns (&router);
  for (guint i = 0; i < router.order->len; i++)
    {
      take_means (router.order->pdata[i]);
      choose_bend (&router, router.order->pdata[i]);
      set_curves (&router, router.order->pdata[i]);
    }
  g_ptr_array_unref (router.order);
  g_hash_table_unref (router.bundles);
}
