/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

typedef struct
{
  AtlBoxState  state;
  AtlBoxState *from;
  AtlBoxState *to;
  AtlPoint     curve[4]; /* board units */
  int          stated;   /* the strongest statement, while statements are gathered */
  int          strength; /* of the line */
} AtlLinkState;

void     atl_link_painter_place (AtlScene     *scene,
                                 AtlLinkState *link);
void     atl_link_painter_paint (AtlScene       *scene,
                                 AtlLinkState   *link,
                                 AtlDetail       detail,
                                 AtlDisplayList *list);
gboolean atl_link_painter_is_mutual (AtlLinkKind kind);
double   atl_link_painter_get_distance (AtlLinkState *link,
                                        AtlPoint      point);

G_END_DECLS
