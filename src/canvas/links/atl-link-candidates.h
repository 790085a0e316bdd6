/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/links/atl-link-draft.h"

G_BEGIN_DECLS

/* The nodes that a few letters find, as rows of a list. */

void atl_link_candidates_show (GtkWidget    *list,
                               AtlLinkDraft *draft);

G_END_DECLS
