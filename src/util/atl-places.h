/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atl_places_dup_locale (const char *installed);
char *atl_places_dup_data (const char *installed);

G_END_DECLS
