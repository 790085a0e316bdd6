/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "scene/atl-palette.h"

G_BEGIN_DECLS

/* Groups as the room reads them, on a screen or on paper: all words are in the language of the session. */
typedef struct _AtlMixSheet AtlMixSheet;

/* How a sheet fits into a space. */
typedef struct
{
  guint    columns;
  guint    rows;
  double   size;      /* of the names, in units of the space */
  gboolean truncated; /* some names are longer than their column */
} AtlMixSheetFit;

AtlMixSheet   *atl_mix_sheet_new (const char *heading, const char *subheading);
void           atl_mix_sheet_free (AtlMixSheet *self);
void           atl_mix_sheet_add_silo (AtlMixSheet *self, const char *name, AtlTint tint);
void           atl_mix_sheet_add_group (AtlMixSheet *self, const char *title);
void           atl_mix_sheet_add_person (AtlMixSheet *self, const char *name, int silo);
guint          atl_mix_sheet_get_n_groups (AtlMixSheet *self);
const char    *atl_mix_sheet_get_sign (int silo);
char          *atl_mix_sheet_dup_text (AtlMixSheet *self);
AtlMixSheetFit atl_mix_sheet_fit (AtlMixSheet *self, double width, double height);
void           atl_mix_sheet_draw (AtlMixSheet *self,
                                   cairo_t     *cr,
                                   double       width,
                                   double       height,
                                   AtlTheme     theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixSheet, atl_mix_sheet_free)

G_END_DECLS
