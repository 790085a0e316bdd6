/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/atl-about.h"

#include <adwaita.h>

#if ADW_CHECK_VERSION(1, 5, 0)
#define ABOUT_TYPE ADW_TYPE_ABOUT_DIALOG
#else
#define ABOUT_TYPE ADW_TYPE_ABOUT_WINDOW
#endif

/**
 * atl_about_show:
 * @parent: the window it stands over
 * @about: what it says
 *
 * Shows who made the app, its version and its license.
 */
void
atl_about_show (GtkWindow      *parent,
                const AtlAbout *about)
{
  GObject *window = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (about != NULL);

  window =
    g_object_new (ABOUT_TYPE, "application-name", about->name, "application-icon", about->icon, "version",
                  about->version, "comments", about->comments, "developer-name", about->developer,
                  "translator-credits", about->translators, "license-type", GTK_LICENSE_GPL_3_0, NULL);
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (window), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
#endif
}
