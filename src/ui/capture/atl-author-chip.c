/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-author-chip.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "model/atl-change.h"
#include "model/atl-person.h"
#include "util/atl-fold.h"

#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-person-match.h"
#include "ui/people/atl-silo-tint.h"

#include <glib/gi18n-lib.h>

/**
 * AtlAuthorChip:
 *
 * Shows whose notes are being typed, nobody's unless a person is picked. Two letters find a person, Enter
 * picks the first one found. It is there only when the session has people.
 */
struct _AtlAuthorChip
{
  GtkWidget parent_instance;

  AtlSession *session;
  AtlPerson  *author;
  GtkWidget  *button;
  GtkWidget  *label;
  GtkWidget  *popover;
  GtkWidget  *search;
  GtkWidget  *list;
};

G_DEFINE_FINAL_TYPE (AtlAuthorChip, atl_author_chip, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
has_people (AtlAuthorChip *self)
{
  return self->session != NULL && atl_list_get_length (atl_session_get_people (self->session)) > 0;
}

static void
show_author (AtlAuthorChip *self)
{
  const char      *name = self->author != NULL ? atl_person_get_name (self->author) : _ ("Anonymous");
  g_autofree char *text = g_strdup_printf (_ ("Author of new notes: %s"), name);

  gtk_label_set_label (GTK_LABEL (self->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->button, has_people (self));
}

/* As in the panel of people, so that nobody has two colors. */
static GtkWidget *
make_portrait (AtlPerson *person)
{
  GtkWidget       *portrait = NULL;
  g_autofree char *initials = person != NULL ? atl_person_dup_initials (person) : NULL;

  if (initials != NULL)
    portrait = gtk_label_new (initials);
  else
    portrait = gtk_image_new_from_icon_name ("avatar-default-symbolic");
  gtk_widget_set_valign (portrait, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (portrait, "person-initials");
  atl_silo_tint_set (portrait, person != NULL ? atl_person_find_silo (person) : NULL);
  return portrait;
}

static void
add_row (AtlAuthorChip *self,
         AtlPerson     *person)
{
  GtkWidget  *row = gtk_list_box_row_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *name = person != NULL ? atl_person_get_name (person) : _ ("Anonymous");
  GtkWidget  *label = gtk_label_new (name);
  gboolean    absent = person != NULL && !atl_person_get_present (person);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), make_portrait (person));
  gtk_box_append (GTK_BOX (box), label);
  if (absent)
    {
      GtkWidget *state = gtk_label_new (_ ("absent"));

      gtk_widget_add_css_class (state, "dim-label");
      gtk_widget_add_css_class (state, "caption");
      gtk_box_append (GTK_BOX (box), state);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (absent)
    atl_describe (row, _ ("absent"));
  gtk_widget_add_css_class (box, "picker-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "person", person != NULL ? g_object_ref (person) : NULL,
                          g_object_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Those who are here come first. */
static void
add_people (AtlAuthorChip *self,
            const char    *typed,
            gboolean       present)
{
  AtlList *people = atl_session_get_people (self->session);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson *person = atl_list_get (people, i);

      if (atl_person_get_present (person) == present && atl_person_matches (person, typed))
        add_row (self, person);
    }
}

static void
search_changed_cb (AtlAuthorChip *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *typed = atl_fold (text);
  GtkListBoxRow   *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  if (*typed == '\0')
    add_row (self, NULL);
  if (self->session == NULL)
    return;
  add_people (self, typed, TRUE);
  add_people (self, typed, FALSE);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
popover_shown_cb (AtlAuthorChip *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  gtk_widget_grab_focus (self->search);
}

static void
row_activated_cb (AtlAuthorChip *self,
                  GtkListBoxRow *row)
{
  g_set_object (&self->author, (AtlPerson *) g_object_get_data (G_OBJECT (row), "person"));
  show_author (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[PICKED], 0);
}

static void
search_activated_cb (AtlAuthorChip *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    row_activated_cb (self, row);
}

/* The arrows go through what was found while the letters stay where they are. */
static gboolean
key_pressed_cb (AtlAuthorChip  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  gboolean       down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  gboolean       up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  int            index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next = NULL;

  if (!down && !up)
    return GDK_EVENT_PROPAGATE;
  if (down || index > 0)
    next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index + (down ? 1 : -1));
  if (next != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  return GDK_EVENT_STOP;
}

static void
session_changed_cb (AtlAuthorChip *self,
                    AtlChange     *change)
{
  if (!ATL_IS_PERSON (atl_change_get_item (change)))
    return;
  if (self->author != NULL && atl_item_get_list (ATL_ITEM (self->author)) == NULL)
    g_clear_object (&self->author);
  show_author (self);
}

static void
atl_author_chip_dispose (GObject *object)
{
  AtlAuthorChip *self = ATL_AUTHOR_CHIP (object);

  g_clear_object (&self->author);
  g_clear_object (&self->session);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_author_chip_parent_class)->dispose (object);
}

static void
atl_author_chip_class_init (AtlAuthorChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_author_chip_dispose;
  signals[PICKED] = g_signal_new ("picked", ATL_TYPE_AUTHOR_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-author-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlAuthorChip, button);
  gtk_widget_class_bind_template_child (widget_class, AtlAuthorChip, label);
  gtk_widget_class_bind_template_child (widget_class, AtlAuthorChip, popover);
  gtk_widget_class_bind_template_child (widget_class, AtlAuthorChip, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_child (widget_class, AtlAuthorChip, search);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_author_chip_init (AtlAuthorChip *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->search, key);
  show_author (self);
}

/**
 * atl_author_chip_set_session:
 * @self: a chip
 * @session: (nullable): the session whose people can be picked; nobody is, then
 */
void
atl_author_chip_set_session (AtlAuthorChip *self,
                             AtlSession    *session)
{
  g_return_if_fail (ATL_IS_AUTHOR_CHIP (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->author);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  show_author (self);
}

/**
 * atl_author_chip_get_author:
 * @self: a chip
 *
 * Returns: (transfer none) (nullable): the id of the person who was picked, or %NULL
 */
const char *
atl_author_chip_get_author (AtlAuthorChip *self)
{
  g_return_val_if_fail (ATL_IS_AUTHOR_CHIP (self), NULL);
  return self->author != NULL ? atl_item_get_id (ATL_ITEM (self->author)) : NULL;
}

/**
 * atl_author_chip_set_author:
 * @self: a chip with a session
 * @author: (nullable): the id of a person; somebody unknown counts as nobody
 */
void
atl_author_chip_set_author (AtlAuthorChip *self,
                            const char    *author)
{
  g_return_if_fail (ATL_IS_AUTHOR_CHIP (self));

  g_set_object (&self->author,
                (AtlPerson *) (self->session != NULL && author != NULL
                                 ? atl_list_find (atl_session_get_people (self->session), author)
                                 : NULL));
  show_author (self);
}

/**
 * atl_author_chip_open:
 * @self: a chip
 *
 * Lets the user pick somebody, if the session has people.
 */
void
atl_author_chip_open (AtlAuthorChip *self)
{
  g_return_if_fail (ATL_IS_AUTHOR_CHIP (self));

  if (has_people (self) && gtk_widget_get_mapped (self->button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
