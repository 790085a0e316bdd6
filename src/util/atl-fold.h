/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} AtlTextRange;

char    *atl_fold (const char *text);
gboolean atl_fold_matches (const char *folded,
                           const char *words);
GArray  *atl_fold_find_all (const char *text,
                            const char *words);

G_END_DECLS
