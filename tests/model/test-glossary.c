/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "model/atl-glossary.h"
#include "model/atl-link-rules.h"
#include "model/atl-links.h"
#include "model/atl-vocabulary.h"

#include <string.h>

static AtlTermDraft *
new_draft (const char *term,
           const char *business,
           const char *technical,
           const char *agreed)
{
  AtlTermDraft *draft = g_new0 (AtlTermDraft, 1);

  draft->texts[ATL_TERM_TERM] = g_strdup (term);
  draft->texts[ATL_TERM_BUSINESS] = g_strdup (business);
  draft->texts[ATL_TERM_TECHNICAL] = g_strdup (technical);
  draft->texts[ATL_TERM_AGREED] = g_strdup (agreed);
  return draft;
}

static GPtrArray *
new_drafts (AtlTermDraft *first,
            AtlTermDraft *second)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_term_draft_free);

  g_ptr_array_add (drafts, first);
  if (second != NULL)
    g_ptr_array_add (drafts, second);
  return drafts;
}

static void
test_takes_new (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autoptr (GPtrArray)  drafts = new_drafts (new_draft ("MVP", NULL, "A release", NULL),
                                              new_draft ("API", "A counter", NULL, "A contract"));

  AtlGlossaryTally      counted = atl_glossary_count (session, drafts);
  AtlGlossaryTally      done = atl_glossary_take (session, drafts);
  g_autoptr (GPtrArray) sorted = atl_glossary_dup_sorted (session);

  g_assert_cmpuint (counted.n_added, ==, 2);
  g_assert_cmpuint (done.n_added, ==, 2);
  g_assert_cmpuint (done.n_changed, ==, 0);
  g_assert_cmpstr (atl_term_get_term (sorted->pdata[0]), ==, "API");
  g_assert_true (atl_term_is_agreed (sorted->pdata[0]));
  g_assert_true (!atl_term_is_agreed (sorted->pdata[1]));
}

static void
test_takes_known (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autoptr (GPtrArray)  first = new_drafts (new_draft ("API", "A counter", "HTTP", ""), NULL);
  g_autoptr (GPtrArray)  again = new_drafts (new_draft ("apis", "", "HTTP", "A contract"),
                                             new_draft ("Api", NULL, NULL, NULL));

  atl_glossary_take (session, first);
  AtlGlossaryTally counted = atl_glossary_count (session, again);
  AtlGlossaryTally done = atl_glossary_take (session, again);
  AtlTerm         *term = atl_glossary_find (session, "les Api" + 4);

  g_assert_cmpuint (counted.n_changed, ==, 1);
  g_assert_cmpuint (done.n_changed, ==, 1);
  g_assert_cmpuint (done.n_added, ==, 0);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_terms (session)), ==, 1);
  g_assert_cmpstr (atl_term_get_term (term), ==, "API");
  g_assert_cmpstr (atl_term_get_business (term), ==, "A counter");
  g_assert_cmpstr (atl_term_get_agreed (term), ==, "A contract");
}

static void
test_takes_twice_the_same (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autoptr (GPtrArray)  drafts = new_drafts (new_draft ("API", "one", NULL, NULL),
                                              new_draft ("apis", NULL, "two", NULL));

  AtlGlossaryTally done = atl_glossary_take (session, drafts);
  AtlTerm         *term = atl_list_get (atl_session_get_terms (session), 0);

  g_assert_cmpuint (done.n_added, ==, 1);
  g_assert_cmpuint (done.n_changed, ==, 0);
  g_assert_cmpstr (atl_term_get_technical (term), ==, "two");
}

/* A board of the template, with four of its areas */

typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *areas[4];
} Fixture;

static AtlArea *
add_area (AtlBoard   *board,
          const char *key)
{
  g_autoptr (AtlArea)  area = atl_area_new (key);
  g_autofree char     *text = g_strdup_printf ("{'key': <'%s'>}", key);
  g_autoptr (GVariant) options = g_variant_ref_sink (g_variant_parse (NULL, text, NULL, NULL, NULL));

  atl_area_set_options (area, options);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  return area;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  static const char *const keys[] = { "words", "business", "tech", "agreed" };
  g_autoptr (AtlBoard)     board = atl_board_new (NULL);

  f->session = atl_session_new (NULL);
  f->board = board;
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  for (guint i = 0; i < 4; i++)
    f->areas[i] = add_area (board, keys[i]);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->session);
}

