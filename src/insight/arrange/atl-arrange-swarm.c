/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-private.h"

#include <math.h>
#include <stdlib.h>

#define EXACT 220 /* slots up to which every pair repels; above, only neighbors on a grid do */

#define MOST_PUSHES 200000 /* rounds times slots */
#define FEWEST_ROUNDS 30

typedef struct
{
  double x;
  double y;
} Step;

typedef struct
{
  const AtlSwarm *swarm;
  Step           *steps;
  double         *radii;  /* of slots */
  double          length; /* that a link wants to have */
  guint          *heads;  /* first slot of each cell of the grid + 1 */
  guint          *nexts;  /* slot to the next one in its cell + 1 */
  guint           columns;
  guint           rows;
  double          left;
  double          top;
} Field;

static double
radius_of (const AtlSlot *slot)
{
  return hypot (slot->width, slot->height) / 2;
}

static void
repel (Field *field,
       guint  i,
       guint  j)
{
  const AtlSlot *a = &field->swarm->slots[i];
  const AtlSlot *b = &field->swarm->slots[j];
  double         dx = a->x - b->x;
  double         dy = a->y - b->y;
  double         square = dx * dx + dy * dy;
  double         wish = MAX (field->length, (field->radii[i] + field->radii[j]) * 0.8 + field->swarm->gap);
  double         force;

  if (square < 0.01)
    {
      dx = 0.05 + 0.01 * (i % 7);
      dy = 0.05 - 0.01 * (j % 5);
      square = dx * dx + dy * dy;
    }
  force = wish * wish / square;
  field->steps[i].x += dx * force;
  field->steps[i].y += dy * force;
  field->steps[j].x -= dx * force;
  field->steps[j].y -= dy * force;
}

static void
repel_all (Field *field)
{
  for (guint i = 0; i < field->swarm->n; i++)
    for (guint j = 0; j < i; j++)
      repel (field, i, j);
}

static guint
cell_of (Field         *field,
         const AtlSlot *slot)
{
  double side = 2.2 * field->length;
  guint  column = (guint) CLAMP ((slot->x - field->left) / side, 0, field->columns - 1);
  guint  row = (guint) CLAMP ((slot->y - field->top) / side, 0, field->rows - 1);

  return row * field->columns + column;
}

static void
span (Field  *field,
      double *right,
      double *bottom)
{
  field->left = field->top = G_MAXDOUBLE;
  *right = *bottom = -G_MAXDOUBLE;
  for (guint i = 0; i < field->swarm->n; i++)
    {
      const AtlSlot *slot = &field->swarm->slots[i];

      field->left = MIN (field->left, slot->x);
      field->top = MIN (field->top, slot->y);
      *right = MAX (*right, slot->x);
      *bottom = MAX (*bottom, slot->y);
    }
}

static void
fill_grid (Field *field)
{
  double right, bottom;
  double side = 2.2 * field->length;

  span (field, &right, &bottom);
  field->columns = (guint) CLAMP ((right - field->left) / side + 1, 1, 200);
  field->rows = (guint) CLAMP ((bottom - field->top) / side + 1, 1, 200);
  g_free (field->heads);
  field->heads = g_new0 (guint, field->columns * field->rows);
  for (guint i = 0; i < field->swarm->n; i++)
    {
      guint cell = cell_of (field, &field->swarm->slots[i]);

      field->nexts[i] = field->heads[cell];
      field->heads[cell] = i + 1;
    }
}

static void
repel_cell (Field *field,
            guint  i,
            guint  column,
            guint  row)
{
  if (column >= field->columns || row >= field->rows)
    return;
  for (guint j = field->heads[row * field->columns + column]; j > 0; j = field->nexts[j - 1])
    if (j - 1 < i)
      repel (field, i, j - 1);
}

static void
repel_neighbors (Field *field)
{
  fill_grid (field);
  for (guint i = 0; i < field->swarm->n; i++)
    {
      guint cell = cell_of (field, &field->swarm->slots[i]);
      guint column = cell % field->columns;
      guint row = cell / field->columns;

      for (guint k = 0; k < 9; k++)
        repel_cell (field, i, column + k % 3 - 1, row + k / 3 - 1);
    }
}

static void
attract (Field *field)
{
  const AtlSwarm *swarm = field->swarm;

  for (guint i = 0; i < swarm->n_arcs; i++)
    {
      const AtlArrangeArc *arc = &swarm->arcs[i];
      const AtlSlot       *a = &swarm->slots[arc->from];
      const AtlSlot       *b = &swarm->slots[arc->to];
      double               dx = a->x - b->x;
      double               dy = a->y - b->y;
      double               reach = field->radii[arc->from] + field->radii[arc->to];
      double               wish = MAX (field->length, reach * 0.8 + swarm->gap);
      double               force = hypot (dx, dy) / wish * arc->strength;

      field->steps[arc->from].x -= dx * force;
      field->steps[arc->from].y -= dy * force;
      field->steps[arc->to].x += dx * force;
      field->steps[arc->to].y += dy * force;
    }
}

static void
follow_pulls (Field *field)
{
  const AtlSwarm *swarm = field->swarm;

  for (guint i = 0; swarm->pulls != NULL && i < swarm->n; i++)
    {
      const AtlPull *pull = &swarm->pulls[i];

      field->steps[i].x += (pull->x - swarm->slots[i].x) * pull->force;
      field->steps[i].y += (pull->y - swarm->slots[i].y) * pull->force;
    }
}

