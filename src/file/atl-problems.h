/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More problems than this are counted, not kept: nobody reads the thousand-and-first. */
#define ATL_PROBLEMS_KEPT 1000

typedef struct _AtlProblems AtlProblems;

AtlProblems *atl_problems_new (void);
AtlProblems *atl_problems_ref (AtlProblems *self);
void         atl_problems_unref (AtlProblems *self);
void         atl_problems_add (AtlProblems *self, const char *path, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
guint       atl_problems_get_n (const AtlProblems *self);
guint       atl_problems_get_n_kept (const AtlProblems *self);
const char *atl_problems_get_path (const AtlProblems *self, guint i);
const char *atl_problems_get_reason (const AtlProblems *self, guint i);
char       *atl_problems_dup_line (const AtlProblems *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlProblems, atl_problems_unref)

G_END_DECLS
