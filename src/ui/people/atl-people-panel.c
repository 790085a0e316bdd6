/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-panel.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "ui/common/atl-into-view.h"
#include "ui/common/atl-toast.h"
#include "ui/start/atl-style.h"
#include "ui/mapping/atl-silos-window.h"
#include "ui/people/atl-partition-menu.h"
#include "ui/people/atl-paste-window.h"
#include "ui/people/atl-people-counts.h"
#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-people-order.h"
#include "ui/people/atl-person-editor.h"
#include "ui/people/atl-person-row.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/people/"

/**
 * AtlPeoplePanel:
 *
 * The people of a session by silo: who they are, and who is in the room. Every edit is a step of the history.
 */
struct _AtlPeoplePanel
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *hint;
  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *editor;
  GtkWidget *partition;

  AtlSession *session;
  AtlHistory *history;
  GtkSorter  *sorter;
  GHashTable *counts; /* of silos; empty: to be counted */
  guint       refresh_id;
  gboolean    order_changed;
  gboolean    read_only;
};

G_DEFINE_FINAL_TYPE (AtlPeoplePanel, atl_people_panel, GTK_TYPE_BOX)

static AtlPeopleCount
get_count (AtlPeoplePanel *self,
           gpointer        silo)
{
  return atl_people_counts_get (self->counts, self->session, silo);
}

static GtkWidget *
get_part (AtlPeoplePanel *self,
          const char     *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_PEOPLE_PANEL, name));
}

static GtkRevealer *
get_revealer (GtkWidget *child)
{
  return GTK_REVEALER (gtk_widget_get_ancestor (child, GTK_TYPE_REVEALER));
}

static void
show_hint (AtlPeoplePanel *self,
           const char     *hint,
           gboolean        warns)
{
  if (hint != NULL)
    gtk_label_set_text (GTK_LABEL (self->hint), hint);
  if (warns)
    gtk_widget_add_css_class (self->hint, "warns");
  else
    gtk_widget_remove_css_class (self->hint, "warns");
  gtk_revealer_set_reveal_child (get_revealer (self->hint), hint != NULL);
}

static void
show_count (AtlPeoplePanel *self)
{
  AtlPeopleCount   all = get_count (self, self->session);
  GtkWidget       *count = get_part (self, "count");
  g_autofree char *text = NULL;

  /* Translators: the first number is of the people in the room, the second of all in the list */
  text = g_strdup_printf (ngettext ("%u of %u here", "%u of %u here", all.n_present), all.n_present, all.n);
  gtk_label_set_text (GTK_LABEL (count), text);
  gtk_widget_set_visible (count, all.n > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), all.n > 0 ? "list" : "empty");
}

static void
show_partition (AtlPeoplePanel *self)
{
  gtk_widget_set_visible (self->partition, atl_list_get_length (atl_session_get_silos (self->session)) > 0);
  atl_partition_menu_show (GTK_MENU_BUTTON (self->partition), self->session, self->history);
}

static void
update_rows (AtlPeoplePanel *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->list);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ATL_IS_PERSON_ROW (child))
      atl_person_row_update (ATL_PERSON_ROW (child));
}

static gboolean
is_found (AtlPerson  *person,
          const char *words)
{
  g_autofree char *label = *words != '\0' ? atl_person_row_dup_label (person) : NULL;
  g_autofree char *folded = label != NULL ? atl_fold (label) : NULL;

  return folded == NULL || atl_fold_matches (folded, words);
}

/* Rows that are not found stay, unseen: making four hundred of them anew takes a while. */
static void
search_changed_cb (AtlPeoplePanel *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkWidget  *row = gtk_widget_get_first_child (self->list);
  guint       n = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ATL_IS_PERSON_ROW (row))
      {
        gboolean found = is_found (atl_person_row_get_person (ATL_PERSON_ROW (row)), words);

        gtk_widget_set_visible (row, found);
        n += found ? 1 : 0;
      }
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
  gtk_widget_set_visible (get_part (self, "nobody"), n == 0);
}

