/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-words.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "insight/network/atl-silo-reading.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "ui/common/atl-format.h"

#include <glib/gi18n-lib.h>

static const char *
language_of (AtlMixPlan *plan)
{
  return atl_session_get_language (atl_mix_plan_get_session (plan));
}

static AtlSilo *
silo_of (AtlMixPlan *plan,
         guint       person)
{
  AtlMixRoster *roster = atl_mix_plan_get_roster (plan);
  int           silo = atl_mix_problem_get_silo (roster->problem, person);

  return silo >= 0 ? roster->silos->pdata[silo] : NULL;
}

/**
 * atl_mix_words_dup_person:
 * @plan: a plan
 * @person: the number of a person
 *
 * Returns: (transfer full): what the person wishes to be called where the room looks: the name, the role, or
 * “one person of” the silo
 */
char *
atl_mix_words_dup_person (AtlMixPlan *plan,
                          guint       person)
{
  AtlPerson  *one = atl_mix_plan_get_roster (plan)->people->pdata[person];
  AtlSilo    *silo = silo_of (plan, person);
  const char *role = atl_person_get_role (one);

  if (atl_person_get_shown (one) == ATL_SHOWN_NAME && *atl_person_get_name (one) != '\0')
    return g_strdup (atl_person_get_name (one));
  if (atl_person_get_shown (one) == ATL_SHOWN_ROLE && *role != '\0')
    return g_strdup (role);
  if (silo == NULL)
    return g_strdup (atl_words_get (language_of (plan), "one-person"));
  return atl_words_fill (language_of (plan), "one-person-of", "silo", atl_silo_get_name (silo), NULL);
}

static char *
dup_if_any (AtlMixPlan *plan,
            int         person)
{
  return person >= 0 ? atl_mix_words_dup_person (plan, (guint) person) : NULL;
}

/**
 * atl_mix_words_dup_silo:
 * @plan: a plan
 * @person: the number of a person
 *
 * Returns: (transfer full): the name of the person's silo
 */
char *
atl_mix_words_dup_silo (AtlMixPlan *plan,
                        guint       person)
{
  AtlSilo *silo = silo_of (plan, person);

  return g_strdup (silo != NULL ? atl_silo_get_name (silo) : atl_words_get (language_of (plan), "no-silo"));
}

static char *
dup_groups (AtlMixPlan *plan)
{
  guint n = atl_mix_plan_get_n_groups (plan);
  guint smallest;
  guint largest;

  atl_mix_plan_get_sizes (plan, &smallest, &largest);
  if (smallest == largest)
    /* Translators: “5 groups of 4”: how many, and how large each of them */
    return g_strdup_printf (ngettext ("%u group of %u", "%u groups of %u", n), n, largest);
  /* Translators: “3 groups of 3 to 4”: how many, and how large the smallest and the largest */
  return g_strdup_printf (ngettext ("%u group of %u to %u", "%u groups of %u to %u", n), n, smallest,
                          largest);
}

/**
 * atl_mix_words_dup_sizes:
 * @plan: a plan
 *
 * Returns: (transfer full): how many people there are, and which groups are asked for
 */
char *
atl_mix_words_dup_sizes (AtlMixPlan *plan)
{
  guint            n = atl_mix_plan_get_n_people (plan);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  g_autofree char *groups = dup_groups (plan);

  /* Translators: “11 people: 3 groups of 3 to 4” */
  return n > 0 ? g_strdup_printf (_ ("%s: %s"), people, groups) : g_steal_pointer (&people);
}

static gboolean
is_without_silos (AtlMixRoster *roster)
{
  return roster->n_without_silo == roster->people->len;
}

