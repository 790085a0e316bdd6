/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "model/atl-link.h"

G_BEGIN_DECLS

/* Who says that there is such a link. */
typedef enum
{
  ATL_SAID_BY_BOTH,
  ATL_SAID_BY_NODE,  /* the node that the link was begun at */
  ATL_SAID_BY_OTHER, /* the one that was found */
} AtlSaidBy;

#define ATL_DRAFT_CANDIDATES 6

#define ATL_TYPE_LINK_DRAFT (atl_link_draft_get_type ())
G_DECLARE_FINAL_TYPE (AtlLinkDraft, atl_link_draft, ATL, LINK_DRAFT, GObject)

/* Signal "changed": anything of it is another. */

AtlLinkDraft *atl_link_draft_new (AtlBoardView *view,
                                  AtlNote      *node);
AtlNote      *atl_link_draft_get_node (AtlLinkDraft *self);
AtlNote      *atl_link_draft_get_other (AtlLinkDraft *self);
gboolean      atl_link_draft_has_nodes (AtlLinkDraft *self);
GPtrArray    *atl_link_draft_get_candidates (AtlLinkDraft *self);
int           atl_link_draft_get_highlighted (AtlLinkDraft *self);
AtlLinkKind   atl_link_draft_get_kind (AtlLinkDraft *self);
int           atl_link_draft_get_strength (AtlLinkDraft *self);
AtlSaidBy     atl_link_draft_get_said_by (AtlLinkDraft *self);
gboolean      atl_link_draft_get_reversed (AtlLinkDraft *self);
void          atl_link_draft_set_words (AtlLinkDraft *self,
                                        const char   *words);
void          atl_link_draft_step (AtlLinkDraft *self,
                                   int           by);
gboolean      atl_link_draft_pick (AtlLinkDraft *self,
                                   AtlNote      *other);
gboolean      atl_link_draft_begin_at (AtlLinkDraft *self,
                                       AtlNote      *node);
void          atl_link_draft_unpick (AtlLinkDraft *self);
void          atl_link_draft_set_kind (AtlLinkDraft *self,
                                       AtlLinkKind   kind);
void          atl_link_draft_set_strength (AtlLinkDraft *self,
                                           int           strength);
void          atl_link_draft_set_said_by (AtlLinkDraft *self,
                                          AtlSaidBy     said_by);
void          atl_link_draft_set_reversed (AtlLinkDraft *self,
                                           gboolean      reversed);
char         *atl_link_draft_dup_field (AtlLinkDraft *self);
void          atl_link_draft_set_value (AtlLinkDraft *self,
                                        GVariant     *value);
gboolean      atl_link_draft_take_char (AtlLinkDraft *self,
                                        gunichar      c);
AtlLink      *atl_link_draft_commit (AtlLinkDraft *self);

G_END_DECLS
