/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

#define ATL_N_SIDES 3 /* values of AtlDeclaredBy */

/* A line: all statements of one link. */
typedef struct
{
  AtlBoxState  state;
  AtlBoxState *from;
  AtlBoxState *to;
  AtlLinkKind  kind;
  gboolean     mutual;
  AtlPoint     curve[4];            /* board units */
  int          stated[ATL_N_SIDES]; /* how strong each says it is, while statements are gathered */
  int          said[ATL_N_SIDES];   /* the same, 0 for silence */
  int          strength;            /* of the line */
} AtlLinkState;

void atl_link_painter_place (AtlScene     *scene,
                             AtlLinkState *link);
void atl_link_painter_set_curve (AtlScene       *scene,
                                 AtlLinkState   *link,
                                 const AtlPoint *curve);
void atl_link_painter_paint (AtlScene       *scene,
                             AtlLinkState   *link,
                             AtlDetail       detail,
                             AtlDisplayList *list);

G_END_DECLS
