/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atl_shuffle (GPtrArray *items,
                  guint32    seed);

G_END_DECLS
