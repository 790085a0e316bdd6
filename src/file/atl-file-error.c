/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-file-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* Puts a name in the place of the "%s" of a translated sentence, without trusting either as a format. */
static void
set_named (GError **error, AtlFileError code, const char *sentence, const char *name)
{
  GString *message = g_string_new (_ (sentence));

  g_string_replace (message, "%s", name, 1);
  g_set_error_literal (error, ATL_FILE_ERROR, code, message->str);
  g_string_free (message, TRUE);
}

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
  g_set_error (error, ATL_FILE_ERROR, code, _ ("Line %u, column %u: %s"), line, column, reason);
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

/* Why nothing can be written in a place, NULL where the place is not the reason. */
static const char *
explain_place (int error_number)
{
  switch (error_number)
    {
    case EACCES:
    case EPERM:
      return N_ ("You have no permission to write “%s”. Save a copy to another place.");
    case EROFS:
      return N_ ("The disk of “%s” is read-only. Save a copy to another place.");
    case ENOENT:
    case ENOTDIR:
      return N_ ("The folder of “%s” is not there. Save a copy to another place.");
    case EISDIR:
      return N_ ("“%s” is not a file. Choose another name.");
    case ENAMETOOLONG:
      return N_ ("The name “%s” is too long. Choose a shorter one.");
    default:
      return NULL;
    }
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
  const char      *place = explain_place (error_number);

  if (place != NULL)
    set_named (error, ATL_FILE_ERROR_NOT_WRITABLE, place, name);
  else if (error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG)
    set_named (error, ATL_FILE_ERROR_FULL,
               N_ ("There is no space left for “%s”. Free some space, or save to another place."), name);
  else if (error_number == EEXIST)
    set_named (error, ATL_FILE_ERROR_CHANGED,
               N_ ("Somebody else has just made a file “%s”. Save again, or choose another name."), name);
  else
    g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_WRITE,
                 _ ("“%s” cannot be written: %s. Try again, or save a copy."),
                 name, g_strerror (error_number));
}

/**
 * atl_file_error_set_changed:
 * @error: (out) (optional): where to put the error
 * @path: the file that was to be saved
 *
 * Says that somebody else has saved the file meanwhile.
 */
void
atl_file_error_set_changed (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  set_named (error, ATL_FILE_ERROR_CHANGED,
             N_ ("“%s” was changed by somebody else meanwhile. Nothing was written over it."), name);
}

/**
 * atl_file_error_set_gone:
 * @error: (out) (optional): where to put the error
 * @path: the file that was to be saved
 *
 * Says that the file is no longer where it was, while its folder is.
 */
void
atl_file_error_set_gone (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  set_named (error, ATL_FILE_ERROR_NOT_FOUND,
             N_ ("“%s” is no longer there. It was moved, renamed or deleted."), name);
}
