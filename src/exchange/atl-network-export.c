/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-export.h"

#include <glib/gi18n-lib.h>

#include "exchange/atl-csv-writer.h"
#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-names.h"
#include "file/atl-text.h"
#include "insight/network/atl-network.h"
#include "insight/network/atl-paths.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"

/* A map that is written out. */
typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlNetwork *network;
  GHashTable *numbers;    /* id of a note to its number + 1 */
  GPtrArray  *labels;     /* by number: as they may be shown, no two alike */
  GPtrArray  *partitions; /* names of those that are not active */
  GHashTable *shared;     /* links of the kind that counts in both directions: "from to" */
} Export;

static void
export_clear (Export *export)
{
  g_clear_pointer (&export->network, atl_network_unref);
  g_clear_pointer (&export->numbers, g_hash_table_unref);
  g_clear_pointer (&export->labels, g_ptr_array_unref);
  g_clear_pointer (&export->partitions, g_ptr_array_unref);
  g_clear_pointer (&export->shared, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

/* Somebody hidden gets a number, and so do those of one name: lists of links tell people apart by name. */
static char *
dup_label (Export *export,
           GHashTable *used,
           guint       node)
{
  g_autofree char *name = atl_network_names_dup_shown (export->network, node, export->session);

  return atl_network_names_dup_unlike (name, used);
}

static void
list_partitions (Export *export)
{
  AtlList    *silos = atl_session_get_silos (export->session);
  const char *active = atl_session_get_active_partition (export->session);

  export->partitions = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      const char *name = atl_silo_get_partition (atl_list_get (silos, i));

      if (!g_str_equal (name, active) &&
          !g_ptr_array_find_with_equal_func (export->partitions, name, g_str_equal, NULL))
        g_ptr_array_add (export->partitions, g_strdup (name));
    }
}

static void
list_shared (Export *export)
{
  AtlList *links = atl_board_get_links (export->board);

  export->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);

      if (atl_link_get_kind (link) == ATL_LINK_KIND_SHARED)
        g_hash_table_add (export->shared,
                          g_strdup_printf ("%s %s", atl_link_get_from (link), atl_link_get_to (link)));
    }
}

/* Whether a link stands for both directions: it may be stored twice, once for each. */
static gboolean
goes_both_ways (Export *export,
                AtlLink *link)
{
  g_autofree char *back = g_strdup_printf ("%s %s", atl_link_get_to (link), atl_link_get_from (link));

  return atl_link_get_kind (link) == ATL_LINK_KIND_SHARED && !g_hash_table_contains (export->shared, back);
}

static gboolean
export_init (Export *export,
             AtlSession *session,
             AtlBoard   *board,
             GError    **error)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  export->session = session;
  export->board = board;
  export->network = atl_network_new (board);
  export->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  export->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < export->network->n_nodes; i++)
    {
      g_hash_table_insert (export->numbers, export->network->nodes[i].id, GUINT_TO_POINTER (i + 1));
      g_ptr_array_add (export->labels, dup_label (export, used, i));
    }
  list_partitions (export);
  list_shared (export);
  if (export->network->n_nodes > 0)
    return TRUE;
  g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_EMPTY,
                       _ ("This board is not a map of people or teams."));
  return FALSE;
}

static int
find_number (Export *export,
             const char *note)
{
  return note != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (export->numbers, note)) - 1 : -1;
}

static AtlPerson *
find_person (Export *export,
             guint node)
{
  const char *id = export->network->nodes[node].person;

  return id != NULL ? atl_list_find (atl_session_get_people (export->session), id) : NULL;
}

static const char *
get_silo (Export *export,
          guint node)
{
  int silo = export->network->nodes[node].silo;

  return silo >= 0 ? export->network->silos[silo].name : "";
}

/* The silo of a person in a partition that is not active. */
static const char *
get_other_silo (Export *export,
                guint       node,
                const char *partition)
{
  AtlPerson         *person = find_person (export, node);
  const char *const *ids = person != NULL ? atl_person_get_silos (person) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      AtlSilo *silo = atl_list_find (atl_session_get_silos (export->session), ids[i]);

      if (silo != NULL && g_str_equal (atl_silo_get_partition (silo), partition))
        return atl_silo_get_name (silo);
    }
  return "";
}

/* The role of somebody hidden would tell who it is. */
static const char *
get_role (Export *export,
          guint node)
{
  AtlPerson *person = find_person (export, node);

  if (person == NULL || atl_person_get_shown (person) == ATL_SHOWN_HIDDEN)
    return "";
  return atl_person_get_role (person);
}

