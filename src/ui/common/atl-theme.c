/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-theme.h"

#include <adwaita.h>

/**
 * atl_theme_get:
 *
 * Returns: how boards are drawn on the screen now, by what the user set for the desktop
 */
AtlTheme
atl_theme_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager) && !adw_style_manager_get_dark (manager))
    return ATL_THEME_CONTRAST;
  return adw_style_manager_get_dark (manager) ? ATL_THEME_DARK : ATL_THEME_LIGHT;
}

/**
 * atl_theme_watch:
 * @widget: a widget that draws boards
 * @changed: called with @widget as its only argument when atl_theme_get() may have changed, while @widget
 * lives
 */
void
atl_theme_watch (GtkWidget *widget,
                 GCallback  changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
}
