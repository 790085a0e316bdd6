/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-asking.h"
#include "canvas/notes/atl-canvas-values.h"

#include "canvas/links/atl-canvas-links.h"
#include "canvas/notes/atl-digit.h"
#include "canvas/paint/atl-snapshot-player.h"
#include "canvas/notes/atl-value-commands.h"
#include "canvas/notes/atl-values-popover.h"
#include "model/atl-action-notes.h"
#include "model/atl-board-options.h"
#include "model/atl-guides.h"
#include "scene/atl-scene-keys.h"

#include <glib/gi18n-lib.h>

#define LABEL_SIDE 9
#define LABEL_GAP 8 /* between a note that is dragged and what its place says */

static AtlNote *
cursor_of (AtlCanvas *self)
{
  return self->view != NULL ? atl_selection_get_cursor (atl_board_view_get_selection (self->view)) : NULL;
}

static gboolean
asks_strength (AtlCanvas *self,
               int       *least,
               int       *most)
{
  return self->view != NULL && atl_board_get_strength (atl_board_view_get_board (self->view), least, most);
}

static gboolean
is_action_board (AtlCanvas *self)
{
  return self->view != NULL && atl_board_is_action_board (atl_board_view_get_board (self->view));
}

static void
strength_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  AtlCanvas *self = ATL_CANVAS (widget);
  int        least, most;

  if (asks_strength (self, &least, &most))
    atl_value_commands_set_strength (self->view, CLAMP (g_variant_get_int32 (parameter), 0, most));
}

static gboolean
has_guides (AtlCanvas *self)
{
  AtlArea *area = self->view != NULL ? atl_canvas_get_current_area (self) : NULL;

  return area != NULL && atl_area_has_guides (area);
}

static void
score_activated_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AtlCanvas *self = ATL_CANVAS (widget);

  if (has_guides (self) && !atl_board_view_refuse (self->view, atl_canvas_get_current_area (self)))
    g_signal_emit_by_name (self, "guides-activated", atl_canvas_get_current_area (self), 0u, 1u);
}

static void
values_activated_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AtlCanvas *self = ATL_CANVAS (widget);
  AtlNote   *note = cursor_of (self);

  if (note == NULL || (has_guides (self) && !atl_value_commands_asks_fields (self->view, note)))
    {
      score_activated_cb (widget, name, NULL);
      return;
    }
  if (atl_board_view_refuse_note (self->view, note))
    return;
  if (is_action_board (self))
    {
      g_signal_emit_by_name (self, "owners-activated", note);
      return;
    }
  if (!atl_value_commands_asks_fields (self->view, note))
    return;
  atl_canvas_open_beside (self, atl_values_popover_new (self->view, note), ATL_ITEM (note));
}

/* The area of the cell at @point, and the positions of its silos. */
static AtlArea *
find_cell (AtlCanvas *self,
           AtlPoint   point,
           guint     *row,
           guint     *column)
{
  AtlScene *scene = atl_board_view_get_scene (self->view);
  AtlBox   *box = atl_scene_find_area_at (scene, point);

  return box != NULL && atl_scene_find_guide_cell (scene, box, point, row, column) ? ATL_AREA (box->item)
                                                                                   : NULL;
}

/**
 * atl_canvas_has_cell:
 * @self: a canvas with a board
 * @point: on the ground of the board, in board units
 *
 * Returns: whether a cell of a matrix is there
 */
gboolean
atl_canvas_has_cell (AtlCanvas *self,
                     AtlPoint   point)
{
  guint row, column;

  return find_cell (self, point, &row, &column) != NULL;
}

/**
 * atl_canvas_open_cell:
 * @self: a canvas with a board
 * @point: on a cell of a matrix, in board units
 *
 * Opens the scores of the matrix, at that one.
 */
void
atl_canvas_open_cell (AtlCanvas *self,
                      AtlPoint   point)
{
  guint    row, column;
  AtlArea *area = find_cell (self, point, &row, &column);

  if (area != NULL && !atl_board_view_refuse (self->view, area))
    g_signal_emit_by_name (self, "guides-activated", area, row, column);
}

/**
 * atl_canvas_install_values:
 * @klass: the class of AtlCanvas
 *
 * Installs the actions for what templates ask for on notes.
 */
void
atl_canvas_install_values (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.strength", "i", strength_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.values", NULL, values_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.score", NULL, score_activated_cb);
}

/**
 * atl_canvas_update_value_actions:
 * @self: a canvas
 *
 * Enables what the board asks for.
 */