static gboolean
refresh_cb (gpointer user_data)
{
  AtlPeoplePanel *self = user_data;

  self->refresh_id = 0;
  if (self->order_changed)
    {
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
      update_rows (self);
    }
  self->order_changed = FALSE;
  search_changed_cb (self);
  show_count (self);
  show_partition (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (AtlPeoplePanel *self,
                    AtlChange      *change)
{
  AtlItem *item = atl_change_get_item (change);
  gboolean order;

  if (!ATL_IS_PERSON (item) && !ATL_IS_SILO (item) && item != ATL_ITEM (self->session))
    return;
  g_hash_table_remove_all (self->counts);
  /* Who comes is put in the right place at once. */
  order = !ATL_IS_PERSON (item) || (atl_change_get_kind (change) == ATL_CHANGE_SET &&
                                    (atl_change_get_field (change) == ATL_PERSON_SILOS ||
                                     atl_change_get_field (change) == ATL_PERSON_RANK));
  self->order_changed = self->order_changed || order;
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
add_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  AtlPeoplePanel *self = user_data;
  AtlSilo        *silo = atl_person_find_silo (atl_person_row_get_person (ATL_PERSON_ROW (row)));
  GEnumClass     *tints = g_type_class_ref (ATL_TYPE_TINT);
  const char     *tint = "none";
  const char     *name = silo != NULL ? atl_silo_get_name (silo) : _ ("No silo");
  AtlPeopleCount  count;

  if (before == NULL || silo != atl_person_find_silo (atl_person_row_get_person (ATL_PERSON_ROW (before))))
    {
      if (silo != NULL)
        tint = g_enum_get_value (tints, (int) atl_silo_get_color (silo))->value_nick;
      count = get_count (self, silo);
      gtk_list_box_row_set_header (row, atl_silo_header_new (name, tint, count.n_present, count.n));
    }
  else
    gtk_list_box_row_set_header (row, NULL);
  g_type_class_unref (tints);
}

static void
presence_chosen_cb (AtlPeoplePanel *self,
                    gboolean        present,
                    AtlPersonRow   *row)
{
  atl_history_begin (self->history, present ? _ ("Mark Present") : _ ("Mark Absent"));
  atl_person_set_present (atl_person_row_get_person (row), present);
  atl_history_end (self->history);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = atl_person_row_new (item);

  atl_person_row_set_editable (ATL_PERSON_ROW (row), !ATL_PEOPLE_PANEL (user_data)->read_only);
  g_signal_connect_object (row, "presence-chosen", G_CALLBACK (presence_chosen_cb), user_data,
                           G_CONNECT_SWAPPED);
  return row;
}

/* The one that comes to stand where it was goes on with the keys. */
static void
focus_row (AtlPeoplePanel *self,
           int             index)
{
  GtkListBox    *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (list, index - 1);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->entry);
}

static void
remove_person (AtlPeoplePanel *self,
               AtlPerson      *person)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” is removed"), atl_person_get_name (person));

  atl_people_remove (self->session, self->history, person);
  atl_toast_show_undo (GTK_WIDGET (self), text, self->history);
}

static void
row_activated_cb (AtlPeoplePanel *self,
                  AtlPersonRow   *row)
{
  if (self->read_only)
    return;
  g_object_set_data (G_OBJECT (self->editor), "row",
                     GINT_TO_POINTER (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))));
  atl_person_editor_open (ATL_PERSON_EDITOR (self->editor), atl_person_row_get_person (row),
                          GTK_WIDGET (row));
}

static void
right_clicked_cb (GtkGesture     *gesture,
                  int             n_press,
                  double          x,
                  double          y,
                  AtlPeoplePanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) y);

  if (row != NULL)
    row_activated_cb (self, ATL_PERSON_ROW (row));
}

/* The list goes on where it was left. */
static void
editor_closed_cb (AtlPeoplePanel *self)
{
  focus_row (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self->editor), "row")));
}

static void
paste_ended_cb (AtlPeoplePanel *self)
{
  if (gtk_widget_get_mapped (self->entry))
    gtk_widget_grab_focus (self->entry);
}

/* Whoever was added last stands out in the list: a line that was meant for the board is seen to be none. */
static void
mark_added (AtlPeoplePanel *self)
{
  AtlList   *people = atl_session_get_people (self->session);
  gpointer   last = atl_list_get (people, atl_list_get_length (people) - 1);
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ATL_IS_PERSON_ROW (row) && atl_person_row_get_person (ATL_PERSON_ROW (row)) == last)
      {
        gtk_widget_add_css_class (row, "added");
        atl_into_view (row);
      }
    else
      gtk_widget_remove_css_class (row, "added");
}

