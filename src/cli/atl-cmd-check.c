/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/atl-cli.h"
#include "file/atl-json-file.h"
#include "store/rescue/atl-rescue.h"

static void
print_problems (const char  *file,
                AtlProblems *problems,
                guint        first)
{
  guint kept = atl_problems_get_n_kept (problems);
  guint more = atl_problems_get_n (problems) - kept;

  for (guint i = first; i < kept; i++)
    {
      g_autofree char *line = atl_problems_dup_line (problems, i);

      atl_cli_fail (file, "%s", line);
    }
  if (more > 0)
    atl_cli_fail (file, ngettext ("and %u problem more", "and %u problems more", more), more);
}

/* All that is wrong with a damaged file, and not just the first fault, which has been told already. */
static void
print_damage (const char *file)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GBytes)      bytes = atl_file_read (file, NULL);
  g_autoptr (AtlSession)  session = bytes != NULL ? atl_rescue_read (bytes, problems, NULL, NULL) : NULL;

  if (session != NULL)
    print_problems (file, problems, 1);
}

/* One line if the file cannot be read or is from the future, else one for each thing that is not usable. */
static AtlExit
check_file (const char *file)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = NULL;
  AtlCodecAge             age = ATL_CODEC_CURRENT;
  g_autofree char        *name = g_filename_display_name (file);

  session = atl_cli_load (file, problems, &age);
  if (session == NULL)
    {
      print_damage (file);
      return ATL_EXIT_INPUT;
    }
  if (age == ATL_CODEC_NEWER)
    return atl_cli_fail (file, "%s", _ ("was written by a newer version of Atelier; update to edit it"));
  print_problems (file, problems, 0);
  if (atl_problems_get_n (problems) > 0)
    return ATL_EXIT_INPUT;
  /* Translators: %s is the name of a file */
  g_print (_ ("%s: no problems\n"), name);
  return ATL_EXIT_DONE;
}

/**
 * atl_cmd_check:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Tells what is wrong with files, on stderr, one line per problem.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_check (int    argc,
               char **argv)
{
  const char        *summary = _ ("Tell what is wrong with session files");
  const GOptionEntry entries[] = { { NULL } };
  AtlExit            result = ATL_EXIT_DONE;

  if (!atl_cli_parse (&argc, &argv, "check", _ ("FILE…"), summary, entries))
    return ATL_EXIT_USAGE;
  if (argc < 2)
    return atl_cli_fail_usage ("check", "%s", _ ("say which file to check"));
  for (int i = 1; i < argc; i++)
    if (check_file (argv[i]) != ATL_EXIT_DONE)
      result = ATL_EXIT_INPUT;
  return result;
}
