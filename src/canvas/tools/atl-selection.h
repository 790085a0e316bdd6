/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-note.h"

G_BEGIN_DECLS

#define ATL_TYPE_SELECTION (atl_selection_get_type ())
G_DECLARE_FINAL_TYPE (AtlSelection, atl_selection, ATL, SELECTION, GObject)

/* Signals: "changed" once per operation that changes which notes are selected; "cursor-changed". */

AtlSelection *atl_selection_new (void);
GPtrArray    *atl_selection_get_notes (AtlSelection *self);
guint         atl_selection_get_size (AtlSelection *self);
gboolean      atl_selection_contains (AtlSelection *self,
                                      AtlNote      *note);
void          atl_selection_set (AtlSelection *self,
                                 GPtrArray    *notes);
void          atl_selection_set_one (AtlSelection *self,
                                     AtlNote      *note);
void          atl_selection_toggle (AtlSelection *self,
                                    AtlNote      *note);
void          atl_selection_forget (AtlSelection *self,
                                    AtlNote      *note);
AtlNote      *atl_selection_get_cursor (AtlSelection *self);
void          atl_selection_set_cursor (AtlSelection *self,
                                        AtlNote      *note);

G_END_DECLS
