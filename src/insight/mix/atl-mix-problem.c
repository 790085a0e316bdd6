/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-problem.h"

#include <math.h>

#define STRENGTH_MAX 5

struct _AtlMixProblem
{
  gatomicrefcount ref_count;
  guint           n;
  int            *silos;
  guint           n_groups; /* 0: whatever the sizes give */
  guint           smallest;
  guint           largest;
  gboolean        has_map;
  guint8         *links; /* n × n, symmetric, 0 to 5; NULL: nobody works with anybody */
  guint8         *needs; /* the same */
  guint8         *met;   /* n × n, symmetric; NULL: nobody met */
  guint           n_silos;
  double         *weights;     /* n_silos × n_silos: P / P max; NULL: all 0 */
  GArray         *constraints; /* of AtlMixConstraint; the first two are the sizes */
};

/**
 * atl_mix_problem_new:
 * @n_people: how many people, at most %ATL_MIX_MAX_PEOPLE
 * @silos: (array length=n_people): for each person the number of the silo, -1 for none
 *
 * Starts the input of mixed groups (maximally diverse grouping with people kept together and apart;
 * Weitz and Lakshminarayanan 1998, Papenberg and Klau 2021). People are known by their number. Somebody
 * without silo counts as a silo of one: whom they meet is worth as much as for anybody else.
 *
 * It may be changed as long as no other thread reads it.
 *
 * Returns: (transfer full): one group of all, until told otherwise
 */
