/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "catalogue/atl-words.h"
#include "cli/atl-cli.h"
#include "exchange/atl-network-apply.h"
#include "exchange/atl-network-import.h"
#include "file/atl-durable-file.h"
#include "file/atl-gate.h"

typedef struct
{
  char    *output;
  char    *into;
  char    *format;
  char    *language;
  char    *title;
  gboolean teams;
  gboolean force;
} Options;

static const struct
{
  const char      *name;
  AtlNetworkFormat format;
} formats[] = {
  { "links", ATL_NETWORK_FORMAT_LINKS },
  { "people", ATL_NETWORK_FORMAT_PEOPLE },
  { "graphml", ATL_NETWORK_FORMAT_GRAPHML },
  { "pajek", ATL_NETWORK_FORMAT_PAJEK },
  { "kumu", ATL_NETWORK_FORMAT_KUMU },
  { "csv", ATL_NETWORK_FORMAT_ANY },
};

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->into);
  g_free (options->format);
  g_free (options->language);
  g_free (options->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (int     *argc,
       char  ***argv,
       Options *options)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_ ("The session file to write"),
      N_ ("OUT") },
    { "into", 'i', 0, G_OPTION_ARG_FILENAME, &options->into,
      N_ ("Add a board to this session (default: to a new one); OUT may be the same file"), N_ ("SESSION") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("links, people, graphml, pajek or kumu (default: by the content of each file)"), N_ ("FORMAT") },
    { "teams", 0, 0, G_OPTION_ARG_NONE, &options->teams, N_ ("The nodes are teams or roles, not people"),
      NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options->language,
      N_ ("Language of a new session: en or fr (default: yours)"), N_ ("CODE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->title, N_ ("Title of the board"), N_ ("TEXT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options->force, N_ ("Replace the file if it exists"), NULL },
    { NULL }
  };

  return atl_cli_parse (argc, argv, "import", _ ("FILE…"), _ ("Read people and links from other programs"),
                        entries);
}

static gboolean
find_format (const char       *name,
             AtlNetworkFormat *format)
{
  *format = ATL_NETWORK_FORMAT_ANY;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0)
      {
        *format = formats[i].format;
        return TRUE;
      }
  return name == NULL;
}

/* Returns what is wrong with the options, or NULL. */
static const char *
find_mistake (const Options *options,
              int            argc)
{
  AtlNetworkFormat format;

  if (argc < 2)
    return _ ("say which files to import");
  if (options->output == NULL)
    return _ ("say where to write with -o OUT");
  if (!find_format (options->format, &format))
    return _ ("the format is links, people, graphml, pajek or kumu");
  if (options->language != NULL && options->into != NULL)
    return _ ("the language is that of the session; leave --language away");
  if (options->language != NULL && !atl_words_has_language (options->language))
    return _ ("there are templates in English (en) and French (fr) only");
  return NULL;
}

static AtlSession *
make_session (const Options *options,
              AtlCatalogue  *catalogue)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  const char *const       none[] = { NULL };
  AtlCodecAge             age = ATL_CODEC_CURRENT;
  AtlSession             *session = NULL;
  const char             *language = options->language != NULL ? options->language : atl_cli_get_language ();

  if (options->into == NULL)
    return atl_catalogue_make_session (catalogue, options->title, language, none);
  session = atl_cli_load (options->into, problems, &age);
  if (session == NULL || age != ATL_CODEC_NEWER)
    return session;
  atl_cli_fail (options->into, "%s", _ ("was written by a newer version of Atelier, which should add to it"));
  g_object_unref (session);
  return NULL;
}

static gboolean
read_files (AtlNetworkTable *table,
            int              argc,
            char           **argv,
            const Options   *options)
{
  AtlNetworkFormat format;

  find_format (options->format, &format);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!atl_network_import_read_file (table, argv[i], format, &error))
        {
          atl_cli_fail (argv[i], "%s", error->message);
          return FALSE;
        }
    }
  atl_network_table_end (table);
  if (table->rows->len > 0)
    return TRUE;
  atl_cli_fail (argv[1], "%s", _ ("has no people and no links"));
  return FALSE;
}

/* Who belongs to a department and a site is in a silo of each partition. */
static void
print_silos (const AtlNetworkCounts *counts)
{
  guint n = counts->n_silos;

  if (counts->n_partitions > 1)
    /* Translators: the first number counts silos, the second partitions, always several */
    g_print (ngettext ("%u silo in %u partitions added\n", "%u silos in %u partitions added\n", n), n,
             counts->n_partitions);
  else
    g_print (ngettext ("%u silo added\n", "%u silos added\n", n), n);
}

static void
print_report (AtlNetworkTable        *table,
              const AtlNetworkCounts *counts)
{
  guint n = atl_problems_get_n (table->problems);
  guint kept = atl_problems_get_n_kept (table->problems);

  for (guint i = 0; i < kept; i++)
    {
      g_autofree char *line = atl_problems_dup_line (table->problems, i);

      g_printerr ("%s\n", line);
    }
  if (n > kept)
    g_printerr (ngettext ("… and %u more\n", "… and %u more\n", n - kept), n - kept);
  g_print (ngettext ("%u node on the map\n", "%u nodes on the map\n", counts->n_nodes), counts->n_nodes);
  g_print (ngettext ("%u person added\n", "%u people added\n", counts->n_people), counts->n_people);
  print_silos (counts);
  g_print (ngettext ("%u link added\n", "%u links added\n", counts->n_links), counts->n_links);
}

/* What could not be opened again is not written. */
static AtlExit
write_session (AtlSession *session,
               const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = atl_codec_write (session);

  if (!atl_gate_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    return atl_cli_fail (path, "%s", _ ("was not written: the session would be too large to open"));
  if (!atl_durable_write (path, bytes, &error))
    return atl_cli_fail (path, "%s", error->message);
  return ATL_EXIT_DONE;
}

static AtlExit
import_files (int            argc,
              char         **argv,
              const Options *options)
{
  g_autoptr (AtlCatalogue)    catalogue = atl_catalogue_new ();
  g_autoptr (AtlNetworkTable) table = atl_network_table_new ();
  g_autoptr (AtlSession)      session = NULL;
  AtlNetworkChoices           choices = { .title = options->title, .teams = options->teams };
  AtlNetworkCounts            counts = { 0 };
  AtlExit                     exit;

  if (!read_files (table, argc, argv, options))
    return ATL_EXIT_INPUT;
  session = make_session (options, catalogue);
  if (session == NULL)
    return ATL_EXIT_INPUT;
  atl_network_apply (table, session, catalogue, &choices, &counts);
  exit = write_session (session, options->output);
  if (exit == ATL_EXIT_DONE)
    print_report (table, &counts);
  return exit;
}

/**
 * atl_cmd_import:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Reads networks of people and links of other programs, and puts them on a board of a session.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_import (int    argc,
                char **argv)
{
  g_auto (Options) options = { NULL };
  const char      *mistake = NULL;
  gboolean         same;

  if (!parse (&argc, &argv, &options))
    return ATL_EXIT_USAGE;
  mistake = find_mistake (&options, argc);
  if (mistake != NULL)
    return atl_cli_fail_usage ("import", "%s", mistake);
  same = options.into != NULL && g_strcmp0 (options.into, options.output) == 0;
  if (!same && !options.force && g_file_test (options.output, G_FILE_TEST_EXISTS))
    return atl_cli_fail (options.output, "%s", _ ("exists already; add --force to replace it"));
  return import_files (argc, argv, &options);
}
