/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-style.h"

/**
 * atl_style_ensure:
 * @resource_path: the path of a style sheet among the resources
 *
 * Adds the style sheet of a feature to the display, once. Call it where the feature's widgets are made.
 */
void
atl_style_ensure (const char *resource_path)
{
  static GHashTable         *known;
  GdkDisplay                *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  if (display == NULL || !g_hash_table_add (known, (gpointer) g_intern_string (resource_path)))
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, resource_path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
