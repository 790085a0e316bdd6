/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_PASTE_NOTHING,
  ATL_PASTE_EACH_LINE,
  ATL_PASTE_ONE_NOTE,
} AtlPasteAnswer;

/* Signal "answered" (AtlPasteAnswer answer). */

#define ATL_TYPE_PASTE_OFFER (atl_paste_offer_get_type ())
G_DECLARE_FINAL_TYPE (AtlPasteOffer, atl_paste_offer, ATL, PASTE_OFFER, GtkWidget)

void        atl_paste_offer_show (AtlPasteOffer *self,
                                  const char    *text,
                                  guint          n_lines);
const char *atl_paste_offer_get_text (AtlPasteOffer *self);

G_END_DECLS
