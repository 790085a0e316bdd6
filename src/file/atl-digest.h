/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many digits a digest has, without the 0 at its end. */
#define ATL_DIGEST_LENGTH 64

char *atl_digest_bytes (GBytes *bytes);
char *atl_digest_descriptor (int fd);
char *atl_digest_file (const char *path, GError **error);

G_END_DECLS
