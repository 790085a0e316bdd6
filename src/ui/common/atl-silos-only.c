/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-silos-only.h"

/**
 * atl_silos_only_find:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the window of a session that @widget belongs to: its own, or one that
 *   its own lies over
 */
GActionGroup *
atl_silos_only_find (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  for (; window != NULL; window = gtk_window_get_transient_for (window))
    if (G_IS_ACTION_GROUP (window) &&
        g_action_group_has_action (G_ACTION_GROUP (window), ATL_SILOS_ONLY_ACTION))
      return G_ACTION_GROUP (window);
  return NULL;
}

/**
 * atl_silos_only_get:
 * @window: (nullable): what atl_silos_only_find() found
 *
 * Returns: whether its maps show silos only, so that no other picture of a map may name anybody
 */
gboolean
atl_silos_only_get (GActionGroup *window)
{
  g_autoptr (GVariant) state =
    window != NULL ? g_action_group_get_action_state (window, ATL_SILOS_ONLY_ACTION) : NULL;

  return state != NULL && g_variant_get_boolean (state);
}
