/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-silo.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_PERSON_NAME,
  ATL_PERSON_ROLE,
  ATL_PERSON_SILOS,
  ATL_PERSON_MANAGER,
  ATL_PERSON_EXTERNAL,
  ATL_PERSON_PRESENT,
  ATL_PERSON_SHOWN,
  ATL_PERSON_RANK,
  ATL_PERSON_ALTERNATIVES,
  ATL_PERSON_N_FIELDS,
} AtlPersonField;

#define ATL_TYPE_PERSON (atl_person_get_type ())
G_DECLARE_FINAL_TYPE (AtlPerson, atl_person, ATL, PERSON, AtlItem)

AtlPerson         *atl_person_new (const char *id);
const char        *atl_person_get_name (AtlPerson *self);
void               atl_person_set_name (AtlPerson *self, const char *name);
const char        *atl_person_get_role (AtlPerson *self);
void               atl_person_set_role (AtlPerson *self, const char *role);
const char *const *atl_person_get_silos (AtlPerson *self);
void               atl_person_set_silos (AtlPerson *self, const char *const *silos);
gboolean           atl_person_get_manager (AtlPerson *self);
void               atl_person_set_manager (AtlPerson *self, gboolean manager);
gboolean           atl_person_get_external (AtlPerson *self);
void               atl_person_set_external (AtlPerson *self, gboolean external);
gboolean           atl_person_get_present (AtlPerson *self);
void               atl_person_set_present (AtlPerson *self, gboolean present);
AtlShown           atl_person_get_shown (AtlPerson *self);
void               atl_person_set_shown (AtlPerson *self, AtlShown shown);
const char        *atl_person_get_rank (AtlPerson *self);
void               atl_person_set_rank (AtlPerson *self, const char *rank);
AtlSilo           *atl_person_find_silo (AtlPerson *self);
char              *atl_person_dup_first_name (AtlPerson *self);

G_END_DECLS
