/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-catalogue.h"

G_BEGIN_DECLS

#define ATL_TYPE_CHOICE (atl_choice_get_type ())
G_DECLARE_FINAL_TYPE (AtlChoice, atl_choice, ATL, CHOICE, GObject)

/* Where a choice has what is searched, the best place first. */
typedef enum
{
  ATL_CHOICE_HIT_NAME,
  ATL_CHOICE_HIT_OTHER_NAME, /* its name in the other language */
  ATL_CHOICE_HIT_TEXT,       /* what it is for, when to use it */
  ATL_CHOICE_HIT_NONE,
} AtlChoiceHit;

AtlChoice   *atl_choice_new_template (AtlCatalogue *catalogue,
                                      AtlTemplate *template);
AtlChoice   *atl_choice_new_program (AtlCatalogue *catalogue,
                                     AtlProgram   *program);
AtlTemplate *atl_choice_get_template (AtlChoice *self);
gboolean     atl_choice_is_program (AtlChoice *self);
const char  *atl_choice_get_name (AtlChoice  *self,
                                  const char *language);
const char  *atl_choice_get_purpose (AtlChoice  *self,
                                     const char *language);
const char  *atl_choice_get_when (AtlChoice  *self,
                                  const char *language);
const char  *atl_choice_get_tips (AtlChoice  *self,
                                  const char *language);
const char  *atl_choice_get_source (AtlChoice  *self,
                                    const char *language);
guint        atl_choice_get_n_boards (AtlChoice *self);
char        *atl_choice_dup_facts (AtlChoice *self);
AtlChoiceHit atl_choice_search (AtlChoice  *self,
                                const char *words,
                                const char *language);
AtlSession  *atl_choice_get_preview (AtlChoice  *self,
                                     const char *language);
AtlSession  *atl_choice_make_session (AtlChoice  *self,
                                      const char *title,
                                      const char *language);

G_END_DECLS
