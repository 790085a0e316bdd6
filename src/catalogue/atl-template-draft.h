/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-template.h"
#include "model/atl-board.h"
#include "model/atl-history.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* Texts of the template as a whole; areas have "title" and "prompt", steps "title". */
#define ATL_DRAFT_NAME "name"
#define ATL_DRAFT_PURPOSE "purpose"
#define ATL_DRAFT_WHEN "whenToUse"
#define ATL_DRAFT_CATEGORY "category"
#define ATL_DRAFT_TIPS "tips"
#define ATL_DRAFT_SOURCE "source"
#define ATL_DRAFT_TITLE "title"
#define ATL_DRAFT_PROMPT "prompt"

/* Numbers */
#define ATL_DRAFT_GROUP_MIN "groupMin"
#define ATL_DRAFT_GROUP_MAX "groupMax"
#define ATL_DRAFT_MINUTES "durationMinutes"
#define ATL_DRAFT_VOTES "votes"

#define ATL_TYPE_TEMPLATE_DRAFT (atl_template_draft_get_type ())
G_DECLARE_FINAL_TYPE (AtlTemplateDraft, atl_template_draft, ATL, TEMPLATE_DRAFT, GObject)

AtlTemplateDraft *atl_template_draft_new (AtlTemplate *origin,
                                          const char  *language);
AtlTemplateDraft *atl_template_draft_new_from_board (AtlBoard    *board,
                                                     AtlTemplate *origin,
                                                     gboolean     both,
                                                     gboolean     examples);
AtlTemplate      *atl_template_draft_get_origin (AtlTemplateDraft *self);
AtlSession       *atl_template_draft_get_session (AtlTemplateDraft *self);
AtlBoard         *atl_template_draft_get_board (AtlTemplateDraft *self);
AtlHistory       *atl_template_draft_get_history (AtlTemplateDraft *self);
gboolean          atl_template_draft_has_both (AtlTemplateDraft *self);
char             *atl_template_draft_dup_text (AtlTemplateDraft *self,
                                               AtlItem          *item,
                                               const char       *name);
void              atl_template_draft_set_text (AtlTemplateDraft *self,
                                               AtlItem          *item,
                                               const char       *name,
                                               const char       *text);
char             *atl_template_draft_dup_other (AtlTemplateDraft *self,
                                                AtlItem          *item,
                                                const char       *name);
void              atl_template_draft_set_other (AtlTemplateDraft *self,
                                                AtlItem          *item,
                                                const char       *name,
                                                const char       *text);
int               atl_template_draft_get_number (AtlTemplateDraft *self,
                                                 const char       *name);
void              atl_template_draft_set_number (AtlTemplateDraft *self,
                                                 const char       *name,
                                                 int               number);
gboolean          atl_template_draft_has_tag (AtlTemplateDraft *self,
                                              const char       *tag);
void              atl_template_draft_set_tag (AtlTemplateDraft *self,
                                              const char       *tag,
                                              gboolean          set);

G_END_DECLS
