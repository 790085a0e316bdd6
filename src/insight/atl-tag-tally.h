/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"

G_BEGIN_DECLS

typedef struct
{
  char *tag;   /* as it is in notes */
  char *label; /* in the language of the board */
  guint count; /* of notes */
} AtlTagCount;

GArray *atl_tag_tally_new (AtlBoard *board);

G_END_DECLS
