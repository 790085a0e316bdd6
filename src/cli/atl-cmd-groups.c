/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/atl-cli-map.h"
#include "insight/mix/atl-mix-roster.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "util/atl-fold.h"

#define MOST_ROUNDS 20

typedef struct
{
  int      size;
  int      count;
  int      rounds;
  int      seed;
  char   **apart;
  char   **together;
  char   **marks;
  gboolean fresh;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->apart);
  g_strfreev (options->together);
  g_strfreev (options->marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
dup_name (gpointer person)
{
  switch (atl_person_get_shown (person))
    {
    case ATL_SHOWN_HIDDEN:
      return NULL;
    case ATL_SHOWN_ROLE:
      return g_strdup (atl_person_get_role (person));
    case ATL_SHOWN_NAME:
    default:
      return g_strdup (atl_person_get_name (person));
    }
}

static const char *
get_silo_name (AtlMixRoster *roster,
               guint         person)
{
  int silo = atl_mix_problem_get_silo (roster->problem, person);

  return silo >= 0 ? atl_silo_get_name (roster->silos->pdata[silo]) : NULL;
}

typedef gboolean (*Bears) (AtlMixRoster *roster, AtlNetwork *network, guint person, const char *wanted);

static gboolean
bears_name (AtlMixRoster *roster,
            AtlNetwork   *network,
            guint         person,
            const char   *wanted)
{
  g_autofree char *name = g_strstrip (atl_fold (atl_person_get_name (roster->people->pdata[person])));

  return g_str_equal (name, wanted);
}

/* What a map calls somebody: the words on the node, a first name, that with the initial of the last name. */
static gboolean
bears_short_name (AtlMixRoster *roster,
                  AtlNetwork   *network,
                  guint         person,
                  const char   *wanted)
{
  const char      *id = atl_item_get_id (roster->people->pdata[person]);
  g_autofree char *name = g_strstrip (atl_fold (atl_person_get_name (roster->people->pdata[person])));
  gboolean         dot = g_str_has_suffix (wanted, ".");
  gsize            length = strlen (wanted) - (dot ? 1 : 0);

  if (length > 0 && strncmp (name, wanted, length) == 0 && (dot || name[length] == ' '))
    return TRUE;
  for (guint i = 0; network != NULL && i < network->n_nodes; i++)
    if (g_strcmp0 (network->nodes[i].person, id) == 0)
      {
        g_autofree char *label = g_strstrip (atl_fold (network->nodes[i].label));

        return g_str_equal (label, wanted);
      }
  return FALSE;
}

static int
find_bearer (AtlMixRoster *roster,
             AtlNetwork   *network,
             const char   *wanted,
             Bears         bears)
{
  int found = -1;

  for (guint i = 0; found != -2 && i < roster->people->len; i++)
    if (bears (roster, network, i, wanted))
      found = found == -1 ? (int) i : -2;
  return found;
}

/* By id, or by a name that only one of those present bears, else by a short one. Returns -1 for nobody, -2
 * for several. */
static int
find_person (AtlMixRoster *roster,
             AtlNetwork   *network,
             const char   *text)
{
  g_autofree char *wanted = g_strstrip (atl_fold (text));
  int              found = atl_mix_roster_find (roster, text);

  if (found == -1)
    found = find_bearer (roster, network, wanted, bears_name);
  if (found == -1)
    found = find_bearer (roster, network, wanted, bears_short_name);
  return found;
}

/* Says so if nobody or more than one person is meant. */
static int
require_person (AtlMixRoster *roster,
                AtlNetwork   *network,
                const char   *name)
{
  int person = find_person (roster, network, name);

  if (person == -1)
    atl_cli_fail_usage ("groups", _ ("nobody present is called “%s”"), name);
  else if (person == -2)
    atl_cli_fail_usage ("groups", _ ("several people are called “%s”; write the whole name, or the id"),
                        name);
  return person;
}

typedef void (*Wish) (AtlMixProblem *problem, guint a, guint b);

/* Adds the wish for any two people of "NAME,NAME…". */
static gboolean
add_wish (AtlMixRoster *roster,
          AtlNetwork   *network,
          const char   *list,
          Wish          wish)
{
  g_auto (GStrv)     names = g_strsplit (list, ",", -1);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; names[i] != NULL; i++)
    {
      int person = require_person (roster, network, g_strstrip (names[i]));

      if (person < 0)
        return FALSE;
      for (guint j = 0; j < people->len; j++)
        if (g_array_index (people, int, j) != person)
          wish (roster->problem, (guint) g_array_index (people, int, j), (guint) person);
      g_array_append_val (people, person);
    }
  return TRUE;
}

