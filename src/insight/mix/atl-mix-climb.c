/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-climb.h"

#include "insight/mix/atl-mix-deal.h"

#define NOWHERE G_MAXUINT

/* Up to so many blocks the best of all changes is made; above, the best change of each block in turn. */
#define STEEPEST_MAX 128

struct _AtlMixClimb
{
  const AtlMixBlocks *blocks;
  AtlMixShape         shape;
  AtlMixDeal         *deal;
  gint64             *pair;   /* block × block: what the two gain in one group */
  gint64              inside; /* what people gain inside their blocks */
  guint              *group;  /* of each block */
  guint              *size;   /* people in each group */
  gint64             *with;   /* group × block: what the block gains with those in the group */
  guint16            *clash;  /* group × block: how many there it may not meet */
  guint               turn;   /* the block that is next */
};

/* A block goes to another group, or two blocks change places. */
typedef struct
{
  gint64 gain;
  guint  a;
  guint  b; /* NOWHERE: a alone goes */
  guint  group;
} Change;

/**
 * atl_mix_climb_new:
 * @problem: a problem
 * @blocks: its blocks; must outlive the climb
 * @shape: how many groups, and their sizes
 * @rand: chance; must outlive the climb
 *
 * Returns: (transfer full): a climb in which no block has a group
 */
AtlMixClimb *
atl_mix_climb_new (AtlMixProblem      *problem,
                   const AtlMixBlocks *blocks,
                   AtlMixShape         shape,
                   GRand              *rand)
{
  AtlMixClimb *self = g_new0 (AtlMixClimb, 1);
  gsize        n = blocks->n;

  self->blocks = blocks;
  self->shape = shape;
  self->deal = atl_mix_deal_new (problem, blocks, shape, rand);
  self->pair = g_new0 (gint64, n * n);
  self->group = g_new0 (guint, n);
  self->size = g_new0 (guint, shape.n_groups);
  self->with = g_new0 (gint64, n * shape.n_groups);
  self->clash = g_new0 (guint16, n * shape.n_groups);
  for (guint i = 0; i < blocks->n_people; i++)
    for (guint j = 0; j < i; j++)
      {
        gsize  s = blocks->of[i];
        gsize  t = blocks->of[j];
        gint64 units = atl_mix_problem_get_units (problem, i, j);

        self->inside += s == t ? units : 0;
        self->pair[s * n + t] += s == t ? 0 : units;
        self->pair[t * n + s] += s == t ? 0 : units;
      }
  return self;
}

/**
 * atl_mix_climb_free:
 * @self: (transfer full): a climb
 *
 * Frees it.
 */
void
atl_mix_climb_free (AtlMixClimb *self)
{
  atl_mix_deal_free (self->deal);
  g_free (self->pair);
  g_free (self->group);
  g_free (self->size);
  g_free (self->with);
  g_free (self->clash);
  g_free (self);
}

/* Counts a block in a group, or out of it. */
static void
count (AtlMixClimb *self,
       guint        block,
       guint        group,
       int          sign)
{
  const AtlMixBlocks *blocks = self->blocks;
  gsize               n = blocks->n;
  gint64             *with = &self->with[group * n];
  guint16            *clash = &self->clash[group * n];

  self->size[group] += (guint) (sign * (int) blocks->size[block]);
  for (gsize i = 0; i < n; i++)
    with[i] += sign * self->pair[block * n + i];
  for (gsize i = 0; i < n && blocks->degree[block] > 0; i++)
    clash[i] = (guint16) (clash[i] + sign * blocks->apart[block * n + i]);
}

static void
transfer (AtlMixClimb *self,
          guint        block,
          guint        group)
{
  count (self, block, self->group[block], -1);
  self->group[block] = group;
  count (self, block, group, 1);
}

/**
 * atl_mix_climb_set:
 * @self: a climb
 * @groups: (array): the group of each block
 *
 * Starts from groups that hold all constraints.
 */
void
atl_mix_climb_set (AtlMixClimb *self,
                   const guint *groups)
{
  gsize n_cells = (gsize) self->blocks->n * self->shape.n_groups;

  for (gsize i = 0; i < n_cells; i++)
    {
      self->with[i] = 0;
      self->clash[i] = 0;
    }
  for (guint i = 0; i < self->shape.n_groups; i++)
    self->size[i] = 0;
  for (guint i = 0; i < self->blocks->n; i++)
    {
      self->group[i] = groups[i];
      count (self, i, groups[i], 1);
    }
  self->turn = 0;
}

/**
 * atl_mix_climb_deal:
 * @self: a climb
 *
 * Starts from blocks dealt by chance, each silo spread over the groups.
 *
 * Returns: %FALSE if a block was left that fitted nowhere; then the climb is as before
 */
