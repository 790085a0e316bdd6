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

static AtlPerson *
find_person (AtlNetwork *network,
             guint       node,
             AtlSession *session)
{
  const char *id = network->nodes[node].person;

  return id != NULL ? atl_list_find (atl_session_get_people (session), id) : NULL;
}

/* By name or by role. */
static gboolean
is_named (AtlPerson *person)
{
  if (person == NULL || atl_person_get_shown (person) == ATL_SHOWN_NAME)
    return TRUE;
  return atl_person_get_shown (person) == ATL_SHOWN_ROLE && *atl_person_get_role (person) != '\0';
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
  AtlPerson *person = find_person (network, node, session);

  if (!is_named (person))
    return atl_network_names_dup_silo (network, node, session);
  if (person == NULL || atl_person_get_shown (person) == ATL_SHOWN_NAME)
    return g_strdup (network->nodes[node].label);
  return g_strdup (atl_person_get_role (person));
}

/* Where the link is what it is about, the silo alone says enough. */
static char *
dup_end (AtlNetwork *network,
         guint       node,
         gpointer    session)
{
  int silo = network->nodes[node].silo;

  if (silo < 0)
    return atl_network_names_dup_silo (network, node, session);
  return g_strdup (network->silos[silo].name);
}

static char *
dup_shown_end (AtlNetwork *network,
               guint       node,
               gpointer    session)
{
  AtlPerson *person = find_person (network, node, session);

  if (is_named (person))
    return atl_network_names_dup_shown (network, node, session);
  return dup_end (network, node, session);
}

/**
 * atl_network_names_choose:
 * @sentence: a sentence
 * @namer: how people are named, one of this file
 *
 * In the sentence about a bridge, two people without a name are two silos: “Sales – Marketing”.
 *
 * Returns: how they are named in @sentence
 */
AtlSiloNamer
atl_network_names_choose (const AtlSiloSentence *sentence,
                          AtlSiloNamer           namer)
{
  if (g_strcmp0 (sentence->id, "bridge") != 0)
    return namer;
  return namer == atl_network_names_dup_shown ? dup_shown_end : dup_end;
}

/**
 * atl_network_names_dup_unlike:
 * @name: what something is called
 * @used: (element-type utf8): what was called so far, borrowed; what is returned is added
 *
 * Returns: (transfer full): @name, with a number behind it if something else is called so
 */
char *
atl_network_names_dup_unlike (const char *name,
                              GHashTable *used)
{
  char *label = g_strdup (name);

  for (guint i = 2; g_hash_table_contains (used, label); i++)
    {
      g_free (label);
      label = g_strdup_printf ("%s (%u)", name, i);
    }
  g_hash_table_add (used, label);
  return label;
}
