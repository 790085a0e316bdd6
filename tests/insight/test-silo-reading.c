/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-silo-reading.h"

#include <math.h>
#include <string.h>

#include "catalogue/atl-words.h"
#include "insight/network/atl-network-builder.h"
#include "worked-example.h"

static AtlMeasures *
measure (AtlNetwork *network)
{
  AtlMeasures *measures = atl_measures_new (network, NULL);

  atl_network_unref (network);
  return measures;
}

static char *
dup_line (AtlSiloReading *reading,
          guint           i,
          const char     *language)
{
  const AtlSiloSentence *sentence = &g_array_index (reading->sentences, AtlSiloSentence, i);
  g_autofree char       *text = atl_silo_sentence_dup_text (sentence, reading->network, language, NULL, NULL);

  return g_strdup_printf ("%s%s%s: %s", sentence->id, sentence->details ? " (details)" : "",
                          sentence->personal ? " (personal)" : "", text);
}

static const char *const example[] = {
  "small-map: The map is small: read it as a picture, not as statistics.",
  "density.lead: Within a silo, 10/14 of possible links exist; between silos, 3/58.",
  "density.strong (details): People work 14 times more within their own silo than across "
  "silos. Where would one "
  "more door help customers most?",
  "ei.lead: 2/8 of the links cross a silo boundary. If links in this group had formed at "
  "random, it would be 6.4/8.",
  "ei.closed (details): Work stays mostly inside the silos.",
  "ei.silo.mostly-inward: MKT: more links inside than outside.",
  "ei.silo.mostly-inward: DSI: more links inside than outside.",
  "ei.silo.balanced: MAG: as many links outside as inside, or more.",
  "ei.silo.none: JUR: no link on this map.",
  "reciprocity.lead: Between silos, 2/3 of the links go both ways.",
  "reciprocity.mid (details): About half of the exchanges get an answer.",
  "isolated: JUR: no active link with the others. Who could be the first contact?",
  "fragile: DSI: all outside links rest on one person. What happens during that person’s vacation?",
  "fragile: MAG: all outside links rest on one person. What happens during that person’s vacation?",
  "broker.high (personal): Bob is on the path of 12/16 of the connections between silos. "
  "Thank them, and open a "
  "second path.",
  "broker.high (personal): Chloé is on the path of 10/16 of the connections between silos. "
  "Thank them, and open a "
  "second path.",
  "broker.high (personal): Dan is on the path of 10/16 of the connections between silos. "
  "Thank them, and open a "
  "second path.",
  "broker.mid (personal): Eva plays an important part between silos (5/16 of the connections).",
  "broker.mid (personal): Gil plays an important part between silos (6/15 of the connections).",
  "bridge (personal): The link Bob – Dan is the only connection between two parts of the map.",
  "bridge (personal): The link Chloé – Gil is the only connection between two parts of the map.",
  "modularity.high (details): Links follow the org chart closely: work runs department by department.",
  "missing: DSI and MAG – pending requests: 1; linked pairs: 0 out of 6. Bring one person "
  "from each side to the "
  "same table.",
  "missing: MKT and JUR – pending requests: 1; linked pairs: 0 out of 3. Bring one person "
  "from each side to the "
  "same table.",
};

static void
test_example (void)
{
  g_autoptr (AtlMeasures)    measures = measure (worked_example_before ());
  g_autoptr (AtlSiloReading) reading = atl_silo_reading_new (measures);

  for (guint i = 0; i < MIN (reading->sentences->len, G_N_ELEMENTS (example)); i++)
    {
      g_autofree char *line = dup_line (reading, i, "en");

      g_assert_cmpstr (line, ==, example[i]);
    }
  g_assert_cmpuint (reading->sentences->len, ==, G_N_ELEMENTS (example));
}

