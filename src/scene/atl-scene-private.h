/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-link.h"
#include "model/atl-session.h"
#include "scene/atl-scene-map-private.h"
#include "scene/atl-scene.h"
#include "scene/atl-text.h"

G_BEGIN_DECLS
#define ATL_AREA_INSET 8.0    /* of the drawn rectangle in the area, so that there is a gap between two */
#define ATL_AREA_PADDING 20.0 /* around what the drawn rectangle holds */
typedef struct
{
  AtlBox          box; /* first: this is what others see */
  AtlDisplayList *lists[ATL_N_DETAILS];
  AtlRect         local;  /* relative to the tile of its area */
  double          height; /* of a note's paper at scale 1, or of a node; negative: to be measured */
  double          width;  /* of a node */
  guint           generation;
  gboolean        touched; /* waits for its signal */
  gboolean        added;   /* which is the first */
  gboolean        faded;   /* all else is lit; display lists do not know it */
  gboolean        hidden;  /* a node or link that nobody is told about while only silos are shown */
  AtlPoint        place;   /* of a node that has none of its own, in the tile */
  guint           at;      /* of a node: its position among the members of its area; of others: their row */
  guint           n_lines; /* that keys of the template put on it */
  char           *gist;    /* of these lines, NULL without any */
} AtlBoxState;

typedef struct
{
  AtlBoxState  state;
  GPtrArray   *members; /* notes, in reading order */
  AtlRect      tile;    /* with the gap around the drawn rectangle */
  AtlLayout    layout;
  double       header;  /* height of title and prompt, negative: to be measured */
  double       needed;  /* height of the tile */
  gboolean     dirty;   /* members need new places */
  guint        n_units; /* of a free area: single notes and stacks */
  GPtrArray   *links;   /* of a graph area: lines between its nodes */
  guint64      filled;  /* what the places of its nodes without one were found for */
  AtlMapShape *shape;   /* of a graph area: what its nodes and links look like together */
  AtlBoxState *names;   /* of a graph area: the box of what its silos are called */
  gboolean     guides;  /* silos are its rows and columns */
  gboolean     rows;    /* it shares rows with other areas */
  gboolean     valued;  /* some of its notes have numbers that the template asks for */
} AtlAreaState;

struct _AtlScene
{
  GObject       parent_instance;
  AtlBoard     *board;
  AtlSession   *session; /* may be NULL: a board of its own */
  AtlTextMaker *text;
  AtlTheme      theme;
  AtlSceneWords words;
  AtlSceneMap   map;
  AtlAreaState *unplaced; /* NULL while every note has an area */
  GHashTable   *boxes;    /* item to state; frames are in kinds only */
  GPtrArray    *kinds[ATL_N_BOX_KINDS];
  GPtrArray    *touched;
  GPtrArray    *removed;
  GHashTable   *open; /* leads, with a reference */
  AtlSceneWork  work;
  AtlRect       bounds;
};
AtlAreaState *atl_area_state (AtlBox *box);
void          atl_scene_touch (AtlScene *self, AtlBoxState *state);
void          atl_scene_repaint (AtlScene *self, AtlBoxState *state);
void          atl_scene_schedule (AtlScene *self);
void          atl_scene_sync_boxes (AtlScene *self);
void          atl_scene_place_boxes (AtlScene *self);
void          atl_box_state_free (gpointer state);
void          atl_scene_take_change (AtlScene *self, gpointer change);
G_END_DECLS
