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
  gint64      opened; /* microseconds */
  gboolean    done;   /* closed by a key or a button, and not from outside */
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
  self->done = TRUE;
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

  self->done = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  if (person != NULL)
    g_signal_emit (self, signals[REMOVE], 0, person);
}

static gboolean
key_pressed_cb (AtlPersonEditor *self,
                guint            keyval)
{
  self->done = self->done || keyval == GDK_KEY_Escape;
  return GDK_EVENT_PROPAGATE;
}

static gboolean
open_again_cb (gpointer editor)
{
  AtlPersonEditor *self = editor;

  if (self->person != NULL && !gtk_widget_get_visible (editor) && gtk_widget_get_parent (editor) != NULL)
    gtk_popover_popup (editor);
  return G_SOURCE_REMOVE;
}

/* The second click of a double click falls beside the popover that the first one opened, which is no wish to
 * be rid of it. */
static gboolean
is_double_click (AtlPersonEditor *self)
{
  int time = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &time, NULL);
  return !self->done && g_get_monotonic_time () - self->opened < time * G_TIME_SPAN_MILLISECOND;
}

static void
closed_cb (AtlPersonEditor *self)
{
  if (self->person != NULL && is_double_click (self))
    {
      self->opened = 0;
      g_signal_stop_emission_by_name (self, "closed");
      g_idle_add_full (G_PRIORITY_DEFAULT, open_again_cb, g_object_ref (self), g_object_unref);
    }
  else
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
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
 * atl_person_editor_open:
 * @self: an editor that has a parent
 * @person: a person of a session
 * @row: what shows them, in the parent
 *
 * Opens the popover beside @row.
 */
void
atl_person_editor_open (AtlPersonEditor *self,
                        AtlPerson       *person,
                        GtkWidget       *row)
{
  GdkRectangle    at = { 0 };
  graphene_rect_t bounds;

  g_return_if_fail (ATL_IS_PERSON_EDITOR (self));

  atl_person_editor_edit (self, person);
  if (gtk_widget_compute_bounds (row, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                         (int) bounds.size.width, (int) bounds.size.height };
  self->opened = g_get_monotonic_time ();
  self->done = FALSE;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
  gtk_popover_popup (GTK_POPOVER (self));
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