/* The same figures as if the map were not a small one. */
static void
test_french (void)
{
  g_autoptr (AtlMeasures)    measures = measure (worked_example_before ());
  g_autoptr (AtlSiloReading) reading = NULL;
  g_autofree char           *lead = NULL;
  g_autofree char           *band = NULL;

  measures->network->n_pairs = 10;
  measures->density.contrast = 2.53;
  reading = atl_silo_reading_new (measures);
  lead = dup_line (reading, 0, "fr");
  band = dup_line (reading, 1, "fr");
  measures->network->n_pairs = 8;

  g_assert_cmpstr (lead, ==,
                   "density.lead: Au sein d’un silo, 71\u00a0% des liens possibles existent\u202f; entre "
                   "silos, 5\u00a0%.");
  g_assert_true (g_str_has_prefix (band, "density.some: On travaille 2,5 fois plus au sein"));
}

/* Figures at the marks of the bands and next to them. */
typedef enum
{
  CONTRAST,
  RATIO, /* of X to X* */
  RECIPROCITY,
  MODULARITY,
  SILO,
  BROKER,
} Figure;

static const struct
{
  Figure      figure;
  double      value;
  const char *id;
} bands[] = {
  { CONTRAST, 1.99, "density.open" },
  { CONTRAST, 2, "density.some" },
  { CONTRAST, 4.99, "density.some" },
  { CONTRAST, 5, "density.strong" },
  { CONTRAST, 14.99, "density.strong" },
  { CONTRAST, 15, "density.wall" },
  { CONTRAST, INFINITY, "density.wall" },
  { RATIO, 0.349, "ei.closed" },
  { RATIO, 0.35, "ei.partly" },
  { RATIO, 0.699, "ei.partly" },
  { RATIO, 0.7, "ei.open" },
  { RATIO, 1.1, "ei.open" },
  { RATIO, 1.101, "ei.outward" },
  { RECIPROCITY, 0, "reciprocity.low" },
  { RECIPROCITY, 0.399, "reciprocity.low" },
  { RECIPROCITY, 0.4, "reciprocity.mid" },
  { RECIPROCITY, 0.699, "reciprocity.mid" },
  { RECIPROCITY, 0.7, "reciprocity.high" },
  { MODULARITY, -0.2, "modularity.low" },
  { MODULARITY, 0.0999, "modularity.low" },
  { MODULARITY, 0.1, "modularity.mid" },
  { MODULARITY, 0.2999, "modularity.mid" },
  { MODULARITY, 0.3, "modularity.high" },
  { MODULARITY, 0.1 + 0.2 - 1e-16, "modularity.high" },
  { SILO, -1, "ei.silo.inward" },
  { SILO, -0.5, "ei.silo.inward" },
  { SILO, -0.499, "ei.silo.mostly-inward" },
  { SILO, -0.001, "ei.silo.mostly-inward" },
  { SILO, 0, "ei.silo.balanced" },
  { SILO, 0.5, "ei.silo.balanced" },
  { SILO, 0.501, "ei.silo.outward" },
  { SILO, NAN, "ei.silo.none" },
  { BROKER, 0.249, "broker.low" },
  { BROKER, 0.25, "broker.mid" },
  { BROKER, 0.499, "broker.mid" },
  { BROKER, 0.5, "broker.high" },
};

static void
set_figure (AtlMeasures *measures,
            Figure       figure,
            double       value)
{
  if (figure == CONTRAST)
    measures->density.contrast = value;
  else if (figure == RATIO)
    measures->ei.share = value * measures->ei.expected_share;
  else if (figure == RECIPROCITY)
    measures->reciprocity.cross = value;
  else if (figure == MODULARITY)
    measures->modularity = value;
  else
    for (guint i = 0; i < N_PEOPLE; i++)
      if (figure == BROKER)
        measures->brokers->shares[i] = value;
      else if (i < N_SILOS)
        measures->silos[i].ei = value;
}

