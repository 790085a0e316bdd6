/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-private.h"

#include "canvas/atl-canvas-add-actions.h"
#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/exchange/atl-canvas-exchange.h"
#include "canvas/atl-canvas-keyboard.h"
#include "canvas/links/atl-canvas-links.h"
#include "canvas/notes/atl-canvas-terms.h"
#include "canvas/notes/atl-canvas-values.h"
#include "canvas/atl-commands.h"
#include "canvas/links/atl-map.h"
#include "canvas/notes/atl-note-label.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "scene/atl-scene-map.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.25

static AtlSelection *
selection_of (AtlCanvas *self)
{
  return atl_board_view_get_selection (self->view);
}

static AtlNote *
cursor_of (AtlCanvas *self)
{
  AtlNote   *cursor = atl_selection_get_cursor (selection_of (self));
  GPtrArray *notes = atl_selection_get_notes (selection_of (self));

  return cursor == NULL && notes->len > 0 ? notes->pdata[0] : cursor;
}

/* After an edit: the cursor's note has the focus and is in view. */
static void
follow_cursor (AtlCanvas *self)
{
  AtlNote *cursor = atl_selection_get_cursor (selection_of (self));

  if (cursor == NULL)
    return;
  atl_canvas_focus_note (self, cursor);
  atl_canvas_reveal (self, ATL_ITEM (cursor));
}

/**
 * atl_canvas_begin_note:
 * @self: a canvas with a board
 * @area: (nullable): an area of the board
 * @center: (nullable): where the note shall be, in board units
 *
 * Makes a note and opens the editor on it. The note goes again if nothing is typed.
 */
void
atl_canvas_begin_note (AtlCanvas      *self,
                       AtlArea        *area,
                       const AtlPoint *center)
{
  AtlNote *note;

  atl_canvas_end_editing (self);
  if (area == NULL || atl_board_view_refuse (self->view, area))
    return;
  if (atl_area_is_map (area) && !atl_scene_get_nodes_shown (atl_board_view_get_scene (self->view)))
    {
      atl_canvas_toast (self, _ ("Show people on the map to add one"), FALSE);
      return;
    }
  note = atl_commands_begin_note (self->view, area, center);
  atl_scene_update (atl_board_view_get_scene (self->view));
  atl_canvas_start_editor (self, note, TRUE);
}

/* A node that stands for a person is called as that person wishes: what there is to say about it opens
 * instead of the editor. */
static gboolean
stands_for_person (AtlCanvas *self,
                   AtlNote   *note)
{
  AtlBox *box = atl_board_view_find_box (self->view, note);

  return box != NULL && box->is_node &&
         atl_nodes_find_person (note) != NULL;
}

/**
 * atl_canvas_open_note:
 * @self: a canvas with a board
 * @note: a note of the board
 *
 * Edits its text in place, or shows what there is to say about a person.
 */
void
atl_canvas_open_note (AtlCanvas *self,
                      AtlNote   *note)
{
  if (atl_board_view_refuse_note (self->view, note))
    return;
  if (stands_for_person (self, note))
    atl_canvas_links_show_details (self->links, note);
  else
    atl_canvas_edit (self, note);
}

static void
new_note (AtlCanvas *self)
{
  atl_canvas_begin_note (self, atl_board_view_get_area (self->view), NULL);
}

static gboolean
is_closed_stack (AtlCanvas *self,
                 AtlNote   *note)
{
  AtlBox *box = atl_board_view_find_box (self->view, note);

  return box != NULL && box->stack == NULL && box->stack_size > 1;
}

static void
open_stack (AtlCanvas *self)
{
  AtlNote *note = cursor_of (self);
  AtlNote *lead = note != NULL ? atl_note_find_lead (note) : NULL;

  if (note == NULL)
    return;
  atl_scene_set_stack_open (atl_board_view_get_scene (self->view), lead != NULL ? lead : note, TRUE);
  atl_scene_update (atl_board_view_get_scene (self->view));
  follow_cursor (self);
}

static void
close_stack (AtlCanvas *self)
{
  AtlNote *note = cursor_of (self);
  AtlNote *lead = note != NULL ? atl_note_find_lead (note) : NULL;

  if (note == NULL)
    return;
  lead = lead != NULL ? lead : note;
  atl_scene_set_stack_open (atl_board_view_get_scene (self->view), lead, FALSE);
  atl_scene_update (atl_board_view_get_scene (self->view));
  atl_selection_set_one (selection_of (self), lead);
  atl_selection_set_cursor (selection_of (self), lead);
  follow_cursor (self);
}

