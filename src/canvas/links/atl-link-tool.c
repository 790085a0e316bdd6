/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/links/atl-link-tool.h"

#include "canvas/links/atl-link-commands.h"
#include "model/atl-link-rules.h"

#include <math.h>

#define HANDLE 26       /* pixels across */
#define HANDLE_GAP 3    /* pixels between the node and its handle */
#define TARGET_REACH 14 /* pixels around a node where it is the target already */

/**
 * AtlLinkTool:
 *
 * Draws links: a node that is hovered or selected, and a note that is selected alone, has a round handle at
 * its side; a line pulled from there to another one becomes a link. The middle of the node moves it, as ever,
 * so the two never mix, with a mouse or a finger. A state machine fed plain events; the board changes only
 * when the line is let go over a node.
 */
struct _AtlLinkTool
{
  GObject parent_instance;

  AtlBoardView   *view;
  AtlLinkingState state;
  double          pixel; /* board units */
  gboolean        mirrored;
  AtlNote        *hovered; /* not owned: forgotten with its box */
  AtlNote        *from;
  AtlNote        *target; /* not owned: forgotten with its box */
  AtlPoint        start, now;
};

G_DEFINE_FINAL_TYPE (AtlLinkTool, atl_link_tool, G_TYPE_OBJECT)

