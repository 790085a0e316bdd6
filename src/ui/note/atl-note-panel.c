/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/note/atl-note-panel.h"

#include "canvas/notes/atl-color-button.h"
#include "config.h"
#include "insight/atl-tally.h"
#include "model/atl-authors.h"
#include "model/atl-edits.h"
#include "model/atl-locks.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "model/atl-tags.h"
#include "ui/find/atl-pick-list.h"
#include "ui/find/atl-tag-picker.h"
#include "ui/note/atl-note-writing.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/note/"
#define MOST_NUMBER 9999

/* What there is to be edited, under its caption. */
typedef enum
{
  FIELD_TEXT,
  FIELD_DESCRIPTION,
  FIELD_COLOR,
  FIELD_AUTHOR,
  FIELD_TAGS,
  FIELD_NUMBER,
  FIELD_HIDDEN,
  FIELD_LINKS,
  N_FIELDS,
} Field;

/**
 * AtlNotePanel:
 *
 * All there is to say about the selected note. Of several notes it edits what they can share.
 */
struct _AtlNotePanel
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *fields;
  GtkWidget *parts[N_FIELDS]; /* the widgets that edit */

  AtlSession *session;
  AtlHistory *history;
  GPtrArray  *notes;
  GPtrArray  *people; /* that the open list offers; behind "No author" */
  guint       idle;
  gboolean    read_only;
  gboolean    updating;
};

G_DEFINE_FINAL_TYPE (AtlNotePanel, atl_note_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NOTE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static GtkWidget *
get_part (AtlNotePanel *self,
          const char   *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_NOTE_PANEL, name));
}

static GtkWidget *
row_of (AtlNotePanel *self,
        Field         field)
{
  return gtk_widget_get_parent (self->parts[field]);
}

/* What is said */

static char *
dup_author (AtlNotePanel *self)
{
  const char *id = atl_note_get_author (self->notes->pdata[0]);
  AtlPerson  *person = NULL;

  for (guint i = 1; i < self->notes->len; i++)
    if (!g_str_equal (atl_note_get_author (self->notes->pdata[i]), id))
      return g_strdup (_ ("Several authors"));
  if (*id == '\0')
    return g_strdup (_ ("No author"));
  person = atl_list_find (atl_session_get_people (self->session), id);
  if (person == NULL)
    return g_strdup (_ ("No author"));
  return atl_person_get_shown (person) == ATL_SHOWN_HIDDEN ? g_strdup (_ ("Somebody"))
                                                           : atl_person_dup_shown (person, TRUE);
}

/* Those that all of them have. */
static char *
dup_tags (AtlNotePanel *self)
{
  const char *const     *tags = atl_note_get_tags (self->notes->pdata[0]);
  AtlBoard              *board = atl_note_find_board (self->notes->pdata[0]);
  g_autoptr (GHashTable) labels = board != NULL ? atl_board_dup_tags (board) : NULL;
  GString               *text = g_string_new (NULL);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      const char *label = labels != NULL ? g_hash_table_lookup (labels, tags[i]) : NULL;

      if (atl_notes_count_tag (self->notes, tags[i]) == self->notes->len)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", label != NULL ? label : tags[i]);
    }
  if (text->len == 0)
    g_string_append (text, _ ("No tags"));
  return g_string_free (text, FALSE);
}

static char *
dup_votes (AtlNotePanel *self)
{
  AtlBoard            *board = atl_note_find_board (self->notes->pdata[0]);
  AtlRound            *round = board != NULL ? atl_board_find_latest_round (board) : NULL;
  g_autoptr (AtlTally) tally = round != NULL ? atl_tally_new (round) : NULL;
  int                  votes = 0;

  for (guint i = 0; tally != NULL && i < self->notes->len; i++)
    votes += atl_tally_get_votes (tally, self->notes->pdata[i]);
  if (tally == NULL)
    return NULL;
  return g_strdup_printf (ngettext ("%d vote", "%d votes", (gulong) ABS (votes)), votes);
}

