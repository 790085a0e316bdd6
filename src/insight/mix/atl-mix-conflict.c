/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-conflict.h"

#include "insight/mix/atl-mix-suspects.h"

/* Steps of the exact search: for one question, and for the whole finding of a conflict. */
#define EFFORT_ONCE 10000000
#define EFFORT_IN_ALL 60000000

/* A conflict of more constraints than this is looked for in a few more ways. */
#define SMALL_ENOUGH 5
#define FURTHER_ORDERS 10

static gboolean
has_kind (const AtlMixConstraint *constraints,
          guint                   n_constraints,
          AtlMixConstraintKind    kind)
{
  for (guint i = 0; i < n_constraints; i++)
    if (constraints[i].kind == kind)
      return TRUE;
  return FALSE;
}

/* How far the mean size is from the middle of the two limits. */
static double
distance_to_middle (const AtlMixShape *shape,
                    guint              n_people)
{
  double mean = n_people / (double) MAX (shape->n_groups, 1);
  double middle = (shape->smallest + (double) shape->largest) / 2;

  return mean > middle ? mean - middle : middle - mean;
}

static int
compare_shapes (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  guint  n_people = GPOINTER_TO_UINT (data);
  double first = distance_to_middle (a, n_people);
  double second = distance_to_middle (b, n_people);

  return first < second ? -1 : first > second;
}

/* More groups, where they may be empty, are never worse: only the most is listed. */
static void
add_shapes (GArray     *shapes,
            guint       n_people,
            AtlMixShape shape)
{
  guint least = (n_people + shape.largest - 1) / shape.largest;
  guint most = shape.smallest > 0 ? n_people / shape.smallest : MAX (n_people, 1);

  if (shape.smallest == 0)
    least = most;
  for (shape.n_groups = least; shape.n_groups <= most; shape.n_groups++)
    g_array_append_val (shapes, shape);
  g_array_sort_with_data (shapes, compare_shapes, GUINT_TO_POINTER (n_people));
}

/**
 * atl_mix_conflict_list_shapes:
 * @problem: a problem
 * @constraints: (array length=n_constraints): those of its constraints that count
 * @n_constraints: how many
 *
 * Lists the numbers of groups that suit the number of people, with the sizes, the preferred first. A size
 * that is not among the constraints is free: from an empty group to one of all people.
 *
 * Returns: (transfer full) (element-type AtlMixShape): the shapes, empty if none suits
 */
GArray *
atl_mix_conflict_list_shapes (AtlMixProblem          *problem,
                              const AtlMixConstraint *constraints,
                              guint                   n_constraints)
{
  GArray     *shapes = g_array_new (FALSE, FALSE, sizeof (AtlMixShape));
  guint       n = atl_mix_problem_get_n_people (problem);
  guint       n_groups = atl_mix_problem_get_n_groups (problem);
  gboolean    has_min = has_kind (constraints, n_constraints, ATL_MIX_SIZE_MIN);
  gboolean    has_max = has_kind (constraints, n_constraints, ATL_MIX_SIZE_MAX);
  AtlMixShape shape = { n_groups, 0, MAX (n, 1) };

  if (has_min)
    shape.smallest = atl_mix_problem_get_smallest (problem);
  if (has_max)
    shape.largest = MIN (shape.largest, atl_mix_problem_get_largest (problem));
  if (n_groups == 0)
    {
      add_shapes (shapes, n, shape);
      return shapes;
    }
  if (shape.smallest == 0)
    shape.n_groups = MIN (n_groups, MAX (n, 1));
  if ((guint64) shape.n_groups * shape.smallest <= n && (guint64) shape.n_groups * shape.largest >= n)
    g_array_append_val (shapes, shape);
  return shapes;
}

/**
 * atl_mix_conflict_check:
 * @problem: a problem
 * @constraints: (array length=n_constraints): those of its constraints that count
 * @n_constraints: how many
 * @effort: (inout): the steps that may be spent, what is left of them
 *
 * Returns: whether groups exist that hold these constraints
 */
