/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/links/atl-link-draft.h"

G_BEGIN_DECLS

#define ATL_TYPE_LINK_STRIP (atl_link_strip_get_type ())
G_DECLARE_FINAL_TYPE (AtlLinkStrip, atl_link_strip, ATL, LINK_STRIP, GtkBox)

/* Signals: "moved", links of another node are typed; "linked" (AtlLink *link); "closed", the user is done. */

GtkWidget    *atl_link_strip_new (AtlBoardView *view,
                                  AtlNote      *node);
AtlLinkDraft *atl_link_strip_get_draft (AtlLinkStrip *self);
gboolean      atl_link_strip_take_key (AtlLinkStrip   *self,
                                       guint           keyval,
                                       guint           keycode,
                                       GdkModifierType state);
void          atl_link_strip_focus (AtlLinkStrip *self);
int           atl_link_strip_measure_height (AtlLinkStrip *self,
                                             int           width);
void          atl_link_strip_take_node (AtlLinkStrip *self,
                                        AtlNote      *node);

G_END_DECLS
