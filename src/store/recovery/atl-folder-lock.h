/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_FOLDER_LOCK_FREE,    /* nobody else holds it; on taking: it is ours now */
  ATL_FOLDER_LOCK_HELD,    /* somebody else holds it */
  ATL_FOLDER_LOCK_GONE,    /* the folder was removed */
  ATL_FOLDER_LOCK_UNKNOWN, /* this file system cannot say */
} AtlFolderLock;

AtlFolderLock atl_folder_lock_look (const char *folder);
AtlFolderLock atl_folder_lock_take (const char *folder, int *fd);
void          atl_folder_lock_release (int *fd);

G_END_DECLS