AtlMixAnswer
atl_mix_conflict_check (AtlMixProblem          *problem,
                        const AtlMixConstraint *constraints,
                        guint                   n_constraints,
                        guint64                *effort)
{
  guint                    n = atl_mix_problem_get_n_people (problem);
  g_autoptr (AtlMixBlocks) blocks = atl_mix_blocks_new (n, constraints, n_constraints);
  g_autoptr (GArray)       shapes = atl_mix_conflict_list_shapes (problem, constraints, n_constraints);
  AtlMixAnswer             answer = ATL_MIX_IMPOSSIBLE;

  for (guint i = 0; i < shapes->len && answer != ATL_MIX_POSSIBLE; i++)
    {
      AtlMixAnswer one = atl_mix_search (blocks, g_array_index (shapes, AtlMixShape, i), NULL, effort, NULL);

      answer = one == ATL_MIX_IMPOSSIBLE ? answer : one;
    }
  return answer;
}

static AtlMixAnswer
ask (AtlMixProblem *problem,
     GArray        *constraints,
     guint64       *effort)
{
  guint64      once = MIN (*effort, EFFORT_ONCE);
  guint64      left = once;
  AtlMixAnswer answer = atl_mix_conflict_check (problem,
                                                (const AtlMixConstraint *) (gpointer) constraints->data,
                                                constraints->len,
                                                &left);

  *effort -= once - left;
  return answer;
}

/* Takes away what is not needed for the conflict: in large pieces first, one at a time at last. Tells whether
 * each of those left is known to be needed. */
static gboolean
reduce (GArray        *constraints,
        AtlMixProblem *problem,
        guint64       *effort)
{
  gboolean irreducible = TRUE;

  for (guint piece = MAX (constraints->len / 2, 1); piece > 0; piece /= 2)
    for (guint i = 0; i < constraints->len;)
      {
        guint              length = MIN (piece, constraints->len - i);
        g_autoptr (GArray) rest = g_array_copy (constraints);
        AtlMixAnswer       answer;

        g_array_remove_range (rest, i, length);
        answer = ask (problem, rest, effort);
        irreducible = irreducible && (piece > 1 || answer != ATL_MIX_UNDECIDED);
        if (answer == ATL_MIX_IMPOSSIBLE)
          g_array_remove_range (constraints, i, length);
        else
          i += length;
      }
  return irreducible;
}

static GArray *
shuffle (const GArray *constraints,
         GRand        *rand)
{
  GArray           *copy = g_array_copy ((GArray *) constraints);
  AtlMixConstraint *all = (gpointer) copy->data;

  for (guint i = 1; i < copy->len; i++)
    {
      guint            other = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      AtlMixConstraint one = all[i];

      all[i] = all[other];
      all[other] = one;
    }
  return copy;
}

/* Which set is left depends on the order of the constraints: of several orders the smallest set stays. */
static void
reduce_well (AtlMixConflict *self,
             AtlMixProblem  *problem,
             guint64        *effort)
{
  g_autoptr (GArray) all = g_array_copy (self->constraints);
  g_autoptr (GRand)  rand = g_rand_new_with_seed (1);

  self->irreducible = reduce (self->constraints, problem, effort);
  for (guint i = 0; i < FURTHER_ORDERS && self->constraints->len > SMALL_ENOUGH; i++)
    {
      g_autoptr (GArray) other = shuffle (all, rand);
      gboolean           irreducible = reduce (other, problem, effort);

      if (irreducible < self->irreducible || other->len >= self->constraints->len)
        continue;
      self->irreducible = irreducible;
      g_array_unref (self->constraints);
      self->constraints = g_steal_pointer (&other);
    }
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static void
add_person (GArray *people,
            int     person)
{
  guint value = (guint) person;

  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, guint, i) == value)
      return;
  if (person >= 0)
    g_array_append_val (people, value);
}

static void
list_people (AtlMixConflict *self)
{
  for (guint i = 0; i < self->constraints->len; i++)
    {
      add_person (self->people, g_array_index (self->constraints, AtlMixConstraint, i).a);
      add_person (self->people, g_array_index (self->constraints, AtlMixConstraint, i).b);
    }
  g_array_sort (self->people, compare_people);
}

static guint
count_kind (AtlMixConflict      *self,
            AtlMixConstraintKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->constraints->len; i++)
    n += g_array_index (self->constraints, AtlMixConstraint, i).kind == kind;
  return n;
}

