/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-person.h"
#include "model/atl-history.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"
#include "ui/people/atl-people-parser.h"

G_BEGIN_DECLS

/* What becomes of a line of a pasted list. */
typedef enum
{
  ATL_PERSON_LINE_NEW,
  ATL_PERSON_LINE_KNOWN, /* already in the session */
  ATL_PERSON_LINE_TWICE, /* already in the list itself */
} AtlPersonLineState;

/* What a pasted list does, or would do, to a session. */
typedef struct
{
  guint n_added;
  guint n_silos;      /* new ones */
  guint n_duplicates; /* left out: already there, or twice in the list */
} AtlPeopleTally;

AtlPeopleText      *atl_people_read (AtlSession     *session,
                                     const char     *text,
                                     AtlPeopleCommas commas);
AtlPersonLineState *atl_people_dup_states (AtlSession *session,
                                           GPtrArray  *lines);
AtlPeopleTally      atl_people_count (AtlSession *session,
                                      GPtrArray  *lines);
AtlPeopleTally      atl_people_add (AtlSession *session,
                                    GPtrArray  *lines);
void                atl_people_remove (AtlSession *session,
                                       AtlHistory *history,
                                       AtlPerson  *person);
void                atl_people_set_all_present (AtlSession *session,
                                                AtlHistory *history,
                                                gboolean    present);
AtlSilo            *atl_people_find_silo (AtlSession *session,
                                          const char *name);
char               *atl_person_dup_initials (AtlPerson *person);

G_END_DECLS
