/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include "model/atl-link.h"

static AtlArea *
add_area (SceneFixture *fixture,
          const char   *id,
          AtlLayout     layout,
          AtlRect       rect)
{
  AtlArea         *area = atl_area_new (id);
  g_autofree char *rank = atl_list_dup_end_rank (atl_board_get_areas (fixture->board));

  atl_area_set_title (area, id);
  atl_area_set_prompt (area, "What do we want to talk about?");
  atl_area_set_layout (area, layout);
  atl_area_set_x (area, (int) rect.x);
  atl_area_set_y (area, (int) rect.y);
  atl_area_set_width (area, (int) rect.width);
  atl_area_set_height (area, (int) rect.height);
  atl_area_set_rank (area, rank);
  atl_list_insert (atl_board_get_areas (fixture->board), ATL_ITEM (area));
  g_object_unref (area);
  return area;
}

/* Makes a session with a board of six areas, and the scene of it. */
void
scene_fixture_set_up (SceneFixture *fixture,
                      gconstpointer data)
{
  fixture->session = atl_session_new ("session");
  fixture->board = atl_board_new ("board");
  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (fixture->board));
  fixture->left = add_area (fixture, "left", ATL_LAYOUT_FLOW, atl_rect (0, 0, 400, 1000));
  fixture->top = add_area (fixture, "top", ATL_LAYOUT_FLOW, atl_rect (400, 0, 400, 400));
  fixture->below = add_area (fixture, "below", ATL_LAYOUT_FLOW, atl_rect (400, 400, 400, 600));
  fixture->open = add_area (fixture, "open", ATL_LAYOUT_FREE, atl_rect (800, 0, 800, 400));
  fixture->axes = add_area (fixture, "axes", ATL_LAYOUT_AXES, atl_rect (800, 400, 800, 600));
  fixture->map = add_area (fixture, "map", ATL_LAYOUT_GRAPH, atl_rect (0, 1000, 1600, 800));
  fixture->scene = atl_scene_new (fixture->board);
}

/* Frees everything, and makes sure that the scene goes. */
void
scene_fixture_tear_down (SceneFixture *fixture,
                         gconstpointer data)
{
  g_assert_finalize_object (fixture->scene);
  g_object_unref (fixture->board);
  g_assert_finalize_object (fixture->session);
}

/* Adds a note; with ATL_PLACE_NONE it has no place. */
AtlNote *
scene_fixture_add (AtlArea    *area,
                   const char *text,
                   int         x,
                   int         y)
{
  AtlNote *note = atl_area_add_note (area, text);

  atl_note_set_x (note, x);
  atl_note_set_y (note, y);
  return note;
}

/* Links two notes. */
AtlLink *
scene_fixture_link (SceneFixture *fixture,
                    AtlNote      *from,
                    AtlNote      *to)
{
  AtlLink *link = atl_link_new (NULL);

  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_list_insert (atl_board_get_links (fixture->board), ATL_ITEM (link));
  g_object_unref (link);
  return link;
}

/* Stacks one note under another. */
void
scene_fixture_stack (AtlNote *note,
                     AtlNote *onto)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, note);
  atl_notes_stack (notes, onto);
}

/* Whether all of one rectangle is in another. */
gboolean
scene_rect_lies_in (AtlRect inner,
                    AtlRect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}
