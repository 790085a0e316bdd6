/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "util/atl-pasted.h"

G_BEGIN_DECLS

#define ATL_TEXT_MOST_BYTES (1024 * 1024)

/* What stands in files that may become notes. */
typedef struct
{
  char          *text;
  AtlPastedFlags flags;
  gboolean       guessed; /* the encoding of one of them was none that we know by itself */
} AtlFileText;

void         atl_text_files_read_async (const char *const  *paths,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
AtlFileText *atl_text_files_read_finish (GAsyncResult *result,
                                         GError      **error);
gboolean     atl_text_files_takes (const char *path);
void         atl_file_text_free (AtlFileText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlFileText, atl_file_text_free)

G_END_DECLS
