/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What becomes one note. */
typedef struct
{
  char    *text;
  gboolean under; /* in the stack of the last one before that is not */
} AtlEntry;

AtlEntry *atl_entry_new (const char *text,
                         gboolean    under);
void      atl_entry_free (AtlEntry *self);
char     *atl_entries_write (GPtrArray *entries);
guint     atl_entries_break_long (GPtrArray *entries,
                                  guint      limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlEntry, atl_entry_free)

G_END_DECLS
