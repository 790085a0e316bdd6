/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-private.h"

#include "canvas/exchange/atl-canvas-exchange.h"

#include "canvas/links/atl-canvas-links.h"
#include "canvas/notes/atl-canvas-values.h"
#include "canvas/paint/atl-snapshot-player.h"

#define CORNER 6      /* board units: of a note's paper */
#define NODE_CORNER 8 /* board units: of a node that stands for no person */
#define RING 2        /* pixels */
#define RING_GAP 2    /* pixels between the paper and the ring */
#define AREA_RADIUS 12

static AtlRgba
accent (AtlCanvas *self,
        double     alpha)
{
  return atl_rgba_with_alpha (atl_palette_get_ink (self->theme, ATL_INK_ACCENT), alpha);
}

/* A ring around something of the board, moved by board units, as thick at every zoom. */
static void
draw_ring (AtlCanvas   *self,
           GtkSnapshot *snapshot,
           AtlRect      board_rect,
           double       radius,
           double       width,
           double       alpha)
{
  AtlRect rect = atl_camera_rect_to_screen (self->camera, board_rect);
  double  out = width + RING_GAP;

  atl_snapshot_append_ring (snapshot, atl_rect_inset (rect, -out),
                            radius * atl_camera_get_zoom (self->camera) + out,
                            width, accent (self, alpha));
}

static double
corner_of (AtlBox *box)
{
  gboolean person = box->is_node && *atl_note_get_person (ATL_NOTE (box->item)) != '\0';

  if (person)
    return MIN (box->rect.width, box->rect.height) / 2;
  return box->is_node ? NODE_CORNER : CORNER * box->scale;
}

static void
draw_selection (AtlCanvas   *self,
                GtkSnapshot *snapshot)
{
  GPtrArray *selected = atl_selection_get_notes (atl_board_view_get_selection (self->view));
  AtlRect    visible = atl_rect_inset (atl_camera_get_visible (self->camera), -CORNER);

  for (guint i = 0; i < selected->len; i++)
    {
      AtlBox *box = atl_board_view_find_box (self->view, selected->pdata[i]);

      if (box != NULL && atl_rect_intersects (box->rect, visible))
        draw_ring (self, snapshot, box->rect, corner_of (box), RING, 1);
    }
}

static gboolean
shows_focus (AtlCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

/* An area without notes has the focus itself. */
static void
draw_area_focus (AtlCanvas   *self,
                 GtkSnapshot *snapshot)
{
  AtlBox *box = atl_board_view_find_box (self->view, atl_board_view_get_area (self->view));
  guint   n = atl_selection_get_size (atl_board_view_get_selection (self->view));

  if (box != NULL && n == 0 && shows_focus (self))
    draw_ring (self, snapshot, atl_rect_inset (box->rect, 2 * RING / atl_camera_get_zoom (self->camera)),
               AREA_RADIUS, RING, 1);
}

/* The cursor shows where it differs from the selection, and to those who use the keyboard. */
static void
draw_cursor (AtlCanvas   *self,
             GtkSnapshot *snapshot)
{
  AtlSelection *selection = atl_board_view_get_selection (self->view);
  AtlNote      *cursor = atl_selection_get_cursor (selection);
  AtlBox       *box = atl_board_view_find_box (self->view, cursor);
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));

  if ((flags & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return;
  if (box == NULL)
    draw_area_focus (self, snapshot);
  else if (!atl_selection_contains (selection, cursor))
    draw_ring (self, snapshot, box->rect, corner_of (box), shows_focus (self) ? RING : 1, 1);
  else if (atl_selection_get_size (selection) > 1 || shows_focus (self))
    draw_ring (self, snapshot, atl_rect_inset (box->rect, -2 / atl_camera_get_zoom (self->camera)),
               corner_of (box),
               RING + 1, 1);
}

static void
draw_current_area (AtlCanvas   *self,
                   GtkSnapshot *snapshot)
{
  AtlBox *box = atl_board_view_find_box (self->view, atl_board_view_get_area (self->view));
  AtlRect rect;

  if (box == NULL || atl_scene_get_boxes (atl_board_view_get_scene (self->view), ATL_BOX_AREA)->len < 2)
    return;
  rect = atl_camera_rect_to_screen (self->camera, box->rect);
  atl_snapshot_append_ring (snapshot, rect, AREA_RADIUS * atl_camera_get_zoom (self->camera), 1.5,
                            accent (self, 0.55));
}

/* Where what is dragged in from another program would go. */
static void
draw_drop_area (AtlCanvas   *self,
                GtkSnapshot *snapshot)
{
  AtlBox *box = atl_board_view_find_box (self->view, atl_canvas_get_drop_area (self));
  double  radius = AREA_RADIUS * atl_camera_get_zoom (self->camera);
  AtlRect rect;

  if (box == NULL)
    return;
  rect = atl_camera_rect_to_screen (self->camera, box->rect);
  atl_snapshot_append_box (snapshot, rect, radius, accent (self, 0.14));
  atl_snapshot_append_ring (snapshot, rect, radius, 3, accent (self, 1));
}

static void
draw_band (AtlCanvas   *self,
           GtkSnapshot *snapshot)
{
  AtlRect band = atl_select_tool_get_band (self->tool);
  AtlRect rect = atl_camera_rect_to_screen (self->camera, band);

  if (band.width <= 0 && band.height <= 0)
    return;
  atl_snapshot_append_box (snapshot, rect, 0, accent (self, 0.12));
  atl_snapshot_append_ring (snapshot, rect, 0, 1, accent (self, 0.8));
}

static void
draw_node (AtlCanvas     *self,
           GtkSnapshot   *snapshot,
           GskRenderNode *node,
           AtlPoint       at)
{
  AtlPoint screen = atl_camera_to_screen (self->camera, at);
  float    zoom = (float) atl_camera_get_zoom (self->camera);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) screen.x, (float) screen.y));
  gtk_snapshot_scale (snapshot, zoom, zoom);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
