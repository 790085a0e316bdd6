/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/session/atl-session-keys.h"

#include "canvas/atl-canvas.h"
#include "ui/keys/atl-session-say.h"

/**
 * atl_session_page_init_keys:
 * @self: a page that has its canvas
 *
 * Lets the board show what optional keys of its template ask for.
 */
void
atl_session_page_init_keys (AtlSessionPage *self)
{
  atl_canvas_set_say (ATL_CANVAS (self->canvas), atl_session_say);
}
