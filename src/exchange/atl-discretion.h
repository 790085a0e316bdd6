/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* Who may be named on maps that leave the room (SILO-METHOD §15). */
typedef enum
{
  ATL_MAP_NAMES_SILOS, /* nobody: silos only */
  ATL_MAP_NAMES_SHOWN, /* everybody as each wants to be shown: by name, by role, or not at all */
} AtlMapNames;

AtlSession *atl_discretion_dup_session (AtlSession *session, AtlMapNames names, GError **error);

G_END_DECLS
