/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-private.h"

#define HIGHEST 150.0 /* between two levels */
#define MOST_LEVELS 600
#define MOST_ROWS 4 /* that a level too wide for the room is spread over */

typedef struct
{
  AtlArrangeMap *map;
  guint         *depths;
  guint         *parents; /* node + 1, 0 for a root */
  GArray       **children;
  guint          n_levels;
  double        *ends; /* level to where the next node may begin */
} Tree;

/* A child of several stands under the deepest of them. */
static void
find_parents (Tree *self)
{
  AtlArrangeMap       *map = self->map;
  g_autofree gboolean *kept = g_new0 (gboolean, map->n_arcs + 1);

  self->depths = atl_arrange_dup_depths (map, kept);
  self->parents = g_new0 (guint, map->n_nodes + 1);
  self->children = g_new0 (GArray *, map->n_nodes + 1);
  for (guint i = 0; i < map->n_arcs; i++)
    {
      const AtlArrangeArc *arc = &map->arcs[i];

      if (kept[i] && self->parents[arc->to] == 0 && self->depths[arc->to] == self->depths[arc->from] + 1)
        self->parents[arc->to] = arc->from + 1;
    }
  for (guint i = 0; i < map->n_nodes; i++)
    {
      self->children[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->n_levels = MAX (self->n_levels, self->depths[i] + 1);
    }
  for (guint i = 0; i < map->n_nodes; i++)
    if (self->parents[i] > 0)
      g_array_append_val (self->children[self->parents[i] - 1], i);
}

/* How far a subtree reaches to both sides of its root, on each level from its own. */
typedef struct
{
  GArray *lefts; /* of double */
  GArray *rights;
} Contour;

static void
contour_clear (Contour *contour)
{
  g_clear_pointer (&contour->lefts, g_array_unref);
  g_clear_pointer (&contour->rights, g_array_unref);
}

static double
at (GArray *array,
    guint   i)
{
  return g_array_index (array, double, i);
}

/* Lays @other to the right of @all; returns where its root comes. */
static double
get_shift (const Contour *all,
           const Contour *other,
           double         gap)
{
  double shift = 0;

  for (guint i = 0; i < all->rights->len && i < other->lefts->len; i++)
    shift = MAX (shift, at (all->rights, i) - at (other->lefts, i) + gap);
  return shift;
}

static void
merge (Contour       *all,
       const Contour *other,
       double         shift)
{
  for (guint i = 0; i < other->lefts->len; i++)
    {
      double left = at (other->lefts, i) + shift;
      double right = at (other->rights, i) + shift;

      if (i >= all->lefts->len)
        {
          g_array_append_val (all->lefts, left);
          g_array_append_val (all->rights, right);
        }
      g_array_index (all->rights, double, i) = right;
    }
}

static void
move_contour (Contour *contour,
              double   by)
{
  for (guint i = 0; i < contour->lefts->len; i++)
    {
      g_array_index (contour->lefts, double, i) += by;
      g_array_index (contour->rights, double, i) += by;
    }
}

/* Subtrees side by side, as close as their contours allow (Reingold and Tilford 1981). Places are relative
 * to the parent until they are added up. */
static Contour
lay_children (Tree         *self,
              const GArray *children,
              double       *offsets)
{
  Contour all = { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };

  for (guint i = 0; i < children->len; i++)
    {
      guint              child = g_array_index (children, guint, i);
      g_autofree double *below = g_new0 (double, self->children[child]->len + 1);
      Contour            own = lay_children (self, self->children[child], below);
      double             half = self->map->nodes[child].width / 2;
      double             left = -half;

      g_array_prepend_val (own.lefts, left);
      g_array_prepend_val (own.rights, half);
      offsets[i] = i > 0 ? get_shift (&all, &own, self->map->gap) : 0;
      merge (&all, &own, offsets[i]);
      contour_clear (&own);
    }
  for (guint i = 0; i < children->len; i++)
    self->map->nodes[g_array_index (children, guint, i)].x =
      offsets[i] - (offsets[0] + offsets[children->len - 1]) / 2;
  if (children->len > 0)
    move_contour (&all, -(offsets[0] + offsets[children->len - 1]) / 2);
  return all;
}

static void
add_up (Tree         *self,
        const GArray *children,
        double        x)
{
  for (guint i = 0; i < children->len; i++)
    {
      guint child = g_array_index (children, guint, i);

      self->map->nodes[child].x += x;
      add_up (self, self->children[child], self->map->nodes[child].x);
    }
}

static GArray *
dup_roots (Tree *self)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->map->n_nodes; i++)
    if (self->parents[i] == 0)
      g_array_append_val (roots, i);
  return roots;
}

