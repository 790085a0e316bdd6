/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-priorities.h"

#include <math.h>
#include <stdlib.h>

static AtlPriority
make_priority (AtlMeasures *measures,
               AtlBlock     block)
{
  const AtlNetworkSilo *silos = measures->network->silos;
  AtlPriority           priority = { block.from, block.to, 0, block.needs, block.n_needs, block.n_pairs, 0 };

  priority.possible = (guint64) silos[block.from].n_nodes * silos[block.to].n_nodes;
  priority.priority = (1 + (double) block.needs) * (1 - (double) block.n_pairs / (double) priority.possible);
  return priority;
}

/**
 * atl_priorities_get:
 * @measures: the figures of a map
 * @a: a silo
 * @b: another silo
 *
 * Returns: P of the two as in SILO-METHOD §10; 1 if nothing links them and no need is stated
 */
double
atl_priorities_get (AtlMeasures *measures,
                    guint        a,
                    guint        b)
{
  return make_priority (measures, atl_blocks_get (measures->blocks, MIN (a, b), MAX (a, b))).priority;
}

/* The first block of a pair of silos after @index, and past the blocks inside silos and those of the way
 * back. */
static gboolean
next_pair (AtlBlocks *blocks,
           guint     *index)
{
  while (*index < blocks->n_blocks && blocks->blocks[*index].from >= blocks->blocks[*index].to)
    (*index)++;
  return *index < blocks->n_blocks;
}

/**
 * atl_priorities_get_most:
 * @measures: the figures of a map
 *
 * Returns: the highest P of all pairs of silos; NaN with fewer than two silos
 */
double
atl_priorities_get_most (AtlMeasures *measures)
{
  guint64 n = measures->network->n_silos;
  guint64 touched = 0;
  double  most = 0;

  for (guint i = 0; next_pair (measures->blocks, &i); i++)
    {
      most = MAX (most, make_priority (measures, measures->blocks->blocks[i]).priority);
      touched++;
    }
  if (n < 2)
    return (double) NAN;
  return touched < n * (n - 1) / 2 ? MAX (most, 1) : most;
}

static int
compare_priorities (gconstpointer a,
                    gconstpointer b)
{
  const AtlPriority *first = a;
  const AtlPriority *second = b;

  if (first->priority != second->priority)
    return first->priority > second->priority ? -1 : 1;
  if (first->needs != second->needs)
    return first->needs > second->needs ? -1 : 1;
  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;
  return first->b < second->b ? -1 : first->b > second->b;
}

/* Pairs of silos with nothing between them all have the same priority: no more than @most are needed. */
static void
append_empty (AtlMeasures *measures,
              GArray      *all,
              guint        most)
{
  AtlBlocks *blocks = measures->blocks;
  guint      n = measures->network->n_silos;
  guint      added = 0;
  guint      next = 0;

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        AtlBlock    empty = { a, b, 0, 0, 0, 0, 0 };
        AtlPriority priority;

        if (added == most)
          return;
        while (next < blocks->n_blocks && (blocks->blocks[next].from < a ||
                                           (blocks->blocks[next].from == a && blocks->blocks[next].to < b)))
          next++;
        if (next < blocks->n_blocks && blocks->blocks[next].from == a && blocks->blocks[next].to == b)
          continue;
        priority = make_priority (measures, empty);
        g_array_append_val (all, priority);
        added++;
      }
}

/**
 * atl_priorities_rank:
 * @measures: the figures of a map
 * @most: how many are wanted at most; the method shows five
 * @n: (out): how many there are
 *
 * Puts the pairs of silos in the order of SILO-METHOD §10: where to build links first. Of equal ones, those
 * with more needs come first, then those of earlier silos.
 *
 * Returns: (transfer full) (array length=n): the pairs
 */
AtlPriority *
atl_priorities_rank (AtlMeasures *measures,
                     guint        most,
                     guint       *n)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (AtlPriority));

  for (guint i = 0; next_pair (measures->blocks, &i); i++)
    {
      AtlPriority priority = make_priority (measures, measures->blocks->blocks[i]);

      g_array_append_val (all, priority);
    }
  append_empty (measures, all, most);
  if (all->len > 0)
    qsort (all->data, all->len, sizeof (AtlPriority), compare_priorities);
  *n = MIN (most, all->len);
  return (AtlPriority *) (gpointer) g_array_free (all, FALSE);
}

/* A member of a silo who may be proposed; the draw decides between equals. */
typedef struct
{
  guint   node;
  guint   outside;
  guint32 draw;
} Member;

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const Member *first = a;
  const Member *second = b;

  if (first->outside != second->outside)
    return first->outside < second->outside ? -1 : 1;
  if (first->draw != second->draw)
    return first->draw < second->draw ? -1 : 1;
  return first->node < second->node ? -1 : first->node > second->node;
}

