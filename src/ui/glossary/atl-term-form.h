/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-term.h"

G_BEGIN_DECLS

#define ATL_TYPE_TERM_FORM (atl_term_form_get_type ())
G_DECLARE_FINAL_TYPE (AtlTermForm, atl_term_form, ATL, TERM_FORM, GtkBox)

/* Signals: "closed", the user is done with it; "delete". */

GtkWidget *atl_term_form_new (AtlTerm    *term,
                              AtlHistory *history,
                              gboolean    read_only);
void       atl_term_form_focus_field (AtlTermForm *self,
                                      AtlTermField field);

G_END_DECLS
