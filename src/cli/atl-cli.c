/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/atl-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "file/atl-json-file.h"

static GOptionContext *
make_context (const char         *arguments,
              const char         *summary,
              const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (arguments);

  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

/* GLib would say "atelier-cli [OPTION…]": help names the command too. */
static void
name_program (const char *command)
{
  g_autofree char *name = g_strconcat ("atelier-cli ", command, NULL);

  g_set_prgname (name);
}

/**
 * atl_cli_parse:
 * @argc: (inout): as main() has it
 * @argv: (inout): as main() has it
 * @command: the name of the command
 * @arguments: (nullable): what follows the options, such as "FILE…"
 * @summary: what the command does, translated
 * @entries: its options
 *
 * Parses the options of a command, says what is wrong with them, and answers --help.
 *
 * Returns: %FALSE if the command line is at fault
 */
gboolean
atl_cli_parse (int                *argc,
               char             ***argv,
               const char         *command,
               const char         *arguments,
               const char         *summary,
               const GOptionEntry *entries)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError)         error = NULL;

  name_program (command);
  context = make_context (arguments, summary, entries);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  atl_cli_fail_usage (command, "%s", error->message);
  return FALSE;
}

/**
 * atl_cli_fail_usage:
 * @command: (nullable): the name of the command
 * @format: what is wrong with the command line, translated
 * @...: its arguments
 *
 * Tells the user on stderr, and where help is.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cli_fail_usage (const char *command,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("atelier-cli: %s\n", message);
  if (command != NULL)
    /* Translators: %s is the name of a command */
    g_printerr (_ ("Try “atelier-cli %s --help”.\n"), command);
  else
    g_printerr (_ ("Try “atelier-cli --help”.\n"));
  return ATL_EXIT_USAGE;
}

/**
 * atl_cli_fail:
 * @file: the file at fault, as the user named it
 * @format: what is wrong with it, translated
 * @...: its arguments
 *
 * Tells the user on stderr in one line.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cli_fail (const char *file,
              const char *format,
              ...)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_strdelimit (message, "\n", ' ');
  if (g_str_has_prefix (message, name))
    g_printerr ("%s\n", message);
  else
    g_printerr ("%s: %s\n", name, message);
  return ATL_EXIT_INPUT;
}

/**
 * atl_cli_load:
 * @file: the path of a session
 * @problems: (nullable): filled with what could not be used
 * @age: (out): whether a newer version wrote the file
 *
 * Reads a session, or tells the user on stderr why it cannot be read.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL
 */
AtlSession *
atl_cli_load (const char  *file,
              AtlProblems *problems,
              AtlCodecAge *age)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = atl_file_read (file, &error);
  AtlSession        *session = bytes != NULL ? atl_codec_read (bytes, problems, age, &error) : NULL;

  if (session == NULL)
    atl_cli_fail (file, "%s", error->message);
  return session;
}

/**
 * atl_cli_get_language:
 *
 * Returns: (transfer none): the user's language, such as "fr_FR"
 */
const char *
atl_cli_get_language (void)
{
  return g_get_language_names ()[0];
}

/**
 * atl_cli_print_json:
 * @builder: what was built
 *
 * Prints it on stdout, always in UTF-8.
 */
void
atl_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode)      root = json_builder_get_root (builder);
  g_autofree char          *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
  fputc ('\n', stdout);
}
