/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-private.h"

#include "canvas/paint/atl-scroll-mark.h"
#include "canvas/paint/atl-snapshot-player.h"

#define FIT_MARGIN 12 /* pixels */
#define THICK 6       /* pixels: of a scroll mark */
#define INSET 3       /* pixels between a mark and the edge of the canvas */
#define RIM 1.5       /* pixels around a mark, so that it is seen on paper of any color */

/* Which part of the board is in view, and how much more of it there is. */

/**
 * atl_canvas_fit:
 * @self: a canvas
 *
 * Shows the whole board, and keeps showing it while the canvas is resized, until the user moves. For people
 * who ask for it: they want to see where things are, though nothing on a board that has grown much can be
 * read then. What the canvas does by itself is atl_canvas_fit_board().
 */
void
atl_canvas_fit (AtlCanvas *self)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->view != NULL)
    atl_camera_fit (self->camera, atl_scene_get_bounds (atl_board_view_get_scene (self->view)), FIT_MARGIN);
}

/**
 * atl_canvas_fit_board:
 * @self: a canvas with a board
 *
 * Shows the board so that a room can read it, and keeps doing so while the canvas is resized, until the user
 * moves: as a whole, unless notes have made it grow by much; such a one from its top.
 */
void
atl_canvas_fit_board (AtlCanvas *self)
{
  atl_camera_fit_board (self->camera, FIT_MARGIN);
}

static gboolean
fit_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  AtlCanvas *self = ATL_CANVAS (widget);

  if (self->view != NULL)
    atl_canvas_fit_board (self);
  return G_SOURCE_REMOVE;
}

/**
 * atl_canvas_follow_bounds:
 * @self: a canvas with a board
 *
 * Tells the camera how large the board is. A board that grows does not move. One that has shrunk is not left
 * out of view, or a dot in it. This may be heard while a frame is drawn, so the view moves with the next one.
 */
void
atl_canvas_follow_bounds (AtlCanvas *self)
{
  AtlScene *scene = atl_board_view_get_scene (self->view);

  atl_camera_set_home (self->camera, atl_scene_get_home (scene));
  if (atl_camera_set_bounds (self->camera, atl_scene_get_bounds (scene)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_cb, NULL, NULL);
}

static void
draw_mark (AtlCanvas   *self,
           GtkSnapshot *snapshot,
           AtlRect      mark)
{
  AtlRgba ink = atl_palette_get_ink (self->theme, ATL_INK_FRAME);
  AtlRgba rim = atl_rgba_with_alpha (atl_palette_get_ink (self->theme, ATL_INK_BACKGROUND), 0.7);

  atl_snapshot_append_box (snapshot, atl_rect_inset (mark, -RIM), THICK / 2.0 + RIM, rim);
  atl_snapshot_append_box (snapshot, mark, THICK / 2.0, ink);
}

/**
 * atl_canvas_draw_scroll_marks:
 * @self: a canvas with a board
 * @snapshot: a snapshot in pixels
 *
 * Draws at the edges how much of the board lies beyond them. Nothing can be done to these marks, so they are
 * no widgets: whoever does not see them has the keys, which go to what is out of view.
 */
void
atl_canvas_draw_scroll_marks (AtlCanvas   *self,
                              GtkSnapshot *snapshot)
{
  double   width = gtk_widget_get_width (GTK_WIDGET (self));
  double   height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  AtlRect  board = atl_scene_get_bounds (atl_board_view_get_scene (self->view));
  double   at, length;

  board = atl_camera_rect_to_screen (self->camera, board);
  if (atl_scroll_mark_place (board.y, board.height, height, &at, &length))
    draw_mark (self, snapshot, atl_rect (rtl ? INSET : width - INSET - THICK, at, THICK, length));
  if (atl_scroll_mark_place (board.x, board.width, width, &at, &length))
    draw_mark (self, snapshot, atl_rect (at, height - INSET - THICK, length, THICK));
}
