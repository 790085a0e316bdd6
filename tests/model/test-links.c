/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-links.h"

typedef struct
{
  AtlBoard *board;
  AtlNote  *ana;
  AtlNote  *bob;
} Fixture;

static AtlNote *
add_note (AtlBoard   *board,
          const char *id)
{
  g_autoptr (AtlNote) note = atl_note_new (id);

  atl_list_insert (atl_board_get_notes (board), ATL_ITEM (note));
  return note;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->board = atl_board_new ("board");
  f->ana = add_note (f->board, "ana");
  f->bob = add_note (f->board, "bob");
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->board);
}

static AtlLink *
state (Fixture      *f,
       AtlLinkKind   kind,
       AtlDeclaredBy by,
       int           strength)
{
  return atl_links_state (f->board, f->ana, f->bob, kind, by, strength);
}

static guint
count (Fixture *f)
{
  return atl_list_get_length (atl_board_get_links (f->board));
}

static void
test_said_twice (Fixture      *f,
                 gconstpointer data)
{
  AtlLink *first = state (f, ATL_LINK_KIND_HANDOFF, ATL_DECLARED_BY_BOTH, 2);
  AtlLink *again = state (f, ATL_LINK_KIND_HANDOFF, ATL_DECLARED_BY_BOTH, 4);

  g_assert_true (first == again);
  g_assert_cmpint (atl_link_get_strength (first), ==, 4);
  g_assert_cmpuint (count (f), ==, 1);
  state (f, ATL_LINK_KIND_INFORMATION, ATL_DECLARED_BY_BOTH, 4);
  g_assert_cmpuint (count (f), ==, 2);
}

static void
test_direction (Fixture      *f,
                gconstpointer data)
{
  AtlLink *given = state (f, ATL_LINK_KIND_HANDOFF, ATL_DECLARED_BY_BOTH, 2);
  AtlLink *back =
    atl_links_state (f->board, f->bob, f->ana, ATL_LINK_KIND_HANDOFF, ATL_DECLARED_BY_BOTH, 2);

  g_assert_true (given != back);
  g_assert_null (atl_links_state (f->board, f->ana, f->ana, ATL_LINK_KIND_HANDOFF, ATL_DECLARED_BY_BOTH, 2));
}

static void
test_mutual (Fixture      *f,
             gconstpointer data)
{
  AtlLink *said = state (f, ATL_LINK_KIND_SHARED, ATL_DECLARED_BY_FROM, 5);
  AtlLink *same = atl_links_state (f->board, f->bob, f->ana, ATL_LINK_KIND_SHARED, ATL_DECLARED_BY_TO, 3);
  AtlLink *other = atl_links_state (f->board, f->bob, f->ana, ATL_LINK_KIND_SHARED, ATL_DECLARED_BY_FROM, 3);

  g_assert_true (said == same);
  g_assert_true (said != other);
}

static void
test_views (Fixture      *f,
            gconstpointer data)
{
  AtlLink *mine = state (f, ATL_LINK_KIND_SHARED, ATL_DECLARED_BY_FROM, 5);
  AtlLink *theirs;
  int      from, to;

  g_assert_cmpint (atl_link_compare_views (f->board, mine, &from, &to), ==, ATL_VIEWS_ONE_SIDED);
  g_assert_cmpint (from, ==, 5);
  g_assert_cmpint (to, ==, 0);
  theirs = atl_links_state (f->board, f->bob, f->ana, ATL_LINK_KIND_SHARED, ATL_DECLARED_BY_FROM, 2);
  g_assert_cmpint (atl_link_compare_views (f->board, mine, &from, &to), ==, ATL_VIEWS_DIFFERENT);
  g_assert_cmpint (to, ==, 2);
  g_assert_cmpint (atl_link_compare_views (f->board, theirs, &from, &to), ==, ATL_VIEWS_DIFFERENT);
  g_assert_cmpint (from, ==, 2);
  atl_link_set_strength (theirs, 5);
  g_assert_cmpint (atl_link_compare_views (f->board, mine, NULL, NULL), ==, ATL_VIEWS_SHARED);
}

static void
test_deleted (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GPtrArray) links = NULL;

  state (f, ATL_LINK_KIND_SHARED, ATL_DECLARED_BY_BOTH, 5);
  state (f, ATL_LINK_KIND_BLOCKED, ATL_DECLARED_BY_BOTH, 5);
  links = atl_links_dup_between (f->board, f->bob, f->ana);
  g_assert_cmpuint (links->len, ==, 2);
  atl_links_delete (links);
  atl_links_delete (links);
  g_assert_cmpuint (count (f), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/links/the-same-statement-is-one-link", test_said_twice);
  ADD ("/links/directions-are-two-links", test_direction);
  ADD ("/links/a-mutual-kind-is-one-either-way", test_mutual);
  ADD ("/links/what-both-sides-say-is-compared", test_views);
  ADD ("/links/deleting-twice-is-harmless", test_deleted);
  return g_test_run ();
}
