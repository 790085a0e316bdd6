/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-paths.h"

#include "model/atl-area.h"
#include "model/atl-edits.h"
#include "model/atl-session.h"

/* A way of five steps, with a shortcut and a way back. */
typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  GPtrArray  *notes;
} Map;

static AtlLink *
add_link (Map        *map,
          guint       from,
          guint       to,
          AtlLinkKind kind,
          double      days)
{
  g_autoptr (AtlLink) link = atl_link_new (NULL);
  GVariantDict        fields;

  g_variant_dict_init (&fields, NULL);
  g_variant_dict_insert (&fields, "waitingDays", "d", days);
  atl_link_set_from (link, atl_item_get_id (map->notes->pdata[from]));
  atl_link_set_to (link, atl_item_get_id (map->notes->pdata[to]));
  atl_link_set_kind (link, kind);
  if (days >= 0)
    atl_link_set_fields (link, g_variant_dict_end (&fields));
  else
    g_variant_dict_clear (&fields);
  atl_list_insert (atl_board_get_links (map->board), ATL_ITEM (link));
  return link;
}

static void
set_up (Map          *map,
        gconstpointer data)
{
  g_autoptr (AtlArea) area = atl_area_new ("map");

  map->session = atl_session_new ("session");
  map->board = atl_board_new ("board");
  atl_list_insert (atl_session_get_boards (map->session), ATL_ITEM (map->board));
  atl_area_set_layout (area, ATL_LAYOUT_GRAPH);
  atl_list_insert (atl_board_get_areas (map->board), ATL_ITEM (area));
  map->notes = g_ptr_array_new ();
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (map->notes, atl_area_add_note (area, "step"));
}

static void
tear_down (Map          *map,
           gconstpointer data)
{
  g_ptr_array_unref (map->notes);
  g_object_unref (map->board);
  g_object_unref (map->session);
}

static void
test_longest (Map          *map,
              gconstpointer data)
{
  AtlLink              *first = add_link (map, 0, 1, ATL_LINK_KIND_HANDOFF, 2);
  AtlLink              *second = add_link (map, 1, 2, ATL_LINK_KIND_HANDOFF, 0.5);
  AtlLink              *third = add_link (map, 2, 3, ATL_LINK_KIND_HANDOFF, 4);
  double                sum = 0;
  g_autoptr (GPtrArray) way = NULL;
  add_link (map, 0, 3, ATL_LINK_KIND_HANDOFF, 5);
  add_link (map, 3, 0, ATL_LINK_KIND_HANDOFF, 9);
  add_link (map, 3, 4, ATL_LINK_KIND_BLOCKED, 30);
  add_link (map, 3, 4, ATL_LINK_KIND_SHARED, 30);

  way = atl_board_dup_longest_path (map->board, "waitingDays", &sum);

  g_assert_cmpfloat (sum, ==, 6.5);
  g_assert_cmpuint (way->len, ==, 3);
  g_assert_true (way->pdata[0] == first && way->pdata[1] == second && way->pdata[2] == third);
}

static void
test_without_numbers (Map          *map,
                      gconstpointer data)
{
  double                sum = 1;
  guint                 n = 9;
  g_autoptr (GPtrArray) way = NULL;
  add_link (map, 0, 1, ATL_LINK_KIND_HANDOFF, -1);

  way = atl_board_dup_longest_path (map->board, "waitingDays", &sum);

  g_assert_cmpuint (way->len, ==, 0);
  g_assert_cmpfloat (sum, ==, 0);
  g_assert_cmpfloat (atl_board_get_field_total (map->board, "waitingDays", &n), ==, 0);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_chosen (Map          *map,
             gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) links = NULL;
  guint                 n = 0;
  add_link (map, 0, 1, ATL_LINK_KIND_HANDOFF, 2);
  add_link (map, 2, 1, ATL_LINK_KIND_HANDOFF, 3);
  add_link (map, 3, 4, ATL_LINK_KIND_HANDOFF, 8);
  g_ptr_array_add (notes, map->notes->pdata[0]);
  g_ptr_array_add (notes, map->notes->pdata[1]);
  g_ptr_array_add (notes, map->notes->pdata[2]);

  links = atl_board_dup_path_links (map->board, notes);

  g_assert_cmpfloat (atl_links_sum (links, "waitingDays", &n), ==, 5);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (atl_board_get_field_total (map->board, "waitingDays", NULL), ==, 13);
}

static void
test_hidden (Map          *map,
             gconstpointer data)
{
  double                sum = 0;
  guint                 n = 0;
  g_autoptr (GPtrArray) way = NULL;
  add_link (map, 0, 1, ATL_LINK_KIND_HANDOFF, 2);
  add_link (map, 1, 2, ATL_LINK_KIND_HANDOFF, 3);
  atl_note_set_hidden (map->notes->pdata[2], TRUE);

  way = atl_board_dup_longest_path (map->board, "waitingDays", &sum);

  g_assert_cmpfloat (sum, ==, 2);
  g_assert_cmpuint (way->len, ==, 1);
  g_assert_cmpfloat (atl_board_get_field_total (map->board, "waitingDays", &n), ==, 2);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/paths/longest-by-days-not-by-steps", Map, NULL, set_up, test_longest, tear_down);
  g_test_add ("/paths/none-without-numbers", Map, NULL, set_up, test_without_numbers, tear_down);
  g_test_add ("/paths/nothing-that-is-hidden", Map, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/paths/sum-of-a-chosen-chain", Map, NULL, set_up, test_chosen, tear_down);
  return g_test_run ();
}
