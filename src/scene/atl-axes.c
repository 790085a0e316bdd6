/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-note-values.h"
#include "scene/atl-area-painter.h"
#include "scene/atl-flow.h"
#include "scene/atl-key-private.h"
#include "scene/atl-scene-layout.h"

#include <math.h>

/* Where things stand in an area with axes: the plot between them, and below it the strip where notes wait
 * that nobody has placed yet. A note that was only captured says nothing about how high it is. */

#define MARGIN 24.0    /* of the axes, in the drawn rectangle */
#define LEGEND 34.0    /* below the horizontal axis */
#define STRIP 128.0    /* high, at most */
#define STRIP_LOW 64.0 /* at least, but for the smallest areas */
#define STRIP_PART 0.16
#define STRIP_MOST 0.25
#define STRIP_LABEL 26.0 /* above its notes */
#define STRIP_SIDE 10.0
#define STRIP_GAP 8.0
#define STRIP_SHOWN 0.3 /* of a note that others lie on; where even that is too much, the rest are a pile */
#define SMALLEST 4      /* of the scales: when that does not fit, notes overlap */

/* Of waiting notes, the largest that fits. */
static const double scales[] = { 0.75, 0.6, 0.5, 0.42, 0.36 };

/**
 * atl_axes_get_strip:
 * @scene: a scene
 * @area: an area with axes, that has its tile
 *
 * Returns: where notes without a place wait, in the tile
 */
AtlRect
atl_axes_get_strip (AtlScene     *scene,
                    AtlAreaState *area)
{
  double part = CLAMP (area->tile.height * STRIP_PART, STRIP_LOW, STRIP);
  double height = MIN (part, area->tile.height * STRIP_MOST);
  double left = ATL_AREA_INSET + MARGIN - 6;

  return atl_rect (left, area->tile.height - ATL_AREA_INSET - MARGIN / 2 - height,
                   MAX (area->tile.width - 2 * left, 1), height);
}

/**
 * atl_axes_get_plot:
 * @scene: a scene
 * @area: an area with axes, that has its tile
 *
 * Returns: what lies between the axes, in the tile; empty on an area too small for them
 */
AtlRect
atl_axes_get_plot (AtlScene     *scene,
                   AtlAreaState *area)
{
  double  top = atl_layout_get_header_bottom (scene, area) + 22;
  double  left = ATL_AREA_INSET + MARGIN;
  AtlRect plot = { left, top, area->tile.width - 2 * left,
                   atl_axes_get_strip (scene, area).y - LEGEND - top };

  if (plot.width < 40 || plot.height < 40)
    plot.width = plot.height = 0;
  return plot;
}

/**
 * atl_axes_is_waiting_at:
 * @scene: a scene
 * @area: an area that has its tile
 * @local: the middle of a note, in the tile
 *
 * Returns: whether a note held there would wait, having no place
 */
gboolean
atl_axes_is_waiting_at (AtlScene     *scene,
                        AtlAreaState *area,
                        AtlPoint      local)
{
  return (area->layout == ATL_LAYOUT_AXES || area->guides) &&
         local.y > atl_axes_get_strip (scene, area).y - LEGEND / 2;
}

static double
choose_scale (AtlRect room,
              guint   n,
              guint  *columns,
              guint  *rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      *columns = (guint) MAX ((room.width + STRIP_GAP) / (ATL_PAPER_WIDTH * scales[i] + STRIP_GAP), 1);
      *rows = (guint) MAX ((room.height + STRIP_GAP) / (ATL_PAPER_HEIGHT * scales[i] + STRIP_GAP), 1);
      if (*columns * *rows >= n)
        return scales[i];
    }
  return scales[SMALLEST];
}

/**
 * atl_axes_get_waiting_place:
 * @scene: a scene
 * @area: an area with axes, that has its tile
 * @index: which of the waiting notes
 * @n: how many wait
 * @scale: (out): of the note
 *
 * Returns: where it stands, in the tile; when there are too many, like a hand of cards,
 *   and the last ones in a pile
 */
