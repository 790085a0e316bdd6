/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-apply.h"
#include "exchange/atl-network-import.h"
#include "exchange/atl-network-partitions.h"
#include "insight/network/atl-measures.h"
#include "scene/atl-scene.h"

#include <string.h>

/* What a text is read as: counts before it goes into a session. */
typedef struct
{
  const char *name;
  const char *text;
  guint       n_nodes;
  guint       n_ties;
  guint       n_columns;
  guint       n_problems;
} Reading;

#define KUMU "{\"elements\":[{\"label\":\"A\",\"attributes\":{}},{\"_id\":\"2\",\"label\":\"B\"}]," \
             "\"connections\":[{\"from\":\"A\",\"to\":\"B\"}]}"
#define KUMU_UNKNOWN "{\"elements\":[{\"label\":\"A\"}],\"connections\":[{\"from\":\"A\",\"to\":\"99\"}]}"
#define MAILS "name,team,mail,tags\nA,X,m@x,a|b\nB,X,m@x,a|b\nC,Y,n@x,c|d\nD,Y,n@x,c|d\n"
#define GRAPHML(nodes) "<graphml><graph>" nodes "<edge source='a' target='b'/></graph></graphml>"

static const Reading readings[] = {
  { "commas", "from,to,strength\nAna,Bob,4\nBob,Ana,2\n", 2, 2, 0, 0 },
  { "semicolons-in-french", "de;vers;force\nAna;Bob;4\n\"Bob; fils\";Ana;2\n", 3, 2, 0, 0 },
  { "tabs-without-header", "Ana\tBob\t3\nBob\tCy\t1\n", 3, 2, 0, 0 },
  { "bars", "source|target\nAna|Bob\n", 2, 1, 0, 0 },
  { "zeros-are-no-links", "from,to,weight\nAna,Bob,0\nAna,Cy,1\n", 3, 1, 0, 0 },
  { "self-links-are-reported", "from,to\nAna,Ana\nAna,Bob\n", 2, 1, 0, 1 },
  { "nan-is-reported", "from,to,weight\nAna,Bob,NaN\nAna,Bob,-1\nAna,Bob,2\n", 2, 1, 0, 2 },
  { "case-and-accents-do-not-matter", "from,to\nChloé,Bob\nchloe,Ana\n", 3, 2, 0, 0 },
  { "repeated-links-are-one", "from,to,strength\nAna,Bob,1\nAna,Bob,4\n", 2, 1, 0, 1 },
  { "people", "name,silo,site\nAna,A,x\nBob,A,y\nCy,B,x\nDi,B,y\n", 4, 0, 2, 0 },
  { "names-of-others-group-nobody", "name,mail\nAna,a@b\nBob,b@b\nCy,c@b\nDi,d@b\n", 4, 0, 0, 1 },
  { "pajek", "*Vertices 3\n1 \"Ana\"\n2 \"Bob\"\n*Arcs\n1 2 1\n*Edges\n2 3\n", 3, 2, 0, 0 },
  { "pajek-lists", "*vertices 3\n*arcslist\n1 2 3\n", 3, 2, 0, 0 },
  { "pajek-matrix", "*Vertices 2\n*Matrix\n0 1\n1 0\n", 2, 2, 0, 0 },
  { "pajek-partition", "*Network a\n*Vertices 2\n1 A\n2 B\n*Partition p\n*Vertices 2\n1\n2\n", 2, 0, 1, 0 },
  { "pajek-unknown-vertex", "*Vertices 2\n*Arcs\n1 3\n1 2\n", 2, 1, 0, 1 },
  { "kumu", KUMU, 2, 1, 0, 0 },
  { "kumu-unknown-element", KUMU_UNKNOWN, 1, 0, 0, 1 },
  { "kumu-connections-only", "{\"connections\":[{\"from\":\"A\",\"to\":\"B\"}]}", 2, 1, 0, 0 },
  { "matrix", ",Ana,Bob,Cy\nAna,0,3,1\nBob,2,,0\nCy,0,0,0\n", 3, 3, 0, 0 },
  { "matrix-with-semicolons", "de \\ vers;Ana;Bob\nAna;;3,0\nBob;x;-\n", 2, 2, 0, 0 },
  { "matrix-with-tabs-in-another-order", "\tAna\tBob\tCy\nCy\t1\t\t\nana\t\t2\t\nBob\t\t\t3\n", 3, 3, 0, 0 },
  { "matrix-without-a-corner", "Ana,Bob\nAna,0,1\nBob,0,0\n", 2, 1, 0, 0 },
  { "matrix-with-a-word-in-it", ",Ana,Bob,Cy\nAna,0,3,1\nBob,2,0,much\nCy,0,0,0\n", 3, 3, 0, 1 },
  { "two-silos-for-one-name", "name,silo\nAna,MKT\nAna,DSI\nBob,DSI\n", 2, 0, 1, 1 },
  { "the-same-row-twice", "name,silo\nAna,MKT\nana,mkt\nAna,\nBob,DSI\n", 2, 0, 1, 0 },
  { "two-roles-for-one-name", "name,silo,role\nAna,MKT,buyer\nAna,MKT,pilot\nBob,DSI,\n", 2, 0, 1, 1 },
  { "two-names-for-one-id", "id,name,silo\n1,Ana,MKT\n1,Bob,MKT\n2,Ana,DSI\n", 2, 0, 1, 1 },
  { "no-direction", "from,to,directed\nAna,Bob,maybe\nBob,Cy,yes\nCy,Di,no\nAna,Di,<->\n", 4, 4, 0, 1 },
  { "halves-are-reported", "from,to,strength\nAna,Bob,3.5\nBob,Ana,2\n", 2, 2, 0, 1 },
  { "known-partitions", "name;Direction;Site;Produit\nAna;MKT;Paris;A\nBob;DSI;Lyon;B\n", 2, 0, 3, 0 },
  { "columns-that-group-nobody", MAILS, 4, 0, 1, 2 },
  { "one-value-groups-nobody", "name,team,kind\nA,X,person\nB,Y,person\n", 2, 0, 1, 1 },
  { "damaged-utf-8", "from,to\nC\303\251l,B\377b\nC\303\251l,Ana\n", 3, 2, 0, 1 },
  { "graphml", GRAPHML ("<node id='a'/><node id='b'/>"), 2, 1, 0, 0 },
  { "graphml-dangling", GRAPHML ("<node id='a'/>"), 1, 0, 0, 1 },
};

