/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-note-tree.h"

#include "canvas/atl-area-widget.h"
#include "canvas/atl-note-widget.h"
#include "model/atl-link.h"

#define MOST_IN_VIEW 400 /* widgets that get a place; nobody reads more from one screen */

struct _AtlNoteTree
{
  GtkWidget    *canvas;
  AtlBoardView *view;
  GHashTable   *widgets; /* box → GtkWidget */
  GHashTable   *dirty;   /* boxes of areas whose notes are out of order */
};

static GtkWidget *
lookup (AtlNoteTree *self,
        AtlBox      *box)
{
  return box != NULL ? g_hash_table_lookup (self->widgets, box) : NULL;
}

static void
mark_dirty (AtlNoteTree *self,
            AtlBox      *area)
{
  if (area != NULL && area->kind == ATL_BOX_AREA)
    g_hash_table_add (self->dirty, area);
}

static void
adopt (AtlNoteTree *self,
       GtkWidget   *widget,
       AtlBox      *box)
{
  GtkWidget *parent = box->kind == ATL_BOX_NOTE ? lookup (self, box->area) : self->canvas;
  GtkWidget *old = gtk_widget_get_parent (widget);

  if (parent == NULL)
    parent = self->canvas;
  if (parent == old)
    return;
  if (old != NULL)
    {
      g_object_ref (widget);
      gtk_widget_unparent (widget);
      gtk_widget_set_parent (widget, parent);
      g_object_unref (widget);
    }
  else
    gtk_widget_set_parent (widget, parent);
}

static void
invalidate_end (AtlNoteTree *self,
                const char  *id)
{
  AtlNote   *note = atl_list_find (atl_board_get_notes (atl_board_view_get_board (self->view)), id);
  GtkWidget *widget = lookup (self, atl_board_view_find_box (self->view, note));

  if (widget != NULL)
    atl_note_widget_invalidate (ATL_NOTE_WIDGET (widget));
}

/* What is said of a node names its links. */
static void
invalidate_ends (AtlNoteTree *self,
                 AtlBox      *box)
{
  if (box->kind != ATL_BOX_LINK || !ATL_IS_LINK (box->item))
    return;
  invalidate_end (self, atl_link_get_from (ATL_LINK (box->item)));
  invalidate_end (self, atl_link_get_to (ATL_LINK (box->item)));
}

static void
box_added_cb (AtlNoteTree *self,
              AtlBox      *box)
{
  GtkWidget *widget;

  invalidate_ends (self, box);
  if (box->kind != ATL_BOX_AREA && box->kind != ATL_BOX_NOTE)
    return;
  widget = box->kind == ATL_BOX_AREA ? atl_area_widget_new (self->view,
                                                            box)
                                     : atl_note_widget_new (self->view, box);
  adopt (self, widget, box);
  g_hash_table_insert (self->widgets, box, widget);
  mark_dirty (self, box->kind == ATL_BOX_AREA ? box : box->area);
}

/* Whoever has the focus keeps it while moving to another list. */
static void
box_changed_cb (AtlNoteTree *self,
                AtlBox      *box)
{
  GtkWidget *widget = lookup (self, box);
  gboolean   focused = widget != NULL && gtk_widget_has_focus (widget);

  invalidate_ends (self, box);
  if (widget == NULL)
    return;
  adopt (self, widget, box);
  if (focused && !gtk_widget_has_focus (widget))
    gtk_widget_grab_focus (widget);
  if (box->kind == ATL_BOX_NOTE)
    atl_note_widget_invalidate (ATL_NOTE_WIDGET (widget));
  mark_dirty (self, box->kind == ATL_BOX_AREA ? box : box->area);
}

/* An area that goes leaves its notes' widgets with the canvas, until they are told where they are now. */
static void
release_children (AtlNoteTree *self,
                  GtkWidget   *area)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (area)) != NULL)
    {
      g_object_ref (child);
      gtk_widget_unparent (child);
      gtk_widget_set_parent (child, self->canvas);
      g_object_unref (child);
    }
}