AtlRect
atl_axes_get_waiting_place (AtlScene     *scene,
                            AtlAreaState *area,
                            guint         index,
                            guint         n,
                            double       *scale)
{
  AtlRect strip = atl_axes_get_strip (scene, area);
  double  label = MIN (STRIP_LABEL, strip.height * 0.45);
  AtlRect room = { strip.x + STRIP_SIDE, strip.y + label, MAX (strip.width - 2 * STRIP_SIDE, 1),
                   MAX (strip.height - label - 6, 1) };
  guint   columns, rows;
  double  width, step;

  *scale = MIN (choose_scale (room, n, &columns, &rows), room.height / ATL_PAPER_HEIGHT);
  width = ATL_PAPER_WIDTH * *scale;
  step = width + STRIP_GAP;
  if (columns * rows < n)
    {
      guint most = (guint) ((room.width - width) / (width * STRIP_SHOWN)) + 1;

      columns = MIN ((n + rows - 1) / rows, most);
      step = (room.width - width) / MAX (columns - 1, 1);
      index = MIN (index, columns * rows - 1);
    }
  return atl_rect (room.x + (index % columns) * step,
                   room.y + (index / columns) * (ATL_PAPER_HEIGHT * *scale + STRIP_GAP), width,
                   ATL_PAPER_HEIGHT * *scale);
}

/* "Value 72" */
static void
add_measure (AtlScene   *scene,
             GString    *line,
             const char *name,
             int         value)
{
  g_autofree char *label = name != NULL ? atl_key_dup_field_name (scene, name) : NULL;

  if (label != NULL)
    g_string_append_printf (line, "%s%s %d", line->len > 0 ? " · " : "", label, value);
}

/**
 * atl_scene_dup_measures:
 * @self: a scene
 * @area: the box of an area
 * @center: where the middle of a note is held, in board units
 *
 * Returns: (transfer full) (nullable): what that place says, such as "Value 72 · Feasibility 40", or that the
 *   note waits; %NULL if places say nothing there
 */
char *
atl_scene_dup_measures (AtlScene *self,
                        AtlBox   *area,
                        AtlPoint  center)
{
  AtlAreaState       *state = atl_area_state (area);
  AtlPoint            local = { center.x - state->tile.x, center.y - state->tile.y };
  g_autofree char    *x = NULL, *y = NULL;
  g_autoptr (GString) line = NULL;
  AtlPoint            place;
  AtlRect             stored;

  if (area->item == NULL || state->layout != ATL_LAYOUT_AXES)
    return NULL;
  if (!atl_area_get_measures (ATL_AREA (area->item), &x, &y))
    return NULL;
  if (atl_axes_is_waiting_at (self, state, local))
    return atl_key_say (self, "key-waiting", NULL);
  place = atl_layout_to_place (self, state, local);
  stored = atl_layout_get_stored (state);
  line = g_string_new (NULL);
  add_measure (self, line, y, 100 - (int) lround (100 * place.y / stored.height));
  add_measure (self, line, x, (int) lround (100 * place.x / stored.width));
  return g_strdup (line->str);
}

/**
 * atl_scene_dup_note_measures:
 * @self: a scene
 * @note: the box of a note
 *
 * Returns: (transfer full) (nullable): what the place of a note between axes says, such as "Value 72 ·
 *   Feasibility 40", or that it waits to be placed; %NULL elsewhere
 */
char *
atl_scene_dup_note_measures (AtlScene *self,
                             AtlBox   *note)
{
  AtlArea            *area = note->area != NULL ? (AtlArea *) note->area->item : NULL;
  g_autofree char    *x = NULL, *y = NULL;
  g_autoptr (GString) line = NULL;
  int                 across, up;

  if (area == NULL || atl_area_get_layout (area) != ATL_LAYOUT_AXES)
    return NULL;
  if (!atl_note_get_measures (ATL_NOTE (note->item), &across, &up))
    return atl_key_say (self, "key-waiting", NULL);
  if (!atl_area_get_measures (area, &x, &y))
    return NULL;
  line = g_string_new (NULL);
  add_measure (self, line, y, up);
  add_measure (self, line, x, across);
  return g_strdup (line->str);
}
