/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "scene/atl-palette.h"
#include "scene/atl-rect.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_OP_FILL,   /* rounded rectangle: rect, radius, color */
  ATL_OP_FRAME,  /* its outline, drawn inside of it: rect, radius, width, color */
  ATL_OP_TEXT,   /* layout scaled by scale, its top left at origin */
  ATL_OP_STROKE, /* a path: points, curved, closed, width, dash, arrow; a closed one of width 0 is filled */
} AtlOpKind;

typedef enum
{
  ATL_TEXT_BODY, /* what the note says */
  ATL_TEXT_TITLE,
  ATL_TEXT_PROMPT,
  ATL_TEXT_LABEL, /* of axes, quadrants, nodes, silos, stacks */
  ATL_TEXT_META,  /* author, tags, count of a stack, votes */
  ATL_TEXT_SYMBOL,
} AtlTextRole;

/* One stroke of the brush. Coordinates are board units, relative to the top left of the box that the list
 * draws; @rect is always what the operation covers (of text: its logical extents). */
typedef struct
{
  AtlOpKind    kind;
  AtlTextRole  role;
  AtlRgba      color;
  AtlRect      rect;
  AtlPoint     origin; /* of text: where the top left of the layout goes */
  double       radius;
  double       width;
  double       dash;  /* length of dashes and of gaps, 0 for a solid line */
  double       arrow; /* length of the head at the last point, 0 for none */
  double       scale; /* of text */
  PangoLayout *layout;
  AtlPoint    *points;
  guint        n_points;
  gboolean     curved; /* after the first, every three points are a Bézier segment */
  gboolean     closed;
} AtlDisplayOp;

typedef struct _AtlDisplayList AtlDisplayList;

AtlDisplayList     *atl_display_list_new (void);
AtlDisplayList     *atl_display_list_ref (AtlDisplayList *self);
void                atl_display_list_unref (AtlDisplayList *self);
guint               atl_display_list_get_length (AtlDisplayList *self);
const AtlDisplayOp *atl_display_list_get (AtlDisplayList *self, guint index);
AtlRect             atl_display_list_get_bounds (AtlDisplayList *self);
void                atl_display_list_fill (AtlDisplayList *self, AtlRect rect, double radius, AtlRgba color);
void                atl_display_list_frame (AtlDisplayList *self,
                                            AtlRect         rect,
                                            double          radius,
                                            double          width,
                                            AtlRgba         color);
void                atl_display_list_text (AtlDisplayList *self,
                                           AtlPoint        origin,
                                           PangoLayout    *layout,
                                           double          scale,
                                           AtlTextRole     role,
                                           AtlRgba         color);
void                atl_display_list_fade (AtlDisplayList *self, double alpha);
void                atl_display_list_fade_from (AtlDisplayList *self, guint start, double alpha);
AtlDisplayOp       *atl_display_list_stroke (AtlDisplayList *self,
                                             const AtlPoint *points,
                                             guint           n_points,
                                             double          width,
                                             AtlRgba         color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlDisplayList, atl_display_list_unref)

G_END_DECLS
