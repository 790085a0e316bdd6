/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-map-shape.h"

#include "model/atl-links.h"
#include "scene/atl-curve.h"
#include "scene/atl-link-painter.h"

#include <math.h>

#define SAMPLES 16
#define ONE_SIDE 4        /* of the bends: with lines of both classes, these do not cross */
#define MOST_ROUTED 60000 /* bands times groups; of more, none looks for a way around others */

static void
count (AtlMapBand   *band,
       AtlLinkState *line)
{
  if (line->kind == ATL_LINK_KIND_BLOCKED)
    band->n_blocked++;
  else if (line->kind == ATL_LINK_KIND_MISSING)
    band->n_missing++;
  else
    band->n_active++;
}

static void
collect (AtlMapShape  *shape,
         AtlAreaState *area)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  guint                  n = shape->groups->len;

  for (guint i = 0; i < area->links->len; i++)
    {
      AtlLinkState *line = area->links->pdata[i];
      guint         a = shape->group_of[line->from->at];
      guint         b = shape->group_of[line->to->at];
      AtlMapBand    band = { .from = MIN (a, b), .to = MAX (a, b) };
      gpointer      key = GSIZE_TO_POINTER ((gsize) band.from * n + band.to + 1);
      guint         at = GPOINTER_TO_UINT (g_hash_table_lookup (found, key));

      if (a == b)
        continue;
      if (at == 0)
        {
          g_array_append_val (shape->bands, band);
          at = shape->bands->len;
          g_hash_table_insert (found, key, GUINT_TO_POINTER (at));
        }
      count (&g_array_index (shape->bands, AtlMapBand, at - 1), line);
    }
}

/* How deep a curve runs through groups that it has nothing to do with. */
static double
get_cost (AtlMapShape      *shape,
          const AtlMapBand *band,
          const AtlPoint   *curve)
{
  double cost = 0;

  for (guint k = 1; k < SAMPLES; k++)
    {
      AtlPoint point = atl_curve_get_point (curve, (double) k / SAMPLES);

      if (!atl_rect_contains (shape->room, point))
        cost += 1.5;
      for (guint i = 0; i < shape->groups->len; i++)
        if (i != band->from && i != band->to &&
            atl_map_group_contains (atl_map_shape_get_group (shape, i), point))
          cost += 1;
    }
  return cost;
}

/* The part of the curve between the two hulls. */
static void
cut (AtlMapShape      *shape,
     const AtlMapBand *band,
     AtlPoint         *curve)
{
  AtlMapGroup *from = atl_map_shape_get_group (shape, band->from);
  AtlMapGroup *to = atl_map_shape_get_group (shape, band->to);
  AtlPoint     whole[4] = { curve[0], curve[1], curve[2], curve[3] };
  double       first = 0, last = 1;
  AtlPoint     middle;

  while (first < 0.45 && atl_map_group_contains (from, atl_curve_get_point (whole, first)))
    first += 0.01;
  while (last > 0.55 && atl_map_group_contains (to, atl_curve_get_point (whole, last)))
    last -= 0.01;
  middle = atl_curve_get_point (whole, (first + last) / 2);
  curve[0] = atl_curve_get_point (whole, first);
  curve[3] = atl_curve_get_point (whole, last);
  middle.x = 2 * middle.x - (curve[0].x + curve[3].x) / 2;
  middle.y = 2 * middle.y - (curve[0].y + curve[3].y) / 2;
  atl_curve_through (curve, curve[0], curve[3], middle, 2.0 / 3);
}

static void
route (AtlMapShape      *shape,
       const AtlMapBand *band,
       const double     *bends,
       guint             n_bends,
       AtlPoint         *best)
{
  AtlPoint from = atl_map_shape_get_group (shape, band->from)->middle;
  AtlPoint to = atl_map_shape_get_group (shape, band->to)->middle;
  double   lowest = G_MAXDOUBLE;

  for (guint i = 0; i < n_bends; i++)
    {
      AtlPoint curve[4];
      double   cost;

      atl_curve_through (curve, from, to, atl_curve_bend (from, to, bends[i]), 2.0 / 3);
      cost = n_bends > 1 ? get_cost (shape, band, curve) + fabs (bends[i]) * 3 : 0;
      if (cost >= lowest)
        continue;
      lowest = cost;
      for (guint k = 0; k < 4; k++)
        best[k] = curve[k];
    }
  cut (shape, band, best);
}

static guint
get_weight (const AtlMapBand *band)
{
  return band->n_active + band->n_blocked + band->n_missing;
}

static int
compare_bands (gconstpointer a,
               gconstpointer b)
{
  const AtlMapBand *one = a;
  const AtlMapBand *other = b;

  if (get_weight (one) != get_weight (other))
    return get_weight (one) < get_weight (other) ? -1 : 1;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->to < other->to ? -1 : one->to > other->to;
}

/**
 * atl_map_bands_make:
 * @shape: a shape with its groups
 * @area: its area
 *
 * Draws together what goes on between two groups: active links on one side, needs on the other.
 */
void
atl_map_bands_make (AtlMapShape  *shape,
                    AtlAreaState *area)
{
  const double one_side[] = { 0.1, 0.22, 0.34, 0.48, -0.1, -0.22, -0.34 };
  const double other_side[] = { -0.1, -0.22, -0.34, -0.48, 0.22, 0.34, 0.48 };
  const guint  n = G_N_ELEMENTS (one_side);

  collect (shape, area);
  g_array_sort (shape->bands, compare_bands);
  for (guint i = 0; i < shape->bands->len; i++)
    {
      AtlMapBand *band = &g_array_index (shape->bands, AtlMapBand, i);
      gboolean    both = band->n_active > 0 && band->n_blocked + band->n_missing > 0;
      guint       n_bends = shape->bands->len * shape->groups->len > MOST_ROUTED ? 1 : (both ? ONE_SIDE : n);

      route (shape, band, one_side, n_bends, band->active);
      route (shape, band, other_side, n_bends, band->needs);
    }
}
