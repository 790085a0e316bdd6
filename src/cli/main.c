/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli/atl-cli.h"
#include "util/atl-places.h"

static const AtlCommand commands[] = {
  { "new", N_ ("Make a session from templates or a program"), atl_cmd_new },
  { "templates", N_ ("List the templates and programs"), atl_cmd_templates },
  { "check", N_ ("Tell what is wrong with session files"), atl_cmd_check },
  { "info", N_ ("Count what a session holds"), atl_cmd_info },
  { "export", N_ ("Write a report, a board or a picture"), atl_cmd_export },
  { "import", N_ ("Read people and links from other programs"), atl_cmd_import },
  { "measures", N_ ("Tell the figures of a silo map"), atl_cmd_measures },
  { "compare", N_ ("Compare two silo maps: before and after"), atl_cmd_compare },
  { "groups", N_ ("Mix the people into break-out groups"), atl_cmd_groups },
  { "merge", N_ ("Merge two copies of a session"), atl_cmd_merge },
};

/* Help is printed from here, not by GOption, because the options belong to the commands. */
static AtlExit
print_help (void)
{
  g_print ("%s\n  atelier-cli %s\n\n", _ ("Usage:"), _ ("COMMAND [OPTION…]"));
  g_print ("%s\n\n", _ ("Atelier’s workshop sessions without a window."));
  g_print ("%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("Options:"));
  g_print ("  %-12s %s\n", "--help", _ ("Show this help; after a command, its options"));
  g_print ("  %-12s %s\n", "--version", _ ("Show the version"));
  g_print ("\n%s\n", _ ("Exit status: 0 done, 1 a file is at fault, 2 the command line is at fault."));
  return ATL_EXIT_DONE;
}

static AtlExit
print_version (void)
{
  g_print ("atelier-cli %s\n", PACKAGE_VERSION);
  return ATL_EXIT_DONE;
}

static void
set_locale (void)
{
  g_autofree char *folder = atl_places_dup_locale (LOCALEDIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static AtlExit
run_command (int    argc,
             char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        argv[1] = argv[0];
        return commands[i].run (argc - 1, argv + 1);
      }
  return atl_cli_fail_usage (NULL, _ ("there is no command “%s”"), argv[1]);
}

int
main (int    argc,
      char **argv)
{
  set_locale ();
  if (argc < 2)
    return atl_cli_fail_usage (NULL, "%s", _ ("a command is missing"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return print_help ();
  if (g_str_equal (argv[1], "--version"))
    return print_version ();
  return run_command (argc, argv);
}
