/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-search.h"

#include <string.h>

#define NOWHERE G_MAXUINT

typedef struct
{
  const AtlMixBlocks *blocks;
  AtlMixShape         shape;
  GRand              *rand;
  guint              *rank;    /* blocks at random: decides between equals */
  guint              *group;   /* of each block, or NOWHERE */
  guint              *size;    /* of each group */
  guint              *picky;   /* blocks with others to avoid, in each group */
  guint16            *clash;   /* block × group: how many there it may not meet */
  guint              *blocked; /* for each block: how many groups are closed to it */
  guint               waiting; /* people not placed */
  guint               lacking; /* people that groups need to reach the smallest size */
  guint64            *effort;
  GHashTable         *dead; /* sizes from which the blocks left cannot be placed */
} Search;

static guint *
shuffle (guint  n,
         GRand *rand)
{
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint other = rand != NULL ? (guint) g_rand_int_range (rand, 0, (gint32) i + 1) : i;

      order[i] = i;
      order[i] = order[other];
      order[other] = i;
    }
  return order;
}

static void
mark_clashes (Search *self,
              guint   block,
              guint   group,
              int     step)
{
  const AtlMixBlocks *blocks = self->blocks;

  if (blocks->degree[block] == 0)
    return;
  self->picky[group] += (guint) step;
  for (guint other = 0; other < blocks->n; other++)
    if (blocks->apart[(gsize) block * blocks->n + other])
      {
        guint16 *clash = &self->clash[(gsize) other * self->shape.n_groups + group];

        self->blocked[other] -= *clash > 0;
        *clash = (guint16) (*clash + step);
        self->blocked[other] += *clash > 0;
      }
}

static guint
count_lack (Search *self,
            guint   size)
{
  return size < self->shape.smallest ? self->shape.smallest - size : 0;
}

static void
place (Search *self,
       guint   block,
       guint   group)
{
  guint people = self->blocks->size[block];

  self->lacking -= count_lack (self, self->size[group]) - count_lack (self, self->size[group] + people);
  self->size[group] += people;
  self->waiting -= people;
  self->group[block] = group;
  mark_clashes (self, block, group, 1);
}

static void
take_back (Search *self,
           guint   block)
{
  guint group = self->group[block];
  guint people = self->blocks->size[block];

  self->lacking += count_lack (self, self->size[group] - people) - count_lack (self, self->size[group]);
  self->size[group] -= people;
  self->waiting += people;
  self->group[block] = NOWHERE;
  mark_clashes (self, block, group, -1);
}

static gboolean
fits (Search *self,
      guint   block,
      guint   group)
{
  guint people = self->blocks->size[block];
  guint relief = count_lack (self, self->size[group]) - count_lack (self, self->size[group] + people);

  return self->size[group] + people <= self->shape.largest &&
         self->clash[(gsize) block * self->shape.n_groups + group] == 0 &&
         self->lacking - relief <= self->waiting - people;
}

/* Whether a comes before b: blocks with others to avoid first, the most hemmed in, the largest. */
static gboolean
is_harder (Search *self,
           guint   a,
           guint   b)
{
  const AtlMixBlocks *blocks = self->blocks;
  gboolean            picky = blocks->degree[a] > 0;

  if (picky != (blocks->degree[b] > 0))
    return picky;
  if (self->blocked[a] != self->blocked[b])
    return self->blocked[a] > self->blocked[b];
  if (blocks->size[a] != blocks->size[b])
    return blocks->size[a] > blocks->size[b];
  if (blocks->degree[a] != blocks->degree[b])
    return blocks->degree[a] > blocks->degree[b];
  return self->rank[a] < self->rank[b];
}

/* The next block to place, NOWHERE if only single people are left who mind nobody. */
static guint
pick_block (Search *self)
{
  const AtlMixBlocks *blocks = self->blocks;
  guint               best = NOWHERE;

  for (guint i = 0; i < blocks->n; i++)
    if (self->group[i] == NOWHERE && (blocks->size[i] > 1 || blocks->degree[i] > 0) &&
        (best == NOWHERE || is_harder (self, i, best)))
      best = i;
  return best;
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* Once only blocks are left that mind nobody, the sizes of the groups are all that counts. */
static GBytes *
describe_sizes (Search *self)
{
  guint  n = self->shape.n_groups;
  guint *key = g_new (guint, n);

  memcpy (key, self->size, n * sizeof *key);
  g_qsort_with_data (key, (int) n, sizeof *key, compare_sizes, NULL);
  return g_bytes_new_take (key, n * sizeof *key);
}

static AtlMixAnswer place_rest (Search *self);

/* Groups of equal size in which nobody has anybody to avoid are alike: one of them is tried. */
static AtlMixAnswer
try_groups (Search *self,
            guint   block)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->blocks->n_people + 1);
  g_autofree guint  *order = shuffle (self->shape.n_groups, self->rand);

  for (guint i = 0; i < self->shape.n_groups; i++)
    {
      guint        group = order[i];
      AtlMixAnswer answer;

      if (!fits (self, block, group) || (self->picky[group] == 0 && seen[self->size[group]]++ > 0))
        continue;
      place (self, block, group);
      answer = place_rest (self);
      if (answer != ATL_MIX_IMPOSSIBLE)
        return answer;
      take_back (self, block);
    }
  return ATL_MIX_IMPOSSIBLE;
}

