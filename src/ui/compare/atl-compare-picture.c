/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-picture.h"

#include "model/atl-area.h"
#include "model/atl-link.h"
#include "model/atl-maps.h"
#include "model/atl-note.h"
#include "model/atl-person.h"

#define MOST_LINKS 1500 /* drawn; with more, those inside silos only hide the others */

static void
drop_notes (AtlBoard *board)
{
  AtlList              *notes = atl_board_get_notes (board);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (!atl_note_is_node (atl_list_get (notes, i)) || atl_note_get_hidden (atl_list_get (notes, i)))
      g_ptr_array_add (others, atl_list_get (notes, i));
  atl_list_remove_many (notes, others);
}

static void
drop_areas (AtlBoard *board)
{
  AtlList              *areas = atl_board_get_areas (board);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (!atl_area_is_map (atl_list_get (areas, i)))
      g_ptr_array_add (others, atl_list_get (areas, i));
  atl_list_remove_many (areas, others);
}

/* The words of the area are for those who draw; here they would stand in the way. */
static void
silence_areas (AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    g_object_set (atl_list_get (areas, i), "title", "", "prompt", "", NULL);
}

static void
collect_crossing (AtlCompareSide *side,
                  GHashTable     *kept)
{
  for (guint i = 0; i < side->network->n_entries; i++)
    {
      const AtlNetworkEntry *entry = &side->network->entries[i];

      if (atl_network_is_cross (side->network, entry->from, entry->to))
        g_hash_table_add (kept, entry->id);
    }
}

/* On a large map a picture of everything is a picture of nothing. */
static void
thin_links (AtlCompareSide *side)
{
  AtlList               *links = atl_board_get_links (side->board);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray)  others = g_ptr_array_new ();

  side->thinned = atl_list_get_length (links) > MOST_LINKS;
  if (!side->thinned)
    return;
  collect_crossing (side, kept);
  if (g_hash_table_size (kept) > MOST_LINKS)
    g_hash_table_remove_all (kept);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    if (!g_hash_table_contains (kept, atl_item_get_id (atl_list_get (links, i))))
      g_ptr_array_add (others, atl_list_get (links, i));
  atl_list_remove_many (links, others);
}

static AtlPerson *
find_person (AtlCompareSide *side,
             guint           node)
{
  const char *person = side->network->nodes[node].person;

  return person != NULL ? atl_list_find (atl_session_get_people (side->session), person) : NULL;
}

/* How somebody wants to be drawn today holds for the earlier map as well. */
static void
share_wishes (AtlCompareResult *self)
{
  for (guint i = 0; i < self->matching->n_before; i++)
    {
      guint      after = self->matching->after[i];
      AtlPerson *then = find_person (&self->before, i);
      AtlPerson *now = after != ATL_MATCHING_NONE ? find_person (&self->after, after) : NULL;

      if (then != NULL && now != NULL)
        atl_person_set_shown (then, atl_person_get_shown (now));
    }
}

static void
clear_side (AtlCompareSide *side)
{
  drop_notes (side->board);
  drop_areas (side->board);
  silence_areas (side->board);
  thin_links (side);
}

/**
 * atl_compare_picture_prepare:
 * @self: a result that nobody else has yet
 *
 * Leaves nothing but the maps on the copies of the boards.
 */
void
atl_compare_picture_prepare (AtlCompareResult *self)
{
  share_wishes (self);
  clear_side (&self->before);
  clear_side (&self->after);
}

static void
copy_areas (AtlCompareResult *self)
{
  AtlList *then = atl_board_get_areas (self->before.board);
  AtlList *now = atl_board_get_areas (self->after.board);

  for (guint i = 0; i < MIN (atl_list_get_length (then), atl_list_get_length (now)); i++)
    {
      AtlArea *from = atl_list_get (now, i);

      g_object_set (atl_list_get (then, i), "x", atl_area_get_x (from), "y", atl_area_get_y (from), "width",
                    atl_area_get_width (from), "height", atl_area_get_height (from), NULL);
    }
}

/* The area of the earlier map that stands where @area stands on the later one. */
static AtlArea *
find_counterpart (AtlCompareResult *self,
                  AtlItem          *area)
{
  AtlList *then = atl_board_get_areas (self->before.board);
  guint    position = 0;

  if (!atl_list_get_position (atl_board_get_areas (self->after.board), area, &position))
    return NULL;
  return position < atl_list_get_length (then) ? atl_list_get (then, position) : NULL;
}

static void
align_node (AtlCompareResult *self,
            AtlScene         *scene,
            guint             node)
{
  AtlNote *note = atl_compare_side_find_note (&self->before, node);
  AtlNote *other = atl_compare_side_find_note (&self->after, self->matching->after[node]);
  AtlBox  *box = other != NULL ? atl_scene_find_box (scene, other) : NULL;
  AtlArea *area = box != NULL && box->area != NULL ? find_counterpart (self, box->area->item) : NULL;
  int      x = 0;
  int      y = 0;

  if (note == NULL || area == NULL)
    return;
  atl_scene_to_place (scene, box->area, atl_rect_center (box->rect), &x, &y);
  g_object_set (note, "area", atl_item_get_id (ATL_ITEM (area)), "x", x, "y", y, NULL);
}

/**
 * atl_compare_picture_align:
 * @self: a result
 * @after: a scene of its later map
 *
 * Puts the nodes of the earlier map where they stand on the later one; those that are on the earlier one
 * only keep their place. Only copies of the boards are changed.
 */
void
atl_compare_picture_align (AtlCompareResult *self,
                           AtlScene         *after)
{
  atl_scene_update (after);
  copy_areas (self);
  for (guint i = 0; i < self->matching->n_before; i++)
    if (self->matching->after[i] != ATL_MATCHING_NONE)
      align_node (self, after, i);
}
