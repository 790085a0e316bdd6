/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-person.h"

G_BEGIN_DECLS

#define ATL_TYPE_PERSON_ROW (atl_person_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlPersonRow, atl_person_row, ATL, PERSON_ROW, GtkListBoxRow)

/* Signal "presence-chosen" (gboolean present): the user ticked or cleared the box; the row itself changes
 * nothing. */

GtkWidget *atl_person_row_new (AtlPerson *person);
AtlPerson *atl_person_row_get_person (AtlPersonRow *self);
void       atl_person_row_update (AtlPersonRow *self);
void       atl_person_row_set_editable (AtlPersonRow *self,
                                        gboolean      editable);
char      *atl_person_row_dup_label (AtlPerson *person);

G_END_DECLS
