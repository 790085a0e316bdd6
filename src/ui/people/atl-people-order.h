/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-session.h"

G_BEGIN_DECLS

GtkSorter *atl_people_sorter_new (AtlSession *session);
GtkWidget *atl_silo_header_new (const char *name,
                                const char *tint,
                                guint       n_present,
                                guint       n_people);

G_END_DECLS
