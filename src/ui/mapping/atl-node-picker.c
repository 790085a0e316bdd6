/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-node-picker.h"

#include "ui/common/atl-inner-focus.h"

#define MOST_OFFERED 6

/**
 * AtlNodePicker:
 *
 * An entry that finds somebody on the map by a few letters. Enter takes the first match, the arrows another
 * one. Where names are masked they can be read only while the entry has the focus.
 */
struct _AtlNodePicker
{
  GtkWidget parent_instance;

  GtkWidget     *entry;
  GtkWidget     *popover;
  GtkWidget     *list;
  AtlSlipRoster *roster;
  AtlNote       *excluded;
  AtlNote       *node;
  GArray        *offered; /* indices of the roster */
  gboolean       masked;
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (AtlNodePicker, atl_node_picker, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  SKIPPED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
set_text (AtlNodePicker *self,
          const char    *text)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->filling = FALSE;
}

static void
show_masked (AtlNodePicker *self)
{
  gboolean focused = (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  gtk_entry_set_visibility (GTK_ENTRY (self->entry), !self->masked || focused);
}

static void
show_error (AtlNodePicker *self,
            gboolean       error)
{
  if (error)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
pick (AtlNodePicker *self,
      guint          index)
{
  g_set_object (&self->node, atl_slip_roster_get_node (self->roster, index));
  set_text (self, atl_slip_roster_get_name (self->roster, index));
  show_error (self, FALSE);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[PICKED], 0);
}

static GtkWidget *
make_offer (AtlNodePicker *self,
            guint          index)
{
  const char      *silo = atl_slip_roster_get_silo (self->roster, index);
  const char      *name = atl_slip_roster_get_name (self->roster, index);
  g_autofree char *text = *silo != '\0' ? g_strdup_printf ("%s · %s", name, silo) : g_strdup (name);
  GtkWidget       *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  return label;
}

static void
offer (AtlNodePicker *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkWidget  *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_clear_pointer (&self->offered, g_array_unref);
  self->offered = atl_slip_roster_match (self->roster, typed, self->excluded);
  for (guint i = 0; i < MIN (self->offered->len, MOST_OFFERED); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_offer (self, g_array_index (self->offered, guint,
                                                                                     i)));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  if (self->offered->len > 0)
    {
      gtk_popover_popup (GTK_POPOVER (self->popover));
      gtk_popover_present (GTK_POPOVER (self->popover)); /* fewer names, less room */
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
changed_cb (AtlNodePicker *self)
{
  gboolean had = self->node != NULL;

  if (self->filling || self->roster == NULL)
    return;
  g_clear_object (&self->node);
  show_error (self, FALSE);
  offer (self);
  if (had)
    g_signal_emit (self, signals[PICKED], 0);
}

static gboolean
is_empty (AtlNodePicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return *text == '\0';
}

/* What was typed means the one that is chosen among those offered. */
static void
settle (AtlNodePicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  guint          chosen = row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;

  if (self->node != NULL || is_empty (self))
    return;
  if (self->offered != NULL && chosen < self->offered->len)
    pick (self, g_array_index (self->offered, guint, chosen));
  else
    show_error (self, TRUE);
}

static void
activated_cb (AtlNodePicker *self)
{
  if (is_empty (self))
    g_signal_emit (self, signals[SKIPPED], 0);
  else if (self->node != NULL)
    g_signal_emit (self, signals[PICKED], 0);
  else
    settle (self);
}

static void
row_activated_cb (AtlNodePicker *self,
                  GtkListBoxRow *row)
{
  pick (self, g_array_index (self->offered, guint, gtk_list_box_row_get_index (row)));
}

static void
focus_entered_cb (AtlNodePicker *self)
{
  show_masked (self);
}

static void
focus_left_cb (AtlNodePicker *self)
{
  if (self->entry == NULL || self->roster == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  settle (self);
  show_masked (self);
}

static gboolean
select_by (AtlNodePicker *self,
           int            by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int            index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (index, 0));
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  return TRUE;
}

static gboolean
key_pressed_cb (AtlNodePicker  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (!gtk_widget_get_visible (self->popover))
    return FALSE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up)
    return select_by (self, keyval == GDK_KEY_Down ? 1 : -1);
  if (keyval == GDK_KEY_Escape)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return TRUE;
    }
  return FALSE;
}

static gboolean
atl_node_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATL_NODE_PICKER (widget)->entry);
}

