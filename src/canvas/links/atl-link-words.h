/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "model/atl-link.h"

G_BEGIN_DECLS

/* How links are called on screen. */

char       *atl_link_kind_dup_name (AtlLinkKind kind,
                                    int        *key_at);
gunichar    atl_link_kind_get_key (AtlLinkKind kind);
const char *atl_link_get_anchor (AtlLinkKind kind,
                                 int         strength);
char       *atl_link_dup_phrase (AtlBoardView *view,
                                 AtlLink      *link,
                                 AtlNote      *node);
char       *atl_link_dup_sentence (AtlBoardView *view,
                                   AtlLink      *link);
char       *atl_link_dup_relation (AtlLink *link,
                                   AtlNote *node);
char       *atl_note_dup_address (AtlBoardView *view,
                                  AtlNote      *note);
char       *atl_link_dup_side (AtlBoardView *view,
                               AtlNote      *node);

G_END_DECLS
