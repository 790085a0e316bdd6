/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atl_session_say (const char        *key,
                       const char *const *values,
                       gconstpointer      session);

G_END_DECLS