static void
atl_node_picker_dispose (GObject *object)
{
  AtlNodePicker *self = ATL_NODE_PICKER (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->roster, atl_slip_roster_unref);
  g_clear_pointer (&self->offered, g_array_unref);
  g_clear_object (&self->excluded);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (atl_node_picker_parent_class)->dispose (object);
}

static void
atl_node_picker_class_init (AtlNodePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_node_picker_dispose;
  widget_class->focus = atl_inner_focus;
  widget_class->grab_focus = atl_node_picker_grab_focus;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[SKIPPED] = g_signal_new ("skipped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
make_popover (AtlNodePicker *self)
{
  self->popover = gtk_popover_new ();
  self->list = gtk_list_box_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "picker-offers");
  gtk_widget_set_parent (self->popover, self->entry);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
atl_node_picker_init (AtlNodePicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 120);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 9);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  make_popover (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atl_node_picker_set_roster:
 * @self: a picker
 * @roster: who can be chosen
 */
void
atl_node_picker_set_roster (AtlNodePicker *self,
                            AtlSlipRoster *roster)
{
  g_return_if_fail (ATL_IS_NODE_PICKER (self));

  g_clear_pointer (&self->roster, atl_slip_roster_unref);
  self->roster = atl_slip_roster_ref (roster);
}

/**
 * atl_node_picker_set_label:
 * @self: a picker
 * @label: what it asks for
 */
void
atl_node_picker_set_label (AtlNodePicker *self,
                           const char    *label)
{
  g_return_if_fail (ATL_IS_NODE_PICKER (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * atl_node_picker_set_excluded:
 * @self: a picker
 * @node: (nullable): who cannot be chosen
 */
void
atl_node_picker_set_excluded (AtlNodePicker *self,
                              AtlNote       *node)
{
  g_return_if_fail (ATL_IS_NODE_PICKER (self));
  g_set_object (&self->excluded, node);
}

/**
 * atl_node_picker_get_node:
 * @self: a picker
 *
 * Returns: (transfer none) (nullable): who is chosen
 */
AtlNote *
atl_node_picker_get_node (AtlNodePicker *self)
{
  g_return_val_if_fail (ATL_IS_NODE_PICKER (self), NULL);
  return self->node;
}

/**
 * atl_node_picker_set_node:
 * @self: a picker with a roster
 * @node: (nullable): who is chosen
 *
 * Shows somebody without saying so.
 */
void
atl_node_picker_set_node (AtlNodePicker *self,
                          AtlNote       *node)
{
  int index;

  g_return_if_fail (ATL_IS_NODE_PICKER (self) && self->roster != NULL);

  index = atl_slip_roster_find (self->roster, node);
  g_set_object (&self->node, (index >= 0 ? node : NULL));
  set_text (self, index >= 0 ? atl_slip_roster_get_name (self->roster, (guint) index) : "");
  show_error (self, FALSE);
}

/**
 * atl_node_picker_get_text:
 * @self: a picker
 *
 * Returns: (transfer none): what is typed
 */
const char *
atl_node_picker_get_text (AtlNodePicker *self)
{
  g_return_val_if_fail (ATL_IS_NODE_PICKER (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * atl_node_picker_set_masked:
 * @self: a picker
 * @masked: whether the name can be read only while it is typed
 */
void
atl_node_picker_set_masked (AtlNodePicker *self,
                            gboolean       masked)
{
  g_return_if_fail (ATL_IS_NODE_PICKER (self));

  self->masked = masked;
  show_masked (self);
}
