/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draw/atl-draw-bag.h"

struct _AtlDrawBag
{
  GRand      *rand;
  GHashTable *drawn; /* ids */
  char       *last;
};

/**
 * atl_draw_bag_new:
 * @seed: of chance
 *
 * Returns: (transfer full): a bag of which nobody was drawn yet
 */
AtlDrawBag *
atl_draw_bag_new (guint32 seed)
{
  AtlDrawBag *self = g_new0 (AtlDrawBag, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * atl_draw_bag_free:
 * @self: (transfer full): a bag
 */
void
atl_draw_bag_free (AtlDrawBag *self)
{
  g_rand_free (self->rand);
  g_hash_table_unref (self->drawn);
  g_free (self->last);
  g_free (self);
}

static GPtrArray *
dup_left (AtlDrawBag *self,
          GPtrArray  *ids)
{
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_contains (self->drawn, ids->pdata[i]))
      g_ptr_array_add (left, ids->pdata[i]);
  return left;
}

/* A new round of these; whoever was drawn last is not the first of it again. */
static GPtrArray *
dup_new_round (AtlDrawBag *self,
               GPtrArray  *ids)
{
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      g_hash_table_remove (self->drawn, ids->pdata[i]);
      if (ids->len == 1 || g_strcmp0 (ids->pdata[i], self->last) != 0)
        g_ptr_array_add (left, ids->pdata[i]);
    }
  return left;
}

/**
 * atl_draw_bag_draw:
 * @self: a bag
 * @ids: (element-type utf8): who can be drawn now
 *
 * Draws by chance among those of @ids who were not drawn since all of them were.
 *
 * Returns: (transfer none) (nullable): one of @ids, %NULL if there are none
 */
const char *
atl_draw_bag_draw (AtlDrawBag *self,
                   GPtrArray  *ids)
{
  g_autoptr (GPtrArray) left = dup_left (self, ids);
  const char           *id;

  if (ids->len == 0)
    return NULL;
  if (left->len == 0)
    {
      g_ptr_array_unref (left);
      left = dup_new_round (self, ids);
    }
  id = left->pdata[g_rand_int_range (self->rand, 0, (gint32) left->len)];
  g_hash_table_add (self->drawn, g_strdup (id));
  g_free (self->last);
  self->last = g_strdup (id);
  return id;
}

/**
 * atl_draw_bag_put_back:
 * @self: a bag
 * @id: who was drawn in vain
 *
 * They have their turn still to come.
 */
void
atl_draw_bag_put_back (AtlDrawBag *self,
                       const char *id)
{
  g_hash_table_remove (self->drawn, id);
}

/**
 * atl_draw_bag_count_left:
 * @self: a bag
 * @ids: (element-type utf8): who can be drawn now
 *
 * Returns: how many of @ids are still to come in this round
 */
guint
atl_draw_bag_count_left (AtlDrawBag *self,
                         GPtrArray  *ids)
{
  g_autoptr (GPtrArray) left = dup_left (self, ids);

  return left->len;
}