draw_lifted (AtlCanvas   *self,
             GtkSnapshot *snapshot,
             double       dx,
             double       dy,
             gboolean     ringed)
{
  g_autoptr (GPtrArray) boxes = atl_load_dup_boxes (atl_select_tool_get_load (self->tool), self->view);
  AtlDetail             detail = atl_detail_for_zoom (atl_camera_get_zoom (self->camera));
  AtlRect               visible = atl_camera_get_visible (self->camera);

  for (guint i = 0; i < boxes->len; i++)
    {
      AtlBox        *box = boxes->pdata[i];
      AtlRect        rect = atl_rect_moved (box->rect, dx, dy);
      GskRenderNode *node = NULL;

      if (atl_rect_intersects (rect, visible))
        node = atl_cell_cache_peek_node (self->cache, box, detail);
      if (node != NULL)
        draw_node (self, snapshot, node, (AtlPoint){ rect.x, rect.y });
      if (node != NULL && ringed)
        draw_ring (self, snapshot, rect, corner_of (box), RING, 1);
    }
}

static void
draw_target (AtlCanvas     *self,
             GtkSnapshot   *snapshot,
             const AtlDrop *drop)
{
  double  zoom = atl_camera_get_zoom (self->camera);
  AtlRect rect;

  if (drop->onto != NULL)
    {
      rect = atl_camera_rect_to_screen (self->camera, drop->onto->rect);
      atl_snapshot_append_box (snapshot, rect, CORNER * zoom, accent (self, 0.25));
      draw_ring (self, snapshot, drop->onto->rect, CORNER, 2 * RING, 1);
    }
  else if (!atl_rect_is_empty (drop->marker))
    {
      rect = atl_camera_rect_to_screen (self->camera, drop->marker);
      atl_snapshot_append_box (snapshot, rect, MIN (rect.width, rect.height) / 2, accent (self, 1));
    }
}

static void
draw_drag (AtlCanvas   *self,
           GtkSnapshot *snapshot)
{
  const AtlDrop *drop = atl_select_tool_get_drop (self->tool);

  if (atl_select_tool_get_copy (self->tool))
    draw_lifted (self, snapshot, 0, 0, FALSE);
  if (drop->onto != NULL)
    draw_target (self, snapshot, drop);
  gtk_snapshot_push_opacity (snapshot, drop->onto != NULL ? 0.7 : 0.92);
  draw_lifted (self, snapshot, drop->dx, drop->dy, TRUE);
  gtk_snapshot_pop (snapshot);
  if (drop->onto == NULL)
    draw_target (self, snapshot, drop);
  atl_canvas_draw_measures (self, snapshot);
}

/**
 * atl_canvas_draw_overlay:
 * @self: a canvas with a board
 * @snapshot: a snapshot in pixels
 *
 * Draws what is not part of the board: selection, rubber band, dragged notes and where they would go.
 */
void
atl_canvas_draw_overlay (AtlCanvas   *self,
                         GtkSnapshot *snapshot)
{
  draw_current_area (self, snapshot);
  draw_drop_area (self, snapshot);
  if (atl_select_tool_get_drop (self->tool) != NULL)
    {
      draw_drag (self, snapshot);
      return;
    }
  atl_canvas_draw_highlight (self, snapshot);
  draw_selection (self, snapshot);
  if (atl_board_view_get_link (self->view) == NULL)
    draw_cursor (self, snapshot);
  atl_canvas_draw_links (self, snapshot);
  draw_band (self, snapshot);
}
