/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-silos-window.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "model/atl-change.h"
#include "model/atl-partitions.h"
#include "ui/people/atl-partition-words.h"
#include "ui/mapping/atl-silo-row.h"
#include "ui/mapping/atl-undo-keys.h"
#include "ui/people/atl-people-edits.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/**
 * AtlSilosWindow:
 *
 * The partitions of a session and the silos of the active one, edited in place. Each edit is a step of the
 * history.
 */
struct _AtlSilosWindow
{
  AdwWindow parent_instance;

  GtkWidget *partition;
  GtkWidget *partition_name;
  GtkWidget *new_partition;
  GtkWidget *list;
  GtkWidget *add;
  GtkWidget *hint;

  AtlSession *session;
  AtlHistory *history;
  GtkFilter  *filter;
  char      **names; /* of the partitions, as in the combo row */
  guint       refresh_id;
  gboolean    updating;
};

G_DEFINE_FINAL_TYPE (AtlSilosWindow, atl_silos_window, ADW_TYPE_WINDOW)

static void
show_hint (AtlSilosWindow *self,
           const char     *hint)
{
  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
}

static void
show_partitions (AtlSilosWindow *self)
{
  const char               *active = atl_session_get_active_partition (self->session);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint                     selected = 0;

  g_strfreev (self->names);
  self->names = atl_partitions_dup_names (self->session);
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      gtk_string_list_append (labels, atl_partition_get_label (self->session, self->names[i]));
      if (g_str_equal (self->names[i], active))
        selected = i;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->partition), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->partition), selected);
  gtk_editable_set_text (GTK_EDITABLE (self->partition_name),
                         atl_partition_get_label (self->session, active));
}

static void
update_rows (AtlSilosWindow *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->list);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ATL_IS_SILO_ROW (child))
      atl_silo_row_update (ATL_SILO_ROW (child));
}

static void
refresh (AtlSilosWindow *self)
{
  self->updating = TRUE;
  show_partitions (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_rows (self);
  self->updating = FALSE;
}

static gboolean
refresh_cb (gpointer user_data)
{
  AtlSilosWindow *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (AtlSilosWindow *self,
                    AtlChange      *change)
{
  AtlItem *item = atl_change_get_item (change);

  if (!ATL_IS_PERSON (item) && !ATL_IS_SILO (item) && item != ATL_ITEM (self->session))
    return;
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
partition_selected_cb (AtlSilosWindow *self)
{
  guint            selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->partition));
  g_autofree char *name = NULL;

  if (self->updating || selected >= g_strv_length (self->names))
    return;
  name = g_strdup (self->names[selected]);
  atl_history_begin (self->history, _ ("Group by Another Partition"));
  atl_session_set_partition (self->session, name);
  atl_history_end (self->history);
}

static char *
dup_typed (GtkWidget *widget)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget))));
}

static void
partition_name_applied_cb (AtlSilosWindow *self)
{
  g_autofree char *name = dup_typed (self->partition_name);
  gboolean         done;

  atl_history_begin (self->history, _ ("Rename Partition"));
  done = atl_partitions_rename (self->session, atl_session_get_active_partition (self->session), name);
  atl_history_end (self->history);
  show_hint (self, done ? NULL : _ ("There is one of that name already."));
}

static void
new_partition_applied_cb (AtlSilosWindow *self)
{
  g_autofree char *name = dup_typed (self->new_partition);
  const char      *unnamed = atl_words_get (atl_session_get_language (self->session), "partition-default");
  gboolean         done;

  atl_history_begin (self->history, _ ("Add Partition"));
  done = atl_partitions_add (self->session, name, unnamed);
  atl_history_end (self->history);
  show_hint (self, done || *name == '\0' ? NULL : _ ("There is one of that name already."));
  if (!done)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->new_partition), "");
  gtk_widget_grab_focus (self->add);
}

static void
add_activated_cb (AtlSilosWindow *self)
{
  g_autofree char *name = dup_typed (self->add);

  if (*name == '\0')
    return;
  if (atl_people_find_silo (self->session, name) != NULL)
    {
      show_hint (self, _ ("There is one of that name already."));
      return;
    }
  atl_history_begin (self->history, _ ("Add Silo"));
  atl_partitions_add_silo (self->session, atl_session_get_active_partition (self->session), name);
  atl_history_end (self->history);
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  show_hint (self, NULL);
}

static gboolean
is_of_partition (gpointer silo,
                 gpointer self)
{
  return g_str_equal (atl_silo_get_partition (silo),
                      atl_session_get_active_partition (ATL_SILOS_WINDOW (self)->session));
}

static GtkWidget *
create_row (gpointer silo,
            gpointer self)
{
  return atl_silo_row_new (silo, ATL_SILOS_WINDOW (self)->history);
}

static void
bind_silos (AtlSilosWindow *self)
{
  GListModel                    *silos = g_object_ref (G_LIST_MODEL (atl_session_get_silos (self->session)));
  g_autoptr (GtkFilterListModel) shown = NULL;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_of_partition, self, NULL));
  shown = gtk_filter_list_model_new (silos, g_object_ref (self->filter));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (shown), create_row, self, NULL);
}

/* What is typed counts when the window is closed, too. */
static gboolean
atl_silos_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (atl_silos_window_parent_class)->close_request (window);
}

static void
atl_silos_window_dispose (GObject *object)
{
  AtlSilosWindow *self = ATL_SILOS_WINDOW (object);

  if (self->filter != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_object (&self->session);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (atl_silos_window_parent_class)->dispose (object);
}

static void
atl_silos_window_class_init (AtlSilosWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_silos_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = atl_silos_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/mapping/"
                                                             "atl-silos-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSilosWindow, partition);
  gtk_widget_class_bind_template_child (widget_class, AtlSilosWindow, partition_name);
  gtk_widget_class_bind_template_child (widget_class, AtlSilosWindow, new_partition);
  gtk_widget_class_bind_template_child (widget_class, AtlSilosWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AtlSilosWindow, add);
  gtk_widget_class_bind_template_child (widget_class, AtlSilosWindow, hint);
  gtk_widget_class_bind_template_callback (widget_class, partition_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, partition_name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_partition_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
}

static void
atl_silos_window_init (AtlSilosWindow *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/people/people.css");
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/mapping/mapping.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_silos_window_new:
 * @parent: (nullable): the window of the session
 * @session: a session that can be edited
 * @history: where edits are collected
 *
 * Returns: (transfer floating): a modal window over @parent, to be presented
 */
GtkWidget *
atl_silos_window_new (GtkWindow  *parent,
                      AtlSession *session,
                      AtlHistory *history)
{
  AtlSilosWindow *self = g_object_new (ATL_TYPE_SILOS_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->history = g_object_ref (history);
  bind_silos (self);
  refresh (self);
  atl_undo_keys_add (GTK_WIDGET (self), history);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), self->add);
  return GTK_WIDGET (self);
}
