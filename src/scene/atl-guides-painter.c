/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-guides.h"
#include "scene/atl-area-painter.h"
#include "scene/atl-key-private.h"
#include "scene/atl-scene-layout.h"

/* A grid of silos by silos with a score in each cell. The darker a cell, the higher its score; the digit says
 * the same. A silo is not paired with itself. */

#define NAMES 150.0 /* wide, at most */
#define HEADER 28.0
#define NAME_SIZE 13.0
#define MOST_DIGIT 26.0

typedef struct
{
  AtlScene       *scene;
  AtlDisplayList *list;
  AtlArea        *area;
  GPtrArray      *silos;
  AtlRect         grid; /* the cells, in the drawn rectangle */
  double          names;
  AtlRgba         ink;
} Guides;

static AtlRect
get_grid (AtlScene     *scene,
          AtlAreaState *area)
{
  double top = atl_layout_get_header_bottom (scene, area) - ATL_AREA_INSET + HEADER;
  double width = area->state.box.rect.width - 2 * ATL_AREA_PADDING;
  double names = MIN (NAMES, width / 4);
  double bottom = atl_axes_get_strip (scene, area).y - ATL_AREA_INSET - 8;

  return atl_rect (ATL_AREA_PADDING + names, top, MAX (width - names, 1), MAX (bottom - top, 1));
}

static AtlRect
get_cell (AtlRect grid,
          guint   n,
          guint   row,
          guint   column)
{
  double width = grid.width / n;
  double height = grid.height / n;

  return atl_rect (grid.x + column * width, grid.y + row * height, width, height);
}

/* One line of text around a point; @anchor: 0 begins there, 0.5 is centered, 1 ends there. */
static void
add_text (Guides     *guides,
          const char *text,
          double      size,
          double      width,
          AtlPoint    middle,
          double      anchor)
{
  AtlTextStyle            style = { .size = size, .width = MAX (width, 8), .one_line = TRUE };
  g_autoptr (PangoLayout) layout = atl_text_maker_make (guides->scene->text, text, &style);

  atl_display_list_text (guides->list,
                         (AtlPoint){ middle.x - anchor * atl_text_get_width (layout),
                                     middle.y - atl_text_get_height (layout) / 2 },
                         layout, 1, ATL_TEXT_LABEL, guides->ink);
}

static void
paint_names (Guides *guides,
             guint   at)
{
  const char *name = atl_silo_get_name (guides->silos->pdata[at]);
  AtlRect     row = get_cell (guides->grid, guides->silos->len, at, 0);
  AtlRect     column = get_cell (guides->grid, guides->silos->len, 0, at);

  add_text (guides, name, NAME_SIZE, guides->names - 10,
            (AtlPoint){ guides->grid.x - 10, row.y + row.height / 2 }, 1);
  add_text (guides, name, NAME_SIZE, column.width - 6,
            (AtlPoint){ column.x + column.width / 2, guides->grid.y - HEADER / 2 }, 0.5);
}

static void
paint_cell (Guides *guides,
            guint   row,
            guint   column)
{
  AtlRect cell = atl_rect_inset (get_cell (guides->grid, guides->silos->len, row, column), 1.5);
  int     score =
    atl_area_get_score (guides->area, guides->silos->pdata[row], guides->silos->pdata[column]);
  AtlTint          tint = atl_area_get_color (guides->area);
  AtlRgba          paper = atl_palette_get_area_fill (guides->scene->theme, tint);
  AtlRgba          edge = atl_palette_get_area_edge (guides->scene->theme, tint);
  g_autofree char *digit = g_strdup_printf ("%d", score);

  if (row == column)
    {
      atl_display_list_fill (guides->list, cell, 4, atl_rgba_with_alpha (guides->ink, 0.08));
      return;
    }
  if (score > 0)
    atl_display_list_fill (guides->list, cell, 4, atl_rgba_mix (paper, edge, 0.15 + 0.17 * score));
  atl_display_list_frame (guides->list, cell, 4, 1, edge);
  if (score >= 0)
    add_text (guides, digit, CLAMP (cell.height * 0.5, 8, MOST_DIGIT), cell.width, atl_rect_center (cell),
              0.5);
}

/**
 * atl_guides_painter_paint:
 * @scene: a scene
 * @area: an area that has its place
 * @list: where to add its guides: a grid of silos, if its options ask for one
 */
void
atl_guides_painter_paint (AtlScene       *scene,
                          AtlAreaState   *area,
                          AtlDisplayList *list)
{
  Guides                guides = { .scene = scene, .list = list, .area = atl_key_get_area (area) };
  g_autoptr (GPtrArray) silos = area->guides ? atl_guides_dup_silos (scene->session) : NULL;

  guides.grid = get_grid (scene, area);
  if (silos == NULL || silos->len < 2 || guides.grid.width < 60 || guides.grid.height < 40)
    return;
  guides.silos = silos;
  guides.names = guides.grid.x - ATL_AREA_PADDING;
  guides.ink = atl_palette_get_ink (scene->theme, ATL_INK_TITLE);
  for (guint i = 0; i < silos->len; i++)
    {
      paint_names (&guides, i);
      for (guint j = 0; j < silos->len; j++)
        paint_cell (&guides, i, j);
    }
}

/**
 * atl_scene_find_guide_cell:
 * @self: a scene
 * @area: the box of an area
 * @point: in board units
 * @row: (out): the position of a silo
 * @column: (out): the position of another one
 *
 * Returns: whether a cell with a score, or room for one, is there
 */
gboolean
atl_scene_find_guide_cell (AtlScene *self,
                           AtlBox   *area,
                           AtlPoint  point,
                           guint    *row,
                           guint    *column)
{
  AtlAreaState         *state = atl_area_state (area);
  g_autoptr (GPtrArray) silos = NULL;
  AtlRect               grid;

  if (!state->guides || area->item == NULL)
    return FALSE;
  silos = atl_guides_dup_silos (self->session);
  grid = atl_rect_moved (get_grid (self, state), area->rect.x, area->rect.y);
  if (silos->len < 2 || !atl_rect_contains (grid, point))
    return FALSE;
  *row = MIN ((guint) ((point.y - grid.y) / grid.height * silos->len), silos->len - 1);
  *column = MIN ((guint) ((point.x - grid.x) / grid.width * silos->len), silos->len - 1);
  return *row != *column;
}
