/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands before an item of a list. */
typedef enum
{
  ATL_LIST_SIGN_NONE,
  ATL_LIST_SIGN_BULLET,
  ATL_LIST_SIGN_DASH, /* the one that we write */
  ATL_LIST_SIGN_NUMBER,
  ATL_LIST_SIGN_BOX, /* to be ticked */
} AtlListSignKind;

typedef struct
{
  AtlListSignKind kind;
  guint           level;  /* told by the sign itself, as word processors do: 0, 1 or 2 */
  guint           length; /* bytes, with the blanks after it */
} AtlListSign;

AtlListSign atl_list_sign_read (const char *line);
gboolean    atl_list_sign_needs_escape (const char *text,
                                        gboolean    first);

G_END_DECLS
