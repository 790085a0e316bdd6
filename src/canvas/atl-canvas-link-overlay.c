/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-private.h"

#include "canvas/atl-canvas-links.h"
#include "canvas/atl-snapshot-player.h"

#include <math.h>

#define HALO 12.0      /* pixels that the halo of the selected link is wider than the link */
#define LINE 3.0       /* pixels: the line that is pulled */
#define LINE_HEAD 14.0 /* pixels */
#define PLUS 10.0      /* pixels: the sign on a handle */
#define PLUS_LINE 2.0  /* pixels */
#define GLOW 4.0       /* pixels around the target */

static AtlRgba
accent (AtlCanvas *self,
        double     alpha)
{
  return atl_rgba_with_alpha (atl_palette_get_ink (self->theme, ATL_INK_ACCENT), alpha);
}

static void
draw_list (AtlCanvas      *self,
           GtkSnapshot    *snapshot,
           AtlDisplayList *list,
           AtlPoint        at)
{
  AtlPoint       screen = atl_camera_to_screen (self->camera, at);
  float          zoom = (float) atl_camera_get_zoom (self->camera);
  GskRenderNode *node = atl_snapshot_player_dup_node (list);

  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) screen.x, (float) screen.y));
  gtk_snapshot_scale (snapshot, zoom, zoom);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gsk_render_node_unref (node);
}

/* The lines of @list, wider and in one color. */
static AtlDisplayList *
new_halo (AtlDisplayList *list,
          double          wider,
          AtlRgba         color)
{
  AtlDisplayList *halo = atl_display_list_new ();

  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);
      AtlDisplayOp       *stroke;

      if (op->kind != ATL_OP_STROKE || op->closed || op->width <= 0)
        continue;
      stroke = atl_display_list_stroke (halo, op->points, op->n_points, op->width + wider, color);
      stroke->curved = op->curved;
    }
  return halo;
}

static void
draw_selected_link (AtlCanvas   *self,
                    GtkSnapshot *snapshot)
{
  AtlBox         *box = atl_board_view_find_link_box (self->view, atl_board_view_get_link (self->view));
  AtlScene       *scene = atl_board_view_get_scene (self->view);
  double          zoom = atl_camera_get_zoom (self->camera);
  AtlDisplayList *list;

  g_autoptr (AtlDisplayList) halo = NULL;

  if (box == NULL)
    return;
  list = atl_scene_get_display_list (scene, box, ATL_DETAIL_FULL);
  halo = new_halo (list, HALO / zoom, accent (self, 0.4));
  draw_list (self, snapshot, halo, (AtlPoint){ box->rect.x, box->rect.y });
  draw_list (self, snapshot, list, (AtlPoint){ box->rect.x, box->rect.y });
}

static double
corner_of (AtlRect rect)
{
  return MIN (rect.width, rect.height) / 2;
}

/* Both ends of the selected link, so that it is found on a full map. */
static void
draw_ends (AtlCanvas   *self,
           GtkSnapshot *snapshot)
{
  AtlLink *link = atl_board_view_get_link (self->view);
  AtlList *notes = atl_board_get_notes (atl_board_view_get_board (self->view));
  gpointer ends[2] = { NULL, NULL };

  if (link == NULL)
    return;
  ends[0] = atl_list_find (notes, atl_link_get_from (link));
  ends[1] = atl_list_find (notes, atl_link_get_to (link));
  for (guint i = 0; i < 2; i++)
    {
      AtlBox *box = atl_board_view_find_box (self->view, ends[i]);
      AtlRect rect;

      if (box == NULL)
        continue;
      rect = atl_rect_inset (atl_camera_rect_to_screen (self->camera, box->rect), -GLOW);
      atl_snapshot_append_ring (snapshot, rect, corner_of (rect), 1.5, accent (self, 0.8));
    }
}