static const struct
{
  const char *name;
  const char *text;
} refused[] = {
  { "nothing", "" },
  { "one-column", "hello\nworld\n" },
  { "open-quote", "from,to\n\"Ana,Bob\n" },
  { "no-json", "{\"elements\":" },
  { "other-json", "{\"a\":1}" },
  { "matrix-of-silos", "silos,MKT,DSI\nMKT,3,1\nDSI,0,2\n" },
  { "matrix-of-other-names", ",Ana,Bob\nAna,0,1\nBobby,2,0\n" },
  { "matrix-cut-short", ",Ana,Bob,Cy\nAna,0,1,0\nBob,0,0,0\n" },
  { "list-as-json", "[1,2,3]" },
  { "no-vertices", "*Arcs\n1 2\n" },
  { "cut-xml", "<graphml><graph><node id='a'/>" },
  { "entities", "<!DOCTYPE g [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><graphml>&c;</graphml>" },
  { "outer-entity", "<!DOCTYPE g [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><graphml>&a;</graphml>" },
};

static AtlNetworkTable *
read_bytes (const char *data,
            gsize       length,
            GError    **error)
{
  g_autoptr (AtlNetworkTable) table = atl_network_table_new ();
  g_autoptr (GBytes)          bytes = g_bytes_new (data, length);

  if (!atl_network_import_read (table, bytes, "file", ATL_NETWORK_FORMAT_ANY, error))
    return NULL;
  atl_network_table_end (table);
  return g_steal_pointer (&table);
}

static void
test_reads (gconstpointer data)
{
  const Reading              *reading = data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (AtlNetworkTable) table = NULL;

  table = read_bytes (reading->text, strlen (reading->text), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (table->rows->len, ==, reading->n_nodes);
  g_assert_cmpuint (table->ties->len, ==, reading->n_ties);
  g_assert_cmpuint (table->columns->len, ==, reading->n_columns);
  g_assert_cmpuint (atl_problems_get_n (table->problems), ==, reading->n_problems);
}

static void
test_refuses (gconstpointer data)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (AtlNetworkTable) table = read_bytes (data, strlen (data), &error);

  g_assert_null (table);
  g_assert_nonnull (error);
  g_assert_null (strstr (error->message, "session"));
}

static double
get_strength (AtlNetworkTable *table,
              guint            i)
{
  return g_array_index (table->ties, AtlNetworkTie, i).strength;
}