static void
keep_in (const AtlArrangeRoom *walls,
         AtlSlot              *slot)
{
  double slack_x = (walls->width - slot->width) / 2;
  double slack_y = (walls->height - slot->height) / 2;
  double x = walls->x + walls->width / 2;
  double y = walls->y + walls->height / 2;

  slot->x = slack_x > 0 ? CLAMP (slot->x, x - slack_x, x + slack_x) : x;
  slot->y = slack_y > 0 ? CLAMP (slot->y, y - slack_y, y + slack_y) : y;
}

static void
move_all (Field *field,
          double most)
{
  const AtlSwarm *swarm = field->swarm;

  for (guint i = 0; i < swarm->n; i++)
    {
      double length = hypot (field->steps[i].x, field->steps[i].y);
      double part = length > most ? most / length : 1;

      if (swarm->slots[i].fixed)
        continue;
      swarm->slots[i].x += field->steps[i].x * part;
      swarm->slots[i].y += field->steps[i].y * part;
      if (swarm->walls != NULL)
        keep_in (swarm->walls, &swarm->slots[i]);
    }
}

static double
wish_length (const AtlSwarm *swarm)
{
  double sum = 0;

  for (guint i = 0; i < swarm->n; i++)
    sum += sqrt ((swarm->slots[i].width + swarm->gap) * (swarm->slots[i].height + swarm->gap));
  return swarm->n > 0 ? MAX (sum / swarm->n, 1) : 1;
}

/**
 * atl_swarm_relax:
 * @self: slots with places to begin with
 *
 * Lets slots repel each other and links pull, as Fruchterman and Reingold (1991) do it, in @rounds of falling
 * temperature. Above 220 slots only those near each other repel.
 */
void
atl_swarm_relax (const AtlSwarm *self)
{
  Field field = { .swarm = self, .length = wish_length (self) };

  field.steps = g_new0 (Step, self->n + 1);
  field.radii = g_new (double, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    field.radii[i] = radius_of (&self->slots[i]);
  field.nexts = g_new0 (guint, self->n + 1);
  for (guint round = 0; round < self->rounds && !g_cancellable_is_cancelled (self->cancellable); round++)
    {
      double heat = field.length * 0.9 * (1 - (double) round / self->rounds);

      for (guint i = 0; i < self->n; i++)
        field.steps[i] = (Step){ 0, 0 };
      if (self->n <= EXACT)
        repel_all (&field);
      else
        repel_neighbors (&field);
      attract (&field);
      follow_pulls (&field);
      move_all (&field, heat + 0.5);
    }
  g_free (field.steps);
  g_free (field.radii);
  g_free (field.nexts);
  g_free (field.heads);
}

/* Pushes two apart along the shorter way; the one that is fixed stays. Tells whether they overlapped. */
static gboolean
push_apart (const AtlSwarm *swarm,
            AtlSlot        *a,
            AtlSlot        *b)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double over_x = (a->width + b->width) / 2 + swarm->gap - fabs (dx);
  double over_y = (a->height + b->height) / 2 + swarm->gap - fabs (dy);
  double share = a->fixed ? 0 : (b->fixed ? 1 : 0.5);
  double way;

  if (over_x <= 0.01 || over_y <= 0.01 || (a->fixed && b->fixed))
    return FALSE;
  if (over_x < over_y * (1 + swarm->sideways))
    {
      way = (dx < 0 ? -1 : 1) * (over_x + 0.02);
      a->x -= way * share;
      b->x += way * (1 - share);
    }
  else
    {
      way = (dy < 0 ? -1 : 1) * (over_y + 0.02);
      a->y -= way * share;
      b->y += way * (1 - share);
    }
  return TRUE;
}

static int
compare_left (gconstpointer a,
              gconstpointer b)
{
  const AtlSlot *one = *(AtlSlot *const *) a;
  const AtlSlot *other = *(AtlSlot *const *) b;
  double         left = one->x - one->width / 2;
  double         right = other->x - other->width / 2;

  if (left != right)
    return left < right ? -1 : 1;
  return one < other ? -1 : one > other;
}

static guint
push_round (const AtlSwarm *swarm,
            AtlSlot       **sorted)
{
  guint pushed = 0;

  qsort (sorted, swarm->n, sizeof *sorted, compare_left);
  for (guint i = 0; i < swarm->n; i++)
    for (guint j = i + 1; j < swarm->n; j++)
      {
        if (sorted[j]->x - sorted[j]->width / 2 > sorted[i]->x + sorted[i]->width / 2 + 2 * swarm->gap)
          break;
        pushed += push_apart (swarm, sorted[i], sorted[j]);
      }
  return pushed;
}

/**
 * atl_swarm_separate:
 * @self: slots with places
 *
 * Pushes slots apart until no two are closer than the gap, but at most @rounds times, and keeps them inside
 * the walls.
 *
 * Returns: whether none overlap in the end
 */
gboolean
atl_swarm_separate (const AtlSwarm *self)
{
  g_autofree AtlSlot **sorted = g_new (AtlSlot *, self->n + 1);
  guint                rounds = MIN (self->rounds, MAX (MOST_PUSHES / MAX (self->n, 1), FEWEST_ROUNDS));
  guint                pushed = 1;

  for (guint i = 0; i < self->n; i++)
    sorted[i] = &self->slots[i];
  for (guint round = 0; pushed > 0 && round < rounds; round++)
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      for (guint i = 0; self->walls != NULL && i < self->n; i++)
        if (!self->slots[i].fixed)
          keep_in (self->walls, &self->slots[i]);
      pushed = push_round (self, sorted);
    }
  for (guint i = 0; self->walls != NULL && i < self->n; i++)
    if (!self->slots[i].fixed)
      keep_in (self->walls, &self->slots[i]);
  return pushed == 0;
}