gboolean
atl_mix_climb_deal (AtlMixClimb *self)
{
  g_autofree guint *groups = g_new (guint, self->blocks->n + 1);

  if (!atl_mix_deal_run (self->deal, groups))
    return FALSE;
  atl_mix_climb_set (self, groups);
  return TRUE;
}

static gboolean
may_resize (AtlMixClimb *self,
            guint        group,
            guint        minus,
            guint        plus)
{
  guint size = self->size[group] + plus - minus;

  return minus == plus || (size >= self->shape.smallest && size <= self->shape.largest);
}

static void
consider_move (AtlMixClimb *self,
               guint        a,
               guint        group,
               Change      *best)
{
  gsize  n = self->blocks->n;
  guint  old = self->group[a];
  gint64 gain = self->with[group * n + a] - self->with[old * n + a];

  if (group != old && gain > best->gain && self->clash[group * n + a] == 0 &&
      may_resize (self, old, self->blocks->size[a], 0) && may_resize (self, group, 0, self->blocks->size[a]))
    *best = (Change){ gain, a, NOWHERE, group };
}

static gboolean
may_swap (AtlMixClimb *self,
          gsize        a,
          gsize        b)
{
  const AtlMixBlocks *blocks = self->blocks;
  gsize               n = blocks->n;
  guint16             each_other = blocks->apart[a * n + b];

  return self->clash[self->group[b] * n + a] == each_other &&
         self->clash[self->group[a] * n + b] == each_other &&
         may_resize (self, self->group[a], blocks->size[a], blocks->size[b]) &&
         may_resize (self, self->group[b], blocks->size[b], blocks->size[a]);
}

static void
consider_swaps (AtlMixClimb *self,
                gsize        a,
                gsize        from,
                Change      *best)
{
  gsize         n = self->blocks->n;
  guint         group = self->group[a];
  const gint64 *here = &self->with[group * n];
  const gint64 *pair = &self->pair[a * n];

  for (gsize b = from; b < n; b++)
    {
      gsize  other = self->group[b] * n;
      gint64 gain = self->with[other + a] - here[a] + here[b] - self->with[other + b] - 2 * pair[b];

      if (gain > best->gain && self->group[b] != group && may_swap (self, a, b))
        *best = (Change){ gain, (guint) a, (guint) b, self->group[b] };
    }
}

/* The best change of one block, with those from a given one on only. */
static void
consider_block (AtlMixClimb *self,
                guint        block,
                guint        from,
                Change      *best,
                guint64     *effort)
{
  guint64 cost = self->blocks->n - from + self->shape.n_groups;

  *effort -= MIN (*effort, cost);
  for (guint group = 0; group < self->shape.n_groups; group++)
    consider_move (self, block, group, best);
  consider_swaps (self, block, from, best);
}

static void
make (AtlMixClimb  *self,
      const Change *change)
{
  guint old = self->group[change->a];

  transfer (self, change->a, change->group);
  if (change->b != NOWHERE)
    transfer (self, change->b, old);
}

/**
 * atl_mix_climb_step:
 * @self: a climb
 * @effort: (inout): how many changes may be looked at, what is left of them
 *
 * Makes a change that raises the total: the best of all, or in a large problem the best of a block, which
 * is much quicker and hardly worse.
 *
 * Returns: %FALSE if there is none, or the effort is spent
 */
gboolean
atl_mix_climb_step (AtlMixClimb *self,
                    guint64     *effort)
{
  Change   best = { 0, NOWHERE, NOWHERE, 0 };
  guint    n = self->blocks->n;
  gboolean steepest = n <= STEEPEST_MAX;

  for (guint i = 0; i<n && * effort> 0 && (steepest || best.gain == 0); i++)
    {
      guint block = steepest ? i : (self->turn + i) % n;

      consider_block (self, block, steepest ? i + 1 : 0, &best, effort);
      if (!steepest && best.gain > 0)
        self->turn = (block + 1) % n;
    }
  if (best.gain > 0)
    make (self, &best);
  return best.gain > 0 && *effort > 0;
}

/**
 * atl_mix_climb_get_total:
 * @self: a climb
 *
 * Returns: the sum of the gains of all pairs in the same group, in units
 */
gint64
atl_mix_climb_get_total (AtlMixClimb *self)
{
  gint64 twice = 0;

  for (gsize i = 0; i < self->blocks->n; i++)
    twice += self->with[self->group[i] * (gsize) self->blocks->n + i];
  return self->inside + twice / 2;
}

/**
 * atl_mix_climb_get_groups:
 * @self: a climb
 * @groups: (out caller-allocates) (array): the group of each person
 *
 * Tells who is where.
 */
void
atl_mix_climb_get_groups (AtlMixClimb *self,
                          int         *groups)
{
  for (guint i = 0; i < self->blocks->n_people; i++)
    groups[i] = (int) self->group[self->blocks->of[i]];
}