static void
test_reads_vocabulary (Fixture      *f,
                       gconstpointer data)
{
  AtlNote              *linked, *word;
  g_autoptr (GPtrArray) drafts = NULL;
  AtlTermDraft         *api;
  guint                 n_loose;

  atl_area_add_note (f->areas[0], "API (what is it?)");
  word = atl_area_add_note (f->areas[0], "MVP ?");
  atl_area_add_note (f->areas[1], "Api : a counter");
  atl_area_add_note (f->areas[1], "APIs are what partners call");
  linked = atl_area_add_note (f->areas[2], "Something first");
  atl_area_add_note (f->areas[3], "No word in it");
  atl_area_add_note (f->areas[3], "An API for our MVP");
  atl_links_state (f->board, linked, word, ATL_LINK_KIND_RELATES, ATL_DECLARED_BY_BOTH, 3);

  drafts = atl_vocabulary_dup_drafts (f->board, &n_loose);

  api = drafts->pdata[0];
  g_assert_true (atl_vocabulary_is (f->board));
  g_assert_cmpuint (drafts->len, ==, 2);
  g_assert_cmpstr (api->texts[ATL_TERM_TERM], ==, "API");
  g_assert_cmpstr (api->texts[ATL_TERM_BUSINESS], ==, "a counter\nAPIs are what partners call");
  g_assert_cmpstr (((AtlTermDraft *) drafts->pdata[1])->texts[ATL_TERM_TERM], ==, "MVP");
  g_assert_cmpstr (((AtlTermDraft *) drafts->pdata[1])->texts[ATL_TERM_TECHNICAL], ==, "Something first");
  g_assert_cmpuint (n_loose, ==, 2);
}

static void
test_leaves_hidden (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  guint                 n_loose;

  atl_note_set_hidden (atl_area_add_note (f->areas[0], "API"), TRUE);

  drafts = atl_vocabulary_dup_drafts (f->board, &n_loose);

  g_assert_cmpuint (drafts->len, ==, 0);
  g_assert_cmpuint (n_loose, ==, 0);
}

static void
test_takes_vocabulary_again (Fixture      *f,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) again = NULL;
  AtlGlossaryTally      tally;
  guint                 n_loose;

  atl_area_add_note (f->areas[0], "API");
  first = atl_vocabulary_dup_drafts (f->board, &n_loose);
  atl_glossary_take (f->session, first);
  atl_area_add_note (f->areas[3], "API: a contract");
  again = atl_vocabulary_dup_drafts (f->board, &n_loose);

  tally = atl_glossary_take (f->session, again);

  g_assert_cmpuint (tally.n_added, ==, 0);
  g_assert_cmpuint (tally.n_changed, ==, 1);
  tally = atl_glossary_count (f->session, again);
  g_assert_cmpuint (tally.n_changed, ==, 0);
}

/* Rules of links */

static void
set_pairs (AtlBoard   *board,
           const char *text)
{
  g_autoptr (GVariant) options = g_variant_ref_sink (g_variant_parse (NULL, text, NULL, NULL, NULL));

  atl_board_set_options (board, options);
}

static void
test_rules (Fixture      *f,
            gconstpointer data)
{
  AtlNote *word = atl_area_add_note (f->areas[0], "1");
  AtlNote *business = atl_area_add_note (f->areas[1], "2");
  AtlNote *agreed = atl_area_add_note (f->areas[3], "3");

  g_assert_true (!atl_board_has_link_rules (f->board));
  g_assert_true (atl_board_allows_link (word, agreed));
  set_pairs (f->board, "{'linksBetweenAreas': <[<[<'words'>, <'business'>]>, <7>, <[<'agreed'>]>]>}");

  g_assert_true (atl_board_has_link_rules (f->board));
  g_assert_true (atl_board_allows_link (word, business));
  g_assert_true (atl_board_allows_link (business, word));
  g_assert_true (!atl_board_allows_link (word, agreed));
  atl_note_set_area (agreed, "");
  g_assert_true (atl_board_allows_link (word, agreed));
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glossary/take/adds-what-is-new", test_takes_new);
  g_test_add_func ("/glossary/take/completes-what-is-known", test_takes_known);
  g_test_add_func ("/glossary/take/makes-one-of-two-that-are-alike", test_takes_twice_the_same);
  TEST ("/vocabulary/read/finds-words-and-what-they-mean", test_reads_vocabulary);
  TEST ("/vocabulary/read/leaves-hidden-notes-alone", test_leaves_hidden);
  TEST ("/vocabulary/take/again-changes-what-is-other", test_takes_vocabulary_again);
  TEST ("/link-rules/allow-the-pairs-of-the-template", test_rules);
  return g_test_run ();
}