static void
box_removed_cb (AtlNoteTree *self,
                AtlBox      *box)
{
  GtkWidget *widget = lookup (self, box);
  gboolean   focused;

  invalidate_ends (self, box);
  g_hash_table_remove (self->dirty, box);
  if (widget == NULL)
    return;
  if (box->kind == ATL_BOX_NOTE)
    mark_dirty (self, box->area);
  else
    release_children (self, widget);
  focused = gtk_widget_has_focus (widget);
  g_hash_table_remove (self->widgets, box);
  gtk_widget_unparent (widget);
  if (focused && gtk_widget_get_root (self->canvas) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (self->canvas), self->canvas);
}

static void
add_all (AtlNoteTree *self,
         AtlBoxKind   kind)
{
  GPtrArray *boxes = atl_scene_get_boxes (atl_board_view_get_scene (self->view), kind);

  for (guint i = 0; i < boxes->len; i++)
    box_added_cb (self, boxes->pdata[i]);
}

/**
 * atl_note_tree_new:
 * @canvas: the widget they become children of; outlives the tree
 * @view: the view of a board; outlives the tree
 *
 * Returns: (transfer full): widgets for the areas and notes of the board, kept up to date
 */
AtlNoteTree *
atl_note_tree_new (GtkWidget    *canvas,
                   AtlBoardView *view)
{
  AtlNoteTree *self = g_new0 (AtlNoteTree, 1);
  AtlScene    *scene = atl_board_view_get_scene (view);

  self->canvas = canvas;
  self->view = view;
  self->widgets = g_hash_table_new (NULL, NULL);
  self->dirty = g_hash_table_new (NULL, NULL);
  add_all (self, ATL_BOX_AREA);
  add_all (self, ATL_BOX_NOTE);
  g_signal_connect_swapped (scene, "box-added", G_CALLBACK (box_added_cb), self);
  g_signal_connect_swapped (scene, "box-changed", G_CALLBACK (box_changed_cb), self);
  g_signal_connect_swapped (scene, "box-removed", G_CALLBACK (box_removed_cb), self);
  return self;
}

/**
 * atl_note_tree_free:
 * @self: (transfer full) (nullable): a tree
 *
 * Takes its widgets out of the canvas.
 */
void
atl_note_tree_free (AtlNoteTree *self)
{
  GtkWidget *child, *next;

  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (atl_board_view_get_scene (self->view), self);
  for (child = gtk_widget_get_first_child (self->canvas); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (ATL_IS_AREA_WIDGET (child) || ATL_IS_NOTE_WIDGET (child))
        gtk_widget_unparent (child);
    }
  g_hash_table_unref (self->widgets);
  g_hash_table_unref (self->dirty);
  g_free (self);
}

/**
 * atl_note_tree_find:
 * @self: a tree
 * @note: a note
 *
 * Returns: (transfer none) (nullable): its widget; %NULL too for a note inside a closed stack
 */
GtkWidget *
atl_note_tree_find (AtlNoteTree *self,
                    AtlNote     *note)
{
  return lookup (self, atl_board_view_find_box (self->view, note));
}

/* Puts the children of an area's widget in reading order. */
static void
order_area (AtlNoteTree *self,
            AtlBox      *area)
{
  GPtrArray *boxes = atl_scene_get_area_notes (atl_board_view_get_scene (self->view), area);
  GtkWidget *parent = lookup (self, area);
  GtkWidget *previous = NULL;

  for (guint i = 0; parent != NULL && i < boxes->len; i++)
    {
      GtkWidget *widget = lookup (self, boxes->pdata[i]);

      if (widget == NULL || gtk_widget_get_parent (widget) != parent)
        continue;
      if (gtk_widget_get_prev_sibling (widget) != previous)
        gtk_widget_insert_after (widget, parent, previous);
      previous = widget;
    }
  if (parent != NULL)
    atl_area_widget_describe (ATL_AREA_WIDGET (parent), boxes->len);
}

