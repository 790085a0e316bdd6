/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-person-editor.h"

#include "config.h"
#include "model/atl-partitions.h"
#include "ui/people/atl-partition-words.h"
#include "ui/people/atl-silo-picker.h"

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
  GtkWidget *silos; /* an AtlSiloPicker for each partition */
  GtkWidget *shown;
  GtkWidget *present;
  GtkWidget *manager;
  GtkWidget *external;

  AtlHistory *history;
  AtlPerson  *person;
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
entry_activated_cb (AtlPersonEditor *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
forget_silos (AtlPersonEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->silos)) != NULL)
    gtk_box_remove (GTK_BOX (self->silos), child);
}

static void
add_silo (AtlPersonEditor *self,
          const char      *partition,
          gboolean         only)
{
  const char *caption = only ? NULL : atl_partition_get_label (get_session (self), partition);
  GtkWidget  *picker = atl_silo_picker_new (self->person, partition, caption);

  g_signal_connect_object (picker, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->silos), picker);
}

/* One for each partition, the active one first. */
static void
fill_silos (AtlPersonEditor *self)
{
  AtlSession    *session = get_session (self);
  const char    *active = atl_session_get_active_partition (session);
  g_auto (GStrv) names = atl_partitions_dup_names (session);

  forget_silos (self);
  add_silo (self, active, g_strv_length (names) == 1);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], active))
      add_silo (self, names[i], FALSE);
}

static void
apply_silos (AtlPersonEditor *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->silos);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    atl_silo_picker_apply (ATL_SILO_PICKER (child));
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

  if (name[0] != '\0')
    atl_person_set_name (self->person, name);
  atl_person_set_role (self->person, role);
  apply_silos (self);
  atl_person_set_shown (self->person, (AtlShown) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->shown)));
  atl_person_set_present (self->person, is_active (self->present));
  atl_person_set_manager (self->person, is_active (self->manager));
  atl_person_set_external (self->person, is_active (self->external));
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
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, silos);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, shown);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, present);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, manager);
  gtk_widget_class_bind_template_child (widget_class, AtlPersonEditor, external);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
atl_person_editor_init (AtlPersonEditor *self)
{
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
  fill_silos (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->shown), (guint) atl_person_get_shown (person));
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
      forget_silos (self);
    }
  g_clear_object (&self->person);
}
