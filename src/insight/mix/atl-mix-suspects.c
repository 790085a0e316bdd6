/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-suspects.h"

#include "insight/mix/atl-mix-blocks.h"

#define NOBODY (-1)
#define CLIQUE_STEPS 20000
#define MAX_WAYS 50

typedef struct
{
  AtlMixProblem    *problem;
  const GArray     *all; /* of AtlMixConstraint */
  AtlMixBlocks     *blocks;
  GPtrArray        *list;
  int              *came_from; /* person: the next on the way back, while ways are walked */
  AtlMixConstraint *way_back;  /* person: the wish that joins the two */
  int              *queue;     /* people in the order they were reached */
  guint             reached;
} Suspects;

static GArray *
add_set (Suspects *self)
{
  GArray *set = g_array_new (FALSE, FALSE, sizeof (AtlMixConstraint));

  g_ptr_array_add (self->list, set);
  return set;
}

static const AtlMixConstraint *
get (Suspects *self,
     guint     i)
{
  return &g_array_index (self->all, AtlMixConstraint, i);
}

/* Walks from one person along the wishes to stay together, the nearest first. */
static void
walk (Suspects *self,
      int       start)
{
  for (guint i = 0; i < self->blocks->n_people; i++)
    self->came_from[i] = NOBODY;
  self->came_from[start] = start;
  self->queue[0] = start;
  self->reached = 1;
  for (guint next = 0; next < self->reached; next++)
    for (guint i = 0; i < self->all->len; i++)
      {
        const AtlMixConstraint *one = get (self, i);
        int                     here = self->queue[next];
        int                     there = one->a == here ? one->b : one->a;

        if (one->kind != ATL_MIX_TOGETHER || (one->a != here && one->b != here) ||
            self->came_from[there] != NOBODY)
          continue;
        self->came_from[there] = here;
        self->way_back[there] = *one;
        self->queue[self->reached++] = there;
      }
}

/* The shortest row of wishes that keeps two people together who may not meet. */
static void
add_way (Suspects               *self,
         const AtlMixConstraint *one,
         const AtlMixConstraint *other,
         int                     a,
         int                     b)
{
  GArray *set = add_set (self);

  walk (self, a);
  g_array_append_val (set, *one);
  if (other != NULL)
    g_array_append_val (set, *other);
  for (int person = b; person != a; person = self->came_from[person])
    g_array_append_val (set, self->way_back[person]);
}

static gboolean
share_block (Suspects *self,
             int       a,
             int       b)
{
  return self->blocks->of[a] == self->blocks->of[b];
}

static void
suspect_torn_blocks (Suspects *self)
{
  for (guint i = 0; i < self->all->len && self->blocks->torn && self->list->len < MAX_WAYS; i++)
    {
      const AtlMixConstraint *one = get (self, i);

      if (one->kind == ATL_MIX_APART && share_block (self, one->a, one->b))
        add_way (self, one, NULL, one->a, one->b);
      for (guint j = 0; one->kind == ATL_MIX_MARK && j < i; j++)
        if (get (self, j)->kind == ATL_MIX_MARK && get (self, j)->mark == one->mark &&
            share_block (self, one->a, get (self, j)->a))
          add_way (self, one, get (self, j), one->a, get (self, j)->a);
    }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const GArray *first = *(const GArray *const *) a;
  const GArray *second = *(const GArray *const *) b;

  return first->len < second->len ? -1 : first->len > second->len;
}

static void
add_sizes (Suspects *self,
           GArray   *set)
{
  g_array_append_val (set, *get (self, 0));
  g_array_append_val (set, *get (self, 1));
}

/* One person more than a group holds, all of one block, is enough. */
static void
suspect_large_blocks (Suspects *self)
{
  guint              largest = atl_mix_problem_get_largest (self->problem);
  g_autofree guint8 *done = g_new0 (guint8, self->blocks->n + 1);

  for (guint i = 0; i < self->blocks->n_people; i++)
    {
      guint   block = self->blocks->of[i];
      GArray *set;

      if (self->blocks->size[block] <= largest || done[block]++ > 0)
        continue;
      set = add_set (self);
      add_sizes (self, set);
      walk (self, (int) i);
      for (guint j = 1; j <= largest; j++)
        g_array_append_val (set, self->way_back[self->queue[j]]);
    }
}

static guint
count_groups (Suspects *self)
{
  guint n = atl_mix_problem_get_n_groups (self->problem);

  return n > 0 ? n : self->blocks->n_people / atl_mix_problem_get_smallest (self->problem);
}

/* Where the sizes decide how many groups there are, they have a part in it. */
static void
add_limits (Suspects *self,
            GArray   *set)
{
  if (atl_mix_problem_get_n_groups (self->problem) == 0)
    add_sizes (self, set);
}

