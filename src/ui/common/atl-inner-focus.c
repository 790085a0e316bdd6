/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-inner-focus.h"

/**
 * atl_inner_focus:
 * @widget: a widget with one child, which gives a part of it the focus when it is to grab it
 * @direction: where the focus goes
 *
 * The focus function of its class. GTK's own, on the way back, gives the focus to the widget itself after all
 * that is in it; the widget would hand it in again, and Shift+Tab never leave.
 *
 * Returns: whether the focus stays inside
 */
gboolean
atl_inner_focus (GtkWidget       *widget,
                 GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_child_focus (child, direction);
}