static gboolean
has_one_mark (AtlMixConflict *self)
{
  int mark = -1;

  for (guint i = 0; i < self->constraints->len; i++)
    {
      const AtlMixConstraint *one = &g_array_index (self->constraints, AtlMixConstraint, i);

      if (one->kind == ATL_MIX_MARK && mark >= 0 && one->mark != mark)
        return FALSE;
      mark = one->kind == ATL_MIX_MARK ? one->mark : mark;
    }
  return TRUE;
}

/* Whether the blocks of the people named may not meet, any two of them. */
static gboolean
are_all_apart (AtlMixConflict *self,
               AtlMixBlocks   *blocks)
{
  for (guint i = 0; i < self->people->len; i++)
    for (guint j = 0; j < i; j++)
      {
        gsize s = blocks->of[g_array_index (self->people, guint, i)];
        gsize t = blocks->of[g_array_index (self->people, guint, j)];

        if (s != t && !blocks->apart[s * blocks->n + t])
          return FALSE;
      }
  return TRUE;
}

static gboolean
is_one_block (AtlMixConflict *self,
              AtlMixBlocks   *blocks)
{
  const guint *people = (gpointer) self->people->data;

  for (guint i = 1; i < self->people->len; i++)
    if (blocks->of[people[i]] != blocks->of[people[0]])
      return FALSE;
  return self->people->len > 0;
}

static AtlMixConflictCode
classify (AtlMixConflict *self,
          AtlMixProblem  *problem)
{
  guint                    n_people = atl_mix_problem_get_n_people (problem);
  gpointer                 data = self->constraints->data;
  g_autoptr (AtlMixBlocks) blocks = atl_mix_blocks_new (n_people, data, self->constraints->len);
  guint                    n_marks = count_kind (self, ATL_MIX_MARK);
  guint                    n_apart = count_kind (self, ATL_MIX_APART);
  guint                    n_joined = count_kind (self, ATL_MIX_TOGETHER);
  gboolean                 by_count = self->constraints->len == n_marks + n_apart + n_joined ||
                      atl_mix_problem_get_n_groups (problem) == 0;

  if (n_marks + n_apart + n_joined == 0)
    return ATL_MIX_SIZES_DO_NOT_ADD_UP;
  if (blocks->torn)
    return ATL_MIX_APART_IN_BLOCK;
  if (n_marks + n_apart == 0 && is_one_block (self, blocks))
    return ATL_MIX_BLOCK_TOO_LARGE;
  if (by_count && n_joined + n_apart == 0 && has_one_mark (self))
    return ATL_MIX_TOO_MANY_MARKS;
  if (by_count && are_all_apart (self, blocks))
    return ATL_MIX_TOO_MANY_APART;
  return ATL_MIX_COMBINED;
}

/**
 * atl_mix_conflict_new:
 * @problem: a problem
 *
 * Looks for constraints that cannot hold together: first those that a simple rule finds, few in number, then
 * by taking away one after the other as long as the rest is still impossible (deletion filter). The number of
 * groups is never given up. The work is bounded.
 *
 * Returns: (transfer full): the conflict; its code is %ATL_MIX_NO_CONFLICT if all constraints can hold
 */
AtlMixConflict *
atl_mix_conflict_new (AtlMixProblem *problem)
{
  AtlMixConflict       *self = g_new0 (AtlMixConflict, 1);
  g_autoptr (GPtrArray) suspects = atl_mix_suspects_list (problem);
  guint64               effort = EFFORT_IN_ALL;
  AtlMixAnswer          answer = ATL_MIX_POSSIBLE;

  self->people = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < suspects->len && answer != ATL_MIX_IMPOSSIBLE; i++)
    {
      g_clear_pointer (&self->constraints, g_array_unref);
      self->constraints = g_array_ref (suspects->pdata[i]);
      answer = ask (problem, self->constraints, &effort);
    }
  if (answer != ATL_MIX_IMPOSSIBLE)
    {
      g_array_set_size (self->constraints, 0);
      self->code = answer == ATL_MIX_POSSIBLE ? ATL_MIX_NO_CONFLICT : ATL_MIX_NOT_DECIDED;
      return self;
    }
  reduce_well (self, problem, &effort);
  list_people (self);
  self->code = classify (self, problem);
  return self;
}

/**
 * atl_mix_conflict_free:
 * @self: (transfer full): a conflict
 *
 * Frees it.
 */
void
atl_mix_conflict_free (AtlMixConflict *self)
{
  g_array_unref (self->constraints);
  g_array_unref (self->people);
  g_free (self);
}
