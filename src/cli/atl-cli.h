/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "cli/atl-command.h"
#include "file/atl-problems.h"
#include "model/atl-session.h"
#include "store/codec/atl-codec.h"

G_BEGIN_DECLS

gboolean    atl_cli_parse (int                *argc,
                           char             ***argv,
                           const char         *command,
                           const char         *arguments,
                           const char         *summary,
                           const GOptionEntry *entries);
AtlExit     atl_cli_fail_usage (const char *command,
                                const char *format,
                                ...) G_GNUC_PRINTF (2, 3);
AtlExit     atl_cli_fail (const char *file,
                          const char *format,
                          ...) G_GNUC_PRINTF (2, 3);
AtlSession *atl_cli_load (const char  *file,
                          AtlProblems *problems,
                          AtlCodecAge *age);
const char *atl_cli_get_language (void);
void        atl_cli_print_json (JsonBuilder *builder);

G_END_DECLS
