/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-graphml.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-words.h"
#include "file/atl-text.h"

#define CHUNK 65536
#define MOST_DEPTH 64

/* An attribute that the file declares. */
typedef struct
{
  char    *name;
  char    *fallback;
  gboolean of_links;
  gboolean of_nodes;
} Key;

/* A link whose ends may be declared later. */
typedef struct
{
  char         *from;
  char         *to;
  guint         line;
  AtlNetworkTie tie;
} Edge;

typedef struct
{
  AtlNetworkTable *table;
  xmlParserCtxt   *parser;
  GHashTable      *keys;  /* id to Key */
  GPtrArray       *order; /* of them: as the file has them */
  GHashTable      *nodes; /* id to number + 1 */
  GArray          *edges; /* Edge */
  GHashTable      *data;  /* of the node or edge that is open: name to text */
  GString         *text;  /* of the element that is open */
  char            *node;  /* id of the node that is open */
  gboolean         in_edge;
  gboolean         undirected;
  gboolean         mutual; /* of the edge that is open */
  char            *key;    /* of the data that is open */
  char            *problem;
} Reading;

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->name);
  g_free (key->fallback);
  g_free (key);
}

static void
edge_clear (gpointer data)
{
  Edge *edge = data;

  g_free (edge->from);
  g_free (edge->to);
  g_free (edge->tie.remark);
}

static void
stop (Reading    *reading,
      const char *reason)
{
  if (reading->problem == NULL)
    reading->problem = g_strdup_printf (_ ("Line %d: %s"), xmlSAX2GetLineNumber (reading->parser), reason);
  xmlStopParser (reading->parser);
}

/* Attributes come as five pointers each: name, prefix, namespace, and the two ends of the value. */
static char *
dup_attribute (const xmlChar **attributes,
               int             n,
               const char     *name)
{
  for (int i = 0; i < n; i++)
    if (strcmp ((const char *) attributes[5 * i], name) == 0)
      {
        const char *begin = (const char *) attributes[5 * i + 3];
        gsize       length = (gsize) (attributes[5 * i + 4] - attributes[5 * i + 3]);

        return g_strndup (begin, MIN (length, ATL_NETWORK_MOST_BYTES));
      }
  return NULL;
}

static void
begin_key (Reading        *reading,
           const xmlChar **attributes,
           int             n)
{
  g_autofree char *id = dup_attribute (attributes, n, "id");
  g_autofree char *whose = dup_attribute (attributes, n, "for");
  g_autofree char *name = dup_attribute (attributes, n, "attr.name");
  Key             *key = NULL;

  if (id == NULL || g_hash_table_contains (reading->keys, id) ||
      g_hash_table_size (reading->keys) > ATL_NETWORK_MOST_COLUMNS * 4)
    return;
  key = g_new0 (Key, 1);
  key->name = g_strdup (name != NULL ? name : id);
  key->of_links = whose == NULL || g_str_equal (whose, "edge") || g_str_equal (whose, "all");
  key->of_nodes = whose == NULL || g_str_equal (whose, "node") || g_str_equal (whose, "all");
  g_free (reading->key);
  reading->key = g_strdup (id);
  g_ptr_array_add (reading->order, key);
  g_hash_table_replace (reading->keys, g_steal_pointer (&id), key);
}

static void
begin_node (Reading        *reading,
            const xmlChar **attributes,
            int             n)
{
  g_free (reading->node);
  reading->node = dup_attribute (attributes, n, "id");
  g_hash_table_remove_all (reading->data);
  reading->in_edge = FALSE;
}

static void
begin_edge (Reading        *reading,
            const xmlChar **attributes,
            int             n)
{
  Edge             edge = { .tie = { .kind = ATL_NETWORK_NO_KIND, .strength = ATL_NETWORK_USUAL_STRENGTH } };
  g_autofree char *directed = dup_attribute (attributes, n, "directed");

  edge.from = dup_attribute (attributes, n, "source");
  edge.to = dup_attribute (attributes, n, "target");
  edge.line = (guint) xmlSAX2GetLineNumber (reading->parser);
  edge.tie.mutual = directed != NULL ? atl_network_words_is_mutual (directed) : reading->undirected;
  if (reading->edges->len > 4 * ATL_NETWORK_MOST_TIES)
    {
      edge_clear (&edge);
      stop (reading, _ ("there are too many links."));
      return;
    }
  g_hash_table_remove_all (reading->data);
  reading->in_edge = TRUE;
  g_array_append_val (reading->edges, edge);
}

static void
begin_graph (Reading        *reading,
             const xmlChar **attributes,
             int             n)
{
  g_autofree char *directed = dup_attribute (attributes, n, "edgedefault");

  reading->undirected = directed != NULL && atl_network_words_is_mutual (directed);
}

/* The first attribute that is a name, else what a drawing of it says. */
static const char *
get_label (Reading *reading)
{
  const char *label = NULL;

  for (guint i = 0; label == NULL && i < reading->order->len; i++)
    {
      const Key *key = reading->order->pdata[i];

      if (atl_network_words_read_node (key->name) == ATL_NETWORK_WORD_NAME)
        label = g_hash_table_lookup (reading->data, key->name);
      if (label != NULL && *label == '\0')
        label = NULL;
    }
  return label != NULL ? label : g_hash_table_lookup (reading->data, "label");
}

