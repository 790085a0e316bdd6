/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-rect.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_TOOL_PRESS,
  ATL_TOOL_MOTION,
  ATL_TOOL_RELEASE,
  ATL_TOOL_CANCEL,
  ATL_TOOL_DOUBLE, /* the second press at the same place, after its PRESS */
} AtlToolEventKind;

typedef enum
{
  ATL_TOOL_SHIFT = 1 << 0,
  ATL_TOOL_CONTROL = 1 << 1,
} AtlToolModifiers;

/* What a tool hears of the pointer. */
typedef struct
{
  AtlToolEventKind kind;
  AtlPoint         point;  /* board units */
  AtlPoint         screen; /* pixels of the viewport */
  AtlToolModifiers modifiers;
  double           slop; /* board units that a press may tremble before it is a drag */
  guint32          time; /* milliseconds */
} AtlToolEvent;

G_END_DECLS
