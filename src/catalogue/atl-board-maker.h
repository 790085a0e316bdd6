/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-template.h"
#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

AtlBoard *atl_board_maker_add (AtlTemplate *template,
                               AtlSession *session,
                               const char *title);

G_END_DECLS
