/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/atl-personal.h"
#include "model/atl-board.h"
#include "model/atl-history.h"

G_BEGIN_DECLS

#define ATL_TYPE_TEMPLATE_EDITOR (atl_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (AtlTemplateEditor, atl_template_editor, ATL, TEMPLATE_EDITOR, AdwWindow)

/* Signal "saved" (const char *id): the template with this id was written. */

GtkWidget *atl_template_editor_new (GtkWindow   *parent,
                                    AtlPersonal *personal,
                                    AtlTemplate *template);
GtkWidget *atl_template_editor_new_for_board (GtkWindow  *parent,
                                              AtlBoard   *board,
                                              AtlHistory *history);
gboolean   atl_template_editor_save (AtlTemplateEditor *self);

G_END_DECLS
