/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_FILE_OPEN,
  ATL_FILE_SAVE,
  ATL_FILE_FOLDER,
} AtlFileAim;

/* What to ask for; every text is translated already. */
typedef struct
{
  AtlFileAim  aim;
  const char *title;
  const char *accept;      /* nullable: the label of the button */
  const char *folder;      /* nullable: a path to start from */
  const char *name;        /* nullable: a file name to suggest */
  const char *filter_name; /* nullable: what the pattern stands for */
  const char *pattern;     /* nullable: as "*.atelier" */
} AtlFileRequest;

/* @path is NULL when the user backed out; it is borrowed. */
typedef void (*AtlFileCallback) (const char *path,
                                 gpointer    user_data);

/* @paths is NULL when the user backed out; it is borrowed and ends with NULL. */
typedef void (*AtlFilesCallback) (const char *const *paths,
                                  gpointer           user_data);

void atl_file_dialog_ask_many (GtkWindow            *parent,
                               const AtlFileRequest *request,
                               AtlFilesCallback      callback,
                               gpointer              user_data);
void atl_file_dialog_ask (GtkWindow            *parent,
                          const AtlFileRequest *request,
                          AtlFileCallback       callback,
                          gpointer              user_data);

G_END_DECLS
