/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/notes/atl-note-tree.h"

#include "canvas/notes/atl-area-widget.h"
#include "canvas/notes/atl-note-widget.h"
#include "model/atl-link.h"

#define MOST_IN_VIEW 400   /* widgets that get a place; nobody reads more from one screen */
#define MOST_COUNTED 300   /* notes of an area that all say their place; of larger ones those in view do */
#define MOST_SELECTED 1000 /* notes that say that they are selected */
#define NAMING_SLICE 1500  /* microseconds between two frames */

struct _AtlNoteTree
{
  GtkWidget    *canvas;
  AtlBoardView *view;
  GHashTable   *widgets;  /* box → GtkWidget */
  GHashTable   *dirty;    /* boxes of areas whose notes are out of order */
  GHashTable   *selected; /* boxes of notes that say that they are selected */
  GQueue        unnamed;  /* boxes of areas of which some notes may have no name yet */
  guint         named;    /* how many notes of the first of these have one */
  guint         naming;   /* source */
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
forget_unnamed (AtlNoteTree *self,
                AtlBox      *area)
{
  if (g_queue_peek_head (&self->unnamed) == area)
    self->named = 0;
  g_queue_remove (&self->unnamed, area);
}

/* Who has the focus when @widget is gone: the next note, or the one before. */
static GtkWidget *
find_heir (AtlNoteTree *self,
           GtkWidget   *widget)
{
  GtkWidget *heir = gtk_widget_get_next_sibling (widget);

  if (heir == NULL || !ATL_IS_NOTE_WIDGET (heir))
    heir = gtk_widget_get_prev_sibling (widget);
  return heir != NULL && ATL_IS_NOTE_WIDGET (heir) ? heir : self->canvas;
}

static void
box_removed_cb (AtlNoteTree *self,
                AtlBox      *box)
{
  GtkWidget *widget = lookup (self, box);
  GtkWidget *heir;
  gboolean   focused;

  invalidate_ends (self, box);
  g_hash_table_remove (self->dirty, box);
  g_hash_table_remove (self->selected, box);
  forget_unnamed (self, box);
  if (widget == NULL)
    return;
  if (box->kind == ATL_BOX_NOTE)
    mark_dirty (self, box->area);
  else
    release_children (self, widget);
  focused = gtk_widget_has_focus (widget);
  heir = focused ? find_heir (self, widget) : NULL;
  g_hash_table_remove (self->widgets, box);
  gtk_widget_unparent (widget);
  if (focused && gtk_widget_get_root (self->canvas) != NULL && !gtk_widget_grab_focus (heir))
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
  self->selected = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->unnamed);
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
  g_hash_table_unref (self->selected);
  g_queue_clear (&self->unnamed);
  g_clear_handle_id (&self->naming, g_source_remove);
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

/* Areas are read in the order of the board, which is that of their keys and of the chip. */
static void
order_areas (AtlNoteTree *self)
{
  GPtrArray *areas = atl_scene_get_boxes (atl_board_view_get_scene (self->view), ATL_BOX_AREA);
  GtkWidget *previous = NULL;

  for (guint i = 0; i < areas->len; i++)
    {
      GtkWidget *widget = lookup (self, areas->pdata[i]);

      if (widget == NULL)
        continue;
      if (previous != NULL && gtk_widget_get_prev_sibling (widget) != previous)
        gtk_widget_insert_after (widget, self->canvas, previous);
      previous = widget;
    }
}

/* Notes in view have been described before this: no slice is long, and nobody waits for one. */
static gboolean
name_note (AtlNoteTree *self,
           GPtrArray   *boxes,
           guint        at)
{
  GtkWidget *widget = lookup (self, boxes->pdata[at]);
  gboolean   counted = boxes->len <= MOST_COUNTED;

  if (widget == NULL || (!counted && atl_note_widget_get_described (ATL_NOTE_WIDGET (widget))))
    return FALSE;
  return atl_note_widget_describe (ATL_NOTE_WIDGET (widget), counted ? at + 1 : 0, counted ? boxes->len : 0);
}

static gboolean
naming_cb (gpointer data)
{
  AtlNoteTree *self = data;
  gint64       end = g_get_monotonic_time () + NAMING_SLICE;
  AtlBox      *area = g_queue_peek_head (&self->unnamed);
  GPtrArray   *boxes = area != NULL ? atl_scene_get_area_notes (atl_board_view_get_scene (self->view), area)
                                    : NULL;

  while (boxes != NULL && self->named < boxes->len && g_get_monotonic_time () < end)
    for (guint i = 0; i < 16 && self->named < boxes->len; i++)
      name_note (self, boxes, self->named++);
  if (boxes != NULL && self->named < boxes->len)
    return G_SOURCE_CONTINUE;
  g_queue_pop_head (&self->unnamed);
  self->named = 0;
  if (!g_queue_is_empty (&self->unnamed))
    return G_SOURCE_CONTINUE;
  self->naming = 0;
  return G_SOURCE_REMOVE;
}

static void
schedule_naming (AtlNoteTree *self,
                 AtlBox      *area)
{
  forget_unnamed (self, area);
  g_queue_push_tail (&self->unnamed, area);
  if (self->naming == 0)
    self->naming = g_idle_add_full (G_PRIORITY_LOW, naming_cb, self, NULL);
}

static void
order_dirty (AtlNoteTree *self)
{
  guint               n = 0;
  g_autofree AtlBox **areas = (AtlBox **) g_hash_table_get_keys_as_array (self->dirty, &n);

  g_hash_table_remove_all (self->dirty);
  for (guint i = 0; i < n; i++)
    {
      order_area (self, areas[i]);
      schedule_naming (self, areas[i]);
    }
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

  order_areas (self);
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
  if (gtk_widget_has_focus (widget) && !box->is_node)
    return TRUE;
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

/**
 * atl_note_tree_focus_area:
 * @self: a tree
 * @area: the box of an area
 *
 * Gives the keyboard focus to an area, as to one without notes.
 */
void
atl_note_tree_focus_area (AtlNoteTree *self,
                          AtlBox      *area)
{
  GtkWidget *widget = lookup (self, area);

  order_dirty (self);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

static void
set_selected (AtlNoteTree *self,
              AtlBox      *box,
              gboolean     selected)
{
  GtkWidget *widget = lookup (self, box);

  if (widget != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * atl_note_tree_select:
 * @self: a tree
 *
 * Has the selected notes say that they are.
 */
void
atl_note_tree_select (AtlNoteTree *self)
{
  GPtrArray             *notes = atl_selection_get_notes (atl_board_view_get_selection (self->view));
  g_autoptr (GHashTable) before = g_steal_pointer (&self->selected);
  GHashTableIter         iter;
  gpointer               box;

  self->selected = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < MIN (notes->len, MOST_SELECTED); i++)
    {
      box = atl_board_view_find_box (self->view, notes->pdata[i]);
      if (box == NULL || !g_hash_table_add (self->selected, box))
        continue;
      if (!g_hash_table_remove (before, box))
        set_selected (self, box, TRUE);
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &box, NULL))
    set_selected (self, box, FALSE);
}
