/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/atl-session-page-private.h"

G_BEGIN_DECLS

/* What optional keys of templates need of the session page. */

void atl_session_page_init_keys (AtlSessionPage *self);
void atl_session_page_add_key_actions (AtlSessionPage *self,
                                       GActionMap     *map);
void atl_session_page_update_keys (AtlSessionPage *self);
void atl_session_page_tell_limit (AtlSessionPage *self);

G_END_DECLS
