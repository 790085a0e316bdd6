/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-item.h"

G_BEGIN_DECLS

/* What makes an item of one session and an item of its copy the same. Borrows what it points to. */
typedef struct
{
  GType       type;
  const char *id;
  const char *twin; /* of a second item of the same id,
      which only edited files have: the id of its container */
} AtlItemKey;

AtlItemKey atl_item_key (AtlItem *item);
guint      atl_item_key_hash (gconstpointer key);
gboolean   atl_item_key_equal (gconstpointer a, gconstpointer b);
int        atl_item_key_compare (const AtlItemKey *a, const AtlItemKey *b);

G_END_DECLS
