/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlRescueLineKind:
 * @ATL_RESCUE_DAMAGED: cannot be read
 * @ATL_RESCUE_HEAD: the start of the file
 * @ATL_RESCUE_LIST: a list of the session starts: `"boards":[`
 * @ATL_RESCUE_ELEMENT: a whole item
 * @ATL_RESCUE_OPEN: an item up to its first list: `{"id":"…","areas":[`
 * @ATL_RESCUE_NEXT: a list of an item ends and another one starts: `],"notes":[`
 * @ATL_RESCUE_END_ITEM: a list of an item ends and so does the item: `]},`
 * @ATL_RESCUE_CLOSE: a list of the session ends: `],`
 * @ATL_RESCUE_MEMBERS: other members of the session: `"x":1}`
 */
typedef enum
{
  ATL_RESCUE_DAMAGED,
  ATL_RESCUE_HEAD,
  ATL_RESCUE_LIST,
  ATL_RESCUE_ELEMENT,
  ATL_RESCUE_OPEN,
  ATL_RESCUE_NEXT,
  ATL_RESCUE_END_ITEM,
  ATL_RESCUE_CLOSE,
  ATL_RESCUE_MEMBERS,
} AtlRescueLineKind;

/* A line of the canonical form, or what looks like one. */
typedef struct
{
  const char       *text; /* without the comma at its end */
  gsize             length;
  guint             number; /* from 1 */
  AtlRescueLineKind kind;
  gboolean          patched; /* some characters were replaced */
  const char       *reason;  /* why it is damaged, not yet translated */
} AtlRescueLine;

GArray *atl_rescue_split (const char *data, gsize length, GStringChunk *patches);
char   *atl_rescue_line_dup_list_name (const AtlRescueLine *self);
char   *atl_rescue_line_dup_lost (const AtlRescueLine *self);

G_END_DECLS