static char *
dup_place (AtlNotePanel *self)
{
  AtlArea         *area = atl_note_find_area (self->notes->pdata[0]);
  g_autofree char *votes = dup_votes (self);
  const char      *title = area != NULL ? atl_area_get_title (area) : _ ("Unplaced");

  if (votes == NULL || self->notes->len > 1)
    return g_strdup (votes != NULL ? votes : title);
  return g_strdup_printf ("%s · %s", title, votes);
}

static void
show_heading (AtlNotePanel *self)
{
  guint            n = self->notes->len;
  g_autofree char *title =
    n > 1 ? g_strdup_printf (ngettext ("%u note", "%u notes", n), n) : g_strdup (_ ("Note"));
  g_autofree char *subtitle = n > 0 ? dup_place (self) : NULL;

  gtk_label_set_label (GTK_LABEL (get_part (self, "title")), title);
  gtk_label_set_label (GTK_LABEL (get_part (self, "subtitle")), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (get_part (self, "subtitle"), subtitle != NULL && *subtitle != '\0');
  gtk_widget_set_visible (get_part (self, "empty"), n == 0);
  gtk_widget_set_visible (get_part (self, "scroller"), n > 0);
}

static gboolean
all_hidden (AtlNotePanel *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (!atl_note_get_hidden (self->notes->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The one that all of them have is marked. */
static void
show_color (AtlNotePanel *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->parts[FIELD_COLOR]);

  for (guint color = ATL_COLOR_YELLOW; child != NULL; color++, child = gtk_widget_get_next_sibling (child))
    {
      guint n = 0;

      for (guint i = 0; i < self->notes->len; i++)
        n += atl_note_get_color (self->notes->pdata[i]) == (AtlColor) color;
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_PRESSED,
                                   n == self->notes->len ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                         : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);
      if (n == self->notes->len)
        gtk_widget_add_css_class (child, "current");
      else
        gtk_widget_remove_css_class (child, "current");
    }
}

static void
show_shared (AtlNotePanel *self)
{
  g_autofree char *author = dup_author (self);
  g_autofree char *tags = dup_tags (self);
  gboolean         nodes = atl_note_is_node (self->notes->pdata[0]);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->parts[FIELD_AUTHOR]), author);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->parts[FIELD_TAGS]), tags);
  show_color (self);
  gtk_switch_set_active (GTK_SWITCH (self->parts[FIELD_HIDDEN]), all_hidden (self));
  gtk_widget_set_visible (row_of (self, FIELD_COLOR), !nodes);
  gtk_widget_set_visible (row_of (self, FIELD_AUTHOR), !nodes);
  gtk_widget_set_visible (row_of (self, FIELD_TAGS), !nodes);
  gtk_widget_set_visible (row_of (self, FIELD_HIDDEN), !nodes);
}

/* Text of their own have single notes only. */
static void
show_own (AtlNotePanel *self)
{
  AtlNote *note = atl_note_panel_get_note (self);
  gboolean named = note != NULL && atl_nodes_find_person (note) != NULL;

  gtk_widget_set_visible (row_of (self, FIELD_TEXT), note != NULL && !named);
  gtk_widget_set_visible (row_of (self, FIELD_DESCRIPTION), note != NULL);
  gtk_widget_set_visible (row_of (self, FIELD_NUMBER), note != NULL && !atl_note_is_node (note));
  gtk_widget_set_visible (row_of (self, FIELD_LINKS),
                          note != NULL && gtk_widget_get_first_child (self->parts[FIELD_LINKS]) != NULL);
  atl_note_writing_set_note (ATL_NOTE_WRITING (self->parts[FIELD_TEXT]), note);
  atl_note_writing_set_note (ATL_NOTE_WRITING (self->parts[FIELD_DESCRIPTION]), note);
  if (note != NULL)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->parts[FIELD_NUMBER]), atl_note_get_number (note));
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->parts[FIELD_NUMBER]));
}

