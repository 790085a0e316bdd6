/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "catalogue/atl-board-maker.h"
#include "catalogue/atl-catalogue.h"
#include "catalogue/atl-template-reader.h"
#include "catalogue/atl-words.h"
#include "cli/atl-cli.h"
#include "file/atl-durable-file.h"

#include <string.h>

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
      N_ ("Add a board from this template, or template file; may be repeated"), N_ ("ID") },
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

/* A file is told by its suffix or by a slash; no id has either. */
static gboolean
is_file (const char *template)
{
  return g_str_has_suffix (template, ".json") || strchr (template, G_DIR_SEPARATOR) != NULL;
}

static AtlTemplate *
load_file (const char *file,
           AtlExit    *result)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlTemplate *template = atl_template_reader_load (file, problems);

  for (guint i = 0; i < atl_problems_get_n_kept (problems); i++)
    {
      g_autofree char *line = atl_problems_dup_line (problems, i);

      *result = atl_cli_fail (file, "%s", line);
    }
  return template;
}

static AtlTemplate *
find_template (AtlCatalogue *catalogue,
               const char   *id,
               AtlExit      *result)
{
  AtlTemplate *template = NULL;

  if (is_file (id))
    return load_file (id, result);
  template = atl_catalogue_find_template (catalogue, id);
  if (template == NULL)
    *result = atl_cli_fail_usage ("new", _ ("there is no template “%s”; “atelier-cli templates” lists them"),
                                  id);
  return template != NULL ? g_object_ref (template) : NULL;
}

static gboolean
has_files (const Options *options)
{
  for (guint i = 0; options->templates[i] != NULL; i++)
    if (is_file (options->templates[i]))
      return TRUE;
  return FALSE;
}

static AtlSession *
make_from_ids (AtlCatalogue  *catalogue,
               const Options *options,
               const char    *language,
               AtlExit       *result)
{
  for (guint i = 0; options->templates[i] != NULL; i++)
    {
      g_autoptr (AtlTemplate) template = find_template (catalogue, options->templates[i], result);

      if (template == NULL)
        return NULL;
    }
  return atl_catalogue_make_session (catalogue, options->title, language,
                                     (const char *const *) options->templates);
}

/* A session with a board for each template, whose title is that of the first one. */
static AtlSession *
make_from_files (AtlCatalogue  *catalogue,
                 const Options *options,
                 const char    *language,
                 AtlExit       *result)
{
  static const char *const none[] = { NULL };
  g_autoptr (AtlSession)   session = atl_catalogue_make_session (catalogue, options->title, language, none);

  for (guint i = 0; options->templates[i] != NULL; i++)
    {
      g_autoptr (AtlTemplate) template = find_template (catalogue, options->templates[i], result);

      if (template == NULL)
        return NULL;
      atl_board_maker_add (template, session, NULL);
      if (i == 0 && options->title == NULL)
        atl_session_set_title (session, atl_template_get_name (template, language));
    }
  return g_steal_pointer (&session);
}

static AtlSession *
make_from_program (AtlCatalogue  *catalogue,
                   const Options *options,
                   const char    *language,
                   AtlExit       *result)
{
  AtlProgram *program = atl_catalogue_find_program (catalogue, options->program);

  if (program != NULL)
    return atl_catalogue_make_session (catalogue, options->title, language,
                                       atl_program_get_templates (program));
  *result = atl_cli_fail_usage ("new", _ ("there is no program “%s”; “atelier-cli templates” lists them"),
                                options->program);
  return NULL;
}

/* Sets @result where NULL is returned. */
static AtlSession *
make_session (const Options *options,
              AtlExit       *result)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  const char              *language = options->language != NULL ? options->language : atl_cli_get_language ();

  if (options->program != NULL)
    return make_from_program (catalogue, options, language, result);
  if (has_files (options))
    return make_from_files (catalogue, options, language, result);
  return make_from_ids (catalogue, options, language, result);
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
  g_autoptr (AtlSession) session = NULL;
  g_auto (Options)       options = { NULL };
  const char            *mistake = NULL;
  AtlExit                result = ATL_EXIT_USAGE;

  if (!parse (&argc, &argv, &options))
    return ATL_EXIT_USAGE;
  mistake = find_mistake (&options, argc);
  if (mistake != NULL)
    return atl_cli_fail_usage ("new", "%s", mistake);
  if (!options.force && g_file_test (options.output, G_FILE_TEST_EXISTS))
    return atl_cli_fail (options.output, "%s", _ ("exists already; add --force to replace it"));
  session = make_session (&options, &result);
  return session != NULL ? write_session (session, options.output) : result;
}
