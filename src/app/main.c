/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-application.h"

#include "config.h"
#include "util/atl-places.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = atl_places_dup_locale (LOCALEDIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (APPLICATION_ID);
  {
    g_autoptr (AtlApplication) application = atl_application_new (G_APPLICATION_DEFAULT_FLAGS);

    return g_application_run (G_APPLICATION (application), argc, argv);
  }
}
