/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A session file with maps, as far as a list needs to know. */
typedef struct
{
  char *path;
  char *title;
  char *day; /* ISO 8601 */
  guint n_maps;
  guint n_nodes; /* of its first map */
} AtlCompareFound;

void       atl_compare_found_free (AtlCompareFound *self);
void       atl_compare_find_async (const char         *own,
                                   const char *const  *recents,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
GPtrArray *atl_compare_find_finish (GAsyncResult *result,
                                    GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlCompareFound, atl_compare_found_free)

G_END_DECLS
