/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-area-places.h"

#include "scene/atl-area-order.h"
#include "scene/atl-flow.h"
#include "scene/atl-scene-layout.h"
#include "scene/atl-tidy.h"

#include <stdlib.h>

#define LITTLE_WAY 110.0 /* units that a note between axes may go to lie free */

/* Notes and frames of open stacks that move as one: a lead each. */
static AtlBox *
unit_of (AtlScene *scene,
         AtlNote  *lead)
{
  AtlBox *box = atl_scene_find_box (scene, lead);

  return box->stack != NULL ? box->stack : box;
}

static AtlRect *
dup_rects (AtlScene  *scene,
           GPtrArray *leads)
{
  AtlRect *rects = g_new0 (AtlRect, leads->len);

  for (guint i = 0; i < leads->len; i++)
    rects[i] = unit_of (scene, leads->pdata[i])->rect;
  return rects;
}

/* Places of those that are no longer where they were. A frame brings its lead along. */
static GArray *
make_places (AtlScene      *scene,
             GPtrArray     *leads,
             const AtlRect *rects)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (AtlNotePlace));

  for (guint i = 0; i < leads->len; i++)
    {
      AtlBox      *box = atl_scene_find_box (scene, leads->pdata[i]);
      AtlRect      before = unit_of (scene, leads->pdata[i])->rect;
      AtlPoint     middle = atl_rect_center (box->rect);
      AtlNotePlace place = { .note = leads->pdata[i] };

      middle.x += rects[i].x - before.x;
      middle.y += rects[i].y - before.y;
      atl_scene_to_place (scene, box->area, middle, &place.x, &place.y);
      if (place.x != atl_note_get_x (place.note) || place.y != atl_note_get_y (place.note))
        g_array_append_val (places, place);
    }
  return places;
}

/* Below title and prompt, within the padding; board units. */
static AtlRect
get_room (AtlScene     *scene,
          AtlAreaState *area)
{
  const double margin = ATL_AREA_INSET + ATL_AREA_PADDING;
  double       top = atl_layout_get_header_bottom (scene, area);
  AtlRect      room = { margin, top, area->tile.width - 2 * margin, area->tile.height - margin - top };

  room.width = MAX (room.width, ATL_PAPER_WIDTH);
  room.height = MAX (room.height, ATL_PAPER_HEIGHT);
  return atl_rect_moved (room, area->tile.x, area->tile.y);
}

/* The quarter between the axes that @middle lies in; board units. */
static AtlRect
get_quarter (AtlScene     *scene,
             AtlAreaState *area,
             AtlPoint      middle)
{
  AtlRect  stored = atl_layout_get_stored (area);
  AtlPoint first = atl_layout_from_place (scene, area, (AtlPoint){ 0, 0 });
  AtlPoint cross = atl_layout_from_place (scene, area, (AtlPoint){ stored.width / 2, stored.height / 2 });
  AtlPoint last = atl_layout_from_place (scene, area, (AtlPoint){ stored.width, stored.height });
  AtlRect  quarter = { first.x, first.y, cross.x - first.x - 1, cross.y - first.y - 1 };

  if (middle.x - area->tile.x >= cross.x)
    quarter = (AtlRect){ cross.x, quarter.y, last.x - cross.x, quarter.height };
  if (middle.y - area->tile.y >= cross.y)
    quarter = (AtlRect){ quarter.x, cross.y, quarter.width, last.y - cross.y };
  return atl_rect_moved (quarter, area->tile.x, area->tile.y);
}

static void
set_apart (AtlScene     *scene,
           AtlAreaState *area,
           AtlRect      *rects,
           guint         n)
{
  g_autofree AtlRect *bounds = g_new0 (AtlRect, n);

  for (guint i = 0; i < n; i++)
    bounds[i] = get_quarter (scene, area, atl_rect_center (rects[i]));
  atl_tidy_apart (rects, bounds, n, LITTLE_WAY);
}

typedef struct
{
  AtlNote *note;
  AtlRect  rect;
} Placed;

static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const Placed *first = a, *second = b;

  if (first->rect.y != second->rect.y)
    return first->rect.y < second->rect.y ? -1 : 1;
  return first->rect.x < second->rect.x ? -1 : first->rect.x > second->rect.x;
}

/* Reading order of cards that lie over each other, so that the upper left corner of each is seen. */
static GPtrArray *
dup_layers (GPtrArray     *leads,
            const AtlRect *rects)
{
  g_autofree Placed *placed = g_new0 (Placed, leads->len + 1);
  GPtrArray         *layers = g_ptr_array_new ();

  for (guint i = 0; i < leads->len; i++)
    placed[i] = (Placed){ leads->pdata[i], rects[i] };
  qsort (placed, leads->len, sizeof (Placed), compare_placed);
  for (guint i = 0; i < leads->len; i++)
    g_ptr_array_add (layers, placed[i].note);
  return layers;
}

/**
 * atl_area_places_dup_tidy:
 * @scene: a scene
 * @area: the box of an area whose notes have places
 * @layers: (out) (transfer container) (nullable) (element-type AtlNote): where a free area has too little
 *   room for its notes, the order in which they lie over each other, the lowest first; else %NULL
 *
 * Finds places without overlap: on a grid, near to where notes are, in free areas; between axes only as far
 * apart as needed, never across an axis.
 *
 * Returns: (transfer full) (element-type AtlNotePlace): places to store for notes that are to move
 */
GArray *
atl_area_places_dup_tidy (AtlScene   *scene,
                          AtlBox     *area,
                          GPtrArray **layers)
{
  AtlAreaState         *state = atl_area_state (area);
  g_autoptr (GPtrArray) leads = atl_area_order_dup_leads (scene, area);
  g_autofree AtlRect   *rects = dup_rects (scene, leads);
  gboolean              fits = TRUE;

  if (state->layout == ATL_LAYOUT_AXES)
    set_apart (scene, state, rects, leads->len);
  else if (state->layout == ATL_LAYOUT_FREE)
    fits = atl_tidy_rows (rects, leads->len, get_room (scene, state), ATL_PAPER_GAP);
  *layers = fits ? NULL : dup_layers (leads, rects);
  return make_places (scene, leads, rects);
}

/**
 * atl_area_places_dup_sorted:
 * @scene: a scene
 * @area: the box of a free area
 * @leads: (element-type AtlNote): its notes in the order that they shall be read in, stacks by their leads
 *
 * Returns: (transfer full) (element-type AtlNotePlace): places to store, row by row
 */
GArray *
atl_area_places_dup_sorted (AtlScene  *scene,
                            AtlBox    *area,
                            GPtrArray *leads)
{
  g_autofree AtlRect *rects = dup_rects (scene, leads);

  atl_tidy_sequence (rects, leads->len, get_room (scene, atl_area_state (area)), ATL_PAPER_GAP);
  return make_places (scene, leads, rects);
}

/**
 * atl_area_places_dup_aligned:
 * @scene: a scene
 * @notes: (element-type AtlNote): notes that have places, leads or single ones, of any areas
 * @how: how to align or distribute them
 *
 * Returns: (transfer full) (element-type AtlNotePlace): places to store for notes that are to move
 */
GArray *
atl_area_places_dup_aligned (AtlScene  *scene,
                             GPtrArray *notes,
                             AtlAlign   how)
{
  g_autofree AtlRect *rects = dup_rects (scene, notes);

  atl_align_rects (rects, notes->len, how);
  return make_places (scene, notes, rects);
}
