/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the command line answers to the shell. */
typedef enum
{
  ATL_EXIT_DONE = 0,
  ATL_EXIT_INPUT = 1,        /* a file is at fault */
  ATL_EXIT_USAGE = 2,        /* the command line is at fault */
  ATL_EXIT_UNREADABLE = 129, /* of a merge: nothing was written; git takes 1 to 128 for conflicts */
} AtlExit;

/* One command of atelier-cli. Each stands in a file of its own, atl-cmd-NAME.c; the table is in main.c. */
typedef struct
{
  const char *name;
  const char *summary;                    /* marked with N_() */
  AtlExit (*run) (int argc, char **argv); /* argv[0] is the program's name, the command's name is gone */
} AtlCommand;

AtlExit atl_cmd_check (int argc, char **argv);
AtlExit atl_cmd_compare (int argc, char **argv);
AtlExit atl_cmd_export (int argc, char **argv);
AtlExit atl_cmd_groups (int argc, char **argv);
AtlExit atl_cmd_import (int argc, char **argv);
AtlExit atl_cmd_info (int argc, char **argv);
AtlExit atl_cmd_measures (int argc, char **argv);
AtlExit atl_cmd_merge (int argc, char **argv);
AtlExit atl_cmd_new (int argc, char **argv);
AtlExit atl_cmd_templates (int argc, char **argv);

G_END_DECLS
