/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-align.h"
#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* A place to be stored for a note, relative to its area. */
typedef struct
{
  AtlNote *note;
  int      x;
  int      y;
} AtlNotePlace;

GArray *atl_area_places_dup_tidy (AtlScene *scene, AtlBox *area, GPtrArray **layers);
GArray *atl_area_places_dup_sorted (AtlScene *scene, AtlBox *area, GPtrArray *leads);
GArray *atl_area_places_dup_aligned (AtlScene *scene, GPtrArray *notes, AtlAlign how);

G_END_DECLS
