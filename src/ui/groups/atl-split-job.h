/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document.h"

G_BEGIN_DECLS

/* Writes the files of break-out groups, one after the other. */
typedef struct _AtlSplitJob AtlSplitJob;

/* Called after each file, and once with @error, which ends the job; it can be taken up again. */
typedef void (*AtlSplitJobCallback) (guint         done,
                                     const GError *error,
                                     gpointer      user_data);

AtlSplitJob *atl_split_job_new (AtlDocument *document);
void         atl_split_job_free (AtlSplitJob *self);
void         atl_split_job_add (AtlSplitJob *self,
                                const char  *group,
                                const char  *path);
guint        atl_split_job_get_n (AtlSplitJob *self);
GPtrArray   *atl_split_job_dup_left (AtlSplitJob *self);
const char  *atl_split_job_get_error (AtlSplitJob *self);
void         atl_split_job_run (AtlSplitJob        *self,
                                gboolean            replace,
                                AtlSplitJobCallback callback,
                                gpointer            user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlSplitJob, atl_split_job_free)

G_END_DECLS
