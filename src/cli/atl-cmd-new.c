/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "catalogue/atl-catalogue.h"
#include "catalogue/atl-words.h"
#include "cli/atl-cli.h"
#include "file/atl-durable-file.h"

typedef struct
{
  char   **templates;
  char    *program;
  char    *language;
  char    *title;
  char    *output;
  gboolean force;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->templates);
  g_free (options->program);
  g_free (options->language);
  g_free (options->title);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (int     *argc,
       char  ***argv,
       Options *options)
{
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING_ARRAY, &options->templates,
      N_ ("Add a board from this template; may be repeated"), N_ ("ID") },
    { "program", 'p', 0, G_OPTION_ARG_STRING, &options->program,
      N_ ("Add all boards of this program"), N_ ("ID") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options->language,
      N_ ("Language of the session: en or fr (default: yours)"), N_ ("CODE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->title, N_ ("Title of the session"), N_ ("TEXT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_ ("The file to write"), N_ ("FILE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options->force, N_ ("Replace the file if it exists"), NULL },
    { NULL }
  };

  return atl_cli_parse (argc, argv, "new", NULL, _ ("Make a session from templates or a program"), entries);
}

/* Returns what is wrong with the options, or NULL. */
static const char *
find_mistake (const Options *options,
              int            argc)
{
  if (argc > 1)
    return _ ("there is a word too many; quote titles of several words");
  if (options->templates == NULL && options->program == NULL)
    return _ ("say which boards to make with --template or --program");
  if (options->templates != NULL && options->program != NULL)
    return _ ("--template and --program exclude each other");
  if (options->language != NULL && !atl_words_has_language (options->language))
    return _ ("there are templates in English (en) and French (fr) only");
  if (options->output == NULL)
    return _ ("say which file to write with -o");
  return NULL;
}

/* Finds the templates to make; says so if an id is unknown. */
static const char *const *
find_templates (AtlCatalogue  *catalogue,
                const Options *options)
{
  AtlProgram *program = NULL;

  if (options->program != NULL)
    {
      program = atl_catalogue_find_program (catalogue, options->program);
      if (program == NULL)
        atl_cli_fail_usage ("new", _ ("there is no program “%s”; “atelier-cli templates” lists them"),
                            options->program);
      return program != NULL ? atl_program_get_templates (program) : NULL;
    }
  for (guint i = 0; options->templates[i] != NULL; i++)
    if (atl_catalogue_find_template (catalogue, options->templates[i]) == NULL)
      {
        atl_cli_fail_usage ("new", _ ("there is no template “%s”; “atelier-cli templates” lists them"),
                            options->templates[i]);
        return NULL;
      }
  return (const char *const *) options->templates;
}

static AtlExit
write_session (AtlSession *session,
               const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = atl_codec_write (session);

  if (!atl_durable_write (path, bytes, &error))
    return atl_cli_fail (path, "%s", error->message);
  return ATL_EXIT_DONE;
}

/**
 * atl_cmd_new:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Makes a session from templates, in the language asked for or the user's own.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_new (int    argc,
             char **argv)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autoptr (AtlSession)   session = NULL;
  g_auto (Options)         options = { NULL };
  const char              *mistake = NULL;
  const char *const       *ids = NULL;
  const char              *language = NULL;

  if (!parse (&argc, &argv, &options))
    return ATL_EXIT_USAGE;
  mistake = find_mistake (&options, argc);
  if (mistake != NULL)
    return atl_cli_fail_usage ("new", "%s", mistake);
  ids = find_templates (catalogue, &options);
  if (ids == NULL)
    return ATL_EXIT_USAGE;
  if (!options.force && g_file_test (options.output, G_FILE_TEST_EXISTS))
    return atl_cli_fail (options.output, "%s", _ ("exists already; add --force to replace it"));
  language = options.language != NULL ? options.language : atl_cli_get_language ();
  session = atl_catalogue_make_session (catalogue, options.title, language, ids);
  return write_session (session, options.output);
}
