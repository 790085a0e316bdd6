/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* What the notes of an area can be sorted by, once. */
typedef enum
{
  ATL_ORDER_VOTES,
  ATL_ORDER_AUTHOR,
  ATL_ORDER_TEXT,
  ATL_ORDER_COLOR,
  ATL_ORDER_TIME,     /* the first captured first */
  ATL_ORDER_STRENGTH, /* where the template asks for one */
  ATL_ORDER_RATIO,    /* value for effort, where it asks for both */
} AtlOrder;

GPtrArray *atl_area_order_dup_leads (AtlScene *scene, AtlBox *area);
GPtrArray *atl_area_order_dup (AtlScene *scene, AtlBox *area, AtlOrder order);
gboolean   atl_area_order_has_numbers (AtlBox *area, AtlOrder order);
gboolean   atl_area_order_has_votes (AtlScene *scene, AtlBox *area);

G_END_DECLS
