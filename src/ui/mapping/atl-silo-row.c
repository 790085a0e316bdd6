/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-silo-row.h"

#include "config.h"
#include "model/atl-partitions.h"
#include "ui/mapping/atl-tint-button.h"

#include <glib/gi18n-lib.h>

/**
 * AtlSiloRow:
 *
 * A silo that is edited in place: color, name, and what kind of silo it is. Each edit is a step of the
 * history.
 */
struct _AtlSiloRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *tint;
  GtkWidget *name;
  GtkWidget *badge;
  GtkWidget *count;
  GtkWidget *more;
  GtkWidget *factory;
  GtkWidget *external;

  AtlSilo    *silo;
  AtlHistory *history;
  gboolean    updating;
};

G_DEFINE_FINAL_TYPE (AtlSiloRow, atl_silo_row, GTK_TYPE_LIST_BOX_ROW)

static AtlSession *
session_of (AtlSiloRow *self)
{
  return self->silo != NULL ? atl_item_get_session (ATL_ITEM (self->silo)) : NULL;
}

static guint
count_people (AtlSiloRow *self)
{
  AtlList *people = atl_session_get_people (session_of (self));
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (people); i++)
    n += atl_partitions_find_silo (atl_list_get (people, i),
                                   atl_silo_get_partition (self->silo)) == self->silo;
  return n;
}

static void
show_count (AtlSiloRow *self)
{
  guint            n = count_people (self);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *text = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

  gtk_label_set_text (GTK_LABEL (self->count), number);
  gtk_widget_set_tooltip_text (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * atl_silo_row_update:
 * @self: a row
 *
 * Shows the silo as it is now.
 */
void
atl_silo_row_update (AtlSiloRow *self)
{
  gboolean factory = atl_silo_get_factory (self->silo);
  gboolean external = atl_silo_get_external (self->silo);

  if (session_of (self) == NULL)
    return;
  self->updating = TRUE;
  atl_tint_button_set_tint (ATL_TINT_BUTTON (self->tint), atl_silo_get_color (self->silo));
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->name)), atl_silo_get_name (self->silo)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name), atl_silo_get_name (self->silo));
  gtk_label_set_text (GTK_LABEL (self->badge), factory ? _ ("Factory") : _ ("External"));
  gtk_widget_set_visible (self->badge, factory || external);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->factory), factory);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->external), external);
  show_count (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  atl_silo_get_name (self->silo), -1);
  self->updating = FALSE;
}

static void
tint_chosen_cb (AtlSiloRow *self,
                int         tint)
{
  atl_history_begin (self->history, _ ("Change Color of Silo"));
  atl_silo_set_color (self->silo, (AtlTint) tint);
  atl_history_end (self->history);
}

/**
 * atl_silo_row_commit:
 * @self: a row
 *
 * Takes the name that was typed; an empty one is forgotten.
 */
void
atl_silo_row_commit (AtlSiloRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  g_return_if_fail (ATL_IS_SILO_ROW (self));

  if (session_of (self) == NULL)
    return;
  if (*name != '\0' && !g_str_equal (name, atl_silo_get_name (self->silo)))
    {
      atl_history_begin (self->history, _ ("Rename Silo"));
      atl_partitions_rename_silo (self->silo, name);
      atl_history_end (self->history);
    }
  atl_silo_row_update (self);
}

static void
name_activated_cb (AtlSiloRow *self)
{
  atl_silo_row_commit (self);
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
}

static void
name_left_cb (AtlSiloRow *self)
{
  atl_silo_row_commit (self);
}

static void
factory_toggled_cb (AtlSiloRow *self)
{
  if (self->updating)
    return;
  atl_history_begin (self->history, _ ("Set the Factory"));
  atl_partitions_set_factory (self->silo, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->factory)));
  atl_history_end (self->history);
}

static void
external_toggled_cb (AtlSiloRow *self)
{
  if (self->updating)
    return;
  atl_history_begin (self->history, _ ("Mark Silo as External"));
  atl_silo_set_external (self->silo, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->external)));
  atl_history_end (self->history);
}

static void
delete_clicked_cb (AtlSiloRow *self)
{
  g_autofree char      *label = g_strdup_printf (_ ("Delete “%s”"), atl_silo_get_name (self->silo));
  g_autoptr (AtlSilo)   silo = g_object_ref (self->silo);
  g_autoptr (GtkWidget) kept = g_object_ref (GTK_WIDGET (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->more));
  atl_history_begin (self->history, label);
  atl_partitions_delete_silo (silo);
  atl_history_end (self->history);
}

static void
atl_silo_row_dispose (GObject *object)
{
  AtlSiloRow *self = ATL_SILO_ROW (object);

  g_clear_object (&self->silo);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (atl_silo_row_parent_class)->dispose (object);
}

static void
atl_silo_row_class_init (AtlSiloRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_silo_row_dispose;
  g_type_ensure (ATL_TYPE_TINT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/mapping/"
                                                             "atl-silo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSiloRow, tint);
  gtk_widget_class_bind_template_child (widget_class, AtlSiloRow, name);
  gtk_widget_class_bind_template_child (widget_class, AtlSiloRow, badge);
  gtk_widget_class_bind_template_child (widget_class, AtlSiloRow, count);
  gtk_widget_class_bind_template_child (widget_class, AtlSiloRow, more);
  gtk_widget_class_bind_template_child (widget_class, AtlSiloRow, factory);
  gtk_widget_class_bind_template_child (widget_class, AtlSiloRow, external);
  gtk_widget_class_bind_template_callback (widget_class, tint_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, external_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
atl_silo_row_init (AtlSiloRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_silo_row_new:
 * @silo: a silo of a session
 * @history: where edits are collected
 *
 * Returns: (transfer floating): a row that follows @silo; how many people it has is up to
 *   atl_silo_row_update()
 */
GtkWidget *
atl_silo_row_new (AtlSilo    *silo,
                  AtlHistory *history)
{
  AtlSiloRow *self = g_object_new (ATL_TYPE_SILO_ROW, NULL);

  self->silo = g_object_ref (silo);
  self->history = g_object_ref (history);
  g_signal_connect_object (silo, "notify", G_CALLBACK (atl_silo_row_update), self, G_CONNECT_SWAPPED);
  atl_silo_row_update (self);
  return GTK_WIDGET (self);
}
