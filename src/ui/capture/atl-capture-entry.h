/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signals: "submit" (gboolean open): Enter, or Ctrl+Enter; "leave": Escape; "changed"; "pasted" (const char
 * *text): a text of several lines or cells, which is not in the entry yet; "author-asked": an @ before all
 * else, which is not in the entry either. */

#define ATL_TYPE_CAPTURE_ENTRY (atl_capture_entry_get_type ())
G_DECLARE_FINAL_TYPE (AtlCaptureEntry, atl_capture_entry, ATL, CAPTURE_ENTRY, GtkWidget)

char    *atl_capture_entry_dup_text (AtlCaptureEntry *self);
gboolean atl_capture_entry_has_text (AtlCaptureEntry *self);
guint    atl_capture_entry_get_excess (AtlCaptureEntry *self);
void     atl_capture_entry_set_text (AtlCaptureEntry *self,
                                     const char      *text);
void     atl_capture_entry_insert (AtlCaptureEntry *self,
                                   const char      *text);
void     atl_capture_entry_take_key (AtlCaptureEntry *self, GtkEventControllerKey *keys);
void     atl_capture_entry_set_prompt (AtlCaptureEntry *self,
                                       const char      *prompt,
                                       const char      *name);
void     atl_capture_entry_set_asks_author (AtlCaptureEntry *self,
                                            gboolean         asks);

G_END_DECLS