/* Gives the mark of "MARK=NAME,NAME…" to these people. */
static gboolean
add_mark (AtlMixRoster *roster,
          AtlNetwork   *network,
          const char   *text,
          guint         mark)
{
  const char    *sign = strchr (text, '=');
  g_auto (GStrv) names = g_strsplit (sign != NULL ? sign + 1 : "", ",", -1);

  if (sign == NULL || sign == text)
    {
      atl_cli_fail_usage ("groups", "%s", _ ("--one-per-group takes MARK=NAME,NAME…"));
      return FALSE;
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      int person = require_person (roster, network, g_strstrip (names[i]));

      if (person < 0)
        return FALSE;
      atl_mix_problem_add_mark (roster->problem, mark, (guint) person);
    }
  return TRUE;
}

static gboolean
add_wishes (AtlMixRoster  *roster,
            AtlNetwork    *network,
            const Options *options)
{
  for (guint i = 0; options->apart != NULL && options->apart[i] != NULL; i++)
    if (!add_wish (roster, network, options->apart[i], atl_mix_problem_keep_apart))
      return FALSE;
  for (guint i = 0; options->together != NULL && options->together[i] != NULL; i++)
    if (!add_wish (roster, network, options->together[i], atl_mix_problem_keep_together))
      return FALSE;
  for (guint i = 0; options->marks != NULL && options->marks[i] != NULL; i++)
    if (!add_mark (roster, network, options->marks[i], i))
      return FALSE;
  return TRUE;
}

/* As many groups as come nearest to the size; their sizes differ by one at most. */
static void
set_sizes (AtlMixRoster  *roster,
           const Options *options)
{
  guint n = roster->people->len;
  guint count = options->count > 0 ? (guint) options->count
                                   : (n + (guint) options->size / 2) / (guint) options->size;

  if (options->count > 0 && count > n)
    g_printerr (ngettext ("atelier-cli: %u person is present, so there is %u group, not %u\n",
                          "atelier-cli: %u people are present, so there are %u groups, not %u\n", n),
                n, n, count);
  count = CLAMP (count, 1, MAX (n, 1));
  atl_mix_problem_set_sizes (roster->problem, count, n / count, (n + count - 1) / count);
}