/* How many rows a level needs for its nodes not to lie on each other once it is as wide as the room. */
static guint
count_rows (Tree  *self,
            guint  level,
            double scale)
{
  double width = 0, left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint i = 0; i < self->map->n_nodes; i++)
    if (self->depths[i] == level)
      {
        width += self->map->nodes[i].width + self->map->gap / 2;
        left = MIN (left, self->map->nodes[i].x - self->map->nodes[i].width / 2);
        right = MAX (right, self->map->nodes[i].x + self->map->nodes[i].width / 2);
      }
  if (width <= 0 || scale >= 1)
    return 1;
  return (guint) CLAMP (width / ((right - left) * scale) + 0.95, 1, MOST_ROWS);
}

static int
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      data)
{
  const AtlArrangeNode *nodes = data;
  double                one = nodes[*(const guint *) a].x;
  double                other = nodes[*(const guint *) b].x;

  if (one != other)
    return one < other ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static double
get_highest (Tree *self)
{
  double highest = 0;

  for (guint i = 0; i < self->map->n_nodes; i++)
    highest = MAX (highest, self->map->nodes[i].height);
  return highest;
}

/* Levels from the top; one that is too wide has its nodes in turn on several rows. */
static void
place_levels (Tree   *self,
              double  scale,
              double *places)
{
  AtlArrangeMap     *map = self->map;
  double             highest = get_highest (self);
  double             row = highest + map->gap * 0.5;
  g_autofree guint  *rows = g_new0 (guint, self->n_levels + 1);
  g_autofree guint  *sorted = g_new (guint, map->n_nodes + 1);
  g_autofree guint  *taken = g_new0 (guint, self->n_levels + 1);
  g_autofree double *tops = g_new0 (double, self->n_levels + 1);
  double             needed = 0, tight, between, y;

  for (guint level = 0; level < self->n_levels; level++)
    needed += row * (rows[level] = count_rows (self, level, scale));
  between = self->n_levels > 1 ? CLAMP ((map->room.height - needed) / (self->n_levels - 1), 0, HIGHEST) : 0;
  tight = MIN (map->room.height / MAX (needed, 1), 1);
  y = map->room.y + MAX ((map->room.height - needed - between * (self->n_levels - 1)) / 2, 0);
  for (guint level = 0; level < self->n_levels; level++)
    {
      tops[level] = y + row * tight / 2;
      y += rows[level] * row * tight + between;
    }
  for (guint i = 0; i < map->n_nodes; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, (int) map->n_nodes, sizeof (guint), compare_x, map->nodes);
  for (guint i = 0; i < map->n_nodes; i++)
    {
      guint level = self->depths[sorted[i]];

      places[sorted[i]] = tops[level] + row * tight * (taken[level]++ % rows[level]);
    }
}

static void
place_all (Tree *self)
{
  AtlArrangeMap     *map = self->map;
  g_autofree double *places = g_new0 (double, map->n_nodes + 1);
  double             left = G_MAXDOUBLE, right = -G_MAXDOUBLE, scale;

  for (guint i = 0; i < map->n_nodes; i++)
    {
      left = MIN (left, map->nodes[i].x - map->nodes[i].width / 2);
      right = MAX (right, map->nodes[i].x + map->nodes[i].width / 2);
    }
  scale = CLAMP (map->room.width / MAX (right - left, 1), 0.02, 1.3);
  place_levels (self, scale, places);
  for (guint i = 0; i < map->n_nodes; i++)
    {
      map->nodes[i].x = map->room.x + map->room.width / 2 + (map->nodes[i].x - (left + right) / 2) * scale;
      map->nodes[i].y = places[i];
    }
}

static void
lay_tree (Tree *self)
{
  g_autoptr (GArray) roots = dup_roots (self);
  g_autofree double *offsets = g_new0 (double, roots->len + 1);
  Contour            all = lay_children (self, roots, offsets);

  contour_clear (&all);
  add_up (self, roots, 0);
  place_all (self);
}

/**
 * atl_arrange_tree:
 * @map: a map whose arcs lead from parents to children
 *
 * Places nodes from top to bottom. There may be several roots, and a child of several parents stands under
 * one of them. What is too deep for a tree is left as it is.
 */
void
atl_arrange_tree (AtlArrangeMap *map)
{
  Tree                       self = { .map = map };
  g_autofree AtlArrangeNode *before = g_memdup2 (map->nodes, sizeof *map->nodes * (map->n_nodes + 1));

  if (map->n_nodes == 0)
    return;
  find_parents (&self);
  if (self.n_levels <= MOST_LEVELS)
    lay_tree (&self);
  for (guint i = 0; i < map->n_nodes; i++)
    {
      if (before[i].pinned)
        map->nodes[i] = before[i];
      g_array_unref (self.children[i]);
    }
  g_free (self.children);
  g_free (self.parents);
  g_free (self.depths);
}
