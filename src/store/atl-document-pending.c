/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-document-private.h"
#include "store/atl-merge.h"

#define WEAK __attribute__ ((weak))

WEAK AtlStamper *
atl_stamper_new (AtlSession *session)
{
  return (AtlStamper *) g_object_new (G_TYPE_OBJECT, NULL);
}
WEAK gboolean
atl_stamper_stamp (AtlStamper *self)
{
  return FALSE;
}
WEAK AtlMerge *
atl_merge_new (AtlSession *ours, AtlSession *theirs, AtlSession *base, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "pending");
  return NULL;
}
WEAK void
atl_merge_apply (AtlMerge *self)
{
}
WEAK GType
atl_merge_get_type (void)
{
  return G_TYPE_OBJECT;
}
WEAK void
atl_session_become (AtlSession *self, AtlSession *other)
{
  atl_session_set_title (self, atl_session_get_title (other));
}
WEAK char *
atl_recovery_dup_user_root (void)
{
  return g_strdup ("/tmp");
}
WEAK AtlRecovery *
atl_recovery_new (const char *root, const char *session_id, const char *path, const char *base)
{
  return g_rc_box_alloc (8);
}
WEAK AtlRecovery *
atl_recovery_ref (AtlRecovery *self)
{
  return g_rc_box_acquire (self);
}
WEAK void
atl_recovery_unref (AtlRecovery *self)
{
  g_rc_box_release (self);
}
WEAK void
atl_recovery_describe (AtlRecovery *self, const char *session_id, const char *path, const char *title)
{
}
WEAK guint64
atl_recovery_take_number (AtlRecovery *self)
{
  return 1;
}
WEAK gboolean
atl_recovery_write_snapshot (AtlRecovery *self, guint64 number, GBytes *bytes, gint64 now, GError **error)
{
  return TRUE;
}
WEAK gboolean
atl_recovery_set_draft (AtlRecovery *self, const AtlDraft *draft, GError **error)
{
  return TRUE;
}
WEAK gboolean
atl_recovery_settle (AtlRecovery *self, guint64 number, const char *digest, GError **error)
{
  return TRUE;
}
WEAK gboolean
atl_recovery_close (AtlRecovery *self, gint64 now, GError **error)
{
  return TRUE;
}
WEAK gboolean
atl_recovery_discard (AtlRecovery *self, gint64 now, GError **error)
{
  return TRUE;
}
WEAK char *
atl_versions_dup_user_root (void)
{
  return g_strdup ("/tmp");
}
WEAK AtlVersions *
atl_versions_new (const char *root, const char *session_id)
{
  return g_rc_box_alloc (8);
}
WEAK AtlVersions *
atl_versions_ref (AtlVersions *self)
{
  return g_rc_box_acquire (self);
}
WEAK void
atl_versions_unref (AtlVersions *self)
{
  g_rc_box_release (self);
}
WEAK gboolean
atl_versions_keep (AtlVersions     *self,
                   GBytes          *bytes,
                   AtlVersionReason reason,
                   gint64           now,
                   GError         **error)
{
  return TRUE;
}

WEAK AtlDraft *
atl_draft_new (const char *text, const char *area, const char *author)
{
  AtlDraft *self = g_new0 (AtlDraft, 1);
  *self = (AtlDraft){ g_strdup (text), g_strdup (area), g_strdup (author) };
  return self;
}
WEAK AtlDraft *
atl_draft_copy (const AtlDraft *self)
{
  return atl_draft_new (self->text, self->area, self->author);
}
WEAK void
atl_draft_free (AtlDraft *self)
{
  g_free (self->text);
  g_free (self->area);
  g_free (self->author);
  g_free (self);
}
WEAK gboolean
atl_draft_equal (const AtlDraft *a, const AtlDraft *b)
{
  return g_str_equal (a->text, b->text) && g_str_equal (a->area, b->area) && g_str_equal (a->author, b->author);
}
