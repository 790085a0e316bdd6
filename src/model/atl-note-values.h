/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* The numbers and words that template keys put on a note, in its fields, and those of its place. */
#define ATL_NOTE_VALUE_STRENGTH "strength"

gboolean  atl_note_get_value (AtlNote    *note,
                              const char *name,
                              double     *value);
GVariant *atl_fields_with (GVariant   *fields,
                           const char *name,
                           GVariant   *value);
void      atl_note_set_value (AtlNote    *note,
                              const char *name,
                              GVariant   *value);
char     *atl_note_dup_value_text (AtlNote    *note,
                                   const char *name);
gboolean  atl_note_has_place (AtlNote *note);
gboolean  atl_note_get_measures (AtlNote *note,
                                 int     *x,
                                 int     *y);
void      atl_note_set_measures (AtlNote *note,
                                 int      x,
                                 int      y);

G_END_DECLS
