/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* Links of notes over all boards of a session. */

/* A note on the way along links. Nothing of it is owned: it is valid until the session changes. */
typedef struct
{
  AtlNote *note;
  AtlLink *link;  /* that leads to it */
  AtlNote *from;  /* the note it was reached from */
  guint    depth; /* 1 for what is linked directly */
} AtlLinkStep;

AtlNote *atl_session_find_note (AtlSession *session,
                                const char *id);
AtlNote *atl_link_find_other (AtlLink *link,
                              AtlNote *note);
GArray  *atl_note_dup_links (AtlNote *note);
GArray  *atl_note_dup_chain (AtlNote *note);

G_END_DECLS
