/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gate, reader and writer of sessions. ATL_FUZZ_PLANTED puts in a fault that must be found. */
#include "fuzz.h"

#include "file/atl-gate.h"
#include "store/codec/atl-codec.h"

#include <json-glib/json-glib.h>
#include <string.h>

#ifndef ATL_FUZZ_PLANTED
#define ATL_FUZZ_PLANTED 0
#endif

static void
collect (JsonNode *node, GHashTable *texts);

static void
collect_members (JsonObject *object, GHashTable *texts)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    if (!g_str_equal (name, "id"))
      collect (node, texts);
}

/* All texts but ids, which are replaced where they are missing, wrong or taken. */
static void
collect (JsonNode *node, GHashTable *texts)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    collect_members (json_node_get_object (node), texts);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      collect (json_array_get_element (json_node_get_array (node), i), texts);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    g_hash_table_add (texts, json_node_dup_string (node));
}

static GHashTable *
collect_texts (const char *data, gsize size)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  GHashTable            *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  FUZZ_HOLDS (json_parser_load_from_data (parser, data, (gssize) size, NULL));
  FUZZ_HOLDS (json_parser_get_root (parser) != NULL);
  collect (json_parser_get_root (parser), texts);

  return texts;
}

/* Controls are taken out of texts, on purpose. */
static gboolean
is_kept_exactly (const char *text)
{
  if (text[0] == '\0')
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c < 0x20)
      return FALSE;
  return TRUE;
}

static void
check_content (GHashTable *before, AtlSession *session)
{
  g_autoptr (GBytes)     bytes = atl_codec_write (session);
  gsize                  size;
  const char            *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GHashTable) after = collect_texts (data, size);
  GHashTableIter         iter;
  gpointer               text;

  /* A text may be the default of a property, which is left out; the texts of defaults are nicks. */
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (is_kept_exactly (text) && strchr (text, ' ') != NULL && !g_hash_table_contains (after, text))
      g_error ("this text is lost: %s", (char *) text);
}

/* Planted: a gate that lets cut files in. */
static gboolean
is_accepted (const char *data, gsize size)
{
  AtlGateFault fault = { 0 };

  return atl_gate_scan (data, size, &fault) || (ATL_FUZZ_PLANTED == 1 && fault.code == ATL_FILE_ERROR_CUT);
}

/* Planted: a reader that loses titles of two words. */
static void
lose_title (AtlSession *session)
{
  if (ATL_FUZZ_PLANTED == 2 && strchr (atl_session_get_title (session), ' ') != NULL)
    atl_session_set_title (session, "");
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @size: how many
 *
 * What the gate lets in, json-glib accepts; what the codec reads it writes without losing a text, and what it
 * writes can be read.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes)      bytes = g_bytes_new (data, size);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age = ATL_CODEC_CURRENT;
  g_autoptr (GHashTable)  texts = NULL;
  g_autoptr (AtlSession)  session = NULL;
  g_autoptr (AtlSession)  again = NULL;

  if (is_accepted ((const char *) data, size))
    texts = collect_texts ((const char *) data, size);
  session = atl_codec_read (bytes, problems, &age, NULL);
  if (session == NULL || age == ATL_CODEC_NEWER)
    return 0;

  lose_title (session);
  again = fuzz_check_written (session);
  if (texts != NULL)
    check_content (texts, again);
  return 0;
}
