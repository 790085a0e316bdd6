/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-words.h"
#include "model/atl-splits.h"
#include "ui/groups/atl-mix-plan.h"

static guint
count_rounds (AtlMixPlan *self)
{
  AtlMixRounds *rounds = atl_mix_plan_get_rounds (self);

  return rounds != NULL ? atl_mix_rounds_get_n (rounds) : atl_mix_plan_get_setting (self)->n_rounds;
}

static guint
count_groups (AtlMixPlan *self)
{
  AtlMixRounds *rounds = atl_mix_plan_get_rounds (self);

  return rounds != NULL ? atl_mix_rounds_get_n_groups (rounds) : atl_mix_plan_get_n_groups (self);
}

/* Groups of several rounds are called after both. */
static char *
dup_numbered (AtlMixPlan *self,
              guint       round,
              guint       group)
{
  const char      *language = atl_session_get_language (atl_mix_plan_get_session (self));
  g_autofree char *n = g_strdup_printf ("%u", group + 1);
  g_autofree char *of = g_strdup_printf ("%u", round + 1);

  if (count_rounds (self) == 1)
    return atl_words_fill (language, "group-number", "n", n, NULL);
  return atl_words_fill (language, "group-round-number", "round", of, "n", n, NULL);
}

static gboolean
is_taken (GPtrArray  *groups,
          const char *title)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_strcmp0 (atl_group_get_title (groups->pdata[i]), title) == 0)
      return TRUE;
  return FALSE;
}

/* The groups that will still be there beside the new ones. */
static GPtrArray *
list_staying (AtlMixPlan *self)
{
  AtlSession *session = atl_mix_plan_get_session (self);
  AtlList    *groups = atl_session_get_groups (session);
  GPtrArray  *staying;

  if (!atl_mix_plan_get_setting (self)->keep)
    return atl_splits_dup_used (session);
  staying = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < atl_list_get_length (groups); i++)
    g_ptr_array_add (staying, g_object_ref (atl_list_get (groups, i)));
  return staying;
}

/* With how many to begin, so that no title is there twice: groups of one round, or rounds. */
static guint
find_free_number (AtlMixPlan *self,
                  GPtrArray  *staying)
{
  gboolean one_round = count_rounds (self) == 1;
  guint    n = one_round ? count_groups (self) : count_rounds (self);
  guint    n_groups = one_round ? 1 : count_groups (self);
  guint    first = 0;

  for (guint i = 0; i < first + n; i++)
    for (guint j = 0; j < n_groups; j++)
      {
        g_autofree char *title = one_round ? dup_numbered (self, 0, i) : dup_numbered (self, i, j);

        first = is_taken (staying, title) ? i + 1 : first;
      }
  return first;
}

static gboolean
is_replaced (AtlGroup  *group,
             GPtrArray *staying)
{
  return !g_ptr_array_find (staying, group, NULL);
}

/* As many groups as before go on under the names they were given. */
static char **
dup_kept_titles (AtlMixPlan *self,
                 GPtrArray  *staying)
{
  AtlList                 *groups = atl_session_get_groups (atl_mix_plan_get_session (self));
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  guint                    n = 0;

  for (guint i = 0; i < atl_list_get_length (groups); i++)
    if (is_replaced (atl_list_get (groups, i), staying))
      {
        const char *title = atl_group_get_title (atl_list_get (groups, i));

        if (*title == '\0')
          return NULL;
        g_strv_builder_add (titles, title);
        n++;
      }
  return n == count_groups (self) && count_rounds (self) == 1 ? g_strv_builder_end (titles) : NULL;
}

/**
 * atl_mix_plan_dup_titles:
 * @self: a plan
 *
 * Returns: (transfer full): how the groups will be called, round by round, in the language of the session: as
 * those that they replace, if there are as many; else by their numbers, that of the round first where there
 * are several; numbers of groups that stay are left out
 */
char **
atl_mix_plan_dup_titles (AtlMixPlan *self)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr (GPtrArray)    staying = list_staying (self);
  guint                    first = staying->len > 0 ? find_free_number (self, staying) : 0;
  gboolean                 one_round = count_rounds (self) == 1;
  char                   **kept = dup_kept_titles (self, staying);

  if (kept != NULL)
    return kept;
  for (guint i = 0; i < count_rounds (self); i++)
    for (guint j = 0; j < count_groups (self); j++)
      {
        g_autofree char *title =
          one_round ? dup_numbered (self, 0, first + j) : dup_numbered (self, first + i, j);

        g_strv_builder_add (titles, title);
      }
  return g_strv_builder_end (titles);
}

/**
 * atl_mix_plan_dup_title:
 * @self: a plan
 * @round: which round
 * @group: which group
 *
 * Returns: (transfer full): how the group will be called
 */
char *
atl_mix_plan_dup_title (AtlMixPlan *self,
                        guint       round,
                        guint       group)
{
  g_auto (GStrv) titles = atl_mix_plan_dup_titles (self);
  guint          i = round * count_groups (self) + group;

  return g_strdup (i < g_strv_length (titles) ? titles[i] : "");
}

/**
 * atl_mix_plan_apply:
 * @self: a plan with groups
 *
 * Makes the groups those of the session, round by round. Groups that notes belong to stay in any case, the
 * others if the setting says so. The caller opens the group of the history.
 *
 * Returns: (transfer full) (element-type AtlGroup): the new groups
 */
GPtrArray *
atl_mix_plan_apply (AtlMixPlan *self)
{
  AtlSession           *session = atl_mix_plan_get_session (self);
  AtlMixRoster         *roster = atl_mix_plan_get_roster (self);
  AtlMixRounds         *rounds = atl_mix_plan_get_rounds (self);
  g_auto (GStrv)        titles = atl_mix_plan_dup_titles (self);
  g_autoptr (GPtrArray) teams = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < atl_mix_rounds_get_n (rounds); i++)
    g_ptr_array_extend_and_steal (teams,
                                  atl_mix_roster_dup_teams (roster, atl_mix_rounds_get_groups (rounds, i),
                                                            atl_mix_rounds_get_n_groups (rounds)));
  if (!atl_mix_plan_get_setting (self)->keep)
    atl_splits_remove_unused (session);
  return atl_splits_make_groups (session, (const char *const *) titles, teams);
}
