/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-keyboard.h"

#include "canvas/areas/atl-canvas-areas.h"

#include <glib/gi18n-lib.h>

#define SHIFT GDK_SHIFT_MASK
#define CONTROL GDK_CONTROL_MASK
#define ALT GDK_ALT_MASK

static const struct
{
  guint           keyval;
  GdkModifierType modifiers;
  const char     *action;
  gboolean        while_editing; /* also while a note is edited */
} keys[] = {
  { GDK_KEY_n, 0, "canvas.new-note", FALSE },
  { GDK_KEY_Return, 0, "canvas.edit", FALSE },
  { GDK_KEY_KP_Enter, 0, "canvas.edit", FALSE },
  { GDK_KEY_v, 0, "canvas.show-versions", FALSE },
  { GDK_KEY_e, 0, "canvas.values", FALSE },
  { GDK_KEY_l, 0, "canvas.link", FALSE },
  { GDK_KEY_k, 0, "canvas.next-link", FALSE },
  { GDK_KEY_k, SHIFT, "canvas.previous-link", FALSE },
  { GDK_KEY_r, 0, "canvas.release", FALSE },
  { GDK_KEY_h, 0, "win.show-hidden", FALSE },
  { GDK_KEY_m, 0, "win.move-to", FALSE },
  { GDK_KEY_t, 0, "win.note-tags", FALSE },
  { GDK_KEY_g, 0, "canvas.show-definition", FALSE },
  { GDK_KEY_s, 0, "canvas.stack", FALSE },
  { GDK_KEY_s, SHIFT, "canvas.unstack", FALSE },
  { GDK_KEY_F2, 0, "canvas.rename", FALSE },
  { GDK_KEY_Escape, 0, "canvas.unselect", FALSE },
  { GDK_KEY_Delete, 0, "canvas.delete", FALSE },
  { GDK_KEY_KP_Delete, 0, "canvas.delete", FALSE },
  { GDK_KEY_BackSpace, 0, "canvas.delete", FALSE },
  { GDK_KEY_d, CONTROL, "canvas.duplicate", FALSE },
  { GDK_KEY_a, CONTROL, "canvas.select-all", FALSE },
  { GDK_KEY_space, CONTROL, "canvas.toggle", FALSE },
  { GDK_KEY_c, CONTROL, "canvas.copy", FALSE },
  { GDK_KEY_x, CONTROL, "canvas.cut", FALSE },
  { GDK_KEY_v, CONTROL, "canvas.paste", FALSE },
  { GDK_KEY_z, CONTROL, "canvas.undo", TRUE },
  { GDK_KEY_z, CONTROL | SHIFT, "canvas.redo", TRUE },
  { GDK_KEY_0, CONTROL, "canvas.zoom-fit", TRUE },
  { GDK_KEY_KP_0, CONTROL, "canvas.zoom-fit", TRUE },
  { GDK_KEY_1, CONTROL, "canvas.zoom-100", TRUE },
  { GDK_KEY_KP_1, CONTROL, "canvas.zoom-100", TRUE },
  { GDK_KEY_plus, CONTROL, "canvas.zoom-in", TRUE },
  { GDK_KEY_equal, CONTROL, "canvas.zoom-in", TRUE },
  { GDK_KEY_KP_Add, CONTROL, "canvas.zoom-in", TRUE },
  { GDK_KEY_minus, CONTROL, "canvas.zoom-out", TRUE },
  { GDK_KEY_KP_Subtract, CONTROL, "canvas.zoom-out", TRUE },
  { GDK_KEY_a, CONTROL | SHIFT, "canvas.arrange-area", FALSE },
  { GDK_KEY_l, CONTROL | SHIFT, "canvas.lock-area", FALSE },
  { GDK_KEY_Menu, 0, "canvas.menu", FALSE },
  { GDK_KEY_F10, SHIFT, "canvas.menu", FALSE },
};

static const struct
{
  guint        keyval;
  guint        keypad;
  AtlDirection direction;
  const char  *move;
  const char  *align;
} arrows[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, ATL_DIRECTION_LEFT, "canvas.move-left", "left" },
  { GDK_KEY_Right, GDK_KEY_KP_Right, ATL_DIRECTION_RIGHT, "canvas.move-right", "right" },
  { GDK_KEY_Up, GDK_KEY_KP_Up, ATL_DIRECTION_UP, "canvas.move-up", "top" },
  { GDK_KEY_Down, GDK_KEY_KP_Down, ATL_DIRECTION_DOWN, "canvas.move-down", "bottom" },
};

