/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-recoverable.h"

#include "file/atl-digest.h"

#include <errno.h>
#include <glib/gstdio.h>

#define DAYS_KEPT 7

/**
 * atl_recoverable_copy:
 * @self: what was found
 *
 * Returns: (transfer full): a copy
 */
AtlRecoverable *
atl_recoverable_copy (const AtlRecoverable *self)
{
  AtlRecoverable *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (AtlRecoverable, 1);
  *copy = *self;
  copy->folder = g_strdup (self->folder);
  copy->session = g_strdup (self->session);
  copy->path = g_strdup (self->path);
  copy->title = g_strdup (self->title);
  copy->host = g_strdup (self->host);
  copy->base = g_strdup (self->base);
  copy->snapshot = g_strdup (self->snapshot);
  copy->digest = g_strdup (self->digest);
  copy->draft = atl_draft_copy (self->draft);

  return copy;
}

/**
 * atl_recoverable_free:
 * @self: (transfer full) (nullable): what was found
 *
 * Frees it. The folder stays.
 */
void
atl_recoverable_free (AtlRecoverable *self)
{
  if (self == NULL)
    return;

  g_free (self->folder);
  g_free (self->session);
  g_free (self->path);
  g_free (self->title);
  g_free (self->host);
  g_free (self->base);
  g_free (self->snapshot);
  g_free (self->digest);
  atl_draft_free (self->draft);
  g_free (self);
}

/**
 * atl_recoverable_get_days_left:
 * @self: what was found
 * @now: microseconds since 1970
 *
 * Tells how many days something discarded is still kept, the last one being 1; 0 when it is over.
 */
int
atl_recoverable_get_days_left (const AtlRecoverable *self, gint64 now)
{
  gint64 left;

  g_return_val_if_fail (self != NULL, 0);

  left = self->ended + DAYS_KEPT * G_TIME_SPAN_DAY - now;
  if (left <= 0)
    return 0;

  return (int) MIN ((left + G_TIME_SPAN_DAY - 1) / G_TIME_SPAN_DAY, DAYS_KEPT);
}

/* What the words of the snapshot ask for, whatever stands in the capture bar. */
static AtlOffer
classify_snapshot (const AtlRecoverable *self, const AtlFileFacts *file)
{
  if (self->health == ATL_SNAPSHOT_NONE)
    return ATL_OFFER_NONE;
  if (*self->path == '\0' || !file->exists || !file->readable || file->digest == NULL)
    return ATL_OFFER_RESTORE;
  if (self->settled || g_str_equal (file->digest, self->digest))
    return ATL_OFFER_NONE;

  return g_str_equal (file->digest, self->base) ? ATL_OFFER_RESTORE : ATL_OFFER_CONFLICT;
}

/**
 * atl_recoverable_classify:
 * @self: what was found
 * @file: what the session's file looks like now; of no importance for an untitled session
 *
 * Decides what to offer. An untitled session, one whose file is gone or cannot be read, and text in the
 * capture bar are always offered. What was saved is not, even if somebody else changed the file since: they
 * had our words.
 */
AtlOffer
atl_recoverable_classify (const AtlRecoverable *self, const AtlFileFacts *file)
{
  AtlOffer offer;

  g_return_val_if_fail (self != NULL && file != NULL, ATL_OFFER_NONE);

  if (self->state == ATL_RECOVERABLE_ALIVE)
    return ATL_OFFER_NONE;
  offer = classify_snapshot (self, file);

  return offer == ATL_OFFER_NONE && self->draft != NULL ? ATL_OFFER_RESTORE : offer;
}

/**
 * atl_recoverable_look:
 * @self: what was found
 *
 * Reads the session's file, and decides as atl_recoverable_classify() does. For a thread.
 */
AtlOffer
atl_recoverable_look (const AtlRecoverable *self)
{
  g_autofree char *digest = NULL;
  AtlFileFacts     facts = { 0 };
  GStatBuf         info;

  g_return_val_if_fail (self != NULL, ATL_OFFER_NONE);

  if (*self->path != '\0')
    {
      digest = atl_digest_file (self->path, NULL);
      facts.exists = digest != NULL || g_stat (self->path, &info) == 0 || errno != ENOENT;
      facts.readable = digest != NULL;
      facts.digest = digest;
    }

  return atl_recoverable_classify (self, &facts);
}
