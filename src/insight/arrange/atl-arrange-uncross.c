/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-layers.h"

#include <stdlib.h>
#include <string.h>

#define SWEEPS 16
#define MOST_STEPS 60000 /* stations of long arcs; without them beyond */

/* A node in its layer, or where a long arc passes one. */
typedef struct
{
  guint   node; /* G_MAXUINT for an arc that passes */
  guint   layer;
  guint   at; /* position in the layer */
  double  y;
  double  height;
  double  wish;
  GArray *before; /* of guint: stations of the layer before that lead here */
  GArray *after;
} Station;

typedef struct
{
  Layers     *layers;
  GPtrArray  *stations;
  GPtrArray **columns; /* layer to its stations from top to bottom */
} Sugiyama;

static void
station_free (gpointer data)
{
  Station *station = data;

  g_array_unref (station->before);
  g_array_unref (station->after);
  g_free (station);
}

static guint
add_station (Sugiyama *self,
             guint     node,
             guint     layer)
{
  Station *station = g_new0 (Station, 1);
  double   gap = self->layers->map->gap;

  station->node = node;
  station->layer = layer;
  station->height = node != G_MAXUINT ? self->layers->map->nodes[node].height + gap : gap;
  station->before = g_array_new (FALSE, FALSE, sizeof (guint));
  station->after = g_array_new (FALSE, FALSE, sizeof (guint));
  station->at = self->columns[layer]->len;
  g_ptr_array_add (self->columns[layer], station);
  g_ptr_array_add (self->stations, station);
  return self->stations->len - 1;
}

static Station *
get_station (Sugiyama *self,
             guint     i)
{
  return self->stations->pdata[i];
}

static void
join (Sugiyama *self,
      guint     from,
      guint     to)
{
  g_array_append_val (get_station (self, from)->after, to);
  g_array_append_val (get_station (self, to)->before, from);
}

static void
add_nodes (Sugiyama *self)
{
  Layers *layers = self->layers;
  guint   loose = 0;

  for (guint i = 0; i < layers->map->n_nodes; i++)
    add_station (self, i,
                 layers->depths[i] != G_MAXUINT ? layers->depths[i] : loose++ % layers->n_layers);
}

static void
add_arcs (Sugiyama *self)
{
  Layers *layers = self->layers;

  for (guint i = 0; i < layers->map->n_arcs; i++)
    {
      guint from = layers->map->arcs[i].from;
      guint to = layers->map->arcs[i].to;
      guint last = from;

      if (!layers->kept[i] || layers->depths[to] <= layers->depths[from] ||
          self->stations->len > MOST_STEPS)
        continue;
      for (guint layer = layers->depths[from] + 1; layer < layers->depths[to]; layer++)
        {
          guint passing = add_station (self, G_MAXUINT, layer);

          join (self, last, passing);
          last = passing;
        }
      join (self, last, to);
    }
}

static double
get_mean (Sugiyama *self,
          Station  *station,
          gboolean  forward,
          gboolean  by_place)
{
  GArray *others = forward ? station->before : station->after;
  double  sum = 0;

  for (guint i = 0; i < others->len; i++)
    {
      Station *other = get_station (self, g_array_index (others, guint, i));

      sum += by_place ? other->y : other->at;
    }
  if (others->len > 0)
    return sum / others->len;
  return by_place ? station->y : station->at;
}

static int
compare_wish (gconstpointer a,
              gconstpointer b)
{
  const Station *one = *(Station *const *) a;
  const Station *other = *(Station *const *) b;

  if (one->wish != other->wish)
    return one->wish < other->wish ? -1 : 1;
  return one->at < other->at ? -1 : one->at > other->at;
}

static void
sweep (Sugiyama *self,
       gboolean  forward)
{
  guint n = self->layers->n_layers;

  for (guint k = 1; k < n; k++)
    {
      GPtrArray *column = self->columns[forward ? k : n - 1 - k];

      for (guint i = 0; i < column->len; i++)
        ((Station *) column->pdata[i])->wish = get_mean (self, column->pdata[i], forward, FALSE);
      g_ptr_array_sort (column, compare_wish);
      for (guint i = 0; i < column->len; i++)
        ((Station *) column->pdata[i])->at = i;
    }
}

/* Crossings between a layer and the next: pairs of arcs whose ends are in opposite order. */
static guint
count_layer (Sugiyama *self,
             guint     layer)
{
  GPtrArray        *column = self->columns[layer];
  guint             n = self->columns[layer + 1]->len;
  g_autofree guint *seen = g_new0 (guint, n + 2); /* a Fenwick tree */
  guint             crossings = 0, total = 0;

  for (guint i = 0; i < column->len; i++)
    {
      GArray *after = ((Station *) column->pdata[i])->after;

      for (guint j = 0; j < after->len; j++)
        {
          guint before = 0;

          for (guint k = get_station (self, g_array_index (after, guint, j))->at + 1; k > 0; k -= k & -k)
            before += seen[k];
          crossings += total - before;
        }
      for (guint j = 0; j < after->len; j++, total++)
        for (guint k = get_station (self, g_array_index (after, guint, j))->at + 1; k <= n; k += k & -k)
          seen[k]++;
    }
  return crossings;
}

