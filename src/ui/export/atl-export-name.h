/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atl_export_name_suggest (const char *title,
                               const char *board,
                               const char *suffix);
char *atl_export_name_complete (const char *name,
                                const char *suffix);
char *atl_export_folder_suggest (const char *session_path);

G_END_DECLS
