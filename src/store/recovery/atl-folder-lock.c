/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* F_OFD_SETLK */
#endif

#include "store/recovery/atl-folder-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_NAME "lock"

static struct flock
whole_file (void)
{
  return (struct flock){ .l_type = F_WRLCK, .l_whence = SEEK_SET };
}

static AtlFolderLock
outcome_of_errno (int number)
{
  switch (number)
    {
    case EAGAIN:
    case EACCES:
      return ATL_FOLDER_LOCK_HELD;
    case ENOENT:
    case ENOTDIR:
      return ATL_FOLDER_LOCK_GONE;
    default:
      return ATL_FOLDER_LOCK_UNKNOWN;
    }
}

/* Who waited for the lock may hold that of a folder that its owner has removed meanwhile. */
static gboolean
is_linked (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && info.st_nlink > 0;
}

static char *
dup_lock_path (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  return g_build_filename (folder, LOCK_NAME, NULL);
}

/**
 * atl_folder_lock_look:
 * @folder: the folder of an opening
 *
 * Looks whether somebody holds the lock of a folder, in this process or in another one, without disturbing
 * anybody. The lock belongs to an open file, so the kernel releases it when its process dies, and it is seen
 * from one sandbox in another, where process numbers say nothing.
 */
AtlFolderLock
atl_folder_lock_look (const char *folder)
{
  g_autofree char *path = NULL;
  struct flock     lock = whole_file ();
  int              fd;
  int              result;

  g_return_val_if_fail (folder != NULL, ATL_FOLDER_LOCK_GONE);

  path = dup_lock_path (folder);
  fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  if (fd < 0)
    return errno == ENOENT ? ATL_FOLDER_LOCK_FREE : ATL_FOLDER_LOCK_UNKNOWN;

  result = fcntl (fd, F_OFD_GETLK, &lock);
  close (fd);
  if (result != 0)
    return ATL_FOLDER_LOCK_UNKNOWN;

  return lock.l_type == F_UNLCK ? ATL_FOLDER_LOCK_FREE : ATL_FOLDER_LOCK_HELD;
}

/**
 * atl_folder_lock_take:
 * @folder: the folder of an opening
 * @fd: (out): what to give to atl_folder_lock_release(), -1 if it was not taken
 *
 * Takes the lock of a folder if it is free. Of several that try at once one gets it.
 */
AtlFolderLock
atl_folder_lock_take (const char *folder, int *fd)
{
  g_autofree char *path = NULL;
  struct flock     lock = whole_file ();
  AtlFolderLock    outcome;

  g_return_val_if_fail (folder != NULL && fd != NULL, ATL_FOLDER_LOCK_GONE);

  path = dup_lock_path (folder);
  *fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  if (*fd < 0)
    return errno == ENOENT || errno == ENOTDIR ? ATL_FOLDER_LOCK_GONE : ATL_FOLDER_LOCK_UNKNOWN;

  outcome = fcntl (*fd, F_OFD_SETLK, &lock) == 0 ? ATL_FOLDER_LOCK_FREE : outcome_of_errno (errno);
  if (outcome == ATL_FOLDER_LOCK_FREE && !is_linked (*fd))
    outcome = ATL_FOLDER_LOCK_GONE;
  if (outcome != ATL_FOLDER_LOCK_FREE)
    atl_folder_lock_release (fd);

  return outcome;
}

/**
 * atl_folder_lock_release:
 * @fd: (inout): what atl_folder_lock_take() gave; -1 afterwards
 *
 * Lets others have the folder.
 */
void
atl_folder_lock_release (int *fd)
{
  g_return_if_fail (fd != NULL);

  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}
