/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-links.h"

G_BEGIN_DECLS

/* The slip of paper of one person: what that side, and nobody else, says about its links. */

typedef struct
{
  AtlNote    *other;
  AtlLinkKind kind;
  gboolean    incoming; /* the other one gives, asks or tells; never for kinds that are mutual */
  int         strength; /* 1 to 5 */
} AtlSlipLine;

#define ATL_SLIP_MOST_LINKS 7 /* that the method asks for */

GArray     *atl_slip_read (AtlBoard *board,
                           AtlNote  *node);
guint       atl_slip_count (AtlBoard *board,
                            AtlNote  *node);
GHashTable *atl_slips_count (AtlBoard *board);
void        atl_slip_write (AtlBoard *board,
                            AtlNote  *node,
                            GArray   *lines);

G_END_DECLS
