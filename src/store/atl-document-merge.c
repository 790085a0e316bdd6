/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-document-merge.h"

#include "store/atl-document-private.h"

/**
 * atl_document_plan_merge:
 * @self: a document
 * @theirs: another file of its session
 * @error: return location for an error of the store
 *
 * Finds out what merging @theirs would do. Nothing changes but that edits since the last snapshot are
 * stamped: only then can they be told from what the other side knows.
 *
 * Returns: (transfer full) (nullable): the plan, good until the session changes
 */
AtlMerge *
atl_document_plan_merge (AtlDocument *self, AtlSession *theirs, GError **error)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self) && ATL_IS_SESSION (theirs), NULL);

  atl_history_break (self->history);
  atl_stamper_stamp (self->stamper);
  return atl_merge_new (self->session, theirs, NULL, error);
}

/**
 * atl_document_merge:
 * @self: a document
 * @theirs: another file of its session
 * @label: what the user did, translated
 * @error: return location for an error of the store
 *
 * Merges @theirs into the document, as one undo; a recovery snapshot is written first.
 *
 * Returns: whether that could be done
 */
gboolean
atl_document_merge (AtlDocument *self, AtlSession *theirs, const char *label, GError **error)
{
  return atl_document_merge_with_base (self, theirs, NULL, label, error);
}

/**
 * atl_document_merge_with_base:
 * @self: a document
 * @theirs: another file of its session
 * @base: (nullable): what both come from, for what has no stamps
 * @label: what the user did, translated
 * @error: return location for an error of the store
 *
 * Like atl_document_merge(), also for files that a program has changed which knows no stamps.
 *
 * Returns: whether that could be done
 */
gboolean
atl_document_merge_with_base (AtlDocument *self,
                              AtlSession  *theirs,
                              AtlSession  *base,
                              const char  *label,
                              GError     **error)
{
  g_autoptr (AtlMerge) plan = NULL;
  g_autofree char     *group = NULL;

  g_return_val_if_fail (ATL_IS_DOCUMENT (self) && ATL_IS_SESSION (theirs), FALSE);

  group = g_strdup (atl_session_get_group (self->session));
  atl_history_break (self->history);
  atl_stamper_stamp (self->stamper);
  plan = atl_merge_new (self->session, theirs, base, error);
  if (plan == NULL)
    return FALSE;
  atl_document_snapshot (self);
  atl_history_begin (self->history, label);
  atl_merge_apply (plan);
  /* Merged files are everybody's. What is open here stays the group's own: it goes on working in it. */
  atl_session_set_group (self->session, group);
  atl_history_end (self->history);
  return TRUE;
}
