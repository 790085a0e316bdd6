/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"
#include "model/atl-note-field.h"

G_BEGIN_DECLS

#define ATL_CAPTURED_MAX 1000000000

#define ATL_TYPE_NOTE (atl_note_get_type ())
G_DECLARE_FINAL_TYPE (AtlNote, atl_note, ATL, NOTE, AtlItem)

AtlNote           *atl_note_new (const char *id);
const char        *atl_note_get_text (AtlNote *self);
void               atl_note_set_text (AtlNote *self, const char *text);
const char        *atl_note_get_description (AtlNote *self);
void               atl_note_set_description (AtlNote *self, const char *description);
const char        *atl_note_get_author (AtlNote *self);
void               atl_note_set_author (AtlNote *self, const char *author);
const char        *atl_note_get_area (AtlNote *self);
void               atl_note_set_area (AtlNote *self, const char *area);
const char        *atl_note_get_stack (AtlNote *self);
void               atl_note_set_stack (AtlNote *self, const char *stack);
const char        *atl_note_get_stack_title (AtlNote *self);
void               atl_note_set_stack_title (AtlNote *self, const char *stack_title);
const char        *atl_note_get_rank (AtlNote *self);
void               atl_note_set_rank (AtlNote *self, const char *rank);
int                atl_note_get_x (AtlNote *self);
void               atl_note_set_x (AtlNote *self, int x);
int                atl_note_get_y (AtlNote *self);
void               atl_note_set_y (AtlNote *self, int y);
int                atl_note_get_width (AtlNote *self);
void               atl_note_set_width (AtlNote *self, int width);
int                atl_note_get_height (AtlNote *self);
void               atl_note_set_height (AtlNote *self, int height);
gboolean           atl_note_get_pinned (AtlNote *self);
void               atl_note_set_pinned (AtlNote *self, gboolean pinned);
AtlColor           atl_note_get_color (AtlNote *self);
void               atl_note_set_color (AtlNote *self, AtlColor color);
const char *const *atl_note_get_tags (AtlNote *self);
void               atl_note_set_tags (AtlNote *self, const char *const *tags);
gboolean           atl_note_get_hidden (AtlNote *self);
void               atl_note_set_hidden (AtlNote *self, gboolean hidden);
int                atl_note_get_number (AtlNote *self);
void               atl_note_set_number (AtlNote *self, int number);
int                atl_note_get_captured (AtlNote *self);
void               atl_note_set_captured (AtlNote *self, int captured);
GVariant          *atl_note_get_fields (AtlNote *self);
void               atl_note_set_fields (AtlNote *self, GVariant *fields);
const char        *atl_note_get_group (AtlNote *self);
void               atl_note_set_group (AtlNote *self, const char *group);
const char        *atl_note_get_person (AtlNote *self);
void               atl_note_set_person (AtlNote *self, const char *person);
const char        *atl_note_get_silo (AtlNote *self);
void               atl_note_set_silo (AtlNote *self, const char *silo);

G_END_DECLS