void
atl_canvas_update_value_actions (AtlCanvas *self)
{
  AtlNote *cursor = cursor_of (self);
  int      least, most;
  gboolean fields = cursor != NULL &&
                    (is_action_board (self) || atl_value_commands_asks_fields (self->view, cursor));

  atl_canvas_enable_edit (self, "canvas.strength",
                          cursor != NULL && asks_strength (self, &least, &most));
  atl_canvas_enable_edit (self, "canvas.values", fields || has_guides (self));
  atl_canvas_enable_edit (self, "canvas.score", has_guides (self));
}

/**
 * atl_canvas_take_digit:
 * @self: a canvas that has the focus
 * @keyval: what a key types
 * @keycode: the key
 * @state: the modifiers
 *
 * Gives the selected notes a strength where the template asks for it.
 *
 * Returns: whether the key means something here
 */
gboolean
atl_canvas_take_digit (AtlCanvas      *self,
                       guint           keyval,
                       guint           keycode,
                       GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int             least, most;
  int             digit;

  if ((modifiers & ~GDK_SHIFT_MASK) != 0 || !asks_strength (self, &least, &most))
    return FALSE;
  if (atl_canvas_get_editing (self) || atl_canvas_links_get_strip (self->links) != NULL)
    return FALSE;
  if (atl_digit_is_zero (GTK_WIDGET (self), keyval, keycode))
    return atl_value_commands_take_digit (self->view, 0);
  digit = atl_digit_find (GTK_WIDGET (self), keyval, keycode);
  return digit > 0 && atl_value_commands_take_digit (self->view, digit);
}

static void
append_strengths (GMenu *section,
                  int    least,
                  int    most)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int i = MAX (least, 1); i <= most; i++)
    {
      g_autofree char *label = g_strdup_printf ("_%d", i);
      g_autofree char *action = g_strdup_printf ("canvas.strength(%d)", i);

      g_menu_append (menu, label, action);
    }
  g_menu_append (menu, _ ("_None"), "canvas.strength(0)");
  g_menu_append_submenu (section, _ ("St_rength"), G_MENU_MODEL (menu));
}

/**
 * atl_canvas_append_value_section:
 * @self: a canvas with a board
 * @menu: the menu of notes
 *
 * Adds what the template asks for on them.
 */
void
atl_canvas_append_value_section (AtlCanvas *self,
                                 GMenu     *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  int               least, most;

  if (asks_strength (self, &least, &most))
    append_strengths (section, least, most);
  if (is_action_board (self))
    g_menu_append (section, _ ("O_wner and Date…"), "canvas.values");
  else if (atl_value_commands_asks_fields (self->view, cursor_of (self)))
    g_menu_append (section, _ ("_Numbers…"), "canvas.values");
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
draw_label (AtlCanvas   *self,
            GtkSnapshot *snapshot,
            const char  *text,
            AtlRect      note)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  AtlRgba                 ground = atl_palette_get_ink (self->theme, ATL_INK_TITLE);
  AtlRgba                 paper = atl_palette_get_ink (self->theme, ATL_INK_BACKGROUND);
  GdkRGBA                 ink = { paper.red, paper.green, paper.blue, paper.alpha };
  int                     width, height;
  AtlRect                 pill;

  pango_layout_get_pixel_size (layout, &width, &height);
  pill = atl_rect (note.x + (note.width - width) / 2 - LABEL_SIDE, note.y - height - LABEL_GAP - 6,
                   width + 2 * LABEL_SIDE, height + 6);
  if (pill.y < 2)
    pill.y = note.y + note.height + LABEL_GAP;
  pill.x = CLAMP (pill.x, 2, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - pill.width - 2, 2));
  atl_snapshot_append_box (snapshot, pill, pill.height / 2, ground);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (pill.x + LABEL_SIDE), (float) pill.y + 3));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/**
 * atl_canvas_draw_measures:
 * @self: a canvas whose notes are being dragged
 * @snapshot: a snapshot in pixels
 *
 * Says beside the grabbed note what it would read there, between axes that measure something.
 */
void
atl_canvas_draw_measures (AtlCanvas   *self,
                          GtkSnapshot *snapshot)
{
  const AtlDrop   *drop = atl_select_tool_get_drop (self->tool);
  const AtlLoad   *load = atl_select_tool_get_load (self->tool);
  AtlRect          moved;
  g_autofree char *text = NULL;

  if (drop->area == NULL || drop->onto != NULL)
    return;
  moved = atl_rect_moved (load->grabbed->rect, drop->dx, drop->dy);
  text = atl_scene_dup_measures (atl_board_view_get_scene (self->view), drop->area, atl_rect_center (moved));
  if (text != NULL)
    draw_label (self, snapshot, text, atl_camera_rect_to_screen (self->camera, moved));
}