/* Twenty links of strength 4, and what else is given. */
static AtlNetworkTable *
read_strengths (const char *others)
{
  g_autoptr (GString)         text = g_string_new ("from,to,strength\n");
  g_autoptr (GError)          error = NULL;
  g_autoptr (AtlNetworkTable) table = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "Ana,P%u,4\n", i);
  g_string_append (text, others);
  table = read_bytes (text->str, text->len, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&table);
}

static void
test_outliers (void)
{
  g_autoptr (AtlNetworkTable) table = read_strengths ("Bob,Cy,9\nBob,Di,1e308\nBob,Eve,2000\nBob,Fay,400\n");

  g_assert_cmpuint (table->ties->len, ==, 22);
  for (guint i = 0; i < 20; i++)
    g_assert_cmpfloat (get_strength (table, i), ==, 4);
  g_assert_cmpfloat (get_strength (table, 20), ==, 5);
  g_assert_cmpfloat (get_strength (table, 21), ==, 5);
  g_assert_cmpuint (atl_problems_get_n (table->problems), ==, 4);
  g_assert_cmpstr (atl_problems_get_path (table->problems, 0), ==, "file:23");
  g_assert_cmpstr (atl_problems_get_path (table->problems, 1), ==, "file:24");
  g_assert_cmpstr (atl_problems_get_path (table->problems, 2), ==, "file:22");
  g_assert_cmpstr (atl_problems_get_path (table->problems, 3), ==, "file:25");
}

static void
test_other_scale (void)
{
  g_autoptr (AtlNetworkTable) table = read_strengths ("Bob,Cy,20\nBob,Di,10\nBob,Eve,12\n");

  g_assert_cmpfloat (get_strength (table, 0), ==, 1);
  g_assert_cmpfloat (get_strength (table, 20), ==, 5);
  g_assert_cmpfloat (get_strength (table, 21), ==, 3);
  g_assert_cmpfloat (get_strength (table, 22), ==, 3);
  g_assert_cmpuint (atl_problems_get_n (table->problems), ==, 1);
  g_assert_nonnull (strstr (atl_problems_get_reason (table->problems, 0), "0.25"));
}

/* One file of shares does not change the scale of another. */
static void
test_scales_by_file (void)
{
  g_autoptr (AtlNetworkTable) table = atl_network_table_new ();
  static const char           shares[] = "from,to,value\nAna,Bob,1\nAna,Cy,0.5\n";
  static const char           others[] = "from,to,value\nBob,Cy,4\n";
  g_autoptr (GBytes)          first = g_bytes_new_static (shares, strlen (shares));
  g_autoptr (GBytes)          second = g_bytes_new_static (others, strlen (others));

  g_assert_true (atl_network_import_read (table, first, "a", ATL_NETWORK_FORMAT_ANY, NULL));
  g_assert_true (atl_network_import_read (table, second, "b", ATL_NETWORK_FORMAT_ANY, NULL));
  atl_network_table_end (table);

  g_assert_cmpfloat (get_strength (table, 0), ==, 5);
  g_assert_cmpfloat (get_strength (table, 1), ==, 3);
  g_assert_cmpfloat (get_strength (table, 2), ==, 4);
}

static void
test_first_row_counts (void)
{
  static const char           text[] = "name,silo\nAna,MKT\nAna,DSI\nBob,DSI\n";
  g_autoptr (AtlNetworkTable) table = read_bytes (text, strlen (text), NULL);

  g_assert_cmpstr (atl_network_partitions_get (table, 0, "silo"), ==, "MKT");
  g_assert_cmpstr (atl_problems_get_path (table->problems, 0), ==, "file:3");
  g_assert_nonnull (strstr (atl_problems_get_reason (table->problems, 0), "MKT"));
}

static void
test_matrix (void)
{
  static const char           text[] = ",Ana,Bob,Cy\nAna,0,3,1\nBob,2,0,9\nCy,0,0,0\n";
  g_autoptr (AtlNetworkTable) table = read_bytes (text, strlen (text), NULL);
  const AtlNetworkTie        *tie = &g_array_index (table->ties, AtlNetworkTie, 2);

  g_assert_cmpuint (table->ties->len, ==, 4);
  g_assert_cmpstr (((AtlNetworkRow *) table->rows->pdata[tie->from])->label, ==, "Bob");
  g_assert_cmpstr (((AtlNetworkRow *) table->rows->pdata[tie->to])->label, ==, "Ana");
  g_assert_cmpfloat (tie->strength, ==, 2);
  g_assert_false (tie->mutual);
  g_assert_cmpfloat (get_strength (table, 3), ==, 5);
  g_assert_cmpstr (atl_problems_get_path (table->problems, 0), ==, "file:3");
}

