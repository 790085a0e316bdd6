/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"

G_BEGIN_DECLS

/* Under what the people of a map are shown. The caller opens and names the group of the history. */
typedef enum
{
  ATL_NEUTRAL_NUMBERS, /* "Person 1" */
  ATL_NEUTRAL_ROLES,   /* a number where there is no role */
  ATL_NEUTRAL_NAMES,   /* as before */
} AtlNeutralWay;

guint    atl_neutral_labels_apply (AtlBoard     *board,
                                   AtlNeutralWay way,
                                   gboolean      remove_names,
                                   guint32       seed);
guint    atl_neutral_labels_count (AtlBoard *board);
gboolean atl_neutral_labels_can_show (AtlBoard *board);

G_END_DECLS
