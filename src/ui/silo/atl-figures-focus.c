/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-figures-panel-private.h"

/* Where the focus goes in the panel. */

static gboolean
enter (GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget) ||
      !gtk_widget_is_sensitive (widget))
    return FALSE;
  if (gtk_widget_get_focusable (widget))
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (enter (child))
      return TRUE;
  return FALSE;
}

/**
 * atl_figures_panel_go:
 * @self: a panel
 * @scroller: its part that scrolls
 * @section: a part of that
 *
 * Goes to a section, wherever the focus was in it before: it begins at the top if it is long enough, and what
 * can be used first in it has the focus, which is shown.
 */
void
atl_figures_panel_go (AtlFiguresPanel *self,
                      GtkWidget       *scroller,
                      GtkWidget       *section)
{
  GtkWidget      *content = gtk_widget_get_first_child (scroller);
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkRoot        *root = gtk_widget_get_root (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (section, content, &bounds))
    return;
  enter (section);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (double) bounds.origin.y);
}

/* What does not scroll is no stop on the way of the focus: there is nothing to do at it. */
static void
scrolls_cb (GtkWidget     *scroller,
            GtkAdjustment *adjustment)
{
  gtk_widget_set_focusable (scroller, gtk_adjustment_get_upper (adjustment) >
                                        gtk_adjustment_get_page_size (adjustment) + 1);
}

/**
 * atl_figures_panel_watch:
 * @scroller: the part of a panel that scrolls
 *
 * It takes the focus only while there is something to scroll, and then it can be seen to have it.
 */
void
atl_figures_panel_watch (GtkWidget *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_widget_set_focusable (scroller, FALSE);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolls_cb), scroller, G_CONNECT_SWAPPED);
}
