/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "file/atl-problems.h"

G_BEGIN_DECLS

/* What may stand in a file that people write by hand, as tables. Only this layer includes it. */
typedef enum
{
  ATL_SHAPE_TEXT,    /* a string, or one in each language; min and max: characters */
  ATL_SHAPE_STRING,  /* the same in every language */
  ATL_SHAPE_ID,      /* what items are called in files */
  ATL_SHAPE_INT,     /* from min to max */
  ATL_SHAPE_BOOLEAN, /* true or false */
  ATL_SHAPE_ENUM,    /* the nick of a value */
  ATL_SHAPE_RECT,    /* x, y, width, height in percent of the board */
  ATL_SHAPE_LIST,    /* min to max elements */
  ATL_SHAPE_OBJECT,  /* members */
} AtlShapeKind;

typedef struct _AtlShape AtlShape;

typedef struct
{
  const char     *name; /* NULL ends the table */
  const AtlShape *shape;
  gboolean        needed;
} AtlShapeMember;

struct _AtlShape
{
  AtlShapeKind kind;
  int          min;
  int          max;
  GType (*values) (void);
  const AtlShape       *element;
  const AtlShapeMember *members;
};

JsonNode *atl_shape_read (const AtlShape *shape,
                          JsonNode       *node,
                          const char     *path,
                          AtlProblems    *problems);

G_END_DECLS
