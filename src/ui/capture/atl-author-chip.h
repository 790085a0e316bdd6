/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-session.h"

G_BEGIN_DECLS

/* Signal "picked": the user chose another author. */

#define ATL_TYPE_AUTHOR_CHIP (atl_author_chip_get_type ())
G_DECLARE_FINAL_TYPE (AtlAuthorChip, atl_author_chip, ATL, AUTHOR_CHIP, GtkWidget)

void        atl_author_chip_set_session (AtlAuthorChip *self,
                                         AtlSession    *session);
const char *atl_author_chip_get_author (AtlAuthorChip *self);
void        atl_author_chip_set_author (AtlAuthorChip *self,
                                        const char    *author);

void atl_author_chip_open (AtlAuthorChip *self);

G_END_DECLS