static gboolean
is_editable (AtlNotePanel *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (atl_note_is_locked (self->notes->pdata[i]))
      return FALSE;
  return !self->read_only;
}

static void
show_notes (AtlNotePanel *self)
{
  gboolean editable = is_editable (self);

  self->updating = TRUE;
  show_heading (self);
  show_own (self);
  if (self->notes->len > 0)
    show_shared (self);
  for (guint i = FIELD_COLOR; i < FIELD_LINKS; i++)
    gtk_widget_set_sensitive (self->parts[i], editable);
  atl_note_writing_set_editable (ATL_NOTE_WRITING (self->parts[FIELD_TEXT]), editable);
  atl_note_writing_set_editable (ATL_NOTE_WRITING (self->parts[FIELD_DESCRIPTION]), editable);
  self->updating = FALSE;
}

/* What is done */

static void
drop_removed (AtlNotePanel *self)
{
  for (guint i = self->notes->len; i > 0; i--)
    if (atl_item_get_list (self->notes->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (self->notes, i - 1);
}

static gboolean
show_cb (gpointer data)
{
  AtlNotePanel *self = data;

  self->idle = 0;
  drop_removed (self);
  show_notes (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (AtlNotePanel *self)
{
  if (self->idle == 0 && self->notes->len > 0)
    self->idle = g_idle_add (show_cb, self);
}

static void
color_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    AtlNotePanel  *self)
{
  g_autoptr (GEnumClass) colors = g_type_class_ref (ATL_TYPE_COLOR);
  GEnumValue            *color = g_enum_get_value_by_nick (colors, g_variant_get_string (parameter, NULL));

  if (color == NULL || self->notes->len == 0)
    return;
  atl_history_begin (self->history, _ ("Color Notes"));
  atl_notes_set_color (self->notes, (AtlColor) color->value);
  atl_history_end (self->history);
}

static void
hidden_cb (AtlNotePanel *self)
{
  gboolean hidden = gtk_switch_get_active (GTK_SWITCH (self->parts[FIELD_HIDDEN]));

  if (self->updating || self->notes->len == 0)
    return;
  atl_history_begin (self->history, hidden ? _ ("Hide Notes") : _ ("Release Notes"));
  for (guint i = 0; i < self->notes->len; i++)
    atl_note_set_hidden (self->notes->pdata[i], hidden);
  atl_history_end (self->history);
}

static void
number_cb (AtlNotePanel *self)
{
  AtlNote *note = atl_note_panel_get_note (self);
  int      number = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->parts[FIELD_NUMBER]));

  if (self->updating || note == NULL || number == atl_note_get_number (note))
    return;
  atl_history_begin (self->history, _ ("Set Number"));
  atl_note_set_number (note, number);
  atl_history_end (self->history);
}

/* No number is 0. */
static gboolean
show_number_cb (AtlNotePanel *self)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (self->parts[FIELD_NUMBER]);
  gboolean       none = gtk_spin_button_get_value_as_int (spin) == 0;

  if (none)
    gtk_editable_set_text (GTK_EDITABLE (spin), "–");
  return none;
}

static void
author_picked_cb (AtlNotePanel *self,
                  guint         index,
                  AtlPickList  *list)
{
  const char *id = index > 0 ? atl_item_get_id (self->people->pdata[index - 1]) : "";

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  atl_history_begin (self->history, _ ("Set Author"));
  for (guint i = 0; i < self->notes->len; i++)
    atl_note_set_author (self->notes->pdata[i], id);
  atl_history_end (self->history);
}

