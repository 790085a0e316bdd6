/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-network-builder.h"

#include <stdlib.h>
#include <string.h>

struct _AtlNetworkBuilder
{
  GArray  *silos;
  GArray  *nodes;
  GArray  *entries;
  gboolean feedback;
};

static void
clear_silo (gpointer data)
{
  AtlNetworkSilo *silo = data;

  g_free (silo->id);
  g_free (silo->name);
}

static void
clear_node (gpointer data)
{
  AtlNetworkNode *node = data;

  g_free (node->id);
  g_free (node->label);
  g_free (node->person);
  g_free (node->name);
}

static void
clear_entry (gpointer data)
{
  g_free (((AtlNetworkEntry *) data)->id);
}

/**
 * atl_network_builder_new:
 *
 * Returns: (transfer full): a builder that holds nothing yet
 */
AtlNetworkBuilder *
atl_network_builder_new (void)
{
  AtlNetworkBuilder *self = g_new0 (AtlNetworkBuilder, 1);

  self->silos = g_array_new (FALSE, FALSE, sizeof (AtlNetworkSilo));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (AtlNetworkNode));
  self->entries = g_array_new (FALSE, FALSE, sizeof (AtlNetworkEntry));
  g_array_set_clear_func (self->silos, clear_silo);
  g_array_set_clear_func (self->nodes, clear_node);
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

/**
 * atl_network_builder_free:
 * @self: (transfer full): a builder that is not wanted any more; atl_network_builder_end() frees it, too
 */
