/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_TYPE_PEOPLE_PANEL (atl_people_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlPeoplePanel, atl_people_panel, ATL, PEOPLE_PANEL, GtkBox)

GtkWidget *atl_people_panel_new_for_session (AtlSession *session,
                                             AtlHistory *history,
                                             gboolean    read_only);
void       atl_people_panel_set_on_map (AtlPeoplePanel *self,
                                        gboolean        on_map);
gboolean   atl_people_panel_focus_list (AtlPeoplePanel *self);

G_END_DECLS
