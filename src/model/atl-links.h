/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-link.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* Links as statements: what both sides say, or what one of them says. A kind that says the same in both
 * directions is found whichever way it was drawn. The caller opens and names the group of the history. */

/* How two sides see the same link. */
typedef enum
{
  ATL_VIEWS_SHARED,    /* said by both together, or alike */
  ATL_VIEWS_ONE_SIDED, /* only one side sees it */
  ATL_VIEWS_DIFFERENT, /* both see it, not as strong */
} AtlViews;

gboolean   atl_link_kind_is_mutual (AtlLinkKind kind);
gboolean   atl_link_kind_is_need (AtlLinkKind kind);
AtlLink   *atl_links_find (AtlBoard     *board,
                           AtlNote      *from,
                           AtlNote      *to,
                           AtlLinkKind   kind,
                           AtlDeclaredBy by);
AtlLink   *atl_links_state (AtlBoard     *board,
                            AtlNote      *from,
                            AtlNote      *to,
                            AtlLinkKind   kind,
                            AtlDeclaredBy by,
                            int           strength);
GPtrArray *atl_links_dup_of (AtlBoard *board,
                             AtlNote  *note);
GPtrArray *atl_links_dup_between (AtlBoard *board,
                                  AtlNote  *a,
                                  AtlNote  *b);
void       atl_links_delete (GPtrArray *links);
AtlViews   atl_link_compare_views (AtlBoard *board,
                                   AtlLink  *link,
                                   int      *said_by_from,
                                   int      *said_by_to);

G_END_DECLS
