/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-author-chip.h"

#include "config.h"
#include "model/atl-change.h"
#include "model/atl-person.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define AVATAR_SIZE 24

/**
 * AtlAuthorChip:
 *
 * Shows whose notes are being typed, nobody's unless a person is picked. It is there only when the session
 * has people.
 */
struct _AtlAuthorChip
{
  GtkWidget parent_instance;

  AtlSession *session;
  AtlPerson  *author;
  GtkWidget  *button;
  GtkWidget  *label;
  GtkWidget  *popover;
  GtkWidget  *list;
};

G_DEFINE_FINAL_TYPE (AtlAuthorChip, atl_author_chip, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
show_author (AtlAuthorChip *self)
{
  AtlList         *people = self->session != NULL ? atl_session_get_people (self->session) : NULL;
  const char      *name = self->author != NULL ? atl_person_get_name (self->author) : _ ("Anonymous");
  g_autofree char *text = g_strdup_printf (_ ("Author of new notes: %s"), name);

  gtk_label_set_label (GTK_LABEL (self->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->button, people != NULL && atl_list_get_length (people) > 0);
}

static GtkWidget *
make_row (AtlPerson *person)
{
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *name = person != NULL ? atl_person_get_name (person) : _ ("Anonymous");
  GtkWidget  *label = gtk_label_new (name);

  gtk_box_append (GTK_BOX (box), adw_avatar_new (AVATAR_SIZE, person != NULL ? name : NULL, person != NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "picker-row");
  return box;
}

static void
popover_shown_cb (AtlAuthorChip *self)
{
  AtlList   *people = atl_session_get_people (self->session);
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (NULL));
  for (guint i = 0; i < atl_list_get_length (people); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (atl_list_get (people, i)));
}

static void
row_activated_cb (AtlAuthorChip *self,
                  GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  g_set_object (&self->author,
                (AtlPerson *) (index > 0
                                 ? atl_list_get (atl_session_get_people (self->session), (guint) index - 1)
                                 : NULL));
  show_author (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[PICKED], 0);
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
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_author_chip_init (AtlAuthorChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