static void
edit (AtlCanvas *self)
{
  if (atl_canvas_links_follow (self->links))
    return;
  if (atl_board_view_get_link (self->view) != NULL)
    atl_canvas_links_edit (self->links);
  else if (cursor_of (self) == NULL)
    new_note (self);
  else if (is_closed_stack (self, cursor_of (self)))
    open_stack (self);
  else if (atl_board_view_get_read_only (self->view))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-note", NULL);
  else
    atl_canvas_open_note (self, cursor_of (self));
}

static void
edit_lead (AtlCanvas *self)
{
  if (cursor_of (self) != NULL)
    atl_canvas_open_note (self, cursor_of (self));
}

/* The title of the stack that a note stands for or in; the text of one that is in none. */
static void
rename_it (AtlCanvas *self)
{
  AtlNote *note = cursor_of (self);
  AtlBox  *box = atl_board_view_find_box (self->view, note);
  AtlNote *lead = note != NULL ? atl_note_find_lead (note) : NULL;

  if (box != NULL && (box->stack != NULL || box->stack_size > 1))
    atl_canvas_areas_edit_title (self->areas, lead != NULL ? lead : note);
  else
    edit_lead (self);
}

static gboolean
are_nodes (AtlCanvas *self)
{
  g_autoptr (GPtrArray) notes = atl_board_view_dup_selected (self->view, TRUE);

  if (notes->len == 0) /* it is about the cursor's */
    return cursor_of (self) != NULL && atl_area_is_map (atl_note_find_area (cursor_of (self)));
  for (guint i = 0; i < notes->len; i++)
    if (!atl_area_is_map (atl_note_find_area (notes->pdata[i])))
      return FALSE;
  return TRUE;
}

/* Links go with their ends. */
static char *
say_deleted (guint    n,
             guint    n_links,
             gboolean nodes)
{
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", n_links), n_links);
  g_autofree char *notes = NULL;

  if (n_links == 0 && nodes)
    return g_strdup_printf (ngettext ("%u node deleted", "%u nodes deleted", n), n);
  if (n_links == 0)
    return g_strdup_printf (ngettext ("%u note deleted", "%u notes deleted", n), n);
  if (nodes)
    notes = g_strdup_printf (ngettext ("%u node", "%u nodes", n), n);
  else
    notes = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  /* Translators: "2 nodes and 5 links deleted" */
  return g_strdup_printf (_ ("%s and %s deleted"), notes, links);
}

static void
delete_notes (AtlCanvas *self)
{
  AtlList         *links = atl_board_get_links (atl_board_view_get_board (self->view));
  guint            n_links = atl_list_get_length (links);
  gboolean         nodes = are_nodes (self);
  guint            n;
  g_autofree char *text = NULL;

  if (atl_board_view_get_link (self->view) != NULL)
    {
      atl_canvas_links_delete (self->links);
      return;
    }
  n = atl_commands_delete (self->view);
  if (n == 0)
    return;
  text = say_deleted (n, n_links - MIN (atl_list_get_length (links), n_links), nodes);
  follow_cursor (self);
  atl_canvas_toast (self, text, TRUE);
}

static void
duplicate (AtlCanvas *self)
{
  guint n = atl_commands_duplicate (self->view);

  follow_cursor (self);
  if (n > 0)
    atl_canvas_tell (self, g_strdup_printf (ngettext ("%u note duplicated", "%u notes duplicated", n), n));
}

/* First all of the current area, then all of the board. */
static void
select_all (AtlCanvas *self)
{
  AtlScene             *scene = atl_board_view_get_scene (self->view);
  AtlBox               *area = atl_board_view_find_box (self->view, atl_board_view_get_area (self->view));
  GPtrArray            *boxes = atl_scene_get_boxes (scene, ATL_BOX_NOTE);
  GPtrArray            *near = area != NULL ? atl_scene_get_area_notes (scene, area) : boxes;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  guint                 n = 0;
  gboolean              all = near->len > 0 && atl_selection_get_size (selection_of (self)) >= near->len;

  for (guint i = 0; all && i < near->len; i++)
    all = atl_selection_contains (selection_of (self), ATL_NOTE (((AtlBox *) near->pdata[i])->item));
  if (!all)
    boxes = near;
  for (guint i = 0; i < boxes->len; i++)
    g_ptr_array_add (notes, ((AtlBox *) boxes->pdata[i])->item);
  atl_selection_set (selection_of (self), notes);
  n = atl_notes_count (notes);
  atl_canvas_tell (self, g_strdup_printf (ngettext ("%u note selected", "%u notes selected", n), n));
}

static void
toggle_cursor (AtlCanvas *self)
{
  if (atl_selection_get_cursor (selection_of (self)) != NULL)
    atl_selection_toggle (selection_of (self), atl_selection_get_cursor (selection_of (self)));
}

