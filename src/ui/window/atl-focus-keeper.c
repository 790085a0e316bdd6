/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-focus-keeper.h"

/* Where the keyboard was before a popover took it. Lives as long as its window. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *last;    /* weak: the last widget outside of popovers that had the focus */
  GtkWidget *popover; /* weak: the last one that had the focus */
  guint      idle;
} FocusKeeper;

/* The outermost: a menu in a popover closes with it. */
static GtkWidget *
find_popover (GtkWidget *widget)
{
  GtkWidget *popover = NULL;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_POPOVER (widget))
      popover = widget;
  return popover;
}

static gboolean
bring_back_cb (gpointer data)
{
  FocusKeeper *self = data;
  GtkWidget   *focus = gtk_window_get_focus (self->window);

  self->idle = 0;
  if (focus != NULL && gtk_widget_get_mapped (focus))
    return G_SOURCE_REMOVE;
  if (self->last == NULL || !gtk_widget_get_mapped (self->last) || !gtk_widget_grab_focus (self->last))
    gtk_widget_child_focus (gtk_window_get_child (self->window), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (FocusKeeper *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (bring_back_cb, self);
}

static void
set_popover (FocusKeeper *self,
             GtkWidget   *popover)
{
  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_func (self->popover, popover_closed_cb, self);
  g_set_weak_pointer (&self->popover, popover);
  if (popover != NULL)
    g_signal_connect_swapped (popover, "closed", G_CALLBACK (popover_closed_cb), self);
}

static void
focus_changed_cb (FocusKeeper *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  GtkWidget *popover = focus != NULL ? find_popover (focus) : NULL;

  if (popover == NULL && focus != NULL)
    g_set_weak_pointer (&self->last, focus);
  else if (popover != NULL && popover != self->popover)
    set_popover (self, popover);
}

static void
focus_keeper_free (gpointer data)
{
  FocusKeeper *self = data;

  set_popover (self, NULL);
  g_clear_weak_pointer (&self->last);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self);
}

/**
 * atl_focus_keeper_add:
 * @window: a window
 *
 * Gives the keyboard back to where it was when a menu of @window closes. A menu whose item was chosen in a
 * submenu takes the focus along (GTK 4.8), and every key after that would be lost.
 */
void
atl_focus_keeper_add (GtkWindow *window)
{
  FocusKeeper *self = g_new0 (FocusKeeper, 1);

  self->window = window;
  g_object_set_data_full (G_OBJECT (window), "atl-focus-keeper", self, focus_keeper_free);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
}
