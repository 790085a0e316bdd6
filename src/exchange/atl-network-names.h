/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-silo-sentence.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

char        *atl_network_names_dup_shown (AtlNetwork *network, guint node, gpointer session);
char        *atl_network_names_dup_silo (AtlNetwork *network, guint node, gpointer session);
char        *atl_network_names_dup_unlike (const char *name, GHashTable *used);
AtlSiloNamer atl_network_names_choose (const AtlSiloSentence *sentence, AtlSiloNamer namer);

G_END_DECLS
