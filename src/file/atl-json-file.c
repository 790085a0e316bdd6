/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-json-file.h"

#include "file/atl-file-error.h"
#include "file/atl-file-kind.h"
#include "file/atl-gate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char byte_order_mark[] = "\xef\xbb\xbf";

static gboolean
fail_too_large (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_TOO_LARGE,
               _ ("“%s” is larger than 64 MiB, which no session is."), name);

  return FALSE;
}

static gboolean
check_kind (const char *path, int fd, gsize *size, GError **error)
{
  g_autofree char *name = NULL;
  struct stat      info;

  if (fstat (fd, &info) != 0)
    {
      atl_file_error_set_reading (error, path, errno);
      return FALSE;
    }

  if (!S_ISREG (info.st_mode))
    {
      name = g_filename_display_name (path);
      g_set_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_UNREADABLE, _ ("“%s” is not a file."), name);
      return FALSE;
    }

  if (info.st_size > ATL_GATE_MAX_SIZE)
    return fail_too_large (path, error);

  *size = (gsize) info.st_size;
  return TRUE;
}

/* Reads until the end, which may have moved since the size was asked for. */
static GByteArray *
read_all (const char *path, int fd, gsize size, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_sized_new ((guint) size + 1);

  for (;;)
    {
      gsize  used = array->len;
      gsize  room = MAX (size + 1 - MIN (used, size + 1), 65536);
      gssize n;

      g_byte_array_set_size (array, (guint) (used + room));
      do
        n = read (fd, array->data + used, room);
      while (n < 0 && errno == EINTR);

      g_byte_array_set_size (array, (guint) (used + (gsize) MAX (n, 0)));
      if (n == 0)
        return g_steal_pointer (&array);
      if (n < 0)
        {
          atl_file_error_set_reading (error, path, errno);
          return NULL;
        }
      if (array->len > ATL_GATE_MAX_SIZE)
        {
          fail_too_large (path, error);
          return NULL;
        }
    }
}

/**
 * atl_file_read:
 * @path: a file name
 * @error: (out) (optional): why not
 *
 * Reads a regular file of at most 64 MiB. A pipe or a device is refused without waiting for it.
 *
 * Sets %ATL_FILE_ERROR_NOT_FOUND, _UNREADABLE or _TOO_LARGE.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
atl_file_read (const char *path, GError **error)
{
  GByteArray *array = NULL;
  gsize       size;
  int         fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  if (fd < 0)
    {
      atl_file_error_set_reading (error, path, errno);
      return NULL;
    }

  if (check_kind (path, fd, &size, error))
    array = read_all (path, fd, size, error);
  close (fd);

  return array != NULL ? g_byte_array_free_to_bytes (array) : NULL;
}

static gboolean
is_blank (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] != '\0' && !g_ascii_isspace (data[i]))
      return FALSE;

  return TRUE;
}

/* The two orders of bytes, with a mark or by the first brace. */
static gboolean
is_utf16 (const char *data, gsize length)
{
  return length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0 ||
                         memcmp (data, "{\0", 2) == 0 || memcmp (data, "\0{", 2) == 0);
}

/* Two things that are better said of the whole file than of its first character. */
static gboolean
check_text (const char *data, gsize length, GError **error)
{
  if (is_blank (data, length))
    g_set_error_literal (error, ATL_FILE_ERROR, ATL_FILE_ERROR_EMPTY,
                         _ ("The file is empty: nothing was ever written to it, or a crash of the computer "
                            "emptied it. Open an earlier version or another copy."));
  else if (is_utf16 (data, length))
    g_set_error_literal (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_TEXT,
                         _ ("The file is UTF-16 text. Open it in a text editor and save it as UTF-8."));
  else
    return TRUE;

  return FALSE;
}

/* A session is an object. What begins with anything else but blanks is no damaged session either. */
static gboolean
begins_like_object (const char *data, gsize length)
{
  gsize i = 0;

  while (i < length && g_ascii_isspace (data[i]))
    i++;
  return i < length && data[i] == '{';
}

/* The sentence that matters comes first, then the place, for those who wrote the file. */
static gboolean
fail_foreign (const char *data, gsize length, GError **error)
{
  g_set_error_literal (error, ATL_FILE_ERROR, ATL_FILE_ERROR_FOREIGN, atl_file_kind_describe (data, length));
  return FALSE;
}

static gboolean
check_gate (const char *data, gsize length, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (atl_gate_check (data, length, &fault))
    return begins_like_object (data, length) || fail_foreign (data, length, error);
  if (!begins_like_object (data, length) && fault->code != ATL_FILE_ERROR_TOO_LARGE)
    return fail_foreign (data, length, error);
  if (fault->code == ATL_FILE_ERROR_TOO_DEEP || fault->code == ATL_FILE_ERROR_TOO_MANY)
    /* Translators: %s is a sentence that says what is wrong, and where. */
    g_set_error (error, ATL_FILE_ERROR, fault->code, _ ("This is not an Atelier session. %s"),
                 fault->message);
  else
    g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static JsonNode *
parse (JsonParser *parser, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  const char        *data;
  gsize              length;

  data = g_bytes_get_data (bytes, &length);
  if (length >= 3 && memcmp (data, byte_order_mark, 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (!check_text (data, length, error) || !check_gate (data, length, error))
    return NULL;

  if (!json_parser_load_from_data (parser, data, (gssize) length, &local))
    {
      g_set_error_literal (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_JSON, local->message);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * atl_json_parse:
 * @bytes: the text of a file; a byte order mark is skipped
 * @error: (out) (optional): what is wrong, and where
 *
 * Lets a text through the gate, then parses it.
 *
 * Sets the errors of atl_gate_check(), %ATL_FILE_ERROR_EMPTY, and %ATL_FILE_ERROR_FOREIGN where the document
 * is not an object and does not begin like one.
 *
 * Returns: (transfer full) (nullable): an immutable node holding an object
 */
JsonNode *
atl_json_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  g_return_val_if_fail (bytes != NULL, NULL);

  return parse (parser, bytes, error);
}

/**
 * atl_json_parse_once:
 * @bytes: the text of a file; a byte order mark is skipped
 * @error: (out) (optional): what is wrong, and where
 *
 * Like atl_json_parse(), for a reader that sets free what it has read: the whole tree takes eight times the
 * memory of its text.
 *
 * Returns: (transfer full) (nullable): a node holding an object, which may be changed
 */
JsonNode *
atl_json_parse_once (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_return_val_if_fail (bytes != NULL, NULL);

  return parse (parser, bytes, error);
}

/**
 * atl_json_load:
 * @path: a file name
 * @bytes: (out) (optional) (transfer full): the bytes as they were read, also when they cannot be parsed
 * @error: (out) (optional): what is wrong, and where
 *
 * Reads a file and parses it. Sets the errors of atl_file_read() and atl_json_parse().
 *
 * Returns: (transfer full) (nullable): an immutable node holding an object
 */
JsonNode *
atl_json_load (const char *path, GBytes **bytes, GError **error)
{
  g_autoptr (GBytes) content = atl_file_read (path, error);
  JsonNode          *root = content != NULL ? atl_json_parse (content, error) : NULL;

  if (bytes != NULL)
    *bytes = g_steal_pointer (&content);

  return root;
}
