/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-tally.h"

#include <math.h>

#include "model/atl-ballot.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "store/codec/atl-codec.h"

/* The votes and the breadth of support that the sample workshop expects, note by note. */
static const struct
{
  const char *start; /* of the text */
  int         votes;
  guint       silos;
  double      breadth;
} expected[] = {
  { "Click and collect : ", 2, 1, 0.125 },
  { "Refonte : 3 changeme", 1, 1, 0.125 },
  { "Les commandes web ar", 2, 2, 0.25 },
  { "Application mise en ", 2, 2, 0.25 },
  { "210 appels par semai", 3, 3, 0.375 },
  { "Personne ne savait d", 7, 4, 0.5 },
  { "On livrait un cahier", 4, 3, 0.375 },
  { "Le siège décide, le ", 6, 3, 0.375 },
  { "Le stock affiché vie", 6, 3, 0.375 },
  { "Objectif logistique ", 4, 4, 0.5 },
  { "Quatre directions, q", 6, 5, 0.625 },
  { "En rayon, on croyait", 3, 1, 0.125 },
  { "J’étais affiché expe", 4, 2, 0.25 },
  { "« Ma partie marche, ", 3, 1, 0.125 },
  { "L’impression de s’ex", 1, 1, 0.125 },
  { "On m’a reproché de f", 1, 1, 0.125 },
  { "Deux départs dans l’", 2, 1, 0.125 },
  { "Le pilote fidélité d", 6, 4, 0.5 },
  { "La réunion de 15 min", 2, 2, 0.25 },
  { "Les composants d’int", 2, 2, 0.25 },
  { "Pas de projet sans u", 7, 3, 0.375 },
  { "Une mesure de succès", 5, 4, 0.5 },
  { "L’exploitation invit", 5, 3, 0.375 },
  { "Bloqué depuis trente", 4, 4, 0.5 },
  { "Aider chaque jardini", 7, 4, 0.5 },
  { "Être la jardinerie q", 2, 1, 0.125 },
  { "Faire du digital un ", 6, 3, 0.375 },
  { "Le client repart ave", 8, 4, 0.5 },
  { "Moins d’appels pour ", 3, 2, 0.25 },
  { "Un euro investi dont", 3, 3, 0.375 },
  { "Du temps rendu aux v", 4, 1, 0.125 },
  { "Le service client, q", 2, 1, 0.125 },
  { "L’entrepôt de Saumur", 3, 2, 0.25 },
  { "Les équipes de caiss", 1, 1, 0.125 },
  { "Part des commandes w", 6, 5, 0.625 },
  { "Appels « où est ma c", 4, 3, 0.375 },
  { "Délai entre l’idée e", 5, 2, 0.25 },
  { "Un service informati", 4, 1, 0.125 },
  { "Une vitrine pour sém", 1, 1, 0.125 },
  { "Le droit de fixer la", 3, 2, 0.25 },
  { "Un objectif commun d", 4, 4, 0.5 },
  { "Deux jours d’exploit", 3, 1, 0.125 },
  { "Et quand le sponsor ", 1, 1, 0.125 },
  { "Que se passe-t-il le", 4, 3, 0.375 },
  { "Aucun lien entre la ", 2, 2, 0.25 },
  { "La DSI ne parle à La", 3, 1, 0.125 },
  { "Les magasins sont tr", 2, 2, 0.25 },
  { "Nous, les externes, ", 2, 1, 0.125 },
  { "Personne ne me montr", 4, 2, 0.25 },
  { "Je n’ai jamais renco", 6, 3, 0.375 },
  { "Interface de stock a", 3, 2, 0.25 },
  { "Les accès API pour l", 3, 2, 0.25 },
  { "Une journée en pépin", 5, 2, 0.25 },
  { "Antoine écoute dix a", 4, 2, 0.25 },
  { "Lucie et Thomas deva", 3, 2, 0.25 },
  { "Un point mensuel ent", 3, 3, 0.375 },
  { "Retrait express des ", 12, 6, 0.75 },
  { "Suivi de commande pa", 7, 5, 0.625 },
  { "Conseils de plantati", 3, 1, 0.125 },
  { "Programme de fidélit", 2, 1, 0.125 },
  { "Catalogue de composa", 5, 3, 0.375 },
  { "Stock unique en temp", 3, 2, 0.25 },
  { "Borne de retrait à l", 1, 1, 0.125 },
  { "Agent conversationne", 1, 1, 0.125 },
  { "Bon de préparation l", 4, 3, 0.375 },
  { "Retrait express : re", 2, 2, 0.25 },
  { "Suivi par SMS : de 2", 1, 1, 0.125 },
  { "Angers met deux pers", 1, 1, 0.125 },
  { "L’exploitation met u", 1, 1, 0.125 },
  { "Stock en temps réel ", 1, 1, 0.125 },
  { "Notre pilote : le re", 2, 1, 0.125 },
  { "On arrête si moins d", 1, 1, 0.125 },
};

typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *area;
  AtlRound   *round;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->session = atl_session_new ("session");
  fixture->board = atl_board_new ("board");
  fixture->area = atl_area_new ("area");
  fixture->round = atl_round_new ("round");
  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (fixture->board));
  atl_list_insert (atl_board_get_areas (fixture->board), ATL_ITEM (fixture->area));
  atl_list_insert (atl_session_get_rounds (fixture->session), ATL_ITEM (fixture->round));
  atl_round_set_closed (fixture->round, TRUE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->round);
  g_clear_object (&fixture->area);
  g_clear_object (&fixture->board);
  g_assert_finalize_object (fixture->session);
}

static void
add_person (Fixture    *fixture,
            const char *id,
            const char *silo)
{
  const char           *silos[] = { silo, NULL };
  g_autoptr (AtlPerson) person = atl_person_new (id);
  g_autoptr (AtlSilo)   made = atl_silo_new (silo);

  atl_person_set_silos (person, silos);
  atl_list_insert (atl_session_get_silos (fixture->session), ATL_ITEM (made));
  atl_list_insert (atl_session_get_people (fixture->session), ATL_ITEM (person));
}

static void
vote (Fixture    *fixture,
      const char *person,
      AtlNote    *note,
      int         votes)
{
  g_autoptr (AtlBallot) ballot = atl_ballot_new (NULL);

  atl_ballot_set_person (ballot, person);
  atl_ballot_set_note (ballot, atl_item_get_id (ATL_ITEM (note)));
  atl_ballot_set_votes (ballot, votes);
  atl_list_insert (atl_round_get_ballots (fixture->round), ATL_ITEM (ballot));
}

static AtlSession *
read_sample (void)
{
  g_autofree char        *path = g_build_filename (g_getenv ("ATELIER_DATA"), "samples",
                                                   "la-serre.atelier", NULL);
  g_autofree char        *data = NULL;
  gsize                   length;
  AtlCodecAge             age;
  g_autoptr (AtlProblems) problems = atl_problems_new ();

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  return atl_codec_read (bytes, problems, &age, NULL);
}

