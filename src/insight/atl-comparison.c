/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-comparison.h"

#include <math.h>
#include <stdlib.h>

/* w of a directed link if it goes across silos, else 0. */
static guint
get_cross (AtlNetwork *network,
           guint       from,
           guint       to)
{
  return atl_network_is_cross (network, from, to) ? atl_network_get_strength (network, from, to) : 0;
}

static void
add_link (GArray *links,
          guint   from,
          guint   to,
          guint   before,
          guint   after)
{
  AtlLinkChange change = { ATL_LINK_CHANGE_SAME, from, to, before, after };

  if (before == 0)
    change.kind = ATL_LINK_CHANGE_NEW;
  else if (after == 0)
    change.kind = ATL_LINK_CHANGE_LOST;
  else if (before != after)
    change.kind = after > before ? ATL_LINK_CHANGE_STRONGER : ATL_LINK_CHANGE_WEAKER;
  g_array_append_val (links, change);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const AtlLinkChange *first = a;
  const AtlLinkChange *second = b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

static void
collect_links (AtlComparison *self,
               AtlNetwork    *before,
               AtlNetwork    *after,
               AtlMatching   *matching)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (AtlLinkChange));

  for (guint i = 0; i < before->n_arcs; i++)
    {
      const AtlNetworkArc *arc = &before->arcs[i];
      guint                from = matching->after[arc->from];
      guint                to = matching->after[arc->to];

      if (from != ATL_MATCHING_NONE && to != ATL_MATCHING_NONE && get_cross (before, arc->from, arc->to) > 0)
        add_link (links, from, to, arc->strength, get_cross (after, from, to));
    }
  for (guint i = 0; i < after->n_arcs; i++)
    {
      const AtlNetworkArc *arc = &after->arcs[i];
      guint                from = matching->before[arc->from];
      guint                to = matching->before[arc->to];

      if (from == ATL_MATCHING_NONE || to == ATL_MATCHING_NONE || get_cross (after, arc->from, arc->to) == 0)
        continue;
      if (get_cross (before, from, to) == 0)
        add_link (links, arc->from, arc->to, 0, arc->strength);
    }
  if (links->len > 0)
    qsort (links->data, links->len, sizeof (AtlLinkChange), compare_links);
  self->n_links = links->len;
  self->links = (AtlLinkChange *) (gpointer) g_array_free (links, FALSE);
}

static void
count_links (AtlComparison *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->n_links; i++)
    {
      AtlLinkChangeKind kind = self->links[i].kind;

      self->counts[kind]++;
      kept += kind != ATL_LINK_CHANGE_NEW && kind != ATL_LINK_CHANGE_LOST;
    }
  self->stability = self->n_links > 0 ? (double) kept / self->n_links : (double) NAN;
}

/* A need became an active pair. Where the two were linked already, it is met when nobody states it any
 * more. */
static gboolean
is_met (AtlNetwork          *before,
        AtlNetwork          *after,
        const AtlNetworkArc *need,
        guint                a,
        guint                b)
{
  if (atl_network_get_pair_strength (after, a, b) == 0)
    return FALSE;
  return atl_network_get_pair_strength (before, need->from, need->to) == 0 ||
         atl_network_get_need (after, a, b) == 0;
}

static int
compare_needs (gconstpointer a,
               gconstpointer b)
{
  const AtlNeedChange *first = a;
  const AtlNeedChange *second = b;

  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;
  return first->b < second->b ? -1 : first->b > second->b;
}

static void
collect_needs (AtlComparison *self,
               AtlNetwork    *before,
               AtlNetwork    *after,
               AtlMatching   *matching)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (AtlNeedChange));

  for (guint i = 0; i < before->n_needs; i++)
    {
      const AtlNetworkArc *need = &before->needs[i];
      guint                a = matching->after[need->from];
      guint                b = matching->after[need->to];
      AtlNeedChange        change = { MIN (a, b), MAX (a, b), need->strength, FALSE };

      if (a == ATL_MATCHING_NONE || b == ATL_MATCHING_NONE)
        continue;
      change.met = is_met (before, after, need, a, b);
      self->n_met += change.met;
      g_array_append_val (needs, change);
    }
  if (needs->len > 0)
    qsort (needs->data, needs->len, sizeof (AtlNeedChange), compare_needs);
  self->n_needs = needs->len;
  self->needs = (AtlNeedChange *) (gpointer) g_array_free (needs, FALSE);
}

static AtlMeasures *
measure_common (AtlNetwork   *network,
                const guint  *matched,
                GCancellable *cancellable)
{
  g_autofree gboolean   *keep = g_new0 (gboolean, network->n_nodes + 1);
  g_autoptr (AtlNetwork) common = NULL;

  for (guint i = 0; i < network->n_nodes; i++)
    keep[i] = matched[i] != ATL_MATCHING_NONE;
  common = atl_network_dup_subset (network, keep);
  return atl_measures_new (common, cancellable);
}

/**
 * atl_comparison_new:
 * @before: the earlier map
 * @after: the later map
 * @matching: (nullable): which node is which, %NULL for atl_matching_new()
 * @cancellable: (nullable): ends the computation when a map is outdated
 *
 * Compares two maps as in SILO-METHOD §10, on the nodes present in both. Whether a link goes across silos is
 * told by each map for itself, so a person's move to another silo may make or end such links. Needs inside a
 * silo count as well.
 *
 * Returns: (transfer full) (nullable): the comparison, %NULL if it was cancelled
 */
AtlComparison *
atl_comparison_new (AtlNetwork   *before,
                    AtlNetwork   *after,
                    AtlMatching  *matching,
                    GCancellable *cancellable)
{
  g_autoptr (AtlMatching)   own = matching == NULL ? atl_matching_new (before, after) : NULL;
  AtlMatching              *used = matching != NULL ? matching : own;
  g_autoptr (AtlComparison) self = g_new0 (AtlComparison, 1);

  self->n_common = atl_matching_count (used);
  self->n_gone = before->n_nodes - self->n_common;
  self->n_come = after->n_nodes - self->n_common;
  collect_links (self, before, after, used);
  count_links (self);
  collect_needs (self, before, after, used);
  self->before = measure_common (before, used->after, cancellable);
  self->after = self->before != NULL ? measure_common (after, used->before, cancellable) : NULL;
  return self->after != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * atl_comparison_free:
 * @self: (transfer full): a comparison
 */
void
atl_comparison_free (AtlComparison *self)
{
  g_clear_pointer (&self->before, atl_measures_unref);
  g_clear_pointer (&self->after, atl_measures_unref);
  g_free (self->links);
  g_free (self->needs);
  g_free (self);
}

/**
 * atl_comparison_get_top_share:
 * @measures: the figures before or after
 *
 * Returns: the highest broker share, NaN if none is defined; whose it is does not matter here
 */
double
atl_comparison_get_top_share (AtlMeasures *measures)
{
  int top = atl_brokers_find_top (measures->brokers);

  return top >= 0 ? measures->brokers->shares[top] : (double) NAN;
}
