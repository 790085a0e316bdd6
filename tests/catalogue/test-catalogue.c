/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-catalogue.h"

#include <string.h>

#include "model/atl-area.h"
#include "model/atl-scale.h"
#include "model/atl-step.h"

#define BOARD_WIDTH 1600
#define BOARD_HEIGHT 1000
#define N_TEMPLATES 62
#define N_PROGRAMS 9

static const char *const languages[] = { "en", "fr" };

static AtlSession *
make_one (AtlCatalogue *catalogue,
          const char   *language,
          const char   *id)
{
  const char *ids[] = { id, NULL };

  return atl_catalogue_make_session (catalogue, NULL, language, ids);
}

static gboolean
spans_overlap (int a,
               int a_length,
               int b,
               int b_length)
{
  return a < b + b_length && b < a + a_length;
}

static gboolean
overlap (AtlArea *a,
         AtlArea *b)
{
  if (!spans_overlap (atl_area_get_x (a), atl_area_get_width (a), atl_area_get_x (b), atl_area_get_width (b)))
    return FALSE;
  return spans_overlap (atl_area_get_y (a), atl_area_get_height (a), atl_area_get_y (b),
                        atl_area_get_height (b));
}

/* Areas tile the board when they lie inside, their surfaces sum up to it, and no two overlap. */
static void
assert_tiles (AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);
  int      surface = 0;

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlArea *area = atl_list_get (areas, i);

      surface += atl_area_get_width (area) * atl_area_get_height (area);
      g_assert_cmpint (atl_area_get_x (area), >=, 0);
      g_assert_cmpint (atl_area_get_x (area) + atl_area_get_width (area), <=, BOARD_WIDTH);
      g_assert_cmpint (atl_area_get_y (area) + atl_area_get_height (area), <=, BOARD_HEIGHT);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (area, atl_list_get (areas, j)));
    }
  g_assert_cmpint (surface, ==, BOARD_WIDTH * BOARD_HEIGHT);
}

static void
assert_has_words (AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);

  g_assert_cmpstr (atl_board_get_title (board), !=, "");
  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlArea *area = atl_list_get (areas, i);

      g_assert_cmpstr (atl_area_get_title (area), !=, "");
      g_assert_cmpstr (atl_area_get_prompt (area), !=, "");
      g_assert_cmpstr (atl_area_get_rank (area), !=, "");
    }
}

static int
sum_minutes (AtlSession *session)
{
  AtlList *steps = atl_session_get_steps (session);
  int      minutes = 0;

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    minutes += atl_step_get_minutes (atl_list_get (steps, i));
  return minutes;
}

static void
check_template (AtlCatalogue *catalogue,
                AtlTemplate *template,
                const char *language)
{
  g_autoptr (AtlSession) session = make_one (catalogue, language, atl_template_get_id (template));
  AtlBoard              *board = atl_list_get (atl_session_get_boards (session), 0);
  AtlList               *areas = atl_board_get_areas (board);

  g_test_message ("%s in %s", atl_template_get_id (template), language);
  g_assert_cmpstr (atl_session_get_language (session), ==, language);
  g_assert_cmpstr (atl_session_get_title (session), ==, atl_template_get_name (template, language));
  g_assert_cmpstr (atl_board_get_template (board), ==, atl_template_get_id (template));
  g_assert_cmpuint (atl_list_get_length (areas), ==, atl_template_get_n_areas (template));
  g_assert_cmpint (sum_minutes (session), ==, atl_template_get_minutes (template));
  assert_tiles (board);
  assert_has_words (board);
}

static void
test_every_template (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  GListModel              *templates = atl_catalogue_get_templates (catalogue);

  g_assert_cmpuint (g_list_model_get_n_items (templates), ==, N_TEMPLATES);
  for (guint i = 0; i < N_TEMPLATES; i++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

        check_template (catalogue, template, languages[l]);
      }
}

static void
test_every_program (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  GListModel              *programs = atl_catalogue_get_programs (catalogue);

  g_assert_cmpuint (g_list_model_get_n_items (programs), ==, N_PROGRAMS);
  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      g_autoptr (AtlProgram) program = g_list_model_get_item (programs, i);
      const char *const     *ids = atl_program_get_templates (program);
      g_autoptr (AtlSession) session = atl_catalogue_make_session (catalogue, NULL, "fr", ids);
      AtlList               *boards = atl_session_get_boards (session);

      g_assert_cmpstr (atl_session_get_title (session), ==, atl_program_get_name (program, "fr"));
      g_assert_cmpuint (atl_list_get_length (boards), ==, g_strv_length ((char **) ids));
      g_assert_cmpint (sum_minutes (session), ==, atl_program_get_minutes (program));
      for (guint b = 0; ids[b] != NULL; b++)
        g_assert_cmpstr (atl_board_get_template (atl_list_get (boards, b)), ==, ids[b]);
    }
}

/* The test runs with LANGUAGE=en: the language comes from the session alone. */
static void
test_french (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autoptr (AtlSession)   session = make_one (catalogue, "fr_FR.UTF-8", "silo-map");
  AtlBoard                *board = atl_list_get (atl_session_get_boards (session), 0);
  AtlArea                 *area = atl_list_get (atl_board_get_areas (board), 1);
  const char              *tips = NULL;

  g_variant_lookup (atl_board_get_options (board), "tips", "&s", &tips);

  g_assert_cmpstr (atl_session_get_language (session), ==, "fr");
  g_assert_cmpstr (atl_board_get_title (board), ==, "Carte des silos");
  g_assert_cmpstr (atl_area_get_prompt (area), ==, "Que voyez-vous que l’organigramme ne montre pas\u202f?");
  g_assert_true (g_str_has_prefix (tips, "Montrez d’abord les silos"));
}

