/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/atl-cli.h"
#include "insight/network/atl-silo-reading.h"

G_BEGIN_DECLS

/* One map of a session file. */
typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  guint       number; /* of the board, from 1 */
  AtlNetwork *network;
} AtlCliMap;

AtlExit atl_cli_map_load (AtlCliMap  *self,
                          const char *command,
                          const char *file,
                          int         number);
AtlExit atl_cli_map_load_session (AtlCliMap *self, const char *file);
void    atl_cli_map_choose (AtlCliMap *self);
void    atl_cli_map_clear (AtlCliMap *self);
void    atl_cli_map_print_sentences (AtlCliMap      *self,
                                     AtlSiloReading *reading,
                                     AtlSiloNamer    namer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlCliMap, atl_cli_map_clear)

/* Members of a JSON object. */
void atl_cli_add_text (JsonBuilder *builder, const char *name, const char *value);
void atl_cli_add_int (JsonBuilder *builder, const char *name, gint64 value);
void atl_cli_add_flag (JsonBuilder *builder, const char *name, gboolean value);
void atl_cli_add_figure (JsonBuilder *builder, const char *name, double value);
void atl_cli_add_board (JsonBuilder *builder, AtlCliMap *map);
void atl_cli_add_sentences (JsonBuilder    *builder,
                            AtlCliMap      *map,
                            AtlSiloReading *reading,
                            AtlSiloNamer    namer);
void atl_cli_begin (JsonBuilder *builder, const char *name);
void atl_cli_begin_list (JsonBuilder *builder, const char *name);

/* Lines of text. */
void  atl_cli_print_row (const char *label, const char *value);
void  atl_cli_print_figure (const char *label, double value);
void  atl_cli_print_count (const char *label, guint64 value);
char *atl_cli_dup_figure (double value);

G_END_DECLS
