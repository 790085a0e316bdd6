/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-person.h"

G_BEGIN_DECLS

#define ATL_TYPE_PERSON_EDITOR (atl_person_editor_get_type ())
G_DECLARE_FINAL_TYPE (AtlPersonEditor, atl_person_editor, ATL, PERSON_EDITOR, GtkPopover)

/* Signal "remove" (AtlPerson *person): the user wants the person out of the list. */

GtkWidget *atl_person_editor_new (AtlHistory *history);
void       atl_person_editor_edit (AtlPersonEditor *self,
                                   AtlPerson       *person);
void       atl_person_editor_open (AtlPersonEditor *self,
                                   AtlPerson       *person,
                                   GtkWidget       *row);
void       atl_person_editor_commit (AtlPersonEditor *self);

G_END_DECLS
