/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-sheets.h"

#include "catalogue/atl-words.h"
#include "model/atl-group.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "ui/groups/atl-mix-words.h"

static AtlMixSheet *
make_sheet (AtlSession *session,
            GPtrArray  *silos,
            guint       round,
            guint       n_rounds)
{
  const char      *language = atl_session_get_language (session);
  g_autofree char *n = g_strdup_printf ("%u", round + 1);
  g_autofree char *subheading =
    n_rounds > 1 ? atl_words_fill (language, "group-round", "n", n, NULL) : g_strdup (NULL);
  const char  *title = atl_session_get_title (session);
  AtlMixSheet *sheet =
    atl_mix_sheet_new (*title != '\0' ? title : atl_words_get (language, "groups"), subheading);

  for (guint i = 0; i < silos->len; i++)
    atl_mix_sheet_add_silo (sheet, atl_silo_get_name (silos->pdata[i]), atl_silo_get_color (silos->pdata[i]));
  return sheet;
}

/* As many groups on each sheet of a round, not the rest alone on the last. */
static guint
spread (guint n_groups,
        guint most)
{
  guint n_sheets = (n_groups + most - 1) / most;

  return n_sheets > 0 ? (n_groups + n_sheets - 1) / n_sheets : most;
}

static void
add_people (AtlMixSheet *sheet,
            AtlMixPlan  *plan,
            guint        round,
            guint        group)
{
  AtlMixRoster *roster = atl_mix_plan_get_roster (plan);
  const int    *groups = atl_mix_rounds_get_groups (atl_mix_plan_get_rounds (plan), round);

  for (guint i = 0; i < roster->people->len; i++)
    if (groups[i] == (int) group)
      {
        g_autofree char *name = atl_mix_words_dup_person (plan, i);

        atl_mix_sheet_add_person (sheet, name, atl_mix_problem_get_silo (roster->problem, i));
      }
}

/**
 * atl_mix_sheets_new:
 * @plan: a plan
 * @most: groups on a sheet
 *
 * Returns: (transfer full) (element-type AtlMixSheet): the sheets of its groups, round by round; none if it
 * has no groups
 */
GPtrArray *
atl_mix_sheets_new (AtlMixPlan *plan,
                    guint       most)
{
  GPtrArray     *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_mix_sheet_free);
  AtlMixRounds  *rounds = atl_mix_plan_get_rounds (plan);
  guint          n_rounds = rounds != NULL ? atl_mix_rounds_get_n (rounds) : 0;
  guint          n_groups = rounds != NULL ? atl_mix_rounds_get_n_groups (rounds) : 0;
  g_auto (GStrv) titles = atl_mix_plan_dup_titles (plan);

  most = spread (n_groups, most);
  for (guint i = 0; i < n_rounds; i++)
    for (guint j = 0; j < n_groups; j++)
      {
        if (j % most == 0)
          g_ptr_array_add (sheets, make_sheet (atl_mix_plan_get_session (plan),
                                               atl_mix_plan_get_roster (plan)->silos, i, n_rounds));
        atl_mix_sheet_add_group (sheets->pdata[sheets->len - 1], titles[i * n_groups + j]);
        add_people (sheets->pdata[sheets->len - 1], plan, i, j);
      }
  return sheets;
}

/* A group with somebody who is in one before begins the next round. */
static GArray *
find_rounds (AtlList *groups)
{
  GArray                *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < atl_list_get_length (groups); i++)
    {
      const char *const *people = atl_group_get_people (atl_list_get (groups, i));
      gboolean           again = i == 0;

      for (guint j = 0; people != NULL && people[j] != NULL && !again; j++)
        again = g_hash_table_contains (seen, people[j]);
      if (again)
        {
          g_array_append_val (starts, i);
          g_hash_table_remove_all (seen);
        }
      for (guint j = 0; people != NULL && people[j] != NULL; j++)
        g_hash_table_add (seen, (gpointer) people[j]);
    }
  return starts;
}

static char *
dup_name (AtlSession *session,
          AtlPerson  *person)
{
  const char *language = atl_session_get_language (session);
  AtlSilo    *silo = atl_person_find_silo (person);

  if (atl_person_get_shown (person) == ATL_SHOWN_NAME)
    return g_strdup (atl_person_get_name (person));
  if (atl_person_get_shown (person) == ATL_SHOWN_ROLE && *atl_person_get_role (person) != '\0')
    return g_strdup (atl_person_get_role (person));
  return silo != NULL ? atl_words_fill (language, "one-person-of", "silo", atl_silo_get_name (silo), NULL)
                      : g_strdup (atl_words_get (language, "one-person"));
}

static void
add_group (AtlMixSheet *sheet,
           AtlSession  *session,
           AtlGroup    *group,
           GPtrArray   *silos)
{
  const char *const *people = atl_group_get_people (group);

  atl_mix_sheet_add_group (sheet, atl_group_get_title (group));
  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    {
      AtlPerson       *person = atl_list_find (atl_session_get_people (session), people[i]);
      AtlSilo         *silo = person != NULL ? atl_person_find_silo (person) : NULL;
      g_autofree char *name = person != NULL ? dup_name (session, person) : NULL;
      guint            number;

      if (person == NULL)
        continue;
      atl_mix_sheet_add_person (sheet, name,
                                silo != NULL && g_ptr_array_find (silos, silo, &number) ? (int) number : -1);
    }
}

static guint
find_end (GArray *starts,
          guint   round,
          guint   n)
{
  return round + 1 < starts->len ? g_array_index (starts, guint, round + 1) : n;
}

/**
 * atl_mix_sheets_new_of_session:
 * @session: a session
 * @most: groups on a sheet
 *
 * The model does not know rounds: a round ends where somebody is in a group for the second time.
 *
 * Returns: (transfer full) (element-type AtlMixSheet): the sheets of its groups, round by round; none if it
 * has no groups
 */
GPtrArray *
atl_mix_sheets_new_of_session (AtlSession *session,
                               guint       most)
{
  GPtrArray               *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_mix_sheet_free);
  AtlList                 *groups = atl_session_get_groups (session);
  g_autoptr (GArray)       starts = find_rounds (groups);
  g_autoptr (AtlMixRoster) roster = atl_mix_roster_new (session);

  for (guint i = 0; i < starts->len; i++)
    {
      guint first = g_array_index (starts, guint, i);
      guint end = find_end (starts, i, atl_list_get_length (groups));
      guint on_each = spread (end - first, most);

      for (guint j = first; j < end; j++)
        {
          if ((j - first) % on_each == 0)
            g_ptr_array_add (sheets, make_sheet (session, roster->silos, i, starts->len));
          add_group (sheets->pdata[sheets->len - 1], session, atl_list_get (groups, j), roster->silos);
        }
    }
  return sheets;
}
