/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-deal.h"

#include <string.h>

#define NOWHERE G_MAXUINT

/* A block and its place in the row. */
typedef struct
{
  guint   block;
  guint   people;
  guint   silo_people; /* in the most numerous silo of its people */
  guint32 chance;
} Card;

struct _AtlMixDeal
{
  const AtlMixBlocks *blocks;
  AtlMixShape         shape;
  GRand              *rand;
  Card               *cards;
  guint              *start;   /* of each block: its first place in members, and one more */
  guint              *members; /* people, block by block */
  guint              *silo;    /* of each person, without gaps; NOWHERE for none */
  guint               n_silos;
  guint              *size;   /* people in each group */
  guint              *closed; /* for each group the last block that may not join it, counted from 1 */
  guint              *there;  /* group × silo: people of it */
};

/* Numbers silos without gaps, since they may have any numbers. */
static void
number_silos (AtlMixDeal    *self,
              AtlMixProblem *problem)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->blocks->n_people; i++)
    {
      gpointer silo = GINT_TO_POINTER (atl_mix_problem_get_silo (problem, i));

      if (GPOINTER_TO_INT (silo) < 0)
        self->silo[i] = NOWHERE;
      else if (g_hash_table_contains (numbers, silo))
        self->silo[i] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, silo));
      else
        {
          self->silo[i] = self->n_silos++;
          g_hash_table_insert (numbers, silo, GUINT_TO_POINTER (self->silo[i]));
        }
    }
}

static void
list_members (AtlMixDeal *self)
{
  const AtlMixBlocks *blocks = self->blocks;
  g_autofree guint   *next = g_new (guint, blocks->n + 1);

  for (guint i = 0; i < blocks->n; i++)
    self->start[i + 1] = self->start[i] + blocks->size[i];
  memcpy (next, self->start, (blocks->n + 1) * sizeof *next);
  for (guint i = 0; i < blocks->n_people; i++)
    self->members[next[blocks->of[i]]++] = i;
}

static void
make_cards (AtlMixDeal *self)
{
  g_autofree guint *members = g_new0 (guint, self->n_silos + 1);

  for (guint i = 0; i < self->blocks->n_people; i++)
    if (self->silo[i] != NOWHERE)
      members[self->silo[i]]++;
  for (guint i = 0; i < self->blocks->n; i++)
    self->cards[i] = (Card){ i, self->blocks->size[i], 0, 0 };
  for (guint i = 0; i < self->blocks->n_people; i++)
    {
      Card *card = &self->cards[self->blocks->of[i]];

      card->silo_people = MAX (card->silo_people, self->silo[i] != NOWHERE ? members[self->silo[i]] : 1);
    }
}

/**
 * atl_mix_deal_new:
 * @problem: a problem
 * @blocks: its blocks; must outlive the deal
 * @shape: how many groups, and their sizes
 * @rand: chance; must outlive the deal
 *
 * Returns: (transfer full): what deals
 */
AtlMixDeal *
atl_mix_deal_new (AtlMixProblem      *problem,
                  const AtlMixBlocks *blocks,
                  AtlMixShape         shape,
                  GRand              *rand)
{
  AtlMixDeal *self = g_new0 (AtlMixDeal, 1);

  self->blocks = blocks;
  self->shape = shape;
  self->rand = rand;
  self->silo = g_new0 (guint, blocks->n_people);
  number_silos (self, problem);
  self->start = g_new0 (guint, blocks->n + 1);
  self->members = g_new0 (guint, blocks->n_people + 1);
  list_members (self);
  self->cards = g_new0 (Card, blocks->n + 1);
  make_cards (self);
  self->size = g_new0 (guint, shape.n_groups + 1);
  self->closed = g_new0 (guint, shape.n_groups + 1);
  self->there = g_new0 (guint, (gsize) self->n_silos * shape.n_groups + 1);
  return self;
}

/**
 * atl_mix_deal_free:
 * @self: (transfer full): what deals
 *
 * Frees it.
 */
void
atl_mix_deal_free (AtlMixDeal *self)
{
  g_free (self->silo);
  g_free (self->cards);
  g_free (self->start);
  g_free (self->members);
  g_free (self->size);
  g_free (self->closed);
  g_free (self->there);
  g_free (self);
}

