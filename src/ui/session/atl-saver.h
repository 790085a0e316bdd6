/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

/* @done: the document is durably in its file, or the user let go of what is not. */
typedef void (*AtlSaverCallback) (gboolean done,
                                  gpointer user_data);

void  atl_saver_save (GtkWindow       *window,
                      AtlDocument     *document,
                      AtlSaverCallback callback,
                      gpointer         user_data);
void  atl_saver_save_as (GtkWindow       *window,
                         AtlDocument     *document,
                         AtlSaverCallback callback,
                         gpointer         user_data);
void  atl_saver_save_copy (GtkWindow   *window,
                           AtlDocument *document);
void  atl_saver_guard (GtkWindow       *window,
                       AtlDocument     *document,
                       AtlSaverCallback callback,
                       gpointer         user_data);
void  atl_saver_discard (GtkWindow       *window,
                         AtlDocument     *document,
                         AtlSaverCallback callback,
                         gpointer         user_data);
char *atl_saver_suggest_name (const char *title,
                              const char *suffix);

G_END_DECLS
