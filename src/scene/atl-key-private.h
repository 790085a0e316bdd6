/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board-options.h"
#include "scene/atl-scene-keys.h"
#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

#define ATL_KEY_LINE_HEIGHT 20.0 /* of a line on a note at scale 1 */
#define ATL_KEY_AREA_LINE 24.0   /* of a line under the prompt of an area */

/* One optional key. To add one is to add an entry to the table in atl-scene-keys.c. */
typedef struct
{
  gboolean (*is_asked) (AtlScene *scene);
  AtlKeyLine *(*dup_note_line) (AtlScene *scene, AtlBoxState *note);  /* NULL: never */
  AtlKeyLine *(*dup_area_line) (AtlScene *scene, AtlAreaState *area); /* NULL: never */
} AtlKeyFeature;

extern const AtlKeyFeature atl_key_limit;
extern const AtlKeyFeature atl_key_strength;
extern const AtlKeyFeature atl_key_fields;
extern const AtlKeyFeature atl_key_reasons;
extern const AtlKeyFeature atl_key_rows;
extern const AtlKeyFeature atl_key_guides;
extern const AtlKeyFeature atl_key_actions;
extern const AtlKeyFeature atl_key_team;
extern const AtlKeyFeature atl_key_measures;

AtlKeyLine *atl_key_line_new (char *text);
char       *atl_key_say (AtlScene   *scene,
                         const char *key,
                         ...) G_GNUC_NULL_TERMINATED;
char       *atl_key_dup_number (AtlScene *scene,
                                double    value);
char       *atl_key_dup_field_name (AtlScene   *scene,
                                    const char *field);
AtlArea    *atl_key_get_area (AtlAreaState *area);

void     atl_scene_keys_sync (AtlScene *scene);
void     atl_scene_keys_refresh (AtlScene *scene);
void     atl_scene_keys_touch (AtlScene *scene);
gboolean atl_scene_keys_follow_session (AtlScene *scene);
gboolean atl_scene_keys_have_rows (AtlScene *scene);

/* atl-key-painter.c */
double atl_key_painter_get_pill_width (AtlScene     *scene,
                                       AtlAreaState *area);
double atl_key_painter_get_area_height (AtlScene     *scene,
                                        AtlAreaState *area);
void   atl_key_painter_paint_area (AtlScene       *scene,
                                   AtlAreaState   *area,
                                   AtlDisplayList *list);
void   atl_key_painter_paint_note (AtlScene       *scene,
                                   AtlBoxState    *note,
                                   double          foot,
                                   AtlDisplayList *list);

G_END_DECLS