/* Where nobody has a silo, every pair would count as one across silos. */
static char *
dup_without_silos (AtlMixPlan *plan,
                   AtlMixScore score)
{
  const char      *language = language_of (plan);
  const char      *text = atl_words_get (language, "groups-no-silo");
  g_autofree char *n = g_strdup_printf ("%u", score.n_needs);
  g_autofree char *needs = atl_words_fill (language, "groups-needs", "n", n, NULL);

  return score.n_all_needs > 0 ? g_strdup_printf ("%s %s", text, needs) : g_strdup (text);
}

static char *
dup_served (AtlMixPlan *plan,
            guint       n_served,
            guint       n_all)
{
  g_autofree char *n = g_strdup_printf ("%u", n_served);
  g_autofree char *total = g_strdup_printf ("%u", n_all);

  return atl_words_fill (language_of (plan), "groups-served", "n", n, "total", total, NULL);
}

/**
 * atl_mix_words_count_served:
 * @plan: a plan
 *
 * Returns: how many requests are between two who were in one group of the session
 */
guint
atl_mix_words_count_served (AtlMixPlan *plan)
{
  AtlMixRoster *roster = atl_mix_plan_get_roster (plan);
  guint         n = 0;

  for (guint i = 0; i < roster->people->len; i++)
    for (guint j = 0; j < i; j++)
      n += atl_mix_problem_get_need (roster->problem, i, j) > 0 &&
           atl_mix_problem_get_met (roster->problem, i, j) > 0;
  return n;
}

/**
 * atl_mix_words_dup_result:
 * @plan: a plan with groups
 * @round: which round
 *
 * Returns: (transfer full): the sentence of the method about them, in the language of the session; with the
 * requests that groups of the session brought to one table before
 */
char *
atl_mix_words_dup_result (AtlMixPlan *plan,
                          guint       round)
{
  AtlMixScore      score = atl_mix_rounds_get_score (atl_mix_plan_get_rounds (plan), round);
  AtlSiloSentence  sentence = atl_silo_reading_get_groups (score.n_pairs, score.max_pairs, score.n_needs);
  guint            n_served = atl_mix_words_count_served (plan);
  g_autofree char *served = dup_served (plan, n_served, score.n_all_needs);
  g_autofree char *text = is_without_silos (atl_mix_plan_get_roster (plan))
                            ? dup_without_silos (plan, score)
                            : atl_silo_sentence_dup_text (&sentence, NULL, language_of (plan), NULL, NULL);

  return n_served > 0 ? g_strdup_printf ("%s %s", text, served) : g_steal_pointer (&text);
}

static void
join (GString *text,
      char    *part)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, part);
  g_free (part);
}

static guint
size_of (int n)
{
  return (guint) ABS (n);
}

static void
add_pairs (GString *text,
           int      pairs)
{
  guint n = size_of (pairs);

  if (pairs < 0)
    join (text, g_strdup_printf (ngettext ("−%u cross-silo pair", "−%u cross-silo pairs", n), n));
  else if (pairs > 0)
    join (text, g_strdup_printf (ngettext ("+%u cross-silo pair", "+%u cross-silo pairs", n), n));
}

static void
add_needs (GString *text,
           int      needs)
{
  guint n = size_of (needs);

  if (needs < 0)
    join (text, g_strdup_printf (ngettext ("%u request less", "%u requests less", n), n));
  else if (needs > 0)
    join (text, g_strdup_printf (ngettext ("%u request more", "%u requests more", n), n));
}

static void
add_again (GString *text,
           int      again)
{
  guint n = size_of (again);

  if (again < 0)
    join (text, g_strdup_printf (ngettext ("%u pair less meets again", "%u pairs less meet again", n), n));
  else if (again > 0)
    join (text, g_strdup_printf (ngettext ("%u pair meets again", "%u pairs meet again", n), n));
}

/**
 * atl_mix_words_dup_cost:
 * @cost: what a change would do
 *
 * Returns: (transfer full): it in words, wishes left out
 */
