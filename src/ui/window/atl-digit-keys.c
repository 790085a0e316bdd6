/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-digit-keys.h"

static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return 0;
}

/* On keyboards as the French one digits are on the second level of their keys: any level counts. */
static int
find_digit (GtkWidget *widget,
            guint      keyval,
            guint      keycode)
{
  g_autofree guint *keyvals = NULL;
  int               n = 0;
  int               digit = digit_of (keyval);

  if (digit > 0 || !gdk_display_map_keycode (gtk_widget_get_display (widget), keycode, NULL, &keyvals, &n))
    return digit;
  for (int i = 0; i < n && digit == 0; i++)
    digit = digit_of (keyvals[i]);
  return digit;
}

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
  digit = find_digit (widget, keyval, keycode);
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