static void
unselect (AtlCanvas *self)
{
  AtlNote *cursor = atl_selection_get_cursor (selection_of (self));
  AtlNote *lead = cursor != NULL ? atl_note_find_lead (cursor) : NULL;

  if (atl_board_view_get_link (self->view) != NULL)
    {
      atl_canvas_links_unselect (self->links);
      return;
    }
  if (lead == NULL)
    lead = cursor;
  if (lead != NULL && atl_scene_get_stack_open (atl_board_view_get_scene (self->view), lead))
    close_stack (self);
  else
    atl_selection_set_one (selection_of (self), NULL);
}

static void
zoom_by (AtlCanvas *self,
         double     factor)
{
  atl_camera_zoom_at (self->camera, atl_camera_get_zoom (self->camera) * factor,
                      atl_camera_get_center (self->camera));
}

static void
zoom_in (AtlCanvas *self)
{
  zoom_by (self, ZOOM_STEP);
}

static void
zoom_out (AtlCanvas *self)
{
  zoom_by (self, 1 / ZOOM_STEP);
}

static void
zoom_100 (AtlCanvas *self)
{
  atl_canvas_set_zoom (self, 1);
}

static void
stack (AtlCanvas *self)
{
  guint n = atl_commands_stack (self->view);

  follow_cursor (self);
  if (n > 1)
    atl_canvas_tell (self, g_strdup_printf (ngettext ("%u note stacked", "%u notes stacked", n), n));
}

static void
unstack (AtlCanvas *self)
{
  guint64 before = atl_history_get_position (atl_board_view_get_history (self->view));

  atl_commands_unstack (self->view);
  follow_cursor (self);
  if (atl_history_get_position (atl_board_view_get_history (self->view)) != before)
    atl_canvas_tell (self, g_strdup (_ ("Stack taken apart")));
}

/* While a new note is still empty there is only the note itself to take back. */
static void
undo (AtlCanvas *self)
{
  if (!atl_history_undo (atl_board_view_get_history (self->view)))
    atl_canvas_end_editing (self);
}

static void
redo (AtlCanvas *self)
{
  atl_history_redo (atl_board_view_get_history (self->view));
}

/* About the selected notes or link; where nothing is selected, about the current area. */
static void
menu (AtlCanvas *self)
{
  AtlBox  *box = atl_board_view_find_box (self->view, cursor_of (self));
  AtlArea *area = atl_board_view_get_area (self->view);

  if (atl_board_view_get_link (self->view) != NULL)
    atl_canvas_popup_menu (self, NULL, atl_canvas_links_get_anchor (self->links));
  else if (box == NULL || atl_selection_get_size (selection_of (self)) == 0)
    atl_canvas_popup_menu (self, area, atl_canvas_get_area_anchor (self, area));
  else
    {
      atl_canvas_reveal (self, box->item);
      atl_canvas_popup_menu (self, NULL, atl_camera_rect_to_screen (self->camera, box->rect));
    }
}

static void
show_versions (AtlCanvas *self)
{
  AtlBox *box = atl_board_view_find_box (self->view, cursor_of (self));

  if (box != NULL && box->versions > 0)
    g_signal_emit_by_name (self, "versions-activated", box->item);
}

static void
move (AtlCanvas   *self,
      AtlDirection direction)
{
  AtlNote       *note = cursor_of (self);
  AtlCanvasPlace from = atl_canvas_mark_place (self, note);

  if (!atl_commands_move (self->view, direction))
    return;
  atl_scene_update (atl_board_view_get_scene (self->view));
  follow_cursor (self);
  atl_canvas_tell_place (self, note, &from);
}

static void
move_left (AtlCanvas *self)
{
  move (self, ATL_DIRECTION_LEFT);
}

static void
move_right (AtlCanvas *self)
{
  move (self, ATL_DIRECTION_RIGHT);
}

static void
move_up (AtlCanvas *self)
{
  move (self, ATL_DIRECTION_UP);
}

static void
move_down (AtlCanvas *self)
{
  move (self, ATL_DIRECTION_DOWN);
}

static const AtlCanvasAction actions[] = {
  { "canvas.new-note", new_note },
  { "canvas.edit", edit },
  { "canvas.edit-lead", edit_lead },
  { "canvas.rename", rename_it },
  { "canvas.delete", delete_notes },
  { "canvas.duplicate", duplicate },
  { "canvas.select-all", select_all },
  { "canvas.toggle", toggle_cursor },
  { "canvas.unselect", unselect },
  { "canvas.zoom-in", zoom_in },
  { "canvas.zoom-out", zoom_out },
  { "canvas.zoom-fit", atl_canvas_fit },
  { "canvas.zoom-100", zoom_100 },
  { "canvas.stack", stack },
  { "canvas.unstack", unstack },
  { "canvas.open-stack", open_stack },
  { "canvas.close-stack", close_stack },
  { "canvas.move-left", move_left },
  { "canvas.move-right", move_right },
  { "canvas.move-up", move_up },
  { "canvas.move-down", move_down },
  { "canvas.undo", undo },
  { "canvas.redo", redo },
  { "canvas.menu", menu },
  { "canvas.show-versions", show_versions },
};

