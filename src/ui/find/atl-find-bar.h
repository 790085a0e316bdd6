/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"
#include "model/atl-note.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_TYPE_FIND_BAR (atl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlFindBar, atl_find_bar, ATL, FIND_BAR, GtkWidget)

/* Properties, read-only: open; filter (what notes are filtered by while no chips say it, or NULL).
 * Signals: "found" (GHashTable *notes, const char *words), notes of any board that are to be lit and words to
 * be marked, NULL for none; "go" (AtlNote *note, gboolean focus), the note is to be shown; "left". */

void        atl_find_bar_set_session (AtlFindBar *self,
                                      AtlSession *session);
void        atl_find_bar_set_board (AtlFindBar *self,
                                    AtlBoard   *board);
void        atl_find_bar_set_people (AtlFindBar *self,
                                     gboolean    people);
void        atl_find_bar_set_narrow (AtlFindBar *self, gboolean narrow);
void        atl_find_bar_open (AtlFindBar *self);
void        atl_find_bar_close (AtlFindBar *self);
gboolean    atl_find_bar_get_open (AtlFindBar *self);
void        atl_find_bar_filter_by_tag (AtlFindBar *self,
                                        const char *tag);
const char *atl_find_bar_get_tag (AtlFindBar *self);
void        atl_find_bar_clear_filter (AtlFindBar *self);

G_END_DECLS
