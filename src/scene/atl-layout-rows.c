/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "model/atl-rows.h"
#include "scene/atl-flow.h"
#include "scene/atl-key-private.h"
#include "scene/atl-note-painter.h"
#include "scene/atl-scene-layout.h"

/* Areas that share rows: each note of the first begins one, and those of the others that belong to it stand
 * as high. Notes that are in no row come below. All of them have the same scale. */

#define REST G_MAXUINT /* the row of notes that are in none */
#define REST_GAP 1.6   /* gaps above those */
#define LINE_WIDTH 1.25

static AtlBoxState *
member (AtlAreaState *area,
        guint         index)
{
  return area->members->pdata[index];
}

/* The states of the areas, in order; none on boards without rows. */
static GPtrArray *
dup_states (AtlScene *scene)
{
  g_autoptr (GPtrArray) areas = atl_board_dup_row_areas (scene->board);
  GPtrArray            *states = g_ptr_array_new ();

  for (guint i = 0; i < areas->len; i++)
    {
      AtlAreaState *state = g_hash_table_lookup (scene->boxes, areas->pdata[i]);

      if (state != NULL)
        g_ptr_array_add (states, state);
    }
  return states;
}

static GHashTable *
dup_positions (AtlAreaState *first)
{
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < first->members->len; i++)
    {
      AtlBoxState *state = member (first, i);

      /* Cards of an open stack are one row. */
      if (state->box.stack == NULL || state->box.stack->item == state->box.item)
        g_hash_table_insert (positions, state->box.item, GUINT_TO_POINTER (i + 1));
    }
  return positions;
}

static guint
find_row (AtlNote    *note,
          GPtrArray  *areas,
          GHashTable *positions)
{
  AtlNote *lead = atl_note_find_lead (note);
  AtlNote *row = atl_note_find_row (lead != NULL ? lead : note, areas);
  AtlNote *above = row != NULL ? atl_note_find_lead (row) : NULL;
  guint    position = GPOINTER_TO_UINT (g_hash_table_lookup (positions, above != NULL ? above : row));

  return position > 0 ? position - 1 : REST;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const AtlBoxState *one = *(AtlBoxState *const *) a;
  const AtlBoxState *other = *(AtlBoxState *const *) b;

  return one->at < other->at ? -1 : one->at > other->at;
}

/* The order of g_ptr_array_sort() is that of before where rows are equal. */
static void
sort_area (AtlAreaState *area,
           GPtrArray    *areas,
           GHashTable   *positions)
{
  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBoxState *state = member (area, i);
      guint        row = find_row (ATL_NOTE (state->box.item), areas, positions);

      area->dirty |= state->at != row;
      state->at = row;
    }
  g_ptr_array_sort (area->members, compare_rows);
}

/**
 * atl_layout_rows_sync:
 * @scene: a scene whose boxes are those of the board
 *
 * Finds out which notes share a row, and puts those of the areas in the order of their rows.
 */
void
atl_layout_rows_sync (AtlScene *scene)
{
  g_autoptr (GPtrArray)  states = NULL;
  g_autoptr (GPtrArray)  areas = NULL;
  g_autoptr (GHashTable) positions = NULL;

  for (guint i = 0; i < scene->kinds[ATL_BOX_AREA]->len; i++)
    ((AtlAreaState *) scene->kinds[ATL_BOX_AREA]->pdata[i])->rows = FALSE;
  if (!atl_scene_keys_have_rows (scene))
    return;
  states = dup_states (scene);
  areas = atl_board_dup_row_areas (scene->board);
  positions = states->len > 0 ? dup_positions (states->pdata[0]) : NULL;
  for (guint i = 0; i < states->len; i++)
    {
      AtlAreaState *area = states->pdata[i];

      area->rows = TRUE;
      sort_area (area, areas, positions);
    }
}

typedef struct
{
  AtlScene  *scene;
  GPtrArray *areas;
  double   **heights; /* of the notes of each area */
  guint     *at;      /* the next note of each area */
  double     top;
  double     scale;
  gboolean   for_good;
} Rows;

static guint
find_end (AtlAreaState *area,
          guint         start,
          guint         row)
{
  while (start < area->members->len && member (area, start)->at == row)
    start++;
  return start;
}

/* Places one row of all areas. Returns its lower edge. */
static double
place_row (Rows  *rows,
           guint  row,
           double y)
{
  const double margin = ATL_AREA_INSET + ATL_AREA_PADDING;
  double       bottom = y;

  for (guint i = 0; i < rows->areas->len; i++)
    {
      AtlAreaState *area = rows->areas->pdata[i];
      AtlFlow       flow = { margin, y, area->tile.width - 2 * margin, rows->scale };
      guint         end = find_end (area, rows->at[i], row);

      double edge = atl_layout_flow_run (rows->scene, area, flow, rows->heights[i], rows->at[i], end,
                                         rows->for_good);

      bottom = MAX (bottom, edge);
      rows->at[i] = end;
    }
  return bottom;
}

static double
place_all (Rows *rows)
{
  AtlAreaState *first = rows->areas->pdata[0];
  double        gap = ATL_PAPER_GAP * rows->scale;
  double        y = rows->top, bottom = rows->top, rest;

  for (guint i = 0; i < rows->areas->len; i++)
    rows->at[i] = 0;
  while (rows->at[0] < first->members->len && member (first, rows->at[0])->at != REST)
    {
      bottom = place_row (rows, member (first, rows->at[0])->at, y);
      y = bottom + gap;
    }
  rest = place_row (rows, REST, first->members->len > 0 ? y + gap * (REST_GAP - 1) : y);
  return MAX (bottom, rest);
}

