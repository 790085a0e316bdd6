/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-template-reader.h"

#include "catalogue/atl-data.h"
#include "catalogue/atl-template-shape.h"
#include "config.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"
#include "util/atl-uuid.h"

#include <glib/gi18n-lib.h>

#define FORMAT "atelier-template"
#define SESSION_FORMAT "atelier-session"
#define VERSION 1
#define MAX_SIZE (4 * 1024 * 1024)

/* The UUID that names of files without an id of their own are derived from. */
#define NAME_SPACE "5b2f1f4e-3b0a-4d53-9c1c-0f7c6a0d6e21"

/* What is wrong with the file as a whole: nothing else is looked at then. */
static const char *
find_stranger (JsonObject *object)
{
  const char *format = atl_data_get_string (object, "format");

  if (g_strcmp0 (format, SESSION_FORMAT) == 0)
    return _ ("this is a session, not a template; open it, and save a board of it as a template");
  if (json_object_has_member (object, "templates"))
    return _ ("this file has several templates; a file of its own is expected for each");
  if (format != NULL && !g_str_equal (format, FORMAT))
    return _ ("this is not an Atelier template");
  if (atl_data_get_int (object, "version", VERSION) > VERSION)
    return _ ("this template was made by a newer version of Atelier; update to use it");
  return NULL;
}

static GHashTable *
collect_ids (JsonArray   *array,
             const char  *place,
             AtlProblems *problems)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < atl_data_get_length (array); i++)
    {
      const char      *id = atl_data_get_string (atl_data_get_element (array, i), "id");
      g_autofree char *path = g_strdup_printf ("%s[%u].id", place, i);

      if (id != NULL && !g_hash_table_add (ids, (gpointer) id))
        atl_problems_add (problems, path, _ ("“%s” stands above already; each needs an id of its own"), id);
    }
  return ids;
}

static void
check_reference (GHashTable  *areas,
                 const char  *id,
                 const char  *path,
                 AtlProblems *problems)
{
  if (id != NULL && !g_hash_table_contains (areas, id))
    atl_problems_add (problems, path, _ ("there is no area with the id “%s”"), id);
}

/* A list of ids, or of lists of ids. */
static void
check_references (GHashTable  *areas,
                  JsonArray   *array,
                  const char  *place,
                  AtlProblems *problems)
{
  for (guint i = 0; i < atl_data_get_length (array); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u]", place, i);
      JsonNode        *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_ARRAY (node))
        check_references (areas, json_node_get_array (node), path, problems);
      else
        check_reference (areas, json_node_get_string (node), path, problems);
    }
}

static void
check_examples (GHashTable  *areas,
                JsonArray   *examples,
                AtlProblems *problems)
{
  for (guint i = 0; i < atl_data_get_length (examples); i++)
    {
      g_autofree char *path = g_strdup_printf ("examples[%u].area", i);

      check_reference (areas, atl_data_get_string (atl_data_get_element (examples, i), "area"), path,
                       problems);
    }
}

static void
check_order (JsonObject  *object,
             const char  *path,
             AtlProblems *problems)
{
  if (object != NULL && atl_data_get_int (object, "min", 0) > atl_data_get_int (object, "max", G_MAXINT))
    atl_problems_add (problems, path, "%s", _ ("“min” is larger than “max”"));
}

/* What the shape of the parts does not tell. */
static void
check_whole (JsonObject  *data,
             AtlProblems *problems)
{
  JsonObject            *poll = atl_data_get_object (data, "poll");
  g_autoptr (GHashTable) areas = collect_ids (atl_data_get_array (data, "areas"), "areas", problems);
  g_autoptr (GHashTable) items = collect_ids (atl_data_get_array (poll, "items"), "poll.items", problems);
  g_autoptr (GHashTable) tags = collect_ids (atl_data_get_array (data, "noteTags"), "noteTags", problems);

  check_order (atl_data_get_object (data, "groupSize"), "groupSize", problems);
  check_order (atl_data_get_object (poll, "scale"), "poll.scale", problems);
  check_references (areas, atl_data_get_array (data, "linksBetweenAreas"), "linksBetweenAreas", problems);
  check_references (areas, atl_data_get_array (data, "rowLinkedAreas"), "rowLinkedAreas", problems);
  check_examples (areas, atl_data_get_array (data, "examples"), problems);
}

/* Without a length of its own a template takes as long as its steps. */
static void
complete (JsonObject *data,
          const char *path)
{
  JsonArray       *agenda = atl_data_get_array (data, "agenda");
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *id = atl_uuid_v5 (NAME_SPACE, name);
  int              minutes = 0;

  for (guint i = 0; i < atl_data_get_length (agenda); i++)
    minutes += atl_data_get_int (atl_data_get_element (agenda, i), "minutes", 0);
  if (!json_object_has_member (data, "durationMinutes"))
    json_object_set_int_member (data, "durationMinutes", MIN (minutes, 1440));
  if (!json_object_has_member (data, "id"))
    json_object_set_string_member (data, "id", id);
}

static AtlTemplate *
read_root (JsonNode    *root,
           const char  *path,
           AtlProblems *problems)
{
  const char          *stranger = find_stranger (json_node_get_object (root));
  guint                before = atl_problems_get_n (problems);
  g_autoptr (JsonNode) read = NULL;

  if (stranger != NULL)
    {
      atl_problems_add (problems, "", "%s", stranger);
      return NULL;
    }
  read = atl_shape_read (atl_template_shape_get (), root, "", problems);
  if (atl_problems_get_n (problems) == before)
    check_whole (json_node_get_object (read), problems);
  if (atl_problems_get_n (problems) > before)
    return NULL;
  complete (json_node_get_object (read), path);
  return atl_template_new_personal (json_node_get_object (read), path);
}

/* The gate speaks of sessions where it says what a file is. */
static void
report_error (const GError *error,
              AtlProblems  *problems)
{
  gboolean of_session = g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_FOREIGN) ||
                        g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_TOO_DEEP) ||
                        g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_TOO_MANY);

  if (g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_EMPTY))
    atl_problems_add (problems, "", "%s", _ ("the file is empty"));
  else
    atl_problems_add (problems, "", "%s",
                      of_session ? _ ("this is not an Atelier template") : error->message);
}

/**
 * atl_template_reader_read:
 * @bytes: the content of a file
 * @path: (type filename): where it is from; its name is the id of a template that has none
 * @problems: where everything that is wrong is added, with its place
 *
 * Reads one template. A file with any problem gives none: what a board is made of is not guessed.
 *
 * Returns: (transfer full) (nullable): the template
 */
AtlTemplate *
atl_template_reader_read (GBytes      *bytes,
                          const char  *path,
                          AtlProblems *problems)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (bytes != NULL && path != NULL && problems != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_SIZE)
    {
      atl_problems_add (problems, "", "%s", _ ("the file is larger than 4 MiB, which no template is"));
      return NULL;
    }
  root = atl_json_parse (bytes, &error);
  if (root != NULL)
    return read_root (root, path, problems);
  report_error (error, problems);
  return NULL;
}

/**
 * atl_template_reader_load:
 * @path: (type filename): a file
 * @problems: where everything that is wrong is added, with its place
 *
 * Reads one template from a file, see atl_template_reader_read().
 *
 * Returns: (transfer full) (nullable): the template
 */
AtlTemplate *
atl_template_reader_load (const char  *path,
                          AtlProblems *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL && problems != NULL, NULL);

  bytes = atl_file_read (path, &error);
  if (bytes != NULL)
    return atl_template_reader_read (bytes, path, problems);
  atl_problems_add (problems, "", "%s", error->message);
  return NULL;
}
