/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/atl-keeper.h"
#include "ui/session/atl-session-page.h"

G_BEGIN_DECLS

/* The files of AtlSessionPage among themselves. */
struct _AtlSessionPage
{
  GtkWidget parent_instance;

  AtlDocument *document;
  AtlBoard    *board;
  AtlKeeper   *keeper;
  GActionMap  *actions; /* the window's, borrowed */
  GtkWidget   *narrow;
  GtkWidget   *header;
  GtkWidget   *notices;
  GtkWidget   *fold;
  GtkWidget   *plan;
  GtkWidget   *center; /* stack of the canvas and of the empty state */
  GtkWidget   *canvas;
  GtkWidget   *panel;
  GtkWidget   *capture;
  GtkWidget   *zoom;
};

/* atl-session-file-actions.c */
void atl_session_page_add_file_actions (AtlSessionPage *self,
                                        GActionMap     *map);

/* atl-session-merge-actions.c */
void atl_session_page_add_merge_actions (AtlSessionPage *self,
                                         GActionMap     *map);

/* atl-session-actions.c */
void atl_session_page_update_actions (AtlSessionPage *self);

G_END_DECLS