static void
color_activated_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AtlCanvas  *self = ATL_CANVAS (widget);
  GEnumClass *colors = g_type_class_ref (ATL_TYPE_COLOR);
  GEnumValue *color = g_enum_get_value_by_nick (colors, g_variant_get_string (parameter, NULL));

  if (color != NULL && self->view != NULL &&
      atl_commands_set_color (self->view, (AtlColor) color->value))
    atl_canvas_tell (self, g_strdup (atl_color_get_label ((AtlColor) color->value)));
  g_type_class_unref (colors);
}

/* The empty id takes notes out of their group. */
static void
group_activated_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AtlCanvas            *self = ATL_CANVAS (widget);
  g_autoptr (GPtrArray) notes = NULL;

  if (self->view == NULL)
    return;
  notes = atl_board_view_dup_selected (self->view, TRUE);
  if (atl_board_view_refuse_notes (self->view, notes))
    return;
  atl_history_begin (atl_board_view_get_history (self->view), _ ("Set Group"));
  for (guint i = 0; i < notes->len; i++)
    atl_note_set_group (notes->pdata[i], g_variant_get_string (parameter, NULL));
  atl_history_end (atl_board_view_get_history (self->view));
}

/**
 * atl_canvas_install_actions:
 * @klass: the class of AtlCanvas
 *
 * Installs the actions named "canvas.…".
 */
void
atl_canvas_install_actions (GtkWidgetClass *klass)
{
  atl_canvas_add_actions (klass, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_install_action (klass, "canvas.color", "s", color_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.group", "s", group_activated_cb);
  atl_canvas_install_area_actions (klass);
  atl_canvas_install_arranging (klass);
  atl_canvas_install_clipboard (klass);
  atl_canvas_install_hidden (klass);
  atl_canvas_install_link_actions (klass);
  atl_canvas_install_term_actions (klass);
  atl_canvas_install_values (klass);
}

/* What edits whenever there is a board. */
static const char *const edits[] = {
  "canvas.new-note",
  "canvas.edit-lead",
  "canvas.rename",
  "canvas.move-left",
  "canvas.move-right",
  "canvas.move-up",
  "canvas.move-down",
  "canvas.undo",
  "canvas.redo",
  "canvas.cut",
  "canvas.paste",
  "canvas.align",
  "canvas.arrange",
  "canvas.arrange-all",
  "canvas.hide",
  "canvas.release",
  "canvas.release-all",
  "canvas.show-versions",
};

/**
 * atl_canvas_enable_edit:
 * @self: a canvas
 * @action: an action that edits
 * @enabled: whether it makes sense
 *
 * Enables it, unless the board can be looked at only.
 */
void
atl_canvas_enable_edit (AtlCanvas  *self,
                        const char *action,
                        gboolean    enabled)
{
  gboolean writable = self->view == NULL || !atl_board_view_get_read_only (self->view);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled && writable);
}

/**
 * atl_canvas_update_actions:
 * @self: a canvas
 *
 * Enables what makes sense for the selection.
 */
void
atl_canvas_update_actions (AtlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint      n = self->view != NULL ? atl_selection_get_size (selection_of (self)) : 0;
  AtlNote   *cursor = self->view != NULL ? cursor_of (self) : NULL;
  gboolean   closed = cursor != NULL && is_closed_stack (self, cursor);
  gboolean   member = n > 0 && atl_commands_can_unstack (self->view);
  gboolean   link = self->view != NULL && atl_board_view_get_link (self->view) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    atl_canvas_enable_edit (self, edits[i], TRUE);
  atl_canvas_update_area_actions (self);
  atl_canvas_update_link_actions (self);
  atl_canvas_update_term_actions (self);
  atl_canvas_update_value_actions (self);
  atl_canvas_enable_edit (self, "canvas.color", n > 0 || cursor != NULL);
  atl_canvas_enable_edit (self, "canvas.group", n > 0);
  atl_canvas_enable_edit (self, "canvas.stack", n > 1);
  atl_canvas_enable_edit (self, "canvas.unstack", member);
  gtk_widget_action_set_enabled (widget, "canvas.open-stack", closed);
  gtk_widget_action_set_enabled (widget, "canvas.edit", cursor != NULL || link);
  atl_canvas_enable_edit (self, "canvas.duplicate", n > 0 || cursor != NULL);
  atl_canvas_enable_edit (self, "canvas.delete", n > 0 || cursor != NULL || link);
}
