/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "catalogue/atl-words.h"
#include "cli/atl-cli-map.h"
#include "exchange/atl-network-export.h"
#include "exchange/atl-network-matrix.h"
#include "exchange/atl-pdf.h"
#include "exchange/atl-png.h"
#include "file/atl-durable-file.h"

typedef struct
{
  char    *output;
  char    *format;
  char    *board;
  char    *layout;
  char    *language;
  int      width;
  gboolean names;
} Options;

typedef enum
{
  FORMAT_NONE,
  FORMAT_PDF,
  FORMAT_PNG,
  FORMAT_GRAPHML,
  FORMAT_CSV,
  FORMAT_MATRIX,
  FORMAT_ADJACENCY,
} Format;

static const struct
{
  const char *name;
  Format      format;
} formats[] = {
  { "pdf", FORMAT_PDF },
  { "png", FORMAT_PNG },
  { "graphml", FORMAT_GRAPHML },
  { "csv", FORMAT_CSV },
  { "matrix", FORMAT_MATRIX },
  { "adjacency", FORMAT_ADJACENCY },
};

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->format);
  g_free (options->board);
  g_free (options->layout);
  g_free (options->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (int     *argc,
       char  ***argv,
       Options *options)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The file to write; it is replaced if it exists"),
      N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("pdf, png, or of a map graphml, csv, matrix or adjacency (default: by the suffix of the file)"),
      N_ ("FORMAT") },
    { "board", 'b', 0, G_OPTION_ARG_STRING, &options->board,
      N_ ("One board, by its number from 1, or all of them, each in a file of its own"), N_ ("N|all") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &options->layout,
      N_ ("report or board (default: report, or board with --board)"),
      N_ ("LAYOUT") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options->language,
      N_ ("Language of the report’s own words: en or fr (default: that of the session)"), N_ ("CODE") },
    { "width", 'w', 0, G_OPTION_ARG_INT, &options->width,
      N_ ("Width of a picture in pixels (default: 1920)"), N_ ("PIXELS") },
    { "names", 0, 0, G_OPTION_ARG_NONE, &options->names,
      N_ ("Show people on maps of silos, as each wants to be named (default: silos only)"), NULL },
    { NULL }
  };

  return atl_cli_parse (argc, argv, "export", _ ("FILE"), _ ("Write a report, a board or a picture"),
                        entries);
}

static Format
find_format (const Options *options)
{
  const char *dot = strrchr (options->output, '.');
  const char *name = options->format != NULL ? options->format : dot != NULL ? dot + 1
                                                                             : "";

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0)
      return formats[i].format;
  return FORMAT_NONE;
}

static AtlMapNames
get_names (const Options *options)
{
  return options->names ? ATL_MAP_NAMES_SHOWN : ATL_MAP_NAMES_SILOS;
}

static gboolean
is_report (const Options *options)
{
  if (options->layout != NULL)
    return g_str_equal (options->layout, "report");
  return options->board == NULL && find_format (options) == FORMAT_PDF;
}

static gboolean
is_network (const Options *options)
{
  return find_format (options) >= FORMAT_GRAPHML;
}

static const char *
find_layout_mistake (const Options *options)
{
  const char *layout = options->layout;

  if (layout != NULL && !g_str_equal (layout, "report") && !g_str_equal (layout, "board"))
    return _ ("the layout is report or board");
  if (is_report (options) && find_format (options) == FORMAT_PNG)
    return _ ("a report is a PDF; a picture shows one board");
  if (is_report (options) && options->board != NULL)
    return _ ("a report holds all boards; leave --board away");
  if (find_format (options) != FORMAT_PNG && options->width != 0)
    return _ ("--width is for pictures");
  if (is_network (options) && layout != NULL)
    return _ ("--layout is for pictures and PDF files");
  if (options->width < 0)
    return _ ("the width is a number of pixels");
  return NULL;
}

/* Returns what is wrong with the options, or NULL. */
static const char *
find_mistake (const Options *options,
              int            argc)
{
  if (argc < 2)
    return _ ("say which session file to export");
  if (argc > 2)
    return _ ("export takes one session file");
  if (options->output == NULL)
    return _ ("say which file to write with -o");
  if (find_format (options) == FORMAT_NONE && options->format != NULL)
    return _ ("the format is pdf, png, graphml, csv, matrix or adjacency");
  if (find_format (options) == FORMAT_NONE)
    return _ ("the file to write does not end in .pdf, .png, .graphml or .csv: say which with --format");
  if (options->language != NULL && !atl_words_has_language (options->language))
    return _ ("there are reports in English (en) and French (fr) only");
  return find_layout_mistake (options);
}

/* "wall.png" of the second board of several is "wall-2.png". */
static char *
suffix_path (const char *path,
             const char *suffix)
{
  const char      *dot = strrchr (path, '.');
  const char      *slash = strrchr (path, G_DIR_SEPARATOR);
  g_autofree char *stem = NULL;

  if (dot == NULL || (slash != NULL && dot < slash))
    return g_strdup_printf ("%s-%s", path, suffix);
  stem = g_strndup (path, (gsize) (dot - path));
  return g_strdup_printf ("%s-%s%s", stem, suffix, dot);
}