static const char *
get_nick (GType type,
          int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

/* Of somebody hidden, this would tell who it is. */
static gboolean
is_manager (Export *export,
            guint node)
{
  AtlPerson *person = find_person (export, node);

  return person != NULL && atl_person_get_shown (person) != ATL_SHOWN_HIDDEN &&
         atl_person_get_manager (person);
}

static gboolean
is_factory (Export *export,
            guint node)
{
  int silo = export->network->nodes[node].silo;

  return silo >= 0 && export->network->silos[silo].factory;
}

static const char *
get_shown (Export *export,
           guint node)
{
  AtlPerson *person = find_person (export, node);
  AtlShown   shown = person != NULL ? atl_person_get_shown (person) : ATL_SHOWN_NAME;

  return get_nick (atl_shown_get_type (), (int) shown);
}

static const char *
get_kind (AtlLink *link)
{
  return get_nick (atl_link_kind_get_type (), (int) atl_link_get_kind (link));
}

static const char *
get_declared_by (AtlLink *link)
{
  return get_nick (atl_declared_by_get_type (), (int) atl_link_get_declared_by (link));
}

/* What XML cannot hold is left out. */
static void
append_xml (GString    *xml,
            const char *text)
{
  g_autofree char    *clean = atl_text_dup_clean (text);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char    *escaped = NULL;

  for (const char *c = clean; *c != '\0'; c = g_utf8_next_char (c))
    if (g_utf8_get_char (c) != 0xFFFE && g_utf8_get_char (c) != 0xFFFF)
      g_string_append_unichar (kept, g_utf8_get_char (c));
  escaped = g_markup_escape_text (kept->str, -1);
  g_string_append (xml, escaped);
}

static void
append_key (GString    *xml,
            const char *id,
            const char *whose,
            const char *name,
            const char *type)
{
  g_string_append_printf (xml, "  <key id=\"%s\" for=\"%s\" attr.name=\"", id, whose);
  append_xml (xml, name);
  g_string_append_printf (xml, "\" attr.type=\"%s\"/>\n", type);
}

static void
append_keys (GString *xml,
             Export *export)
{
  append_key (xml, "label", "node", "label", "string");
  append_key (xml, "silo", "node", "silo", "string");
  append_key (xml, "role", "node", "role", "string");
  append_key (xml, "external", "node", "external", "boolean");
  append_key (xml, "present", "node", "present", "boolean");
  append_key (xml, "shown", "node", "shown", "string");
  append_key (xml, "manager", "node", "manager", "boolean");
  append_key (xml, "factory", "node", "factory", "boolean");
  for (guint i = 0; i < export->partitions->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("partition%u", i + 1);

      append_key (xml, id, "node", export->partitions->pdata[i], "string");
    }
  append_key (xml, "kind", "edge", "kind", "string");
  append_key (xml, "strength", "edge", "strength", "int");
  append_key (xml, "declaredBy", "edge", "declared-by", "string");
  append_key (xml, "remark", "edge", "remark", "string");
  append_key (xml, "waitingDays", "edge", "waitingDays", "double");
}

static void
append_data (GString    *xml,
             const char *key,
             const char *value)
{
  if (*value == '\0')
    return;
  g_string_append_printf (xml, "      <data key=\"%s\">", key);
  append_xml (xml, value);
  g_string_append (xml, "</data>\n");
}

static void
append_node (GString *xml,
             Export *export,
             guint node)
{
  g_string_append_printf (xml, "    <node id=\"n%u\">\n", node);
  append_data (xml, "label", export->labels->pdata[node]);
  append_data (xml, "silo", get_silo (export, node));
  append_data (xml, "role", get_role (export, node));
  append_data (xml, "external", export->network->nodes[node].external ? "true" : "false");
  append_data (xml, "present", export->network->nodes[node].present ? "true" : "false");
  append_data (xml, "shown", get_shown (export, node));
  append_data (xml, "manager", is_manager (export, node) ? "true" : "");
  append_data (xml, "factory", is_factory (export, node) ? "true" : "");
  for (guint i = 0; i < export->partitions->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("partition%u", i + 1);

      append_data (xml, id, get_other_silo (export, node, export->partitions->pdata[i]));
    }
  g_string_append (xml, "    </node>\n");
}

/* A number of days as every program reads it, "" without one. */
static char *
dup_waiting (AtlLink *link)
{
  char   text[G_ASCII_DTOSTR_BUF_SIZE];
  double days = 0;

  if (!atl_link_get_number (link, "waitingDays", &days))
    return g_strdup ("");
  return g_strdup (g_ascii_dtostr (text, sizeof text, days));
}

static void
append_edge (GString *xml,
             Export *export,
             AtlLink *link,
             int      from,
             int      to)
{
  g_autofree char *strength = g_strdup_printf ("%d", atl_link_get_strength (link));
  g_autofree char *waiting = dup_waiting (link);
  gboolean         both = goes_both_ways (export, link);

  g_string_append_printf (xml, "    <edge source=\"n%d\" target=\"n%d\"%s>\n", from, to,
                          both ? " directed=\"false\"" : "");
  append_data (xml, "kind", get_kind (link));
  append_data (xml, "strength", strength);
  append_data (xml, "declaredBy", get_declared_by (link));
  append_data (xml, "remark", atl_link_get_remark (link));
  append_data (xml, "waitingDays", waiting);
  g_string_append (xml, "    </edge>\n");
}

/**
 * atl_network_export_graphml:
 * @session: a session
 * @board: one of its boards
 * @error: (out) (optional): why not
 *
 * Writes a map as GraphML with all attributes. People are named as they want to be shown.
 *
 * Sets %ATL_EXCHANGE_ERROR_EMPTY.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
atl_network_export_graphml (AtlSession *session,
                            AtlBoard   *board,
                            GError    **error)
{
  g_auto (Export) export = { NULL };
  AtlList *links = atl_board_get_links (board);
  GString *xml = NULL;

  if (!export_init (&export, session, board, error))
    return NULL;
  xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  append_keys (xml, &export);
  g_string_append (xml, "  <graph id=\"map\" edgedefault=\"directed\">\n");
  for (guint i = 0; i < export.network->n_nodes; i++)
    append_node (xml, &export, i);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);
      int      from = find_number (&export, atl_link_get_from (link));
      int      to = find_number (&export, atl_link_get_to (link));

      if (from >= 0 && to >= 0)
        append_edge (xml, &export, link, from, to);
    }
  g_string_append (xml, "  </graph>\n</graphml>\n");
  return g_string_free_to_bytes (xml);
}

static void
append_link (GString *csv,
             Export *export,
             AtlLink *link)
{
  int              from = find_number (export, atl_link_get_from (link));
  int              to = find_number (export, atl_link_get_to (link));
  gboolean         both = goes_both_ways (export, link);
  g_autofree char *strength = g_strdup_printf ("%d", atl_link_get_strength (link));
  g_autofree char *waiting = dup_waiting (link);

  if (from < 0 || to < 0)
    return;
  atl_csv_writer_cell (csv, export->labels->pdata[from]);
  atl_csv_writer_cell (csv, export->labels->pdata[to]);
  atl_csv_writer_cell (csv, strength);
  atl_csv_writer_cell (csv, get_kind (link));
  atl_csv_writer_cell (csv, both ? "mutual" : "directed");
  atl_csv_writer_cell (csv, get_declared_by (link));
  atl_csv_writer_cell (csv, atl_link_get_remark (link));
  atl_csv_writer_cell (csv, waiting);
  atl_csv_writer_end_row (csv);
}

/**
 * atl_network_export_links:
 * @session: a session
 * @board: one of its boards
 * @error: (out) (optional): why not
 *
 * Writes the links of a map as CSV that the import reads again. People are named as they want to be shown.
 *
 * Sets %ATL_EXCHANGE_ERROR_EMPTY.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
atl_network_export_links (AtlSession *session,
                          AtlBoard   *board,
                          GError    **error)
{
  static const char *const names[] = { "from", "to", "strength", "kind", "direction",
                                       "declared by", "remark", "waiting days" };
  g_auto (Export) export = { NULL };
  AtlList *links = atl_board_get_links (board);
  GString *csv = NULL;

  if (!export_init (&export, session, board, error))
    return NULL;
  csv = atl_csv_writer_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    atl_csv_writer_cell (csv, names[i]);
  atl_csv_writer_end_row (csv);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    append_link (csv, &export, atl_list_get (links, i));
  return g_string_free_to_bytes (csv);
}

static void
append_person (GString *csv,
               Export *export,
               guint node)
{
  atl_csv_writer_cell (csv, export->labels->pdata[node]);
  atl_csv_writer_cell (csv, get_silo (export, node));
  atl_csv_writer_cell (csv, get_role (export, node));
  atl_csv_writer_cell (csv, export->network->nodes[node].external ? "yes" : "no");
  atl_csv_writer_cell (csv, export->network->nodes[node].present ? "yes" : "no");
  atl_csv_writer_cell (csv, get_shown (export, node));
  for (guint i = 0; i < export->partitions->len; i++)
    atl_csv_writer_cell (csv, get_other_silo (export, node, export->partitions->pdata[i]));
  atl_csv_writer_end_row (csv);
}

/**
 * atl_network_export_people:
 * @session: a session
 * @board: one of its boards
 * @error: (out) (optional): why not
 *
 * Writes the nodes of a map with their silos as CSV that the import reads again, in the order of the board:
 * no figure of a person is in it. People are named as they want to be shown.
 *
 * Sets %ATL_EXCHANGE_ERROR_EMPTY.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
atl_network_export_people (AtlSession *session,
                           AtlBoard   *board,
                           GError    **error)
{
  static const char *const names[] = { "name", "silo", "role", "external", "present", "shown" };
  g_auto (Export) export = { NULL };
  GString *csv = NULL;

  if (!export_init (&export, session, board, error))
    return NULL;
  csv = atl_csv_writer_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    atl_csv_writer_cell (csv, names[i]);
  for (guint i = 0; i < export.partitions->len; i++)
    atl_csv_writer_cell (csv, export.partitions->pdata[i]);
  atl_csv_writer_end_row (csv);
  for (guint i = 0; i < export.network->n_nodes; i++)
    append_person (csv, &export, i);
  return g_string_free_to_bytes (csv);
}
