/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-wheel.h"

/* Only the number that has the focus takes the wheel. */
static void
flags_changed_cb (GtkEventController *scroll,
                  GtkStateFlags       before,
                  GtkWidget          *spin)
{
  gboolean focused = (gtk_widget_get_state_flags (spin) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  gtk_event_controller_set_propagation_phase (scroll, focused ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

static void
tame (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        continue;
      g_signal_connect_object (spin, "state-flags-changed", G_CALLBACK (flags_changed_cb), controller,
                               G_CONNECT_SWAPPED);
      flags_changed_cb (controller, 0, spin);
    }
}

/**
 * atl_wheel_leave_numbers:
 * @widget: a page that scrolls, complete
 *
 * Lets the wheel scroll the page where the pointer happens to stand on a number: a number that is passed by
 * on the way down must not change.
 */
void
atl_wheel_leave_numbers (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_SPIN_BUTTON (widget))
    tame (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    atl_wheel_leave_numbers (child);
}
