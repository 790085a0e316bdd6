/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draw/atl-draw-window.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "model/atl-authors.h"
#include "model/atl-partitions.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/draw/atl-big-name.h"
#include "ui/draw/atl-draw-state.h"
#include "ui/draw/atl-roll.h"
#include "ui/mapping/atl-undo-keys.h"
#include "ui/people/atl-silo-tint.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/draw/"

/**
 * AtlDrawWindow:
 *
 * Draws one of those who are here, for the whole room to read; nobody twice until everybody was drawn.
 */
struct _AtlDrawWindow
{
  AdwWindow parent_instance;

  GtkWidget *narrow;
  GtkWidget *page;
  GtkWidget *silo;
  GtkWidget *stack;
  GtkWidget *name;
  GtkWidget *details;
  GtkWidget *foot;
  GtkWidget *status;
  GtkWidget *next;

  AtlDocument *document;
  GPtrArray   *silos;    /* as in the drop-down behind "Everybody" */
  guint        position; /* among those who were drawn */
  guint        n_left_out;
};

G_DEFINE_FINAL_TYPE (AtlDrawWindow, atl_draw_window, ADW_TYPE_WINDOW)

static AtlPerson *
get_person (AtlDrawWindow *self)
{
  GPtrArray  *shown = atl_draw_state_get_shown (self->document);
  AtlSession *session = atl_document_get_session (self->document);

  if (self->position >= shown->len)
    return NULL;
  return atl_list_find (atl_session_get_people (session), shown->pdata[self->position]);
}

static AtlSilo *
get_silo (AtlDrawWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->silo));

  return selected > 0 && selected <= self->silos->len ? self->silos->pdata[selected - 1] : NULL;
}

/* The ids of those who can be drawn now; they are borrowed from the people. */
static GPtrArray *
dup_candidates (AtlDrawWindow *self)
{
  AtlSession           *session = atl_document_get_session (self->document);
  g_autoptr (GPtrArray) roll = atl_roll_dup (session, get_silo (self), &self->n_left_out);
  GPtrArray            *ids = g_ptr_array_new ();

  for (guint i = 0; i < roll->len; i++)
    g_ptr_array_add (ids, (gpointer) atl_item_get_id (roll->pdata[i]));
  return ids;
}

static void
show_status (AtlDrawWindow *self,
             const char    *before)
{
  g_autoptr (GPtrArray) ids = dup_candidates (self);
  guint                 n = atl_draw_bag_count_left (atl_draw_state_get_bag (self->document), ids);
  g_autoptr (GString)   text = g_string_new (before);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (n > 0)
    g_string_append_printf (text, ngettext ("%u of %u still to come.", "%u of %u still to come.", n), n,
                            ids->len);
  else if (ids->len > 0)
    g_string_append (text, _ ("Everybody had a turn: a new round begins."));
  n = self->n_left_out;
  if (n > 0)
    g_string_append_printf (text,
                            ngettext (" %u person who is not to be shown is left out.",
                                      " %u people who are not to be shown are left out.", n),
                            n);
  gtk_label_set_text (GTK_LABEL (self->status), text->str);
}

static void
enable_actions (AtlDrawWindow *self,
                AtlPerson     *person)
{
  gboolean              writable = !atl_document_get_read_only (self->document);
  g_autoptr (GPtrArray) candidates = dup_candidates (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draw.next", candidates->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draw.back", person != NULL && self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draw.absent", person != NULL && writable);
}

static void
show_person (AtlDrawWindow *self)
{
  AtlPerson       *person = get_person (self);
  g_autofree char *name = atl_person_dup_shown (person, TRUE);
  g_autofree char *details = person != NULL ? atl_roll_dup_details (person) : g_strdup ("");
  g_autofree char *speech = NULL;

  enable_actions (self, person);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name != NULL ? "name" : "empty");
  if (name == NULL)
    {
      atl_announce (GTK_WIDGET (self), _ ("Nobody to Draw"));
      return;
    }
  atl_big_name_set_text (ATL_BIG_NAME (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->details), details);
  gtk_widget_set_visible (self->details, *details != '\0');
  atl_silo_tint_set (self->details, atl_person_find_silo (person));
  speech = *details != '\0' ? g_strdup_printf ("%s, %s", name, details) : g_strdup (name);
  atl_announce (GTK_WIDGET (self), speech);
}

/* Undo brings people back. */
static void
session_changed_cb (AtlDrawWindow *self)
{
  enable_actions (self, get_person (self));
}

static gboolean
draw (AtlDrawWindow *self)
{
  GPtrArray            *shown = atl_draw_state_get_shown (self->document);
  g_autoptr (GPtrArray) ids = dup_candidates (self);
  const char           *id = atl_draw_bag_draw (atl_draw_state_get_bag (self->document), ids);

  if (id != NULL)
    g_ptr_array_add (shown, g_strdup (id));
  self->position = id != NULL ? shown->len - 1 : G_MAXUINT;
  return id != NULL;
}

static void
next_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  AtlDrawWindow *self = ATL_DRAW_WINDOW (widget);
  guint          n = atl_draw_state_get_shown (self->document)->len;

  if (self->position < n && self->position + 1 < n)
    self->position++;
  else
    draw (self);
  show_person (self);
  show_status (self, NULL);
}

