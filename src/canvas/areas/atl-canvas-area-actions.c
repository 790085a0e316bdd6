/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/areas/atl-canvas-areas.h"

#include "canvas/areas/atl-order-commands.h"
#include "compat/atl-announce.h"
#include "model/atl-edits.h"

#include <glib/gi18n-lib.h>

static AtlScene *
scene_of (AtlCanvas *self)
{
  return atl_board_view_get_scene (self->view);
}

static GPtrArray *
boxes_of (AtlCanvas *self,
          AtlArea   *area)
{
  AtlBox *box = atl_board_view_find_box (self->view, area);

  return box != NULL ? atl_scene_get_area_notes (scene_of (self), box) : NULL;
}

static GPtrArray *
dup_notes_of (AtlCanvas *self,
              AtlArea   *area)
{
  GPtrArray *boxes = boxes_of (self, area);
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    g_ptr_array_add (notes, ((AtlBox *) boxes->pdata[i])->item);
  return notes;
}

static void
select_area (AtlCanvas *self,
             AtlArea   *area)
{
  AtlSelection         *selection = atl_board_view_get_selection (self->view);
  g_autoptr (GPtrArray) notes = dup_notes_of (self, area);

  atl_selection_set (selection, notes);
  if (notes->len > 0)
    {
      atl_selection_set_cursor (selection, notes->pdata[0]);
      atl_canvas_focus_note (self, notes->pdata[0]);
    }
}

/* Whether there is a stack in the area that is not open, or one that is. */
static gboolean
has_stacks (AtlCanvas *self,
            AtlArea   *area,
            gboolean   open)
{
  GPtrArray *boxes = boxes_of (self, area);

  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    {
      AtlBox *box = boxes->pdata[i];

      if (open ? box->stack != NULL : box->stack == NULL && box->stack_size > 1)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_hidden (AtlCanvas *self,
            AtlArea   *area)
{
  AtlList *notes = atl_board_get_notes (atl_board_view_get_board (self->view));

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (atl_note_get_hidden (atl_list_get (notes, i)) && atl_note_find_area (atl_list_get (notes, i)) == area)
      return TRUE;
  return FALSE;
}

static void
set_stacks_open (AtlCanvas *self,
                 AtlArea   *area,
                 gboolean   open)
{
  g_autoptr (GPtrArray) notes = dup_notes_of (self, area);
  AtlNote              *cursor = atl_selection_get_cursor (atl_board_view_get_selection (self->view));

  for (guint i = 0; i < notes->len; i++)
    if (atl_note_find_lead (notes->pdata[i]) == NULL)
      atl_scene_set_stack_open (scene_of (self), notes->pdata[i], open);
  atl_scene_update (scene_of (self));
  atl_canvas_update_area_actions (self);
  atl_canvas_focus_note (self, cursor);
}

static void
open_all (AtlCanvas *self,
          AtlArea   *area)
{
  set_stacks_open (self, area, TRUE);
}

static void
close_all (AtlCanvas *self,
           AtlArea   *area)
{
  set_stacks_open (self, area, FALSE);
}

static GHashTable *
dup_places_of (AtlCanvas *self,
               AtlArea   *area)
{
  g_autoptr (GPtrArray) notes = dup_notes_of (self, area);
  GHashTable           *places = atl_canvas_new_places ();

  for (guint i = 0; i < notes->len; i++)
    if (atl_note_find_lead (notes->pdata[i]) == NULL)
      atl_canvas_note_place (self, places, notes->pdata[i]);
  return places;
}

/* Notes that were moved are seen going there, and the one with the cursor stays in view. */
static void
show_moved (AtlCanvas  *self,
            GHashTable *before,
            const char *text)
{
  AtlNote *cursor = atl_selection_get_cursor (atl_board_view_get_selection (self->view));

  if (before != NULL)
    atl_canvas_start_motion (self, before);
  atl_scene_update (scene_of (self));
  if (cursor != NULL)
    atl_canvas_reveal (self, ATL_ITEM (cursor));
  atl_announce (GTK_WIDGET (self), text);
}

static void
arrange_area (AtlCanvas *self,
              AtlArea   *area)
{
  g_autoptr (GHashTable) before = NULL;

  if (!atl_order_commands_can_arrange (self->view, area))
    return;
  atl_canvas_end_editing (self);
  atl_canvas_stop_motion (self);
  before = dup_places_of (self, area);
  if (atl_order_commands_arrange (self->view, area))
    show_moved (self, before, _ ("Notes arranged"));
  else if (!atl_area_get_locked (area))
    atl_canvas_toast (self, _ ("Notes are arranged already"), FALSE);
}

/* By the name of the way in the menu. */
static gboolean
parse_order (const char *name,
             AtlOrder   *order)
{
  static const char *const names[] = {
    [ATL_ORDER_VOTES] = "votes",
    [ATL_ORDER_AUTHOR] = "author",
    [ATL_ORDER_TEXT] = "text",
    [ATL_ORDER_COLOR] = "color",
    [ATL_ORDER_TIME] = "time",
    [ATL_ORDER_STRENGTH] = "strength",
    [ATL_ORDER_RATIO] = "ratio",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *order = (AtlOrder) i;
        return TRUE;
      }
  return FALSE;
}

static void
sort_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AtlCanvas             *self = ATL_CANVAS (widget);
  AtlArea               *area = atl_canvas_get_current_area (self);
  g_autoptr (GHashTable) before = NULL;
  AtlOrder               order;

  if (area == NULL || !parse_order (g_variant_get_string (parameter, NULL), &order))
    return;
  atl_canvas_end_editing (self);
  atl_canvas_stop_motion (self);
  if (atl_area_get_layout (area) == ATL_LAYOUT_FREE)
    before = dup_places_of (self, area);
  if (atl_order_commands_sort (self->view, area, order))
    show_moved (self, before, _ ("Notes sorted"));
  else if (!atl_area_get_locked (area))
    atl_canvas_toast (self, _ ("Notes are in this order already"), FALSE);
}

/* By the name of the way in the menu. */
static gboolean
parse_align (const char *name,
             AtlAlign   *how)
{
  static const char *const names[] = {
    [ATL_ALIGN_LEFT] = "left",
    [ATL_ALIGN_CENTER] = "center",
    [ATL_ALIGN_RIGHT] = "right",
    [ATL_ALIGN_TOP] = "top",
    [ATL_ALIGN_MIDDLE] = "middle",
    [ATL_ALIGN_BOTTOM] = "bottom",
    [ATL_ALIGN_ACROSS] = "across",
    [ATL_ALIGN_DOWN] = "down",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *how = (AtlAlign) i;
        return TRUE;
      }
  return FALSE;
}

/* Says why nothing was aligned. */
static void
explain_align (AtlCanvas *self)
{
  if (!atl_canvas_refuse_order (self) && atl_order_commands_count_placed (self->view) < 2)
    atl_canvas_toast (self, _ ("Select two notes or more to align them"), FALSE);
}

static void
align_activated_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AtlCanvas             *self = ATL_CANVAS (widget);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GPtrArray)  notes = NULL;
  AtlAlign               how;

  if (self->view == NULL || !parse_align (g_variant_get_string (parameter, NULL), &how))
    return;
  atl_canvas_stop_motion (self);
  before = atl_canvas_new_places ();
  notes = atl_board_view_dup_selected (self->view, FALSE);
  for (guint i = 0; i < notes->len; i++)
    atl_canvas_note_place (self, before, notes->pdata[i]);
  if (atl_order_commands_align (self->view, how))
    show_moved (self, before, how >= ATL_ALIGN_ACROSS ? _ ("Notes distributed") : _ ("Notes aligned"));
  else
    explain_align (self);
}

