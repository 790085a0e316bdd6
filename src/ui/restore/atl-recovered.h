/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/merge/atl-difference.h"
#include "store/recovery/atl-recoverable.h"

G_BEGIN_DECLS

/* What an opening left behind, read and compared with its file. Refcounted, read-only. */
typedef struct
{
  AtlRecoverable *found;
  AtlSession     *session; /* nullable: nothing but a text of the capture bar was left */
  AtlOffer        offer;
  AtlDifference   difference; /* of the file, or of nothing, and the session */
  gboolean        has_file;   /* which can be read */
} AtlRecovered;

AtlRecovered *atl_recovered_read (const AtlRecoverable *found,
                                  GError              **error);
AtlRecovered *atl_recovered_ref (AtlRecovered *self);
void          atl_recovered_unref (AtlRecovered *self);
GPtrArray    *atl_recovered_find_crashed (const char *root,
                                          gboolean   *held);
AtlRecovered *atl_recovered_find_for_path (const char *root,
                                           const char *path);
char         *atl_recovered_dup_text (AtlRecovered *self,
                                      gint64        now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlRecovered, atl_recovered_unref)

G_END_DECLS
