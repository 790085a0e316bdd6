/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/atl-cli.h"
#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"
#include "model/atl-alternatives.h"
#include "store/merge/atl-merge.h"

/* What the user asked for. */
typedef struct
{
  char    *base;
  char    *output;
  gboolean strict;
  gboolean report;
} Options;

static const struct
{
  const char *type;
  const char *name;
} names[] = {
  { "AtlSession", N_ ("session") },
  { "AtlSilo", N_ ("silo") },
  { "AtlPerson", N_ ("person") },
  { "AtlGroup", N_ ("group") },
  { "AtlBoard", N_ ("board") },
  { "AtlArea", N_ ("area") },
  { "AtlNote", N_ ("note") },
  { "AtlLink", N_ ("link") },
  { "AtlStep", N_ ("step") },
  { "AtlRound", N_ ("round") },
  { "AtlBallot", N_ ("ballot") },
  { "AtlScale", N_ ("scale") },
  { "AtlAction", N_ ("action") },
  { "AtlDecision", N_ ("decision") },
  { "AtlTerm", N_ ("term") },
};

static const char *
get_kind_name (AtlItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (item), names[i].type))
      return _ (names[i].name);
  return "";
}

/* The first words of an item, on one line; the id of what has none. */
static char *
dup_words (AtlItem *item)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_STRING && klass->fields[i].group == ATL_MERGE_TEXT &&
        !atl_item_value_is_default (item, i))
      {
        const char      *words = atl_item_peek_value (item, i).string;
        g_autofree char *start = g_utf8_strlen (words, -1) > 60 ? g_utf8_substring (words, 0, 60) : NULL;
        char            *line = start != NULL ? g_strconcat (start, "…", NULL) : g_strdup (words);

        return g_strdelimit (line, "\n\t", ' ');
      }
  return g_strdup (atl_item_get_id (item));
}

static const char *
get_label (AtlMergeKind kind)
{
  switch (kind)
    {
    case ATL_MERGE_ADDED:
      return _ ("added");
    case ATL_MERGE_CHANGED:
      return _ ("changed");
    case ATL_MERGE_CONFLICT:
      return _ ("two versions");
    case ATL_MERGE_DELETED:
      return _ ("deleted");
    case ATL_MERGE_REVIVED:
    case ATL_MERGE_N_KINDS:
    default:
      return _ ("brought back");
    }
}

static void
print_report (AtlMerge *merge)
{
  if (atl_merge_is_empty (merge))
    g_print ("%s\n", _ ("nothing new"));
  for (guint i = 0; i < atl_merge_get_n_entries (merge); i++)
    {
      const AtlMergeEntry *entry = atl_merge_get_entry (merge, i);
      g_autofree char     *words = dup_words (entry->item);

      /* Translators: what happened, the kind of item, its words */
      g_print (_ ("%s: %s “%s”\n"), get_label (entry->kind), get_kind_name (entry->item), words);
    }
}

static gboolean
check_readable (const char *file, const GError *error, AtlCodecAge age)
{
  if (error == NULL && age == ATL_CODEC_CURRENT)
    return TRUE;
  if (error == NULL)
    atl_cli_fail (file, "%s", _ ("was written by a newer version of Atelier; update to merge it"));
  else if (g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CUT))
    /* Translators: %s is the reason why a file cannot be read */
    atl_cli_fail (file, _ ("%s, or let Atelier rescue it: open it there, save a copy and merge that"),
                  error->message);
  else
    atl_cli_fail (file, "%s", error->message);
  return FALSE;
}

/* @may_be_empty: git gives an empty file where there is no common ancestor. */
static gboolean
load (const char *file, gboolean may_be_empty, AtlSession **session)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  g_autoptr (GBytes)      bytes = atl_file_read (file, &error);
  AtlCodecAge             age = ATL_CODEC_CURRENT;

  *session = NULL;
  if (may_be_empty && bytes != NULL && g_bytes_get_size (bytes) == 0)
    return TRUE;
  if (bytes != NULL)
    *session = atl_codec_read (bytes, problems, &age, &error);
  if (check_readable (file, error, age))
    return TRUE;
  g_clear_object (session);
  return FALSE;
}

static AtlExit
write_result (AtlSession *session, const Options *options)
{
  g_autoptr (GBytes)    bytes = atl_codec_write (session);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) undecided = atl_alternatives_find_items (session);

  if (!atl_durable_write (options->output, bytes, &error))
    {
      atl_cli_fail (options->output, "%s", error->message);
      return ATL_EXIT_UNREADABLE;
    }
  if (!options->strict || undecided->len == 0)
    return ATL_EXIT_DONE;
  /* Translators: of a merged file */
  atl_cli_fail (options->output,
                ngettext ("%u thing has two versions", "%u things have two versions", undecided->len),
                undecided->len);
  return ATL_EXIT_INPUT;
}

static AtlExit
merge_files (const char *ours_file, const char *theirs_file, const Options *options)
{
  g_autoptr (AtlSession) ours = NULL;
  g_autoptr (AtlSession) theirs = NULL;
  g_autoptr (AtlSession) base = NULL;
  g_autoptr (AtlMerge)   merge = NULL;
  g_autoptr (GError)     error = NULL;

  if (!load (ours_file, FALSE, &ours) || !load (theirs_file, FALSE, &theirs) ||
      (options->base != NULL && !load (options->base, TRUE, &base)))
    return ATL_EXIT_UNREADABLE;
  merge = atl_merge_new (ours, theirs, base, &error);
  if (merge == NULL)
    {
      atl_cli_fail (theirs_file, "%s", error->message);
      return ATL_EXIT_UNREADABLE;
    }
  if (options->report)
    print_report (merge);
  atl_merge_apply (merge);
  return write_result (ours, options);
}

static AtlExit
check_and_merge (int argc, char **argv, const Options *options)
{
  if (argc != 3)
    return atl_cli_fail_usage ("merge", "%s", _ ("say which two files to merge"));
  if (options->output == NULL)
    return atl_cli_fail_usage ("merge", "%s", _ ("say where to write with -o OUT"));
  return merge_files (argv[1], argv[2], options);
}

/**
 * atl_cmd_merge:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Merges two copies of a session, also as a merge driver of git: its exit codes are those that git expects.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_merge (int argc, char **argv)
{
  const char        *summary = _ ("Merge two copies of a session");
  Options            options = { 0 };
  AtlExit            result = ATL_EXIT_USAGE;
  const GOptionEntry entries[] = {
    { "base", 'b', 0, G_OPTION_ARG_FILENAME, &options.base,
      N_ ("The common ancestor, for files without stamps"),
      N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write; may be one of the files"),
      N_ ("OUT") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict, N_ ("Exit with 1 if anything has two versions"),
      NULL },
    { "report", 0, 0, G_OPTION_ARG_NONE, &options.report, N_ ("List what the merge does"), NULL },
    { NULL },
  };

  if (atl_cli_parse (&argc, &argv, "merge", _ ("OURS THEIRS"), summary, entries))
    result = check_and_merge (argc, argv, &options);
  g_free (options.base);
  g_free (options.output);
  return result;
}
