/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-change.h"
#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

/* Marks under the words of the glossary, for the files of the scene. */

void           atl_term_marks_take_change (AtlScene  *scene,
                                           AtlChange *change);
void           atl_term_marks_update (AtlScene *scene);
void           atl_term_marks_clear (AtlScene *scene);
AtlWordFinder *atl_term_marks_get_finder (AtlScene *scene);
void           atl_term_marks_paint (AtlScene       *scene,
                                     PangoLayout    *layout,
                                     AtlPoint        origin,
                                     double          scale,
                                     AtlDisplayList *list);

G_END_DECLS
