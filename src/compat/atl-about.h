/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the about window says; every text is translated already. */
typedef struct
{
  const char *name;
  const char *icon;
  const char *version;
  const char *comments;
  const char *developer;
  const char *translators;
} AtlAbout;

void atl_about_show (GtkWindow      *parent,
                     const AtlAbout *about);

G_END_DECLS
