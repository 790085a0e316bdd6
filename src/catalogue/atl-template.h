/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"

G_BEGIN_DECLS

/* The category of what the user made or brought along. */
#define ATL_CATEGORY_MINE "mine"

/* A region of a template's board, for miniatures; the rectangle is in board units. */
typedef struct
{
  const char *key; /* the id that the template gives the area, borrowed */
  AtlLayout   layout;
  AtlTint     color;
  int         x;
  int         y;
  int         width;
  int         height;
  int         max_notes; /* 0 is no limit */
} AtlTemplateArea;

#define ATL_TYPE_TEMPLATE (atl_template_get_type ())
G_DECLARE_FINAL_TYPE (AtlTemplate, atl_template, ATL, TEMPLATE, GObject)

AtlTemplate *atl_template_new (JsonObject *data);
AtlTemplate *atl_template_new_personal (JsonObject *data,
                                        const char *path);
AtlTemplate *atl_template_dup_personal (AtlTemplate *self,
                                        const char  *id,
                                        const char  *name,
                                        const char  *path);
const char  *atl_template_get_path (AtlTemplate *self);
JsonObject  *atl_template_get_data (AtlTemplate *self);
const char  *atl_template_get_id (AtlTemplate *self);
const char  *atl_template_get_name (AtlTemplate *self,
                                    const char  *language);
const char  *atl_template_get_purpose (AtlTemplate *self,
                                       const char  *language);
const char  *atl_template_get_when (AtlTemplate *self,
                                    const char  *language);
const char  *atl_template_get_tips (AtlTemplate *self,
                                    const char  *language);
const char  *atl_template_get_source (AtlTemplate *self);
const char  *atl_template_get_category (AtlTemplate *self);
const char  *atl_template_get_category_name (AtlTemplate *self,
                                             const char  *language);
int          atl_template_get_group_min (AtlTemplate *self);
int          atl_template_get_group_max (AtlTemplate *self);
int          atl_template_get_minutes (AtlTemplate *self);
int          atl_template_get_votes (AtlTemplate *self);
gboolean     atl_template_is_core (AtlTemplate *self);
guint        atl_template_get_n_areas (AtlTemplate *self);
gboolean     atl_template_get_area (AtlTemplate     *self,
                                    guint            position,
                                    AtlTemplateArea *area);
const char  *atl_template_get_area_title (AtlTemplate *self,
                                          guint        position,
                                          const char  *language);
gboolean     atl_template_matches (AtlTemplate *self,
                                   const char  *words,
                                   const char  *language);

G_END_DECLS
