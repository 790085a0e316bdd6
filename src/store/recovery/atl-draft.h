/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in the capture bar and is not a note yet. The ids are empty where nothing is chosen. */
typedef struct
{
  char *text;
  char *area;   /* id */
  char *author; /* id of a person */
} AtlDraft;

AtlDraft *atl_draft_new (const char *text, const char *area, const char *author);
AtlDraft *atl_draft_copy (const AtlDraft *self);
void      atl_draft_free (AtlDraft *self);
gboolean  atl_draft_equal (const AtlDraft *a, const AtlDraft *b);
gboolean  atl_draft_save (const AtlDraft *self, const char *folder, GError **error);
AtlDraft *atl_draft_load (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlDraft, atl_draft_free)

G_END_DECLS