static guint
count_crossings (Sugiyama *self)
{
  guint crossings = 0;

  for (guint layer = 0; layer + 1 < self->layers->n_layers; layer++)
    crossings += count_layer (self, layer);
  return crossings;
}

static int
compare_at (gconstpointer a,
            gconstpointer b)
{
  const Station *one = *(Station *const *) a;
  const Station *other = *(Station *const *) b;

  return one->at < other->at ? -1 : one->at > other->at;
}

/* The best of several sweeps to and fro. */
static void
order_columns (Sugiyama     *self,
               GCancellable *cancellable)
{
  guint             n = self->stations->len;
  g_autofree guint *best = g_new (guint, n + 1);
  guint             fewest = count_crossings (self);

  for (guint i = 0; i < n; i++)
    best[i] = get_station (self, i)->at;
  for (guint k = 0; k < SWEEPS && fewest > 0 && !g_cancellable_is_cancelled (cancellable); k++)
    {
      guint crossings;

      sweep (self, k % 2 == 0);
      crossings = count_crossings (self);
      if (crossings >= fewest)
        continue;
      fewest = crossings;
      for (guint i = 0; i < n; i++)
        best[i] = get_station (self, i)->at;
    }
  for (guint i = 0; i < n; i++)
    get_station (self, i)->at = best[i];
  for (guint layer = 0; layer < self->layers->n_layers; layer++)
    g_ptr_array_sort (self->columns[layer], compare_at);
}

/* As near to what each wishes as order and heights allow: the mean of pushing down and pushing up. */
static void
settle_column (GPtrArray *column)
{
  g_autofree double *down = g_new (double, column->len + 1);
  double             limit = -G_MAXDOUBLE;

  for (guint i = 0; i < column->len; i++)
    {
      Station *station = column->pdata[i];

      down[i] = MAX (station->wish, limit + station->height / 2);
      limit = down[i] + station->height / 2;
    }
  limit = G_MAXDOUBLE;
  for (guint i = column->len; i > 0; i--)
    {
      Station *station = column->pdata[i - 1];
      double   up = MIN (station->wish, limit - station->height / 2);

      limit = up - station->height / 2;
      station->y = (down[i - 1] + up) / 2;
    }
}

static void
stack_columns (Sugiyama *self)
{
  for (guint layer = 0; layer < self->layers->n_layers; layer++)
    {
      GPtrArray *column = self->columns[layer];
      double     height = 0, y;

      for (guint i = 0; i < column->len; i++)
        height += ((Station *) column->pdata[i])->height;
      y = -height / 2;
      for (guint i = 0; i < column->len; i++)
        {
          Station *station = column->pdata[i];

          station->y = y + station->height / 2;
          y += station->height;
        }
    }
}

static void
settle (Sugiyama *self)
{
  guint n = self->layers->n_layers;

  stack_columns (self);
  for (guint round = 0; round < SWEEPS; round++)
    for (guint k = 1; k < n; k++)
      {
        gboolean   forward = round % 2 == 0;
        GPtrArray *column = self->columns[forward ? k : n - 1 - k];

        for (guint i = 0; i < column->len; i++)
          ((Station *) column->pdata[i])->wish = get_mean (self, column->pdata[i], forward, TRUE);
        settle_column (column);
      }
}

static void
take_places (Sugiyama *self)
{
  AtlArrangeMap *map = self->layers->map;
  double         top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, height, scale;

  for (guint i = 0; i < map->n_nodes; i++)
    {
      top = MIN (top, get_station (self, i)->y - map->nodes[i].height / 2);
      bottom = MAX (bottom, get_station (self, i)->y + map->nodes[i].height / 2);
    }
  height = bottom - top;
  scale = CLAMP (map->room.height / MAX (height, 1), 0.05, 1.35);
  for (guint i = 0; i < map->n_nodes; i++)
    if (!map->nodes[i].pinned)
      map->nodes[i].y =
        map->room.y + map->room.height / 2 + (get_station (self, i)->y - (top + bottom) / 2) * scale;
}

/**
 * atl_layers_uncross:
 * @layers: layers whose columns have their places
 * @cancellable: (nullable): to give up
 *
 * Gives nodes their height by barycenters, so that few arcs cross.
 */
void
atl_layers_uncross (Layers       *layers,
                    GCancellable *cancellable)
{
  Sugiyama self = { .layers = layers };

  self.stations = g_ptr_array_new_with_free_func (station_free);
  self.columns = g_new0 (GPtrArray *, layers->n_layers + 1);
  for (guint i = 0; i < layers->n_layers; i++)
    self.columns[i] = g_ptr_array_new ();
  add_nodes (&self);
  add_arcs (&self);
  order_columns (&self, cancellable);
  settle (&self);
  take_places (&self);
  for (guint i = 0; i < layers->n_layers; i++)
    g_ptr_array_unref (self.columns[i]);
  g_free (self.columns);
  g_ptr_array_unref (self.stations);
}
