/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-map-bar.h"

#include "config.h"
#include "ui/silo/atl-map-legend.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/silo/"

/**
 * AtlMapBar:
 *
 * The few controls that lie over a map: what is shown, how it is arranged, and what else can be done with it.
 * All of them are actions of the window.
 */
struct _AtlMapBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *silos_label;
  GtkWidget *arrange_label;
  GtkWidget *figures_label;
  GtkWidget *map_label;
  GtkWidget *legend;
  GtkWidget *legend_label;
  AtlBoard  *board;
};

G_DEFINE_FINAL_TYPE (AtlMapBar, atl_map_bar, GTK_TYPE_WIDGET)

/* It is made each time: kinds come and go. */
static void
show_legend (GtkMenuButton *button,
             gpointer       data)
{
  AtlMapBar *self = data;

  gboolean   narrow = !gtk_widget_get_visible (self->legend_label);
  GtkWidget *legend = self->board != NULL ? atl_map_legend_new (self->board, narrow) : NULL;

  gtk_menu_button_set_popover (button, legend);
}

static void
atl_map_bar_dispose (GObject *object)
{
  AtlMapBar *self = ATL_MAP_BAR (object);

  g_clear_object (&self->board);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_map_bar_parent_class)->dispose (object);
}

static void
atl_map_bar_class_init (AtlMapBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_map_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-map-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlMapBar, box);
  gtk_widget_class_bind_template_child (widget_class, AtlMapBar, silos_label);
  gtk_widget_class_bind_template_child (widget_class, AtlMapBar, arrange_label);
  gtk_widget_class_bind_template_child (widget_class, AtlMapBar, figures_label);
  gtk_widget_class_bind_template_child (widget_class, AtlMapBar, map_label);
  gtk_widget_class_bind_template_child (widget_class, AtlMapBar, legend);
  gtk_widget_class_bind_template_child (widget_class, AtlMapBar, legend_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_css_name (widget_class, "mapbar");
}

static void
atl_map_bar_init (AtlMapBar *self)
{
  atl_style_ensure (RESOURCES "silo.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->legend), show_legend, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"), -1);
}

/**
 * atl_map_bar_set_narrow:
 * @self: a bar
 * @narrow: whether there is only room for icons
 */
void
atl_map_bar_set_narrow (AtlMapBar *self,
                        gboolean   narrow)
{
  g_return_if_fail (ATL_IS_MAP_BAR (self));

  gtk_widget_set_visible (self->silos_label, !narrow);
  gtk_widget_set_visible (self->arrange_label, !narrow);
  gtk_widget_set_visible (self->figures_label, !narrow);
  gtk_widget_set_visible (self->map_label, !narrow);
  gtk_widget_set_visible (self->legend_label, !narrow);
}

/**
 * atl_map_bar_set_board:
 * @self: a bar
 * @board: (nullable): the map that the legend is for
 */
void
atl_map_bar_set_board (AtlMapBar *self,
                       AtlBoard  *board)
{
  g_return_if_fail (ATL_IS_MAP_BAR (self));

  if (g_set_object (&self->board, board))
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->legend));
}
