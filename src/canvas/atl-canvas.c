/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-keyboard.h"
#include "canvas/atl-canvas-private.h"

#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/exchange/atl-canvas-exchange.h"
#include "canvas/links/atl-canvas-links.h"
#include "canvas/tools/atl-canvas-touch.h"
#include "canvas/notes/atl-canvas-terms.h"
#include "canvas/atl-commands.h"
#include "canvas/links/atl-link-strip.h"
#include "canvas/paint/atl-snapshot-player.h"
#include "model/atl-edits.h"
#include "scene/atl-scene-hidden.h"
#include "scene/atl-scene-map.h"
#include "scene/atl-scene-terms.h"

#include "canvas/atl-canvas-resources.h"

#include <glib/gi18n-lib.h>

#define SETTLE_DELAY 120 /* milliseconds of rest before the light widgets follow */
#define STYLE "/io/github/atelier_app/Atelier/canvas/atl-canvas.css"

/**
 * AtlCanvas:
 *
 * A board to look at and work on. One widget draws everything from cached nodes; each note has a light
 * widget for the keyboard focus and assistive technology, and the note being edited has a text field over
 * it.
 */
G_DEFINE_FINAL_TYPE (AtlCanvas, atl_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BOARD,
  PROP_ZOOM,
  PROP_SELECTED,
  PROP_CURRENT_AREA,
  PROP_EDITING,
  PROP_AREA_LOCKED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  TOAST,
  AREA_ACTIVATED,
  VERSIONS_ACTIVATED,
  TEXT_OFFERED,
  FILES_OFFERED,
  SUGGEST_TITLE,
  OWNERS_ACTIVATED,
  GUIDES_ACTIVATED,
  EDIT_ENDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
notify (AtlCanvas *self,
        guint      property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
redraw (AtlCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
settle_cb (gpointer data)
{
  AtlCanvas *self = data;

  self->settle = 0;
  if (self->tree != NULL)
    atl_note_tree_settle (self->tree, self->camera);
  if (self->cache != NULL && atl_cell_cache_rest (self->cache))
    redraw (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_settle (AtlCanvas *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add_full (G_PRIORITY_LOW, SETTLE_DELAY, settle_cb, self, NULL);
}

/* Callbacks */

static void
camera_changed_cb (AtlCanvas *self)
{
  if (self->view != NULL && atl_canvas_is_typing (self))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  redraw (self);
  schedule_settle (self);
  notify (self, PROP_ZOOM);
}

static void
box_changed_cb (AtlCanvas *self,
                AtlBox    *box)
{
  AtlNote *edited = atl_note_editor_get_note (ATL_NOTE_EDITOR (self->editor));

  if (edited != NULL && box->item == ATL_ITEM (edited))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  redraw (self);
  schedule_settle (self);
}

static void
selection_changed_cb (AtlCanvas *self)
{
  atl_scene_set_traced (atl_board_view_get_scene (self->view),
                        atl_selection_get_notes (atl_board_view_get_selection (self->view)));
  atl_note_tree_select (self->tree);
  atl_canvas_update_actions (self);
  redraw (self);
  notify (self, PROP_SELECTED);
}

static void
cursor_changed_cb (AtlCanvas *self)
{
  atl_canvas_update_actions (self);
  redraw (self);
}

static void
area_changed_cb (AtlCanvas *self)
{
  AtlArea *area = atl_board_view_get_area (self->view);

  redraw (self);
  atl_canvas_areas_follow (self->areas);
  notify (self, PROP_CURRENT_AREA);
  if (area != NULL)
    g_signal_emit (self, signals[AREA_ACTIVATED], 0, area);
}

static void
refused_cb (AtlCanvas *self,
            AtlArea   *area)
{
  atl_canvas_areas_tell_locked (self->areas, area);
}

static void
lifted_cb (AtlCanvas *self)
{
  const AtlLoad        *load = atl_select_tool_get_load (self->tool);
  g_autoptr (GPtrArray) boxes = load != NULL ? atl_load_dup_boxes (load, self->view) : NULL;

  atl_cell_cache_lift (self->cache, boxes);
  redraw (self);
}

static void
activated_cb (AtlCanvas      *self,
              AtlBox         *box,
              const AtlPoint *point)
{
  AtlNote *note = box != NULL && ATL_IS_NOTE (box->item) ? ATL_NOTE (box->item) : NULL;

  if (box == NULL || box->item == NULL)
    return;
  if (box->kind == ATL_BOX_LINK)
    {
      if (atl_board_view_find_link_box (self->view, atl_board_view_get_link (self->view)) != box)
        atl_board_view_set_link (self->view, ATL_LINK (box->item));
      atl_canvas_links_edit (self->links);
    }
  else if (note == NULL)
    atl_canvas_begin_note (self, ATL_AREA (box->item), point);
  else if (box->kind == ATL_BOX_STACK)
    atl_scene_set_stack_open (atl_board_view_get_scene (self->view), note, FALSE);
  else if (box->stack == NULL && box->stack_size > 1)
    atl_scene_set_stack_open (atl_board_view_get_scene (self->view), note, TRUE);
  else
    atl_canvas_open_note (self, note);
}

static void
edit_ended_cb (AtlCanvas *self,
               gboolean   by_key)
{
  AtlNote *cursor = atl_selection_get_cursor (atl_board_view_get_selection (self->view));

  if (by_key)
    atl_canvas_focus_note (self, cursor);
  gtk_widget_set_visible (self->editor, FALSE);
  atl_cell_cache_lift (self->cache, NULL);
  redraw (self);
  notify (self, PROP_EDITING);
  g_signal_emit (self, signals[EDIT_ENDED], 0, by_key);
}

static void
overflowed_cb (AtlCanvas *self)
{
  atl_canvas_toast (self, _ ("A note holds 20,000 characters; the rest was left out"), FALSE);
}

static void
select_touched_link (AtlCanvas *self,
                     GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (ATL_IS_LINK (items->pdata[i]) && atl_item_get_list (items->pdata[i]) != NULL)
      {
        atl_canvas_select_link (self, items->pdata[i]);
        return;
      }
}

/* Where many nodes of a map have moved at once, no more of them are selected than were. */
static gboolean
is_arrangement (AtlCanvas *self,
                GPtrArray *notes)
{
  guint n = atl_selection_get_size (atl_board_view_get_selection (self->view));

  for (guint i = 0; i < notes->len; i++)
    if (!atl_board_view_find_box (self->view, notes->pdata[i])->is_node)
      return FALSE;
  return notes->len > MAX (n, 1);
}

/* A note in a closed stack is seen as that. */
static AtlNote *
find_seen (AtlCanvas *self,
           AtlNote   *note)
{
  AtlNote *seen = atl_board_view_find_box (self->view, note) != NULL ? note : atl_note_find_lead (note);

  return atl_board_view_find_box (self->view, seen) != NULL ? seen : NULL;
}

/* What undo or redo has touched is selected and brought into view. */
static void
history_applied_cb (AtlCanvas *self,
                    GPtrArray *items)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  atl_scene_update (atl_board_view_get_scene (self->view));
  for (guint i = 0; i < items->len; i++)
    {
      AtlNote *seen = ATL_IS_NOTE (items->pdata[i]) ? find_seen (self, items->pdata[i]) : NULL;

      if (seen != NULL && !g_ptr_array_find (notes, seen, NULL))
        g_ptr_array_add (notes, seen);
    }
  if (notes->len == 0)
    {
      select_touched_link (self, items);
      return;
    }
  if (is_arrangement (self, notes))
    return;
  atl_selection_set (atl_board_view_get_selection (self->view), notes);
  atl_selection_set_cursor (atl_board_view_get_selection (self->view), notes->pdata[0]);
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 &&
      !atl_canvas_get_editing (self))
    atl_canvas_focus_note (self, notes->pdata[0]);
  atl_canvas_reveal (self, notes->pdata[0]);
}

/* The board */

static void
drop_board (AtlCanvas *self)
{
  if (self->view == NULL)
    return;
  atl_note_editor_stop (ATL_NOTE_EDITOR (self->editor));
  for (guint i = 0; i < ATL_N_LIT_REASONS; i++)
    g_clear_pointer (&self->light.lit[i], g_hash_table_unref);
  g_signal_handlers_disconnect_by_data (atl_board_view_get_scene (self->view), self);
  g_signal_handlers_disconnect_by_data (atl_board_view_get_selection (self->view), self);
  g_signal_handlers_disconnect_by_data (atl_board_view_get_history (self->view), self);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->tool);
  g_clear_pointer (&self->links, atl_canvas_links_free);
  g_clear_pointer (&self->areas, atl_canvas_areas_free);
  g_clear_pointer (&self->tree, atl_note_tree_free);
  g_clear_pointer (&self->cache, atl_cell_cache_free);
  g_clear_object (&self->view);
}

static void
connect_board (AtlCanvas *self)
{
  AtlScene     *scene = atl_board_view_get_scene (self->view);
  AtlSelection *selection = atl_board_view_get_selection (self->view);

  g_signal_connect_swapped (scene, "box-added", G_CALLBACK (box_changed_cb), self);
  g_signal_connect_swapped (scene, "box-changed", G_CALLBACK (box_changed_cb), self);
  g_signal_connect_swapped (scene, "box-removed", G_CALLBACK (box_changed_cb), self);
  g_signal_connect_swapped (scene, "bounds-changed", G_CALLBACK (atl_canvas_follow_bounds), self);
  g_signal_connect_swapped (scene, "lit-changed", G_CALLBACK (redraw), self);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (selection, "cursor-changed", G_CALLBACK (cursor_changed_cb), self);
  g_signal_connect_swapped (atl_board_view_get_history (self->view), "applied",
                            G_CALLBACK (history_applied_cb), self);
  g_signal_connect_swapped (self->view, "area-changed", G_CALLBACK (area_changed_cb), self);
  g_signal_connect_swapped (self->view, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect_swapped (self->tool, "changed", G_CALLBACK (redraw), self);
  g_signal_connect_swapped (self->tool, "lifted", G_CALLBACK (lifted_cb), self);
  g_signal_connect_swapped (self->tool, "activated", G_CALLBACK (activated_cb), self);
}

static void
take_board (AtlCanvas  *self,
            AtlSession *session,
            AtlHistory *history,
            AtlBoard   *board)
{
  self->view = atl_board_view_new (session, history, board);
  atl_scene_set_theme (atl_board_view_get_scene (self->view), self->theme);
  atl_scene_set_terms_marked (atl_board_view_get_scene (self->view), TRUE);
  atl_scene_set_unplaced_title (atl_board_view_get_scene (self->view), _ ("Unplaced"));
  /* Translators: on the card of a note whose words nobody shall see yet */
  atl_scene_set_hidden_label (atl_board_view_get_scene (self->view), C_ ("note", "Hidden"));
  atl_scene_set_say (atl_board_view_get_scene (self->view), self->say, session);
  atl_scene_update (atl_board_view_get_scene (self->view));
  self->tool = atl_select_tool_new (self->view);
  self->links = atl_canvas_links_new (self);
  self->areas = atl_canvas_areas_new (self);
  self->cache = atl_cell_cache_new (self->view);
  self->tree = atl_note_tree_new (GTK_WIDGET (self), self->view);
  connect_board (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  atl_board_get_title (board), -1);
  atl_canvas_follow_bounds (self);
  atl_canvas_fit_board (self);
}

/* Overrides */

static void
atl_canvas_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  AtlCanvas *self = ATL_CANVAS (widget);

  atl_canvas_resize (self, width, height);
  if (gtk_widget_get_visible (self->editor))
    atl_canvas_allocate_editor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->links != NULL)
    atl_canvas_links_allocate (self->links);
  if (self->areas != NULL)
    atl_canvas_areas_allocate (self->areas);
}

static void
atl_canvas_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

static void
atl_canvas_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  AtlCanvas *self = ATL_CANVAS (widget);
  AtlRect    all = atl_rect (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (self->view == NULL)
    {
      atl_snapshot_append_box (snapshot, all, 0, atl_palette_get_ink (self->theme, ATL_INK_BACKGROUND));
      return;
    }
  atl_scene_update (atl_board_view_get_scene (self->view));
  atl_cell_cache_snapshot (self->cache, snapshot, self->camera, widget);
  atl_canvas_draw_overlay (self, snapshot);
  atl_canvas_draw_scroll_marks (self, snapshot);
  if (atl_canvas_get_editing (self))
    {
      atl_canvas_draw_paper (self, snapshot);
      gtk_widget_snapshot_child (widget, self->editor, snapshot);
      atl_canvas_draw_counter (self, snapshot);
    }
  if (atl_canvas_links_get_strip (self->links) != NULL)
    gtk_widget_snapshot_child (widget, atl_canvas_links_get_strip (self->links), snapshot);
  if (atl_canvas_areas_get_title (self->areas) != NULL)
    gtk_widget_snapshot_child (widget, atl_canvas_areas_get_title (self->areas), snapshot);
}

/* Arrows go round in a popover. */
static void
focus_popover (GtkWidget       *popover,
               GtkDirectionType direction)
{
  if (gtk_widget_child_focus (popover, direction))
    return;
  gtk_widget_set_focus_child (popover, NULL);
  gtk_widget_child_focus (popover, direction);
}

/* The menu of the text that is edited, while it has the keys. */
static GtkWidget *
find_text_menu (AtlCanvas *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover != NULL && gtk_widget_is_ancestor (popover, self->editor) ? popover : NULL;
}

/* Tab comes in to the note that had the focus last, and leaves again: no trap. It goes round in a menu and
 * in the strip, which Escape closes. */
static gboolean
atl_canvas_focus (GtkWidget       *widget,
                  GtkDirectionType direction)
{
  AtlCanvas *self = ATL_CANVAS (widget);
  GtkWidget *strip = self->links != NULL ? atl_canvas_links_get_strip (self->links) : NULL;
  GtkWidget *menu = self->menu != NULL && gtk_widget_get_visible (self->menu) ? self->menu
                                                                              : find_text_menu (self);

  if (menu != NULL)
    {
      focus_popover (menu, direction);
      return TRUE;
    }
  if (strip != NULL)
    {
      if (!gtk_widget_child_focus (strip, direction))
        atl_link_strip_focus (ATL_LINK_STRIP (strip));
      return TRUE;
    }
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
atl_canvas_grab_focus (GtkWidget *widget)
{
  AtlCanvas *self = ATL_CANVAS (widget);

  if (atl_canvas_focus_writing (self) || atl_canvas_focus_first (self))
    return TRUE;
  return GTK_WIDGET_CLASS (atl_canvas_parent_class)->grab_focus (widget);
}

static void
atl_canvas_state_flags_changed (GtkWidget    *widget,
                                GtkStateFlags previous)
{
  GtkStateFlags now = gtk_widget_get_state_flags (widget);

  if (((now ^ previous) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    redraw (ATL_CANVAS (widget));
}

static void
atl_canvas_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  AtlCanvas *self = ATL_CANVAS (object);

  switch (prop_id)
    {
    case PROP_BOARD:
      g_value_set_object (value, atl_canvas_get_board (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, atl_canvas_get_zoom (self));
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, self->view != NULL
                                 ? atl_selection_get_size (atl_board_view_get_selection (self->view))
                                 : 0);
      break;
    case PROP_CURRENT_AREA:
      g_value_set_object (value, atl_canvas_get_current_area (self));
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, atl_canvas_get_editing (self));
      break;
    case PROP_AREA_LOCKED:
      g_value_set_boolean (value, self->areas != NULL && atl_canvas_areas_get_locked (self->areas));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atl_canvas_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  AtlCanvas *self = ATL_CANVAS (object);

  if (prop_id == PROP_ZOOM)
    atl_canvas_set_zoom (self, g_value_get_double (value));
  else if (prop_id == PROP_CURRENT_AREA)
    atl_canvas_set_current_area (self, g_value_get_object (value));
  else if (prop_id == PROP_AREA_LOCKED && self->areas != NULL)
    atl_canvas_areas_set_locked (self->areas, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
atl_canvas_dispose (GObject *object)
{
  AtlCanvas *self = ATL_CANVAS (object);
  GtkWidget *child;

  drop_board (self);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_pointer (&self->light.words, atl_canvas_highlight_free);
  self->menu = NULL;
  self->editor = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->camera);
  G_OBJECT_CLASS (atl_canvas_parent_class)->dispose (object);
}

static void
atl_canvas_finalize (GObject *object)
{
  AtlCanvas *self = ATL_CANVAS (object);

  atl_canvas_input_free (self->input);
  G_OBJECT_CLASS (atl_canvas_parent_class)->finalize (object);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  atl_canvas_register_resource ();
  if (gdk_display_get_default () == NULL)
    return;
  gtk_css_provider_load_from_resource (provider, STYLE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags both = readable | G_PARAM_WRITABLE;

  properties[PROP_BOARD] = g_param_spec_object ("board", NULL, NULL, ATL_TYPE_BOARD, readable);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, ATL_ZOOM_MIN, ATL_ZOOM_MAX, 1, both);
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_CURRENT_AREA] = g_param_spec_object ("current-area", NULL, NULL, ATL_TYPE_AREA, both);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, readable);
  properties[PROP_AREA_LOCKED] = g_param_spec_boolean ("area-locked", NULL, NULL, FALSE, both);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_offers (void)
{
  /**
   * AtlCanvas::text-offered:
   * @text: what was pasted or dropped, for the current area
   *
   * Returns: whether it is taken
   */
  signals[TEXT_OFFERED] =
    g_signal_new ("text-offered", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                  NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  /**
   * AtlCanvas::files-offered:
   * @files: (element-type GFile): what was pasted or dropped, for the current area
   *
   * Returns: whether they are taken
   */
  signals[FILES_OFFERED] =
    g_signal_new ("files-offered", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                  NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_POINTER);
}

static void
install_value_signals (void)
{
  /**
   * AtlCanvas::edit-ended:
   * @by_key: whether a key ended it, so that the note has the focus now
   *
   * A note is no longer edited in place.
   */
  signals[EDIT_ENDED] = g_signal_new ("edit-ended", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * AtlCanvas::owners-activated:
   * @note: a note of an action board
   */
  signals[OWNERS_ACTIVATED] = g_signal_new ("owners-activated", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, ATL_TYPE_NOTE);
  /**
   * AtlCanvas::guides-activated:
   * @area: an area whose rows and columns are silos
   * @row, @column: the positions of the silos whose pair is meant
   */
  signals[GUIDES_ACTIVATED] = g_signal_new ("guides-activated", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 3, ATL_TYPE_AREA, G_TYPE_UINT,
                                            G_TYPE_UINT);
}

static void
install_signals (void)
{
  /**
   * AtlCanvas::toast:
   * @text: what was done, translated
   * @undoable: whether an Undo button makes sense
   */
  signals[TOAST] = g_signal_new ("toast", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * AtlCanvas::area-activated:
   * @area: the area that new notes go to from now on
   */
  signals[AREA_ACTIVATED] = g_signal_new ("area-activated", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL,
                                          G_TYPE_NONE, 1, ATL_TYPE_AREA);
  /**
   * AtlCanvas::versions-activated:
   * @note: a note of which a merge kept several versions, or that stands for a stack with such a note
   */
  signals[VERSIONS_ACTIVATED] = g_signal_new ("versions-activated", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, ATL_TYPE_NOTE);
  install_offers ();
  /**
   * AtlCanvas::suggest-title:
   * @stack: (element-type AtlNote): the notes of a stack without a title, its lead first
   *
   * Returns: (nullable): a title in the words of the session
   */
  signals[SUGGEST_TITLE] = g_signal_new ("suggest-title", ATL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_STRING, 1, G_TYPE_PTR_ARRAY);
  install_value_signals ();
}

static void
atl_canvas_class_init (AtlCanvasClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atl_canvas_get_property;
  object_class->set_property = atl_canvas_set_property;
  object_class->dispose = atl_canvas_dispose;
  object_class->finalize = atl_canvas_finalize;
  widget_class->size_allocate = atl_canvas_size_allocate;
  widget_class->measure = atl_canvas_measure;
  widget_class->snapshot = atl_canvas_snapshot;
  widget_class->focus = atl_canvas_focus;
  widget_class->grab_focus = atl_canvas_grab_focus;
  widget_class->state_flags_changed = atl_canvas_state_flags_changed;

  install_properties (object_class);
  install_signals ();
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  atl_canvas_install_actions (widget_class);
  atl_canvas_install_keys (widget_class);
  load_style ();
}

static void
atl_canvas_init (AtlCanvas *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  self->camera = atl_camera_new ();
  g_signal_connect_swapped (self->camera, "changed", G_CALLBACK (camera_changed_cb), self);
  self->editor = atl_note_editor_new ();
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_swapped (self->editor, "ended", G_CALLBACK (edit_ended_cb), self);
  g_signal_connect_swapped (self->editor, "overflowed", G_CALLBACK (overflowed_cb), self);
  g_signal_connect_swapped (self->editor, "selected", G_CALLBACK (atl_canvas_update_term_actions), self);
  self->input = atl_canvas_input_new (self);
  atl_canvas_touch_add (self);
  atl_canvas_add_drop_target (self);
  atl_canvas_update_actions (self);
}

/**
 * atl_canvas_focus_note:
 * @self: a canvas with a board
 * @note: (nullable): a note
 *
 * Gives the focus to @note, or to the canvas if that cannot be.
 */
void
atl_canvas_focus_note (AtlCanvas *self,
                       AtlNote   *note)
{
  if (!atl_note_tree_focus (self->tree, note))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * atl_canvas_toast:
 * @self: a canvas
 * @text: translated
 * @undoable: whether it can be undone
 *
 * Emits AtlCanvas::toast.
 */
void
atl_canvas_toast (AtlCanvas  *self,
                  const char *text,
                  gboolean    undoable)
{
  g_signal_emit (self, signals[TOAST], 0, text, undoable);
}

/**
 * atl_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a board
 */
GtkWidget *
atl_canvas_new (void)
{
  return g_object_new (ATL_TYPE_CANVAS, NULL);
}

/**
 * atl_canvas_set_board:
 * @self: a canvas
 * @session: (nullable): a session
 * @history: (nullable): the history that edits go to
 * @board: (nullable): the board of the session to show so that it can be read; %NULL shows none
 */
void
atl_canvas_set_board (AtlCanvas  *self,
                      AtlSession *session,
                      AtlHistory *history,
                      AtlBoard   *board)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (board != NULL && board == atl_canvas_get_board (self))
    return;
  drop_board (self);
  if (board != NULL)
    take_board (self, session, history, board);
  atl_canvas_update_actions (self);
  redraw (self);
  schedule_settle (self);
  notify (self, PROP_BOARD);
  notify (self, PROP_SELECTED);
  notify (self, PROP_CURRENT_AREA);
}
