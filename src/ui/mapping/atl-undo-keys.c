/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-undo-keys.h"

static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   history)
{
  return atl_history_undo (history);
}

static gboolean
redo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   history)
{
  return atl_history_redo (history);
}

static void
add (GtkShortcutController *keys,
     const char            *trigger,
     GtkShortcutFunc        callback,
     AtlHistory            *history)
{
  GtkShortcutAction *action = gtk_callback_action_new (callback, g_object_ref (history), g_object_unref);

  gtk_shortcut_controller_add_shortcut (
    keys, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

/**
 * atl_undo_keys_add:
 * @window: a window in which a session is edited
 * @history: the history of that session
 *
 * Undoes and redoes by the usual keys there too. An entry that holds text undoes its own typing first.
 */
void
atl_undo_keys_add (GtkWidget  *window,
                   AtlHistory *history)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add (GTK_SHORTCUT_CONTROLLER (keys), "<Control>z", undo_cb, history);
  add (GTK_SHORTCUT_CONTROLLER (keys), "<Control><Shift>z|<Control>y", redo_cb, history);
  gtk_widget_add_controller (window, keys);
}
