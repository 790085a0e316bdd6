/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-person-row.h"

#include "config.h"
#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-silo-tint.h"

#include <glib/gi18n-lib.h>

/**
 * AtlPersonRow:
 *
 * A person in the panel: initials in the color of the silo, name, role, and whether they are in the room.
 */
struct _AtlPersonRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *initials;
  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *manager;
  GtkWidget *external;
  GtkWidget *shown;
  GtkWidget *present;

  AtlPerson *person;
  gboolean   updating;
};

G_DEFINE_FINAL_TYPE (AtlPersonRow, atl_person_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PRESENCE_CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* How the room may read of them, where it is not by name. */
static const char *
get_shown (AtlPerson *person)
{
  switch (atl_person_get_shown (person))
    {
    case ATL_SHOWN_ROLE:
      return _ ("By role");
    case ATL_SHOWN_HIDDEN:
      return _ ("Not shown");
    case ATL_SHOWN_NAME:
    default:
      return NULL;
    }
}

static void
show_badge (AtlPersonRow *self)
{
  const char *shown = get_shown (self->person);

  gtk_label_set_text (GTK_LABEL (self->shown), shown != NULL ? shown : "");
  gtk_widget_set_visible (self->shown, shown != NULL);
}

static void
add_words (GString    *label,
           const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", words);
}

/**
 * atl_person_row_dup_label:
 * @person: a person
 *
 * Returns: (transfer full): all that a row shows of them, in words: name, role, silo, marks
 */
char *
atl_person_row_dup_label (AtlPerson *person)
{
  AtlSilo *silo = atl_person_find_silo (person);
  GString *label = g_string_new (NULL);

  add_words (label, atl_person_get_name (person));
  add_words (label, atl_person_get_role (person));
  add_words (label, silo != NULL ? atl_silo_get_name (silo) : _ ("No silo"));
  if (atl_person_get_manager (person))
    add_words (label, _ ("Manager"));
  if (atl_person_get_external (person))
    add_words (label, _ ("External"));
  add_words (label, get_shown (person));
  add_words (label, atl_person_get_present (person) ? _ ("present") : _ ("absent"));
  return g_string_free (label, FALSE);
}

static void
set_accessible_name (AtlPersonRow *self)
{
  g_autofree char *label = atl_person_row_dup_label (self->person);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->present),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Present"),
                                  -1);
}

/**
 * atl_person_row_update:
 * @self: a row
 *
 * Shows the person as they are now. The row follows its person; the panel calls this when a silo changed.
 */
void
atl_person_row_update (AtlPersonRow *self)
{
  AtlSilo         *silo = atl_person_find_silo (self->person);
  gboolean         present = atl_person_get_present (self->person);
  g_autofree char *initials = atl_person_dup_initials (self->person);
  const char      *role = atl_person_get_role (self->person);

  self->updating = TRUE;
  gtk_label_set_text (GTK_LABEL (self->initials), initials);
  gtk_label_set_text (GTK_LABEL (self->name), atl_person_get_name (self->person));
  gtk_widget_set_tooltip_text (self->name, atl_person_get_name (self->person));
  gtk_label_set_text (GTK_LABEL (self->role), role);
  gtk_widget_set_visible (self->role, role[0] != '\0');
  gtk_widget_set_visible (self->manager, atl_person_get_manager (self->person));
  gtk_widget_set_visible (self->external, atl_person_get_external (self->person));
  show_badge (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->present), present);
  if (present)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "absent");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "absent");
  atl_silo_tint_set (self->initials, silo);
  set_accessible_name (self);
  self->updating = FALSE;
}

static void
present_toggled_cb (AtlPersonRow *self)
{
  gboolean present = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->present));

  if (!self->updating)
    g_signal_emit (self, signals[PRESENCE_CHOSEN], 0, present);
}

static void
person_changed_cb (AtlPersonRow *self)
{
  atl_person_row_update (self);
}

static void
atl_person_row_dispose (GObject *object)
{
  AtlPersonRow *self = ATL_PERSON_ROW (object);

  g_clear_object (&self->person);
  G_OBJECT_CLASS (atl_person_row_parent_class)->dispose (object);
}

static void
atl_person_row_class_init (AtlPersonRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_person_row_dispose;

  /**
   * AtlPersonRow::presence-chosen:
   * @present: whether the box is now ticked
   */
  signals[PRESENCE_CHOSEN] = g_signal_new ("presence-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/people/"
                                                             "atl-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPersonRow, initials);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonRow, role);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonRow, manager);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonRow, external);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonRow, shown);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonRow, present);
  gtk_widget_class_bind_template_callback (widget_class, present_toggled_cb);
}

static void
atl_person_row_init (AtlPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_person_row_new:
 * @person: a person of a session
 *
 * Returns: (transfer floating): a row that follows @person
 */
GtkWidget *
atl_person_row_new (AtlPerson *person)
{
  AtlPersonRow *self;

  g_return_val_if_fail (ATL_IS_PERSON (person), NULL);

  self = g_object_new (ATL_TYPE_PERSON_ROW, NULL);
  self->person = g_object_ref (person);
  g_signal_connect_object (person, "notify", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  atl_person_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * atl_person_row_get_person:
 * @self: a row
 *
 * Returns: (transfer none): the person it shows
 */
AtlPerson *
atl_person_row_get_person (AtlPersonRow *self)
{
  g_return_val_if_fail (ATL_IS_PERSON_ROW (self), NULL);

  return self->person;
}

/**
 * atl_person_row_set_editable:
 * @self: a row
 * @editable: whether presence can be chosen
 */
void
atl_person_row_set_editable (AtlPersonRow *self,
                             gboolean      editable)
{
  g_return_if_fail (ATL_IS_PERSON_ROW (self));
  gtk_widget_set_sensitive (self->present, editable);
}
