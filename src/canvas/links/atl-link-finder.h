/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

/* Finds nodes by a few letters of what they are called. */
typedef struct _AtlLinkFinder AtlLinkFinder;

AtlLinkFinder *atl_link_finder_new (AtlBoardView *view,
                                    gboolean      nodes);
void           atl_link_finder_free (AtlLinkFinder *self);
GPtrArray     *atl_link_finder_dup_matches (AtlLinkFinder *self,
                                            const char    *words,
                                            AtlNote       *from,
                                            guint          most);

gboolean atl_link_finder_begins_word (AtlLinkFinder *self,
                                      const char    *words,
                                      AtlNote       *except);
gboolean atl_link_finder_prefers (AtlLinkFinder *self,
                                  const char    *words,
                                  AtlNote       *note,
                                  AtlNote       *other);
AtlNote *atl_link_finder_get_first (AtlLinkFinder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlLinkFinder, atl_link_finder_free)

G_END_DECLS