static double *
measure (AtlScene     *scene,
         AtlAreaState *area)
{
  double *heights = g_new (double, area->members->len + 1);

  for (guint i = 0; i < area->members->len; i++)
    heights[i] = atl_note_painter_get_height (scene, member (area, i));
  return heights;
}

static void
lay_out (Rows  *rows,
         double available)
{
  const double margin = ATL_AREA_INSET + ATL_AREA_PADDING;
  double       needed;

  for (guint i = 0; atl_flow_get_scale (i) > 0; i++)
    {
      rows->scale = atl_flow_get_scale (i);
      if (place_all (rows) + margin <= available)
        break;
    }
  rows->for_good = TRUE;
  needed = place_all (rows) + margin;
  for (guint i = 0; i < rows->areas->len; i++)
    {
      AtlAreaState *area = rows->areas->pdata[i];

      area->needed = needed;
      area->dirty = TRUE;
      atl_scene_repaint (rows->scene, &area->state);
    }
}

/**
 * atl_layout_rows:
 * @scene: a scene whose areas have their widths
 *
 * Places the notes of the areas that share rows, if any of them is dirty.
 */
void
atl_layout_rows (AtlScene *scene)
{
  g_autoptr (GPtrArray) areas = NULL;
  g_autofree double   **heights = NULL;
  g_autofree guint     *at = NULL;
  Rows                  rows = { .scene = scene };
  double                available = G_MAXDOUBLE;
  gboolean              dirty = FALSE;

  if (!atl_scene_keys_have_rows (scene))
    return;
  areas = dup_states (scene);
  heights = g_new0 (double *, areas->len + 1);
  at = g_new0 (guint, areas->len + 1);
  for (guint i = 0; i < areas->len; i++)
    {
      AtlAreaState *area = areas->pdata[i];

      dirty |= area->dirty;
      rows.top = MAX (rows.top, atl_layout_get_header_bottom (scene, area));
      available = MIN (available, atl_layout_get_stored (area).height);
    }
  for (guint i = 0; dirty && i < areas->len; i++)
    heights[i] = measure (scene, areas->pdata[i]);
  rows.areas = areas;
  rows.heights = heights;
  rows.at = at;
  if (dirty && areas->len > 0)
    lay_out (&rows, available);
  for (guint i = 0; i < areas->len; i++)
    g_free (heights[i]);
}

static AtlAreaState *
find_first (AtlScene *scene)
{
  g_autoptr (GPtrArray) states = dup_states (scene);

  return states->len > 0 ? states->pdata[0] : NULL;
}

/* Where the row of @note begins, in the tile. */
static double
top_of (AtlBoxState *note)
{
  AtlBoxState *outer = note->box.stack != NULL ? (AtlBoxState *) note->box.stack : note;

  return outer->local.y - ATL_PAPER_GAP * note->box.scale / 2;
}

/**
 * atl_layout_rows_paint:
 * @scene: a scene
 * @area: an area that shares rows
 * @list: where to add a line above each row, and above what is in none
 */
void
atl_layout_rows_paint (AtlScene       *scene,
                       AtlAreaState   *area,
                       AtlDisplayList *list)
{
  AtlAreaState *first = find_first (scene);
  AtlRgba       ink = atl_rgba_with_alpha (atl_palette_get_ink (scene->theme, ATL_INK_AXIS), 0.55);
  double        right = area->state.box.rect.width - ATL_AREA_PADDING / 2;
  gboolean      rest = FALSE;

  for (guint i = 1; first != NULL && i < first->members->len; i++)
    {
      double   y = top_of (member (first, i)) - ATL_AREA_INSET;
      AtlPoint line[] = { { ATL_AREA_PADDING / 2, y }, { right, y } };

      if (member (first, i)->at != member (first, i - 1)->at)
        atl_display_list_stroke (list, line, 2, LINE_WIDTH, ink);
    }
  for (guint i = 0; first != NULL && first->members->len > 0 && i < area->members->len && !rest; i++)
    {
      double   y = top_of (member (area, i)) - ATL_AREA_INSET;
      AtlPoint line[] = { { ATL_AREA_PADDING / 2, y }, { right, y } };

      rest = member (area, i)->at == REST;
      if (rest)
        atl_display_list_stroke (list, line, 2, LINE_WIDTH, ink)->dash = 6;
    }
}

/**
 * atl_scene_find_row_at:
 * @self: a scene
 * @area: the box of an area
 * @point: in board units
 *
 * Returns: (transfer none) (nullable): the note that begins the row there, if @area shares rows
 */
AtlNote *
atl_scene_find_row_at (AtlScene *self,
                       AtlBox   *area,
                       AtlPoint  point)
{
  AtlAreaState *state = atl_area_state (area);
  AtlAreaState *first;
  AtlNote      *found = NULL;
  double        y = point.y - state->tile.y;
  double        bottom = 0;

  atl_scene_update (self);
  first = state->rows ? find_first (self) : NULL;
  for (guint i = 0; first != NULL && i < first->members->len; i++)
    {
      AtlBoxState *note = member (first, i);

      bottom = MAX (bottom, note->local.y + note->local.height + ATL_PAPER_GAP * note->box.scale);
      if (note->at == REST || (found != NULL && top_of (note) > y))
        break;
      if (note->box.stack == NULL || note->box.stack->item == note->box.item)
        found = ATL_NOTE (note->box.item);
    }
  for (guint i = 0; found != NULL && i < state->members->len; i++)
    if (member (state, i)->at == REST && top_of (member (state, i)) < y)
      return NULL;
  return found;
}
