/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One person as pasted; no member is NULL, "" is none. */
typedef struct
{
  char *name;
  char *silo;
  char *role;
} AtlPersonLine;

GPtrArray     *atl_people_parse (const char *text);
AtlPersonLine *atl_person_line_new (const char *name,
                                    const char *silo,
                                    const char *role);
void           atl_person_line_free (AtlPersonLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlPersonLine, atl_person_line_free)

G_END_DECLS
