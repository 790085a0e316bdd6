/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-keys.h"
#include "scene/atl-scene-map.h"
#include "util/atl-word-finder.h"

G_BEGIN_DECLS

#define ATL_MAP_FADED 0.18 /* of what is not lit */

typedef struct _AtlMapShape AtlMapShape;

/* Words from outside. Without a label, the mark of a note with several versions has a number only. */
typedef struct
{
  AtlCountLabel label;
  gconstpointer data;
  char         *unplaced_title;
  char         *hidden_label;
  gboolean      hidden_shown; /* what hidden notes say can be read */
  gboolean      locks;        /* signs of locked areas are drawn: for those who edit, not for paper */

  gboolean       marked;   /* words of the glossary are */
  AtlWordFinder *terms;    /* finds them; NULL until it is needed */
  AtlWordFinder *changed;  /* finds those that changed since the last update; NULL for none */
  gboolean       reworded; /* not only what words mean has changed */
  AtlSceneSay    say;      /* of optional keys, NULL: they show nothing */
  gconstpointer  say_data;
} AtlSceneWords;

/* How graph areas are looked at. */
typedef struct
{
  AtlMapView    view;
  GHashTable   *lit;          /* items with a reference, or NULL: all are */
  gboolean      fades;        /* boxes may have been faded by it */
  GHashTable   *lit_lines;    /* AtlLinkState of links that have no box of their own, or NULL */
  GHashTable   *marked_lines; /* AtlLinkState of bridges that have no box of their own, or NULL */
  GHashTable   *traced;       /* notes whose links are drawn however many there are, or NULL */
  GHashTable   *marks;        /* item with a reference to AtlMapMark, or NULL */
  GHashTable   *presented;    /* note to AtlPoint, places on the way to the stored ones; or NULL */
  GHashTable   *lines;        /* link to the AtlLinkState that stands for it */
  GPtrArray    *hiding;       /* states to say good-bye to that stay */
  GPtrArray    *nothing;      /* always empty */
  GHashTable   *counts;       /* note with a reference to how many links it has; see atl-scene-links.c */
  gboolean      uncounted;    /* they may have changed */
  AtlFieldLabel label;
  gconstpointer label_data;
} AtlSceneMap;

/* What is to be done at the next update. */
typedef struct
{
  gboolean structure; /* to do: which boxes there are, and who stands where */
  gboolean layout;    /* to do: where things stand */
  gboolean updating;
  GSource *idle; /* of the thread that uses the scene */
  guint    generation;
  guint    keys;       /* of the template, a bit for each that the board asks for */
  gboolean keys_known; /* what they say is as last seen */
} AtlSceneWork;

void     atl_scene_map_init (AtlScene *scene);
void     atl_scene_map_clear (AtlScene *scene);
gboolean atl_scene_map_is_lit (AtlScene *scene,
                               gpointer  item);
void     atl_scene_map_light_lines (AtlScene *scene);
gboolean atl_scene_map_is_bridge (AtlScene *scene,
                                  gpointer  line);
void     atl_scene_map_take_table (AtlScene    *scene,
                                   GHashTable **slot,
                                   GHashTable  *table);
gboolean atl_scene_light_boxes (AtlScene *scene);
void     atl_scene_tell_lit (AtlScene *scene);
guint    atl_scene_map_get_marks (AtlScene *scene,
                                  gpointer  item);

G_END_DECLS
