/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-canvas-links.h"

#include "canvas/notes/atl-digit.h"
#include "canvas/links/atl-link-commands.h"
#include "canvas/links/atl-link-editor.h"
#include "canvas/links/atl-link-strip.h"
#include "canvas/links/atl-link-words.h"
#include "canvas/links/atl-map.h"
#include "canvas/links/atl-node-details.h"
#include "compat/atl-announce.h"
#include "model/atl-edits.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-note-links.h"
#include "scene/atl-scene-map.h"

#include <glib/gi18n-lib.h>

#define STRIP_GAP 18 /* pixels between the strip and its node */
#define STRIP_EDGE 8 /* pixels that it keeps from the edge of the canvas */

/* Links of the board that a canvas shows: pulled from handles, typed in a strip, selected and edited. */
struct _AtlCanvasLinks
{
  AtlCanvas   *canvas;
  AtlLinkTool *tool;
  GtkWidget   *strip; /* open, or NULL */
};

static AtlLink *
link_of (AtlCanvasLinks *self)
{
  return atl_board_view_get_link (self->canvas->view);
}

static AtlNote *
find_end (AtlCanvasLinks *self,
          const char     *id)
{
  return atl_list_find (atl_board_get_notes (atl_board_view_get_board (self->canvas->view)), id);
}

static AtlNote *
find_anywhere (AtlCanvasLinks *self,
               const char     *id)
{
  return atl_session_find_note (atl_board_view_get_session (self->canvas->view), id);
}

static AtlRect
foot_of_note (AtlCanvasLinks *self)
{
  AtlSelection *selection = atl_board_view_get_selection (self->canvas->view);
  AtlBox       *box = atl_board_view_find_box (self->canvas->view, atl_selection_get_cursor (selection));
  AtlRect       rect = { 0 };

  if (box != NULL)
    rect = atl_camera_rect_to_screen (self->canvas->camera, box->rect);
  return atl_rect (rect.x + rect.width / 2, rect.y + rect.height, 1, 1);
}

/* The middle of a line is where its menu and its editor point to; without a line, the foot of its note. */
static AtlRect
anchor_of_link (AtlCanvasLinks *self)
{
  AtlBoardView *view = self->canvas->view;
  AtlBox       *box = atl_board_view_find_link_box (view, link_of (self));
  AtlRect       rect = { 0 };

  if (box == NULL)
    return foot_of_note (self);
  rect = atl_camera_rect_to_screen (self->canvas->camera, box->rect);
  return atl_rect (rect.x + rect.width / 2, rect.y + rect.height / 2, 1, 1);
}

/* Saying */

static void
tell_link (AtlCanvasLinks *self)
{
  g_autofree char *sentence =
    link_of (self) != NULL ? atl_link_dup_sentence (self->canvas->view, link_of (self)) : NULL;

  if (sentence != NULL)
    atl_announce (GTK_WIDGET (self->canvas), sentence);
}

static void
linked_cb (AtlCanvasLinks *self)
{
  tell_link (self);
}

static void
tapped_cb (AtlCanvasLinks *self,
           AtlNote        *node)
{
  atl_canvas_links_open_strip (self, node);
}

/* The strip */

static gboolean
drop_strip_cb (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

static void
strip_closed_cb (AtlCanvasLinks *self,
                 GtkWidget      *strip)
{
  AtlNote *node = atl_link_draft_get_node (atl_link_strip_get_draft (ATL_LINK_STRIP (strip)));

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_strip_cb, g_object_ref (strip), g_object_unref);
  g_signal_handlers_disconnect_by_data (strip, self);
  gtk_widget_set_visible (strip, FALSE);
  self->strip = NULL;
  if (self->canvas->view == NULL)
    return;
  atl_canvas_light_linked (self->canvas);
  if (link_of (self) == NULL && atl_board_view_find_box (self->canvas->view, node) != NULL)
    atl_selection_set_one (atl_board_view_get_selection (self->canvas->view), node);
  atl_canvas_focus_note (self->canvas, node);
}

