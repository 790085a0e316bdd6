/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-network-names.h"

#include "catalogue/atl-words.h"
#include "model/atl-person.h"

/**
 * atl_network_names_dup_silo:
 * @network: the snapshot of a map
 * @node: one of its nodes
 * @session: (type AtlSession): its session
 *
 * Names a person by the silo only, as SILO-METHOD §7 asks when names are hidden. An #AtlSiloNamer.
 *
 * Returns: (transfer full): such as “one person of Sales”, in the language of the session
 */
char *
atl_network_names_dup_silo (AtlNetwork *network,
                            guint       node,
                            gpointer    session)
{
  const char *language = atl_session_get_language (session);
  int         silo = network->nodes[node].silo;

  if (silo < 0)
    return g_strdup (atl_words_get (language, "one-person"));
  return atl_words_fill (language, "one-person-of", "silo", network->silos[silo].name, NULL);
}

/**
 * atl_network_names_dup_shown:
 * @network: the snapshot of a map
 * @node: one of its nodes
 * @session: (type AtlSession): its session
 *
 * Names a node as its person wants to be drawn: by name, by role, or by the silo only. An #AtlSiloNamer.
 *
 * Returns: (transfer full): the name
 */
char *
atl_network_names_dup_shown (AtlNetwork *network,
                             guint       node,
                             gpointer    session)
{
  const AtlNetworkNode *drawn = &network->nodes[node];
  AtlPerson            *person = NULL;

  if (drawn->person != NULL)
    person = atl_list_find (atl_session_get_people (session), drawn->person);
  if (person == NULL || atl_person_get_shown (person) == ATL_SHOWN_NAME)
    return g_strdup (drawn->label);
  if (atl_person_get_shown (person) == ATL_SHOWN_ROLE && *atl_person_get_role (person) != '\0')
    return g_strdup (atl_person_get_role (person));
  return atl_network_names_dup_silo (network, node, session);
}
