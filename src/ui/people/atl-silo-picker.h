/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-person.h"

G_BEGIN_DECLS

/* Signal "activate": the user has typed the name of a new silo and pressed Enter. */

#define ATL_TYPE_SILO_PICKER (atl_silo_picker_get_type ())
G_DECLARE_FINAL_TYPE (AtlSiloPicker, atl_silo_picker, ATL, SILO_PICKER, GtkBox)

GtkWidget *atl_silo_picker_new (AtlPerson  *person,
                                const char *partition,
                                const char *caption);
void       atl_silo_picker_apply (AtlSiloPicker *self);

G_END_DECLS