/* Below the node or above it, beside it where there is no room, and always in view. */
static GtkAllocation
place_strip (AtlCanvasLinks *self,
             AtlRect         node,
             int             width,
             int             height)
{
  int           most_x = gtk_widget_get_width (GTK_WIDGET (self->canvas)) - width - STRIP_EDGE;
  int           most_y = gtk_widget_get_height (GTK_WIDGET (self->canvas)) - height - STRIP_EDGE;
  AtlPoint      middle = atl_rect_center (node);
  int           below = (int) (node.y + node.height) + STRIP_GAP;
  int           above = (int) node.y - STRIP_GAP - height;
  int           after = (int) (node.x + node.width) + STRIP_GAP;
  GtkAllocation place = { (int) middle.x - width / 2, below, width, height };

  if (below > most_y && above >= STRIP_EDGE)
    place.y = above;
  else if (below > most_y)
    {
      place.x = after <= most_x ? after : (int) node.x - STRIP_GAP - width;
      place.y = (int) middle.y - height / 2;
    }
  place.x = MAX (MIN (place.x, most_x), STRIP_EDGE);
  place.y = MAX (MIN (place.y, most_y), STRIP_EDGE);
  return place;
}

static AtlRect
anchor_of_strip (AtlCanvasLinks *self)
{
  AtlNote *node = atl_link_draft_get_node (atl_link_strip_get_draft (ATL_LINK_STRIP (self->strip)));
  AtlBox  *box = atl_board_view_find_box (self->canvas->view, node);
  AtlPoint middle = atl_camera_get_center (self->canvas->camera);

  return box != NULL ? atl_camera_rect_to_screen (self->canvas->camera, box->rect)
                     : atl_rect (middle.x, STRIP_EDGE, 1, 1);
}

static void
strip_moved_cb (AtlCanvasLinks *self)
{
  AtlNote *node = atl_link_draft_get_node (atl_link_strip_get_draft (ATL_LINK_STRIP (self->strip)));

  atl_selection_set_cursor (atl_board_view_get_selection (self->canvas->view), node);
  if (node != NULL)
    atl_canvas_reveal (self->canvas, ATL_ITEM (node));
  gtk_widget_queue_allocate (GTK_WIDGET (self->canvas));
}

static void
strip_linked_cb (AtlCanvasLinks *self,
                 AtlLink        *link)
{
  atl_board_view_set_link (self->canvas->view, link);
}

/**
 * atl_canvas_links_open_strip:
 * @self: the links of a canvas
 * @node: (nullable): the node whose links shall be typed; %NULL has it found first
 *
 * Opens the strip, unless it is about nodes and nobody may see their names now.
 */
void
atl_canvas_links_open_strip (AtlCanvasLinks *self,
                             AtlNote        *node)
{
  AtlBox *box = atl_board_view_find_box (self->canvas->view, node);

  atl_canvas_end_editing (self->canvas);
  atl_canvas_links_close_strip (self);
  if (!atl_scene_get_nodes_shown (atl_board_view_get_scene (self->canvas->view)) &&
      (box == NULL || box->is_node))
    return;
  if (atl_board_view_refuse_note (self->canvas->view, node))
    return;
  if (box == NULL)
    node = NULL;
  else
    atl_canvas_reveal (self->canvas, ATL_ITEM (node));
  self->strip = atl_link_strip_new (self->canvas->view, node);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self->canvas));
  g_signal_connect_swapped (self->strip, "closed", G_CALLBACK (strip_closed_cb), self);
  g_signal_connect_swapped (self->strip, "moved", G_CALLBACK (strip_moved_cb), self);
  g_signal_connect_swapped (self->strip, "linked", G_CALLBACK (strip_linked_cb), self);
  if (node != NULL)
    atl_selection_set_cursor (atl_board_view_get_selection (self->canvas->view), node);
  atl_canvas_light_linked (self->canvas);
  gtk_widget_queue_allocate (GTK_WIDGET (self->canvas));
  atl_link_strip_focus (ATL_LINK_STRIP (self->strip));
}

/**
 * atl_canvas_links_close_strip:
 * @self: the links of a canvas
 *
 * Closes the strip, if it is open.
 */
void
atl_canvas_links_close_strip (AtlCanvasLinks *self)
{
  if (self->strip != NULL)
    strip_closed_cb (self, self->strip);
}

/**
 * atl_canvas_links_get_strip:
 * @self: the links of a canvas
 *
 * Returns: (transfer none) (nullable): the open AtlLinkStrip
 */
GtkWidget *
atl_canvas_links_get_strip (AtlCanvasLinks *self)
{
  return self->strip;
}

/**
 * atl_canvas_links_allocate:
 * @self: the links of a canvas
 *
 * Puts the strip beside its node.
 */