static void
test_decodes (void)
{
  static const char windows[] = "from,to\nChlo\xe9,Zo\xeb\n";
  static const char utf16[] = "\xff\xfe"
                              "f\0r\0o\0m\0,\0t\0o\0\n\0C\0h\0l\0o\0\xe9\0,\0Z\0o\0\xeb\0\n";
  static const char marked[] = "\xef\xbb\xbf"
                               "from,to\nChloé,Zoë\n";
  const struct
  {
    const char *data;
    gsize       length;
  } texts[] = { { windows, sizeof windows - 1 }, { utf16, sizeof utf16 }, { marked, sizeof marked - 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError)          error = NULL;
      g_autoptr (AtlNetworkTable) table = read_bytes (texts[i].data, texts[i].length, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (((AtlNetworkRow *) table->rows->pdata[0])->label, ==, "Chloé");
      g_assert_cmpstr (((AtlNetworkRow *) table->rows->pdata[1])->label, ==, "Zoë");
    }
}

static AtlBoard *
apply (AtlNetworkTable  *table,
       AtlSession       *session,
       AtlNetworkCounts *counts)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();

  return atl_network_apply (table, session, catalogue, &(AtlNetworkChoices){ NULL }, counts);
}

static void
test_applies (void)
{
  static const char           text[] = "*Vertices 4\n*Arcs\n1 2 5\n2 1 5\n1 3 2\n*Edges\n3 4 1\n"
                                       "*Partition team\n*Vertices 4\n1\n1\n2\n2\n";
  g_autoptr (AtlNetworkTable) table = read_bytes (text, strlen (text), NULL);
  g_autoptr (AtlSession)      session = atl_session_new (NULL);
  AtlNetworkCounts            counts = { 0 };
  AtlBoard                   *board = apply (table, session, &counts);
  g_autoptr (AtlNetwork)      network = atl_network_new (board);
  g_autoptr (AtlMeasures)     measures = atl_measures_new (network, NULL);

  g_assert_cmpuint (counts.n_people, ==, 4);
  g_assert_cmpuint (counts.n_silos, ==, 2);
  g_assert_cmpstr (atl_session_get_partition (session), ==, "team");
  g_assert_cmpuint (network->n_arcs, ==, 5);
  g_assert_cmpuint (measures->ei.external, ==, 1);
  g_assert_cmpuint (measures->ei.internal, ==, 2);
}

static void
test_applies_twice (void)
{
  static const char           text[] = "name,silo\nAna,A\nBob,A\nCy,B\n";
  g_autoptr (AtlNetworkTable) table = read_bytes (text, strlen (text), NULL);
  g_autoptr (AtlSession)      session = atl_session_new (NULL);
  AtlNetworkCounts            counts = { 0 };

  apply (table, session, &counts);
  apply (table, session, &counts);

  g_assert_cmpuint (counts.n_people, ==, 0);
  g_assert_cmpuint (counts.n_silos, ==, 0);
  g_assert_cmpuint (counts.n_nodes, ==, 3);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_boards (session)), ==, 2);
}

static guint
count_overlaps (AtlBoard *board)
{
  g_autoptr (AtlScene) scene = atl_scene_new (board);
  GPtrArray           *boxes = atl_scene_get_boxes (scene, ATL_BOX_NOTE);
  guint                n = 0;

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      n += atl_rect_overlap (((AtlBox *) boxes->pdata[i])->rect, ((AtlBox *) boxes->pdata[j])->rect) > 0.5;
  return n;
}

static AtlNetworkTable *
read_crowd (const char *first,
            guint       n,
            guint       n_silos)
{
  g_autoptr (GString) text = g_string_new ("name,silo\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s person number %u,Silo %u\n", first, i, i % n_silos);
  return read_bytes (text->str, text->len, NULL);
}