static void
entry_activated_cb (AtlPeoplePanel *self)
{
  const char               *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (AtlPeopleText) read = atl_people_read (self->session, text, ATL_PEOPLE_COMMAS_ANY);
  GPtrArray                *lines = read->people;
  AtlPersonLine            *line = lines->len > 0 ? g_ptr_array_index (lines, 0) : NULL;
  gboolean                  comma = read->commas == ATL_PEOPLE_COMMAS_NAME;
  AtlPeopleTally            tally;
  g_autofree char          *message = NULL;

  if (line == NULL)
    return;
  atl_history_begin (self->history, _ ("Add Person"));
  tally = atl_people_add (self->session, lines);
  atl_history_end (self->history);
  if (tally.n_added == 0)
    message = g_strdup_printf (_ ("%s is already in the list."), line->name);
  else
    {
      message = g_strdup_printf (comma ? _ ("%s is added. A silo stands behind a semicolon.")
                                       : _ ("%s is added."),
                                 line->name);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      mark_added (self);
    }
  show_hint (self, message, tally.n_added == 0);
}

static AtlPasteWindow *
open_paste_window (AtlPeoplePanel *self)
{
  GtkWidget *window = atl_paste_window_new (self->session, self->history);
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  g_signal_connect_object (window, "destroy", G_CALLBACK (paste_ended_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  return ATL_PASTE_WINDOW (window);
}

/* A list that is pasted into the line for one person is looked at before anything is added. */
static void
entry_changed_cb (AtlPeoplePanel *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  show_hint (self, NULL, FALSE);
  if (strchr (g_strchomp (text), '\n') == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  atl_paste_window_add_text (open_paste_window (self), text);
}

static void
paste_activated_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  open_paste_window (ATL_PEOPLE_PANEL (widget));
}

static void
import_activated_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AtlPasteWindow *window = open_paste_window (ATL_PEOPLE_PANEL (widget));

  gtk_widget_activate_action (GTK_WIDGET (window), "paste.open", NULL);
}

/* A file or some lines from another program: they are looked at before anything is added. */
static gboolean
dropped_cb (AtlPeoplePanel *self,
            const GValue   *value)
{
  AtlPasteWindow *window = NULL;
  GSList         *files = NULL;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    files = g_value_get_boxed (value);
  else if (g_value_get_string (value) == NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) && files == NULL)
    return FALSE;
  window = open_paste_window (self);
  if (files != NULL)
    atl_paste_window_read_file (window, files->data);
  else
    atl_paste_window_add_text (window, g_value_get_string (value));
  return TRUE;
}

static void
silos_activated_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AtlPeoplePanel *self = ATL_PEOPLE_PANEL (widget);
  GtkRoot        *root = gtk_widget_get_root (widget);

  gtk_window_present (GTK_WINDOW (atl_silos_window_new (GTK_WINDOW (root), self->session, self->history)));
}

static void
remove_activated_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AtlPeoplePanel *self = ATL_PEOPLE_PANEL (widget);
  GtkRoot        *root = gtk_widget_get_root (widget);
  GtkWidget      *row = root != NULL ? gtk_root_get_focus (root) : NULL;

  int index;

  row = row != NULL ? gtk_widget_get_ancestor (row, ATL_TYPE_PERSON_ROW) : NULL;
  if (row == NULL)
    return;
  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  remove_person (self, atl_person_row_get_person (ATL_PERSON_ROW (row)));
  focus_row (self, index);
}

static void
all_present_activated_cb (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  AtlPeoplePanel *self = ATL_PEOPLE_PANEL (widget);
  gboolean        present = g_variant_get_boolean (parameter);

  atl_people_set_all_present (self->session, self->history, present);
  atl_toast_show_undo (widget, present ? _ ("Everybody is marked present") : _ ("Everybody is marked absent"),
                       self->history);
}

static void
search_started_cb (AtlPeoplePanel *self)
{
  gtk_revealer_set_reveal_child (get_revealer (self->search), TRUE);
}

