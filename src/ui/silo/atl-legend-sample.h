/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-link.h"

G_BEGIN_DECLS

/* A link of a legend. */
typedef struct
{
  AtlLinkKind kind;
  int         strength;
  int         answer; /* what the other side says, 0 for nothing */
  gboolean    alone;  /* only one side says so */
  gboolean    bridge;
} AtlLegendLink;

#define ATL_TYPE_LEGEND_SAMPLE (atl_legend_sample_get_type ())
G_DECLARE_FINAL_TYPE (AtlLegendSample, atl_legend_sample, ATL, LEGEND_SAMPLE, GtkWidget)

GtkWidget *atl_legend_sample_new_link (const AtlLegendLink *link);
GtkWidget *atl_legend_sample_new_silo (gboolean isolated);

G_END_DECLS
