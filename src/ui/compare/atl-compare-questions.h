/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/atl-compare-result.h"

G_BEGIN_DECLS

/* Asks who is who where several bear a name. */
#define ATL_TYPE_COMPARE_QUESTIONS (atl_compare_questions_get_type ())
G_DECLARE_FINAL_TYPE (AtlCompareQuestions, atl_compare_questions, ATL, COMPARE_QUESTIONS, GtkBox)

GtkWidget *atl_compare_questions_new (AtlCompareResult *result,
                                      GPtrArray        *answers);
GPtrArray *atl_compare_questions_dup_answers (AtlCompareQuestions *self);
guint      atl_compare_questions_get_n (AtlCompareQuestions *self);
void       atl_compare_questions_answer (AtlCompareQuestions *self,
                                         guint                question,
                                         guint                choice);

G_END_DECLS
