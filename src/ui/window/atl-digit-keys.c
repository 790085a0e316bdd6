/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-digit-keys.h"

#include "canvas/notes/atl-digit.h"

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                const char            *action)
{
  GtkWidget      *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int             digit = 0;

  if (modifiers != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;
  digit = atl_digit_find (widget, keyval, keycode);
  if (digit == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, action, "i", digit);
  return GDK_EVENT_STOP;
}

/**
 * atl_digit_keys_add:
 * @widget: a widget, as a window
 * @action: (type utf8): a literal: the name of an action that takes a number
 *
 * Activates @action on Alt+1 to Alt+9 anywhere in @widget, on every keyboard.
 */
void
atl_digit_keys_add (GtkWidget  *widget,
                    const char *action)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), (gpointer) action);
  gtk_widget_add_controller (widget, controller);
}
