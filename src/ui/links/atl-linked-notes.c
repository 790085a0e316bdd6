/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/links/atl-linked-notes.h"

#include "canvas/links/atl-link-words.h"
#include "canvas/links/atl-map.h"
#include "config.h"
#include "model/atl-change.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"
#include "model/atl-note-links.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/links/"
#define MOST_ROWS 100
#define MOST_SHORT 30     /* characters that a name has room for anyway */
#define MOST_OF_LABEL 160 /* characters */
#define MOST_DEPTH 4      /* that is seen as an indent */

/**
 * AtlLinkedNotes:
 *
 * The notes that a note is linked to, over all boards, in their order; or the whole chain of them. Each one
 * leads there.
 */
struct _AtlLinkedNotes
{
  GtkBox parent_instance;

  GtkWidget *list, *more, *chain, *add;

  AtlSession *session;
  AtlNote    *note; /* or NULL */
  guint       refresh;
};

G_DEFINE_FINAL_TYPE (AtlLinkedNotes, atl_linked_notes, GTK_TYPE_BOX)

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

/* "→ Drives · Ideas": in which direction, what kind, and the board if it is another one. */
static char *
dup_relation (AtlLinkedNotes *self,
              AtlLinkStep    *step)
{
  AtlBoard        *board = atl_note_find_board (step->note);
  g_autofree char *kind = atl_link_dup_relation (step->link, step->from);

  if (self->note == NULL || board == atl_note_find_board (self->note))
    return g_steal_pointer (&kind);
  return g_strdup_printf ("%s · %s", kind, atl_board_get_title (board));
}

/* A node has a name, a note as much of its text as two lines hold. */
static char *
dup_label (AtlNote *note)
{
  const char      *text = atl_note_get_text (note);
  g_autofree char *start = NULL;

  if (atl_note_get_hidden (note) || atl_area_is_map (atl_note_find_area (note)) ||
      g_utf8_strlen (text, -1) <= MOST_SHORT)
    return atl_map_dup_label (note);
  start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_OF_LABEL));
  g_strstrip (g_strdelimit (start, "\r\n\t", ' '));
  return *start != '\0' ? g_steal_pointer (&start) : atl_map_dup_label (note);
}

static GtkWidget *
new_row (AtlLinkedNotes *self,
         AtlLinkStep    *step)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *label = dup_label (step->note);
  g_autofree char *relation = dup_relation (self, step);
  g_autofree char *depth = g_strdup_printf ("depth-%u", MIN (step->depth, MOST_DEPTH));
  g_autofree char *spoken = NULL;

  gtk_box_append (GTK_BOX (box), new_label (label, NULL));
  gtk_box_append (GTK_BOX (box), new_label (relation, "caption"));
  gtk_widget_add_css_class (box, depth);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (step->depth > 1)
    /* Translators: a note, how it is linked to the one before, and how many links away it is */
    spoken = g_strdup_printf (ngettext ("%s. %s. %u link away", "%s. %s. %u links away", step->depth), label,
                              relation, step->depth);
  else
    spoken = g_strdup_printf (_ ("%s. %s"), label, relation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) step->depth, -1);
  gtk_widget_set_tooltip_text (row, _ ("Go There"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-to-note");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", atl_item_get_id (ATL_ITEM (step->note)));
  return row;
}

static void
clear (AtlLinkedNotes *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
show_more (AtlLinkedNotes *self,
           guint           n_left)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more note", "%u more notes", n_left), n_left);

  gtk_label_set_text (GTK_LABEL (self->more), text);
  gtk_widget_set_visible (self->more, n_left > 0);
}

static void
show (AtlLinkedNotes *self)
{
  gboolean           whole = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->chain));
  gboolean           there = self->note != NULL && atl_item_get_list (ATL_ITEM (self->note)) != NULL;
  g_autoptr (GArray) links = there ? atl_note_dup_links (self->note) : NULL;
  g_autoptr (GArray) chain = links != NULL && links->len > 0 ? atl_note_dup_chain (self->note) : NULL;
  GArray            *steps = whole && chain != NULL ? chain : links;

  clear (self);
  for (guint i = 0; steps != NULL && i < MIN (steps->len, MOST_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, &g_array_index (steps, AtlLinkStep, i)));
  show_more (self, steps != NULL && steps->len > MOST_ROWS ? steps->len - MOST_ROWS : 0);
  gtk_widget_set_visible (self->list, steps != NULL && steps->len > 0);
  gtk_widget_set_visible (self->chain, chain != NULL && (whole || chain->len > links->len));
}

static gboolean
refresh_cb (gpointer data)
{
  AtlLinkedNotes *self = data;

  self->refresh = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static gboolean
concerns_links (AtlChange *change)
{
  AtlItem *item = atl_change_get_item (change);

  if (ATL_IS_LINK (item))
    return TRUE;
  return ATL_IS_NOTE (item) &&
         (atl_change_get_kind (change) != ATL_CHANGE_SET || atl_change_get_field (change) == ATL_NOTE_TEXT);
}

static void
session_changed_cb (AtlLinkedNotes *self,
                    AtlChange      *change)
{
  if (self->note != NULL && self->refresh == 0 && concerns_links (change))
    self->refresh = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
chain_toggled_cb (AtlLinkedNotes *self)
{
  show (self);
}

static void
atl_linked_notes_dispose (GObject *object)
{
  AtlLinkedNotes *self = ATL_LINKED_NOTES (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->note);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_linked_notes_parent_class)->dispose (object);
}

static void
atl_linked_notes_class_init (AtlLinkedNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_linked_notes_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-linked-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlLinkedNotes, list);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkedNotes, more);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkedNotes, chain);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkedNotes, add);
  gtk_widget_class_bind_template_callback (widget_class, chain_toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
atl_linked_notes_init (AtlLinkedNotes *self)
{
  atl_style_ensure (RESOURCES "links.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_linked_notes_new:
 * @session: a session
 * @read_only: whether no link can be added
 *
 * Returns: (transfer floating): a list, about no note yet
 */
GtkWidget *
atl_linked_notes_new (AtlSession *session,
                      gboolean    read_only)
{
  AtlLinkedNotes *self = g_object_new (ATL_TYPE_LINKED_NOTES, NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_visible (self->add, !read_only);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * atl_linked_notes_set_note:
 * @self: a list
 * @note: (nullable): a note of its session
 *
 * Lists what @note is linked to.
 */
void
atl_linked_notes_set_note (AtlLinkedNotes *self,
                           AtlNote        *note)
{
  g_return_if_fail (ATL_IS_LINKED_NOTES (self));

  if (g_set_object (&self->note, note))
    show (self);
}
