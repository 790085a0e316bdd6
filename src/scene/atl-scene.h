/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-note.h"
#include "scene/atl-box.h"

G_BEGIN_DECLS

#define ATL_TYPE_SCENE (atl_scene_get_type ())
G_DECLARE_FINAL_TYPE (AtlScene, atl_scene, ATL, SCENE, GObject)

/* Says "2 versions" of a number of at least 2; returns a text that is freed. */
typedef char *(*AtlCountLabel) (guint         n,
                                gconstpointer data);

/* Signals, each at most once per box and update: box-added, box-removed, box-changed (AtlBox *box);
 * bounds-changed; lit-changed: other boxes are drawn faded. Changes of the model are
 * gathered; the update comes before the next frame is drawn, or with the next call here. */

AtlScene  *atl_scene_new (AtlBoard *board);
AtlBoard  *atl_scene_get_board (AtlScene *self);
AtlTheme   atl_scene_get_theme (AtlScene *self);
void       atl_scene_set_theme (AtlScene *self,
                                AtlTheme  theme);
void       atl_scene_set_unplaced_title (AtlScene   *self,
                                         const char *title);
void       atl_scene_set_versions_label (AtlScene     *self,
                                         AtlCountLabel label,
                                         gconstpointer data);
void       atl_scene_set_locks_shown (AtlScene *self, gboolean shown);
void       atl_scene_update (AtlScene *self);
AtlRect    atl_scene_get_bounds (AtlScene *self);
AtlRect    atl_scene_get_home (AtlScene *self);
GPtrArray *atl_scene_get_boxes (AtlScene  *self,
                                AtlBoxKind kind);
AtlBox    *atl_scene_find_box (AtlScene *self,
                               gpointer  item);
AtlBox    *atl_scene_get_unplaced (AtlScene *self);
GPtrArray *atl_scene_get_area_notes (AtlScene *self,
                                     AtlBox   *area);
AtlRect    atl_scene_get_ink (AtlScene *self,
                              AtlBox   *box);
AtlRect    atl_scene_get_mark (AtlScene *self,
                               AtlBox   *note);
double     atl_scene_get_link_distance (AtlScene *self,
                                        AtlBox   *link,
                                        AtlPoint  point);
void       atl_scene_ensure_text (AtlScene *self,
                                  AtlBox   *note);
void       atl_scene_set_stack_open (AtlScene *self,
                                     AtlNote  *lead,
                                     gboolean  open);
gboolean   atl_scene_get_stack_open (AtlScene *self,
                                     AtlNote  *lead);
AtlBox    *atl_scene_find_area_at (AtlScene *self,
                                   AtlPoint  point);
AtlNote   *atl_scene_find_slot (AtlScene  *self,
                                AtlBox    *area,
                                AtlPoint   point,
                                GPtrArray *moving,
                                AtlRect   *marker);
void       atl_scene_to_place (AtlScene *self,
                               AtlBox   *area,
                               AtlPoint  center,
                               int      *x,
                               int      *y);
void       atl_scene_find_free_place (AtlScene *self,
                                      AtlBox   *area,
                                      int      *x,
                                      int      *y);

AtlDisplayList *atl_scene_get_display_list (AtlScene *self,
                                            AtlBox   *box,
                                            AtlDetail detail);
void            atl_scene_drop_display_list (AtlScene *self,
                                             AtlBox   *box);

G_END_DECLS
