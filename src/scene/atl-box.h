/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-item.h"
#include "scene/atl-display-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_BOX_AREA,
  ATL_BOX_LINK,
  ATL_BOX_NAMES, /* of the silos of a graph area, over its links; its item is the area */
  ATL_BOX_STACK, /* the frame of an open stack */
  ATL_BOX_NOTE,
  ATL_N_BOX_KINDS,
} AtlBoxKind;

typedef enum
{
  ATL_DETAIL_FULL,
  ATL_DETAIL_BARS,
  ATL_DETAIL_PLAIN,
  ATL_N_DETAILS,
} AtlDetail;

/* Where something of the board stands. Owned by the scene, at the same address from ::box-added to the end of
 * ::box-removed; read-only for everybody else. */
typedef struct _AtlBox AtlBox;

struct _AtlBox
{
  AtlBoxKind kind;
  AtlItem   *item;     /* the area, note or link; the lead of a frame; NULL: unplaced notes */
  AtlBox    *area;     /* the box of the area it stands in; NULL for areas and links */
  AtlBox    *stack;    /* the frame a note stands in, if its stack is open */
  AtlRect    rect;     /* board units: the paper of a note, the drawn rectangle of an area */
  double     scale;    /* of what is on a note: 1, or less in flow areas, between axes and on full maps; of a
                        * link or a graph area: that of the nodes there */
  AtlRect  text_rect;  /* of notes and areas, board units, relative to @rect: where the text stands */
  double   text_size;  /* of notes, board units, scale included; see atl_scene_ensure_text() */
  guint    stack_size; /* how many notes a closed stack or a frame stands for, 1 for a single note */
  int      votes;      /* in the latest closed round; those of the whole stack while it is closed */
  guint    versions;   /* that a merge kept of the note, or of one in its closed stack; 0: all is decided */
  gboolean truncated;  /* the text ends in an ellipsis; see atl_scene_ensure_text() */
  gboolean is_node;    /* a note of a graph area, drawn as a node */
  guint    serial;     /* grows each time what it looks like changes, not when it just moves */
};

G_END_DECLS
