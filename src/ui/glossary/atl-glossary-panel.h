/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"
#include "model/atl-history.h"
#include "model/atl-session.h"
#include "model/atl-term.h"

G_BEGIN_DECLS

#define ATL_TYPE_GLOSSARY_PANEL (atl_glossary_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlGlossaryPanel, atl_glossary_panel, ATL, GLOSSARY_PANEL, GtkBox)

GtkWidget *atl_glossary_panel_new (AtlSession *session,
                                   AtlHistory *history,
                                   gboolean    read_only);
void       atl_glossary_panel_add (AtlGlossaryPanel *self,
                                   const char       *word);
void       atl_glossary_panel_open (AtlGlossaryPanel *self,
                                    AtlTerm          *term);
void       atl_glossary_panel_take_board (AtlGlossaryPanel *self,
                                          AtlBoard         *board);
void       atl_glossary_panel_paste (AtlGlossaryPanel *self,
                                     const char       *text);

G_END_DECLS
