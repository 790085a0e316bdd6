/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/notes/atl-writing-focus.h"

/**
 * atl_writing_focus_comes_back:
 * @widget: a widget that the focus leaves
 *
 * To be asked when an event controller says that the focus leaves: it says so, too, when the window stops
 * being the active one, for another program or for the blink in which a menu of its own closes. The window
 * then keeps in mind where the focus was.
 *
 * Returns: whether the focus is still meant for @widget
 */
gboolean
atl_writing_focus_comes_back (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!GTK_IS_WINDOW (root) || gtk_window_is_active (GTK_WINDOW (root)) || focus == NULL)
    return FALSE;
  return focus == widget || gtk_widget_is_ancestor (focus, widget);
}