static GtkWidget *
find_first_row (AtlPeoplePanel *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  while (row != NULL && (!ATL_IS_PERSON_ROW (row) || !gtk_widget_get_visible (row)))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
search_stopped_cb (AtlPeoplePanel *self)
{
  GtkWidget *row = find_first_row (self);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_revealer_set_reveal_child (get_revealer (self->search), FALSE);
  gtk_widget_grab_focus (row != NULL ? row : self->entry);
}

static void
search_clicked_cb (AtlPeoplePanel *self)
{
  if (gtk_revealer_get_reveal_child (get_revealer (self->search)))
    gtk_widget_grab_focus (self->search);
  else
    search_stopped_cb (self);
}

/* A roll call: two letters, Enter, the next two letters. */
static void
search_activated_cb (AtlPeoplePanel *self)
{
  GtkWidget       *row = find_first_row (self);
  AtlPerson       *person = row != NULL ? atl_person_row_get_person (ATL_PERSON_ROW (row)) : NULL;
  g_autofree char *said = NULL;

  if (person == NULL || self->read_only || *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    return;
  presence_chosen_cb (self, !atl_person_get_present (person), ATL_PERSON_ROW (row));
  said = g_strdup_printf (atl_person_get_present (person) ? _ ("%s is here.") : _ ("%s is not here."),
                          atl_person_get_name (person));
  atl_announce (GTK_WIDGET (self), said);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static gboolean
search_key_cb (AtlPeoplePanel *self,
               guint           keyval,
               guint           keycode,
               GdkModifierType state)
{
  GtkWidget *row = find_first_row (self);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (row);
  return GDK_EVENT_STOP;
}

/* The list is one stop on the way of Tab: arrows go from row to row. */
static gboolean
leave_list (AtlPeoplePanel  *self,
            GtkDirectionType direction)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (self->stack);

  for (; direction == GTK_DIR_TAB_BACKWARD && before != NULL; before = gtk_widget_get_prev_sibling (before))
    if (gtk_widget_child_focus (before, direction))
      return TRUE;
  return FALSE;
}

/* Down from what stands above the list is the first one in it, not the list as such. */
static gboolean
go_down (AtlPeoplePanel *self,
         GtkWidget      *from)
{
  GtkWidget *next = gtk_widget_get_next_sibling (from);
  GtkWidget *row = find_first_row (self);

  if (gtk_widget_child_focus (from, GTK_DIR_DOWN))
    return TRUE;
  for (; next != NULL && next != self->stack; next = gtk_widget_get_next_sibling (next))
    if (gtk_widget_child_focus (next, GTK_DIR_DOWN))
      return TRUE;
  return next != NULL && row != NULL && gtk_widget_get_mapped (row) && gtk_widget_grab_focus (row);
}

/* Who enters the panel wants to type a name, not to press the button above. */
static gboolean
atl_people_panel_focus (GtkWidget       *widget,
                        GtkDirectionType direction)
{
  AtlPeoplePanel *self = ATL_PEOPLE_PANEL (widget);
  GtkWidget      *child = gtk_widget_get_focus_child (widget);
  gboolean        tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && child == self->stack && gtk_widget_get_focus_child (self->list) != NULL)
    return leave_list (self, direction);
  if (direction == GTK_DIR_DOWN && child != NULL && child != self->stack && go_down (self, child))
    return TRUE;
  if (direction == GTK_DIR_TAB_FORWARD && child == NULL)
    return gtk_widget_grab_focus (self->entry);
  return GTK_WIDGET_CLASS (atl_people_panel_parent_class)->focus (widget, direction);
}

/* What is typed next is words, unless none can be: on the board letters are keys. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  gtk_widget_activate_action (widget,
                              ATL_PEOPLE_PANEL (widget)->read_only ? "win.focus-board" : "win.focus-capture",
                              NULL);
  return GDK_EVENT_STOP;
}

static void
atl_people_panel_dispose (GObject *object)
{
  AtlPeoplePanel *self = ATL_PEOPLE_PANEL (object);

  if (self->editor != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->sorter);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->history);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_people_panel_parent_class)->dispose (object);
}

static void
atl_people_panel_class_init (AtlPeoplePanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_people_panel_dispose;
  widget_class->focus = atl_people_panel_focus;

  gtk_widget_class_install_action (widget_class, "people.paste", NULL, paste_activated_cb);
  gtk_widget_class_install_action (widget_class, "people.import", NULL, import_activated_cb);
  gtk_widget_class_install_action (widget_class, "people.all-present", "b", all_present_activated_cb);
  gtk_widget_class_install_action (widget_class, "people.silos", NULL, silos_activated_cb);
  gtk_widget_class_install_action (widget_class, "people.remove", NULL, remove_activated_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-people-panel.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "count", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlPeoplePanel, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlPeoplePanel, hint);
  gtk_widget_class_bind_template_child (widget_class, AtlPeoplePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlPeoplePanel, list);
  gtk_widget_class_bind_template_child (widget_class, AtlPeoplePanel, partition);
  gtk_widget_class_bind_template_child (widget_class, AtlPeoplePanel, search);
  gtk_widget_class_bind_template_child_full (widget_class, "to_map", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "nobody", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, search_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* Space says who is here, Enter opens what there is to say about somebody. */
static gboolean
list_key_cb (AtlPeoplePanel *self,
             guint           keyval,
             guint           keycode,
             GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  gboolean   space = keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space;

  if (!space || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || !ATL_IS_PERSON_ROW (row) ||
      self->read_only)
    return GDK_EVENT_PROPAGATE;
  presence_chosen_cb (self, !atl_person_get_present (atl_person_row_get_person (ATL_PERSON_ROW (row))),
                      ATL_PERSON_ROW (row));
  return GDK_EVENT_STOP;
}

static void
add_list_keys (AtlPeoplePanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (self->list, keys);
}

static void
add_search_keys (AtlPeoplePanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), self->list);
}

