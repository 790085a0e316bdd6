/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-area-painter.h"
#include "scene/atl-flow.h"
#include "scene/atl-scene-layout.h"

#include <math.h>

/* Notes with a place of their own: free, axes and graph areas. */

#define AXES_SCALE 0.8   /* of notes between axes, where their place says something and they come close */
#define GUIDES_SCALE 0.6 /* of notes on the cells of a matrix */
#define HULL_MARGIN 24.0 /* around the nodes of a silo */
#define CASCADE 28.0     /* units between a note and the next on the same spot */
#define ROUNDS 4         /* that far apart; those after them come between */

static AtlNote *
note_of (AtlBoxState *state)
{
  return ATL_NOTE (state->box.item);
}

/**
 * atl_layout_has_place:
 * @state: a note
 *
 * Returns: whether a place is stored for it
 */
gboolean
atl_layout_has_place (AtlBoxState *state)
{
  return atl_note_get_x (note_of (state)) != ATL_PLACE_NONE &&
         atl_note_get_y (note_of (state)) != ATL_PLACE_NONE;
}

/* The largest scale at which @n notes have @width and @height to themselves; the smallest if none is. */
static double
choose_scale (double width,
              double height,
              guint  n)
{
  double smallest = 1;

  for (guint i = 0; atl_flow_get_scale (i) > 0; i++)
    {
      AtlFlow flow = { 0, 0, width, atl_flow_get_scale (i) };
      double  high = height / flow.scale + ATL_PAPER_GAP + 0.1;
      double  rows = floor (high / (ATL_PAPER_HEIGHT + ATL_PAPER_GAP));

      if (rows * atl_flow_get_columns (&flow) >= n)
        return flow.scale;
      smallest = flow.scale;
    }
  return smallest;
}

/**
 * atl_layout_get_free_room:
 * @scene: a scene
 * @area: an area whose notes have places, with its tile
 *
 * Returns: where notes go that have no place yet, below title and prompt; in the tile
 */
AtlRect
atl_layout_get_free_room (AtlScene     *scene,
                          AtlAreaState *area)
{
  const double margin = ATL_AREA_INSET + ATL_AREA_PADDING;
  double       top = atl_layout_get_header_bottom (scene, area);

  return atl_rect (margin, top, area->tile.width - 2 * margin, area->tile.height - ATL_AREA_INSET - 6 - top);
}

/**
 * atl_layout_get_free_scale:
 * @scene: a scene
 * @area: an area whose notes have places, with its tile
 *
 * Returns: of its notes: between axes and on a matrix notes come close; in a low lane, one row of them fits
 *   below the title
 */
double
atl_layout_get_free_scale (AtlScene     *scene,
                           AtlAreaState *area)
{
  if (area->guides)
    return GUIDES_SCALE;
  if (area->layout != ATL_LAYOUT_FREE)
    return area->layout == ATL_LAYOUT_AXES ? AXES_SCALE : 1;
  return choose_scale (area->tile.width, atl_layout_get_free_room (scene, area).height, 1);
}

/* Single notes and stacks: one that is open takes no more places than before. */
static guint
count_units (AtlAreaState *area)
{
  guint n = 0;

  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBox *box = area->members->pdata[i];

      n += box->stack == NULL || box->stack->item == box->item ? 1 : 0;
    }
  return n;
}

/* Of notes without a place: all of them fit, if they can. */
static double
get_auto_scale (AtlScene     *scene,
                AtlAreaState *area,
                guint         n)
{
  AtlRect room = atl_layout_get_free_room (scene, area);

  return MIN (choose_scale (room.width, room.height, n), atl_layout_get_free_scale (scene, area));
}

static double
get_scale (AtlScene    *scene,
           AtlBoxState *state)
{
  AtlAreaState *area = atl_area_state (state->box.area);

  if (state->box.stack != NULL)
    return 1;
  if (area->layout == ATL_LAYOUT_FREE && !area->guides && !atl_layout_has_place (state))
    return get_auto_scale (scene, area, area->n_units);
  return atl_layout_get_free_scale (scene, area);
}

static void
get_size (AtlBoxState *state,
          double       scale,
          double      *width,
          double      *height)
{
  int stored_width = atl_note_get_width (note_of (state));
  int stored_height = atl_note_get_height (note_of (state));

  *width = (stored_width > 0 ? CLAMP (stored_width, 60, 2000) : ATL_PAPER_WIDTH) * scale;
  *height = (stored_height > 0 ? CLAMP (stored_height, 60, 2000) : ATL_PAPER_HEIGHT) * scale;
}

/**
 * atl_layout_keep_inside:
 * @area: an area with its tile
 * @rect: of a note, in the tile
 *
 * Returns: @rect, the whole of it on the drawn part of @area, as far as that is large enough
 */
