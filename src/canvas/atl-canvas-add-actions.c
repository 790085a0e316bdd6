/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-add-actions.h"

#include "canvas/atl-canvas-private.h"

/* All actions that were added, by their name. */
static GHashTable *added;

static void
activated_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AtlCanvas             *self = ATL_CANVAS (widget);
  const AtlCanvasAction *action = g_hash_table_lookup (added, name);

  if (self->view != NULL)
    action->run (self);
}

/**
 * atl_canvas_add_actions:
 * @klass: the class of AtlCanvas
 * @actions: (array length=n): actions, in memory that stays
 * @n: how many they are
 *
 * Installs actions that take no parameter. They do nothing without a board.
 */
void
atl_canvas_add_actions (GtkWidgetClass        *klass,
                        const AtlCanvasAction *actions,
                        guint                  n)
{
  if (added == NULL)
    added = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      g_hash_table_insert (added, (gpointer) actions[i].name, (gpointer) &actions[i]);
      gtk_widget_class_install_action (klass, actions[i].name, NULL, activated_cb);
    }
}