static int
compare_cards (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Card *first = a;
  const Card *second = b;

  if (first->people != second->people)
    return first->people > second->people ? -1 : 1;
  if (first->silo_people != second->silo_people)
    return first->silo_people > second->silo_people ? -1 : 1;
  if (first->chance != second->chance)
    return first->chance < second->chance ? -1 : 1;
  return first->block < second->block ? -1 : first->block > second->block;
}

/* Larger blocks first, then members of the most numerous silo, then by chance. */
static void
order_cards (AtlMixDeal *self)
{
  for (guint i = 0; i < self->blocks->n; i++)
    self->cards[i].chance = g_rand_int (self->rand);
  g_qsort_with_data (self->cards, (int) self->blocks->n, sizeof (Card), compare_cards, self);
}

static guint
count_lack (AtlMixDeal *self,
            guint       size)
{
  return size < self->shape.smallest ? self->shape.smallest - size : 0;
}

/* Marks the groups that hold somebody whom the block may not meet. */
static void
close_groups (AtlMixDeal  *self,
              guint        block,
              const guint *groups)
{
  const guint8 *apart = &self->blocks->apart[(gsize) block * self->blocks->n];

  for (guint i = 0; i < self->blocks->n && self->blocks->degree[block] > 0; i++)
    if (apart[i] && groups[i] != NOWHERE)
      self->closed[groups[i]] = block + 1;
}

/* Adds the people of a block to a group. Or, with 0, counts those of their silos who are there. */
static guint
count_silos (AtlMixDeal *self,
             guint       block,
             guint       group,
             guint       add)
{
  guint sum = 0;

  for (guint i = self->start[block]; i < self->start[block + 1]; i++)
    {
      guint  silo = self->silo[self->members[i]];
      guint *there;

      if (silo == NOWHERE)
        continue;
      there = &self->there[(gsize) group * self->n_silos + silo];
      sum += *there;
      *there += add;
    }
  return sum;
}

/* The group with the fewest of its silos, then the smallest, then by chance; NOWHERE if it fits in none. */
static guint
choose_group (AtlMixDeal *self,
              const Card *card,
              guint       spare)
{
  guint best = NOWHERE;
  guint best_silos = 0;
  guint n_equal = 0;

  for (guint group = 0; group < self->shape.n_groups; group++)
    {
      guint size = self->size[group];
      guint wasted = card->people - (count_lack (self, size) - count_lack (self, size + card->people));
      guint silos;

      if (size + card->people > self->shape.largest || wasted > spare ||
          self->closed[group] == card->block + 1)
        continue;
      silos = count_silos (self, card->block, group, 0);
      if (best != NOWHERE && (silos > best_silos || (silos == best_silos && size > self->size[best])))
        continue;
      n_equal = best != NOWHERE && silos == best_silos && size == self->size[best] ? n_equal + 1 : 1;
      if (g_rand_int_range (self->rand, 0, (gint32) n_equal) > 0)
        continue;
      best = group;
      best_silos = silos;
    }
  return best;
}

/**
 * atl_mix_deal_run:
 * @self: what deals
 * @groups: (out caller-allocates) (array): the group of each block
 *
 * Deals each block to a group that holds the constraints. No choice is ever taken back.
 *
 * Returns: %FALSE if a block was left that fitted nowhere
 */
gboolean
atl_mix_deal_run (AtlMixDeal *self,
                  guint      *groups)
{
  guint spare = self->blocks->n_people - self->shape.n_groups * self->shape.smallest;

  memset (self->size, 0, self->shape.n_groups * sizeof (guint));
  memset (self->closed, 0, self->shape.n_groups * sizeof (guint));
  memset (self->there, 0, (gsize) self->n_silos * self->shape.n_groups * sizeof (guint));
  for (guint i = 0; i < self->blocks->n; i++)
    groups[i] = NOWHERE;
  order_cards (self);
  for (guint i = 0; i < self->blocks->n; i++)
    {
      const Card *card = &self->cards[i];
      guint       group;

      close_groups (self, card->block, groups);
      group = choose_group (self, card, spare);
      if (group == NOWHERE)
        return FALSE;
      spare -= card->people - (count_lack (self, self->size[group]) -
                               count_lack (self, self->size[group] + card->people));
      groups[card->block] = group;
      self->size[group] += card->people;
      count_silos (self, card->block, group, 1);
    }
  return TRUE;
}
