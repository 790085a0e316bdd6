/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATL_GATE_MAX_SIZE (64 * 1024 * 1024)
#define ATL_GATE_MAX_DEPTH 64
#define ATL_GATE_MAX_MEMBERS 20000
#define ATL_GATE_MAX_VALUES 1000000

gboolean atl_gate_check (const char *data, gsize length, GError **error);

G_END_DECLS
