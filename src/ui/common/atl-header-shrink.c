/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-header-shrink.h"

#include <adwaita.h>

#define LETTERS_LEFT 5

static void (*root_header) (GtkWidget *header);

static int
get_screen_width (GtkWidget *widget)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));
  int         width = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle           place;

      gdk_monitor_get_geometry (monitor, &place);
      width = MAX (width, place.width);
    }
  return width;
}

static void
shrink_buttons (GtkWidget *widget)
{
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  if (GTK_IS_LABEL (child))
    {
      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (child), LETTERS_LEFT);
    }
  else
    for (child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      shrink_buttons (child);
}

static void
header_rooted (GtkWidget *header)
{
  int minimum = 0;

  root_header (header);
  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > get_screen_width (header))
    shrink_buttons (header);
}

/**
 * atl_headers_may_shrink:
 *
 * A header bar is never narrower than the words on its buttons, which large text makes wider than a small
 * screen, so that the button that ends the work lies outside of it. From now on the words end in an ellipsis
 * in a header bar that no screen has room for; to be called before the first window is made.
 */
void
atl_headers_may_shrink (void)
{
  GtkWidgetClass *klass = g_type_class_ref (ADW_TYPE_HEADER_BAR);

  if (klass->root == header_rooted)
    return;
  root_header = klass->root;
  klass->root = header_rooted;
}
