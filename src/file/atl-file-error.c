/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-file-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/**
 * atl_file_error_quark:
 *
 * Returns: the error domain of the layer `file`.
 */
GQuark
atl_file_error_quark (void)
{
  return g_quark_from_static_string ("atl-file-error-quark");
}

/**
 * atl_file_error_set_at:
 * @error: (out) (optional): where to put the error
 * @code: what went wrong
 * @data: the text of a file, at least @offset bytes
 * @offset: the place in @data, in bytes
 * @reason: a translated sentence
 *
 * Sets an error whose message names the place as an editor shows it: lines and columns from 1,
 * columns counted in characters.
 */
void
atl_file_error_set_at (GError **error, AtlFileError code, const char *data, gsize offset, const char *reason)
{
  guint line = 1;
  guint column = 1;

  for (gsize i = 0; i < offset; i++)
    if (data[i] == '\n')
      {
        line++;
        column = 1;
      }
    else if (((guchar) data[i] & 0xc0) != 0x80)
      column++;

  /* Translators: the place in a file, then what is wrong there. */
  g_set_error (error, ATL_FILE_ERROR, code, _ ("line %u, column %u: %s"), line, column, reason);
}

/**
 * atl_file_error_set_reading:
 * @error: (out) (optional): where to put the error
 * @path: the file that was read
 * @error_number: an `errno`
 *
 * Says in plain words why a file cannot be read.
 */
void
atl_file_error_set_reading (GError **error, const char *path, int error_number)
{
  g_autofree char *name = g_filename_display_name (path);

  if (error_number == ENOENT || error_number == ENOTDIR)
    g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND,
                 _ ("There is no file “%s”. It may have been moved or renamed."), name);
  else if (error_number == EACCES || error_number == EPERM)
    g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_UNREADABLE,
                 _ ("You have no permission to read “%s”. Ask its owner, or open a copy."), name);
  else
    g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_UNREADABLE,
                 _ ("“%s” cannot be read: %s."), name, g_strerror (error_number));
}

/**
 * atl_file_error_set_writing:
 * @error: (out) (optional): where to put the error
 * @path: the file that was to be written
 * @error_number: an `errno`
 *
 * Says in plain words why a file cannot be written, and what can be done about it.
 */
void
atl_file_error_set_writing (GError **error, const char *path, int error_number)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (error_number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_FULL,
                   _ ("There is no space left for “%s”. Free some space, or save to another place."),
                   name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE,
                   _ ("You have no permission to write “%s”. Save a copy to another place."), name);
      break;
    case EROFS:
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE,
                   _ ("The disk of “%s” is read-only. Save a copy to another place."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE,
                   _ ("The folder of “%s” is not there. Save a copy to another place."), name);
      break;
    case EISDIR:
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE,
                   _ ("“%s” is not a file. Choose another name."), name);
      break;
    case ENAMETOOLONG:
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE,
                   _ ("The name “%s” is too long. Choose a shorter one."), name);
      break;
    case EEXIST:
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED,
                   _ ("Somebody else has just made a file “%s”. Save again, or choose another name."),
                   name);
      break;
    default:
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_WRITE,
                   _ ("“%s” cannot be written: %s. Try again, or save a copy."),
                   name, g_strerror (error_number));
      break;
    }
}
