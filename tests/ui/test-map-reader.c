/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include "model/atl-silo.h"
#include "ui/silo/atl-channels.h"
#include "ui/silo/atl-map-reader.h"

#define CROWD 400

/* Counts what a reader tells, and remembers the links of each. */
typedef struct
{
  guint n_read;
  guint n_arcs;
} Told;

static void
read_cb (AtlMapReader *reader, Told *told)
{
  AtlMeasures *measures = atl_map_reader_get_measures (reader);

  told->n_read++;
  told->n_arcs = measures != NULL ? measures->network->n_arcs : 0;
}

static gboolean
is_current (gpointer reader)
{
  return atl_map_reader_get_current (reader);
}

static AtlMapReader *
new_reader (MapFixture *f, Told *told)
{
  AtlMapReader *reader = atl_map_reader_new (f->session);

  g_signal_connect (reader, "read", G_CALLBACK (read_cb), told);
  atl_map_reader_set_board (reader, f->board);
  return reader;
}

static void
test_works_while_held (MapFixture *f, gconstpointer data)
{
  Told                     told = { 0 };
  g_autoptr (AtlMapReader) reader = new_reader (f, &told);

  map_settle ();
  g_assert_null (atl_map_reader_get_measures (reader));

  atl_map_reader_hold (reader);
  g_assert_nonnull (atl_map_reader_get_measures (reader));
  g_assert_cmpfloat_with_epsilon (atl_map_reader_get_measures (reader)->ei.share, 0.25, 1e-9);
  g_assert_nonnull (atl_silo_reading_find (atl_map_reader_get_reading (reader), "ei.lead"));

  atl_map_reader_release (reader);
  map_fixture_add_link (f, "Ana", "Ines", ATL_LINK_KIND_HANDOFF, 3);
  map_settle ();
  g_assert_cmpuint (told.n_read, ==, 1);
  g_assert_false (atl_map_reader_get_current (reader));
}

static void
test_gathers_edits (MapFixture *f, gconstpointer data)
{
  Told                     told = { 0 };
  g_autoptr (AtlMapReader) reader = new_reader (f, &told);
  atl_map_reader_hold (reader);
  told.n_read = 0;

  map_fixture_add_link (f, "Ana", "Ines", ATL_LINK_KIND_HANDOFF, 3);
  map_fixture_add_link (f, "Ines", "Ana", ATL_LINK_KIND_HANDOFF, 3);
  map_settle ();

  g_assert_cmpuint (told.n_read, ==, 1);
  g_assert_cmpuint (told.n_arcs, ==, 15);
}

static void
test_places_do_not_matter (MapFixture *f, gconstpointer data)
{
  Told                     told = { 0 };
  g_autoptr (AtlMapReader) reader = new_reader (f, &told);
  atl_map_reader_hold (reader);
  told.n_read = 0;

  atl_note_set_x (atl_list_find (atl_board_get_notes (f->board), "Ana"), 300);
  map_settle ();
  g_assert_cmpuint (told.n_read, ==, 0);

  atl_note_set_silo (atl_list_find (atl_board_get_notes (f->board), "Ana"), "JUR");
  map_settle ();
  g_assert_cmpuint (told.n_read, ==, 1);
}

/* The worker is at an outdated map when the edits come: only the last one is told of. */
static void
test_drops_outdated (MapFixture *f, gconstpointer data)
{
  Told told = { 0 };
  map_fixture_add_crowd (f, CROWD);
  g_autoptr (AtlMapReader) reader = new_reader (f, &told);
  guint                    n_arcs = 13 + CROWD - 1;

  atl_map_reader_hold (reader);
  g_assert_false (atl_map_reader_get_current (reader));
  map_fixture_add_link (f, "Ana", "Person 7", ATL_LINK_KIND_HANDOFF, 3);
  map_fixture_add_link (f, "Person 9", "Ana", ATL_LINK_KIND_HANDOFF, 3);
  atl_test_wait_for (is_current, reader);

  g_assert_cmpuint (told.n_read, ==, 1);
  g_assert_cmpuint (told.n_arcs, ==, n_arcs + 2);
  g_assert_false (atl_map_reader_get_slow (reader));
}

static void
test_other_board (MapFixture *f, gconstpointer data)
{
  Told                     told = { 0 };
  g_autoptr (AtlMapReader) reader = new_reader (f, &told);
  g_autoptr (AtlBoard)     wall = atl_board_new (NULL);
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (wall));
  atl_map_reader_hold (reader);

  atl_map_reader_set_board (reader, wall);
  g_assert_null (atl_map_reader_get_measures (reader));
  map_settle ();
  g_assert_null (atl_map_reader_get_measures (reader));
  g_assert_true (atl_map_reader_get_current (reader));
}

/* Whoever goes while the worker is busy takes nothing with it. */
static void
test_released_while_working (MapFixture *f, gconstpointer data)
{
  Told told = { 0 };
  map_fixture_add_crowd (f, CROWD);
  g_autoptr (AtlMapReader) reader = new_reader (f, &told);

  atl_map_reader_hold (reader);
  atl_map_reader_release (reader);
  map_settle ();
  atl_map_reader_hold (reader);
  atl_test_wait_for (is_current, reader);

  g_assert_cmpuint (told.n_read, ==, 1);
  g_assert_cmpuint (told.n_arcs, ==, 13 + CROWD - 1);
}

static void
test_channel_names (void)
{
  static const struct
  {
    const char *name;
    gboolean    channel;
  } rows[] = {
    { "Web", TRUE },
    { "Équipe TÉLÉPHONE", TRUE },
    { "E-commerce", TRUE },
    { "Réseaux sociaux", TRUE },
    { "call-center", TRUE },
    { "Shops (North)", TRUE },
    { "Mobile app", TRUE },
    { "Webster & Co", FALSE },
    { "Marketing", FALSE },
    { "Workshop", FALSE },
    { "Microphones", FALSE },
    { "DSI", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (atl_channels_has_name (rows[i].name), ==, rows[i].channel);
}

static void
rename_silo (MapFixture *f, const char *id, const char *name)
{
  atl_silo_set_name (atl_list_find (atl_session_get_silos (f->session), id), name);
}

static void
test_channels_of_a_session (MapFixture *f, gconstpointer data)
{
  g_auto (GStrv) none = atl_channels_dup_found (f->session);
  g_assert_null (none);

  rename_silo (f, "MKT", "Web");
  g_auto (GStrv) one = atl_channels_dup_found (f->session);
  g_assert_null (one);

  rename_silo (f, "MAG", "Boutiques");
  g_auto (GStrv) two = atl_channels_dup_found (f->session);
  g_assert_cmpuint (g_strv_length (two), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) two, "Boutiques"));

  atl_silo_set_partition (atl_list_find (atl_session_get_silos (f->session), "MAG"), "site");
  g_auto (GStrv) other = atl_channels_dup_found (f->session);
  g_assert_null (other);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  MAP_TEST ("/map-reader/works-while-it-is-held", test_works_while_held);
  MAP_TEST ("/map-reader/gathers-the-edits-of-a-turn", test_gathers_edits);
  MAP_TEST ("/map-reader/places-of-nodes-do-not-matter", test_places_do_not_matter);
  MAP_TEST ("/map-reader/drops-what-is-outdated", test_drops_outdated);
  MAP_TEST ("/map-reader/another-board", test_other_board);
  MAP_TEST ("/map-reader/released-while-working", test_released_while_working);
  g_test_add_func ("/channels/names", test_channel_names);
  MAP_TEST ("/channels/two-or-most-of-the-active-partition", test_channels_of_a_session);
  return g_test_run ();
}
