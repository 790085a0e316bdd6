/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-roster.h"

#include "insight/atl-priorities.h"
#include "model/atl-group.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"

static void
list_silos (AtlMixRoster *self,
            AtlSession   *session)
{
  AtlList    *silos = atl_session_get_silos (session);
  const char *partition = atl_session_get_active_partition (session);

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    if (g_str_equal (atl_silo_get_partition (atl_list_get (silos, i)), partition))
      g_ptr_array_add (self->silos, g_object_ref (atl_list_get (silos, i)));
}

static void
list_people (AtlMixRoster *self,
             AtlSession   *session)
{
  AtlList *people = atl_session_get_people (session);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    if (!atl_person_get_present (atl_list_get (people, i)))
      continue;
    else if (self->people->len < ATL_MIX_MAX_PEOPLE)
      g_ptr_array_add (self->people, g_object_ref (atl_list_get (people, i)));
    else
      self->n_left_out++;
}

static int
find_silo (AtlMixRoster *self,
           const char   *id)
{
  for (guint i = 0; i < self->silos->len; i++)
    if (g_strcmp0 (atl_item_get_id (self->silos->pdata[i]), id) == 0)
      return (int) i;
  return -1;
}

static int
find_silo_of (AtlMixRoster *self,
              AtlPerson    *person)
{
  AtlSilo *silo = atl_person_find_silo (person);

  return silo != NULL ? find_silo (self, atl_item_get_id (ATL_ITEM (silo))) : -1;
}

/**
 * atl_mix_roster_new:
 * @session: a session
 *
 * Lists the people who are present and their silos in the active partition, and starts a problem with them:
 * no map, nobody met, one group. At most %ATL_MIX_MAX_PEOPLE are taken.
 *
 * Returns: (transfer full): the roster
 */
AtlMixRoster *
atl_mix_roster_new (AtlSession *session)
{
  AtlMixRoster   *self = g_new0 (AtlMixRoster, 1);
  g_autofree int *silos = NULL;

  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->silos = g_ptr_array_new_with_free_func (g_object_unref);
  list_silos (self, session);
  list_people (self, session);
  silos = g_new (int, self->people->len + 1);
  for (guint i = 0; i < self->people->len; i++)
    {
      silos[i] = find_silo_of (self, self->people->pdata[i]);
      self->n_without_silo += silos[i] < 0;
    }
  self->problem = atl_mix_problem_new (self->people->len, silos);
  return self;
}

/**
 * atl_mix_roster_free:
 * @self: (transfer full): a roster
 *
 * Frees it, and drops its reference to the problem.
 */
void
atl_mix_roster_free (AtlMixRoster *self)
{
  atl_mix_problem_unref (self->problem);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->silos);
  g_free (self);
}

/* The number of each person by id, and one more. */
static GHashTable *
number_people (AtlMixRoster *self)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->people->len; i++)
    {
      const char *id = atl_item_get_id (self->people->pdata[i]);

      g_hash_table_insert (numbers, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }
  return numbers;
}

static int
find_number (GHashTable *numbers,
             const char *person)
{
  return person != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (numbers, person)) - 1 : -1;
}

/**
 * atl_mix_roster_find:
 * @self: a roster
 * @person: (nullable): id of a person
 *
 * Returns: the person's number, -1 for those who are not in it
 */
int
atl_mix_roster_find (AtlMixRoster *self,
                     const char   *person)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_strcmp0 (atl_item_get_id (self->people->pdata[i]), person) == 0)
      return (int) i;
  return -1;
}

/* The number of the person whom each node stands for, -1 for none. */
static int *
number_nodes (AtlMixRoster *self,
              AtlNetwork   *network)
{
  g_autoptr (GHashTable) numbers = number_people (self);
  int                   *of = g_new (int, network->n_nodes + 1);

  for (guint i = 0; i < network->n_nodes; i++)
    of[i] = find_number (numbers, network->nodes[i].person);
  return of;
}

static void
raise_pair (AtlMixRoster *self,
            guint8       *values,
            int           a,
            int           b,
            guint         strength)
{
  gsize n = self->people->len;

  if (a < 0 || b < 0 || a == b)
    return;
  values[(gsize) a * n + (gsize) b] = MAX (values[(gsize) a * n + (gsize) b], (guint8) MIN (strength, 5));
}

