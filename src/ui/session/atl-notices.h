/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/atl-notice-bar.h"

G_BEGIN_DECLS

/* What a notice is about; the most urgent comes first. */
typedef enum
{
  ATL_TOPIC_SAVING,       /* the last save failed */
  ATL_TOPIC_OUTSIDE,      /* another program has changed or moved the file */
  ATL_TOPIC_RECOVERY,     /* recovery snapshots cannot be written */
  ATL_TOPIC_RECOVERED,    /* the session was interrupted */
  ATL_TOPIC_READ_ONLY,    /* a damaged file, or one of a newer version */
  ATL_TOPIC_CONFLICT,     /* another program came in between a save */
  ATL_TOPIC_COPIES,       /* other versions of the session lie beside it */
  ATL_TOPIC_TWO_VERSIONS, /* a merge has kept both versions of something */
  ATL_TOPIC_PROBLEMS,     /* some of the file could not be used */
  ATL_N_TOPICS,
} AtlTopic;

#define ATL_TYPE_NOTICES (atl_notices_get_type ())
G_DECLARE_FINAL_TYPE (AtlNotices, atl_notices, ATL, NOTICES, GtkWidget)

/* Signal "dismissed" (AtlTopic topic as int): the user has closed a notice. */

void     atl_notices_set (AtlNotices            *self,
                          AtlTopic               topic,
                          AtlNoticeLevel         level,
                          const char            *text,
                          const AtlNoticeButton *buttons,
                          guint                  n_buttons);
void     atl_notices_repeat (AtlNotices *self);
void     atl_notices_clear (AtlNotices *self,
                            AtlTopic    topic);
void     atl_notices_clear_all (AtlNotices *self);
void     atl_notices_set_narrow (AtlNotices *self,
                                 gboolean    narrow);
gboolean atl_notices_get_shown (AtlNotices *self,
                                AtlTopic    topic);

G_END_DECLS
