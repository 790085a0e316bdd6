/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/atl-personal.h"

G_BEGIN_DECLS

GtkWindow *atl_bad_templates_open (GtkWindow   *parent,
                                   AtlPersonal *personal);
GtkWindow *atl_bad_templates_open_file (GtkWindow   *parent,
                                        const char  *path,
                                        AtlProblems *problems);

G_END_DECLS
