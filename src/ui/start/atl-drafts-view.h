/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/start/atl-draft-list.h"

G_BEGIN_DECLS

#define ATL_TYPE_DRAFTS_VIEW (atl_drafts_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlDraftsView, atl_drafts_view, ATL, DRAFTS_VIEW, GtkBox)

/* Signal: "open-draft" (AtlDraftEntry *entry). */

GtkWidget *atl_drafts_view_new (AtlDraftList *drafts);

G_END_DECLS