static AtlExit
export_board (AtlSession    *session,
              guint          index,
              const Options *options,
              const char    *path)
{
  g_autoptr (GError) error = NULL;
  AtlBoard          *board = atl_list_get (atl_session_get_boards (session), index);
  gboolean           done;

  if (find_format (options) == FORMAT_PNG)
    done = atl_png_export_board (session, board, options->width, get_names (options), path, &error);
  else
    done = atl_pdf_export_board (session, board, options->language, get_names (options), path, &error);
  return done ? ATL_EXIT_DONE : atl_cli_fail (path, "%s", error->message);
}

static AtlExit
export_all (AtlSession    *session,
            const Options *options)
{
  guint   n = atl_list_get_length (atl_session_get_boards (session));
  AtlExit exit = ATL_EXIT_DONE;

  for (guint i = 0; i < n && exit == ATL_EXIT_DONE; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *path = suffix_path (options->output, number);

      exit = export_board (session, i, options, path);
    }
  return exit;
}

static AtlExit
export_boards (AtlSession    *session,
               const Options *options,
               const char    *file)
{
  guint   n = atl_list_get_length (atl_session_get_boards (session));
  guint64 number = 1;

  if (n == 0)
    return atl_cli_fail (file, "%s", _ ("has no board to export"));
  if (options->board != NULL && g_str_equal (options->board, "all"))
    return export_all (session, options);
  if (options->board != NULL && !g_ascii_string_to_unsigned (options->board, 10, 1, n, &number, NULL))
    return atl_cli_fail_usage ("export",
                               ngettext ("--board takes “all” or 1, the session has %u board",
                                         "--board takes “all” or a number; the session has %u boards", n),
                               n);
  return export_board (session, (guint) number - 1, options, options->output);
}

static AtlExit
export_report (AtlSession    *session,
               const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (!atl_pdf_export_report (session, options->language, get_names (options), options->output, &error))
    return atl_cli_fail (options->output, "%s", error->message);
  return ATL_EXIT_DONE;
}

static AtlExit
write_bytes (GBytes     *bytes,
             const char *path,
             GError     *problem)
{
  g_autoptr (GError) error = problem;

  if (bytes == NULL || !atl_durable_write (path, bytes, &error))
    return atl_cli_fail (path, "%s", error->message);
  return ATL_EXIT_DONE;
}

/* "map.csv" holds the links, "map-people.csv" the people. */
static AtlExit
export_tables (AtlCliMap  *map,
               const char *path)
{
  g_autofree char   *second = suffix_path (path, "people");
  GError            *error = NULL;
  g_autoptr (GBytes) links = atl_network_export_links (map->session, map->board, &error);
  g_autoptr (GBytes) people = NULL;
  AtlExit            exit = write_bytes (links, path, error);

  if (exit != ATL_EXIT_DONE)
    return exit;
  error = NULL;
  people = atl_network_export_people (map->session, map->board, &error);
  return write_bytes (people, second, error);
}

static GBytes *
dup_network (AtlCliMap *map,
             Format     format,
             GError   **error)
{
  if (format == FORMAT_MATRIX)
    return atl_network_export_matrix (map->board, error);
  if (format == FORMAT_ADJACENCY)
    return atl_network_export_adjacency (map->session, map->board, error);
  return atl_network_export_graphml (map->session, map->board, error);
}

static AtlExit
export_network (const char    *file,
                const Options *options)
{
  g_auto (AtlCliMap) map = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  GError            *error = NULL;
  guint64            number = 0;
  AtlExit            exit;

  if (options->board != NULL && !g_ascii_string_to_unsigned (options->board, 10, 1, G_MAXINT, &number, NULL))
    return atl_cli_fail_usage ("export", "%s", _ ("a map is one board: --board takes its number"));
  exit = atl_cli_map_load (&map, "export", file, (int) number);
  if (exit != ATL_EXIT_DONE)
    return exit;
  if (find_format (options) == FORMAT_CSV)
    return export_tables (&map, options->output);
  bytes = dup_network (&map, find_format (options), &error);
  return write_bytes (bytes, options->output, error);
}

/**
 * atl_cmd_export:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Writes the report of a session as a PDF, its boards as PDF or PNG, or a map as GraphML or CSV.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_export (int    argc,
                char **argv)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = NULL;
  g_auto (Options)        options = { NULL };
  AtlCodecAge             age = ATL_CODEC_CURRENT;
  const char             *mistake = NULL;
  AtlExit                 exit;

  if (!parse (&argc, &argv, &options))
    return ATL_EXIT_USAGE;
  mistake = find_mistake (&options, argc);
  if (mistake != NULL)
    return atl_cli_fail_usage ("export", "%s", mistake);
  if (is_network (&options))
    return export_network (argv[1], &options);
  session = atl_cli_load (argv[1], problems, &age);
  if (session == NULL)
    return ATL_EXIT_INPUT;
  exit = is_report (&options) ? export_report (session, &options)
                              : export_boards (session, &options, argv[1]);
  if (exit == ATL_EXIT_DONE && age == ATL_CODEC_NEWER)
    atl_cli_fail (argv[1], "%s", _ ("was written by a newer version of Atelier; there may be more in it"));
  else if (exit == ATL_EXIT_DONE && atl_problems_get_n (problems) > 0)
    atl_cli_fail (argv[1], "%s", _ ("has problems; “atelier-cli check” lists them"));
  return exit;
}
