/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas.h"
#include "scene/atl-scene-keys.h"

G_BEGIN_DECLS

/* For what templates ask for on boards: the words that show, and where to open what is entered. Actions:
 * canvas.strength(i) values score. Signals: "owners-activated" (AtlNote *note), of an action board; the user
 * wants to say who does it; "guides-activated" (AtlArea *area, guint row, guint column), wants to score its
 * pairs, that one first. */

void atl_canvas_set_say (AtlCanvas *self, AtlSceneSay say);
void atl_canvas_open_beside (AtlCanvas *self,
                             GtkWidget *popover,
                             AtlItem   *item);

G_END_DECLS