static void
add_node (Reading *reading)
{
  const char *label = get_label (reading);
  guint       node;

  reading->table->line = (guint) xmlSAX2GetLineNumber (reading->parser);
  node = atl_network_table_add (reading->table, label != NULL && *label != '\0' ? label : reading->node);
  if (node != ATL_NETWORK_NO_NODE)
    g_hash_table_replace (reading->nodes, g_strdup (reading->node), GUINT_TO_POINTER (node + 1));
}

static void
set_node_data (Reading *reading)
{
  guint node = GPOINTER_TO_UINT (g_hash_table_lookup (reading->nodes, reading->node));

  for (guint i = 0; node > 0 && i < reading->order->len; i++)
    {
      const Key     *attribute = reading->order->pdata[i];
      AtlNetworkWord word = atl_network_words_read_node (attribute->name);
      const char    *value = g_hash_table_lookup (reading->data, attribute->name);

      if (value == NULL && attribute->of_nodes)
        value = attribute->fallback;
      if (value == NULL)
        continue;
      atl_network_words_set (reading->table, node - 1, word, attribute->name, value);
      if (word == ATL_NETWORK_WORD_SILO)
        atl_network_table_state (reading->table, attribute->name, TRUE);
    }
}

/* Nodes inside others are nodes like any: the outer one ends when its first inner one begins. */
static void
end_node (Reading *reading)
{
  if (reading->node != NULL && g_hash_table_contains (reading->nodes, reading->node))
    atl_network_table_report (reading->table, _ ("a second node “%s”: left out"), reading->node);
  else if (reading->node != NULL)
    {
      add_node (reading);
      set_node_data (reading);
    }
  g_clear_pointer (&reading->node, g_free);
  g_hash_table_remove_all (reading->data);
}

static void
end_edge (Reading *reading)
{
  AtlNetworkTie *tie = NULL;

  if (!reading->in_edge || reading->edges->len == 0)
    return;
  reading->in_edge = FALSE;
  tie = &g_array_index (reading->edges, Edge, reading->edges->len - 1).tie;
  reading->table->line = (guint) xmlSAX2GetLineNumber (reading->parser);
  for (guint i = 0; i < reading->order->len; i++)
    {
      const Key  *attribute = reading->order->pdata[i];
      const char *value = g_hash_table_lookup (reading->data, attribute->name);

      if (value == NULL && attribute->of_links)
        value = attribute->fallback;
      if (value != NULL)
        atl_network_words_set_tie (reading->table, tie, atl_network_words_read_link (attribute->name), value);
    }
}

static void
started_cb (void           *data,
            const xmlChar  *name,
            const xmlChar  *prefix,
            const xmlChar  *uri,
            int             n_namespaces,
            const xmlChar **namespaces,
            int             n,
            int             n_defaulted,
            const xmlChar **attributes)
{
  Reading    *reading = data;
  const char *tag = (const char *) name;

  g_string_truncate (reading->text, 0);
  if (reading->parser->nameNr > MOST_DEPTH)
    stop (reading, _ ("it is nested too deeply."));
  else if (strcmp (tag, "key") == 0)
    begin_key (reading, attributes, n);
  else if (strcmp (tag, "graph") == 0)
    {
      if (reading->node != NULL)
        end_node (reading);
      begin_graph (reading, attributes, n);
    }
  else if (strcmp (tag, "node") == 0)
    begin_node (reading, attributes, n);
  else if (strcmp (tag, "edge") == 0)
    begin_edge (reading, attributes, n);
  else if (strcmp (tag, "data") == 0)
    {
      g_free (reading->key);
      reading->key = dup_attribute (attributes, n, "key");
    }
  else if (strcmp (tag, "hyperedge") == 0)
    atl_network_table_report (reading->table, _ ("a link of more than two: left out"));
}

static char *
dup_text (Reading *reading)
{
  g_autofree char *clean = atl_text_dup_clean (reading->text->str);

  return g_strdup (g_strstrip (clean));
}

/* What is inside of a drawing, such as yEd's labels, counts if there is nothing else. */
static void
end_data (Reading *reading)
{
  const Key *key = reading->key != NULL ? g_hash_table_lookup (reading->keys, reading->key) : NULL;

  if (key != NULL && reading->text->len > 0)
    g_hash_table_replace (reading->data, g_strdup (key->name), dup_text (reading));
}

static void
end_default (Reading *reading)
{
  Key *key = reading->key != NULL ? g_hash_table_lookup (reading->keys, reading->key) : NULL;

  if (key == NULL)
    return;
  g_free (key->fallback);
  key->fallback = dup_text (reading);
}

