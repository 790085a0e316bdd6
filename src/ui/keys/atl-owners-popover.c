/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/keys/atl-owners-popover.h"

#include "model/atl-action-notes.h"
#include "model/atl-person.h"
#include "ui/common/atl-moment.h"
#include "ui/people/atl-person-match.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_FOUND 5

/**
 * AtlOwnersPopover:
 *
 * Who does an action, and by when. Two letters find a person and Enter takes the first; a name that nobody in
 * the room has can be added. The date is typed as people say it.
 */
struct _AtlOwnersPopover
{
  GtkPopover parent_instance;

  GtkWidget  *title, *chips, *owner, *found, *due, *day;
  AtlHistory *history;
  AtlNote    *note;
  GPtrArray  *people; /* those of the list that shows; NULL at the end stands for one to add */
  gboolean    busy;
};

G_DEFINE_FINAL_TYPE (AtlOwnersPopover, atl_owners_popover, GTK_TYPE_POPOVER)

static AtlSession *
get_session (AtlOwnersPopover *self)
{
  return atl_item_get_session (ATL_ITEM (self->note));
}

static const char *const *
get_owners (AtlOwnersPopover *self)
{
  static const char *const nobody[] = { NULL };
  AtlAction               *action = atl_note_find_action (self->note);
  const char *const       *owners = action != NULL ? atl_action_get_owners (action) : NULL;

  return owners != NULL ? owners : nobody;
}

/* Takes somebody in, or out again. */
static void
toggle_owner (AtlOwnersPopover *self,
              AtlPerson        *person)
{
  const char              *id = atl_item_get_id (ATL_ITEM (person));
  const char *const       *before = get_owners (self);
  g_autoptr (GStrvBuilder) owners = g_strv_builder_new ();
  g_auto (GStrv)           after = NULL;

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], id))
      g_strv_builder_add (owners, before[i]);
  if (!g_strv_contains (before, id))
    g_strv_builder_add (owners, id);
  after = g_strv_builder_end (owners);
  atl_action_set_owners (atl_note_ensure_action (self->note), (const char *const *) after);
}

static void
chip_clicked_cb (AtlOwnersPopover *self,
                 GtkButton        *chip)
{
  const char *id = g_object_get_data (G_OBJECT (chip), "person");
  AtlPerson  *person = atl_list_find (atl_session_get_people (get_session (self)), id);

  if (person == NULL)
    return;
  atl_history_begin (self->history, _ ("Change Owner"));
  toggle_owner (self, person);
  atl_history_end (self->history);
  gtk_widget_grab_focus (self->owner);
}

static void
add_chip (AtlOwnersPopover *self,
          AtlPerson        *person)
{
  GtkWidget       *chip = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), atl_person_get_name (person));

  gtk_box_append (GTK_BOX (box), gtk_label_new (atl_person_get_name (person)));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "owner-chip");
  gtk_widget_set_tooltip_text (chip, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (chip), "person", g_strdup (atl_item_get_id (ATL_ITEM (person))), g_free);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->chips), chip, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
}

static void
show_owners (AtlOwnersPopover *self)
{
  const char *const *owners = get_owners (self);
  GtkWidget         *child;
  guint              n = 0;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  for (guint i = 0; owners[i] != NULL; i++)
    {
      AtlPerson *person = atl_list_find (atl_session_get_people (get_session (self)), owners[i]);

      if (person == NULL)
        continue;
      add_chip (self, person);
      n++;
    }
  gtk_widget_set_visible (self->chips, n > 0);
}

static gboolean
read_due (AtlOwnersPopover *self,
          GDate            *date)
{
  return atl_moment_read_day (gtk_editable_get_text (GTK_EDITABLE (self->due)), date);
}

/* Nobody is called 12/3. */
static gboolean
is_date (const char *typed)
{
  GDate date;

  return strpbrk (typed, "0123456789") != NULL && atl_moment_read_day (typed, &date);
}

static gboolean
is_blank (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text == '\0';
}

