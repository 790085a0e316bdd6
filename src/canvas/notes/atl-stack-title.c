/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-stack-title.h"
#include "canvas/notes/atl-writing-focus.h"

#include <glib/gi18n-lib.h>

/**
 * AtlStackTitle:
 *
 * An entry for the title of a stack, in place. A suggestion stands there selected: Enter takes it, typing
 * replaces it, and leaving without a word of one's own leaves the stack without a title.
 */
struct _AtlStackTitle
{
  GtkWidget parent_instance;

  GtkWidget    *entry;
  AtlBoardView *view;
  AtlNote      *lead;
  gboolean      edited; /* something was typed */
  gboolean      ended;
};

G_DEFINE_FINAL_TYPE (AtlStackTitle, atl_stack_title, GTK_TYPE_WIDGET)

enum
{
  ENDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
store (AtlStackTitle *self)
{
  AtlHistory      *history = atl_board_view_get_history (self->view);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (atl_item_get_list (ATL_ITEM (self->lead)) == NULL ||
      g_str_equal (title, atl_note_get_stack_title (self->lead)))
    return;
  atl_history_begin (history, _ ("Edit Stack Title"));
  atl_note_set_stack_title (self->lead, title);
  atl_history_end (history);
}

static void
end (AtlStackTitle *self,
     gboolean       stored,
     gboolean       by_key)
{
  if (self->ended)
    return;
  self->ended = TRUE;
  if (stored)
    store (self);
  g_signal_emit (self, signals[ENDED], 0, by_key);
}

static void
entered_cb (AtlStackTitle *self)
{
  end (self, TRUE, TRUE);
}

static void
changed_cb (AtlStackTitle *self)
{
  self->edited = TRUE;
}

static gboolean
key_pressed_cb (AtlStackTitle *self,
                guint          keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end (self, FALSE, TRUE);
  return GDK_EVENT_STOP;
}

static void
focus_left_cb (AtlStackTitle *self)
{
  if (!atl_writing_focus_comes_back (GTK_WIDGET (self)))
    end (self, self->edited, FALSE);
}

static void
atl_stack_title_dispose (GObject *object)
{
  AtlStackTitle *self = ATL_STACK_TITLE (object);
  GtkWidget     *child;

  self->ended = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  g_clear_object (&self->lead);
  G_OBJECT_CLASS (atl_stack_title_parent_class)->dispose (object);
}

static void
atl_stack_title_class_init (AtlStackTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_stack_title_dispose;

  /**
   * AtlStackTitle::ended:
   * @by_key: whether by a key, so that the stack takes the focus again
   */
  signals[ENDED] = g_signal_new ("ended", ATL_TYPE_STACK_TITLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/canvas/atl-stack-title.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlStackTitle, entry);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
atl_stack_title_init (AtlStackTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_stack_title_new:
 * @view: the view of a board
 * @lead: the lead of a stack
 * @suggestion: (nullable): what stands in the entry if the stack has no title
 *
 * Returns: (transfer floating): an entry for the title of the stack
 */
GtkWidget *
atl_stack_title_new (AtlBoardView *view,
                     AtlNote      *lead,
                     const char   *suggestion)
{
  AtlStackTitle *self = g_object_new (ATL_TYPE_STACK_TITLE, NULL);
  const char    *title = atl_note_get_stack_title (lead);

  self->view = g_object_ref (view);
  self->lead = g_object_ref (lead);
  if (*title == '\0' && suggestion != NULL)
    title = suggestion;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), title);
  self->edited = FALSE;
  return GTK_WIDGET (self);
}

/**
 * atl_stack_title_get_lead:
 * @self: an entry
 *
 * Returns: (transfer none): the lead of its stack
 */
AtlNote *
atl_stack_title_get_lead (AtlStackTitle *self)
{
  return self->lead;
}

/**
 * atl_stack_title_focus:
 * @self: an entry that is shown
 *
 * Gives it the focus, all of its text selected.
 */
void
atl_stack_title_focus (AtlStackTitle *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * atl_stack_title_end:
 * @self: an entry
 *
 * Ends it; what was typed is kept.
 */
void
atl_stack_title_end (AtlStackTitle *self)
{
  end (self, self->edited, FALSE);
}
