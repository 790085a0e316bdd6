/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-search.h"
#include "model/atl-authors.h"
#include "model/atl-edits.h"
#include "model/atl-person.h"
#include "model/atl-tags.h"

/* Two boards of two areas, Ana of IT and Bob. */
typedef struct
{
  AtlSession *session;
  AtlArea    *areas[4];
  AtlPerson  *ana;
  AtlSearch  *search;
  AtlFilter   filter;
} Fixture;

static AtlArea *
add_area (AtlBoard *board)
{
  g_autoptr (AtlArea) area = atl_area_new (NULL);
  g_autofree char    *rank = atl_list_dup_end_rank (atl_board_get_areas (board));

  atl_area_set_rank (area, rank);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  return area;
}

static void
add_board (Fixture *f,
           guint    at)
{
  g_autoptr (AtlBoard) board = atl_board_new (NULL);
  g_autofree char     *rank = atl_list_dup_end_rank (atl_session_get_boards (f->session));

  atl_board_set_rank (board, rank);
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  f->areas[at] = add_area (board);
  f->areas[at + 1] = add_area (board);
}

static void
add_people (Fixture *f)
{
  g_autoptr (AtlSilo)   silo = atl_silo_new ("it");
  g_autoptr (AtlPerson) ana = atl_person_new ("ana");

  atl_silo_set_name (silo, "IT");
  atl_silo_set_partition (silo, atl_session_get_active_partition (f->session));
  atl_list_insert (atl_session_get_silos (f->session), ATL_ITEM (silo));
  atl_person_set_name (ana, "Ana Été");
  atl_person_set_silos (ana, (const char *const[]){ "it", NULL });
  atl_list_insert (atl_session_get_people (f->session), ATL_ITEM (ana));
  f->ana = ana;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  add_board (f, 0);
  add_board (f, 2);
  add_people (f);
  f->search = atl_search_new (f->session);
  atl_filter_clear (&f->filter);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  atl_filter_clear (&f->filter);
  atl_search_free (f->search);
  g_object_unref (f->session);
}

/* The texts of what is found, joined by bars. */
static char *
dup_found (Fixture    *f,
           const char *words)
{
  g_autoptr (GPtrArray) found = atl_search_find (f->search, words, &f->filter, TRUE);
  GString              *texts = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? "|" : "", atl_note_get_text (found->pdata[i]));
  return g_string_free (texts, FALSE);
}