enum
{
  CHANGED,
  LINKED,
  TAPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
put_down (AtlLinkTool *self)
{
  if (self->state == ATL_LINKING_IDLE)
    return;
  self->state = ATL_LINKING_IDLE;
  self->target = NULL;
  g_clear_object (&self->from);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
box_removed_cb (AtlLinkTool *self,
                AtlBox      *box)
{
  if (box->kind != ATL_BOX_NOTE)
    return;
  if (box->item == (AtlItem *) self->hovered)
    self->hovered = NULL;
  if (box->item == (AtlItem *) self->target)
    self->target = NULL;
  if (box->item == (AtlItem *) self->from)
    put_down (self);
}

static AtlRect
handle_at (AtlLinkTool *self,
           AtlRect      node,
           int          dx,
           int          dy)
{
  double   size = HANDLE * self->pixel;
  double   gap = HANDLE_GAP * self->pixel + size / 2;
  AtlPoint middle = atl_rect_center (node);

  return atl_rect (middle.x + dx * (node.width / 2 + gap) - size / 2,
                   middle.y + dy * (node.height / 2 + gap) - size / 2, size, size);
}

/* Notes stand close together in their areas, and have room in the middle of their foot: the handle is on the
 * lower edge. */
static AtlRect
handle_on_edge (AtlLinkTool *self,
                AtlRect      note)
{
  double   size = HANDLE * self->pixel;
  AtlPoint middle = atl_rect_center (note);

  return atl_rect (middle.x - size / 2, note.y + note.height - size / 2, size, size);
}

static gboolean
is_free (AtlLinkTool *self,
         AtlRect      handle,
         AtlBox      *node)
{
  g_autoptr (GPtrArray) near = atl_board_view_find_notes (self->view, handle);

  for (guint i = 0; i < near->len; i++)
    if (near->pdata[i] != node)
      return FALSE;
  return TRUE;
}

static AtlBox *
find_node (AtlLinkTool *self,
           gpointer     note)
{
  AtlBox *box = atl_board_view_find_box (self->view, note);

  return box != NULL && box->kind == ATL_BOX_NOTE ? box : NULL;
}

/* Nodes are linked to nodes, ordinary notes to ordinary notes that their template wants linked to them. */
static gboolean
fits (AtlLinkTool *self,
      AtlBox      *box)
{
  AtlBox *from = find_node (self, self->from);

  return from != NULL && box->kind == ATL_BOX_NOTE && box->is_node == from->is_node &&
         atl_board_allows_link (self->from, ATL_NOTE (box->item));
}

/* The node whose handle is at @point. */
static AtlBox *
find_handle (AtlLinkTool *self,
             AtlPoint     point)
{
  g_autoptr (GPtrArray) nodes = atl_link_tool_dup_handles (self);

  for (guint i = 0; i < nodes->len; i++)
    {
      AtlRect  handle = atl_link_tool_get_handle (self, nodes->pdata[i]);
      AtlPoint middle = atl_rect_center (handle);

      if (hypot (point.x - middle.x, point.y - middle.y) <= handle.width / 2)
        return nodes->pdata[i];
    }
  return NULL;
}

/* The node at @point, or the nearest one close by. */
static AtlBox *
find_near (AtlLinkTool *self,
           AtlPoint     point,
           double       reach)
{
  AtlRect               around = atl_rect_inset (atl_rect (point.x, point.y, 0, 0), -reach);
  AtlBox               *hit = atl_board_view_hit (self->view, point);
  g_autoptr (GPtrArray) near = NULL;
  AtlBox               *best = NULL;
  double                nearest = G_MAXDOUBLE;

  if (hit != NULL && hit->kind == ATL_BOX_NOTE)
    return fits (self, hit) ? hit : NULL;
  near = atl_board_view_find_notes (self->view, around);
  for (guint i = 0; i < near->len; i++)
    {
      AtlBox  *box = near->pdata[i];
      AtlPoint middle = atl_rect_center (box->rect);
      double   distance = hypot (middle.x - point.x, middle.y - point.y);

      if (!fits (self, box) || distance >= nearest)
        continue;
      best = box;
      nearest = distance;
    }
  return best;
}

static void
press (AtlLinkTool        *self,
       const AtlToolEvent *event)
{
  AtlBox *node = find_handle (self, event->point);

  put_down (self);
  if (node == NULL)
    return;
  self->from = g_object_ref (ATL_NOTE (node->item));
  self->start = self->now = event->point;
  self->state = ATL_LINKING_PRESSED;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
motion (AtlLinkTool        *self,
        const AtlToolEvent *event)
{
  gboolean moved = hypot (event->point.x - self->start.x, event->point.y - self->start.y) > event->slop;
  AtlBox  *target;

  if (self->state == ATL_LINKING_PRESSED && moved)
    self->state = ATL_LINKING_PULL;
  if (self->state != ATL_LINKING_PULL)
    return;
  self->now = event->point;
  target = find_near (self, event->point, TARGET_REACH * self->pixel);
  self->target = target != NULL && target->item != ATL_ITEM (self->from) ? ATL_NOTE (target->item) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
draw_link (AtlLinkTool *self,
           AtlNote     *from,
           AtlNote     *to)
{
  AtlLinkPen pen = atl_board_view_get_pen_for (self->view, from);
  AtlLink   *link =
    atl_link_commands_state (self->view, from, to, pen.kind, ATL_DECLARED_BY_BOTH, pen.strength);

  if (link == NULL)
    return;
  *atl_board_view_get_pen (self->view) = pen;
  atl_board_view_set_link (self->view, link);
  g_signal_emit (self, signals[LINKED], 0, link);
}

static void
release (AtlLinkTool        *self,
         const AtlToolEvent *event)
{
  g_autoptr (AtlNote) from = NULL;
  g_autoptr (AtlNote) to = NULL;
  gboolean            tapped = self->state == ATL_LINKING_PRESSED;

  motion (self, event);
  from = self->from != NULL ? g_object_ref (self->from) : NULL;
  to = self->state == ATL_LINKING_PULL && self->target != NULL ? g_object_ref (self->target) : NULL;
  tapped = tapped && self->state == ATL_LINKING_PRESSED;
  put_down (self);
  if (from != NULL && to != NULL)
    draw_link (self, from, to);
  else if (from != NULL && tapped)
    g_signal_emit (self, signals[TAPPED], 0, from);
}

static void
atl_link_tool_dispose (GObject *object)
{
  AtlLinkTool *self = ATL_LINK_TOOL (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (atl_board_view_get_scene (self->view), self);
  g_clear_object (&self->from);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (atl_link_tool_parent_class)->dispose (object);
}

static void
atl_link_tool_class_init (AtlLinkToolClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_link_tool_dispose;

  /**
   * AtlLinkTool::changed:
   *
   * What has to be drawn above the board is another: handles, the line, its target.
   */
  signals[CHANGED] = g_signal_new ("changed", ATL_TYPE_LINK_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * AtlLinkTool::linked:
   * @link: the link that was drawn, or was there already
   */
  signals[LINKED] = g_signal_new ("linked", ATL_TYPE_LINK_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATL_TYPE_LINK);
  /**
   * AtlLinkTool::tapped:
   * @node: the node whose handle was clicked: its links shall be typed
   */
  signals[TAPPED] = g_signal_new ("tapped", ATL_TYPE_LINK_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATL_TYPE_NOTE);
}

static void
atl_link_tool_init (AtlLinkTool *self)
{
  self->pixel = 1;
}

/**
 * atl_link_tool_new:
 * @view: the view of a board to work on
 *
 * Returns: (transfer full): the tool, idle
 */
AtlLinkTool *
atl_link_tool_new (AtlBoardView *view)
{
  AtlLinkTool *self = g_object_new (ATL_TYPE_LINK_TOOL, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_swapped (atl_board_view_get_scene (view), "box-removed", G_CALLBACK (box_removed_cb),
                            self);
  return self;
}

/**
 * atl_link_tool_set_pixel:
 * @self: the tool
 * @pixel: how many board units a pixel is: handles are as large at every zoom
 */
void
atl_link_tool_set_pixel (AtlLinkTool *self,
                         double       pixel)
{
  self->pixel = pixel;
}

/**
 * atl_link_tool_set_mirrored:
 * @self: the tool
 * @mirrored: whether handles are rather at the left, for those who read from the right
 */
void
atl_link_tool_set_mirrored (AtlLinkTool *self,
                            gboolean     mirrored)
{
  self->mirrored = mirrored;
}

/**
 * atl_link_tool_hover:
 * @self: the tool
 * @point: (nullable): where the pointer is, in board units; %NULL once it has left
 *
 * Shows the handle of the node under the pointer. It stays while the pointer is on the handle itself.
 */
void
atl_link_tool_hover (AtlLinkTool    *self,
                     const AtlPoint *point)
{
  AtlBox  *box = point != NULL ? find_handle (self, *point) : NULL;
  AtlNote *hovered = self->hovered;

  if (self->state != ATL_LINKING_IDLE)
    return;
  if (point == NULL)
    hovered = NULL;
  else if (box == NULL)
    {
      box = atl_board_view_hit (self->view, *point);
      hovered = box != NULL && box->kind == ATL_BOX_NOTE && box->is_node ? ATL_NOTE (box->item) : NULL;
    }
  if (hovered == self->hovered)
    return;
  self->hovered = hovered;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atl_link_tool_takes:
 * @self: the tool
 * @point: of a press, in board units
 *
 * Returns: whether there is a handle, so that the press is for this tool
 */
gboolean
atl_link_tool_takes (AtlLinkTool *self,
                     AtlPoint     point)
{
  return find_handle (self, point) != NULL;
}

/**
 * atl_link_tool_feed:
 * @self: the tool
 * @event: what the pointer did
 */
void
atl_link_tool_feed (AtlLinkTool        *self,
                    const AtlToolEvent *event)
{
  g_return_if_fail (ATL_IS_LINK_TOOL (self));

  switch (event->kind)
    {
    case ATL_TOOL_PRESS:
      press (self, event);
      break;
    case ATL_TOOL_MOTION:
      motion (self, event);
      break;
    case ATL_TOOL_RELEASE:
      release (self, event);
      break;
    case ATL_TOOL_CANCEL:
    case ATL_TOOL_DOUBLE:
    default:
      put_down (self);
    }
}

/**
 * atl_link_tool_get_state:
 * @self: the tool
 *
 * Returns: what it is doing
 */
AtlLinkingState
atl_link_tool_get_state (AtlLinkTool *self)
{
  return self->state;
}

/**
 * atl_link_tool_dup_handles:
 * @self: the tool
 *
 * Returns: (transfer container) (element-type AtlBox): the nodes that show their handle now: the one that is
 *   selected alone, and the one under the pointer; none while the board can be looked at only
 */
GPtrArray *
atl_link_tool_dup_handles (AtlLinkTool *self)
{
  GPtrArray *nodes = g_ptr_array_new ();
  GPtrArray *selected = atl_selection_get_notes (atl_board_view_get_selection (self->view));
  AtlBox    *box = find_node (self, self->hovered);

  if (atl_board_view_get_read_only (self->view))
    return nodes;
  if (box != NULL)
    g_ptr_array_add (nodes, box);
  box = selected->len == 1 ? find_node (self, selected->pdata[0]) : NULL;
  if (box != NULL && !g_ptr_array_find (nodes, box, NULL))
    g_ptr_array_add (nodes, box);
  return nodes;
}

/**
 * atl_link_tool_get_handle:
 * @self: the tool
 * @node: the box of a node, or of an ordinary note
 *
 * Returns: where its handle is, in board units: at the first side that no other note stands at; of an
 *   ordinary note on its lower edge
 */
AtlRect
atl_link_tool_get_handle (AtlLinkTool *self,
                          AtlBox      *node)
{
  const int side = self->mirrored ? -1 : 1;
  const int sides[][2] = { { side, 0 }, { 0, 1 }, { -side, 0 }, { 0, -1 } };

  if (!node->is_node)
    return handle_on_edge (self, node->rect);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      AtlRect handle = handle_at (self, node->rect, sides[i][0], sides[i][1]);

      if (is_free (self, handle, node))
        return handle;
    }
  return handle_at (self, node->rect, side, 0);
}

/**
 * atl_link_tool_get_target:
 * @self: the tool
 *
 * Returns: (nullable): the node that a link would go to if the line was let go now
 */
AtlBox *
atl_link_tool_get_target (AtlLinkTool *self)
{
  return self->state == ATL_LINKING_PULL ? find_node (self, self->target) : NULL;
}

/**
 * atl_link_tool_get_line:
 * @self: the tool
 * @from: (out): where the line begins, in board units
 * @to: (out): where it ends
 *
 * Returns: whether a line is being pulled
 */
gboolean
atl_link_tool_get_line (AtlLinkTool *self,
                        AtlPoint    *from,
                        AtlPoint    *to)
{
  AtlBox *box = self->state == ATL_LINKING_PULL ? find_node (self, self->from) : NULL;
  AtlBox *target = atl_link_tool_get_target (self);

  if (box == NULL)
    return FALSE;
  *from = atl_rect_center (box->rect);
  *to = target != NULL ? atl_rect_center (target->rect) : self->now;
  return TRUE;
}