static void
add_drop (AtlPeoplePanel *self)
{
  GType          types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
add_right_click (AtlPeoplePanel *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (right_clicked_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
}

static void
add_delete_key (AtlPeoplePanel *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("Delete|KP_Delete");
  GtkShortcut        *shortcut = gtk_shortcut_new (trigger, gtk_named_action_new ("people.remove"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (self->list, keys);
}

static void
atl_people_panel_init (AtlPeoplePanel *self)
{
  atl_style_ensure (RESOURCES "people.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  add_search_keys (self);
  add_delete_key (self);
  add_list_keys (self);
  add_right_click (self);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), add_header, self, NULL);
}

static void
bind_people (AtlPeoplePanel *self)
{
  AtlList                     *people = g_object_ref (atl_session_get_people (self->session));
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->sorter = atl_people_sorter_new (self->session);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (people), g_object_ref (self->sorter));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (sorted), create_row, self, NULL);
}

/* The list can still be read and searched. */
static void
forbid_edits (AtlPeoplePanel *self)
{
  static const char *const actions[] = { "people.paste", "people.import", "people.all-present",
                                         "people.silos", "people.remove" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
  gtk_widget_set_sensitive (self->entry, FALSE);
  gtk_widget_set_sensitive (self->partition, FALSE);
}

/**
 * atl_people_panel_new_for_session:
 * @session: a session
 * @history: where edits are collected
 * @read_only: whether the people can only be looked at
 *
 * Returns: (transfer floating): a panel that follows the session
 */
GtkWidget *
atl_people_panel_new_for_session (AtlSession *session,
                                  AtlHistory *history,
                                  gboolean    read_only)
{
  AtlPeoplePanel *self;

  g_return_val_if_fail (ATL_IS_SESSION (session) && ATL_IS_HISTORY (history), NULL);

  self = g_object_new (ATL_TYPE_PEOPLE_PANEL, NULL);
  self->session = g_object_ref (session);
  self->history = g_object_ref (history);
  self->read_only = read_only;
  self->editor = atl_person_editor_new (history);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_object (self->editor, "remove", G_CALLBACK (remove_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (editor_closed_cb), self, G_CONNECT_SWAPPED);
  bind_people (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  if (read_only)
    forbid_edits (self);
  else
    add_drop (self);
  show_count (self);
  show_partition (self);
  return GTK_WIDGET (self);
}

/**
 * atl_people_panel_set_on_map:
 * @self: a panel
 * @on_map: whether a map is open that people can be added to
 */
void
atl_people_panel_set_on_map (AtlPeoplePanel *self,
                             gboolean        on_map)
{
  g_return_if_fail (ATL_IS_PEOPLE_PANEL (self));
  gtk_widget_set_visible (get_part (self, "to_map"), on_map);
}

/**
 * atl_people_panel_focus_list:
 * @self: a panel
 *
 * Goes to the people if there are some, so that what is typed does not become one of them.
 *
 * Returns: whether there are
 */
gboolean
atl_people_panel_focus_list (AtlPeoplePanel *self)
{
  GtkWidget *row;

  g_return_val_if_fail (ATL_IS_PEOPLE_PANEL (self), FALSE);

  row = gtk_widget_get_mapped (self->list) ? find_first_row (self) : NULL;
  return row != NULL && gtk_widget_grab_focus (row);
}