static void
test_bands (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      g_autoptr (AtlMeasures)    measures = measure (worked_example_before ());
      g_autoptr (AtlSiloReading) reading = NULL;
      gsize                      length = (gsize) (strrchr (bands[i].id, '.') - bands[i].id) + 1;
      g_autofree char           *family = g_strndup (bands[i].id, length);

      set_figure (measures, bands[i].figure, bands[i].value);
      reading = atl_silo_reading_new (measures);

      g_test_message ("%s at %g", bands[i].id, bands[i].value);
      g_assert_nonnull (atl_silo_reading_find (reading, bands[i].id));
      for (guint j = 0; j < reading->sentences->len; j++)
        {
          const char *id = g_array_index (reading->sentences, AtlSiloSentence, j).id;

          if (g_str_has_prefix (id, family) && strchr (id + strlen (family), '.') == NULL)
            g_assert_true (g_str_equal (id, bands[i].id) || g_str_has_suffix (id, ".lead"));
        }
    }
}

static AtlNetworkBuilder *
make_silos (guint n,
            guint each)
{
  AtlNetworkBuilder *builder = atl_network_builder_new ();

  for (guint i = 0; i < n; i++)
    atl_network_builder_add_silo (builder, "id", "Silo");
  for (guint i = 0; i < n * each; i++)
    atl_network_builder_add_node (builder, "id", "Node", (int) (i / each));
  return builder;
}

static void
test_nothing (void)
{
  g_autoptr (AtlMeasures)    empty = measure (atl_network_builder_end (make_silos (0, 0)));
  g_autoptr (AtlMeasures)    bare = measure (atl_network_builder_end (make_silos (2, 5)));
  g_autoptr (AtlSiloReading) nothing = atl_silo_reading_new (empty);
  g_autoptr (AtlSiloReading) silence = atl_silo_reading_new (bare);

  g_assert_cmpuint (nothing->sentences->len, ==, 0);
  g_assert_nonnull (atl_silo_reading_find (silence, "density.wall"));
  g_assert_nonnull (atl_silo_reading_find (silence, "missing.none"));
  g_assert_nonnull (atl_silo_reading_find (silence, "isolated"));
  g_assert_null (atl_silo_reading_find (silence, "ei.lead"));
  g_assert_null (atl_silo_reading_find (silence, "reciprocity.lead"));
  g_assert_null (atl_silo_reading_find (silence, "broker.low"));
  g_assert_null (atl_silo_reading_find (silence, "modularity.low"));
  g_assert_null (atl_silo_reading_find (silence, "missing"));
}

static void
test_one_silo (void)
{
  AtlNetworkBuilder         *builder = make_silos (1, 3);
  g_autoptr (AtlMeasures)    measures = NULL;
  g_autoptr (AtlSiloReading) reading = NULL;

  atl_network_builder_add_link (builder, NULL, 0, 1, ATL_LINK_KIND_SHARED, 3);
  measures = measure (atl_network_builder_end (builder));
  reading = atl_silo_reading_new (measures);

  g_assert_null (atl_silo_reading_find (reading, "density.lead"));
  g_assert_null (atl_silo_reading_find (reading, "ei.lead"));
  g_assert_null (atl_silo_reading_find (reading, "ei.closed"));
  g_assert_null (atl_silo_reading_find (reading, "ei.silo.inward"));
  g_assert_null (atl_silo_reading_find (reading, "isolated"));
  g_assert_null (atl_silo_reading_find (reading, "modularity.low"));
}

/* Two silos of two, one link: four pairs of six cross. */
static void
test_reference_of_one_link (void)
{
  AtlNetworkBuilder         *builder = make_silos (2, 2);
  g_autoptr (AtlMeasures)    measures = NULL;
  g_autoptr (AtlSiloReading) reading = NULL;
  g_autofree char           *text = NULL;

  atl_network_builder_add_link (builder, NULL, 0, 3, ATL_LINK_KIND_SHARED, 3);
  measures = measure (atl_network_builder_end (builder));
  reading = atl_silo_reading_new (measures);
  text = atl_silo_sentence_dup_text (atl_silo_reading_find (reading, "ei.lead"), reading->network, "en", NULL,
                                     NULL);

  g_assert_cmpstr (text, ==,
                   "1/1 of the links cross a silo boundary. If links in this group had formed at random, it "
                   "would be 0.7/1.");
}