/* The people of a silo, fewest outside links first; a top broker is never loaded further. */
static GArray *
collect_members (AtlMeasures *measures,
                 guint        silo,
                 GRand       *rand)
{
  GArray       *members = g_array_new (FALSE, FALSE, sizeof (Member));
  const double *shares = measures->brokers->shares;
  int           top = atl_brokers_find_top (measures->brokers);
  double        highest = top >= 0 && shares[top] > 0 ? shares[top] : 2;

  for (guint i = 0; i < measures->network->n_nodes; i++)
    {
      Member member = { i, measures->outside[i], 0 };

      if (measures->network->nodes[i].silo != (int) silo)
        continue;
      member.draw = g_rand_int (rand);
      if (!(shares[i] >= highest))
        g_array_append_val (members, member);
    }
  if (members->len > 0)
    qsort (members->data, members->len, sizeof (Member), compare_members);
  return members;
}

typedef struct
{
  AtlProposal proposal;
  guint       outside; /* of both */
  guint32     draw;
} Request;

static int
compare_requests (gconstpointer a,
                  gconstpointer b)
{
  const Request *first = a;
  const Request *second = b;

  if (first->proposal.need != second->proposal.need)
    return first->proposal.need > second->proposal.need ? -1 : 1;
  if (first->outside != second->outside)
    return first->outside < second->outside ? -1 : 1;
  return first->draw < second->draw ? -1 : first->draw > second->draw;
}

/* The stated needs between two silos, the strongest first. */
static GArray *
collect_requests (AtlMeasures *measures,
                  guint        a,
                  guint        b,
                  GRand       *rand)
{
  AtlNetwork *network = measures->network;
  GArray     *requests = g_array_new (FALSE, FALSE, sizeof (Request));

  for (guint i = 0; i < network->n_needs; i++)
    {
      guint   from = network->needs[i].from;
      guint   to = network->needs[i].to;
      Request request = { { from, to, network->needs[i].strength }, 0, 0 };

      if (network->nodes[from].silo == (int) b)
        request.proposal = (AtlProposal){ to, from, network->needs[i].strength };
      if (network->nodes[request.proposal.a].silo != (int) a)
        continue;
      if (network->nodes[request.proposal.b].silo != (int) b)
        continue;
      request.outside = measures->outside[from] + measures->outside[to];
      request.draw = g_rand_int (rand);
      g_array_append_val (requests, request);
    }
  if (requests->len > 0)
    qsort (requests->data, requests->len, sizeof (Request), compare_requests);
  return requests;
}

/* Finds whom to bring together with a member: the first of the other silo who is neither taken nor linked. */
static gboolean
find_partner (AtlNetwork *network,
              guint       node,
              GArray     *others,
              gboolean   *taken,
              guint      *partner)
{
  for (guint i = 0; i < others->len; i++)
    {
      guint other = g_array_index (others, Member, i).node;

      if (other == node || taken[other] || atl_network_get_pair_strength (network, node, other) > 0)
        continue;
      taken[other] = TRUE;
      *partner = other;
      return TRUE;
    }
  return FALSE;
}

/**
 * atl_priorities_propose:
 * @measures: the figures of a map
 * @a: a silo
 * @b: another silo, not the same
 * @most: how many proposals are wanted at most
 * @seed: of the draw between equals
 * @n: (out): how many there are
 *
 * Proposes people to bring together, in the order of SILO-METHOD §10: stated needs, the strongest first; then
 * people who are not linked, those with the fewest links to other silos first, each once and never the top
 * broker.
 *
 * Returns: (transfer full) (array length=n): the proposals
 */
AtlProposal *
atl_priorities_propose (AtlMeasures *measures,
                        guint        a,
                        guint        b,
                        guint        most,
                        guint32      seed,
                        guint       *n)
{
  g_autoptr (GRand)    rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray)   requests = collect_requests (measures, a, b, rand);
  g_autoptr (GArray)   members = collect_members (measures, a, rand);
  g_autoptr (GArray)   others = collect_members (measures, b, rand);
  g_autofree gboolean *taken = g_new0 (gboolean, measures->network->n_nodes + 1);
  GArray              *proposals = g_array_new (FALSE, FALSE, sizeof (AtlProposal));

  for (guint i = 0; i < requests->len && proposals->len < most; i++)
    {
      AtlProposal proposal = g_array_index (requests, Request, i).proposal;

      taken[proposal.a] = taken[proposal.b] = TRUE;
      g_array_append_val (proposals, proposal);
    }
  for (guint i = 0; i < members->len && proposals->len < most; i++)
    {
      AtlProposal proposal = { g_array_index (members, Member, i).node, 0, 0 };

      if (taken[proposal.a] || !find_partner (measures->network, proposal.a, others, taken, &proposal.b))
        continue;
      g_array_append_val (proposals, proposal);
    }
  *n = proposals->len;
  return (AtlProposal *) (gpointer) g_array_free (proposals, FALSE);
}