static void
due_typed_cb (AtlOwnersPopover *self)
{
  GDate            date;
  gboolean         blank = is_blank (self->due);
  gboolean         known = !blank && read_due (self, &date);
  g_autofree char *day = known ? atl_moment_dup_day (&date) : NULL;

  if (known || blank)
    gtk_widget_remove_css_class (self->due, "error");
  else
    gtk_widget_add_css_class (self->due, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_STATE_INVALID,
                               known || blank ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_label_set_label (GTK_LABEL (self->day), known    ? day
                                              : !blank ? _ ("That is no date yet")
                                                       : "");
  gtk_widget_set_visible (self->day, !blank);
}

/* What was typed is meant, also when the popover goes. */
static void
keep_due (AtlOwnersPopover *self)
{
  GDate      date;
  char       due[16] = "";
  AtlAction *action = atl_note_find_action (self->note);
  gboolean   known = read_due (self, &date);

  if (atl_item_get_list (ATL_ITEM (self->note)) == NULL || (!known && !is_blank (self->due)))
    return;
  if (known)
    g_date_strftime (due, sizeof due, "%Y-%m-%d", &date);
  if (g_strcmp0 (action != NULL ? atl_action_get_due (action) : "", due) == 0)
    return;
  atl_history_begin (self->history, _ ("Change Date"));
  atl_action_set_due (atl_note_ensure_action (self->note), due);
  atl_history_end (self->history);
}

static void
add_row (AtlOwnersPopover *self,
         const char       *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_append (GTK_LIST_BOX (self->found), label);
}

static char *
dup_typed (AtlOwnersPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->owner))));
}

/* People who are here come first. */
static void
find_people (AtlOwnersPopover *self,
             const char       *typed,
             gboolean          present)
{
  AtlList *people = atl_session_get_people (get_session (self));

  for (guint i = 0; i < atl_list_get_length (people) && self->people->len < MOST_FOUND; i++)
    {
      AtlPerson *person = atl_list_get (people, i);

      if (atl_person_get_present (person) != present || !atl_person_matches (person, typed))
        continue;
      g_ptr_array_add (self->people, person);
      add_row (self, atl_person_get_name (person));
    }
}

static void
owner_typed_cb (AtlOwnersPopover *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *offer = NULL;
  GtkWidget       *row;

  g_ptr_array_set_size (self->people, 0);
  while ((row = gtk_widget_get_first_child (self->found)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->found), row);
  if (*typed != '\0')
    {
      find_people (self, typed, TRUE);
      find_people (self, typed, FALSE);
    }
  if (*typed != '\0' && self->people->len == 0)
    {
      if (is_date (typed))
        /* Translators: %s is a date that was typed where a name was expected */
        offer = g_strdup_printf (_ ("Due “%s”"), typed);
      else
        /* Translators: %s is a name that was typed; nobody of that name is in the list of people */
        offer = g_strdup_printf (_ ("Add “%s” to the people"), typed);
      g_ptr_array_add (self->people, NULL);
      add_row (self, offer);
    }
  gtk_widget_set_visible (self->found, self->people->len > 0);
}

static AtlPerson *
add_person (AtlOwnersPopover *self,
            const char       *name)
{
  AtlList              *people = atl_session_get_people (get_session (self));
  g_autoptr (AtlPerson) person = atl_person_new (NULL);
  g_autofree char      *rank = atl_list_dup_end_rank (people);

  atl_person_set_name (person, name);
  atl_person_set_rank (person, rank);
  atl_list_insert (people, ATL_ITEM (person));
  return person;
}

static void
choose (AtlOwnersPopover *self,
        guint             index)
{
  g_autofree char *typed = dup_typed (self);
  AtlPerson       *person;

  if (index >= self->people->len)
    return;
  if (self->people->pdata[index] == NULL && is_date (typed))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->due), typed);
      gtk_editable_set_text (GTK_EDITABLE (self->owner), "");
      return;
    }
  atl_history_begin (self->history, _ ("Change Owner"));
  person = self->people->pdata[index] != NULL ? self->people->pdata[index] : add_person (self, typed);
  toggle_owner (self, person);
  atl_history_end (self->history);
  gtk_editable_set_text (GTK_EDITABLE (self->owner), "");
}

static void
pick (AtlOwnersPopover *self,
      guint             index)
{
  choose (self, index);
  gtk_widget_grab_focus (self->owner);
}

static gboolean
is_meant (AtlOwnersPopover *self,
          guint             index,
          const char       *typed,
          gboolean          may_add)
{
  AtlPerson *person = self->people->pdata[index];

  if (person == NULL)
    return may_add;
  return self->people->len == 1 || g_ascii_strcasecmp (atl_person_get_name (person), typed) == 0;
}

