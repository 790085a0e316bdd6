/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-copies.h"

#include "file/atl-json-file.h"
#include "file/atl-json-reader.h"
#include "store/codec/atl-codec.h"

#include <string.h>

/* Conflict copies: what a program that carries files between machines leaves beside a session when both
 * sides wrote it, and what our own save leaves when somebody wrote at the same moment. */

#define SUFFIX ".atelier"
#define MAX_COPIES 50

/* In a pattern "#" stands for a digit, "%" for a letter or a digit, "@" for one of a hexadecimal number. */
static const char *const patterns[] = {
  ".sync-conflict-########-######-%%%%%%%", /* Syncthing */
  " (conflicted copy ####-##-## ######)",   /* Nextcloud, ownCloud */
  ".conflict-@@@@@@@@",                     /* ours */
};

static gboolean
fits (char c, char pattern)
{
  switch (pattern)
    {
    case '#':
      return g_ascii_isdigit (c);
    case '%':
      return g_ascii_isalnum (c);
    case '@':
      return g_ascii_isxdigit (c);
    default:
      return c == pattern;
    }
}

/* Returns how much of @text the pattern takes, 0 if it does not begin with it. */
static gsize
match (const char *text, const char *pattern)
{
  gsize length = 0;

  for (; pattern[length] != '\0'; length++)
    if (text[length] == '\0' || !fits (text[length], pattern[length]))
      return 0;
  return length;
}

static gsize
match_any (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      gsize length = match (text, patterns[i]);

      if (length > 0)
        return length;
    }
  return 0;
}

static gsize
get_stem_length (const char *name)
{
  return strlen (name) - (g_str_has_suffix (name, SUFFIX) ? strlen (SUFFIX) : 0);
}

/**
 * atl_copies_is_name_of:
 * @name: (type filename): the name of a file, without its folder
 * @original: (type filename): the name of a session file, without its folder
 *
 * Knows the conflict copies of Syncthing, of Nextcloud and of our own save, and copies of copies.
 *
 * Returns: whether @name is that of a conflict copy of @original
 */
gboolean
atl_copies_is_name_of (const char *name, const char *original)
{
  gsize       stem = get_stem_length (original);
  const char *rest = NULL;
  gsize       length = 0;

  if (!g_str_has_suffix (name, SUFFIX) || stem == 0 || strncmp (name, original, stem) != 0)
    return FALSE;
  rest = name + stem;
  while ((length = match_any (rest)) > 0)
    rest += length;
  return rest > name + stem && g_str_equal (rest, SUFFIX);
}

/* A file that cannot be read is nobody's copy. */
static gboolean
is_of_session (const char *path, const char *session_id)
{
  g_autoptr (GBytes)      bytes = NULL;
  g_autoptr (JsonNode)    root = atl_json_load (path, &bytes, NULL);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *format = NULL;
  g_autofree char        *id = NULL;
  AtlJsonReader           reader;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  atl_json_reader_init (&reader, json_node_get_object (root), problems);
  format = atl_json_reader_dup_string (&reader, "format", "", NULL);
  id = atl_json_reader_dup_id (&reader, "id", "", NULL);
  return g_str_equal (format, ATL_CODEC_FORMAT) && g_strcmp0 (id, session_id) == 0;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * atl_copies_find:
 * @path: (type filename): a session file
 * @session_id: the id of its session
 *
 * Looks beside @path for conflict copies that hold the same session; at most fifty. Reads the files whose
 * names tell, so it is for a thread. A folder that cannot be read has none.
 *
 * Returns: (transfer full) (element-type filename): their paths in the order of their names, ends with %NULL
 */
GPtrArray *
atl_copies_find (const char *path, const char *session_id)
{
  GPtrArray       *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *original = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name = NULL;

  while (dir != NULL && found->len < MAX_COPIES && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *copy = g_build_filename (folder, name, NULL);

      if (atl_copies_is_name_of (name, original) && is_of_session (copy, session_id))
        g_ptr_array_add (found, g_steal_pointer (&copy));
    }
  g_ptr_array_sort (found, compare_paths);
  g_ptr_array_add (found, NULL);
  return found;
}
