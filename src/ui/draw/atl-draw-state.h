/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "store/atl-document.h"
#include "ui/draw/atl-draw-bag.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_DRAW_RANDOM,
  ATL_DRAW_ORDER,
  ATL_N_DRAWS,
} AtlDrawKind;

/* Who had a turn while a session is open: nothing of it is stored. */
AtlDrawBag *atl_draw_state_get_bag (AtlDocument *document);
GPtrArray  *atl_draw_state_get_shown (AtlDocument *document);
int         atl_draw_state_get_spoken (AtlDocument *document,
                                       AtlBoard    *board,
                                       const char  *person);
void        atl_draw_state_set_spoken (AtlDocument *document,
                                       AtlBoard    *board,
                                       const char  *person,
                                       gboolean     spoken);
GtkWidget  *atl_draw_state_get_window (AtlDocument *document,
                                       AtlDrawKind  kind);
void        atl_draw_state_set_window (AtlDocument *document,
                                       AtlDrawKind  kind,
                                       GtkWidget   *window);
void        atl_draw_state_close (AtlDocument *document);

G_END_DECLS
