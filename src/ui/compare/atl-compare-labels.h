/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* The name of a silo on a map; in pixels. */
typedef struct
{
  PangoLayout *layout; /* centered; gets its width and height by where it goes */
  AtlRect      over;   /* what it names */
  gboolean     inside; /* it goes there rather than beside it */
  AtlRect      place;  /* set by placing */
  gboolean     shown;  /* set by placing: whether there is room for it */
} AtlCompareLabel;

void atl_compare_labels_place (GArray *labels, GArray *signs, AtlRect room);

G_END_DECLS