static GVariant *
lookup_option (AtlArea    *area,
               const char *name)
{
  return g_variant_lookup_value (atl_area_get_options (area), name, G_VARIANT_TYPE_VARDICT);
}

static void
test_options (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autoptr (AtlSession)   session = make_one (catalogue, "fr", "silo-map");
  AtlBoard                *board = atl_list_get (atl_session_get_boards (session), 0);
  AtlArea                 *map = atl_list_get (atl_board_get_areas (board), 0);
  g_autoptr (GVariant)     graph = lookup_option (map, "graph");
  g_autoptr (GVariant)     kinds = g_variant_lookup_value (graph, "linkKinds", G_VARIANT_TYPE ("av"));
  const char              *key = NULL;
  const char              *arrange = NULL;
  gint64                   votes = 0;

  g_variant_lookup (atl_area_get_options (map), "key", "&s", &key);
  g_variant_lookup (graph, "arrange", "&s", &arrange);
  g_variant_lookup (atl_board_get_options (board), "votes", "x", &votes);

  g_assert_cmpint (atl_area_get_layout (map), ==, ATL_LAYOUT_GRAPH);
  g_assert_cmpstr (key, ==, "map");
  g_assert_cmpstr (arrange, ==, "force-by-silo");
  g_assert_cmpuint (g_variant_n_children (kinds), ==, 5);
  g_assert_cmpint (votes, ==, 3);
}

static void
test_axes (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autoptr (AtlSession)   session = make_one (catalogue, "fr", "pilot-chooser");
  AtlBoard                *board = atl_list_get (atl_session_get_boards (session), 0);
  AtlArea                 *grid = atl_list_get (atl_board_get_areas (board), 0);
  g_autoptr (GVariant)     axes = lookup_option (grid, "axes");
  g_autoptr (GVariant)     quadrants = g_variant_lookup_value (axes, "quadrants", G_VARIANT_TYPE_VARDICT);
  const char              *top_right = NULL;

  g_variant_lookup (quadrants, "topRight", "&s", &top_right);

  g_assert_cmpint (atl_area_get_layout (grid), ==, ATL_LAYOUT_AXES);
  g_assert_cmpstr (top_right, ==, "Candidats pilotes");
}

static void
test_poll (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autoptr (AtlSession)   session = make_one (catalogue, "en", "industrialisation-wall");
  AtlBoard                *board = atl_list_get (atl_session_get_boards (session), 0);
  AtlScale                *scale = atl_list_get (atl_session_get_scales (session), 1);
  g_autoptr (GVariant)     labels = NULL;
  const char              *board_id = NULL;
  gint64                   max = 0;

  labels = g_variant_lookup_value (atl_scale_get_options (scale), "labels", NULL);
  g_variant_lookup (atl_scale_get_options (scale), "board", "&s", &board_id);
  g_variant_lookup (atl_scale_get_options (scale), "max", "x", &max);

  g_assert_cmpuint (atl_list_get_length (atl_session_get_scales (session)), ==, 6);
  g_assert_cmpstr (atl_scale_get_title (scale), ==, "Security and compliance");
  g_assert_cmpstr (board_id, ==, atl_item_get_id (ATL_ITEM (board)));
  g_assert_cmpint (max, ==, 5);
  g_assert_cmpuint (g_variant_n_children (labels), ==, 5);
}

static void
test_add_board (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autoptr (AtlSession)   session = make_one (catalogue, "en", "check-in");
  AtlBoard                *board = NULL;
  AtlStep                 *last = NULL;
  AtlList                 *steps = atl_session_get_steps (session);

  board = atl_catalogue_add_board (catalogue, session, "parking-lot", "Later");

  last = atl_list_get (steps, atl_list_get_length (steps) - 1);
  g_assert_true (atl_list_get (atl_session_get_boards (session), 1) == board);
  g_assert_cmpstr (atl_board_get_title (board), ==, "Later");
  g_assert_cmpstr (atl_step_get_board (last), ==, atl_item_get_id (ATL_ITEM (board)));
  g_assert_null (atl_catalogue_add_board (catalogue, session, "no-such-template", NULL));
  g_assert_cmpuint (atl_list_get_length (atl_session_get_boards (session)), ==, 2);
}

static void
test_core_first (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  GListModel              *templates = atl_catalogue_get_templates (catalogue);
  gboolean                 was_core = TRUE;

  for (guint i = 0; i < N_TEMPLATES; i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

      g_assert_true (was_core || !atl_template_is_core (template));
      was_core = atl_template_is_core (template);
    }
  g_assert_false (was_core);
}

static void
test_search (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate *template = atl_catalogue_find_template (catalogue, "past-failures");

  g_assert_true (atl_template_matches (template, "autop", "fr"));
  g_assert_true (atl_template_matches (template, "regles FACTORY", "fr"));
  g_assert_false (atl_template_matches (template, "autop", "en"));
  g_assert_null (atl_catalogue_find_template (catalogue, "nothing"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/templates/tile-and-add-up-in-both-languages", test_every_template);
  g_test_add_func ("/catalogue/templates/core-ones-come-first", test_core_first);
  g_test_add_func ("/catalogue/templates/are-found-by-words-without-accents", test_search);
  g_test_add_func ("/catalogue/programs/make-their-boards-in-order", test_every_program);
  g_test_add_func ("/catalogue/board/is-french-whatever-the-locale", test_french);
  g_test_add_func ("/catalogue/board/carries-graph-options", test_options);
  g_test_add_func ("/catalogue/board/carries-axes", test_axes);
  g_test_add_func ("/catalogue/board/turns-a-poll-into-scales", test_poll);
  g_test_add_func ("/catalogue/board/is-added-at-the-end", test_add_board);
  return g_test_run ();
}
