/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-expander.h"

/**
 * atl_expander_set_child:
 * @self: an expander
 * @child: (nullable): what it shows on demand
 *
 * Sets the child so that it is visible while it is unfolded only. A folded child is in no window, but
 * GtkExpander offers it the focus all the same; one that is not visible declines.
 */
void
atl_expander_set_child (GtkExpander *self,
                        GtkWidget   *child)
{
  g_return_if_fail (GTK_IS_EXPANDER (self));

  if (child != NULL)
    g_object_bind_property (self, "expanded", child, "visible", G_BINDING_SYNC_CREATE);
  gtk_expander_set_child (self, child);
}
