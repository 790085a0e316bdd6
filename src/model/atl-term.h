/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_TERM_TERM,
  ATL_TERM_BUSINESS,
  ATL_TERM_TECHNICAL,
  ATL_TERM_AGREED,
  ATL_TERM_RANK,
  ATL_TERM_ALTERNATIVES,
  ATL_TERM_N_FIELDS,
} AtlTermField;

#define ATL_TYPE_TERM (atl_term_get_type ())
G_DECLARE_FINAL_TYPE (AtlTerm, atl_term, ATL, TERM, AtlItem)

AtlTerm    *atl_term_new (const char *id);
const char *atl_term_get_term (AtlTerm *self);
void        atl_term_set_term (AtlTerm *self, const char *term);
const char *atl_term_get_business (AtlTerm *self);
void        atl_term_set_business (AtlTerm *self, const char *business);
const char *atl_term_get_technical (AtlTerm *self);
void        atl_term_set_technical (AtlTerm *self, const char *technical);
const char *atl_term_get_agreed (AtlTerm *self);
void        atl_term_set_agreed (AtlTerm *self, const char *agreed);
const char *atl_term_get_rank (AtlTerm *self);
void        atl_term_set_rank (AtlTerm *self, const char *rank);

G_END_DECLS