AtlRect
atl_layout_keep_inside (AtlAreaState *area,
                        AtlRect       rect)
{
  double margin = ATL_AREA_INSET + (area->layout == ATL_LAYOUT_GRAPH ? HULL_MARGIN : 0);
  double right = area->tile.width - margin - rect.width;
  double bottom = area->tile.height - margin - rect.height;

  rect.x = MAX (MIN (rect.x, right), margin);
  rect.y = MAX (MIN (rect.y, bottom), margin);
  return rect;
}

/* What the middles of notes have to themselves in an area with axes, so that no note covers a legend. */
static AtlRect
get_measured_rect (AtlScene     *scene,
                   AtlAreaState *area)
{
  AtlRect plot = atl_axes_get_plot (scene, area);
  AtlRect paper = { 0, 0, ATL_PAPER_WIDTH * AXES_SCALE, ATL_PAPER_HEIGHT * AXES_SCALE };

  double low = paper.height + 2 * ATL_AXES_BAND;

  if (area->layout != ATL_LAYOUT_AXES || plot.width <= paper.width || plot.height <= low)
    return atl_rect (0, 0, 0, 0);
  return atl_rect (plot.x + paper.width / 2, plot.y + ATL_AXES_BAND + paper.height / 2,
                   plot.width - paper.width, plot.height - low);
}

/**
 * atl_layout_from_place:
 * @scene: a scene
 * @area: an area with its tile
 * @place: the stored place of a note
 *
 * Returns: where the middle of the note comes, in the tile: there, but with axes the stored rectangle of
 * the area is brought to what lies between them
 */
AtlPoint
atl_layout_from_place (AtlScene     *scene,
                       AtlAreaState *area,
                       AtlPoint      place)
{
  AtlRect measured = get_measured_rect (scene, area);

  if (atl_rect_is_empty (measured))
    return place;
  AtlRect stored = atl_layout_get_stored (area);
  return (AtlPoint){ measured.x + CLAMP (place.x / stored.width, 0, 1) * measured.width,
                     measured.y + CLAMP (place.y / stored.height, 0, 1) * measured.height };
}

/**
 * atl_layout_to_place:
 * @scene: a scene
 * @area: an area with its tile
 * @local: the middle of a note, in the tile
 *
 * Returns: the place to store for it; the way back of atl_layout_from_place()
 */
AtlPoint
atl_layout_to_place (AtlScene     *scene,
                     AtlAreaState *area,
                     AtlPoint      local)
{
  AtlRect measured = get_measured_rect (scene, area);

  if (atl_rect_is_empty (measured))
    return (AtlPoint){ CLAMP (local.x, 0, area->tile.width), CLAMP (local.y, 0, area->tile.height) };
  AtlRect stored = atl_layout_get_stored (area);
  return (AtlPoint){ CLAMP ((local.x - measured.x) / measured.width, 0, 1) * stored.width,
                     CLAMP ((local.y - measured.y) / measured.height, 0, 1) * stored.height };
}

/* How far the @round-th grid lies over the first: no two are at the same place. */
static double
get_shift (guint round)
{
  guint wave = round / ROUNDS;

  return CASCADE * (round % ROUNDS + wave / (wave + 1.0));
}

/* A place on a grid for a note that has none, after @index others; further rounds are shifted. */
static AtlRect
get_auto_place (AtlScene     *scene,
                AtlAreaState *area,
                double        scale,
                guint         index)
{
  AtlRect room = atl_layout_get_free_room (scene, area);
  AtlFlow flow = { room.x, room.y, room.width, scale };
  guint   columns = atl_flow_get_columns (&flow);
  double  gap = ATL_PAPER_GAP * scale;
  double  stride = ATL_PAPER_HEIGHT * scale + gap;
  guint   rows = (guint) CLAMP ((room.height + gap) / stride + 0.001, 1, 1000000);
  guint   cell = index % (columns * rows);
  double  shift = scale * get_shift (index / (columns * rows));

  return atl_rect (room.x + (cell % columns) * (ATL_PAPER_WIDTH * scale + gap) + shift,
                   room.y + (cell / columns) * stride + shift, ATL_PAPER_WIDTH * scale,
                   ATL_PAPER_HEIGHT * scale);
}

static AtlRect
get_center (AtlScene     *scene,
            AtlAreaState *area,
            AtlBoxState  *state,
            guint         index)
{
  GHashTable *presented = scene->map.presented;
  AtlPoint   *shown = presented != NULL ? g_hash_table_lookup (presented, note_of (state)) : NULL;

  if (shown != NULL || atl_layout_has_place (state))
    {
      AtlPoint stored = { atl_note_get_x (note_of (state)), atl_note_get_y (note_of (state)) };
      AtlPoint place = shown != NULL ? *shown : stored;
      AtlPoint local = atl_layout_from_place (scene, area, place);

      return atl_rect (local.x, local.y, 0, 0);
    }
  if (area->layout == ATL_LAYOUT_AXES || area->guides)
    {
      AtlPoint middle = atl_rect_center (atl_axes_get_strip (scene, area));

      return atl_rect (middle.x, middle.y, 0, 0);
    }
  AtlPoint center =
    atl_rect_center (get_auto_place (scene, area, get_scale (scene, state), index));
  return atl_rect (center.x, center.y, 0, 0);
}