char *
atl_mix_words_dup_cost (const AtlMixCost *cost)
{
  GString *text = g_string_new (NULL);

  add_pairs (text, cost->pairs);
  add_needs (text, cost->needs);
  add_again (text, cost->again);
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  if (cost->gain < -0.005)
    return g_strdup (_ ("fewer of the links to build first"));
  if (cost->gain > 0.005)
    return g_strdup (_ ("more of the links to build first"));
  return g_strdup (_ ("costs nothing"));
}

static const char *
get_mark (AtlMixPlan *plan,
          int         mark)
{
  g_autoptr (GPtrArray) marks = atl_mix_wishes_dup_marks (atl_mix_plan_get_wishes (plan));

  return mark >= 0 && (guint) mark < marks->len ? marks->pdata[mark] : "";
}

static char *
dup_broken_size (AtlMixPlan             *plan,
                 const AtlMixConstraint *one,
                 guint                   round)
{
  g_autofree char *title = atl_mix_plan_dup_title (plan, round, (guint) one->mark);
  guint            smallest;
  guint            largest;

  atl_mix_plan_get_sizes (plan, &smallest, &largest);
  if (one->kind == ATL_MIX_SIZE_MIN)
    /* Translators: %s is the name of a break-out group, %u a number of people */
    return g_strdup_printf (_ ("%s has fewer than %u"), title, smallest);
  /* Translators: %s is the name of a break-out group, %u a number of people */
  return g_strdup_printf (_ ("%s has more than %u"), title, largest);
}

static char *
dup_broken_wish (AtlMixPlan             *plan,
                 const AtlMixConstraint *one,
                 guint                   round)
{
  g_autofree char *a = dup_if_any (plan, one->a);
  g_autofree char *b = dup_if_any (plan, one->b);

  switch (one->kind)
    {
    case ATL_MIX_TOGETHER:
      /* Translators: names of two people */
      return g_strdup_printf (_ ("%s and %s are not together"), a, b);
    case ATL_MIX_APART:
      /* Translators: names of two people */
      return g_strdup_printf (_ ("%s and %s are together"), a, b);
    case ATL_MIX_MARK:
      /* Translators: names of two people, then what both are, as “scribe” */
      return g_strdup_printf (_ ("%s and %s, both “%s”, are together"), a, b, get_mark (plan, one->mark));
    case ATL_MIX_SIZE_MIN:
    case ATL_MIX_SIZE_MAX:
    default:
      return dup_broken_size (plan, one, round);
    }
}

/**
 * atl_mix_words_dup_broken:
 * @plan: a plan with groups
 * @broken: (element-type AtlMixConstraint): wishes that do not hold
 * @round: the round in which they do not
 *
 * Returns: (transfer full) (nullable): them in words, %NULL if there are none
 */
char *
atl_mix_words_dup_broken (AtlMixPlan   *plan,
                          const GArray *broken,
                          guint         round)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (broken->len == 0)
    return NULL;
  for (guint i = 0; i < broken->len; i++)
    {
      g_autofree char *one = dup_broken_wish (plan, &g_array_index (broken, AtlMixConstraint, i), round);

      g_string_append (list, i > 0 ? "; " : "");
      g_string_append (list, one);
    }
  /* Translators: %s lists what groups that were changed by hand do not hold any more */
  return g_strdup_printf (_ ("Against what was asked: %s."), list->str);
}

/**
 * atl_mix_words_dup_constraint:
 * @plan: a plan
 * @constraint: what is asked for
 *
 * Returns: (transfer full): it in the language of the window
 */