static void
ended_cb (void          *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri)
{
  Reading    *reading = data;
  const char *tag = (const char *) name;

  if (strcmp (tag, "data") == 0)
    end_data (reading);
  else if (strcmp (tag, "default") == 0)
    end_default (reading);
  else if (strcmp (tag, "NodeLabel") == 0 && reading->text->len > 0 && reading->node != NULL)
    g_hash_table_replace (reading->data, g_strdup ("label"), dup_text (reading));
  else if (strcmp (tag, "node") == 0)
    end_node (reading);
  else if (strcmp (tag, "edge") == 0)
    end_edge (reading);
  g_string_truncate (reading->text, 0);
}

static void
text_cb (void          *data,
         const xmlChar *text,
         int            length)
{
  Reading *reading = data;

  if (reading->text->len + (gsize) length > ATL_NETWORK_MOST_BYTES)
    stop (reading, _ ("a text is too long."));
  else
    g_string_append_len (reading->text, (const char *) text, length);
}

/* Entities could be the contents of other files, or grow without end: no network needs any. */
static void
entity_cb (void          *data,
           const xmlChar *name,
           int            type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar       *content)
{
  stop (data, _ ("it declares entities, which are not read. Save it without them."));
}

static xmlEntity *
look_up_entity_cb (void          *data,
                   const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

/* Kept for the message: what comes first says most. */
static void
error_cb (void     *data,
          xmlError *problem)
{
  Reading         *reading = data;
  g_autofree char *text = g_utf8_make_valid (problem->message != NULL ? problem->message : "", -1);

  if (reading->problem == NULL && problem->level >= XML_ERR_ERROR)
    reading->problem = g_strdup_printf (_ ("Line %d: %s"), problem->line, g_strstrip (text));
}

static void
reading_init (Reading         *reading,
              AtlNetworkTable *table)
{
  reading->table = table;
  reading->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, key_free);
  reading->order = g_ptr_array_new ();
  reading->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_array_set_clear_func (reading->edges, edge_clear);
  reading->data = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading->text = g_string_new (NULL);
}

static void
reading_clear (Reading *reading)
{
  g_ptr_array_unref (reading->order);
  g_hash_table_unref (reading->keys);
  g_hash_table_unref (reading->nodes);
  g_array_unref (reading->edges);
  g_hash_table_unref (reading->data);
  g_string_free (reading->text, TRUE);
  g_free (reading->node);
  g_free (reading->key);
  g_free (reading->problem);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static guint
find_end (Reading    *reading,
          const char *id)
{
  guint known = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (reading->nodes, id)) : 0;

  if (known == 0)
    atl_network_table_report (reading->table, _ ("a link to “%s”, which is no node: left out"),
                              id != NULL ? id : "");
  return known > 0 ? known - 1 : ATL_NETWORK_NO_NODE;
}

static void
add_edges (Reading *reading)
{
  for (guint i = 0; i < reading->edges->len; i++)
    {
      Edge *edge = &g_array_index (reading->edges, Edge, i);

      reading->table->line = edge->line;
      edge->tie.from = find_end (reading, edge->from);
      edge->tie.to = find_end (reading, edge->to);
      atl_network_table_add_tie (reading->table, &edge->tie);
    }
}

/* A handler of its own, so that no tree is built, and no file but this one is opened. */
static void
parse (Reading *reading,
       GBytes  *bytes)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC };
  gsize         length = 0;
  const char   *data = g_bytes_get_data (bytes, &length);

  sax.startElementNs = started_cb;
  sax.endElementNs = ended_cb;
  sax.characters = text_cb;
  sax.cdataBlock = text_cb;
  sax.entityDecl = entity_cb;
  sax.getEntity = look_up_entity_cb;
  sax.serror = error_cb;
  reading->parser = xmlCreatePushParserCtxt (&sax, reading, NULL, 0, NULL);
  xmlCtxtUseOptions (reading->parser, XML_PARSE_NONET);
  for (gsize at = 0; at < length && reading->problem == NULL; at += CHUNK)
    xmlParseChunk (reading->parser, data + at, (int) MIN (CHUNK, length - at), 0);
  if (reading->problem == NULL)
    xmlParseChunk (reading->parser, NULL, 0, 1);
  if (reading->problem == NULL && !reading->parser->wellFormed)
    reading->problem = g_strdup (_ ("The XML is damaged."));
  if (reading->parser->myDoc != NULL)
    xmlFreeDoc (reading->parser->myDoc);
  xmlFreeParserCtxt (reading->parser);
}

/**
 * atl_network_graphml_read:
 * @table: where what is read goes
 * @bytes: a GraphML file, in any encoding that XML knows
 * @error: (out) (optional): why not
 *
 * Reads the nodes, links and attributes of GraphML, whatever the program that wrote it. Neither the network
 * nor any other file is asked; entities and document types are not followed. Nested graphs are read flat.
 *
 * Sets %ATL_EXCHANGE_ERROR_UNREADABLE.
 *
 * Returns: whether it could be read to its end
 */
gboolean
atl_network_graphml_read (AtlNetworkTable *table,
                          GBytes          *bytes,
                          GError         **error)
{
  g_auto (Reading) reading = { NULL };

  reading_init (&reading, table);
  parse (&reading, bytes);
  if (reading.problem == NULL)
    add_edges (&reading);
  if (reading.problem == NULL)
    return TRUE;
  g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE, reading.problem);
  return FALSE;
}
