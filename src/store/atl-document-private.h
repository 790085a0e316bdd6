/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document-keep.h"
#include "store/recovery/atl-pace.h"
#include "store/recovery/atl-recorder.h"
#include "store/stamp/atl-stamper.h"
#include "store/recovery/atl-versions.h"
#include "store/atl-watch.h"

G_BEGIN_DECLS

/* The files of AtlDocument among themselves. */

/* Its file, as it was loaded or saved last. */
typedef struct
{
  char      *path;   /* NULL while it has none */
  char      *digest; /* of its content; "" while there is no file at the path */
  char      *seen;   /* digest of what was in the file when it was looked at last */
  char      *conflict_copy;
  AtlWatch  *watch;
  AtlOutside outside;
  gboolean   looking, look_again;
} AtlDocumentFile;

/* What keeps its words. */
typedef struct
{
  AtlRecovery *recovery; /* from the beginning in a recovered session */
  AtlRecorder *recorder;
  AtlVersions *versions;
  GBytes      *opened; /* until it is kept as a version */
  AtlPace      pace;   /* of saving by itself */
  guint        timer;
  guint        retry; /* source */
  gboolean     kept, ended;
} AtlDocumentCare;

struct _AtlDocument
{
  GObject parent_instance;

  AtlSession      *session;
  AtlHistory      *history;
  AtlStamper      *stamper;
  AtlProblems     *problems;
  AtlDocumentFile  file;
  AtlDocumentCare  care;
  char            *error_message;
  char            *damage_message;
  AtlDocumentState state;
  guint64          serial; /* of the last change */
  gboolean         modified;
  gboolean         read_only;
  gboolean         saving;
};

/* atl-document.c */
void    atl_document_update (AtlDocument *self);
void    atl_document_set_text (AtlDocument *self, char **member, const char *text, const char *property);
GBytes *atl_document_take_bytes (AtlDocument *self);

/* atl-document-outside.c */
void atl_document_set_outside (AtlDocument *self, AtlOutside outside);
void atl_document_watch (AtlDocument *self);

/* atl-document-keep.c */
void atl_document_touched (AtlDocument *self);
void atl_document_rest (AtlDocument *self);
void atl_document_resume_pace (AtlDocument *self);
void atl_document_try_again (AtlDocument *self);
void atl_document_mind_retry (AtlDocument *self);
void atl_document_retry (AtlDocument *self);
void atl_document_stop_keeping (AtlDocument *self);

/* atl-document-save.c */
void atl_document_save_expecting (AtlDocument *self, const char *expected, GTask *task);

G_END_DECLS