/* New people come to the silos of those that have a place, at the edge of the area. */
static void
test_room_for_more (void)
{
  g_autoptr (AtlNetworkTable) before = read_crowd ("Short", 12, 3);
  g_autoptr (AtlNetworkTable) more = read_crowd ("Somebody with quite a long name and the", 30, 5);
  g_autoptr (AtlCatalogue)    catalogue = atl_catalogue_new ();
  g_autoptr (AtlSession)      session = atl_session_new (NULL);
  AtlNetworkCounts            counts = { 0 };
  AtlBoard                   *board = apply (before, session, &counts);
  AtlList                    *notes = atl_board_get_notes (board);

  g_assert_cmpuint (count_overlaps (board), ==, 0);
  for (guint i = 0; i < 12; i++)
    {
      atl_note_set_x (atl_list_get (notes, i), i % 2 == 0 ? 140 : 1010);
      atl_note_set_y (atl_list_get (notes, i), 160 + 70 * (int) i);
    }
  atl_network_apply (more, session, catalogue, &(AtlNetworkChoices){ board }, &counts);

  g_assert_cmpuint (atl_list_get_length (notes), ==, 42);
  g_assert_cmpuint (count_overlaps (board), ==, 0);
}

static void
test_scales (void)
{
  static const char           text[] = "from,to,weight\nAna,Bob,100\nBob,Cy,1\nCy,Ana,50\nAna,Cy,20\n";
  g_autoptr (AtlNetworkTable) table = read_bytes (text, strlen (text), NULL);

  g_assert_cmpfloat (g_array_index (table->ties, AtlNetworkTie, 0).strength, ==, 5);
  g_assert_cmpfloat (g_array_index (table->ties, AtlNetworkTie, 1).strength, ==, 1);
  g_assert_cmpfloat (g_array_index (table->ties, AtlNetworkTie, 2).strength, ==, 3);
}

static void
test_ids (void)
{
  g_autoptr (AtlNetworkTable) table = atl_network_table_new ();
  static const char           links[] = "from,to\n1,2\n2,3\n";
  static const char           people[] = "id,name,silo\n1,Ana,A\n2,Bob,A\n3,Ana,B\n";
  g_autoptr (GBytes)          first = g_bytes_new_static (links, strlen (links));
  g_autoptr (GBytes)          second = g_bytes_new_static (people, strlen (people));

  g_assert_true (atl_network_import_read (table, first, "links", ATL_NETWORK_FORMAT_ANY, NULL));
  g_assert_true (atl_network_import_read (table, second, "people", ATL_NETWORK_FORMAT_ANY, NULL));

  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_cmpstr (((AtlNetworkRow *) table->rows->pdata[2])->label, ==, "Ana");
}

static void
test_lone_partition (void)
{
  g_autoptr (AtlNetworkTable) table = atl_network_table_new ();
  static const char           network[] = "*Vertices 4\n1 \"Ana\"\n*Edges\n1 2\n";
  static const char           values[] = "*Vertices 4\r\n2\r\n1\r\n1\r\n2\r\n";
  g_autoptr (GBytes)          first = g_bytes_new_static (network, strlen (network));
  g_autoptr (GBytes)          second = g_bytes_new_static (values, strlen (values));

  g_assert_true (atl_network_import_read (table, first, "a.net", ATL_NETWORK_FORMAT_ANY, NULL));
  g_assert_true (atl_network_import_read (table, second, "team.clu", ATL_NETWORK_FORMAT_ANY, NULL));
  atl_network_table_end (table);

  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_cmpuint (table->columns->len, ==, 1);
  g_assert_cmpstr (((AtlNetworkColumn *) table->columns->pdata[0])->name, ==, "team");
  g_assert_cmpuint (atl_problems_get_n (table->problems), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/network-import/reads/%s", readings[i].name);

      g_test_add_data_func (path, &readings[i], test_reads);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/network-import/refuses/%s", refused[i].name);

      g_test_add_data_func (path, refused[i].text, test_refuses);
    }
  g_test_add_func ("/network-import/finds-the-encoding", test_decodes);
  g_test_add_func ("/network-import/becomes-a-map", test_applies);
  g_test_add_func ("/network-import/doubles-nobody", test_applies_twice);
  g_test_add_func ("/network-import/finds-room-beside-those-that-are-there", test_room_for_more);
  g_test_add_func ("/network-import/brings-strengths-to-five", test_scales);
  g_test_add_func ("/network-import/takes-slips-of-the-finger-as-five", test_outliers);
  g_test_add_func ("/network-import/tells-another-scale-with-its-factor", test_other_scale);
  g_test_add_func ("/network-import/scales-each-file-by-itself", test_scales_by_file);
  g_test_add_func ("/network-import/believes-the-first-row-of-a-name", test_first_row_counts);
  g_test_add_func ("/network-import/reads-a-matrix-from-rows-to-columns", test_matrix);
  g_test_add_func ("/network-import/joins-by-id", test_ids);
  g_test_add_func ("/network-import/takes-a-partition-from-a-file-of-its-own", test_lone_partition);
  return g_test_run ();
}