static const struct
{
  double      share;
  guint       total;
  const char *text;
} parts[] = {
  { NAN, 3, "–" },
  { 0, 3, "0/3" },
  { 1, 3, "3/3" },
  { 0.5, 4, "2/4" },
  { 0.99, 1, "0.9/1" },
  { 0.01, 1, "0.1/1" },
  { 29 / 36.0, 8, "6.4/8" },
};

/* Chance alone has no whole links, and is never as sure as all or none. */
static void
test_references (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      AtlSiloSentence  sentence;
      g_autofree char *text = NULL;

      atl_silo_sentence_init (&sentence, "ei.lead");
      atl_silo_sentence_add_part (&sentence, "expected", parts[i].share, parts[i].total);
      text = atl_silo_sentence_dup_value (&sentence, 0, NULL, "en", NULL, NULL);
      g_assert_cmpstr (text, ==, parts[i].text);
    }
}

static char *
name_in_hebrew (AtlNetwork *network,
                guint       node,
                gpointer    data)
{
  return g_strdup ("דוד");
}

/* What is exported is clean; what is seen is not turned around by a name. */
static void
test_directions (void)
{
  g_autoptr (AtlMeasures)    measures = measure (worked_example_before ());
  g_autoptr (AtlSiloReading) reading = atl_silo_reading_new (measures);
  const AtlSiloSentence     *bridge = atl_silo_reading_find (reading, "bridge");
  g_autofree char           *text = NULL;
  g_autofree char           *shown = NULL;

  text = atl_silo_sentence_dup_text (bridge, reading->network, "en", name_in_hebrew, NULL);
  shown = atl_silo_sentence_dup_shown (bridge, reading->network, "en", name_in_hebrew, NULL);

  g_assert_true (g_str_has_prefix (text, "The link דוד – דוד is"));
  g_assert_true (g_str_has_prefix (shown, "The link \u200e\u2068דוד\u2069 – \u200e\u2068דוד\u2069 is"));
}

static void
test_teams (void)
{
  AtlNetworkBuilder         *builder = make_silos (4, 1);
  g_autoptr (AtlMeasures)    measures = NULL;
  g_autoptr (AtlSiloReading) reading = NULL;

  atl_network_builder_add_link (builder, NULL, 0, 1, ATL_LINK_KIND_SHARED, 3);
  atl_network_builder_add_link (builder, NULL, 1, 2, ATL_LINK_KIND_SHARED, 3);
  measures = measure (atl_network_builder_end (builder));
  reading = atl_silo_reading_new (measures);

  g_assert_null (atl_silo_reading_find (reading, "density.lead"));
  g_assert_null (atl_silo_reading_find (reading, "ei.lead"));
  g_assert_null (atl_silo_reading_find (reading, "ei.silo.outward"));
  g_assert_null (atl_silo_reading_find (reading, "modularity.low"));
  g_assert_nonnull (atl_silo_reading_find (reading, "reciprocity.high"));
  g_assert_nonnull (atl_silo_reading_find (reading, "broker.high"));
}

static void
test_factory (void)
{
  AtlNetworkBuilder         *builder = make_silos (2, 3);
  AtlNetworkBuilder         *outward = make_silos (2, 3);
  g_autoptr (AtlMeasures)    measures = NULL;
  g_autoptr (AtlMeasures)    others = NULL;
  g_autoptr (AtlSiloReading) inside = NULL;
  g_autoptr (AtlSiloReading) outside = NULL;

  atl_network_builder_set_silo (builder, 1, FALSE, TRUE);
  atl_network_builder_set_silo (outward, 0, FALSE, TRUE);
  atl_network_builder_add_link (builder, NULL, 3, 4, ATL_LINK_KIND_SHARED, 3);
  atl_network_builder_add_link (outward, NULL, 3, 4, ATL_LINK_KIND_SHARED, 3);
  measures = measure (atl_network_builder_end (builder));
  others = measure (atl_network_builder_end (outward));
  inside = atl_silo_reading_new (measures);
  outside = atl_silo_reading_new (others);

  g_assert_nonnull (atl_silo_reading_find (inside, "ei.factory"));
  g_assert_null (atl_silo_reading_find (outside, "ei.factory"));
}