/* As many bearers of one mark as there are groups, and one more. */
static void
suspect_mark (Suspects *self,
              int       mark)
{
  GArray *set = add_set (self);
  guint   want = count_groups (self) + 1;
  guint   n = 0;

  for (guint i = 0; i < self->all->len && n < want; i++)
    if (get (self, i)->kind == ATL_MIX_MARK && get (self, i)->mark == mark)
      {
        g_array_append_val (set, *get (self, i));
        n++;
      }
  add_limits (self, set);
  if (n < want)
    g_ptr_array_set_size (self->list, (int) self->list->len - 1);
}

static void
suspect_marks (Suspects *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->all->len; i++)
    if (get (self, i)->kind == ATL_MIX_MARK &&
        g_hash_table_add (seen, GINT_TO_POINTER (get (self, i)->mark)))
      suspect_mark (self, get (self, i)->mark);
}

/* Makes the clique larger by blocks from the list, of which each may not meet those in it. */
static gboolean
grow_clique (Suspects *self,
             GArray   *clique,
             GArray   *candidates,
             guint     goal,
             guint    *steps)
{
  if (clique->len == goal)
    return TRUE;
  for (guint i = 0; i < candidates->len && clique->len + candidates->len - i >= goal && *steps > 0; i++)
    {
      g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
      gsize              block = g_array_index (candidates, guint, i);

      *steps -= 1;
      for (guint j = i + 1; j < candidates->len; j++)
        if (self->blocks->apart[block * self->blocks->n + g_array_index (candidates, guint, j)])
          g_array_append_val (rest, g_array_index (candidates, guint, j));
      g_array_append_val (clique, g_array_index (candidates, guint, i));
      if (grow_clique (self, clique, rest, goal, steps))
        return TRUE;
      g_array_set_size (clique, clique->len - 1);
    }
  return FALSE;
}

static int
compare_degrees (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const AtlMixBlocks *blocks = data;
  guint               first = blocks->degree[*(const guint *) a];
  guint               second = blocks->degree[*(const guint *) b];

  return first > second ? -1 : first < second;
}

static gboolean
is_in (Suspects *self,
       GArray   *blocks,
       int       person)
{
  for (guint i = 0; person >= 0 && i < blocks->len; i++)
    if (self->blocks->of[person] == g_array_index (blocks, guint, i))
      return TRUE;
  return FALSE;
}

/* The wishes about people of these blocks only. */
static void
add_inner_wishes (Suspects *self,
                  GArray   *blocks)
{
  GArray *set = add_set (self);

  for (guint i = 2; i < self->all->len; i++)
    if (is_in (self, blocks, get (self, i)->a) &&
        (get (self, i)->b < 0 || is_in (self, blocks, get (self, i)->b)))
      g_array_append_val (set, *get (self, i));
  add_limits (self, set);
}

static void
suspect_cliques (Suspects *self)
{
  g_autoptr (GArray) clique = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  guint              steps = CLIQUE_STEPS;
  guint              n_groups = count_groups (self);

  for (guint i = 0; i < self->blocks->n; i++)
    if (self->blocks->degree[i] >= n_groups)
      g_array_append_val (candidates, i);
  g_array_sort_with_data (candidates, compare_degrees, self->blocks);
  if (candidates->len > n_groups && grow_clique (self, clique, candidates, n_groups + 1, &steps))
    add_inner_wishes (self, clique);
}

/* All wishes, as a whole and without the sizes: a conflict between people is said first. */
static void
suspect_all (Suspects *self)
{
  GArray *people = add_set (self);
  GArray *all = add_set (self);

  g_array_append_vals (people, get (self, 2), self->all->len - 2);
  add_sizes (self, all);
  g_array_append_vals (all, get (self, 2), self->all->len - 2);
}

/**
 * atl_mix_suspects_list:
 * @problem: a problem
 *
 * Lists sets of constraints that may be in conflict, the plainest first: the sizes alone; people to keep
 * together and apart; blocks too large; too many of one mark; too many apart from each other; all of them at
 * last. Whether a set is in conflict is for the caller to check.
 *
 * Returns: (transfer full) (element-type GArray): sets of #AtlMixConstraint; the last one holds all
 */
GPtrArray *
atl_mix_suspects_list (AtlMixProblem *problem)
{
  const GArray            *all = atl_mix_problem_get_constraints (problem);
  guint                    n = atl_mix_problem_get_n_people (problem);
  g_autoptr (AtlMixBlocks) blocks = atl_mix_blocks_new (n, (gpointer) all->data, all->len);
  g_autofree int          *came_from = g_new (int, n + 1);
  g_autofree int          *queue = g_new (int, n + 1);
  g_autofree gpointer      ways = g_new (AtlMixConstraint, n + 1);
  Suspects                 self = { problem, all, blocks, NULL, came_from, ways, queue, 0 };

  self.list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  suspect_torn_blocks (&self);
  g_ptr_array_sort (self.list, compare_lengths);
  if (self.list->len > 1)
    g_ptr_array_set_size (self.list, 1);
  add_sizes (&self, add_set (&self));
  suspect_large_blocks (&self);
  suspect_marks (&self);
  suspect_cliques (&self);
  suspect_all (&self);
  return self.list;
}