static AtlNote *
find_note (AtlBoard   *board,
           const char *start)
{
  AtlList *notes = atl_board_get_notes (board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (g_str_has_prefix (atl_note_get_text (atl_list_get (notes, i)), start))
      return atl_list_get (notes, i);
  return NULL;
}

static guint
check_board (AtlBoard *board)
{
  AtlRound            *round = atl_board_find_latest_round (board);
  g_autoptr (AtlTally) tally = round != NULL ? atl_tally_new (round) : NULL;
  guint                checked = 0;

  for (guint i = 0; tally != NULL && i < G_N_ELEMENTS (expected); i++)
    {
      AtlNote *note = find_note (board, expected[i].start);

      if (note == NULL)
        continue;
      g_assert_cmpint (atl_tally_get_votes (tally, note), ==, expected[i].votes);
      g_assert_cmpuint (atl_tally_count_silos (tally, note), ==, expected[i].silos);
      g_assert_cmpfloat_with_epsilon (atl_tally_get_breadth (tally, note), expected[i].breadth, 1e-9);
      checked++;
    }
  return checked;
}

static void
test_sample (void)
{
  g_autoptr (AtlSession) session = read_sample ();
  guint                  checked = 0;

  for (guint i = 0; i < atl_list_get_length (atl_session_get_boards (session)); i++)
    checked += check_board (atl_list_get (atl_session_get_boards (session), i));

  g_assert_cmpuint (checked, ==, G_N_ELEMENTS (expected));
}

static void
test_stack (Fixture      *fixture,
            gconstpointer data)
{
  AtlNote              *lead = atl_area_add_note (fixture->area, "lead");
  AtlNote              *under = atl_area_add_note (fixture->area, "under");
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autoptr (AtlTally)  tally = NULL;
  g_ptr_array_add (moved, under);
  atl_notes_stack (moved, lead);
  vote (fixture, "", lead, 3);
  vote (fixture, "", under, 2);

  tally = atl_tally_new (fixture->round);

  g_assert_cmpint (atl_tally_get_votes (tally, lead), ==, 3);
  g_assert_cmpint (atl_tally_get_stack_votes (tally, lead), ==, 5);
  g_assert_cmpint (atl_tally_get_total (tally), ==, 5);
}

static void
test_negative (Fixture      *fixture,
               gconstpointer data)
{
  AtlNote *note = atl_area_add_note (fixture->area, "note");
  add_person (fixture, "ann", "it");
  add_person (fixture, "bob", "shops");
  vote (fixture, "ann", note, -2);
  vote (fixture, "bob", note, 3);

  g_autoptr (AtlTally) tally = atl_tally_new (fixture->round);

  g_assert_cmpint (atl_tally_get_votes (tally, note), ==, 1);
  g_assert_cmpint (atl_tally_get_total (tally), ==, 5);
  g_assert_cmpuint (atl_tally_count_silos (tally, note), ==, 1);
}

static void
test_nobody (Fixture      *fixture,
             gconstpointer data)
{
  AtlNote *note = atl_area_add_note (fixture->area, "note");

  g_autoptr (AtlTally) tally = atl_tally_new (fixture->round);

  g_assert_true (isnan (atl_tally_get_breadth (tally, note)));
}

static void
test_absent (Fixture      *fixture,
             gconstpointer data)
{
  AtlNote *note = atl_area_add_note (fixture->area, "note");
  add_person (fixture, "ann", "it");
  add_person (fixture, "bob", "shops");
  atl_person_set_present (atl_list_find (atl_session_get_people (fixture->session), "bob"), FALSE);
  vote (fixture, "ann", note, 1);

  g_autoptr (AtlTally) tally = atl_tally_new (fixture->round);

  g_assert_cmpuint (atl_tally_get_n_silos (tally), ==, 1);
  g_assert_cmpfloat (atl_tally_get_breadth (tally, note), ==, 1);
}

static void
test_latest (Fixture      *fixture,
             gconstpointer data)
{
  const char *areas[] = { "area", NULL };
  g_assert_null (atl_board_find_latest_round (fixture->board));

  atl_round_set_areas (fixture->round, areas);
  g_assert_true (atl_board_find_latest_round (fixture->board) == fixture->round);

  atl_round_set_closed (fixture->round, FALSE);
  g_assert_null (atl_board_find_latest_round (fixture->board));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tally/sample/votes-and-breadth-are-those-expected", test_sample);
  ADD ("/tally/stack/adds-the-votes-of-its-notes", test_stack);
  ADD ("/tally/negative/is-taken-off-and-supports-nothing", test_negative);
  ADD ("/tally/breadth/undefined-without-silos", test_nobody);
  ADD ("/tally/breadth/absent-silos-do-not-count", test_absent);
  ADD ("/tally/latest-round/is-closed-and-of-this-board", test_latest);

  return g_test_run ();
}
