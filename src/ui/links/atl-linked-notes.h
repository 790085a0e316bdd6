/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-note.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_TYPE_LINKED_NOTES (atl_linked_notes_get_type ())
G_DECLARE_FINAL_TYPE (AtlLinkedNotes, atl_linked_notes, ATL, LINKED_NOTES, GtkBox)

GtkWidget *atl_linked_notes_new (AtlSession *session,
                                 gboolean    read_only);
void       atl_linked_notes_set_note (AtlLinkedNotes *self,
                                      AtlNote        *note);

G_END_DECLS