static void
draw_handle (AtlCanvas   *self,
             GtkSnapshot *snapshot,
             AtlRect      handle)
{
  AtlRect  rect = atl_camera_rect_to_screen (self->camera, handle);
  AtlPoint middle = atl_rect_center (rect);
  AtlRgba  sign = atl_rgba (0xffffff);
  AtlRect  disk = atl_rect_inset (rect, 2);

  atl_snapshot_append_box (snapshot, disk, disk.width / 2, accent (self, 1));
  atl_snapshot_append_ring (snapshot, disk, disk.width / 2, 1, sign);
  atl_snapshot_append_box (
    snapshot, atl_rect (middle.x - PLUS / 2, middle.y - PLUS_LINE / 2, PLUS, PLUS_LINE), 0, sign);
  atl_snapshot_append_box (
    snapshot, atl_rect (middle.x - PLUS_LINE / 2, middle.y - PLUS / 2, PLUS_LINE, PLUS), 0, sign);
}

static void
draw_handles (AtlCanvas   *self,
              GtkSnapshot *snapshot)
{
  AtlLinkTool          *tool = atl_canvas_links_get_tool (self->links);
  g_autoptr (GPtrArray) nodes = atl_link_tool_dup_handles (tool);

  for (guint i = 0; i < nodes->len; i++)
    draw_handle (self, snapshot, atl_link_tool_get_handle (tool, nodes->pdata[i]));
}

/* From the rim of the node on, so that its name stays readable. */
static AtlPoint
leave (AtlRect  rect,
       AtlPoint toward)
{
  AtlPoint middle = atl_rect_center (rect);
  double   dx = toward.x - middle.x, dy = toward.y - middle.y;
  double   part = MIN (fabs (dx) > 0.01 ? rect.width / 2 / fabs (dx) : G_MAXDOUBLE,
                     fabs (dy) > 0.01 ? rect.height / 2 / fabs (dy) : G_MAXDOUBLE);

  part = MIN (part, 1);
  return (AtlPoint){ middle.x + dx * part, middle.y + dy * part };
}

static void
draw_pulled (AtlCanvas   *self,
             GtkSnapshot *snapshot,
             AtlPoint     from,
             AtlPoint     to)
{
  AtlLinkTool  *tool = atl_canvas_links_get_tool (self->links);
  AtlBox       *target = atl_link_tool_get_target (tool);
  AtlBox       *source = atl_board_view_hit (self->view, from);
  double        pixel = 1 / atl_camera_get_zoom (self->camera);
  AtlPoint      line[2] = { from, to };
  AtlDisplayOp *stroke;

  g_autoptr (AtlDisplayList) list = atl_display_list_new ();

  if (target != NULL)
    {
      AtlRect rect = atl_camera_rect_to_screen (self->camera, target->rect);
      AtlRect out = atl_rect_inset (rect, -GLOW - 1);

      atl_snapshot_append_box (snapshot, rect, corner_of (rect), accent (self, 0.25));
      atl_snapshot_append_ring (snapshot, out, corner_of (out), GLOW, accent (self, 1));
      line[1] = leave (atl_rect_inset (target->rect, -(GLOW + 2) * pixel), from);
    }
  if (source != NULL && source->kind == ATL_BOX_NOTE)
    line[0] = leave (source->rect, to);
  stroke = atl_display_list_stroke (list, line, 2, LINE * pixel, accent (self, 1));
  stroke->arrow = LINE_HEAD * pixel;
  stroke->rect = atl_rect_inset (stroke->rect, -stroke->arrow);
  draw_list (self, snapshot, list, (AtlPoint){ 0, 0 });
}

/**
 * atl_canvas_draw_links:
 * @self: a canvas with a board
 * @snapshot: a snapshot in pixels
 *
 * Draws what is shown of links above the board: the halo of the selected one, handles, the line being pulled.
 */
void
atl_canvas_draw_links (AtlCanvas   *self,
                       GtkSnapshot *snapshot)
{
  AtlPoint from, to;

  atl_link_tool_set_pixel (atl_canvas_links_get_tool (self->links), 1 / atl_camera_get_zoom (self->camera));
  draw_selected_link (self, snapshot);
  draw_ends (self, snapshot);
  if (atl_link_tool_get_line (atl_canvas_links_get_tool (self->links), &from, &to))
    draw_pulled (self, snapshot, from, to);
  else if (!atl_canvas_get_editing (self))
    draw_handles (self, snapshot);
}
