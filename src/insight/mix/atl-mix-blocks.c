/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-blocks.h"

static guint
find_root (guint *parent,
           guint  person)
{
  while (parent[person] != person)
    person = parent[person] = parent[parent[person]];
  return person;
}

/* Numbers the blocks in the order of their first person. */
static void
number_blocks (AtlMixBlocks           *self,
               const AtlMixConstraint *constraints,
               guint                   n_constraints)
{
  g_autofree guint *parent = g_new (guint, self->n_people);
  g_autofree guint *number = g_new (guint, self->n_people);

  for (guint i = 0; i < self->n_people; i++)
    parent[i] = i;
  for (guint i = 0; i < n_constraints; i++)
    if (constraints[i].kind == ATL_MIX_TOGETHER)
      {
        guint a = find_root (parent, (guint) constraints[i].a);
        guint b = find_root (parent, (guint) constraints[i].b);

        parent[MAX (a, b)] = MIN (a, b);
      }
  for (guint i = 0; i < self->n_people; i++)
    {
      guint root = find_root (parent, i);

      if (root == i)
        number[i] = self->n++;
      self->of[i] = number[root];
      self->size[self->of[i]]++;
    }
}

static void
part (AtlMixBlocks *self,
      int           a,
      int           b)
{
  gsize s = self->of[a];
  gsize t = self->of[b];

  if (s == t)
    self->torn = TRUE;
  else if (!self->apart[s * self->n + t])
    {
      self->apart[s * self->n + t] = self->apart[t * self->n + s] = 1;
      self->degree[s]++;
      self->degree[t]++;
    }
}

/**
 * atl_mix_blocks_new:
 * @n_people: how many people
 * @constraints: (array length=n_constraints): what is asked for; sizes are not looked at
 * @n_constraints: how many
 *
 * Joins the people who are to stay together.
 *
 * Returns: (transfer full): the blocks
 */
AtlMixBlocks *
atl_mix_blocks_new (guint                   n_people,
                    const AtlMixConstraint *constraints,
                    guint                   n_constraints)
{
  AtlMixBlocks *self = g_new0 (AtlMixBlocks, 1);

  self->n_people = n_people;
  self->of = g_new0 (guint, n_people);
  self->size = g_new0 (guint, n_people);
  number_blocks (self, constraints, n_constraints);
  self->degree = g_new0 (guint, self->n);
  self->apart = g_new0 (guint8, (gsize) self->n * self->n);
  for (guint i = 0; i < n_constraints; i++)
    {
      const AtlMixConstraint *one = &constraints[i];

      if (one->kind == ATL_MIX_APART)
        part (self, one->a, one->b);
      for (guint j = 0; one->kind == ATL_MIX_MARK && j < i; j++)
        if (constraints[j].kind == ATL_MIX_MARK && constraints[j].mark == one->mark)
          part (self, one->a, constraints[j].a);
    }
  return self;
}

/**
 * atl_mix_blocks_free:
 * @self: (transfer full): blocks
 *
 * Frees them.
 */
void
atl_mix_blocks_free (AtlMixBlocks *self)
{
  g_free (self->of);
  g_free (self->size);
  g_free (self->degree);
  g_free (self->apart);
  g_free (self);
}
