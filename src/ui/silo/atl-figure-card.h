/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/silo/atl-map-light.h"
#include "ui/silo/atl-voice.h"

G_BEGIN_DECLS

#define ATL_TYPE_FIGURE_CARD (atl_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlFigureCard, atl_figure_card, ATL, FIGURE_CARD, GtkWidget)

/* Signal "lit-changed": the user wants to see what it counts on the map, or not any more. */

GtkWidget  *atl_figure_card_new (const char *key);
void        atl_figure_card_enter (AtlFigureCard *self);
const char *atl_figure_card_get_key (AtlFigureCard *self);
void        atl_figure_card_set_speech (AtlFigureCard *self,
                                        AtlSpeech     *speech);
const char *atl_figure_card_get_text (AtlFigureCard *self);
void        atl_figure_card_set_light (AtlFigureCard *self,
                                       AtlLight       light);
AtlLight    atl_figure_card_get_light (AtlFigureCard *self);
gboolean    atl_figure_card_get_lit (AtlFigureCard *self);
void        atl_figure_card_set_lit (AtlFigureCard *self,
                                     gboolean       lit);
void        atl_figure_card_set_bar (AtlFigureCard *self,
                                     GtkWidget     *bar);
GtkWidget  *atl_figure_card_get_bar (AtlFigureCard *self);
void        atl_figure_card_set_foot (AtlFigureCard *self,
                                      GtkWidget     *foot);
void        atl_figure_card_set_details (AtlFigureCard *self,
                                         GtkWidget     *details);

G_END_DECLS
