/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-areas.h"

#include "model/atl-edits.h"

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

static const struct
{
  const char *name;
  void (*run) (AtlCanvas *self, AtlArea *area);
} actions[] = {
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
  gtk_widget_action_set_enabled (widget, "canvas.lock-area", area != NULL);
  gtk_widget_action_set_enabled (widget, "canvas.open-all-stacks",
                                 area != NULL && has_stacks (self, area, FALSE));
  gtk_widget_action_set_enabled (widget, "canvas.close-all-stacks",
                                 area != NULL && has_stacks (self, area, TRUE));
}
