/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AtlDurableFile AtlDurableFile;

AtlDurableFile *atl_durable_file_begin (const char *path, GError **error);
int             atl_durable_file_get_fd (AtlDurableFile *self);
gboolean        atl_durable_file_reserve (AtlDurableFile *self, gsize size, GError **error);
gboolean        atl_durable_file_write (AtlDurableFile *self,
                                        gconstpointer   data,
                                        gsize           length,
                                        GError        **error);
gboolean        atl_durable_file_commit (AtlDurableFile *self, GError **error);
void            atl_durable_file_free (AtlDurableFile *self);

gboolean atl_durable_write (const char *path, GBytes *bytes, GError **error);
gboolean atl_durable_replace (const char *path,
                              GBytes     *bytes,
                              const char *expected,
                              char      **kept,
                              GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlDurableFile, atl_durable_file_free)

G_END_DECLS
