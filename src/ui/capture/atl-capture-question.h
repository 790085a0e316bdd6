/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/capture/atl-capture-bar.h"

G_BEGIN_DECLS

#define ATL_CAPTURE_CANCELED (-1)

/* What the user chose, a place in the list of answers, or ATL_CAPTURE_CANCELED. */
typedef void (*AtlAnswerCallback) (int      answer,
                                   gpointer user_data);

#define ATL_TYPE_CAPTURE_QUESTION (atl_capture_question_get_type ())
G_DECLARE_FINAL_TYPE (AtlCaptureQuestion, atl_capture_question, ATL, CAPTURE_QUESTION, GtkWidget)

void atl_capture_question_ask (AtlCaptureQuestion *self,
                               const char         *question,
                               const char *const  *answers,
                               AtlAnswerCallback   callback,
                               gpointer            user_data);
void atl_capture_question_cancel (AtlCaptureQuestion *self);
void atl_capture_question_set_bar (AtlCaptureQuestion *self,
                                   AtlCaptureBar      *bar);
void atl_capture_question_set_narrow (AtlCaptureQuestion *self,
                                      gboolean            narrow);

G_END_DECLS