/* Says why a key does nothing. */
static gboolean
refuse_key (AtlCanvas  *self,
            const char *action)
{
  AtlSelection *selection = atl_board_view_get_selection (self->view);

  if (g_str_equal (action, "canvas.arrange-area"))
    return atl_canvas_refuse_order (self);
  if (!g_str_equal (action, "canvas.stack") || atl_selection_get_cursor (selection) == NULL ||
      atl_selection_get_size (selection) > 1 || atl_board_view_get_read_only (self->view))
    return FALSE;
  atl_canvas_toast (self, _ ("Select two notes or more to stack them"), FALSE);
  return TRUE;
}

static gboolean
action_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  guint      index;
  AtlCanvas *self = ATL_CANVAS (widget);

  g_variant_get (args, "u", &index);
  if (self->view == NULL || (!keys[index].while_editing && atl_canvas_is_typing (self)))
    return GDK_EVENT_PROPAGATE;
  if (refuse_key (self, keys[index].action))
    return GDK_EVENT_STOP;
  return gtk_widget_activate_action (widget, keys[index].action, NULL) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
arrow_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  AtlCanvas *self = ATL_CANVAS (widget);
  guint      index, modifiers;

  g_variant_get (args, "(uu)", &index, &modifiers);
  if (self->view == NULL || atl_canvas_is_typing (self))
    return GDK_EVENT_PROPAGATE;
  if (modifiers == (CONTROL | SHIFT))
    gtk_widget_activate_action (widget, arrows[index].move, NULL);
  else if (modifiers == (ALT | SHIFT))
    gtk_widget_activate_action (widget, "canvas.align", "s", arrows[index].align);
  else
    atl_canvas_go (self, arrows[index].direction, modifiers);
  return GDK_EVENT_STOP;
}

static gboolean
end_key_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  AtlCanvas *self = ATL_CANVAS (widget);
  guint      modifiers;
  gboolean   end;

  g_variant_get (args, "(bu)", &end, &modifiers);
  if (self->view == NULL || atl_canvas_is_typing (self))
    return GDK_EVENT_PROPAGATE;
  atl_canvas_go_to_end (self, end, modifiers);
  return GDK_EVENT_STOP;
}

static gboolean
page_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  AtlCanvas *self = ATL_CANVAS (widget);
  int        by;

  g_variant_get (args, "i", &by);
  if (self->view == NULL || atl_canvas_is_typing (self))
    return GDK_EVENT_PROPAGATE;
  atl_canvas_go_to_area (self, by);
  return GDK_EVENT_STOP;
}

static void
bind_arrow (GtkWidgetClass *klass,
            guint           index,
            GdkModifierType modifiers)
{
  gtk_widget_class_add_binding (klass, arrows[index].keyval, modifiers, arrow_key_cb, "(uu)", index,
                                (guint) modifiers);
  gtk_widget_class_add_binding (klass, arrows[index].keypad, modifiers, arrow_key_cb, "(uu)", index,
                                (guint) modifiers);
}

static void
bind_ends (GtkWidgetClass *klass,
           guint           keyval,
           gboolean        end)
{
  const GdkModifierType modifiers[] = { 0, SHIFT, CONTROL };

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    gtk_widget_class_add_binding (klass, keyval, modifiers[i], end_key_cb, "(bu)", end, (guint) modifiers[i]);
}

/**
 * atl_canvas_install_keys:
 * @klass: the class of AtlCanvas
 *
 * Binds the keys.
 */
void
atl_canvas_install_keys (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].keyval, keys[i].modifiers, action_key_cb, "u", i);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      bind_arrow (klass, i, 0);
      bind_arrow (klass, i, SHIFT);
      bind_arrow (klass, i, CONTROL);
      bind_arrow (klass, i, CONTROL | SHIFT);
      bind_arrow (klass, i, ALT | SHIFT);
    }
  bind_ends (klass, GDK_KEY_Home, FALSE);
  bind_ends (klass, GDK_KEY_KP_Home, FALSE);
  bind_ends (klass, GDK_KEY_End, TRUE);
  bind_ends (klass, GDK_KEY_KP_End, TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, page_key_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Down, 0, page_key_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, page_key_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Up, 0, page_key_cb, "i", -1);
}
