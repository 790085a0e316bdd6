/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/atl-session-page-private.h"

G_BEGIN_DECLS

/* For the files of AtlSessionPage: words of the glossary. */
void     atl_session_page_add_glossary_actions (AtlSessionPage *self,
                                                GActionMap     *map);
void     atl_session_page_update_glossary_actions (AtlSessionPage *self);
gboolean atl_session_page_take_selected_words (AtlSessionPage *self);

G_END_DECLS
