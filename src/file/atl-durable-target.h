/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Where a save goes: the folder is held open, so that it stays the same folder until the end. */
typedef struct
{
  char       *path;  /* as the caller gave it, for messages */
  char       *name;  /* in the folder, symbolic links followed */
  char       *place; /* the path of the folder, symbolic links of the last part followed */
  int         folder;
  gboolean    exists;
  struct stat old;
} AtlDurableTarget;

gboolean atl_durable_target_open (AtlDurableTarget *self, const char *path, GError **error);
void     atl_durable_target_clear (AtlDurableTarget *self);
gboolean atl_durable_target_is_lost (const AtlDurableTarget *self);
void     atl_durable_target_dress (const AtlDurableTarget *self, int fd);

G_END_DECLS