void
atl_network_builder_free (AtlNetworkBuilder *self)
{
  g_array_unref (self->silos);
  g_array_unref (self->nodes);
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * atl_network_builder_set_feedback:
 * @self: a builder
 * @counts: whether links of the kind `feedback`, added from now on, are active ones, as on the feedback board
 */
void
atl_network_builder_set_feedback (AtlNetworkBuilder *self,
                                  gboolean           counts)
{
  self->feedback = counts;
}

/**
 * atl_network_builder_add_silo:
 * @self: a builder
 * @id: its id
 * @name: its name
 *
 * Returns: the index to give to atl_network_builder_add_node(). In the network the silos keep their
 *   order, but those without a node are left out.
 */
guint
atl_network_builder_add_silo (AtlNetworkBuilder *self,
                              const char        *id,
                              const char        *name)
{
  AtlNetworkSilo silo = { g_strdup (id), g_strdup (name), 0, FALSE, FALSE };

  g_array_append_val (self->silos, silo);
  return self->silos->len - 1;
}

/**
 * atl_network_builder_set_silo:
 * @self: a builder
 * @silo: index of a silo
 * @external: whether it is outside the organization
 * @factory: whether it is the digital factory
 */
void
atl_network_builder_set_silo (AtlNetworkBuilder *self,
                              guint              silo,
                              gboolean           external,
                              gboolean           factory)
{
  AtlNetworkSilo *data = NULL;

  g_return_if_fail (silo < self->silos->len);

  data = &g_array_index (self->silos, AtlNetworkSilo, silo);
  data->external = external;
  data->factory = factory;
}

/**
 * atl_network_builder_add_node:
 * @self: a builder
 * @id: its id
 * @label: what the map shows
 * @silo: index of its silo, -1 (or any index that is none) for a node without one
 *
 * Returns: the index of the node, in the network as well
 */
guint
atl_network_builder_add_node (AtlNetworkBuilder *self,
                              const char        *id,
                              const char        *label,
                              int                silo)
{
  gboolean       known = silo >= 0 && (guint) silo < self->silos->len;
  AtlNetworkNode node = { 0 };

  node.id = g_strdup (id);
  node.label = g_strdup (label);
  node.name = g_strdup (label);
  node.silo = known ? silo : -1;
  node.present = TRUE;
  if (known)
    g_array_index (self->silos, AtlNetworkSilo, silo).n_nodes++;
  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

/**
 * atl_network_builder_set_person:
 * @self: a builder
 * @node: index of a node
 * @person: (nullable): id of the person that it stands for
 * @name: the name of that person
 */
void
atl_network_builder_set_person (AtlNetworkBuilder *self,
                                guint              node,
                                const char        *person,
                                const char        *name)
{
  AtlNetworkNode *data = NULL;

  g_return_if_fail (node < self->nodes->len);

  data = &g_array_index (self->nodes, AtlNetworkNode, node);
  g_free (data->person);
  g_free (data->name);
  data->person = g_strdup (person);
  data->name = g_strdup (name);
}

/**
 * atl_network_builder_set_node:
 * @self: a builder
 * @node: index of a node
 * @external: whether it is a partner or freelance
 * @present: whether it declared links itself
 */
void
atl_network_builder_set_node (AtlNetworkBuilder *self,
                              guint              node,
                              gboolean           external,
                              gboolean           present)
{
  AtlNetworkNode *data = NULL;

  g_return_if_fail (node < self->nodes->len);

  data = &g_array_index (self->nodes, AtlNetworkNode, node);
  data->external = external;
  data->present = present;
}

static gboolean
is_need (AtlLinkKind kind)
{
  return kind == ATL_LINK_KIND_BLOCKED || kind == ATL_LINK_KIND_MISSING;
}

static gboolean
is_active (AtlNetworkBuilder *self,
           AtlLinkKind        kind)
{
  return kind == ATL_LINK_KIND_HANDOFF || kind == ATL_LINK_KIND_SHARED || kind == ATL_LINK_KIND_INFORMATION ||
         (kind == ATL_LINK_KIND_FEEDBACK && self->feedback);
}

/**
 * atl_network_builder_add_link:
 * @self: a builder
 * @id: (nullable): its id, %NULL for none
 * @from: index of the giver
 * @to: index of the receiver
 * @kind: its kind; `shared` counts both ways, needs are kept apart, kinds that are neither are passed over
 * @strength: 1 to 5, others are brought into that range
 *
 * Links of a node with itself and links to nodes that there are not are passed over.
 */
void
atl_network_builder_add_link (AtlNetworkBuilder *self,
                              const char        *id,
                              guint              from,
                              guint              to,
                              AtlLinkKind        kind,
                              int                strength)
{
  AtlNetworkEntry entry = { NULL, from, to, kind, (guint) CLAMP (strength, 1, 5) };

  if (from == to || from >= self->nodes->len || to >= self->nodes->len)
    return;
  if (!is_need (kind) && !is_active (self, kind))
    return;
  entry.id = g_strdup (id);
  g_array_append_val (self->entries, entry);
}

/* Silos that nobody belongs to go, the indices of the others move down. */
static void
pack_silos (AtlNetworkBuilder *self)
{
  g_autofree int *moved = g_new (int, self->silos->len + 1);
  guint           n = 0;

  for (guint i = 0; i < self->silos->len; i++)
    {
      AtlNetworkSilo *silo = &g_array_index (self->silos, AtlNetworkSilo, i);

      moved[i] = (int) n;
      if (silo->n_nodes == 0)
        clear_silo (silo);
      else
        g_array_index (self->silos, AtlNetworkSilo, n++) = *silo;
    }
  g_array_set_clear_func (self->silos, NULL);
  g_array_set_size (self->silos, n);
  g_array_set_clear_func (self->silos, clear_silo);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      AtlNetworkNode *node = &g_array_index (self->nodes, AtlNetworkNode, i);

      node->silo = node->silo >= 0 ? moved[node->silo] : -1;
    }
}

static int
compare_arcs (gconstpointer a,
              gconstpointer b)
{
  const AtlNetworkArc *first = a;
  const AtlNetworkArc *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const AtlNetworkEntry *first = a;
  const AtlNetworkEntry *second = b;
  AtlNetworkArc          left = { MIN (first->from, first->to), MAX (first->from, first->to), 0 };
  AtlNetworkArc          right = { MIN (second->from, second->to), MAX (second->from, second->to), 0 };
  int                    order = compare_arcs (&left, &right);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

/* Sorts the arcs and makes one, the strongest, of those with the same ends. Consumes the array. */
static AtlNetworkArc *
merge_arcs (GArray *arcs,
            guint  *n_arcs)
{
  AtlNetworkArc *data = (AtlNetworkArc *) (gpointer) arcs->data;
  guint          n = 0;

  if (arcs->len > 0)
    qsort (data, arcs->len, sizeof *data, compare_arcs);
  for (guint i = 0; i < arcs->len; i++)
    if (n > 0 && compare_arcs (&data[n - 1], &data[i]) == 0)
      data[n - 1].strength = MAX (data[n - 1].strength, data[i].strength);
    else
      data[n++] = data[i];
  *n_arcs = n;
  return (AtlNetworkArc *) (gpointer) g_array_free (arcs, FALSE);
}

static void
append_arc (GArray *arcs,
            guint   from,
            guint   to,
            guint   strength)
{
  AtlNetworkArc arc = { from, to, strength };

  g_array_append_val (arcs, arc);
}

static void
make_arcs (AtlNetwork *network)
{
  GArray *arcs = g_array_new (FALSE, FALSE, sizeof (AtlNetworkArc));
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (AtlNetworkArc));

  for (guint i = 0; i < network->n_entries; i++)
    {
      const AtlNetworkEntry *entry = &network->entries[i];

      if (is_need (entry->kind))
        append_arc (needs, MIN (entry->from, entry->to), MAX (entry->from, entry->to), entry->strength);
      else
        append_arc (arcs, entry->from, entry->to, entry->strength);
      if (entry->kind == ATL_LINK_KIND_SHARED)
        append_arc (arcs, entry->to, entry->from, entry->strength);
    }
  network->arcs = merge_arcs (arcs, &network->n_arcs);
  network->needs = merge_arcs (needs, &network->n_needs);
}

static void
make_pairs (AtlNetwork *network)
{
  GArray                   *both = g_array_new (FALSE, FALSE, sizeof (AtlNetworkArc));
  g_autofree AtlNetworkArc *merged = NULL;
  guint                     n = 0;

  for (guint i = 0; i < network->n_arcs; i++)
    {
      append_arc (both, network->arcs[i].from, network->arcs[i].to, network->arcs[i].strength);
      append_arc (both, network->arcs[i].to, network->arcs[i].from, network->arcs[i].strength);
    }
  merged = merge_arcs (both, &n);
  network->n_pairs = n / 2;
  network->starts = g_new0 (guint, network->n_nodes + 1);
  network->neighbors = g_new (guint, n);
  network->strengths = g_new (guint8, n);
  for (guint i = 0; i < n; i++)
    {
      network->starts[merged[i].from + 1]++;
      network->neighbors[i] = merged[i].to;
      network->strengths[i] = (guint8) merged[i].strength;
    }
  for (guint i = 0; i < network->n_nodes; i++)
    network->starts[i + 1] += network->starts[i];
}

/**
 * atl_network_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the network of what was added
 */
AtlNetwork *
atl_network_builder_end (AtlNetworkBuilder *self)
{
  AtlNetwork *network = g_new0 (AtlNetwork, 1);

  pack_silos (self);
  if (self->entries->len > 0)
    qsort (self->entries->data, self->entries->len, sizeof (AtlNetworkEntry), compare_entries);
  g_atomic_ref_count_init (&network->ref_count);
  network->n_silos = self->silos->len;
  network->n_nodes = self->nodes->len;
  network->n_entries = self->entries->len;
  network->silos = (AtlNetworkSilo *) (gpointer) g_array_free (self->silos, FALSE);
  network->nodes = (AtlNetworkNode *) (gpointer) g_array_free (self->nodes, FALSE);
  network->entries = (AtlNetworkEntry *) (gpointer) g_array_free (self->entries, FALSE);
  g_free (self);
  make_arcs (network);
  make_pairs (network);
  return network;
}
