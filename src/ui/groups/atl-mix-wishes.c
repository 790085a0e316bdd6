/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-wishes.h"

#include "util/atl-fold.h"

struct _AtlMixWishes
{
  GPtrArray *all; /* of AtlMixWish */
};

static void
wish_free (gpointer data)
{
  AtlMixWish *wish = data;

  g_free (wish->a);
  g_free (wish->b);
  g_free (wish->mark);
  g_free (wish);
}

/**
 * atl_mix_wishes_new:
 *
 * Returns: (transfer full): no wishes yet
 */
AtlMixWishes *
atl_mix_wishes_new (void)
{
  AtlMixWishes *self = g_new0 (AtlMixWishes, 1);

  self->all = g_ptr_array_new_with_free_func (wish_free);
  return self;
}

/**
 * atl_mix_wishes_free:
 * @self: (transfer full): wishes
 */
void
atl_mix_wishes_free (AtlMixWishes *self)
{
  g_ptr_array_unref (self->all);
  g_free (self);
}

/**
 * atl_mix_wishes_get_n:
 * @self: wishes
 *
 * Returns: how many there are; a mark counts once for each of its people
 */
guint
atl_mix_wishes_get_n (AtlMixWishes *self)
{
  return self->all->len;
}

/**
 * atl_mix_wishes_get:
 * @self: wishes
 * @i: which one
 *
 * Returns: (transfer none): it
 */
const AtlMixWish *
atl_mix_wishes_get (AtlMixWishes *self,
                    guint         i)
{
  g_return_val_if_fail (i < self->all->len, NULL);

  return self->all->pdata[i];
}

static gboolean
is_same_mark (const char *a,
              const char *b)
{
  g_autofree char *first = a != NULL ? atl_fold (a) : NULL;
  g_autofree char *second = b != NULL ? atl_fold (b) : NULL;

  return g_strcmp0 (first, second) == 0;
}

static gboolean
is_pair (const AtlMixWish *wish,
         const char       *a,
         const char       *b)
{
  return (g_strcmp0 (wish->a, a) == 0 && g_strcmp0 (wish->b, b) == 0) ||
         (g_strcmp0 (wish->a, b) == 0 && g_strcmp0 (wish->b, a) == 0);
}

static gboolean
add (AtlMixWishes        *self,
     AtlMixConstraintKind kind,
     const char          *a,
     const char          *b,
     const char          *mark)
{
  AtlMixWish *wish;

  for (guint i = 0; i < self->all->len; i++)
    {
      const AtlMixWish *known = self->all->pdata[i];

      if (known->kind == kind && is_pair (known, a, b) && is_same_mark (known->mark, mark))
        return FALSE;
    }
  wish = g_new (AtlMixWish, 1);
  *wish = (AtlMixWish){ kind, g_strdup (a), g_strdup (b), g_strdup (mark) };
  g_ptr_array_add (self->all, wish);
  return TRUE;
}

/**
 * atl_mix_wishes_add_pair:
 * @self: wishes
 * @kind: %ATL_MIX_TOGETHER or %ATL_MIX_APART
 * @a: the id of a person
 * @b: the id of another
 *
 * Returns: %FALSE if that was asked for already, or is about one person only
 */
gboolean
atl_mix_wishes_add_pair (AtlMixWishes        *self,
                         AtlMixConstraintKind kind,
                         const char          *a,
                         const char          *b)
{
  return !g_str_equal (a, b) && add (self, kind, a, b, NULL);
}

/**
 * atl_mix_wishes_add_mark:
 * @self: wishes
 * @mark: what the person is, “scribe”; capital letters and accents make no difference
 * @person: the id of the person
 *
 * Returns: %FALSE if that was asked for already
 */
gboolean
atl_mix_wishes_add_mark (AtlMixWishes *self,
                         const char   *mark,
                         const char   *person)
{
  return add (self, ATL_MIX_MARK, person, NULL, mark);
}

/**
 * atl_mix_wishes_remove:
 * @self: wishes
 * @i: which one
 */
void
atl_mix_wishes_remove (AtlMixWishes *self,
                       guint         i)
{
  g_return_if_fail (i < self->all->len);

  g_ptr_array_remove_index (self->all, i);
}