static void
create_authors (GtkMenuButton *button,
                gpointer       data)
{
  AtlNotePanel *self = data;
  AtlList      *people = atl_session_get_people (self->session);
  GtkWidget    *list = atl_pick_list_new (_ ("Author"));
  GtkWidget    *popover = gtk_popover_new ();

  g_ptr_array_set_size (self->people, 0);
  atl_pick_list_add (ATL_PICK_LIST (list), NULL, _ ("No author"), NULL);
  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson       *person = atl_list_get (people, i);
      AtlSilo         *silo = atl_person_find_silo (person);
      g_autofree char *name = atl_person_dup_shown (person, TRUE);

      if (name == NULL)
        continue;
      atl_pick_list_add (ATL_PICK_LIST (list), NULL, name, silo != NULL ? atl_silo_get_name (silo) : NULL);
      g_ptr_array_add (self->people, g_object_ref (person));
    }
  g_signal_connect_object (list, "picked", G_CALLBACK (author_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (button, popover);
}

static void
create_tags (GtkMenuButton *button,
             gpointer       data)
{
  AtlNotePanel *self = data;
  AtlBoard     *board = self->notes->len > 0 ? atl_note_find_board (self->notes->pdata[0]) : NULL;

  if (board != NULL)
    gtk_menu_button_set_popover (button, atl_tag_picker_new (board, self->history, self->notes));
}

/* What it looks like */

static GtkWidget *
new_colors (AtlNotePanel *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GSimpleActionGroup *group = g_simple_action_group_new ();
  GSimpleAction      *action = g_simple_action_new ("color", G_VARIANT_TYPE_STRING);

  for (guint color = ATL_COLOR_YELLOW; color <= ATL_COLOR_GREY; color++)
    gtk_box_append (GTK_BOX (box), atl_color_button_new ((AtlColor) color, ATL_THEME_LIGHT));
  /* The buttons are those of the board's menu. */
  g_signal_connect_object (action, "activate", G_CALLBACK (color_activated_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (box, "canvas", G_ACTION_GROUP (group));
  g_object_unref (action);
  g_object_unref (group);
  return box;
}

static GtkWidget *
new_number (AtlNotePanel *self)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_NUMBER, 1);

  gtk_widget_set_halign (spin, GTK_ALIGN_START);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  /* Numeric ones refuse the dash. */
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
  self->parts[FIELD_NUMBER] = spin;
  g_signal_connect_object (spin, "output", G_CALLBACK (show_number_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  return spin;
}

static GtkWidget *
new_hidden (AtlNotePanel *self)
{
  GtkWidget *widget = gtk_switch_new ();

  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  g_signal_connect_object (widget, "notify::active", G_CALLBACK (hidden_cb), self, G_CONNECT_SWAPPED);
  return widget;
}

static GtkWidget *
new_menu_button (AtlNotePanel                *self,
                 GtkMenuButtonCreatePopupFunc create)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create, self, NULL);
  return button;
}

static void
add_field (AtlNotePanel *self,
           Field         field,
           const char   *caption,
           GtkWidget    *part)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "note-caption");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), part);
  gtk_box_append (GTK_BOX (self->fields), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  self->parts[field] = part;
}