static void
place_one (AtlScene     *scene,
           AtlAreaState *area,
           guint         at,
           guint         index)
{
  AtlBoxState *state = area->members->pdata[at];
  AtlRect      center = get_center (scene, area, state, index);
  double       scale = get_scale (scene, state);
  double       width, height;

  get_size (state, scale, &width, &height);
  AtlRect paper = atl_rect (center.x - width / 2, center.y - height / 2, width, height);
  atl_layout_set_note (scene, state, atl_layout_keep_inside (area, paper), scale);
}

static double
get_row_height (AtlAreaState *area,
                guint         start,
                guint         n)
{
  double highest = 0;

  for (guint i = start; i < start + n; i++)
    {
      double width, height;

      get_size (area->members->pdata[i], 1, &width, &height);
      highest = MAX (highest, height);
    }
  return highest;
}

/* An open stack: about a square of notes, in a frame around the place of the lead. */
static void
place_frame (AtlScene     *scene,
             AtlAreaState *area,
             guint         start,
             guint         n,
             guint         index)
{
  AtlBoxState *lead = area->members->pdata[start];
  AtlRect      center = get_center (scene, area, lead, index);
  guint        columns = (guint) ceil (sqrt (n));
  double       cell_height = get_row_height (area, start, n);
  double       width = columns * (ATL_PAPER_WIDTH + ATL_PAPER_GAP) - ATL_PAPER_GAP + 2 * ATL_FRAME_PADDING;
  double       height = ((n + columns - 1) / columns) * (cell_height + ATL_PAPER_GAP) - ATL_PAPER_GAP +
                  2 * ATL_FRAME_PADDING + ATL_FRAME_HEADER;
  AtlRect frame = atl_layout_keep_inside (
    area, atl_rect (center.x - ATL_PAPER_WIDTH / 2 - ATL_FRAME_PADDING,
                    center.y - cell_height / 2 - ATL_FRAME_PADDING - ATL_FRAME_HEADER, width, height));

  atl_layout_set_frame (scene, (AtlBoxState *) lead->box.stack, frame, 1);
  for (guint i = 0; i < n; i++)
    {
      double x = frame.x + ATL_FRAME_PADDING + (i % columns) * (ATL_PAPER_WIDTH + ATL_PAPER_GAP);
      double y =
        frame.y + ATL_FRAME_PADDING + ATL_FRAME_HEADER + (i / columns) * (cell_height + ATL_PAPER_GAP);
      double note_width, note_height;

      get_size (area->members->pdata[start + i], 1, &note_width, &note_height);
      atl_layout_set_note (scene, area->members->pdata[start + i],
                           atl_rect (x, y, MIN (note_width, ATL_PAPER_WIDTH), note_height), 1);
    }
}

static gboolean
is_waiting (AtlAreaState *area,
            guint         index)
{
  AtlBoxState *state = area->members->pdata[index];

  return (area->layout == ATL_LAYOUT_AXES || area->guides) && state->box.stack == NULL &&
         !atl_layout_has_place (state);
}

static void
place_waiting (AtlScene     *scene,
               AtlAreaState *area)
{
  guint n = 0, index = 0;

  for (guint i = 0; i < area->members->len; i++)
    n += is_waiting (area, i) ? 1 : 0;
  for (guint i = 0; i < area->members->len && index < n; i++)
    if (is_waiting (area, i))
      {
        double  scale;
        AtlRect place = atl_axes_get_waiting_place (scene, area, index++, n, &scale);

        atl_layout_set_note (scene, area->members->pdata[i], place, scale);
      }
}

/**
 * atl_layout_free:
 * @scene: a scene
 * @area: an area whose notes have places, with its tile
 *
 * Places the notes of @area.
 */
void
atl_layout_free (AtlScene     *scene,
                 AtlAreaState *area)
{
  area->n_units = count_units (area);
  for (guint i = 0, n = 1, index = 0; i < area->members->len; i += n, index++)
    {
      AtlBox *frame = ((AtlBox *) area->members->pdata[i])->stack;

      n = 1;
      while (frame != NULL && i + n < area->members->len &&
             ((AtlBox *) area->members->pdata[i + n])->stack == frame)
        n++;
      if (frame != NULL)
        place_frame (scene, area, i, n, index);
      else if (!is_waiting (area, i))
        place_one (scene, area, i, index);
    }
  place_waiting (scene, area);
}
