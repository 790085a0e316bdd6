/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-header-shrink.h"

#include <adwaita.h>

#define LETTERS_LEFT 5
#define LEAST_LETTERS 3
#define LEAST_DECORATION ":close"
#define FRAME_WIDTH 10 /* px */

static void (*root_header) (GtkWidget *header);
static void (*map_header) (GtkWidget *header);

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
shrink_buttons (GtkWidget *widget,
                int        letters)
{
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  if (GTK_IS_LABEL (child))
    {
      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (child), letters);
    }
  else
    for (child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      shrink_buttons (child, letters);
}

/* With the frame of the window. */
static gboolean
is_too_wide (GtkWidget *header)
{
  int minimum = 0;

  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum + FRAME_WIDTH > get_screen_width (header);
}

/* What the window is called can be read in the switcher of windows, too. */
static void
shrink (GtkWidget *header)
{
  AdwHeaderBar *bar = ADW_HEADER_BAR (header);

  if (is_too_wide (header))
    shrink_buttons (header, LETTERS_LEFT);
  if (is_too_wide (header))
    adw_header_bar_set_decoration_layout (bar, LEAST_DECORATION);
  if (is_too_wide (header) && adw_header_bar_get_title_widget (bar) == NULL)
    adw_header_bar_set_title_widget (bar, adw_bin_new ());
  if (is_too_wide (header))
    shrink_buttons (header, LEAST_LETTERS);
}

static void
header_rooted (GtkWidget *header)
{
  root_header (header);
  shrink (header);
}

/* Some of what stands in it comes after it was made. */
static void
header_mapped (GtkWidget *header)
{
  map_header (header);
  shrink (header);
}

/**
 * atl_headers_may_shrink:
 *
 * A header bar is never narrower than the words on its buttons, which large text makes wider than a small
 * screen, so that the button that ends the work lies outside of it. From now on the words end in an ellipsis
 * in a header bar that no screen has room for, and if that does not do, only the button that closes the
 * window stays beside them, and its title goes; to be called before the first window is made.
 */
void
atl_headers_may_shrink (void)
{
  GtkWidgetClass *klass = g_type_class_ref (ADW_TYPE_HEADER_BAR);

  if (klass->root == header_rooted)
    return;
  root_header = klass->root;
  map_header = klass->map;
  klass->root = header_rooted;
  klass->map = header_mapped;
}
