/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/atl-file-error.h"

G_BEGIN_DECLS

#define ATL_GATE_MAX_SIZE (64 * 1024 * 1024)
#define ATL_GATE_MAX_DEPTH 64
#define ATL_GATE_MAX_MEMBERS 20000
#define ATL_GATE_MAX_VALUES 1000000

/* What the gate stumbled over first: its place in bytes, and why (not yet translated). */
typedef struct
{
  gsize        offset;
  AtlFileError code;
  const char  *reason;
} AtlGateFault;

gboolean atl_gate_scan (const char *data, gsize length, AtlGateFault *fault);
gboolean atl_gate_check (const char *data, gsize length, GError **error);

G_END_DECLS