static const struct
{
  guint       from;
  guint       to;
  const char *text;
} cells[] = {
  { MKT, DSI, "MKT → DSI: fewer links than average (1 of 9)." },
  { MKT, MAG, "MKT → MAG: about average (1 of 6)." },
  { MAG, MAG, "MAG → MAG: more links than average (2 of 2)." },
  { JUR, MAG, "No link from JUR to MAG (possible: 2)." },
  { JUR, JUR, "" },
};

static void
test_cells (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      AtlSiloSentence  sentence = atl_silo_reading_get_cell (measures, cells[i].from, cells[i].to);
      g_autofree char *text = atl_silo_sentence_dup_text (&sentence, measures->network, "en", NULL, NULL);

      g_assert_cmpstr (text, ==, cells[i].text);
    }
}

static char *
name_after_silo (AtlNetwork *network,
                 guint       node,
                 gpointer    data)
{
  return g_strdup_printf ("someone of %s", network->silos[network->nodes[node].silo].name);
}

static void
test_comparison (void)
{
  g_autoptr (AtlNetwork)     before = worked_example_before ();
  g_autoptr (AtlNetwork)     after = worked_example_after ();
  g_autoptr (AtlComparison)  forth = atl_comparison_new (before, after, NULL, NULL);
  g_autoptr (AtlComparison)  still = atl_comparison_new (before, before, NULL, NULL);
  g_autoptr (AtlSiloReading) reading = atl_silo_reading_new_comparison (forth, after, "June 11, 2026");
  g_autoptr (AtlSiloReading) open = atl_silo_reading_new_comparison (still, before, "June 11, 2026");
  g_autofree char           *lead = dup_line (reading, 0, "en");
  g_autofree char           *care = dup_line (reading, 1, "en");
  g_autofree char           *list = dup_line (open, 1, "en");
  const AtlSiloSentence     *asked = atl_silo_reading_find (open, "compare.open");
  g_autofree char           *hidden = atl_silo_sentence_dup_text (asked, before, "en", name_after_silo, NULL);

  g_assert_cmpuint (reading->sentences->len, ==, 2);
  g_assert_cmpstr (lead, ==,
                   "compare.lead: Links between silos since June 11, 2026 – new: 3, lost: 0, stronger: 2. "
                   "Requests "
                   "met: 2 out of 2.");
  g_assert_true (g_str_has_prefix (care, "compare.care: A difference"));
  g_assert_cmpstr (list, ==, "compare.open (personal): Requests still open: Chloé – Ines, Farid – Hana.");
  g_assert_cmpstr (hidden, ==,
                   "Requests still open: someone of MKT – someone of JUR, someone of DSI – someone of MAG.");
}

static const struct
{
  guint       g;
  guint       total;
  const char *id;
} breadths[] = {
  { 0, 0, NULL },
  { 0, 3, "breadth.narrow" },
  { 1, 4, "breadth.narrow" },
  { 1, 3, "breadth.mid" },
  { 3, 5, "breadth.mid" },
  { 2, 3, "breadth.wide" },
  { 3, 3, "breadth.wide" },
};

static void
test_breadth (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (breadths); i++)
    g_assert_cmpstr (atl_silo_reading_get_breadth (breadths[i].g, breadths[i].total).id, ==, breadths[i].id);
}

static void
test_groups (void)
{
  AtlSiloSentence  sentence = atl_silo_reading_get_groups (7, 9, 2);
  g_autofree char *text = atl_silo_sentence_dup_text (&sentence, NULL, "en", NULL, NULL);

  g_assert_cmpstr (text, ==, "Cross-silo pairs: 7 out of 9 possible. Stated requests at the same table: 2.");
}

