/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How an opening ended, as far as its owner could still say. */
typedef enum
{
  ATL_OWNER_OPEN,      /* at work, or died at work */
  ATL_OWNER_DRAFT,     /* closed on purpose without a save */
  ATL_OWNER_DISCARDED, /* thrown away by the user */
} AtlOwnerState;

/* Who has a session open: the process, and what it knows of the file. Strings are never NULL. */
typedef struct
{
  char         *session; /* id */
  char         *path;    /* absolute, empty for an untitled session */
  char         *title;
  char         *base; /* digest of the file as opened or saved last, empty if there is none */
  char         *host;
  char         *boot; /* id of the running system */
  gint64        pid;
  gint64        start; /* of the process, in ticks since the system started */
  gint64        user;
  gint64        settled; /* what has a lower number, or this one, is in the file */
  gint64        ended;   /* when it was kept as a draft or discarded, microseconds since 1970 */
  AtlOwnerState state;
} AtlOwner;

AtlOwner *atl_owner_new (void);
void      atl_owner_free (AtlOwner *self);
void      atl_owner_sign (AtlOwner *self);
gboolean  atl_owner_save (const AtlOwner *self, const char *folder, GError **error);
AtlOwner *atl_owner_load (const char *folder, GError **error);
gboolean  atl_owner_is_here (const AtlOwner *self);
gboolean  atl_owner_is_us (const AtlOwner *self);
gboolean  atl_owner_is_running (const AtlOwner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlOwner, atl_owner_free)

G_END_DECLS