AtlMixProblem *
atl_mix_problem_new (guint      n_people,
                     const int *silos)
{
  AtlMixProblem   *self;
  AtlMixConstraint sizes[] = { { ATL_MIX_SIZE_MIN, -1, -1, -1 }, { ATL_MIX_SIZE_MAX, -1, -1, -1 } };

  g_return_val_if_fail (n_people <= ATL_MIX_MAX_PEOPLE, NULL);
  g_return_val_if_fail (silos != NULL || n_people == 0, NULL);

  self = g_new0 (AtlMixProblem, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n = n_people;
  self->silos = g_memdup2 (silos, n_people * sizeof *silos);
  self->constraints = g_array_new (FALSE, FALSE, sizeof (AtlMixConstraint));
  g_array_append_vals (self->constraints, sizes, G_N_ELEMENTS (sizes));
  atl_mix_problem_set_sizes (self, 1, 0, 0);
  return self;
}

/**
 * atl_mix_problem_copy:
 * @self: a problem
 *
 * Returns: (transfer full): another with the same content, to be changed on its own
 */
AtlMixProblem *
atl_mix_problem_copy (AtlMixProblem *self)
{
  AtlMixProblem *copy = g_memdup2 (self, sizeof *self);
  gsize          n_pairs = (gsize) self->n * self->n;

  g_atomic_ref_count_init (&copy->ref_count);
  copy->silos = g_memdup2 (self->silos, self->n * sizeof *self->silos);
  copy->links = g_memdup2 (self->links, n_pairs);
  copy->needs = g_memdup2 (self->needs, n_pairs);
  copy->met = g_memdup2 (self->met, n_pairs);
  copy->weights = g_memdup2 (self->weights, (gsize) self->n_silos * self->n_silos * sizeof (double));
  copy->constraints = g_array_copy (self->constraints);
  return copy;
}

/**
 * atl_mix_problem_ref:
 * @self: a problem
 *
 * Returns: (transfer full): @self
 */
AtlMixProblem *
atl_mix_problem_ref (AtlMixProblem *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atl_mix_problem_unref:
 * @self: (transfer full): a problem
 *
 * Drops a reference.
 */
void
atl_mix_problem_unref (AtlMixProblem *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->silos);
  g_free (self->links);
  g_free (self->needs);
  g_free (self->met);
  g_free (self->weights);
  g_array_unref (self->constraints);
  g_free (self);
}

/**
 * atl_mix_problem_set_sizes:
 * @self: a problem
 * @n_groups: how many groups; 0: as many as the sizes allow, the one nearest to the middle size preferred
 * @smallest: people in the smallest group; 0: not said
 * @largest: people in the largest group; 0: not said
 *
 * Says how many groups there are and how large they may be. If only the number is said, the sizes are as
 * equal as can be. No group is ever empty.
 */
void
atl_mix_problem_set_sizes (AtlMixProblem *self,
                           guint          n_groups,
                           guint          smallest,
                           guint          largest)
{
  gboolean equal = n_groups > 0 && smallest == 0 && largest == 0;

  self->n_groups = n_groups;
  if (equal)
    {
      self->smallest = MAX (self->n / n_groups, 1);
      self->largest = MAX (self->n / n_groups + (self->n % n_groups > 0), 1);
      return;
    }
  self->smallest = MAX (smallest, 1);
  self->largest = largest > 0 ? largest : MAX (self->n, 1);
}

static guint8 *
dup_symmetric (AtlMixProblem *self,
               const guint8  *values,
               guint8         ceiling)
{
  guint8 *copy = values != NULL ? g_new0 (guint8, (gsize) self->n * self->n) : NULL;

  for (gsize i = 0; copy != NULL && i < self->n; i++)
    for (gsize j = 0; j < self->n; j++)
      copy[i * self->n + j] = MIN (MAX (values[i * self->n + j], values[j * self->n + i]), ceiling);
  return copy;
}

/* The priority of two silos, whichever way round it was given; what is not a number counts as none. */
static double
read_priority (const double *priorities,
               gsize         n_silos,
               gsize         s,
               gsize         t)
{
  double there = priorities[s * n_silos + t];
  double back = priorities[t * n_silos + s];

  return MAX (isfinite (there) ? there : 0, isfinite (back) ? back : 0);
}

/* Shares of the highest priority of two different silos. */
static double *
dup_weights (gsize         n_silos,
             const double *priorities)
{
  double  highest = 0;
  double *weights = g_new0 (double, n_silos *n_silos);

  for (gsize s = 0; s < n_silos; s++)
    for (gsize t = 0; t < s; t++)
      highest = MAX (highest, read_priority (priorities, n_silos, s, t));
  for (gsize s = 0; s < n_silos && highest > 0; s++)
    for (gsize t = 0; t < n_silos; t++)
      if (s != t)
        weights[s * n_silos + t] = MAX (read_priority (priorities, n_silos, s, t) / highest, 0);
  return weights;
}

/**
 * atl_mix_problem_set_map:
 * @self: a problem
 * @links: (nullable): n × n strengths, 0 to 5: who works with whom; of both directions the larger counts
 * @needs: (nullable): n × n levels, 0 to 5: who needs whom; of both directions the larger counts
 * @n_silos: how many silos
 * @priorities: (nullable): @n_silos × @n_silos: which two silos should meet first, symmetric, 0 or more
 *
 * Says what is known about who works with whom. Without it every pair from two silos counts the same. The
 * arrays are copied.
 */
void
atl_mix_problem_set_map (AtlMixProblem *self,
                         const guint8  *links,
                         const guint8  *needs,
                         guint          n_silos,
                         const double  *priorities)
{
  g_free (self->links);
  g_free (self->needs);
  g_free (self->weights);
  self->has_map = TRUE;
  self->links = dup_symmetric (self, links, STRENGTH_MAX);
  self->needs = dup_symmetric (self, needs, STRENGTH_MAX);
  self->n_silos = priorities != NULL ? n_silos : 0;
  self->weights = priorities != NULL ? dup_weights (n_silos, priorities) : NULL;
}

/**
 * atl_mix_problem_set_met:
 * @self: a problem
 * @met: (nullable): n × n, symmetric: how often the two were in the same group
 *
 * Says who met before. The array is copied.
 */
void
atl_mix_problem_set_met (AtlMixProblem *self,
                         const guint8  *met)
{
  g_free (self->met);
  self->met = dup_symmetric (self, met, G_MAXUINT8);
}

/**
 * atl_mix_problem_count_round:
 * @self: a problem
 * @groups: for each person the number of the group, -1 for none
 *
 * Counts one more meeting for any two people who are in the same group.
 */
void
atl_mix_problem_count_round (AtlMixProblem *self,
                             const int     *groups)
{
  if (self->met == NULL)
    self->met = g_new0 (guint8, (gsize) self->n * self->n);
  for (gsize i = 0; i < self->n; i++)
    for (gsize j = 0; j < self->n && groups[i] >= 0; j++)
      {
        guint8 *met = &self->met[i * self->n + j];

        if (i != j && groups[i] == groups[j] && *met < G_MAXUINT8)
          *met += 1;
      }
}

static void
add_constraint (AtlMixProblem       *self,
                AtlMixConstraintKind kind,
                guint                a,
                int                  b,
                int                  mark)
{
  AtlMixConstraint constraint = { kind, (int) a, b, mark };

  if (b >= 0 && (guint) b < a)
    constraint = (AtlMixConstraint){ kind, b, (int) a, mark };
  for (guint i = 0; i < self->constraints->len; i++)
    {
      AtlMixConstraint *known = &g_array_index (self->constraints, AtlMixConstraint, i);

      if (known->kind == kind && known->a == constraint.a && known->b == constraint.b && known->mark == mark)
        return;
    }
  g_array_append_val (self->constraints, constraint);
}

/**
 * atl_mix_problem_keep_together:
 * @self: a problem
 * @a: a person
 * @b: another
 *
 * Asks that two people be in the same group. The same person twice asks nothing.
 */
void
atl_mix_problem_keep_together (AtlMixProblem *self,
                               guint          a,
                               guint          b)
{
  g_return_if_fail (a < self->n && b < self->n);

  if (a != b)
    add_constraint (self, ATL_MIX_TOGETHER, a, (int) b, -1);
}

/**
 * atl_mix_problem_keep_apart:
 * @self: a problem
 * @a: a person
 * @b: another
 *
 * Asks that two people be in different groups. The same person twice asks nothing.
 */
void
atl_mix_problem_keep_apart (AtlMixProblem *self,
                            guint          a,
                            guint          b)
{
  g_return_if_fail (a < self->n && b < self->n);

  if (a != b)
    add_constraint (self, ATL_MIX_APART, a, (int) b, -1);
}

/**
 * atl_mix_problem_add_mark:
 * @self: a problem
 * @mark: which mark, as the caller numbers them (scribe, field person)
 * @person: who bears it
 *
 * Marks a person. No two people of the same mark are put in one group; if as many bear it as there are
 * groups, each group has one.
 */
void
atl_mix_problem_add_mark (AtlMixProblem *self,
                          guint          mark,
                          guint          person)
{
  g_return_if_fail (person < self->n && mark < G_MAXINT);

  add_constraint (self, ATL_MIX_MARK, person, -1, (int) mark);
}

/**
 * atl_mix_problem_get_n_people:
 * @self: a problem
 *
 * Returns: how many people there are
 */
guint
atl_mix_problem_get_n_people (AtlMixProblem *self)
{
  return self->n;
}

/**
 * atl_mix_problem_get_n_groups:
 * @self: a problem
 *
 * Returns: how many groups are asked for, 0 if the sizes decide
 */
guint
atl_mix_problem_get_n_groups (AtlMixProblem *self)
{
  return self->n_groups;
}

/**
 * atl_mix_problem_get_smallest:
 * @self: a problem
 *
 * Returns: people in the smallest group, at least 1
 */
guint
atl_mix_problem_get_smallest (AtlMixProblem *self)
{
  return self->smallest;
}

/**
 * atl_mix_problem_get_largest:
 * @self: a problem
 *
 * Returns: people in the largest group, at least 1
 */
guint
atl_mix_problem_get_largest (AtlMixProblem *self)
{
  return self->largest;
}

/**
 * atl_mix_problem_get_silo:
 * @self: a problem
 * @person: a person
 *
 * Returns: the number of the person's silo, below 0 for none
 */
int
atl_mix_problem_get_silo (AtlMixProblem *self,
                          guint          person)
{
  return self->silos[person];
}

/**
 * atl_mix_problem_crosses:
 * @self: a problem
 * @a: a person
 * @b: another
 *
 * Returns: %TRUE if the two are of different silos; people without silo are of a silo of their own
 */
gboolean
atl_mix_problem_crosses (AtlMixProblem *self,
                         guint          a,
                         guint          b)
{
  return a != b && (self->silos[a] < 0 || self->silos[a] != self->silos[b]);
}

static guint
get_pair (AtlMixProblem *self,
          const guint8  *values,
          guint          a,
          guint          b)
{
  return values != NULL && a != b ? values[(gsize) a * self->n + b] : 0;
}

/**
 * atl_mix_problem_get_need:
 * @self: a problem
 * @a: a person
 * @b: another
 *
 * Returns: how much the two are needed to work together, 0 to 5
 */
guint
atl_mix_problem_get_need (AtlMixProblem *self,
                          guint          a,
                          guint          b)
{
  return get_pair (self, self->needs, a, b);
}

/**
 * atl_mix_problem_get_met:
 * @self: a problem
 * @a: a person
 * @b: another
 *
 * Returns: how often the two were in the same group before
 */
guint
atl_mix_problem_get_met (AtlMixProblem *self,
                         guint          a,
                         guint          b)
{
  return get_pair (self, self->met, a, b);
}

static double
get_weight (AtlMixProblem *self,
            guint          a,
            guint          b)
{
  int s = self->silos[a];
  int t = self->silos[b];

  if (s < 0 || t < 0 || (guint) s >= self->n_silos || (guint) t >= self->n_silos)
    return 0;
  return self->weights[(gsize) s * self->n_silos + t];
}

static double
compute_gain (AtlMixProblem *self,
              guint          a,
              guint          b)
{
  guint  met = get_pair (self, self->met, a, b);
  double link = get_pair (self, self->links, a, b) / (double) STRENGTH_MAX;
  double need = get_pair (self, self->needs, a, b) / (double) STRENGTH_MAX;
  double fresh = met == 0 ? 1 : ldexp (1, -2 * (int) met);

  if (!atl_mix_problem_crosses (self, a, b))
    return 0;
  if (!self->has_map)
    return fresh;
  return (1 - link) * (1 + get_weight (self, a, b) + need) * fresh;
}

/**
 * atl_mix_problem_get_units:
 * @self: a problem
 * @a: a person
 * @b: another
 *
 * Returns: what it is worth that the two meet, in whole units of which %ATL_MIX_UNITS_PER_GAIN make 1. Sums
 * of these are exact, so that the same groups have the same total whichever way it was reached.
 */
gint64
atl_mix_problem_get_units (AtlMixProblem *self,
                           guint          a,
                           guint          b)
{
  return (gint64) (compute_gain (self, a, b) * (double) ATL_MIX_UNITS_PER_GAIN + 0.5);
}

/**
 * atl_mix_problem_get_gain:
 * @self: a problem
 * @a: a person
 * @b: another
 *
 * Returns: what it is worth that the two meet, 0 to 3: nothing inside a silo, less the more they work
 * together already, more for a stated need and for silos that should meet first, a quarter for each time they
 * met before
 */
double
atl_mix_problem_get_gain (AtlMixProblem *self,
                          guint          a,
                          guint          b)
{
  return (double) atl_mix_problem_get_units (self, a, b) / (double) ATL_MIX_UNITS_PER_GAIN;
}

/**
 * atl_mix_problem_get_constraints:
 * @self: a problem
 *
 * Returns: (transfer none) (element-type AtlMixConstraint): all that is asked for, the sizes first
 */
const GArray *
atl_mix_problem_get_constraints (AtlMixProblem *self)
{
  return self->constraints;
}
