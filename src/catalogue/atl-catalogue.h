/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "catalogue/atl-personal.h"
#include "catalogue/atl-program.h"
#include "catalogue/atl-template.h"
#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_TYPE_CATALOGUE (atl_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (AtlCatalogue, atl_catalogue, ATL, CATALOGUE, GObject)

AtlCatalogue *atl_catalogue_new (void);
void          atl_catalogue_begin (void);
AtlPersonal  *atl_catalogue_get_personal (AtlCatalogue *self);
GListModel   *atl_catalogue_get_templates (AtlCatalogue *self);
GListModel   *atl_catalogue_get_programs (AtlCatalogue *self);
AtlTemplate  *atl_catalogue_find_template (AtlCatalogue *self,
                                           const char   *id);
AtlProgram   *atl_catalogue_find_program (AtlCatalogue *self,
                                          const char   *id);
guint         atl_catalogue_get_n_categories (AtlCatalogue *self);
const char   *atl_catalogue_get_category (AtlCatalogue *self,
                                          guint         position);
AtlSession   *atl_catalogue_make_session (AtlCatalogue      *self,
                                          const char        *title,
                                          const char        *language,
                                          const char *const *template_ids);
AtlBoard     *atl_catalogue_add_board (AtlCatalogue *self,
                                       AtlSession   *session,
                                       const char   *template_id,
                                       const char   *title);

G_END_DECLS
