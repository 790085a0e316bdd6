/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas-private.h"

G_BEGIN_DECLS

/* The files of AtlCanvas that deal with the words of the glossary. */

void     atl_canvas_install_term_actions (GtkWidgetClass *klass);
void     atl_canvas_update_term_actions (AtlCanvas *self);
void     atl_canvas_append_term_section (AtlCanvas *self,
                                         GMenu     *menu);
gboolean atl_canvas_show_term_tooltip (AtlCanvas  *self,
                                       AtlPoint    point,
                                       GtkTooltip *tooltip);

G_END_DECLS
