/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-undecided-window.h"

#include "config.h"
#include "model/atl-alternatives.h"
#include "model/atl-edits.h"
#include "ui/merge/atl-undecided-row.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 50 /* the others follow when these are decided */

/**
 * AtlUndecidedWindow:
 *
 * Everything of a session, or one thing of it, of which a merge has kept several versions.
 */
struct _AtlUndecidedWindow
{
  AdwWindow parent_instance;

  GtkWidget   *pages;
  GtkWidget   *count;
  GtkWidget   *list;
  AtlDocument *document;
  AtlItem     *only;   /* NULL: the whole session */
  guint        n_made; /* decisions that can be undone from here */
};

G_DEFINE_FINAL_TYPE (AtlUndecidedWindow, atl_undecided_window, ADW_TYPE_WINDOW)

static void decided_cb (AtlUndecidedWindow *self,
                        AtlUndecidedRow    *row);

static gboolean
is_undecided (AtlItem *item)
{
  return atl_item_get_session (item) != NULL && atl_alternatives_count (atl_item_get_alternatives (item)) > 0;
}

/* A stack stands for all that is in it. */
static GPtrArray *
find_items (AtlUndecidedWindow *self)
{
  GPtrArray            *items;
  g_autoptr (GPtrArray) stack = NULL;

  if (self->only == NULL)
    return atl_alternatives_find_items (atl_document_get_session (self->document));
  items = g_ptr_array_new_with_free_func (g_object_unref);
  if (ATL_IS_NOTE (self->only) && atl_item_get_list (self->only) != NULL)
    stack = atl_note_dup_stack (ATL_NOTE (self->only));
  for (guint i = 0; stack != NULL && i < stack->len; i++)
    if (is_undecided (stack->pdata[i]))
      g_ptr_array_add (items, g_object_ref (stack->pdata[i]));
  if (stack == NULL && is_undecided (self->only))
    g_ptr_array_add (items, g_object_ref (self->only));
  return items;
}

static char *
dup_count (guint n)
{
  return g_strdup_printf (
    ngettext ("%u thing was changed on both sides. Nothing is lost: choose what to keep, now or later.",
              "%u things were changed on both sides. Nothing is lost: choose what to keep, now or later.", n),
    n);
}

static void
append_row (AtlUndecidedWindow *self,
            AtlItem            *item)
{
  GtkWidget *row = atl_undecided_row_new (self->document, item);

  g_signal_connect_object (row, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), row);
}

static void
fill (AtlUndecidedWindow *self)
{
  g_autoptr (GPtrArray) items = find_items (self);
  AtlHistory           *history = atl_document_get_history (self->document);
  g_autofree char      *text = dup_count (items->len);
  GtkWidget            *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), row);
  for (guint i = 0; i < items->len && i < MOST_ROWS; i++)
    append_row (self, items->pdata[i]);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), items->len > 0 ? "list" : "done");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "undecided.undo",
                                 self->n_made > 0 && atl_history_get_can_undo (history));
}

/* The focus goes to the first question that is left. */
static gboolean
refill_cb (gpointer data)
{
  AtlUndecidedWindow *self = data;

  if (self->document == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  fill (self);
  gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* In idle: the row is still in the handler of its button. */
static void
refill_soon (AtlUndecidedWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, refill_cb, g_object_ref (self), g_object_unref);
}

static void
decided_cb (AtlUndecidedWindow *self,
            AtlUndecidedRow    *row)
{
  self->n_made++;
  refill_soon (self);
}

static void
undo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlUndecidedWindow *self = ATL_UNDECIDED_WINDOW (widget);

  if (self->n_made == 0 || !atl_history_undo (atl_document_get_history (self->document)))
    return;
  self->n_made--;
  refill_soon (self);
}

static void
atl_undecided_window_dispose (GObject *object)
{
  AtlUndecidedWindow *self = ATL_UNDECIDED_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->only);
  G_OBJECT_CLASS (atl_undecided_window_parent_class)->dispose (object);
}

static void
atl_undecided_window_class_init (AtlUndecidedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_undecided_window_dispose;

  gtk_widget_class_install_action (widget_class, "undecided.undo", NULL, undo);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/merge/"
                                                             "atl-undecided-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlUndecidedWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlUndecidedWindow, count);
  gtk_widget_class_bind_template_child (widget_class, AtlUndecidedWindow, list);
}

static void
atl_undecided_window_init (AtlUndecidedWindow *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/merge/merge.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_undecided_window_open:
 * @parent: the window of the document
 * @document: a document
 * @item: (nullable): something of its session, or %NULL for all that has several versions
 *
 * Shows the versions that a merge has kept side by side, with the ways to decide. Each decision is one undo.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
atl_undecided_window_open (GtkWindow   *parent,
                           AtlDocument *document,
                           AtlItem     *item)
{
  AtlUndecidedWindow *self;

  g_return_val_if_fail (ATL_IS_DOCUMENT (document), NULL);

  self = g_object_new (ATL_TYPE_UNDECIDED_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->only = item != NULL ? g_object_ref (item) : NULL;
  fill (self);
  gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
