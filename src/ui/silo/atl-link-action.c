/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-link-action.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "model/atl-person.h"

#include <glib/gi18n-lib.h>

#define MOST_PROPOSALS 12
#define SEED 1 /* the same proposal at every look */

static gboolean
has_people (AtlNetwork        *network,
            const AtlProposal *proposal)
{
  return network->nodes[proposal->a].person != NULL && network->nodes[proposal->b].person != NULL;
}

/**
 * atl_link_action_propose:
 * @measures: the figures of a map
 * @a: a silo
 * @b: another silo
 * @proposal: (out caller-allocates): two nodes to bring together, the first of @a
 *
 * Takes the first proposal of SILO-METHOD §10 whose nodes stand for people, else the first.
 *
 * Returns: whether there is one
 */
gboolean
atl_link_action_propose (AtlMeasures *measures,
                         guint        a,
                         guint        b,
                         AtlProposal *proposal)
{
  guint                   n = 0;
  g_autofree AtlProposal *proposals = atl_priorities_propose (measures, a, b, MOST_PROPOSALS, SEED, &n);

  if (n == 0)
    return FALSE;
  *proposal = proposals[0];
  for (guint i = n; i-- > 0;)
    if (has_people (measures->network, &proposals[i]))
      *proposal = proposals[i];
  return TRUE;
}

static char *
dup_text (AtlSession  *session,
          AtlMeasures *measures,
          guint        a,
          guint        b)
{
  return atl_words_fill (atl_session_get_language (session), "build-link", "a",
                         measures->network->silos[a].name, "b", measures->network->silos[b].name, NULL);
}

/**
 * atl_link_action_find:
 * @session: the session
 * @measures: the figures of a map
 * @a: a silo
 * @b: another silo
 *
 * Returns: (transfer none) (nullable): the action that was made for the two already, by its text
 */
AtlAction *
atl_link_action_find (AtlSession  *session,
                      AtlMeasures *measures,
                      guint        a,
                      guint        b)
{
  AtlList         *actions = atl_session_get_actions (session);
  g_autofree char *text = dup_text (session, measures, a, b);

  for (guint i = 0; i < atl_list_get_length (actions); i++)
    if (g_strcmp0 (atl_action_get_text (atl_list_get (actions, i)), text) == 0)
      return atl_list_get (actions, i);
  return NULL;
}

static void
set_owners (AtlAction   *action,
            AtlMeasures *measures,
            guint        a,
            guint        b)
{
  AtlNetwork *network = measures->network;
  AtlProposal proposal;
  const char *owners[3] = { NULL };
  guint       n = 0;

  if (!atl_link_action_propose (measures, a, b, &proposal))
    return;
  if (network->nodes[proposal.a].person != NULL)
    owners[n++] = network->nodes[proposal.a].person;
  if (network->nodes[proposal.b].person != NULL)
    owners[n++] = network->nodes[proposal.b].person;
  atl_action_set_owners (action, owners);
}

/**
 * atl_link_action_make:
 * @session: the session
 * @history: where the edit is collected
 * @measures: the figures of a map
 * @a: a silo
 * @b: another silo
 *
 * Adds the action to build a link between the two, in the language of the session, owned by the two people
 * that are proposed. One step of the history.
 *
 * Returns: (transfer none): the action
 */
AtlAction *
atl_link_action_make (AtlSession  *session,
                      AtlHistory  *history,
                      AtlMeasures *measures,
                      guint        a,
                      guint        b)
{
  AtlList              *actions = atl_session_get_actions (session);
  g_autoptr (AtlAction) action = atl_action_new (NULL);
  g_autofree char      *text = dup_text (session, measures, a, b);
  g_autofree char      *rank = atl_list_dup_end_rank (actions);

  atl_action_set_text (action, text);
  atl_action_set_rank (action, rank);
  set_owners (action, measures, a, b);
  atl_history_begin (history, _ ("Make an Action"));
  atl_list_insert (actions, ATL_ITEM (action));
  atl_history_end (history);
  return action;
}
