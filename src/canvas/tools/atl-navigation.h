/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-box.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_DIRECTION_LEFT,
  ATL_DIRECTION_RIGHT,
  ATL_DIRECTION_UP,
  ATL_DIRECTION_DOWN,
} AtlDirection;

AtlBox *atl_navigation_find (GPtrArray   *boxes,
                             AtlRect      from,
                             AtlBox      *except,
                             AtlDirection direction);

G_END_DECLS