static void
assert_found (Fixture    *f,
              const char *words,
              const char *expected)
{
  g_autofree char *found = dup_found (f, words);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_order (Fixture      *f,
            gconstpointer data)
{
  atl_area_add_note (f->areas[3], "late d");
  atl_area_add_note (f->areas[1], "late b");
  atl_area_add_note (f->areas[0], "late a1");
  atl_area_add_note (f->areas[0], "late a2");
  atl_area_add_note (f->areas[2], "late c");

  assert_found (f, "late", "late a1|late a2|late b|late c|late d");
}

static void
test_words (Fixture      *f,
            gconstpointer data)
{
  atl_area_add_note (f->areas[0], "Décider plus tôt");
  atl_area_add_note (f->areas[0], "Décider à deux");
  atl_area_add_note (f->areas[0], "قرار مبكر");

  assert_found (f, "TOT decid", "Décider plus tôt");
  assert_found (f, "décider", "Décider plus tôt|Décider à deux");
  assert_found (f, "مبكر", "قرار مبكر");
  assert_found (f, "deux tôt", "");
  assert_found (f, "  ", "");
}

static void
test_everything_said (Fixture      *f,
                      gconstpointer data)
{
  AtlNote *told = atl_area_add_note (f->areas[0], "told");
  AtlNote *tagged = atl_area_add_note (f->areas[0], "tagged");
  AtlNote *titled = atl_area_add_note (f->areas[0], "titled");
  AtlNote *written = atl_area_add_note (f->areas[0], "written");
  atl_note_set_description (told, "At length");
  atl_note_set_tags (tagged, (const char *const[]){ "Urgent", NULL });
  atl_note_set_stack_title (titled, "Delays");
  atl_note_set_author (written, "ana");

  assert_found (f, "length", "told");
  assert_found (f, "urgent", "tagged");
  assert_found (f, "delay", "titled");
  assert_found (f, "ete ana", "written");
}

static void
test_authors_that_are_not_shown (Fixture      *f,
                                 gconstpointer data)
{
  AtlNote *note = atl_area_add_note (f->areas[0], "secret");
  atl_note_set_author (note, "ana");
  assert_found (f, "ana", "secret");

  atl_board_set_authors (atl_note_find_board (note), ATL_AUTHORS_SILO);
  assert_found (f, "ana", "");
  assert_found (f, "it", "secret");
  f->filter.author = g_strdup ("ana");
  assert_found (f, "", "");
  atl_filter_clear (&f->filter);
  f->filter.silo = g_strdup ("it");
  assert_found (f, "", "secret");

  atl_board_set_authors (atl_note_find_board (note), ATL_AUTHORS_NONE);
  assert_found (f, "", "");
}

static void
test_follows (Fixture      *f,
              gconstpointer data)
{
  AtlNote *note = atl_area_add_note (f->areas[0], "before");
  assert_found (f, "before", "before");

  atl_note_set_text (note, "after");
  assert_found (f, "before", "");
  assert_found (f, "after", "after");

  atl_note_set_author (note, "ana");
  atl_person_set_name (f->ana, "Zoe");
  assert_found (f, "zoe", "after");
}

static void
test_filter (Fixture      *f,
             gconstpointer data)
{
  AtlNote *one = atl_area_add_note (f->areas[0], "one");
  AtlNote *two = atl_area_add_note (f->areas[2], "two");
  atl_note_set_author (one, "ana");
  atl_note_set_color (two, ATL_COLOR_BLUE);
  atl_note_set_hidden (two, TRUE);
  atl_note_set_tags (two, (const char *const[]){ "urgent", NULL });

  f->filter.without_author = TRUE;
  assert_found (f, "", "two");
  f->filter.color = ATL_COLOR_BLUE;
  f->filter.hidden = TRUE;
  f->filter.tag = g_strdup ("urgent");
  assert_found (f, "", "two");
  assert_found (f, "one", "");
  f->filter.color = ATL_COLOR_PINK;
  assert_found (f, "", "");

  atl_filter_clear (&f->filter);
  f->filter.author = g_strdup ("ana");
  assert_found (f, "", "one");
  g_assert_true (atl_filter_is_active (&f->filter));
  atl_filter_clear (&f->filter);
  g_assert_false (atl_filter_is_active (&f->filter));
}

static void
test_maps_of_people (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  AtlNote              *node = NULL;
  atl_area_set_layout (f->areas[0], ATL_LAYOUT_GRAPH);
  node = atl_area_add_note (f->areas[0], "");
  atl_note_set_person (node, "ana");

  found = atl_search_find (f->search, "ana", &f->filter, TRUE);
  g_assert_cmpuint (found->len, ==, 1);
  g_ptr_array_unref (found);
  found = atl_search_find (f->search, "ana", &f->filter, FALSE);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_prepare (Fixture      *f,
              gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    atl_area_add_note (f->areas[i % 4], "note");

  g_assert_false (atl_search_prepare (f->search, 3));
  g_assert_true (atl_search_prepare (f->search, 3));
}

#define SEARCH_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SEARCH_TEST ("/search/order/board-by-board-and-area-by-area", test_order);
  SEARCH_TEST ("/search/words/all-without-accents-and-case", test_words);
  SEARCH_TEST ("/search/reads/text-description-title-tags-and-author", test_everything_said);
  SEARCH_TEST ("/search/reads/no-author-that-the-board-does-not-show", test_authors_that_are_not_shown);
  SEARCH_TEST ("/search/reads/no-map-of-people-that-shows-silos-only", test_maps_of_people);
  SEARCH_TEST ("/search/follows-what-notes-say", test_follows);
  SEARCH_TEST ("/search/filter/holds-all-that-is-set", test_filter);
  SEARCH_TEST ("/search/prepare/goes-piece-by-piece", test_prepare);
  return g_test_run ();
}