static const struct
{
  const char *name;
  void (*run) (AtlCanvas *self, AtlArea *area);
} actions[] = {
  { "canvas.arrange-area", arrange_area },
  { "canvas.select-area", select_area },
  { "canvas.open-all-stacks", open_all },
  { "canvas.close-all-stacks", close_all },
};

static void
action_activated_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AtlCanvas *self = ATL_CANVAS (widget);
  AtlArea   *area = atl_canvas_get_current_area (self);

  for (guint i = 0; area != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      {
        actions[i].run (self, area);
        return;
      }
}

/**
 * atl_canvas_refuse_order:
 * @self: a canvas
 *
 * Says so if the current area places its notes itself, where nothing can be arranged or aligned.
 *
 * Returns: whether it does
 */
gboolean
atl_canvas_refuse_order (AtlCanvas *self)
{
  AtlArea *area = atl_canvas_get_current_area (self);

  if (area == NULL || atl_area_get_layout (area) != ATL_LAYOUT_FLOW)
    return FALSE;
  atl_canvas_toast (self, _ ("This area puts its notes in order by itself"), FALSE);
  return TRUE;
}

/**
 * atl_canvas_install_area_actions:
 * @klass: the class of AtlCanvas
 *
 * Installs the actions that are about the current area.
 */
void
atl_canvas_install_area_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, action_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.sort-area", "s", sort_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.align", "s", align_activated_cb);
  gtk_widget_class_install_property_action (klass, "canvas.lock-area", "area-locked");
}

/**
 * atl_canvas_update_area_actions:
 * @self: a canvas
 *
 * Enables what makes sense for the current area as it is now.
 */
void
atl_canvas_update_area_actions (AtlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AtlArea   *area = atl_canvas_get_current_area (self);

  gtk_widget_action_set_enabled (widget, "canvas.select-area", area != NULL);
  atl_canvas_enable_edit (self, "canvas.lock-area", area != NULL);
  atl_canvas_enable_edit (self, "canvas.sort-area",
                          area != NULL && atl_order_commands_can_sort (self->view, area));
  atl_canvas_enable_edit (self, "canvas.arrange-area",
                          area != NULL && atl_order_commands_can_arrange (self->view, area));
  gtk_widget_action_set_enabled (widget, "canvas.open-all-stacks",
                                 area != NULL && has_stacks (self, area, FALSE));
  gtk_widget_action_set_enabled (widget, "canvas.close-all-stacks",
                                 area != NULL && has_stacks (self, area, TRUE));
  atl_canvas_enable_edit (self, "canvas.release-area", area != NULL && has_hidden (self, area));
}