void
atl_canvas_links_allocate (AtlCanvasLinks *self)
{
  int           room = gtk_widget_get_width (GTK_WIDGET (self->canvas)) - 2 * STRIP_EDGE;
  int           room_below = gtk_widget_get_height (GTK_WIDGET (self->canvas)) - 2 * STRIP_EDGE;
  int           least = 0, width = 0, height = 0;
  GtkAllocation place;

  if (self->strip == NULL)
    return;
  gtk_widget_measure (self->strip, GTK_ORIENTATION_HORIZONTAL, -1, &least, &width, NULL, NULL);
  width = MAX (MIN (width, room), least);
  gtk_widget_measure (self->strip, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  height = atl_link_strip_measure_height (ATL_LINK_STRIP (self->strip), width);
  height = MAX (MIN (height, room_below), least);
  place = place_strip (self, anchor_of_strip (self), width, height);
  gtk_widget_size_allocate (self->strip, &place, -1);
}

/* Nodes are linked to nodes, ordinary notes to ordinary notes. */
static gboolean
fits_strip (AtlCanvasLinks *self,
            AtlBox         *box)
{
  AtlNote *node = atl_link_draft_get_node (atl_link_strip_get_draft (ATL_LINK_STRIP (self->strip)));
  AtlBox  *from = atl_board_view_find_box (self->canvas->view, node);

  return from == NULL || from->is_node == box->is_node;
}

/**
 * atl_canvas_links_press:
 * @self: the links of a canvas
 * @point: of a press, in board units
 *
 * While the strip is open, a node that is clicked is the other end. A press elsewhere closes it.
 *
 * Returns: whether the press was for the strip
 */
gboolean
atl_canvas_links_press (AtlCanvasLinks *self,
                        AtlPoint        point)
{
  AtlBox *box;

  if (self->strip == NULL)
    return FALSE;
  box = atl_board_view_hit (self->canvas->view, point);
  if (box == NULL || box->kind != ATL_BOX_NOTE || !fits_strip (self, box))
    {
      atl_canvas_links_close_strip (self);
      return FALSE;
    }
  atl_link_strip_take_node (ATL_LINK_STRIP (self->strip), ATL_NOTE (box->item));
  return TRUE;
}

/* The selected link */

/* Keys go on from an end of the link. */
static void
move_cursor_to_link (AtlCanvasLinks *self)
{
  AtlSelection *selection = atl_board_view_get_selection (self->canvas->view);
  AtlNote      *cursor = atl_selection_get_cursor (selection);
  AtlNote      *from = find_end (self, atl_link_get_from (link_of (self)));
  AtlNote      *to = find_end (self, atl_link_get_to (link_of (self)));

  if (cursor != from && cursor != to)
    atl_selection_set_cursor (selection, from != NULL ? from : to);
}

static void
link_changed_cb (AtlCanvasLinks *self)
{
  if (link_of (self) != NULL)
    move_cursor_to_link (self);
  atl_canvas_update_actions (self->canvas);
  atl_canvas_light_linked (self->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
selection_changed_cb (AtlCanvasLinks *self)
{
  atl_canvas_light_linked (self->canvas);
}

/* A line that comes or goes changes what is linked to the selected note. */
static void
line_changed_cb (AtlCanvasLinks *self,
                 AtlBox         *box)
{
  if (box->kind == ATL_BOX_LINK)
    atl_canvas_light_linked (self->canvas);
}

/* The node whose links are typed, or the one that was picked, has gone. */
static gboolean
is_of_strip (AtlCanvasLinks *self,
             AtlItem        *item)
{
  AtlLinkDraft *draft =
    self->strip != NULL ? atl_link_strip_get_draft (ATL_LINK_STRIP (self->strip)) : NULL;

  return draft != NULL && item != NULL &&
         (item == (AtlItem *) atl_link_draft_get_node (draft) ||
          item == (AtlItem *) atl_link_draft_get_other (draft));
}

/* Names go from the screen: so does whatever else shows them. */
static void
box_removed_cb (AtlCanvasLinks *self,
                AtlBox         *box)
{
  if (box->kind == ATL_BOX_NOTE && is_of_strip (self, box->item))
    atl_canvas_links_close_strip (self);
  if (atl_scene_get_nodes_shown (atl_board_view_get_scene (self->canvas->view)))
    return;
  atl_canvas_links_close_strip (self);
  if (self->canvas->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->canvas->menu));
}

static void
redraw (AtlCanvasLinks *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static int
compare_links (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  AtlLink         *first = *(AtlLink *const *) a, *second = *(AtlLink *const *) b;
  AtlCanvasLinks  *self = data;
  AtlNote         *node = atl_selection_get_cursor (atl_board_view_get_selection (self->canvas->view));
  g_autofree char *one = atl_link_dup_phrase (self->canvas->view, first, node);
  g_autofree char *two = atl_link_dup_phrase (self->canvas->view, second, node);

  return g_utf8_collate (one, two);
}

/* Those that are seen, and those that lead to other boards. Of a node in the order of what they say, of a
 * note in that of the boards. */
static GPtrArray *
dup_stops (AtlCanvasLinks *self,
           AtlNote        *note)
{
  AtlBoardView      *view = self->canvas->view;
  GPtrArray         *stops = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) steps = atl_note_dup_links (note);

  for (guint i = 0; i < steps->len; i++)
    {
      AtlLinkStep *step = &g_array_index (steps, AtlLinkStep, i);

      if (atl_board_view_find_link_box (view, step->link) != NULL ||
          atl_note_find_board (step->note) != atl_board_view_get_board (view))
        g_ptr_array_add (stops, g_object_ref (step->link));
    }
  if (atl_area_is_map (atl_note_find_area (note)))
    g_ptr_array_sort_with_data (stops, compare_links, self);
  return stops;
}

/**
 * atl_canvas_links_step:
 * @self: the links of a canvas
 * @by: 1 for the next link of the node that has the cursor, -1 for the one before
 *
 * Selects it and says it.
 */
void
atl_canvas_links_step (AtlCanvasLinks *self,
                       int             by)
{
  AtlBoardView         *view = self->canvas->view;
  AtlNote              *node = atl_selection_get_cursor (atl_board_view_get_selection (view));
  g_autoptr (GPtrArray) links = NULL;
  guint                 at = 0;
  int                   n, next;

  if (atl_board_view_find_box (view, node) == NULL)
    return;
  links = dup_stops (self, node);
  n = (int) links->len;
  if (n == 0)
    {
      atl_announce (GTK_WIDGET (self->canvas), _ ("No links"));
      return;
    }
  next = by > 0 ? 0 : n - 1;
  if (link_of (self) != NULL && g_ptr_array_find (links, link_of (self), &at))
    next = ((int) at + by + n) % n;
  atl_board_view_set_link (view, links->pdata[next]);
  tell_link (self);
}

/* The note at the other end, where that is another board. */
static AtlNote *
find_far_end (AtlCanvasLinks *self)
{
  AtlNote *from = find_anywhere (self, atl_link_get_from (link_of (self)));
  AtlNote *to = find_anywhere (self, atl_link_get_to (link_of (self)));

  if (from == NULL || to == NULL || atl_note_find_board (from) == atl_note_find_board (to))
    return NULL;
  return atl_note_find_board (from) == atl_board_view_get_board (self->canvas->view) ? to : from;
}

/**
 * atl_canvas_links_unselect:
 * @self: the links of a canvas
 *
 * Goes back from the selected link to the node it was reached from, or one of its ends.
 */
void
atl_canvas_links_unselect (AtlCanvasLinks *self)
{
  AtlSelection *selection = atl_board_view_get_selection (self->canvas->view);
  AtlNote      *node = atl_selection_get_cursor (selection);

  if (node == NULL)
    node = find_end (self, atl_link_get_from (link_of (self)));
  if (node == NULL)
    node = find_end (self, atl_link_get_to (link_of (self)));
  atl_board_view_set_link (self->canvas->view, NULL);
  if (atl_board_view_find_box (self->canvas->view, node) == NULL)
    return;
  atl_selection_set_one (selection, node);
  atl_canvas_focus_note (self->canvas, node);
}

/**
 * atl_canvas_links_dup_signpost:
 * @self: the links of a canvas
 *
 * Returns: (transfer full) (nullable): where the selected link leads, if that is another board
 */
char *
atl_canvas_links_dup_signpost (AtlCanvasLinks *self)
{
  AtlNote         *end = link_of (self) != NULL ? find_far_end (self) : NULL;
  g_autofree char *address = end != NULL ? atl_note_dup_address (self->canvas->view, end) : NULL;

  /* Translators: below a note whose link leads to another board: %s is that board and the note there; Enter
   * is the key */
  return address != NULL ? g_strdup_printf (_ ("↗ %s · Enter"), address) : NULL;
}

/**
 * atl_canvas_links_follow:
 * @self: the links of a canvas
 *
 * Goes to the note at the other end of the selected link, if that is on another board.
 *
 * Returns: whether it is
 */
gboolean
atl_canvas_links_follow (AtlCanvasLinks *self)
{
  AtlNote *end = link_of (self) != NULL ? find_far_end (self) : NULL;

  return end != NULL && gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.go-to-note", "s",
                                                    atl_item_get_id (ATL_ITEM (end)));
}

/**
 * atl_canvas_links_edit:
 * @self: the links of a canvas
 *
 * Opens the editor of the selected link.
 */
void
atl_canvas_links_edit (AtlCanvasLinks *self)
{
  AtlBox *box = atl_board_view_find_link_box (self->canvas->view, link_of (self));

  if (link_of (self) == NULL || atl_board_view_refuse_link (self->canvas->view, link_of (self)))
    return;
  atl_canvas_links_close_strip (self);
  if (box != NULL)
    atl_canvas_reveal (self->canvas, box->item);
  atl_canvas_open_popover (self->canvas, atl_link_editor_new (self->canvas->view, link_of (self)),
                           box != NULL ? atl_camera_rect_to_screen (self->canvas->camera, box->rect)
                                       : anchor_of_link (self),
                           TRUE);
}

/**
 * atl_canvas_links_show_details:
 * @self: the links of a canvas
 * @node: (nullable): a node
 *
 * Opens what there is to say about it.
 */
void
atl_canvas_links_show_details (AtlCanvasLinks *self,
                               AtlNote        *node)
{
  AtlBox *box = atl_board_view_find_box (self->canvas->view, node);

  if (box == NULL || !box->is_node || atl_board_view_refuse_note (self->canvas->view, node))
    return;
  atl_canvas_links_close_strip (self);
  atl_canvas_reveal (self->canvas, ATL_ITEM (node));
  atl_canvas_open_popover (self->canvas, atl_node_details_new (self->canvas->view, node),
                           atl_camera_rect_to_screen (self->canvas->camera, box->rect), TRUE);
}

/**
 * atl_canvas_links_delete:
 * @self: the links of a canvas
 *
 * Deletes the selected link, and goes back to its node.
 */
void
atl_canvas_links_delete (AtlCanvasLinks *self)
{
  g_autoptr (AtlLink) link = g_object_ref (link_of (self));

  if (atl_board_view_refuse_link (self->canvas->view, link))
    return;
  atl_canvas_links_unselect (self);
  atl_link_commands_delete (self->canvas->view, link);
  atl_canvas_toast (self->canvas, _ ("Link deleted"), TRUE);
}

/**
 * atl_canvas_links_set_kind:
 * @self: the links of a canvas
 * @kind: what the selected link is from now on, and the next ones
 */
void
atl_canvas_links_set_kind (AtlCanvasLinks *self,
                           AtlLinkKind     kind)
{
  if (link_of (self) == NULL)
    return;
  atl_link_commands_set_kind (self->canvas->view, link_of (self), kind);
  *atl_board_view_get_pen (self->canvas->view) =
    (AtlLinkPen){ atl_link_get_kind (link_of (self)), atl_link_get_strength (link_of (self)) };
  tell_link (self);
}

/**
 * atl_canvas_links_set_strength:
 * @self: the links of a canvas
 * @strength: 1 to 5, of the selected link from now on, and the next ones
 */
void
atl_canvas_links_set_strength (AtlCanvasLinks *self,
                               int             strength)
{
  if (link_of (self) == NULL)
    return;
  atl_link_commands_set_strength (self->canvas->view, link_of (self), strength);
  *atl_board_view_get_pen (self->canvas->view) =
    (AtlLinkPen){ atl_link_get_kind (link_of (self)), atl_link_get_strength (link_of (self)) };
  tell_link (self);
}

/**
 * atl_canvas_links_reverse:
 * @self: the links of a canvas
 *
 * Turns the selected link around.
 */
void
atl_canvas_links_reverse (AtlCanvasLinks *self)
{
  if (link_of (self) == NULL)
    return;
  atl_link_commands_reverse (self->canvas->view, link_of (self));
  tell_link (self);
}

static gboolean
take_letter (AtlCanvasLinks *self,
             gunichar        letter)
{
  AtlNote           *from = find_anywhere (self, atl_link_get_from (link_of (self)));
  g_autoptr (GArray) kinds = atl_map_dup_kinds (from != NULL ? atl_note_find_area (from) : NULL);

  for (guint i = 0; i < kinds->len; i++)
    if (atl_link_kind_get_key (g_array_index (kinds, AtlLinkKind, i)) == g_unichar_tolower (letter))
      {
        atl_canvas_links_set_kind (self, g_array_index (kinds, AtlLinkKind, i));
        return TRUE;
      }
  return FALSE;
}

/**
 * atl_canvas_links_take_key:
 * @self: the links of a canvas
 * @keyval: what a key types
 * @keycode: the key, 0 if unknown
 * @state: its modifiers
 *
 * With a link selected a digit is its strength, and the letter of a kind chooses that.
 *
 * Returns: whether the key meant that
 */
gboolean
atl_canvas_links_take_key (AtlCanvasLinks *self,
                           guint           keyval,
                           guint           keycode,
                           GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK;
  gunichar        c = gdk_keyval_to_unicode (keyval);
  int             digit;

  if (link_of (self) == NULL || modifiers != 0 || atl_canvas_get_editing (self->canvas) ||
      self->strip != NULL)
    return FALSE;
  if (g_unichar_isalpha (c) && take_letter (self, c))
    return TRUE;
  digit = atl_digit_find (GTK_WIDGET (self->canvas), keyval, keycode);
  if (digit < 1 || digit > 5 || c == 0)
    return FALSE;
  atl_canvas_links_set_strength (self, digit);
  return TRUE;
}

/**
 * atl_canvas_links_get_tool:
 * @self: the links of a canvas
 *
 * Returns: (transfer none): what draws links with the pointer
 */
AtlLinkTool *
atl_canvas_links_get_tool (AtlCanvasLinks *self)
{
  return self->tool;
}

/**
 * atl_canvas_links_get_anchor:
 * @self: the links of a canvas
 *
 * Returns: where the selected link is, in pixels
 */
AtlRect
atl_canvas_links_get_anchor (AtlCanvasLinks *self)
{
  return anchor_of_link (self);
}

/**
 * atl_canvas_links_new:
 * @canvas: a canvas that has just got a board; outlives the links
 *
 * Returns: (transfer full): what handles the links of that board
 */
AtlCanvasLinks *
atl_canvas_links_new (AtlCanvas *canvas)
{
  AtlCanvasLinks *self = g_new0 (AtlCanvasLinks, 1);

  self->canvas = canvas;
  self->tool = atl_link_tool_new (canvas->view);
  atl_link_tool_set_mirrored (self->tool, gtk_widget_get_direction (GTK_WIDGET (canvas)) == GTK_TEXT_DIR_RTL);
  g_signal_connect_swapped (self->tool, "changed", G_CALLBACK (redraw), self);
  g_signal_connect_swapped (self->tool, "linked", G_CALLBACK (linked_cb), self);
  g_signal_connect_swapped (self->tool, "tapped", G_CALLBACK (tapped_cb), self);
  g_signal_connect_swapped (canvas->view, "link-changed", G_CALLBACK (link_changed_cb), self);
  g_signal_connect_swapped (atl_board_view_get_scene (canvas->view), "box-removed",
                            G_CALLBACK (box_removed_cb), self);
  g_signal_connect_swapped (atl_board_view_get_scene (canvas->view), "box-added",
                            G_CALLBACK (line_changed_cb), self);
  g_signal_connect_swapped (atl_board_view_get_scene (canvas->view), "box-removed",
                            G_CALLBACK (line_changed_cb), self);
  g_signal_connect_swapped (atl_board_view_get_selection (canvas->view), "changed",
                            G_CALLBACK (selection_changed_cb), self);
  return self;
}

/**
 * atl_canvas_links_free:
 * @self: (transfer full) (nullable): the links of a canvas that still has its view
 */
void
atl_canvas_links_free (AtlCanvasLinks *self)
{
  if (self == NULL)
    return;
  if (self->strip != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->strip, self);
      g_clear_pointer (&self->strip, gtk_widget_unparent);
    }
  g_signal_handlers_disconnect_by_data (self->tool, self);
  g_signal_handlers_disconnect_by_data (self->canvas->view, self);
  g_signal_handlers_disconnect_by_data (atl_board_view_get_scene (self->canvas->view), self);
  g_signal_handlers_disconnect_by_data (atl_board_view_get_selection (self->canvas->view), self);
  g_clear_object (&self->tool);
  g_free (self);
}
