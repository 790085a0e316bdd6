/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-area-grid-private.h"

#include "scene/atl-palette.h"
#include "ui/common/atl-theme.h"

#define HANDLE 10     /* of a square, in pixels */
#define LINE_EVERY 10 /* cells */

static void
draw_lines (AtlAreaGrid *self,
            GtkSnapshot *snapshot)
{
  AtlRgba         ink = atl_palette_get_ink (atl_theme_get (), ATL_INK_AXIS);
  GdkRGBA         color = { ink.red, ink.green, ink.blue, ink.alpha * 0.18f };
  graphene_rect_t whole = atl_area_grid_to_pixels (self, atl_cells (0, 0, ATL_CELLS_WHOLE, ATL_CELLS_WHOLE));

  for (int i = LINE_EVERY; i < ATL_CELLS_WHOLE; i += LINE_EVERY)
    {
      graphene_rect_t across = atl_area_grid_to_pixels (self, atl_cells (0, i, ATL_CELLS_WHOLE, 1));
      graphene_rect_t down = atl_area_grid_to_pixels (self, atl_cells (i, 0, 1, ATL_CELLS_WHOLE));

      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (across.origin.x, across.origin.y, whole.size.width, 1));
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (down.origin.x, down.origin.y, 1, whole.size.height));
    }
}

static void
draw_frame (GtkSnapshot           *snapshot,
            const graphene_rect_t *bounds,
            AtlInk                 ink,
            float                  fill,
            float                  line)
{
  AtlRgba        color = atl_palette_get_ink (atl_theme_get (), ink);
  GdkRGBA        inside = { color.red, color.green, color.blue, fill };
  GdkRGBA        edge = { color.red, color.green, color.blue, 1 };
  GdkRGBA        colors[4] = { edge, edge, edge, edge };
  float          lines[4] = { line, line, line, line };
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, bounds, 4);
  gtk_snapshot_append_color (snapshot, &inside, bounds);
  gtk_snapshot_append_border (snapshot, &rect, lines, colors);
}

/* What two areas share, so that nobody has to look for it. */
static void
draw_overlaps (AtlAreaGrid *self,
               GtkSnapshot *snapshot)
{
  AtlList *areas = atl_board_get_areas (self->board);
  AtlCells common = { 0 };

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    for (guint j = 0; j < i; j++)
      if (atl_cells_overlap (atl_cells_of_area (atl_list_get (areas, i)),
                             atl_cells_of_area (atl_list_get (areas, j)), &common))
        {
          graphene_rect_t rect = atl_area_grid_to_pixels (self, common);

          draw_frame (snapshot, &rect, ATL_INK_MARK, 0.3f, 1);
        }
}

static void
draw_handle (GtkSnapshot *snapshot,
             float        x,
             float        y)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x - HANDLE / 2.f, y - HANDLE / 2.f, HANDLE, HANDLE);
  AtlRgba         ground = atl_palette_get_ink (atl_theme_get (), ATL_INK_BACKGROUND);
  GdkRGBA         fill = { ground.red, ground.green, ground.blue, 1 };

  gtk_snapshot_append_color (snapshot, &fill, &rect);
  draw_frame (snapshot, &rect, ATL_INK_ACCENT, 0, 2);
}

static void
draw_handles (AtlAreaGrid *self,
              GtkSnapshot *snapshot)
{
  graphene_rect_t rect = atl_area_grid_to_pixels (self, atl_cells_of_area (self->selected));

  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      if (i != 1 || j != 1)
        draw_handle (snapshot, rect.origin.x + rect.size.width * (float) i / 2,
                     rect.origin.y + rect.size.height * (float) j / 2);
}

/* For the files of the grid: the board under its areas. */
void
atl_area_grid_draw_below (AtlAreaGrid *self,
                          GtkSnapshot *snapshot)
{
  AtlRgba         ground = atl_palette_get_ink (atl_theme_get (), ATL_INK_BACKGROUND);
  GdkRGBA         color = { ground.red, ground.green, ground.blue, 1 };
  graphene_rect_t whole = atl_area_grid_to_pixels (self, atl_cells (0, 0, ATL_CELLS_WHOLE, ATL_CELLS_WHOLE));

  gtk_snapshot_append_color (snapshot, &color, &whole);
  draw_lines (self, snapshot);
}

/* For the files of the grid: what is said of the areas. */
void
atl_area_grid_draw_above (AtlAreaGrid *self,
                          GtkSnapshot *snapshot)
{
  graphene_rect_t ghost;

  if (self->board == NULL)
    return;
  draw_overlaps (self, snapshot);
  if (self->selected != NULL && !self->moved)
    draw_handles (self, snapshot);
  if (!self->moved)
    return;
  ghost = atl_area_grid_to_pixels (self, self->ghost);
  draw_frame (snapshot, &ghost, ATL_INK_ACCENT, 0.25f, 2);
}
