/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-silo-picker.h"

#include "config.h"
#include "model/atl-partitions.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

/**
 * AtlSiloPicker:
 *
 * The silo of a person in one partition: none, one of those there are, or a new one.
 */
struct _AtlSiloPicker
{
  GtkBox parent_instance;

  GtkWidget *caption;
  GtkWidget *silo;
  GtkWidget *new_silo;

  AtlPerson *person;
  char      *partition;
  GPtrArray *silos; /* AtlSilo, as in the drop-down behind "No silo" */
};

G_DEFINE_FINAL_TYPE (AtlSiloPicker, atl_silo_picker, GTK_TYPE_BOX)

enum
{
  ACTIVATE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
fill (AtlSiloPicker *self)
{
  AtlSilo                  *current = atl_partitions_find_silo (self->person, self->partition);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     selected = 0;

  self->silos = atl_partitions_dup_silos (atl_item_get_session (ATL_ITEM (self->person)), self->partition);
  gtk_string_list_append (names, _ ("No silo"));
  for (guint i = 0; i < self->silos->len; i++)
    {
      gtk_string_list_append (names, atl_silo_get_name (self->silos->pdata[i]));
      if (self->silos->pdata[i] == current)
        selected = i + 1;
    }
  gtk_string_list_append (names, _ ("New silo…"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->silo), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->silo), selected);
}

static gboolean
wants_new_silo (AtlSiloPicker *self)
{
  return self->silos != NULL &&
         gtk_drop_down_get_selected (GTK_DROP_DOWN (self->silo)) == self->silos->len + 1;
}

/* The silo of that name, made if there is none; the old one stays if nothing was typed. */
static AtlSilo *
ensure_new (AtlSiloPicker *self)
{
  AtlSession      *session = atl_item_get_session (ATL_ITEM (self->person));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_silo))));
  g_autofree char *wanted = atl_fold (name);

  if (*name == '\0')
    return atl_partitions_find_silo (self->person, self->partition);
  for (guint i = 0; i < self->silos->len; i++)
    {
      g_autofree char *folded = atl_fold (atl_silo_get_name (self->silos->pdata[i]));

      if (g_str_equal (folded, wanted))
        return self->silos->pdata[i];
    }
  return atl_partitions_add_silo (session, self->partition, name);
}

static void
silo_selected_cb (AtlSiloPicker *self)
{
  gtk_widget_set_visible (self->new_silo, wants_new_silo (self));
  if (wants_new_silo (self))
    gtk_widget_grab_focus (self->new_silo);
}

static void
entry_activated_cb (AtlSiloPicker *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
atl_silo_picker_dispose (GObject *object)
{
  AtlSiloPicker *self = ATL_SILO_PICKER (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->partition, g_free);
  g_clear_pointer (&self->silos, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_silo_picker_parent_class)->dispose (object);
}

static void
atl_silo_picker_class_init (AtlSiloPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_silo_picker_dispose;
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/people/"
                                                             "atl-silo-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSiloPicker, caption);
  gtk_widget_class_bind_template_child (widget_class, AtlSiloPicker, silo);
  gtk_widget_class_bind_template_child (widget_class, AtlSiloPicker, new_silo);
  gtk_widget_class_bind_template_callback (widget_class, silo_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
atl_silo_picker_init (AtlSiloPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_silo_picker_new:
 * @person: a person of a session
 * @partition: one of its partitions
 * @caption: (nullable): what the partition is called, where there are several
 *
 * Returns: (transfer floating): a picker that shows the silo of @person there
 */
GtkWidget *
atl_silo_picker_new (AtlPerson  *person,
                     const char *partition,
                     const char *caption)
{
  AtlSiloPicker *self = g_object_new (ATL_TYPE_SILO_PICKER, NULL);

  self->person = g_object_ref (person);
  self->partition = g_strdup (partition);
  gtk_widget_set_visible (self->caption, caption != NULL);
  if (caption != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->caption), caption);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->silo), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                      -1);
    }
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * atl_silo_picker_apply:
 * @self: a picker
 *
 * Puts the person into what was chosen; the caller opens the group of the history.
 */
void
atl_silo_picker_apply (AtlSiloPicker *self)
{
  guint    selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->silo));
  AtlSilo *silo = NULL;

  g_return_if_fail (ATL_IS_SILO_PICKER (self));

  if (wants_new_silo (self))
    silo = ensure_new (self);
  else if (selected > 0 && selected <= self->silos->len)
    silo = self->silos->pdata[selected - 1];
  atl_partitions_put (self->person, self->partition, silo);
}