static void
back_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  AtlDrawWindow *self = ATL_DRAW_WINDOW (widget);

  if (self->position == 0 || self->position == G_MAXUINT)
    return;
  self->position--;
  show_person (self);
  show_status (self, NULL);
}

/* They have not had their turn: it comes when they are here. */
static void
absent_activated_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  AtlDrawWindow   *self = ATL_DRAW_WINDOW (widget);
  AtlHistory      *history = atl_document_get_history (self->document);
  AtlPerson       *person = get_person (self);
  g_autofree char *name = atl_person_dup_shown (person, TRUE);
  g_autofree char *said = NULL;

  if (name == NULL)
    return;
  atl_history_begin (history, _ ("Mark Absent"));
  atl_person_set_present (person, FALSE);
  atl_history_end (history);
  atl_draw_bag_put_back (atl_draw_state_get_bag (self->document), atl_item_get_id (ATL_ITEM (person)));
  g_ptr_array_remove_index (atl_draw_state_get_shown (self->document), self->position);
  draw (self);
  show_person (self);
  said = g_strdup_printf (_ ("%s is marked absent."), name);
  show_status (self, said);
}

/* Forward is where the language reads on to. */
static void
arrow_activated_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *right)
{
  gboolean forward = g_variant_get_boolean (right) != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  gtk_widget_activate_action (widget, forward ? "draw.next" : "draw.back", NULL);
}

static void
fullscreen_activated_cb (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
silo_selected_cb (AtlDrawWindow *self)
{
  if (self->silos == NULL)
    return;
  draw (self);
  show_person (self);
  show_status (self, NULL);
  gtk_widget_grab_focus (self->next);
}

static void
narrow_changed_cb (AtlDrawWindow *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (self->narrow));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->foot),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
fill_silos (AtlDrawWindow *self)
{
  AtlSession               *session = atl_document_get_session (self->document);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char               *partition = atl_session_get_active_partition (session);
  GPtrArray                *silos = atl_partitions_dup_silos (session, partition);

  gtk_string_list_append (names, _ ("Everybody"));
  for (guint i = 0; i < silos->len; i++)
    gtk_string_list_append (names, atl_silo_get_name (silos->pdata[i]));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->silo), G_LIST_MODEL (names));
  gtk_widget_set_visible (self->silo, silos->len > 1);
  self->silos = silos;
}

static void
atl_draw_window_dispose (GObject *object)
{
  AtlDrawWindow *self = ATL_DRAW_WINDOW (object);

  g_clear_pointer (&self->silos, g_ptr_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (atl_draw_window_parent_class)->dispose (object);
}

static void
atl_draw_window_class_init (AtlDrawWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_draw_window_dispose;
  g_type_ensure (ATL_TYPE_BIG_NAME);
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  gtk_widget_class_install_action (widget_class, "draw.next", NULL, next_activated_cb);
  gtk_widget_class_install_action (widget_class, "draw.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "draw.arrow", "b", arrow_activated_cb);
  gtk_widget_class_install_action (widget_class, "draw.absent", NULL, absent_activated_cb);
  gtk_widget_class_install_action (widget_class, "draw.fullscreen", NULL, fullscreen_activated_cb);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-draw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, narrow);
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, page);
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, silo);
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, name);
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, details);
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, status);
  gtk_widget_class_bind_template_child (widget_class, AtlDrawWindow, next);
  gtk_widget_class_bind_template_callback (widget_class, silo_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
atl_draw_window_init (AtlDrawWindow *self)
{
  atl_style_ensure (RESOURCES "draw.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->page), atl_announcer_new ());
}

/**
 * atl_draw_window_open:
 * @parent: (nullable): the window of the session
 * @document: whose people to draw from
 *
 * Opens the window and draws the first person. If it is open, the next one is drawn there.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
atl_draw_window_open (GtkWindow   *parent,
                      AtlDocument *document)
{
  GtkWidget     *open = atl_draw_state_get_window (document, ATL_DRAW_RANDOM);
  AtlDrawWindow *self = NULL;

  if (open != NULL)
    {
      gtk_widget_activate_action (open, "draw.next", NULL);
      return open;
    }
  self = g_object_new (ATL_TYPE_DRAW_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  atl_draw_state_set_window (document, ATL_DRAW_RANDOM, GTK_WIDGET (self));
  fill_silos (self);
  g_signal_connect_object (atl_document_get_session (document), "changed", G_CALLBACK (session_changed_cb),
                           self, G_CONNECT_SWAPPED);
  atl_undo_keys_add (GTK_WIDGET (self), atl_document_get_history (document));
  draw (self);
  show_person (self);
  show_status (self, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), self->next);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * atl_draw_window_get_name:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): who is called, %NULL if there is nobody
 */
const char *
atl_draw_window_get_name (AtlDrawWindow *self)
{
  g_return_val_if_fail (ATL_IS_DRAW_WINDOW (self), NULL);

  if (!g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "name"))
    return NULL;
  return atl_big_name_get_text (ATL_BIG_NAME (self->name));
}

/**
 * atl_draw_window_get_status:
 * @self: a window
 *
 * Returns: (transfer none): what it says about the round
 */
const char *
atl_draw_window_get_status (AtlDrawWindow *self)
{
  g_return_val_if_fail (ATL_IS_DRAW_WINDOW (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->status));
}
