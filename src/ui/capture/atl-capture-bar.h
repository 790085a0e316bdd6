/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_CAPTURE_OPEN = 1 << 0,   /* the note shall be open for editing */
  ATL_CAPTURE_FORCED = 1 << 1, /* the bar goes: not a word may be left in it */
} AtlCaptureFlags;

/* Signals: "capture" (const char *text, AtlCaptureFlags flags): a note is typed, TRUE says that it is taken;
 * "pasted" (const char *text): several lines or cells, not in the entry; "area-picked" (AtlArea *area);
 * "leave": the user is done; "draft-changed": what stands in the entry, or where it belongs, is no longer
 * what it was. The modes are the window's actions capture-hidden and paper-mode. */

#define ATL_TYPE_CAPTURE_BAR (atl_capture_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlCaptureBar, atl_capture_bar, ATL, CAPTURE_BAR, GtkWidget)

void        atl_capture_bar_set_session (AtlCaptureBar *self,
                                         AtlSession    *session);
void        atl_capture_bar_set_board (AtlCaptureBar *self,
                                       AtlBoard      *board);
void        atl_capture_bar_set_area (AtlCaptureBar *self,
                                      AtlArea       *area);
AtlArea    *atl_capture_bar_get_area (AtlCaptureBar *self);
const char *atl_capture_bar_get_author (AtlCaptureBar *self);
void        atl_capture_bar_set_author (AtlCaptureBar *self,
                                        const char    *author);
void        atl_capture_bar_focus (AtlCaptureBar *self);
void        atl_capture_bar_flush (AtlCaptureBar *self);
void        atl_capture_bar_set_narrow (AtlCaptureBar *self,
                                        gboolean       narrow);
gboolean    atl_capture_bar_has_text (AtlCaptureBar *self);
char       *atl_capture_bar_dup_text (AtlCaptureBar *self);
void        atl_capture_bar_set_text (AtlCaptureBar *self,
                                      const char    *text);

void     atl_capture_bar_insert (AtlCaptureBar *self,
                                 const char    *text);
void     atl_capture_bar_take_key (AtlCaptureBar *self, GtkEventControllerKey *keys);
void     atl_capture_bar_pick_author (AtlCaptureBar *self);
gboolean atl_capture_bar_get_paper (AtlCaptureBar *self);
void     atl_capture_bar_set_n_hidden (AtlCaptureBar *self,
                                       guint          n);

G_END_DECLS
