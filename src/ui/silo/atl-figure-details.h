/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "insight/network/atl-measures.h"

G_BEGIN_DECLS

/* The numbers behind a sentence, with their formula and where it comes from (SILO-METHOD §§3 to 8, §16). */

GtkWidget *atl_figure_details_new (const char *sentences,
                                   const char *meaning);
void       atl_figure_details_add (GtkWidget  *self,
                                   const char *label,
                                   const char *value);
void       atl_figure_details_add_note (GtkWidget  *self,
                                        const char *note,
                                        const char *css_class);
void       atl_figure_details_add_density (GtkWidget   *self,
                                           AtlMeasures *measures);
void       atl_figure_details_add_ei (GtkWidget   *self,
                                      AtlMeasures *measures);
void       atl_figure_details_add_reciprocity (GtkWidget   *self,
                                               AtlMeasures *measures);
void       atl_figure_details_add_broker (GtkWidget   *self,
                                          AtlMeasures *measures,
                                          guint        node);
void       atl_figure_details_add_modularity (GtkWidget   *self,
                                              AtlMeasures *measures);
GtkWidget *atl_figure_details_new_overall (AtlMeasures *measures);
GtkWidget *atl_figure_details_new_silos (AtlMeasures *measures);

G_END_DECLS
