/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-private.h"

#include "canvas/notes/atl-authors-menu.h"
#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/links/atl-canvas-links.h"
#include "canvas/notes/atl-canvas-note-menu.h"
#include "canvas/notes/atl-color-button.h"

#include <glib/gi18n-lib.h>

static void
add_section (GMenu *menu,
             GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
new_board_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *top = g_menu_new ();
  GMenu *authors = g_menu_new ();
  GMenu *bottom = g_menu_new ();

  g_menu_append (top, _ ("_New Note"), "canvas.new-note");
  g_menu_append (top, _ ("_Paste"), "canvas.paste");
  g_menu_append (top, _ ("Select _All"), "canvas.select-all");
  add_section (menu, top);
  atl_authors_menu_append (authors);
  add_section (menu, authors);
  g_menu_append (bottom, _ ("Whole _Board"), "canvas.zoom-fit");
  g_menu_append (bottom, _ ("_Actual Size"), "canvas.zoom-100");
  add_section (menu, bottom);
  return menu;
}

static GtkWidget *
new_color_row (AtlTheme theme)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "colors");
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Color"), -1);
  for (guint color = ATL_COLOR_YELLOW; color <= ATL_COLOR_GREY; color++)
    gtk_box_append (GTK_BOX (row), atl_color_button_new ((AtlColor) color, theme));
  return row;
}

static gboolean
drop_menu_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The popover goes in idle: the action it was closed for is activated through it. */
static void
menu_closed_cb (AtlCanvas  *self,
                GtkPopover *popover)
{
  if (self->menu == GTK_WIDGET (popover))
    self->menu = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu_cb, g_object_ref (popover), g_object_unref);
  if (self->view != NULL && !atl_canvas_get_editing (self))
    atl_canvas_focus_note (self, atl_selection_get_cursor (atl_board_view_get_selection (self->view)));
}

/* Boards are turned from within, too. */
static gboolean
popover_key_cb (AtlCanvas          *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *keys)
{
  gboolean next = keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down;
  gboolean previous = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || (!next && !previous))
    return GDK_EVENT_PROPAGATE;
  gtk_popover_popdown (GTK_POPOVER (gtk_event_controller_get_widget (keys)));
  gtk_widget_activate_action (GTK_WIDGET (self), next ? "win.next-board" : "win.previous-board", NULL);
  return GDK_EVENT_STOP;
}

static void
add_keys (AtlCanvas *self,
          GtkWidget *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (popover_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (popover, keys);
}

static GdkRectangle
round_rect (AtlRect rect)
{
  return (GdkRectangle){ (int) rect.x, (int) rect.y, MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) };
}

/* What is in a popover: it has no size itself before it is shown. */
static void
measure_popover (GtkWidget *popover,
                 int       *width,
                 int       *height)
{
  GtkWidget *content = gtk_widget_get_first_child (popover);

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Beside what it is about, on the first side with room for it; over its middle if there is none. */
static void
point_beside (AtlCanvas *self,
              GtkWidget *popover,
              AtlRect    anchor)
{
  int             width, height;
  double          right = gtk_widget_get_width (GTK_WIDGET (self)) - anchor.x - anchor.width;
  double          below = gtk_widget_get_height (GTK_WIDGET (self)) - anchor.y - anchor.height;
  AtlPoint        middle = atl_rect_center (anchor);
  GtkPositionType side = GTK_POS_BOTTOM;
  GdkRectangle    rect;

  measure_popover (popover, &width, &height);
  if (below < height && right >= width)
    side = GTK_POS_RIGHT;
  else if (below < height && anchor.x >= width)
    side = GTK_POS_LEFT;
  else if (below < height && anchor.y >= height)
    side = GTK_POS_TOP;
  else if (below < height)
    anchor = atl_rect (middle.x, middle.y, 1, 1);
  rect = round_rect (anchor);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rect);
  gtk_popover_set_position (GTK_POPOVER (popover), side);
}

/* Below what it is about, as menus do, or above; beside it, where it can slide along the screen, if it would
 * be cut here and there. */
static void
drop_down (AtlCanvas *self,
           GtkWidget *popover,
           AtlRect    anchor)
{
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) anchor.x, (float) anchor.y);
  int              width, height;
  gboolean         below;

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  if (!gtk_widget_compute_point (GTK_WIDGET (self), window, &at, &at))
    return;
  measure_popover (popover, &width, &height);
  height += height / 7; /* lines between the sections of a menu come in idle */
  below = at.y + anchor.height + height <= gtk_widget_get_height (window);
  if (!below)
    gtk_popover_set_position (GTK_POPOVER (popover), at.y >= height ? GTK_POS_TOP : GTK_POS_RIGHT);
}

/**
 * atl_canvas_open_popover:
 * @self: a canvas with a board
 * @popover: (transfer floating): a GtkPopover that is not open yet
 * @anchor: what it points to, in pixels
 * @arrow: whether it stands beside that with an arrow, not over it as menus do
 *
 * Opens it in place of the one that is open. It goes once it is closed, and a note gets the focus.
 */
void
atl_canvas_open_popover (AtlCanvas *self,
                         GtkWidget *popover,
                         AtlRect    anchor,
                         gboolean   arrow)
{
  GdkRectangle rect = round_rect (anchor);

  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  self->menu = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rect);
  if (!gdk_display_is_composited (gtk_widget_get_display (popover)))
    {
      gtk_widget_add_css_class (popover, "solid");
      gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
    }
  add_keys (self, popover);
  if (arrow)
    point_beside (self, popover, anchor);
  else
    drop_down (self, popover, anchor);
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GMenu *
new_menu (AtlCanvas *self,
          AtlArea   *area,
          gboolean   notes)
{
  AtlLink *link = atl_board_view_get_link (self->view);

  if (link != NULL)
    return atl_canvas_new_link_menu (self, link);
  if (notes)
    return atl_canvas_new_note_menu (self);
  return area != NULL ? atl_canvas_new_area_menu (self, area) : new_board_menu ();
}

/**
 * atl_canvas_popup_menu:
 * @self: a canvas with a board
 * @area: (nullable): the area that is meant if nothing is selected; the current one, or %NULL
 * @anchor: what the menu points to, in pixels
 *
 * Opens the menu for the selected notes or link; for the area, or without one for the board, if nothing is
 * selected.
 */
void
atl_canvas_popup_menu (AtlCanvas *self,
                       AtlArea   *area,
                       AtlRect    anchor)
{
  gboolean          notes = atl_selection_get_size (atl_board_view_get_selection (self->view)) > 0;
  g_autoptr (GMenu) model = new_menu (self, area, notes);
  GtkWidget        *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));

  if (notes && atl_board_view_get_link (self->view) == NULL && atl_canvas_menu_shows_colors (self))
    gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), new_color_row (self->theme), "colors");
  atl_canvas_open_popover (self, popover, anchor, FALSE);
}
