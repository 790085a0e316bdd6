/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-node-details.h"

#include "canvas/notes/atl-field-row.h"
#include "canvas/links/atl-link-commands.h"
#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"

#include <glib/gi18n-lib.h>

/**
 * AtlNodeDetails:
 *
 * What a node stands for, and what the template asks for on it. The person behind a node is not renamed
 * here: the label of the map is another thing, and says so.
 */
struct _AtlNodeDetails
{
  GtkPopover parent_instance;

  GtkWidget    *title, *about, *label_row, *label, *silo, *fields;
  AtlBoardView *view;
  AtlNote      *node;
  AtlSilo      *shown; /* as the entry says, unless something was typed there; not owned */
  gboolean      busy;
};

G_DEFINE_FINAL_TYPE (AtlNodeDetails, atl_node_details, GTK_TYPE_POPOVER)

static void
label_changed_cb (AtlNodeDetails *self)
{
  AtlHistory *history;

  if (self->node == NULL || self->busy)
    return;
  history = atl_board_view_get_history (self->view);
  self->busy = TRUE;
  atl_history_begin_typing (history, _ ("Edit Label"), ATL_ITEM (self->node));
  atl_note_set_text (self->node, gtk_editable_get_text (GTK_EDITABLE (self->label)));
  atl_history_end (history);
  self->busy = FALSE;
}

/* Also when the popover goes: what was typed is meant. */
static void
put_in_silo (AtlNodeDetails *self)
{
  if (self->node != NULL && atl_item_get_list (ATL_ITEM (self->node)) != NULL)
    atl_link_commands_put_in_silo (self->view, self->node, gtk_editable_get_text (GTK_EDITABLE (self->silo)));
}

static void
silo_entered_cb (AtlNodeDetails *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
show_node (AtlNodeDetails *self)
{
  AtlPerson       *person = atl_nodes_find_person (self->node);
  AtlSilo         *silo = atl_nodes_find_silo (self->node);
  g_autofree char *label = atl_map_dup_label (self->node);
  gboolean         named = person != NULL && atl_person_get_shown (person) == ATL_SHOWN_NAME &&
                   !atl_nodes_has_neutral_label (self->node);

  gtk_label_set_label (GTK_LABEL (self->title), label);
  gtk_label_set_label (GTK_LABEL (self->about), named ? atl_person_get_name (person) : "");
  gtk_widget_set_visible (self->about, named);
  if (silo != self->shown)
    gtk_editable_set_text (GTK_EDITABLE (self->silo), silo != NULL ? atl_silo_get_name (silo) : "");
  self->shown = silo;
  gtk_widget_set_visible (self->label_row, person == NULL || named);
}

static void
node_changed_cb (AtlNodeDetails *self)
{
  GtkWidget *row;

  show_node (self);
  for (row = gtk_widget_get_first_child (self->fields); row != NULL; row = gtk_widget_get_next_sibling (row))
    atl_field_row_update (ATL_FIELD_ROW (row));
  if (self->busy)
    return;
  self->busy = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->label), atl_note_get_text (self->node));
  self->busy = FALSE;
}

static void
atl_node_details_dispose (GObject *object)
{
  AtlNodeDetails *self = ATL_NODE_DETAILS (object);

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  g_clear_object (&self->node);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (atl_node_details_parent_class)->dispose (object);
}

static void
atl_node_details_class_init (AtlNodeDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_node_details_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/canvas/atl-node-details.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlNodeDetails, title);
  gtk_widget_class_bind_template_child (widget_class, AtlNodeDetails, about);
  gtk_widget_class_bind_template_child (widget_class, AtlNodeDetails, label_row);
  gtk_widget_class_bind_template_child (widget_class, AtlNodeDetails, label);
  gtk_widget_class_bind_template_child (widget_class, AtlNodeDetails, silo);
  gtk_widget_class_bind_template_child (widget_class, AtlNodeDetails, fields);
  gtk_widget_class_bind_template_callback (widget_class, label_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, silo_entered_cb);
}

static void
atl_node_details_init (AtlNodeDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_node_details_new:
 * @view: the view of a board
 * @node: a node of the board
 *
 * Returns: (transfer floating): what there is to say about it
 */
GtkWidget *
atl_node_details_new (AtlBoardView *view,
                      AtlNote      *node)
{
  AtlNodeDetails *self = g_object_new (ATL_TYPE_NODE_DETAILS, NULL);
  g_auto (GStrv)  fields = atl_area_dup_map_strings (atl_note_find_area (node), "nodeFields");

  self->view = g_object_ref (view);
  self->node = g_object_ref (node);
  atl_field_rows_fill (self->fields, view, ATL_ITEM (node), (const char *const *) fields, FALSE);
  node_changed_cb (self);
  g_signal_connect_swapped (node, "notify", G_CALLBACK (node_changed_cb), self);
  g_signal_connect (self, "closed", G_CALLBACK (put_in_silo), NULL);
  return GTK_WIDGET (self);
}