static AtlMixAnswer
try_sizes (Search *self,
           guint   block)
{
  g_autoptr (GBytes) key = describe_sizes (self);
  AtlMixAnswer       answer;

  if (g_hash_table_contains (self->dead, key))
    return ATL_MIX_IMPOSSIBLE;
  answer = try_groups (self, block);
  if (answer == ATL_MIX_IMPOSSIBLE)
    g_hash_table_add (self->dead, g_steal_pointer (&key));
  return answer;
}

static AtlMixAnswer
place_rest (Search *self)
{
  guint   block = pick_block (self);
  guint64 cost = self->blocks->n + self->shape.n_groups;

  if (block == NOWHERE)
    return ATL_MIX_POSSIBLE;
  if (*self->effort < cost)
    return ATL_MIX_UNDECIDED;
  *self->effort -= cost;
  return self->blocks->degree[block] > 0 ? try_groups (self, block) : try_sizes (self, block);
}

/* Single people who mind nobody fill the groups, those first that lack some. */
static void
fill_up (Search *self)
{
  g_autofree guint *singles = shuffle (self->blocks->n, NULL);
  g_autofree guint *order = shuffle (self->shape.n_groups, self->rand);
  guint             next = 0;

  for (guint i = 0; i < self->blocks->n; i++)
    singles[self->rank[i]] = i;
  for (guint want = 0; want < 2; want++)
    for (guint i = 0; i < self->shape.n_groups; i++)
      {
        guint group = order[i];
        guint goal = want == 0 ? self->shape.smallest : self->shape.largest;

        while (self->size[group] < goal && self->waiting > 0)
          {
            while (self->group[singles[next]] != NOWHERE)
              next++;
            place (self, singles[next], group);
          }
      }
}

static void
search_init (Search             *self,
             const AtlMixBlocks *blocks,
             AtlMixShape         shape,
             GRand              *rand)
{
  self->blocks = blocks;
  self->shape = shape;
  self->rand = rand;
  self->rank = shuffle (blocks->n, rand);
  self->group = g_new (guint, blocks->n);
  self->size = g_new0 (guint, shape.n_groups);
  self->picky = g_new0 (guint, shape.n_groups);
  self->clash = g_new0 (guint16, (gsize) blocks->n * shape.n_groups);
  self->blocked = g_new0 (guint, blocks->n);
  self->waiting = blocks->n_people;
  self->lacking = shape.n_groups * shape.smallest;
  self->dead = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  for (guint i = 0; i < blocks->n; i++)
    self->group[i] = NOWHERE;
}

static void
search_clear (Search *self)
{
  g_free (self->rank);
  g_free (self->group);
  g_free (self->size);
  g_free (self->picky);
  g_free (self->clash);
  g_free (self->blocked);
  g_hash_table_unref (self->dead);
}

/**
 * atl_mix_search:
 * @blocks: who stays together and who stays apart
 * @shape: how many groups, and their sizes
 * @rand: (nullable): chance, for a different solution each time
 * @effort: (inout): how many steps may be spent; what is left of them
 * @groups: (out caller-allocates) (nullable) (array): the group of each block, set if it is possible
 *
 * Tells whether the blocks can be put in groups at all: coloring of a graph with bounded sizes, by exact
 * search that always takes the block with the fewest groups open to it. The steps count, not the clock, so
 * that the answer is the same everywhere.
 *
 * Returns: whether it is possible
 */
AtlMixAnswer
atl_mix_search (const AtlMixBlocks *blocks,
                AtlMixShape         shape,
                GRand              *rand,
                guint64            *effort,
                guint              *groups)
{
  Search       self = { 0 };
  AtlMixAnswer answer;

  if (blocks->torn || (guint64) shape.n_groups * shape.smallest > blocks->n_people ||
      (guint64) shape.n_groups * shape.largest < blocks->n_people)
    return ATL_MIX_IMPOSSIBLE;

  search_init (&self, blocks, shape, rand);
  self.effort = effort;
  answer = place_rest (&self);
  if (answer == ATL_MIX_POSSIBLE && groups != NULL && blocks->n > 0)
    {
      fill_up (&self);
      memcpy (groups, self.group, blocks->n * sizeof *groups);
    }
  search_clear (&self);
  return answer;
}
