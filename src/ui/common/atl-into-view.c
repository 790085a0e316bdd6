/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-into-view.h"

/* Rows that were just made have a place after the layout of the next frame; what slides in beside the list
 * takes some more. */
#define FIRST_FRAME 3
#define LAST_FRAME 24

static gboolean
scroll_cb (GtkWidget     *row,
           GdkFrameClock *clock,
           gpointer       data)
{
  guint          *frames = data;
  GtkWidget      *list = gtk_widget_get_parent (row);
  GtkWidget      *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  GtkAdjustment  *adjustment;

  if (++*frames < FIRST_FRAME)
    return G_SOURCE_CONTINUE;
  if (list == NULL || scroller == NULL || !gtk_widget_compute_bounds (row, list, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return *frames < LAST_FRAME ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * atl_into_view:
 * @row: a row of a list that can be scrolled, just made or not
 *
 * Scrolls the list as far as needed to show @row, as soon as it has its place.
 */
void
atl_into_view (GtkWidget *row)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  gtk_widget_add_tick_callback (row, scroll_cb, g_new0 (guint, 1), g_free);
}
