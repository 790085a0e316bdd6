/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-private.h"

#include "canvas/atl-canvas-add-actions.h"
#include "canvas/links/atl-canvas-links.h"
#include "canvas/links/atl-link-commands.h"
#include "canvas/links/atl-map.h"
#include "model/atl-maps.h"

#include <glib/gi18n-lib.h>

static AtlSelection *
selection_of (AtlCanvas *self)
{
  return atl_board_view_get_selection (self->view);
}

static AtlNote *
get_node (AtlCanvas *self)
{
  AtlNote   *cursor = atl_selection_get_cursor (selection_of (self));
  GPtrArray *notes = atl_selection_get_notes (selection_of (self));

  return notes->len == 1 && atl_board_view_get_link (self->view) == NULL ? notes->pdata[0] : cursor;
}

static void
type_links (AtlCanvas *self)
{
  atl_canvas_links_open_strip (self->links, get_node (self));
}

static void
next_link (AtlCanvas *self)
{
  atl_canvas_links_step (self->links, 1);
}

static void
previous_link (AtlCanvas *self)
{
  atl_canvas_links_step (self->links, -1);
}

static void
edit_link (AtlCanvas *self)
{
  atl_canvas_links_edit (self->links);
}

static void
follow_link (AtlCanvas *self)
{
  atl_canvas_links_follow (self->links);
}

static void
reverse_link (AtlCanvas *self)
{
  atl_canvas_links_reverse (self->links);
}

static void
show_details (AtlCanvas *self)
{
  atl_canvas_links_show_details (self->links, get_node (self));
}

static const AtlCanvasAction actions[] = {
  { "canvas.link", type_links },
  { "canvas.next-link", next_link },
  { "canvas.previous-link", previous_link },
  { "canvas.edit-link", edit_link },
  { "canvas.follow-link", follow_link },
  { "canvas.reverse-link", reverse_link },
  { "canvas.details", show_details },
};

static void
kind_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AtlCanvas  *self = ATL_CANVAS (widget);
  GEnumClass *kinds = g_type_class_ref (ATL_TYPE_LINK_KIND);
  GEnumValue *kind = g_enum_get_value_by_nick (kinds, g_variant_get_string (parameter, NULL));

  if (kind != NULL && self->view != NULL)
    atl_canvas_links_set_kind (self->links, (AtlLinkKind) kind->value);
  g_type_class_unref (kinds);
}

static void
strength_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  AtlCanvas *self = ATL_CANVAS (widget);

  if (self->view != NULL)
    atl_canvas_links_set_strength (self->links, g_variant_get_int32 (parameter));
}

static void
silo_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AtlCanvas *self = ATL_CANVAS (widget);

  if (self->view != NULL)
    atl_link_commands_set_silo (self->view, g_variant_get_string (parameter, NULL));
}

static void
pinned_activated_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AtlCanvas *self = ATL_CANVAS (widget);

  if (self->view != NULL)
    atl_link_commands_set_pinned (self->view, g_variant_get_boolean (parameter));
}

/**
 * atl_canvas_install_link_actions:
 * @klass: the class of AtlCanvas
 *
 * Installs the actions of maps.
 */
void
atl_canvas_install_link_actions (GtkWidgetClass *klass)
{
  atl_canvas_add_actions (klass, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_install_action (klass, "canvas.link-kind", "s", kind_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.link-strength", "i", strength_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.silo", "s", silo_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.pinned", "b", pinned_activated_cb);
}

/* There is something to link: any map, whether its nodes are shown now or not, or a note that has the
 * cursor. */
static gboolean
can_link (AtlCanvas *self,
          AtlBox    *box)
{
  return self->view != NULL &&
         (box != NULL || atl_board_find_map (atl_board_view_get_board (self->view)) != NULL);
}

/**
 * atl_canvas_update_link_actions:
 * @self: a canvas
 *
 * Enables what makes sense for the selection.
 */
void
atl_canvas_update_link_actions (AtlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   linked = self->view != NULL && atl_board_view_get_link (self->view) != NULL;
  AtlBox    *box = self->view != NULL ? atl_board_view_find_box (self->view, get_node (self)) : NULL;
  gboolean   node = box != NULL && box->is_node;

  atl_canvas_enable_edit (self, "canvas.link", can_link (self, box));
  gtk_widget_action_set_enabled (widget, "canvas.next-link", box != NULL);
  gtk_widget_action_set_enabled (widget, "canvas.previous-link", box != NULL);
  atl_canvas_enable_edit (self, "canvas.edit-link", linked);
  gtk_widget_action_set_enabled (widget, "canvas.follow-link", linked);
  atl_canvas_enable_edit (self, "canvas.reverse-link", linked);
  atl_canvas_enable_edit (self, "canvas.link-kind", linked);
  atl_canvas_enable_edit (self, "canvas.link-strength", linked);
  atl_canvas_enable_edit (self, "canvas.details", node);
  atl_canvas_enable_edit (self, "canvas.silo", node);
  atl_canvas_enable_edit (self, "canvas.pinned", node);
}