static const struct
{
  double      value;
  const char *share;
  const char *factor;
} numbers[] = {
  { NAN, "–", "–" },
  { 0, "0%", "0" },
  { 1, "100%", "1" },
  { 0.25, "25%", "0.3" },
  { 0.004, "0.4%", "0" },
  { 0.00001, "0.1%", "0" },
  { 0.9961, "99.6%", "1" },
  { 0.999999, "99.9%", "1" },
  { 2 / 3.0, "67%", "0.7" },
  { 9.94, "994%", "9.9" },
  { 13.8095, "1381%", "14" },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      AtlSiloSentence  sentence;
      g_autofree char *text = NULL;
      g_autofree char *expected = NULL;

      atl_silo_sentence_init (&sentence, "ei.lead");
      atl_silo_sentence_add_share (&sentence, "share", numbers[i].value, 0, 0, FALSE);
      atl_silo_sentence_add_factor (&sentence, "expected", numbers[i].value);
      text = atl_silo_sentence_dup_text (&sentence, NULL, "en", NULL, NULL);
      expected = atl_words_fill_text (atl_words_get_silo_text ("en", "ei.lead"), "share", numbers[i].share,
                                      "expected", numbers[i].factor, NULL);

      g_assert_cmpstr (text, ==, expected);
    }
}

/* Every sentence that the readings know is in the data, in both languages, and all its placeholders have
 * values. */
static void
test_all_are_filled (void)
{
  const char *const languages[] = { "en", "fr" };

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand)          rand = g_rand_new_with_seed (seed);
      AtlNetworkBuilder         *builder = make_silos (1 + seed % 4, 2 + seed % 5);
      guint                      n = (1 + seed % 4) * (2 + seed % 5);
      g_autoptr (AtlMeasures)    measures = NULL;
      g_autoptr (AtlSiloReading) reading = NULL;

      for (guint i = 0; i < seed; i++)
        atl_network_builder_add_link (builder, NULL, (guint) g_rand_int_range (rand, 0, (gint32) n),
                                      (guint) g_rand_int_range (rand, 0, (gint32) n),
                                      i % 9 == 8 ? ATL_LINK_KIND_MISSING : ATL_LINK_KIND_HANDOFF, 3);
      measures = measure (atl_network_builder_end (builder));
      reading = atl_silo_reading_new (measures);

      g_assert_cmpuint (reading->sentences->len, >, 0);
      for (guint i = 0; i < 2 * reading->sentences->len; i++)
        {
          g_autofree char *line = dup_line (reading, i / 2, languages[i % 2]);

          g_assert_null (strchr (line, '{'));
          g_assert_false (g_str_has_suffix (line, ": "));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/silo-reading/example/in-english", test_example);
  g_test_add_func ("/silo-reading/example/in-french-as-a-large-map", test_french);
  g_test_add_func ("/silo-reading/bands/begin-at-their-marks", test_bands);
  g_test_add_func ("/silo-reading/nothing/is-not-made-up", test_nothing);
  g_test_add_func ("/silo-reading/one-silo/has-no-walls", test_one_silo);
  g_test_add_func ("/silo-reading/reference/is-no-whole-link", test_reference_of_one_link);
  g_test_add_func ("/silo-sentence/references/with-a-decimal", test_references);
  g_test_add_func ("/silo-sentence/names/do-not-turn-it-around", test_directions);
  g_test_add_func ("/silo-reading/teams/have-no-within", test_teams);
  g_test_add_func ("/silo-reading/factory/is-asked-about", test_factory);
  g_test_add_func ("/silo-reading/cells/have-a-sentence-each", test_cells);
  g_test_add_func ("/silo-reading/comparison/says-what-changed", test_comparison);
  g_test_add_func ("/silo-reading/breadth/by-thirds", test_breadth);
  g_test_add_func ("/silo-reading/groups/in-counts", test_groups);
  g_test_add_func ("/silo-sentence/numbers/are-rounded-honestly", test_numbers);
  g_test_add_func ("/silo-sentence/all/are-filled-in-both-languages", test_all_are_filled);
  return g_test_run ();
}
