/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "model/atl-link.h"

G_BEGIN_DECLS

/* What can be done to links and nodes, each as one step of the history. An edit of a statement that the board
 * holds twice, as merged or imported ones may, goes to both. */

AtlLink *atl_link_commands_state (AtlBoardView *view,
                                  AtlNote      *from,
                                  AtlNote      *to,
                                  AtlLinkKind   kind,
                                  AtlDeclaredBy by,
                                  int           strength);
void     atl_link_commands_set_strength (AtlBoardView *view,
                                         AtlLink      *link,
                                         int           strength);
void     atl_link_commands_set_kind (AtlBoardView *view,
                                     AtlLink      *link,
                                     AtlLinkKind   kind);
void     atl_link_commands_set_declared_by (AtlBoardView *view,
                                            AtlLink      *link,
                                            AtlDeclaredBy by);
void     atl_link_commands_reverse (AtlBoardView *view,
                                    AtlLink      *link);
void     atl_link_commands_set_remark (AtlBoardView *view,
                                       AtlLink      *link,
                                       const char   *remark);
void     atl_link_commands_delete (AtlBoardView *view,
                                   AtlLink      *link);
void     atl_link_commands_set_field (AtlBoardView *view,
                                      AtlItem      *item,
                                      const char   *name,
                                      GVariant     *value);
void     atl_link_commands_set_silo (AtlBoardView *view,
                                     const char   *silo);
void     atl_link_commands_put_in_silo (AtlBoardView *view,
                                        AtlNote      *node,
                                        const char   *name);
void     atl_link_commands_read_silo (AtlBoardView *view,
                                      AtlNote      *node);
void     atl_link_commands_set_pinned (AtlBoardView *view,
                                       gboolean      pinned);

G_END_DECLS
