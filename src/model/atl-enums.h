/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/atl-kinds.h"

G_BEGIN_DECLS

/* The nick of each value is its name in the session file. */

typedef enum
{
  ATL_COLOR_YELLOW,
  ATL_COLOR_ORANGE,
  ATL_COLOR_PINK,
  ATL_COLOR_BLUE,
  ATL_COLOR_GREEN,
  ATL_COLOR_PURPLE,
  ATL_COLOR_GREY,
} AtlColor;

/* The quiet backgrounds of areas and silos. */
typedef enum
{
  ATL_TINT_YELLOW,
  ATL_TINT_ORANGE,
  ATL_TINT_RED,
  ATL_TINT_PINK,
  ATL_TINT_PURPLE,
  ATL_TINT_BLUE,
  ATL_TINT_TEAL,
  ATL_TINT_GREEN,
  ATL_TINT_GREY,
  ATL_TINT_WHITE,
} AtlTint;

typedef enum
{
  ATL_LAYOUT_FLOW,
  ATL_LAYOUT_FREE,
  ATL_LAYOUT_AXES,
  ATL_LAYOUT_GRAPH,
} AtlLayout;

G_END_DECLS