char *
atl_mix_words_dup_constraint (AtlMixPlan             *plan,
                              const AtlMixConstraint *constraint)
{
  static const char *const keys[] = { "wish-size-min", "wish-size-max", "wish-together", "wish-apart",
                                      "wish-mark" };
  g_autofree char         *a = dup_if_any (plan, constraint->a);
  g_autofree char         *b = dup_if_any (plan, constraint->b);
  g_autofree char         *n = NULL;
  guint                    sizes[2];

  atl_mix_plan_get_sizes (plan, &sizes[0], &sizes[1]);
  n = g_strdup_printf ("%u", constraint->kind == ATL_MIX_SIZE_MIN ? sizes[0] : sizes[1]);
  return atl_words_fill (atl_format_get_language (), keys[constraint->kind], "a", a != NULL ? a : "", "b",
                         b != NULL ? b : "", "mark", get_mark (plan, constraint->mark), "n", n, NULL);
}

/**
 * atl_mix_words_dup_conflict:
 * @plan: a plan with a conflict
 *
 * Returns: (transfer full): the sentence of the method about it, in the language of the window; "" if no
 * wishes are named
 */
char *
atl_mix_words_dup_conflict (AtlMixPlan *plan)
{
  const char         *language = atl_format_get_language ();
  AtlMixConflict     *conflict = atl_mix_plan_get_conflict (plan);
  g_autoptr (GString) list = g_string_new (NULL);

  if (conflict->constraints->len == 0)
    return g_strdup ("");
  for (guint i = 0; i < conflict->constraints->len; i++)
    {
      g_autofree char *one =
        atl_mix_words_dup_constraint (plan, &g_array_index (conflict->constraints, AtlMixConstraint, i));

      g_string_append (list, i > 0 ? atl_words_get (language, "wish-separator") : "");
      g_string_append (list, one);
    }
  return atl_words_fill_text (atl_words_get_silo_text (language, "groups.infeasible"), "list",
                              list->str, NULL);
}

static char *
dup_reason_by_count (AtlMixPlan     *plan,
                     AtlMixConflict *conflict)
{
  const AtlMixConstraint *first = &g_array_index (conflict->constraints, AtlMixConstraint, 0);
  guint                   n = conflict->people->len;
  guint                   n_groups = atl_mix_plan_get_n_groups (plan);
  guint                   smallest;
  guint                   largest;

  atl_mix_plan_get_sizes (plan, &smallest, &largest);
  switch ((int) conflict->code)
    {
    case ATL_MIX_BLOCK_TOO_LARGE:
      return g_strdup_printf (_ ("%u people are to stay together, but no group has more than %u."), n,
                              largest);
    case ATL_MIX_TOO_MANY_MARKS:
      /* Translators: how many people are “scribe”, and how many groups there are */
      return g_strdup_printf (_ ("%u people are “%s”, but there are only %u groups."), n,
                              get_mark (plan, first->mark), n_groups);
    default:
      return g_strdup_printf (_ ("%u people are all to be apart, but there are only %u groups."), n,
                              n_groups);
    }
}

/**
 * atl_mix_words_dup_reason:
 * @plan: a plan with a conflict
 *
 * Returns: (transfer full): why there are no groups, as far as it is known
 */
char *
atl_mix_words_dup_reason (AtlMixPlan *plan)
{
  AtlMixConflict *conflict = atl_mix_plan_get_conflict (plan);

  switch (conflict->code)
    {
    case ATL_MIX_BLOCK_TOO_LARGE:
    case ATL_MIX_TOO_MANY_MARKS:
    case ATL_MIX_TOO_MANY_APART:
      return dup_reason_by_count (plan, conflict);
    case ATL_MIX_APART_IN_BLOCK:
      return g_strdup (_ ("The same people are to be together and in different groups."));
    case ATL_MIX_SIZES_DO_NOT_ADD_UP:
      return g_strdup (_ ("So many people do not fit into so many groups of these sizes."));
    case ATL_MIX_COMBINED:
      return g_strdup (_ ("Each of these can hold, but not all of them at once."));
    case ATL_MIX_NOT_DECIDED:
    case ATL_MIX_NO_CONFLICT:
    default:
      return g_strdup (_ ("No groups were found in the time allowed, which does not prove that there "
                          "are none. Try other sizes, or drop a wish."));
    }
}
