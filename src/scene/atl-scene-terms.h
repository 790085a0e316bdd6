/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-term.h"
#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* The words of the glossary on the notes of a board. */

void       atl_scene_set_terms_marked (AtlScene *self,
                                       gboolean  marked);
GPtrArray *atl_scene_dup_terms (AtlScene *self,
                                AtlNote  *note);
AtlTerm   *atl_scene_find_term (AtlScene *self,
                                AtlBox   *note,
                                AtlPoint  point);

G_END_DECLS
