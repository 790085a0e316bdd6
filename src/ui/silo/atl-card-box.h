/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/silo/atl-figure-card.h"

G_BEGIN_DECLS

#define ATL_TYPE_CARD_BOX (atl_card_box_get_type ())
G_DECLARE_FINAL_TYPE (AtlCardBox, atl_card_box, ATL, CARD_BOX, GtkBox)

/* Signal "lit-changed" (AtlFigureCard *card): of one of its cards. */

void           atl_card_box_begin (AtlCardBox *self);
AtlFigureCard *atl_card_box_add (AtlCardBox *self,
                                 const char *key);
void           atl_card_box_end (AtlCardBox *self);
AtlFigureCard *atl_card_box_find (AtlCardBox *self,
                                  const char *key);

G_END_DECLS
