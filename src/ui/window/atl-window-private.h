/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/restore/atl-recovered.h"
#include "ui/window/atl-window.h"

G_BEGIN_DECLS

/* The files of AtlWindow among themselves. */
struct _AtlWindow
{
  AdwApplicationWindow parent_instance;

  AtlCatalogue *catalogue;
  GtkWidget    *toasts;
  GtkWidget    *overlay;
  GtkWidget    *pages;
  GtkWidget    *spinner;
  GtkWidget    *start;
  GtkWidget    *session;
  GMenuModel   *menu;
  AtlRecovered *recovered;    /* nullable: what the user was told about and has not answered yet */
  AtlRecovered *applied;      /* nullable: what was put into the session, but waits elsewhere too */
  guint64       before;       /* position of the history before that was applied */
  char        **copies;       /* nullable: other versions of the session that lie beside it */
  guint64       merging_from; /* position of the history before the merge of those */
  gboolean      may_close;
};

/* atl-window.c */
AtlWindow *atl_window_get_free (AtlWindow *self);
AtlWindow *atl_window_find_path (AtlWindow  *self,
                                 const char *path);
void       atl_window_show_start (AtlWindow *self);

/* atl-window-recovery.c */
void atl_window_add_recovery_actions (AtlWindow *self);
void atl_window_open_draft (AtlWindow            *self,
                            const AtlRecoverable *found);
void atl_window_look_for_work (AtlWindow *self);
void atl_window_forget_recovered (AtlWindow *self);
void atl_window_settle_recovered (AtlWindow *self);
void atl_window_follow_state (AtlWindow *self);

/* atl-window-versions.c */
void atl_window_show_versions (AtlWindow  *self,
                               const char *path);
void atl_window_show_open_error (AtlWindow    *self,
                                 const char   *path,
                                 const GError *error);

/* atl-window-copies.c */
void atl_window_add_copies_actions (AtlWindow *self);
void atl_window_look_for_copies (AtlWindow *self);
void atl_window_forget_copies (AtlWindow *self);

/* atl-window-templates.c */
void atl_window_add_template_actions (AtlWindow *self);

G_END_DECLS