/* Silos that are not on the map count as two that nothing links and that state no need. */
static double *
read_priorities (AtlMixRoster *self,
                 AtlMeasures  *measures)
{
  AtlNetwork     *network = measures->network;
  gsize           n = self->silos->len;
  double         *priorities = g_new (double, n *n + 1);
  g_autofree int *of = g_new (int, network->n_silos + 1);

  for (guint i = 0; i < network->n_silos; i++)
    of[i] = find_silo (self, network->silos[i].id);
  for (gsize i = 0; i < n * n; i++)
    priorities[i] = 1;
  for (guint i = 0; i < network->n_silos; i++)
    for (guint j = 0; j < network->n_silos; j++)
      if (of[i] >= 0 && of[j] >= 0 && i != j)
        priorities[(gsize) of[i] * n + (gsize) of[j]] = atl_priorities_get (measures, i, j);
  return priorities;
}

/**
 * atl_mix_roster_read_map:
 * @self: a roster
 * @measures: the figures of a map of the session
 *
 * Takes from a map who works with whom, who needs whom, and which silos should meet first. Nodes that
 * stand for nobody in the roster count for their silos only. Of several nodes of one person the strongest
 * links and needs count.
 */
void
atl_mix_roster_read_map (AtlMixRoster *self,
                         AtlMeasures  *measures)
{
  AtlNetwork        *network = measures->network;
  gsize              n = self->people->len;
  g_autofree guint8 *links = g_new0 (guint8, n * n + 1);
  g_autofree guint8 *needs = g_new0 (guint8, n * n + 1);
  g_autofree int    *of = number_nodes (self, network);
  g_autofree double *priorities = read_priorities (self, measures);

  for (guint i = 0; i < network->n_arcs; i++)
    {
      const AtlNetworkArc *arc = &network->arcs[i];

      raise_pair (self, links, of[arc->from], of[arc->to], arc->strength);
    }
  for (guint i = 0; i < network->n_needs; i++)
    {
      const AtlNetworkArc *arc = &network->needs[i];

      raise_pair (self, needs, of[arc->from], of[arc->to], arc->strength);
    }
  atl_mix_problem_set_map (self->problem, links, needs, self->silos->len, priorities);
}

static void
number_group (GHashTable *numbers,
              AtlGroup   *group,
              int         number,
              int        *groups)
{
  const char *const *people = atl_group_get_people (group);

  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    if (find_number (numbers, people[i]) >= 0)
      groups[find_number (numbers, people[i])] = number;
}

static int *
make_nowhere (AtlMixRoster *self)
{
  int *groups = g_new (int, self->people->len + 1);

  for (guint i = 0; i < self->people->len; i++)
    groups[i] = -1;
  return groups;
}

/**
 * atl_mix_roster_count_groups:
 * @self: a roster
 * @groups: (element-type AtlGroup): break-out groups, of one round or of many
 *
 * Counts one meeting for any two people of one group.
 */
void
atl_mix_roster_count_groups (AtlMixRoster *self,
                             AtlList      *groups)
{
  g_autoptr (GHashTable) numbers = number_people (self);

  for (guint i = 0; i < atl_list_get_length (groups); i++)
    {
      g_autofree int *members = make_nowhere (self);

      number_group (numbers, atl_list_get (groups, i), 0, members);
      atl_mix_problem_count_round (self->problem, members);
    }
}

/**
 * atl_mix_roster_dup_numbers:
 * @self: a roster
 * @groups: (element-type AtlGroup): the break-out groups of one round
 *
 * Tells who is in which group, for their score and for what a change would cost. Somebody in several
 * counts for the last.
 *
 * Returns: (transfer full) (array): for each person the number of the group, -1 for none
 */
int *
atl_mix_roster_dup_numbers (AtlMixRoster *self,
                            GPtrArray    *groups)
{
  g_autoptr (GHashTable) numbers = number_people (self);
  int                   *of = make_nowhere (self);

  for (guint i = 0; i < groups->len; i++)
    number_group (numbers, groups->pdata[i], (int) i, of);
  return of;
}

/**
 * atl_mix_roster_dup_teams:
 * @self: a roster
 * @numbers: (array): for each person the number of the group, -1 for none
 * @n_groups: how many groups
 *
 * Lists who is in each group, as atl_splits_make_groups() takes it.
 *
 * Returns: (transfer full) (element-type GStrv): the ids of the people of each group
 */
GPtrArray *
atl_mix_roster_dup_teams (AtlMixRoster *self,
                          const int    *numbers,
                          guint         n_groups)
{
  GPtrArray *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint group = 0; group < n_groups; group++)
    {
      g_autoptr (GStrvBuilder) team = g_strv_builder_new ();

      for (guint i = 0; i < self->people->len; i++)
        if (numbers[i] == (int) group)
          g_strv_builder_add (team, atl_item_get_id (self->people->pdata[i]));
      g_ptr_array_add (teams, g_strv_builder_end (team));
    }
  return teams;
}
