/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/find/atl-tally-strip.h"

#include "config.h"
#include "insight/atl-tag-tally.h"
#include "model/atl-session.h"
#include "model/atl-tags.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/find/"
#define TAG_KEY "atl-tag"

/**
 * AtlTallyStrip:
 *
 * How many notes of a board have each of the tags that it lists. A tag that is pressed lights its notes.
 */
struct _AtlTallyStrip
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;

  AtlBoard *board;
  char     *tag; /* whose notes are lit, or NULL */
  guint     idle;
  gboolean  updating;
};

G_DEFINE_FINAL_TYPE (AtlTallyStrip, atl_tally_strip, GTK_TYPE_WIDGET)

enum
{
  TAG_PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
toggled_cb (AtlTallyStrip   *self,
            GtkToggleButton *button)
{
  const char *tag = g_object_get_data (G_OBJECT (button), TAG_KEY);

  if (!self->updating)
    g_signal_emit (self, signals[TAG_PICKED], 0, gtk_toggle_button_get_active (button) ? tag : NULL);
}

static GtkWidget *
new_bar (const AtlTagCount *count,
         guint              most)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (most, 1));

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), count->count);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return bar;
}

static GtkWidget *
new_button (AtlTallyStrip     *self,
            const AtlTagCount *count,
            guint              most)
{
  GtkWidget       *button = gtk_toggle_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = g_strdup_printf ("%u", count->count);
  g_autofree char *name =
    g_strdup_printf (ngettext ("%s, %u note", "%s, %u notes", count->count), count->label, count->count);
  GtkWidget *value = gtk_label_new (number);

  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (value, "tally-count");
  gtk_box_append (GTK_BOX (box), gtk_label_new (count->label));
  gtk_box_append (GTK_BOX (box), new_bar (count, most));
  gtk_box_append (GTK_BOX (box), value);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strcmp0 (self->tag, count->tag) == 0);
  g_object_set_data_full (G_OBJECT (button), TAG_KEY, g_strdup (count->tag), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_hint (AtlTallyStrip *self)
{
  GtkWidget *hint = gtk_label_new (_ ("Press T on a note to tag it"));

  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (self->box), hint);
}

/* The tag whose button has the focus, which is another button soon. */
static char *
dup_focused_tag (AtlTallyStrip *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (self->box);

  return child != NULL ? g_strdup (g_object_get_data (G_OBJECT (child), TAG_KEY)) : NULL;
}

static void
add_buttons (AtlTallyStrip *self,
             GArray        *counts,
             const char    *focused)
{
  guint most = counts->len > 0 ? g_array_index (counts, AtlTagCount, 0).count : 0;

  for (guint i = 0; i < counts->len; i++)
    {
      AtlTagCount *count = &g_array_index (counts, AtlTagCount, i);
      GtkWidget   *button;

      if (count->count == 0 && g_strcmp0 (count->tag, self->tag) != 0)
        continue;
      button = new_button (self, count, most);
      gtk_box_append (GTK_BOX (self->box), button);
      if (g_strcmp0 (focused, count->tag) == 0)
        gtk_widget_grab_focus (button);
    }
  if (most == 0)
    add_hint (self);
}

static void
show_tally (AtlTallyStrip *self)
{
  g_autoptr (GArray) counts = self->board != NULL ? atl_tag_tally_new (self->board) : NULL;
  g_autofree char   *focused = dup_focused_tag (self);
  GtkWidget         *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  gtk_widget_set_visible (GTK_WIDGET (self), counts != NULL && counts->len > 0);
  if (counts != NULL && counts->len > 0)
    add_buttons (self, counts, focused);
  self->updating = FALSE;
}

static gboolean
show_cb (gpointer data)
{
  AtlTallyStrip *self = data;

  self->idle = 0;
  show_tally (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (AtlTallyStrip *self)
{
  if (self->idle == 0 && gtk_widget_get_visible (GTK_WIDGET (self)))
    self->idle = g_idle_add (show_cb, self);
}

static void
forget_board (AtlTallyStrip *self)
{
  AtlSession *session = self->board != NULL ? atl_item_get_session (ATL_ITEM (self->board)) : NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (session != NULL)
    g_signal_handlers_disconnect_by_data (session, self);
  g_clear_object (&self->board);
}

static void
atl_tally_strip_dispose (GObject *object)
{
  AtlTallyStrip *self = ATL_TALLY_STRIP (object);

  forget_board (self);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_tally_strip_parent_class)->dispose (object);
}

static void
atl_tally_strip_class_init (AtlTallyStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_tally_strip_dispose;
  signals[TAG_PICKED] = g_signal_new ("tag-picked", ATL_TYPE_TALLY_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "tallystrip");
}

static void
atl_tally_strip_init (AtlTallyStrip *self)
{
  atl_style_ensure (RESOURCES "find.css");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags"), -1);
}

/* The buttons stay: this may be heard while one of them is pressed. */
static void
show_tag (AtlTallyStrip *self)
{
  self->updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child))
      {
        const char *tag = g_object_get_data (G_OBJECT (child), TAG_KEY);

        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), g_strcmp0 (self->tag, tag) == 0);
      }
  self->updating = FALSE;
}

/**
 * atl_tally_strip_set_board:
 * @self: a strip
 * @board: (nullable): the board that is open; the strip is seen if it has tags of its own
 */
void
atl_tally_strip_set_board (AtlTallyStrip *self,
                           AtlBoard      *board)
{
  g_return_if_fail (ATL_IS_TALLY_STRIP (self));

  if (board == self->board)
    return;
  forget_board (self);
  if (board != NULL)
    {
      self->board = g_object_ref (board);
      g_signal_connect_object (atl_item_get_session (ATL_ITEM (board)), "changed",
                               G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
    }
  show_tally (self);
}

/**
 * atl_tally_strip_set_tag:
 * @self: a strip
 * @tag: (nullable): the tag whose notes are lit
 */
void
atl_tally_strip_set_tag (AtlTallyStrip *self,
                         const char    *tag)
{
  g_return_if_fail (ATL_IS_TALLY_STRIP (self));

  if (g_strcmp0 (tag, self->tag) == 0)
    return;
  g_free (self->tag);
  self->tag = g_strdup (tag);
  show_tag (self);
}
