/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-change.h"

G_BEGIN_DECLS

#define ATL_TYPE_HISTORY (atl_history_get_type ())
G_DECLARE_FINAL_TYPE (AtlHistory, atl_history, ATL, HISTORY, GObject)

/* Properties, all read-only: can-undo, can-redo, undo-label, redo-label, saved, truncated.
 * Signal "applied" (GPtrArray *items): after an undo or a redo, the items it touched. */

AtlHistory *atl_history_new (AtlSession *session);
void        atl_history_begin (AtlHistory *self,
                               const char *label);
void        atl_history_begin_typing (AtlHistory *self,
                                      const char *label,
                                      AtlItem    *item);
void        atl_history_end (AtlHistory *self);
void        atl_history_cancel (AtlHistory *self);
void        atl_history_break (AtlHistory *self);
gboolean    atl_history_undo (AtlHistory *self);
gboolean    atl_history_redo (AtlHistory *self);
gboolean    atl_history_get_went_back (AtlHistory *self);
gboolean    atl_history_get_is_open (AtlHistory *self);
gboolean    atl_history_get_can_undo (AtlHistory *self);
gboolean    atl_history_get_can_redo (AtlHistory *self);
const char *atl_history_get_undo_label (AtlHistory *self);
const char *atl_history_get_redo_label (AtlHistory *self);
gboolean    atl_history_get_saved (AtlHistory *self);
gboolean    atl_history_get_truncated (AtlHistory *self);
guint64     atl_history_get_position (AtlHistory *self);
void        atl_history_mark_saved (AtlHistory *self,
                                    guint64     position);
void        atl_history_set_pause (AtlHistory *self,
                                   double      seconds);
void        atl_history_set_limit (AtlHistory *self,
                                   gsize       bytes);

G_END_DECLS