static void
order_dirty (AtlNoteTree *self)
{
  guint               n = 0;
  g_autofree AtlBox **areas = (AtlBox **) g_hash_table_get_keys_as_array (self->dirty, &n);

  g_hash_table_remove_all (self->dirty);
  for (guint i = 0; i < n; i++)
    order_area (self, areas[i]);
}

static GtkAllocation
to_allocation (AtlRect rect)
{
  return (GtkAllocation){ (int) rect.x, (int) rect.y, MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) };
}

static void
allocate (GtkWidget *widget,
          AtlRect    rect)
{
  GtkAllocation allocation = to_allocation (rect);

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &allocation, -1);
}

static void
settle_note (AtlNoteTree *self,
             AtlCamera   *camera,
             AtlBox      *box,
             guint        position,
             guint        size)
{
  GtkWidget *widget = lookup (self, box);
  AtlRect    rect = atl_camera_rect_to_screen (camera, box->rect);

  if (box->area != NULL)
    {
      AtlRect area = atl_camera_rect_to_screen (camera, box->area->rect);

      rect = atl_rect_moved (rect, -area.x, -area.y);
    }
  allocate (widget, rect);
  atl_note_widget_describe (ATL_NOTE_WIDGET (widget), position, size);
}

static guint
settle_area (AtlNoteTree *self,
             AtlCamera   *camera,
             AtlBox      *area,
             guint        left)
{
  GPtrArray *boxes = atl_scene_get_area_notes (atl_board_view_get_scene (self->view), area);
  AtlRect    visible = atl_camera_get_visible (camera);

  if (lookup (self, area) != NULL)
    allocate (lookup (self, area), atl_camera_rect_to_screen (camera, area->rect));
  for (guint i = 0; i < boxes->len && left > 0; i++)
    {
      AtlBox *box = boxes->pdata[i];

      if (!atl_rect_intersects (box->rect, visible) || lookup (self, box) == NULL)
        continue;
      settle_note (self, camera, box, i + 1, boxes->len);
      left--;
    }
  return left;
}

/**
 * atl_note_tree_settle:
 * @self: a tree
 * @camera: the view
 *
 * Puts the widgets in order, and places and describes those in view. Called when the board has come to
 * rest, not for every frame: the widgets draw nothing.
 */
void
atl_note_tree_settle (AtlNoteTree *self,
                      AtlCamera   *camera)
{
  GPtrArray *areas = atl_scene_get_boxes (atl_board_view_get_scene (self->view), ATL_BOX_AREA);
  AtlBox    *unplaced = atl_scene_get_unplaced (atl_board_view_get_scene (self->view));
  guint      left = MOST_IN_VIEW;

  order_dirty (self);
  for (guint i = 0; i < areas->len; i++)
    left = settle_area (self, camera, areas->pdata[i], left);
  if (unplaced != NULL && !g_ptr_array_find (areas, unplaced, NULL))
    settle_area (self, camera, unplaced, left);
}

/**
 * atl_note_tree_focus:
 * @self: a tree
 * @note: (nullable): a note
 *
 * Gives the keyboard focus to a note, described as it is now.
 *
 * Returns: whether it has it
 */
gboolean
atl_note_tree_focus (AtlNoteTree *self,
                     AtlNote     *note)
{
  AtlBox    *box = atl_board_view_find_box (self->view, note);
  GtkWidget *widget = lookup (self, box);
  GPtrArray *boxes;
  guint      at;

  if (widget == NULL)
    return FALSE;
  order_dirty (self);
  if (box->is_node)
    {
      atl_selection_set_cursor (atl_board_view_get_selection (self->view), note);
      atl_note_widget_invalidate (ATL_NOTE_WIDGET (widget));
    }
  boxes = box->area != NULL ? atl_scene_get_area_notes (atl_board_view_get_scene (self->view),
                                                        box->area)
                            : NULL;
  if (boxes != NULL && g_ptr_array_find (boxes, box, &at))
    atl_note_widget_describe (ATL_NOTE_WIDGET (widget), at + 1, boxes->len);
  return gtk_widget_has_focus (widget) || gtk_widget_grab_focus (widget);
}
