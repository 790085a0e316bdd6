/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATL_FILE_ERROR (atl_file_error_quark ())

/**
 * AtlFileError:
 * @ATL_FILE_ERROR_NOT_FOUND: there is no such file
 * @ATL_FILE_ERROR_UNREADABLE: no permission, not a regular file, or the device fails
 * @ATL_FILE_ERROR_TOO_LARGE: more than 64 MiB
 * @ATL_FILE_ERROR_TOO_DEEP: nested more than 64 levels
 * @ATL_FILE_ERROR_TOO_MANY: more values or members than any session has
 * @ATL_FILE_ERROR_NOT_TEXT: bytes that are not UTF-8
 * @ATL_FILE_ERROR_CUT: correct as far as it goes, but ends early
 * @ATL_FILE_ERROR_NOT_JSON: a mistake in the syntax
 * @ATL_FILE_ERROR_NOT_WRITABLE: no permission, read-only, or the folder is gone
 * @ATL_FILE_ERROR_FULL: no space or quota left
 * @ATL_FILE_ERROR_CHANGED: somebody else made or changed the file meanwhile
 * @ATL_FILE_ERROR_WRITE: any other failure of writing
 * @ATL_FILE_ERROR_FOREIGN: does not even begin like a session: a picture, an archive, another text
 * @ATL_FILE_ERROR_EMPTY: no bytes, or nothing but zeros and blanks: what a crash of the computer leaves
 */
typedef enum
{
  ATL_FILE_ERROR_NOT_FOUND,
  ATL_FILE_ERROR_UNREADABLE,
  ATL_FILE_ERROR_TOO_LARGE,
  ATL_FILE_ERROR_TOO_DEEP,
  ATL_FILE_ERROR_TOO_MANY,
  ATL_FILE_ERROR_NOT_TEXT,
  ATL_FILE_ERROR_CUT,
  ATL_FILE_ERROR_NOT_JSON,
  ATL_FILE_ERROR_NOT_WRITABLE,
  ATL_FILE_ERROR_FULL,
  ATL_FILE_ERROR_CHANGED,
  ATL_FILE_ERROR_WRITE,
  ATL_FILE_ERROR_EMPTY,
  ATL_FILE_ERROR_FOREIGN,
} AtlFileError;

GQuark atl_file_error_quark (void);
void   atl_file_error_set_at (GError     **error,
                              AtlFileError code,
                              const char  *data,
                              gsize        offset,
                              const char  *reason);
void   atl_file_error_set_reading (GError **error, const char *path, int error_number);
void   atl_file_error_set_writing (GError **error, const char *path, int error_number);
void   atl_file_error_set_changed (GError **error, const char *path);
void   atl_file_error_set_gone (GError **error, const char *path);

G_END_DECLS