/**
 * atl_mix_wishes_remove_mark:
 * @self: wishes
 * @mark: the name of a mark
 *
 * Takes the mark from everybody.
 */
void
atl_mix_wishes_remove_mark (AtlMixWishes *self,
                            const char   *mark)
{
  for (guint i = self->all->len; i > 0; i--)
    {
      const AtlMixWish *wish = self->all->pdata[i - 1];

      if (wish->kind == ATL_MIX_MARK && is_same_mark (wish->mark, mark))
        g_ptr_array_remove_index (self->all, i - 1);
    }
}

/**
 * atl_mix_wishes_dup_marks:
 * @self: wishes
 *
 * Returns: (transfer full) (element-type utf8): the name of each mark once, borrowed; a mark is known to a
 * problem by its position here
 */
GPtrArray *
atl_mix_wishes_dup_marks (AtlMixWishes *self)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    {
      const AtlMixWish *wish = self->all->pdata[i];
      guint             known = 0;

      if (wish->kind != ATL_MIX_MARK)
        continue;
      while (known < marks->len && !is_same_mark (marks->pdata[known], wish->mark))
        known++;
      if (known == marks->len)
        g_ptr_array_add (marks, wish->mark);
    }
  return marks;
}

static guint
find_mark (GPtrArray  *marks,
           const char *mark)
{
  guint i = 0;

  while (i < marks->len && !is_same_mark (marks->pdata[i], mark))
    i++;
  return i;
}

/**
 * atl_mix_wishes_find_mark:
 * @self: wishes
 * @mark: the name of a mark
 *
 * Returns: its position among the marks, their number if nobody bears it
 */
guint
atl_mix_wishes_find_mark (AtlMixWishes *self,
                          const char   *mark)
{
  g_autoptr (GPtrArray) marks = atl_mix_wishes_dup_marks (self);

  return find_mark (marks, mark);
}

/**
 * atl_mix_wishes_apply:
 * @self: wishes
 * @roster: who is there
 * @problem: the problem to add them to
 *
 * Wishes about somebody who is not there ask nothing.
 */
void
atl_mix_wishes_apply (AtlMixWishes  *self,
                      AtlMixRoster  *roster,
                      AtlMixProblem *problem)
{
  g_autoptr (GPtrArray) marks = atl_mix_wishes_dup_marks (self);

  for (guint i = 0; i < self->all->len; i++)
    {
      const AtlMixWish *wish = self->all->pdata[i];
      int               a = atl_mix_roster_find (roster, wish->a);
      int               b = wish->b != NULL ? atl_mix_roster_find (roster, wish->b) : 0;

      if (a < 0 || b < 0)
        continue;
      if (wish->kind == ATL_MIX_MARK)
        atl_mix_problem_add_mark (problem, find_mark (marks, wish->mark), (guint) a);
      else if (wish->kind == ATL_MIX_TOGETHER)
        atl_mix_problem_keep_together (problem, (guint) a, (guint) b);
      else
        atl_mix_problem_keep_apart (problem, (guint) a, (guint) b);
    }
}

static const char *
get_id (AtlMixRoster *roster,
        int           person)
{
  return person >= 0 ? atl_item_get_id (roster->people->pdata[person]) : NULL;
}

/**
 * atl_mix_wishes_drop:
 * @self: wishes
 * @roster: who is there
 * @constraint: a constraint that one of them made
 *
 * Removes the wish.
 *
 * Returns: %FALSE if no wish made it
 */
gboolean
atl_mix_wishes_drop (AtlMixWishes           *self,
                     AtlMixRoster           *roster,
                     const AtlMixConstraint *constraint)
{
  g_autoptr (GPtrArray) marks = atl_mix_wishes_dup_marks (self);
  const char           *a = get_id (roster, constraint->a);
  const char           *b = get_id (roster, constraint->b);

  for (guint i = 0; i < self->all->len; i++)
    {
      const AtlMixWish *wish = self->all->pdata[i];

      if (wish->kind != constraint->kind || !is_pair (wish, a, b))
        continue;
      if (wish->kind == ATL_MIX_MARK && find_mark (marks, wish->mark) != (guint) constraint->mark)
        continue;
      atl_mix_wishes_remove (self, i);
      return TRUE;
    }
  return FALSE;
}
