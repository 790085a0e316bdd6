/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-digest.h"

#include "file/atl-file-error.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK (64 * 1024)

/**
 * atl_digest_bytes:
 * @bytes: any bytes
 *
 * Says which content this is. Two contents with the same digest are the same.
 *
 * Returns: (transfer full): SHA-256 (FIPS 180-4), 64 hexadecimal digits
 */
char *
atl_digest_bytes (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* 0, or an `errno`. Reads from the start wherever the descriptor stands, and leaves it there. */
static int
add_all (GChecksum *checksum, int fd)
{
  g_autofree guchar *block = g_malloc (BLOCK);
  off_t              place = 0;

  for (;;)
    {
      ssize_t n = pread (fd, block, BLOCK, place);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? errno : 0;
      g_checksum_update (checksum, block, n);
      place += n;
    }
}

/**
 * atl_digest_descriptor:
 * @fd: a file open for reading
 *
 * Reads a file from its start to its end. Its position does not change.
 *
 * Returns: (transfer full) (nullable): the digest as atl_digest_bytes() gives it, %NULL with `errno` set
 *   where the file cannot be read or is not a regular one
 */
char *
atl_digest_descriptor (int fd)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  struct stat           info;
  int                   failure;

  if (fstat (fd, &info) != 0)
    return NULL;

  failure = S_ISREG (info.st_mode) ? add_all (checksum, fd) : EISDIR;
  if (failure != 0)
    {
      errno = failure;
      return NULL;
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * atl_digest_file:
 * @path: a file; symbolic links are followed
 * @error: (out) (optional): why it cannot be read
 *
 * Says which content a file has. Waits for the disk: not for the main thread. A pipe or a device is never
 * waited for.
 *
 * Sets %ATL_FILE_ERROR_NOT_FOUND or _UNREADABLE.
 *
 * Returns: (transfer full) (nullable): the digest as atl_digest_bytes() gives it
 */
char *
atl_digest_file (const char *path, GError **error)
{
  char *digest;
  int   fd, failure;

  g_return_val_if_fail (path != NULL, NULL);

  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    {
      atl_file_error_set_reading (error, path, errno);
      return NULL;
    }

  digest = atl_digest_descriptor (fd);
  failure = errno;
  close (fd);
  if (digest == NULL)
    atl_file_error_set_reading (error, path, failure);

  return digest;
}
