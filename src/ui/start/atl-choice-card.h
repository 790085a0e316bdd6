/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/start/atl-choice.h"

G_BEGIN_DECLS

#define ATL_TYPE_CHOICE_CARD (atl_choice_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlChoiceCard, atl_choice_card, ATL, CHOICE_CARD, GtkFlowBoxChild)

GtkWidget   *atl_choice_card_new (AtlChoice  *choice,
                                  const char *language);
AtlChoice   *atl_choice_card_get_choice (AtlChoiceCard *self);
void         atl_choice_card_set_language (AtlChoiceCard *self,
                                           const char    *language);
AtlChoiceHit atl_choice_card_search (AtlChoiceCard *self,
                                     const char    *words);
AtlChoiceHit atl_choice_card_get_hit (AtlChoiceCard *self);
gboolean     atl_choice_card_fill (AtlChoiceCard *self);

G_END_DECLS