static void
add_group (JsonBuilder  *builder,
           AtlMixRoster *roster,
           AtlMix       *mix,
           int           group)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < mix->n_people; i++)
    {
      g_autofree char *name = dup_name (roster->people->pdata[i]);

      if (mix->groups[i] != group)
        continue;
      json_builder_begin_object (builder);
      atl_cli_add_text (builder, "person", atl_item_get_id (roster->people->pdata[i]));
      atl_cli_add_text (builder, "name", name);
      atl_cli_add_text (builder, "silo", get_silo_name (roster, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_round (JsonBuilder  *builder,
           AtlMixRoster *roster,
           AtlMix       *mix)
{
  json_builder_begin_object (builder);
  atl_cli_begin_list (builder, "groups");
  for (guint i = 0; i < mix->n_groups; i++)
    add_group (builder, roster, mix, (int) i);
  json_builder_end_array (builder);
  atl_cli_add_figure (builder, "total", mix->score.total);
  atl_cli_add_int (builder, "crossSiloPairs", mix->score.n_pairs);
  atl_cli_add_int (builder, "maxCrossSiloPairs", mix->score.max_pairs);
  atl_cli_add_int (builder, "needsServed", mix->score.n_needs);
  atl_cli_add_int (builder, "needs", mix->score.n_all_needs);
  json_builder_end_object (builder);
}

static void
print_json (AtlMixRoster *roster,
            GPtrArray    *rounds,
            guint         seed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atl_cli_add_int (builder, "people", roster->people->len);
  atl_cli_add_int (builder, "withoutSilo", roster->n_without_silo);
  atl_cli_add_int (builder, "leftOut", roster->n_left_out);
  atl_cli_add_int (builder, "seed", seed);
  atl_cli_begin_list (builder, "rounds");
  for (guint i = 0; i < rounds->len; i++)
    add_round (builder, roster, rounds->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atl_cli_print_json (builder);
}

static void
print_group (AtlMixRoster *roster,
             AtlMix       *mix,
             int           group)
{
  /* Translators: %d is the number of a break-out group */
  g_print (_ ("Group %d\n"), group + 1);
  for (guint i = 0; i < mix->n_people; i++)
    {
      g_autofree char *name = dup_name (roster->people->pdata[i]);
      const char      *silo = get_silo_name (roster, i);

      if (mix->groups[i] == group)
        g_print ("  %s (%s)\n", name != NULL ? name : "–", silo != NULL ? silo : "–");
    }
}

static void
print_text (AtlMixRoster *roster,
            GPtrArray    *rounds,
            const char   *language)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      AtlMix          *mix = rounds->pdata[i];
      AtlSiloSentence  sentence = atl_silo_reading_get_groups (mix->score.n_pairs, mix->score.max_pairs,
                                                               mix->score.n_needs);
      g_autofree char *text = atl_silo_sentence_dup_text (&sentence, NULL, language, NULL, NULL);

      if (rounds->len > 1)
        /* Translators: %u is the number of a round of break-out groups */
        g_print (_ ("Round %u\n\n"), i + 1);
      for (guint j = 0; j < mix->n_groups; j++)
        print_group (roster, mix, (int) j);
      g_print ("\n%s\n%s", text, i + 1 < rounds->len ? "\n" : "");
    }
}

static char *
dup_mark (const Options *options,
          int            mark)
{
  const char *text = options->marks[mark];

  return g_strndup (text, (gsize) (strchr (text, '=') - text));
}

static char *
dup_wish (AtlMixRoster           *roster,
          const Options          *options,
          const AtlMixConstraint *wish)
{
  const char      *a = wish->a >= 0 ? atl_person_get_name (roster->people->pdata[wish->a]) : "";
  const char      *b = wish->b >= 0 ? atl_person_get_name (roster->people->pdata[wish->b]) : "";
  g_autofree char *mark = wish->kind == ATL_MIX_MARK ? dup_mark (options, wish->mark) : NULL;

  switch (wish->kind)
    {
    case ATL_MIX_TOGETHER:
      /* Translators: names of two people */
      return g_strdup_printf (_ ("%s with %s"), a, b);
    case ATL_MIX_APART:
      /* Translators: names of two people */
      return g_strdup_printf (_ ("%s apart from %s"), a, b);
    case ATL_MIX_MARK:
      /* Translators: a person, and what a group gets one of, as “scribe” */
      return g_strdup_printf (_ ("%s as “%s”"), a, mark);
    case ATL_MIX_SIZE_MIN:
    case ATL_MIX_SIZE_MAX:
    default:
      return g_strdup (_ ("the size of the groups"));
    }
}

/* Names the wishes that cannot hold together. */
static AtlExit
fail_conflict (AtlMixRoster   *roster,
               const Options  *options,
               AtlMixConflict *conflict,
               const char     *file)
{
  g_autoptr (GPtrArray) wishes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *list = NULL;

  for (guint i = 0; i < conflict->constraints->len; i++)
    {
      g_autofree char *wish =
        dup_wish (roster, options, &g_array_index (conflict->constraints, AtlMixConstraint, i));

      if (!g_ptr_array_find_with_equal_func (wishes, wish, g_str_equal, NULL))
        g_ptr_array_add (wishes, g_steal_pointer (&wish));
    }
  if (conflict->code == ATL_MIX_NOT_DECIDED)
    return atl_cli_fail (file, "%s", _ ("no groups were found, nor a proof that there are none; ask less"));
  g_ptr_array_add (wishes, NULL);
  list = g_strjoinv (", ", (char **) wishes->pdata);
  return atl_cli_fail (file, _ ("these wishes cannot hold together: %s; drop one"), list);
}

static AtlExit
mix_people (AtlMixRoster  *roster,
            const Options *options,
            const char    *file,
            const char    *language)
{
  AtlMixOptions         mixing = { .seed = (guint32) options->seed };
  g_autoptr (GPtrArray) rounds = atl_mixer_plan_rounds (roster->problem, &mixing, (guint) options->rounds);

  for (guint i = 0; i < rounds->len; i++)
    {
      AtlMix *mix = rounds->pdata[i];

      if (mix->groups == NULL)
        return fail_conflict (roster, options, mix->conflict, file);
    }
  if (options->json)
    print_json (roster, rounds, (guint) options->seed);
  else
    print_text (roster, rounds, language);
  return ATL_EXIT_DONE;
}

static AtlExit
mix_file (const char    *file,
          const Options *options)
{
  g_auto (AtlCliMap)       map = { NULL };
  g_autoptr (AtlMixRoster) roster = NULL;
  g_autoptr (AtlMeasures)  measures = NULL;

  if (atl_cli_map_load_session (&map, file) != ATL_EXIT_DONE)
    return ATL_EXIT_INPUT;
  roster = atl_mix_roster_new (map.session);
  if (roster->people->len == 0)
    return atl_cli_fail (file, "%s", _ ("has nobody who is present"));
  atl_cli_map_choose (&map);
  if (map.network != NULL)
    measures = atl_measures_new (map.network, NULL);
  if (measures != NULL)
    atl_mix_roster_read_map (roster, measures);
  if (!options->fresh)
    atl_mix_roster_count_groups (roster, atl_session_get_groups (map.session));
  set_sizes (roster, options);
  if (!add_wishes (roster, map.network, options))
    return ATL_EXIT_USAGE;
  return mix_people (roster, options, file, atl_session_get_language (map.session));
}

/* Returns what is wrong with the options, or NULL. */
static const char *
find_mistake (const Options *options,
              int            argc)
{
  if (argc != 2)
    return _ ("say which file, and only one");
  if ((options->size > 0) == (options->count > 0))
    return _ ("say how large the groups are with --size, or how many with --count");
  if (options->size < 0 || options->count < 0)
    return _ ("--size and --count take a number from 1");
  if (options->rounds < 1 || options->rounds > MOST_ROUNDS)
    return _ ("--rounds takes a number from 1 to 20");
  return NULL;
}

/**
 * atl_cmd_groups:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Proposes break-out groups that mix the silos; the file stays as it is.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_groups (int    argc,
                char **argv)
{
  const char        *summary = _ ("Mix the people into break-out groups");
  g_auto (Options)   options = { .rounds = 1, .seed = 1 };
  const char        *mistake = NULL;
  const GOptionEntry entries[] = {
    { "size", 's', 0, G_OPTION_ARG_INT, &options.size, N_ ("About how many people in a group"), N_ ("N") },
    { "count", 'n', 0, G_OPTION_ARG_INT, &options.count, N_ ("How many groups"), N_ ("N") },
    { "rounds", 0, 0, G_OPTION_ARG_INT, &options.rounds, N_ ("How many times to mix anew (default: 1)"),
      N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &options.seed, N_ ("Another number gives other groups (default: 1)"),
      N_ ("N") },
    { "apart", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.apart,
      N_ ("Keep these people in different groups; may be repeated"), N_ ("NAME,NAME…") },
    { "together", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.together,
      N_ ("Keep these people in one group; may be repeated"), N_ ("NAME,NAME…") },
    { "one-per-group", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.marks,
      N_ ("No group gets two of these people; may be repeated"), N_ ("MARK=NAME,NAME…") },
    { "fresh", 0, 0, G_OPTION_ARG_NONE, &options.fresh,
      N_ ("Forget who has met in the groups that the session has"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    { NULL }
  };

  if (!atl_cli_parse (&argc, &argv, "groups", _ ("FILE"), summary, entries))
    return ATL_EXIT_USAGE;
  mistake = find_mistake (&options, argc);
  if (mistake != NULL)
    return atl_cli_fail_usage ("groups", "%s", mistake);
  return mix_file (argv[1], &options);
}
