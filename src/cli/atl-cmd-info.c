/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/atl-cli.h"
#include "model/atl-action.h"
#include "model/atl-ballot.h"
#include "model/atl-board.h"
#include "model/atl-round.h"
#include "model/atl-step.h"

typedef struct
{
  guint areas;
  guint notes;
  guint links;
  guint votes;
  guint open_actions;
  guint minutes;
} Counts;

static void
count_boards (AtlSession *session,
              Counts     *counts)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlBoard *board = atl_list_get (boards, i);

      counts->areas += atl_list_get_length (atl_board_get_areas (board));
      counts->notes += atl_list_get_length (atl_board_get_notes (board));
      counts->links += atl_list_get_length (atl_board_get_links (board));
    }
}

/* A vote against counts as a vote. */
static void
count_votes (AtlSession *session,
             Counts     *counts)
{
  AtlList *rounds = atl_session_get_rounds (session);

  for (guint i = 0; i < atl_list_get_length (rounds); i++)
    {
      AtlList *ballots = atl_round_get_ballots (atl_list_get (rounds, i));

      for (guint j = 0; j < atl_list_get_length (ballots); j++)
        counts->votes += (guint) ABS (atl_ballot_get_votes (atl_list_get (ballots, j)));
    }
}

static void
count_rest (AtlSession *session,
            Counts     *counts)
{
  AtlList *actions = atl_session_get_actions (session);
  AtlList *steps = atl_session_get_steps (session);

  for (guint i = 0; i < atl_list_get_length (actions); i++)
    {
      AtlStatus status = atl_action_get_status (atl_list_get (actions, i));

      counts->open_actions += status == ATL_STATUS_TODO || status == ATL_STATUS_ONGOING ? 1 : 0;
    }
  for (guint i = 0; i < atl_list_get_length (steps); i++)
    counts->minutes += (guint) atl_step_get_minutes (atl_list_get (steps, i));
}

/* The figures shown, once with the name that JSON has and once with the one that people read. */
typedef struct
{
  const char *member;
  const char *label;
  guint       n;
} Row;

#define N_ROWS 15

static void
fill_rows (AtlSession   *session,
           const Counts *counts,
           Row           rows[N_ROWS])
{
  const Row all[N_ROWS] = {
    { "boards", _ ("Boards"), atl_list_get_length (atl_session_get_boards (session)) },
    { "areas", _ ("Areas"), counts->areas },
    { "notes", _ ("Notes"), counts->notes },
    { "links", _ ("Links"), counts->links },
    { "people", _ ("People"), atl_list_get_length (atl_session_get_people (session)) },
    { "silos", _ ("Silos"), atl_list_get_length (atl_session_get_silos (session)) },
    { "groups", _ ("Groups"), atl_list_get_length (atl_session_get_groups (session)) },
    { "steps", _ ("Steps"), atl_list_get_length (atl_session_get_steps (session)) },
    { "minutes", _ ("Minutes planned"), counts->minutes },
    { "rounds", _ ("Voting rounds"), atl_list_get_length (atl_session_get_rounds (session)) },
    { "votes", _ ("Votes"), counts->votes },
    { "scales", _ ("Scales"), atl_list_get_length (atl_session_get_scales (session)) },
    { "actions", _ ("Actions"), atl_list_get_length (atl_session_get_actions (session)) },
    { "open-actions", _ ("Actions still open"), counts->open_actions },
    { "decisions", _ ("Decisions"), atl_list_get_length (atl_session_get_decisions (session)) },
  };

  memcpy (rows, all, sizeof all);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
print_json (AtlSession *session,
            const Row   rows[N_ROWS],
            guint       n_problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "title", atl_session_get_title (session));
  add_text (builder, "language", atl_session_get_language (session));
  add_text (builder, "date", atl_session_get_date (session));
  for (guint i = 0; i < N_ROWS; i++)
    {
      json_builder_set_member_name (builder, rows[i].member);
      json_builder_add_int_value (builder, rows[i].n);
    }
  json_builder_set_member_name (builder, "problems");
  json_builder_add_int_value (builder, n_problems);
  json_builder_end_object (builder);
  atl_cli_print_json (builder);
}

/* Pads by characters, not bytes, so that accents do not shift the columns. */
static void
print_row (const char *label,
           const char *value)
{
  int pad = MAX (1, 22 - (int) g_utf8_strlen (label, -1));

  g_print ("%s%*s%s\n", label, pad, "", value);
}

static void
print_text (AtlSession *session,
            const Row   rows[N_ROWS])
{
  print_row (_ ("Title"), atl_session_get_title (session));
  print_row (_ ("Language"), atl_session_get_language (session));
  if (*atl_session_get_date (session) != '\0')
    print_row (_ ("Date"), atl_session_get_date (session));
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", rows[i].n);

      print_row (rows[i].label, number);
    }
}

static AtlExit
print_info (const char *file,
            gboolean    json)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = NULL;
  AtlCodecAge             age = ATL_CODEC_CURRENT;
  Counts                  counts = { 0 };
  Row                     rows[N_ROWS];

  session = atl_cli_load (file, problems, &age);
  if (session == NULL)
    return ATL_EXIT_INPUT;
  count_boards (session, &counts);
  count_votes (session, &counts);
  count_rest (session, &counts);
  fill_rows (session, &counts, rows);
  if (json)
    print_json (session, rows, atl_problems_get_n (problems));
  else
    print_text (session, rows);
  if (age == ATL_CODEC_NEWER)
    atl_cli_fail (file, "%s", _ ("was written by a newer version of Atelier; there may be more in it"));
  else if (atl_problems_get_n (problems) > 0)
    atl_cli_fail (file, "%s", _ ("has problems; “atelier-cli check” lists them"));
  return ATL_EXIT_DONE;
}

/**
 * atl_cmd_info:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Counts what a session holds.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_info (int    argc,
              char **argv)
{
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { NULL }
  };

  if (!atl_cli_parse (&argc, &argv, "info", _ ("FILE"), _ ("Count what a session holds"), entries))
    return ATL_EXIT_USAGE;
  if (argc != 2)
    return atl_cli_fail_usage ("info", "%s", _ ("say which file, and only one"));
  return print_info (argv[1], json);
}
