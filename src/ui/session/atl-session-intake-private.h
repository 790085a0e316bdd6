/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas.h"
#include "model/atl-change.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/capture/atl-capture-question.h"
#include "ui/session/atl-session-page-private.h"
#include "util/atl-pasted.h"

G_BEGIN_DECLS

/* How words become notes: for the files of AtlSessionPage. */

typedef enum
{
  ATL_INTAKE_BAR,   /* pasted into the capture bar */
  ATL_INTAKE_BOARD, /* pasted or dropped on the board */
} AtlIntakeSource;

/* atl-session-capture-actions.c */
void atl_session_page_add_capture_actions (AtlSessionPage *self,
                                           GActionMap     *map);
void atl_session_page_update_capture (AtlSessionPage *self);
void atl_session_page_follow_hidden (AtlSessionPage *self, AtlChange *change);

/* atl-session-exchange-actions.c */
void atl_session_page_import (AtlSessionPage    *self,
                              const char *const *paths);

/* atl-session-intake.c */
void     atl_session_page_connect_intake (AtlSessionPage *self);
void     atl_session_page_take_text (AtlSessionPage *self,
                                     const char     *text,
                                     AtlPastedFlags  flags,
                                     AtlIntakeSource source,
                                     const char     *name);
void     atl_session_page_open_captured (AtlSessionPage *self,
                                         AtlNote        *note);
gboolean atl_session_page_has_mode (AtlSessionPage *self,
                                    const char     *action);

AtlCaptureQuestion *atl_session_page_get_question (AtlSessionPage *self);

/* atl-session-files.c */
gboolean atl_session_page_take_files (AtlSessionPage *self,
                                      GSList         *files);

/* atl-session-cards.c */
gboolean atl_session_page_take_card (AtlSessionPage *self,
                                     const char     *line,
                                     AtlCaptureFlags flags);
void     atl_session_page_take_cards (AtlSessionPage *self,
                                      GPtrArray      *entries);

G_END_DECLS
