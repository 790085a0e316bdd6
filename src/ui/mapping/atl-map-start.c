/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-map-start.h"

#include "model/atl-change.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "ui/start/atl-style.h"

/**
 * AtlMapStart:
 *
 * What an empty map of people or teams offers: to bring them there in one act.
 */
struct _AtlMapStart
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  AtlBoard   *board;
  AtlSession *session; /* of the board, when it was opened */
};

G_DEFINE_FINAL_TYPE (AtlMapStart, atl_map_start, GTK_TYPE_WIDGET)

static gboolean
is_wanted (AtlMapStart *self)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (self->board == NULL || atl_item_get_session (ATL_ITEM (self->board)) == NULL ||
      !atl_board_has_measures (self->board))
    return FALSE;
  nodes = atl_nodes_dup (self->board);
  return nodes->len == 0;
}

static void
session_changed_cb (AtlMapStart *self,
                    AtlChange   *change)
{
  gboolean set = atl_change_get_kind (change) == ATL_CHANGE_SET;
  AtlItem *item = atl_change_get_item (change);

  if (set ? ATL_IS_NOTE (item) && atl_change_get_field (change) == ATL_NOTE_AREA
          : ATL_IS_NOTE (item) || ATL_IS_BOARD (item))
    gtk_widget_set_visible (GTK_WIDGET (self), is_wanted (self));
}

static void
forget_board (AtlMapStart *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, session_changed_cb, self);
  g_clear_object (&self->session);
  g_clear_object (&self->board);
}

static void
atl_map_start_dispose (GObject *object)
{
  AtlMapStart *self = ATL_MAP_START (object);

  forget_board (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_map_start_parent_class)->dispose (object);
}

static void
atl_map_start_class_init (AtlMapStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_map_start_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/mapping/"
                                                             "atl-map-start.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlMapStart, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapstart");
}

static void
atl_map_start_init (AtlMapStart *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/mapping/mapping.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_map_start_set_board:
 * @self: a card
 * @board: (nullable): the board that is open, %NULL if it cannot be edited
 */
void
atl_map_start_set_board (AtlMapStart *self,
                         AtlBoard    *board)
{
  AtlSession *session = board != NULL ? atl_item_get_session (ATL_ITEM (board)) : NULL;

  g_return_if_fail (ATL_IS_MAP_START (self));

  if (board != self->board)
    {
      forget_board (self);
      g_set_object (&self->board, board);
      g_set_object (&self->session, session);
      if (session != NULL)
        g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                                 G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), is_wanted (self));
}
