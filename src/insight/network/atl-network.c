/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-network-builder.h"

#include <stdlib.h>

/**
 * atl_network_ref:
 * @self: a network
 *
 * Returns: (transfer full): @self
 */
AtlNetwork *
atl_network_ref (AtlNetwork *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
free_nodes (AtlNetwork *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_free (self->nodes[i].id);
      g_free (self->nodes[i].label);
      g_free (self->nodes[i].person);
      g_free (self->nodes[i].name);
    }
  g_free (self->nodes);
}

/**
 * atl_network_unref:
 * @self: (transfer full): a network
 */
void
atl_network_unref (AtlNetwork *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  free_nodes (self);
  for (guint i = 0; i < self->n_silos; i++)
    {
      g_free (self->silos[i].id);
      g_free (self->silos[i].name);
    }
  for (guint i = 0; i < self->n_entries; i++)
    g_free (self->entries[i].id);
  g_free (self->silos);
  g_free (self->entries);
  g_free (self->arcs);
  g_free (self->needs);
  g_free (self->starts);
  g_free (self->neighbors);
  g_free (self->strengths);
  g_free (self);
}

/* Finds the strength of an arc in arcs that are sorted by their ends, 0 if there is none. */
static guint
find_strength (const AtlNetworkArc *arcs,
               guint                n_arcs,
               guint                from,
               guint                to)
{
  guint low = 0;
  guint high = n_arcs;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (arcs[middle].from < from || (arcs[middle].from == from && arcs[middle].to < to))
        low = middle + 1;
      else
        high = middle;
    }
  return low < n_arcs && arcs[low].from == from && arcs[low].to == to ? arcs[low].strength : 0;
}

/**
 * atl_network_get_strength:
 * @self: a network
 * @from: index of a node
 * @to: index of a node
 *
 * Returns: w, 1 to 5; 0 if there is no active link that way
 */
guint
atl_network_get_strength (AtlNetwork *self,
                          guint       from,
                          guint       to)
{
  return find_strength (self->arcs, self->n_arcs, from, to);
}

/**
 * atl_network_get_pair_strength:
 * @self: a network
 * @a: index of a node
 * @b: index of a node
 *
 * Returns: u, 1 to 5; 0 if the two are not linked
 */
guint
atl_network_get_pair_strength (AtlNetwork *self,
                               guint       a,
                               guint       b)
{
  return MAX (atl_network_get_strength (self, a, b), atl_network_get_strength (self, b, a));
}

/**
 * atl_network_get_need:
 * @self: a network
 * @a: index of a node
 * @b: index of a node
 *
 * Returns: ν, 1 to 5; 0 if no need between the two is stated
 */
guint
atl_network_get_need (AtlNetwork *self,
                      guint       a,
                      guint       b)
{
  return find_strength (self->needs, self->n_needs, MIN (a, b), MAX (a, b));
}

/**
 * atl_network_is_cross:
 * @self: a network
 * @a: index of a node
 * @b: index of a node
 *
 * Returns: whether both have a silo, and not the same
 */
gboolean
atl_network_is_cross (AtlNetwork *self,
                      guint       a,
                      guint       b)
{
  int first = self->nodes[a].silo;
  int second = self->nodes[b].silo;

  return first >= 0 && second >= 0 && first != second;
}

/* The first entry whose ends are not before (low, high). */
static guint
find_entry (AtlNetwork *self,
            guint       low,
            guint       high)
{
  guint begin = 0;
  guint end = self->n_entries;

  while (begin < end)
    {
      guint                  middle = begin + (end - begin) / 2;
      const AtlNetworkEntry *entry = &self->entries[middle];
      guint                  lower = MIN (entry->from, entry->to);

      if (lower < low || (lower == low && MAX (entry->from, entry->to) < high))
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

static gboolean
is_need (const AtlNetworkEntry *entry)
{
  return entry->kind == ATL_LINK_KIND_BLOCKED || entry->kind == ATL_LINK_KIND_MISSING;
}

/**
 * atl_network_dup_link_ids:
 * @self: a network
 * @a: index of a node
 * @b: index of a node
 * @needs: whether the needs are wanted, not the active links
 *
 * Returns: (transfer full): the ids of the links between the two, either way, as they are drawn
 */
char **
atl_network_dup_link_ids (AtlNetwork *self,
                          guint       a,
                          guint       b,
                          gboolean    needs)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = find_entry (self, MIN (a, b), MAX (a, b)); i < self->n_entries; i++)
    {
      const AtlNetworkEntry *entry = &self->entries[i];

      if (MIN (entry->from, entry->to) != MIN (a, b) || MAX (entry->from, entry->to) != MAX (a, b))
        break;
      if (is_need (entry) == needs && entry->id != NULL)
        g_strv_builder_add (ids, entry->id);
    }
  return g_strv_builder_end (ids);
}

static void
copy_node (AtlNetworkBuilder    *builder,
           const AtlNetworkNode *node)
{
  guint copy = atl_network_builder_add_node (builder, node->id, node->label, node->silo);

  atl_network_builder_set_person (builder, copy, node->person, node->name);
  atl_network_builder_set_node (builder, copy, node->external, node->present);
}

/**
 * atl_network_dup_subset:
 * @self: a network
 * @keep: (array): for each node, whether it is wanted
 *
 * Makes the network of some of the nodes and of the links among them. The nodes keep their order; silos that
 * lose all of theirs are left out.
 *
 * Returns: (transfer full): the network
 */
AtlNetwork *
atl_network_dup_subset (AtlNetwork     *self,
                        const gboolean *keep)
{
  AtlNetworkBuilder *builder = atl_network_builder_new ();
  g_autofree guint  *moved = g_new (guint, self->n_nodes + 1);
  guint              n = 0;

  atl_network_builder_set_feedback (builder, TRUE);
  for (guint i = 0; i < self->n_silos; i++)
    {
      atl_network_builder_add_silo (builder, self->silos[i].id, self->silos[i].name);
      atl_network_builder_set_silo (builder, i, self->silos[i].external, self->silos[i].factory);
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      moved[i] = keep[i] ? n++ : G_MAXUINT;
      if (keep[i])
        copy_node (builder, &self->nodes[i]);
    }
  for (guint i = 0; i < self->n_entries; i++)
    {
      const AtlNetworkEntry *entry = &self->entries[i];

      if (keep[entry->from] && keep[entry->to])
        atl_network_builder_add_link (builder, entry->id, moved[entry->from], moved[entry->to],
                                      entry->kind, (int) entry->strength);
    }
  return atl_network_builder_end (builder);
}