/* Takes the one who is found alone, or whose whole name was typed; with @may_add also somebody new. Who does
 * it already stays so. What could be several people is left as it is typed. */
static gboolean
take_typed (AtlOwnersPopover *self,
            gboolean          may_add)
{
  g_autofree char *typed = dup_typed (self);
  guint            at = 0;
  AtlPerson       *person;

  while (at < self->people->len && !is_meant (self, at, typed, may_add))
    at++;
  if (at >= self->people->len)
    return *typed == '\0';
  person = self->people->pdata[at];
  if (person != NULL && g_strv_contains (get_owners (self), atl_item_get_id (ATL_ITEM (person))))
    gtk_editable_set_text (GTK_EDITABLE (self->owner), "");
  else
    choose (self, at);
  return TRUE;
}

static void
due_entered_cb (AtlOwnersPopover *self)
{
  if (gtk_widget_has_css_class (self->due, "error"))
    gtk_widget_error_bell (self->due);
  else if (take_typed (self, TRUE))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    gtk_widget_grab_focus (self->owner);
}

static void
closed_cb (AtlOwnersPopover *self)
{
  if (atl_item_get_list (ATL_ITEM (self->note)) == NULL)
    return;
  take_typed (self, TRUE);
  keep_due (self);
}

/* Tab goes on to the date, past the list of people: arrows go there. */
static gboolean
owner_key_pressed_cb (AtlOwnersPopover *self,
                      guint             keyval,
                      guint             keycode,
                      GdkModifierType   state)
{
  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_KP_Tab) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  take_typed (self, FALSE);
  gtk_widget_grab_focus (self->due);
  return GDK_EVENT_STOP;
}

/* With nothing typed, Enter goes on to the date. */
static void
owner_entered_cb (AtlOwnersPopover *self)
{
  if (self->people->len > 0)
    pick (self, 0);
  else
    gtk_widget_grab_focus (self->due);
}

static void
row_activated_cb (AtlOwnersPopover *self,
                  GtkListBoxRow    *row)
{
  pick (self, (guint) gtk_list_box_row_get_index (row));
}

static void
session_changed_cb (AtlOwnersPopover *self)
{
  if (atl_item_get_list (ATL_ITEM (self->note)) != NULL)
    show_owners (self);
}

static void
atl_owners_popover_dispose (GObject *object)
{
  AtlOwnersPopover *self = ATL_OWNERS_POPOVER (object);

  g_clear_object (&self->note);
  g_clear_object (&self->history);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_owners_popover_parent_class)->dispose (object);
}

static void
atl_owners_popover_class_init (AtlOwnersPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_owners_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-owners-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlOwnersPopover, title);
  gtk_widget_class_bind_template_child (widget_class, AtlOwnersPopover, chips);
  gtk_widget_class_bind_template_child (widget_class, AtlOwnersPopover, owner);
  gtk_widget_class_bind_template_child (widget_class, AtlOwnersPopover, found);
  gtk_widget_class_bind_template_child (widget_class, AtlOwnersPopover, due);
  gtk_widget_class_bind_template_child (widget_class, AtlOwnersPopover, day);
  gtk_widget_class_bind_template_callback (widget_class, owner_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_entered_cb);
}

static void
atl_owners_popover_init (AtlOwnersPopover *self)
{
  self->people = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/keys.css");
}

/**
 * atl_owners_popover_new:
 * @history: where what is entered goes
 * @note: a note of an action board
 *
 * Returns: (transfer floating): where its owners and its date are entered
 */
GtkWidget *
atl_owners_popover_new (AtlHistory *history,
                        AtlNote    *note)
{
  AtlOwnersPopover *self = g_object_new (ATL_TYPE_OWNERS_POPOVER, NULL);
  AtlAction        *action = atl_note_find_action (note);

  self->history = g_object_ref (history);
  self->note = g_object_ref (note);
  gtk_label_set_label (GTK_LABEL (self->title),
                       atl_note_get_hidden (note) ? _ ("Hidden note") : atl_note_get_text (note));
  gtk_editable_set_text (GTK_EDITABLE (self->due), action != NULL ? atl_action_get_due (action) : "");
  due_typed_cb (self);
  show_owners (self);
  g_signal_connect_object (atl_item_get_session (ATL_ITEM (note)), "changed", G_CALLBACK (session_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  return GTK_WIDGET (self);
}
