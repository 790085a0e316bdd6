/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-person-editor.h"

#include "config.h"
#include "model/atl-partitions.h"
#include "ui/people/atl-people-edits.h"

#include <glib/gi18n-lib.h>

/**
 * AtlPersonEditor:
 *
 * A popover with everything about a person. What was changed is one step of the history, made when it closes.
 */
struct _AtlPersonEditor
{
  GtkPopover parent_instance;

  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *silo;
  GtkWidget *new_silo;
  GtkWidget *present;
  GtkWidget *manager;
  GtkWidget *external;

  AtlHistory *history;
  AtlPerson  *person;
  GPtrArray  *silos; /* AtlSilo, as in the drop-down behind "No silo" */
};

G_DEFINE_FINAL_TYPE (AtlPersonEditor, atl_person_editor, GTK_TYPE_POPOVER)

enum
{
  REMOVE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static AtlSession *
get_session (AtlPersonEditor *self)
{
  return atl_item_get_session (ATL_ITEM (self->person));
}

static void
fill_silos (AtlPersonEditor *self)
{
  AtlSession               *session = get_session (self);
  AtlList                  *silos = atl_session_get_silos (session);
  AtlSilo                  *current = atl_person_find_silo (self->person);
  guint                     selected = 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->silos, 0);
  gtk_string_list_append (names, _ ("No silo"));
  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      AtlSilo *silo = atl_list_get (silos, i);

      if (!g_str_equal (atl_silo_get_partition (silo), atl_session_get_active_partition (session)))
        continue;
      g_ptr_array_add (self->silos, g_object_ref (silo));
      gtk_string_list_append (names, atl_silo_get_name (silo));
      if (silo == current)
        selected = self->silos->len;
    }
  gtk_string_list_append (names, _ ("New silo…"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->silo), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->silo), selected);
}

static gboolean
wants_new_silo (AtlPersonEditor *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->silo)) == self->silos->len + 1;
}

static AtlSilo *
get_chosen_silo (AtlPersonEditor *self)
{
  guint            selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->silo));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_silo))));

  if (wants_new_silo (self))
    return name[0] != '\0' ? atl_people_ensure_silo (get_session (self), name)
                           : atl_person_find_silo (self->person);
  if (selected == 0 || selected > self->silos->len)
    return NULL;
  return g_ptr_array_index (self->silos, selected - 1);
}

static gboolean
is_active (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static void
apply (AtlPersonEditor *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *role = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->role))));
  AtlSilo         *silo = get_chosen_silo (self);

  if (name[0] != '\0')
    atl_person_set_name (self->person, name);
  atl_person_set_role (self->person, role);
  if (silo != atl_person_find_silo (self->person))
    atl_partitions_put (self->person, atl_session_get_active_partition (get_session (self)), silo);
  atl_person_set_present (self->person, is_active (self->present));
  atl_person_set_manager (self->person, is_active (self->manager));
  atl_person_set_external (self->person, is_active (self->external));
}

static void
entry_activated_cb (AtlPersonEditor *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
silo_selected_cb (AtlPersonEditor *self)
{
  gtk_widget_set_visible (self->new_silo, wants_new_silo (self));
  if (wants_new_silo (self))
    gtk_widget_grab_focus (self->new_silo);
}

static void
remove_clicked_cb (AtlPersonEditor *self)
{
  g_autoptr (AtlPerson) person = g_steal_pointer (&self->person);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (person != NULL)
    g_signal_emit (self, signals[REMOVE], 0, person);
}

static void
closed_cb (AtlPersonEditor *self)
{
  atl_person_editor_commit (self);
}

static void
atl_person_editor_dispose (GObject *object)
{
  AtlPersonEditor *self = ATL_PERSON_EDITOR (object);

  g_clear_object (&self->person);
  g_clear_object (&self->history);
  g_clear_pointer (&self->silos, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_person_editor_parent_class)->dispose (object);
}

static void
atl_person_editor_class_init (AtlPersonEditorClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_person_editor_dispose;

  /**
   * AtlPersonEditor::remove:
   * @person: who is to go
   */
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATL_TYPE_PERSON);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/people/"
                                                             "atl-person-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, name);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, role);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, silo);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, new_silo);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, present);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, manager);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, external);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, silo_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
atl_person_editor_init (AtlPersonEditor *self)
{
  self->silos = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_person_editor_new:
 * @history: where edits are collected
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
atl_person_editor_new (AtlHistory *history)
{
  AtlPersonEditor *self = g_object_new (ATL_TYPE_PERSON_EDITOR, NULL);

  self->history = g_object_ref (history);
  return GTK_WIDGET (self);
}

/**
 * atl_person_editor_edit:
 * @self: an editor
 * @person: a person of a session
 *
 * Fills the popover with @person; the caller places it and pops it up.
 */
void
atl_person_editor_edit (AtlPersonEditor *self,
                        AtlPerson       *person)
{
  g_return_if_fail (ATL_IS_PERSON_EDITOR (self));

  g_set_object (&self->person, person);
  gtk_editable_set_text (GTK_EDITABLE (self->name), atl_person_get_name (person));
  gtk_editable_set_text (GTK_EDITABLE (self->role), atl_person_get_role (person));
  gtk_editable_set_text (GTK_EDITABLE (self->new_silo), "");
  fill_silos (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->present), atl_person_get_present (person));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->manager), atl_person_get_manager (person));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->external), atl_person_get_external (person));
}

/**
 * atl_person_editor_commit:
 * @self: an editor
 *
 * Puts what was changed into the person, as one step of the history. Closing does it too.
 */
void
atl_person_editor_commit (AtlPersonEditor *self)
{
  g_return_if_fail (ATL_IS_PERSON_EDITOR (self));

  if (self->person != NULL && get_session (self) != NULL)
    {
      atl_history_begin (self->history, _ ("Edit Person"));
      apply (self);
      atl_history_end (self->history);
    }
  g_clear_object (&self->person);
}
