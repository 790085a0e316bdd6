/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-blocks.h"

#include <stdlib.h>

static int
compare_blocks (gconstpointer a,
                gconstpointer b)
{
  const AtlBlock *first = a;
  const AtlBlock *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

/* Returns a block with the silos of two nodes and nothing in it; FALSE if one of them has none. */
static gboolean
make_block (AtlNetwork *network,
            guint       from,
            guint       to,
            AtlBlock   *block)
{
  int first = network->nodes[from].silo;
  int second = network->nodes[to].silo;

  *block = (AtlBlock){ 0 };
  if (first < 0 || second < 0)
    return FALSE;
  block->from = (guint) first;
  block->to = (guint) second;
  return TRUE;
}

static void
order_ends (AtlBlock *block)
{
  guint from = block->from;

  block->from = MIN (from, block->to);
  block->to = MAX (from, block->to);
}

static void
add_arcs (AtlNetwork *network,
          GArray     *blocks)
{
  for (guint i = 0; i < network->n_arcs; i++)
    {
      AtlBlock block;

      if (!make_block (network, network->arcs[i].from, network->arcs[i].to, &block))
        continue;
      block.n_arcs = 1;
      block.strength = network->arcs[i].strength;
      g_array_append_val (blocks, block);
    }
}

static void
add_pairs (AtlNetwork *network,
           GArray     *blocks)
{
  for (guint node = 0; node < network->n_nodes; node++)
    for (guint i = network->starts[node]; i < network->starts[node + 1]; i++)
      {
        AtlBlock block;

        if (network->neighbors[i] < node || !make_block (network, node, network->neighbors[i], &block))
          continue;
        order_ends (&block);
        block.n_pairs = 1;
        g_array_append_val (blocks, block);
      }
}

static void
add_needs (AtlNetwork *network,
           GArray     *blocks)
{
  for (guint i = 0; i < network->n_needs; i++)
    {
      AtlBlock block;

      if (!make_block (network, network->needs[i].from, network->needs[i].to, &block))
        continue;
      order_ends (&block);
      block.n_needs = 1;
      block.needs = network->needs[i].strength;
      g_array_append_val (blocks, block);
    }
}

static void
add_block (AtlBlock       *block,
           const AtlBlock *other)
{
  block->n_arcs += other->n_arcs;
  block->strength += other->strength;
  block->n_pairs += other->n_pairs;
  block->n_needs += other->n_needs;
  block->needs += other->needs;
}

/**
 * atl_blocks_new:
 * @network: a network
 *
 * Sums up the links, linked pairs and needs of a network by the silos of their ends; those with an end that
 * has no silo are left out.
 *
 * Returns: (transfer full): the blocks
 */
AtlBlocks *
atl_blocks_new (AtlNetwork *network)
{
  AtlBlocks *self = g_new0 (AtlBlocks, 1);
  GArray    *all = g_array_new (FALSE, FALSE, sizeof (AtlBlock));
  AtlBlock  *data = NULL;

  add_arcs (network, all);
  add_pairs (network, all);
  add_needs (network, all);
  data = (AtlBlock *) (gpointer) all->data;
  if (all->len > 0)
    qsort (data, all->len, sizeof *data, compare_blocks);
  for (guint i = 0; i < all->len; i++)
    if (self->n_blocks > 0 && compare_blocks (&data[self->n_blocks - 1], &data[i]) == 0)
      add_block (&data[self->n_blocks - 1], &data[i]);
    else
      data[self->n_blocks++] = data[i];
  self->blocks = (AtlBlock *) (gpointer) g_array_free (all, FALSE);
  return self;
}

/**
 * atl_blocks_free:
 * @self: (transfer full): the blocks
 */
void
atl_blocks_free (AtlBlocks *self)
{
  g_free (self->blocks);
  g_free (self);
}

/**
 * atl_blocks_get:
 * @self: the blocks
 * @from: a silo
 * @to: a silo; pairs and needs stand where @from is the lower index
 *
 * Returns: the block, empty if nothing is in it
 */
AtlBlock
atl_blocks_get (AtlBlocks *self,
                guint      from,
                guint      to)
{
  AtlBlock  empty = { from, to, 0, 0, 0, 0, 0 };
  AtlBlock *found = NULL;

  if (self->n_blocks > 0)
    found = bsearch (&empty, self->blocks, self->n_blocks, sizeof empty, compare_blocks);
  return found != NULL ? *found : empty;
}
