/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-private.h"

#include "canvas/links/atl-canvas-links.h"
#include "canvas/paint/atl-snapshot-player.h"

#include <math.h>

#define HALO 12.0      /* pixels that the halo of the selected link is wider than the link */
#define LINE 3.0       /* pixels: the line that is pulled */
#define LINE_HEAD 14.0 /* pixels */
#define PLUS 10.0      /* pixels: the sign on a handle */
#define PLUS_LINE 2.0  /* pixels */
#define SIGN_PADDING 12.0
#define SIGN_GAP 6.0    /* pixels between a note and what stands below it */
#define NOTE_CORNER 8.0 /* pixels */
#define GLOW 4.0        /* pixels around the target */

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

/* Nodes are round, notes nearly square. */
static double
corner_of (AtlRect rect,
           AtlBox *box)
{
  return box->is_node ? MIN (rect.width, rect.height) / 2 : NOTE_CORNER;
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
      atl_snapshot_append_ring (snapshot, rect, corner_of (rect, box), 1.5, accent (self, 0.8));
    }
}

/* A link to another board has no line: where it leads is said below its note. */
static void
draw_signpost (AtlCanvas   *self,
               GtkSnapshot *snapshot)
{
  g_autofree char        *text = atl_canvas_links_dup_signpost (self->links);
  AtlRect                 note = atl_canvas_links_get_anchor (self->links);
  AtlRgba                 ink = atl_rgba (0xffffff);
  g_autoptr (PangoLayout) layout = NULL;
  AtlRect                 pill;
  int                     width, height;

  if (text == NULL)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_get_pixel_size (layout, &width, &height);
  pill = atl_rect (note.x - width / 2.0 - SIGN_PADDING, note.y + SIGN_GAP, width + 2 * SIGN_PADDING,
                   height + SIGN_PADDING);
  pill.x = MAX (MIN (pill.x, gtk_widget_get_width (GTK_WIDGET (self)) - pill.width), 0);
  pill.y = MAX (MIN (pill.y, gtk_widget_get_height (GTK_WIDGET (self)) - pill.height), 0);
  atl_snapshot_append_box (snapshot, pill, pill.height / 2, accent (self, 1));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (pill.x + SIGN_PADDING),
                                                          (float) (pill.y + SIGN_PADDING / 2)));
  gtk_snapshot_append_layout (snapshot, layout, atl_rgba_peek_gdk (&ink));
  gtk_snapshot_restore (snapshot);
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

      atl_snapshot_append_box (snapshot, rect, corner_of (rect, target), accent (self, 0.25));
      atl_snapshot_append_ring (snapshot, out, corner_of (out, target), GLOW, accent (self, 1));
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
  draw_signpost (self, snapshot);
  if (atl_link_tool_get_line (atl_canvas_links_get_tool (self->links), &from, &to))
    draw_pulled (self, snapshot, from, to);
  else if (!atl_canvas_get_editing (self) && atl_select_tool_get_state (self->tool) != ATL_SELECT_DRAG)
    draw_handles (self, snapshot);
}
