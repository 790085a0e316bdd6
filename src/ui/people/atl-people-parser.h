/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ui/people/atl-people-shape.h"

G_BEGIN_DECLS

/* One person as pasted; no text is NULL, "" is none. */
typedef struct
{
  char    *name;
  char    *silo;
  char    *role;
  gboolean external;
  gboolean manager;
  gboolean absent;
} AtlPersonLine;

/* A list of people as it was read, and what could not be. */
typedef struct
{
  GPtrArray *people;     /* of AtlPersonLine */
  GPtrArray *columns;    /* headings of the columns that were not read */
  guint      n_nameless; /* lines with something else than a name */
  guint      n_cut;      /* names that are too long for one */
  guint      n_over;     /* lines beyond the limit */

  AtlPeopleCommas commas; /* what they were taken for, ANY if there are none that matter */
} AtlPeopleText;

#define ATL_PEOPLE_MOST 5000

AtlPeopleText *atl_people_text_new (const char *text, AtlPeopleCommas commas);
void           atl_people_text_free (AtlPeopleText *self);
GPtrArray     *atl_people_parse (const char *text);
void           atl_person_line_free (AtlPersonLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPeopleText, atl_people_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPersonLine, atl_person_line_free)

G_END_DECLS