static void
add_fields (AtlNotePanel *self)
{
  add_field (self, FIELD_TEXT, _ ("Text"), atl_note_writing_new (self->history, FALSE, _ ("Text")));
  add_field (self, FIELD_DESCRIPTION, _ ("Description"),
             atl_note_writing_new (self->history, TRUE, _ ("Description")));
  add_field (self, FIELD_COLOR, _ ("Color"), new_colors (self));
  add_field (self, FIELD_AUTHOR, _ ("Author"), new_menu_button (self, create_authors));
  add_field (self, FIELD_TAGS, _ ("Tags"), new_menu_button (self, create_tags));
  add_field (self, FIELD_LINKS, _ ("Linked notes"), gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  add_field (self, FIELD_NUMBER, _ ("Number on its card"), new_number (self));
  add_field (self, FIELD_HIDDEN, _ ("Hidden from the room"), new_hidden (self));
}

static void
atl_note_panel_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_NOTE)
    g_value_set_object (value, atl_note_panel_get_note (ATL_NOTE_PANEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
atl_note_panel_dispose (GObject *object)
{
  AtlNotePanel *self = ATL_NOTE_PANEL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (atl_note_panel_parent_class)->dispose (object);
}

static gboolean
is_closed (AtlNotePanel *self)
{
  return self->notes->len == 1 && all_hidden (self);
}

static gboolean
focus_unwritten (AtlNotePanel    *self,
                 GtkDirectionType direction)
{
  for (Field field = FIELD_COLOR; field < N_FIELDS; field++)
    if (gtk_widget_child_focus (self->parts[field], direction))
      return TRUE;
  return FALSE;
}

/* Whoever comes to the panel comes to the description, which is to be written nowhere else. That of a hidden
 * note would be read by the room: the fields of one open only to who goes on to them. */
static gboolean
atl_note_panel_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  AtlNotePanel *self = ATL_NOTE_PANEL (widget);
  gboolean      within = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (!within && direction == GTK_DIR_TAB_FORWARD && is_closed (self))
    return focus_unwritten (self, direction) || gtk_widget_child_focus (self->content, direction);
  if (!within && direction == GTK_DIR_TAB_FORWARD && self->notes->len > 0)
    return gtk_widget_child_focus (self->parts[FIELD_DESCRIPTION], direction) ||
           gtk_widget_child_focus (self->fields, direction);
  return gtk_widget_child_focus (self->content, direction);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  gtk_widget_activate_action (widget, "win.focus-board", NULL);
  return GDK_EVENT_STOP;
}

static void
atl_note_panel_class_init (AtlNotePanelClass *klass)
{
  static const char *const names[] = { "title", "subtitle", "empty", "scroller" };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_note_panel_dispose;
  G_OBJECT_CLASS (klass)->get_property = atl_note_panel_get_property;
  widget_class->focus = atl_note_panel_focus;
  properties[PROP_NOTE] = g_param_spec_object ("note", NULL, NULL, ATL_TYPE_NOTE,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-note-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlNotePanel, content);
  gtk_widget_class_bind_template_child (widget_class, AtlNotePanel, fields);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atl_note_panel_init (AtlNotePanel *self)
{
  atl_style_ensure (RESOURCES "note.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * atl_note_panel_new:
 * @session: the session of the notes
 * @history: where edits are collected
 * @read_only: whether nothing can be changed
 *
 * Returns: (transfer floating): a panel about no note
 */
GtkWidget *
atl_note_panel_new (AtlSession *session,
                    AtlHistory *history,
                    gboolean    read_only)
{
  AtlNotePanel *self = g_object_new (ATL_TYPE_NOTE_PANEL, NULL);

  self->session = g_object_ref (session);
  self->history = g_object_ref (history);
  self->read_only = read_only;
  add_fields (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  show_notes (self);
  return GTK_WIDGET (self);
}

/**
 * atl_note_panel_set_notes:
 * @self: a panel
 * @notes: (element-type AtlNote): the notes that are selected, of one board
 */
void
atl_note_panel_set_notes (AtlNotePanel *self,
                          GPtrArray    *notes)
{
  g_return_if_fail (ATL_IS_NOTE_PANEL (self));

  g_ptr_array_set_size (self->notes, 0);
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (self->notes, g_object_ref (notes->pdata[i]));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
  show_notes (self);
}

/**
 * atl_note_panel_get_note:
 * @self: a panel
 *
 * Returns: (transfer none) (nullable): the note it is about, %NULL for none or several
 */
AtlNote *
atl_note_panel_get_note (AtlNotePanel *self)
{
  g_return_val_if_fail (ATL_IS_NOTE_PANEL (self), NULL);
  return self->notes->len == 1 ? self->notes->pdata[0] : NULL;
}

/**
 * atl_note_panel_get_links_box:
 * @self: a panel
 *
 * Where linked notes are listed. Fill it when the panel is about another note ("notify::note"): it is shown
 * if there is something in it.
 *
 * Returns: (transfer none): a vertical box under its caption
 */
GtkWidget *
atl_note_panel_get_links_box (AtlNotePanel *self)
{
  g_return_val_if_fail (ATL_IS_NOTE_PANEL (self), NULL);
  return self->parts[FIELD_LINKS];
}
