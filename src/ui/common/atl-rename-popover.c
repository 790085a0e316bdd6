/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-rename-popover.h"

/**
 * AtlRenamePopover:
 *
 * Asks for a new name beside the thing that has the old one.
 */
struct _AtlRenamePopover
{
  GtkPopover parent_instance;

  GtkWidget *heading;
  GtkWidget *entry;
  char      *old;
  gboolean   dropped; /* by Escape */
};

G_DEFINE_FINAL_TYPE (AtlRenamePopover, atl_rename_popover, GTK_TYPE_POPOVER)

enum
{
  RENAMED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
accepted_cb (AtlRenamePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (AtlRenamePopover *self,
                guint             keyval)
{
  self->dropped = keyval == GDK_KEY_Escape;
  return GDK_EVENT_PROPAGATE;
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* Whoever clicks beside it has typed the name to have it. */
static void
atl_rename_popover_closed (GtkPopover *popover)
{
  AtlRenamePopover *self = ATL_RENAME_POPOVER (popover);
  g_autofree char  *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_strstrip (text);
  if (!self->dropped && *text != '\0' && g_strcmp0 (text, self->old) != 0)
    g_signal_emit (self, signals[RENAMED], 0, text);
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
atl_rename_popover_finalize (GObject *object)
{
  g_free (ATL_RENAME_POPOVER (object)->old);
  G_OBJECT_CLASS (atl_rename_popover_parent_class)->finalize (object);
}

static void
atl_rename_popover_class_init (AtlRenamePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_rename_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = atl_rename_popover_closed;
  signals[RENAMED] = g_signal_new ("renamed", ATL_TYPE_RENAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-rename-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlRenamePopover, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlRenamePopover, entry);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
}

static void
atl_rename_popover_init (AtlRenamePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * atl_rename_popover_open:
 * @widget: what has the name
 * @heading: a translated question, as "Rename Board"
 * @text: (nullable): the old name
 *
 * Opens a popover that lives until it is closed. The name is taken however it is closed, except by Escape.
 *
 * Returns: (transfer none): the popover, to connect to
 */
AtlRenamePopover *
atl_rename_popover_open (GtkWidget  *widget,
                         const char *heading,
                         const char *text)
{
  AtlRenamePopover *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (ATL_TYPE_RENAME_POPOVER, NULL);
  self->old = g_strdup (text);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_widget_set_parent (GTK_WIDGET (self), widget);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  return self;
}
