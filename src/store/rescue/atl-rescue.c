/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rescue/atl-rescue.h"

#include "config.h"
#include "file/atl-gate.h"
#include "store/rescue/atl-rescue-frame.h"
#include "store/rescue/atl-rescue-prefix.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * atl_rescue_can_help:
 * @error: (nullable): why atl_codec_read() failed
 *
 * Returns: whether atl_rescue_read() may still read something of the file
 */
gboolean
atl_rescue_can_help (const GError *error)
{
  return g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CUT) ||
         g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_TEXT) ||
         g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_FOREIGN) ||
         g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_JSON);
}

static void
copy_problems (AtlProblems *from, AtlProblems *to)
{
  for (guint i = 0; i < atl_problems_get_n_kept (from); i++)
    atl_problems_add (to, atl_problems_get_path (from, i), "%s", atl_problems_get_reason (from, i));
}

/* Takes @text. */
static AtlSession *
read_text (GString *text, AtlProblems *problems, AtlCodecAge *age)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return atl_codec_read (bytes, problems, age, NULL);
}

/* What stands before the first fault. */
static AtlSession *
read_start (GString            *text,
            const char         *data,
            const AtlGateFault *fault,
            AtlProblems        *problems,
            AtlCodecAge        *age)
{
  g_autofree char *path = NULL;
  guint            line = 1;

  for (gsize i = 0; i < fault->offset; i++)
    line += data[i] == '\n';
  path = g_strdup_printf (_ ("line %u"), line);
  if (fault->code == ATL_FILE_ERROR_CUT)
    atl_problems_add (problems, path, "%s",
                      _ ("the file ends too early; what came after this line is lost. Save what is here as a "
                         "copy, and look for the rest in an earlier version or another copy."));
  else
    atl_problems_add (problems, path,
                      _ ("the file cannot be read from here on: %s. Save what is here as a copy, and look "
                         "for the rest in an earlier version or another copy."),
                      _ (fault->reason));
  return read_text (text, problems, age);
}

/* What stands on lines that can be read. */
static AtlSession *
read_lines (GString *text, AtlProblems *found, AtlProblems *problems, AtlCodecAge *age)
{
  atl_problems_add (problems, "", "%s",
                    _ ("The file is damaged. The lines named below could not be read, all others are here. "
                       "Save them as a copy, and look for the rest in an earlier version or another copy."));
  copy_problems (found, problems);
  return read_text (text, problems, age);
}

/* Text of the encodings that western computers had before UTF-8, intact but for that: none of its letters is
 * UTF-8. A single wrong byte is damage, and so is what does not become a whole text. */
static GString *
convert_western (const char *data, gsize length)
{
  g_autofree char *text = NULL;
  guint            n_strange = 0;
  gsize            size = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (((guchar) data[i] & 0x80) == 0)
        continue;
      if ((gint32) g_utf8_get_char_validated (data + i, (gssize) (length - i)) >= 0)
        return NULL;
      n_strange++;
    }
  if (n_strange < 2)
    return NULL;
  text = g_convert (data, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, &size, NULL);
  return text != NULL && atl_gate_scan (text, size, NULL) ? g_string_new_len (text, (gssize) size) : NULL;
}

static AtlSession *
read_western (GString *text, AtlProblems *problems, AtlCodecAge *age)
{
  atl_problems_add (problems, "", "%s",
                    _ ("The file is not UTF-8: another program has saved it in another encoding. It is shown "
                       "here as Western European text. Look whether the accents are right, then save it as "
                       "a copy; or save it as UTF-8 in the program that wrote it."));
  return read_text (text, problems, age);
}

/* A file that was cut before its id says nothing of a session yet. */
static gboolean
is_worth (const GString *start, guint n_items)
{
  return n_items > 0 || strstr (start->str, "\"id\"") != NULL;
}

static AtlSession *
rescue (const char *data, gsize length, const AtlGateFault *fault, AtlProblems *problems, AtlCodecAge *age)
{
  g_autoptr (AtlProblems) found = atl_problems_new ();
  GString                *lines = NULL;
  GString                *start;
  guint                   n_lines = 0;
  guint                   n_start = 0;

  if (fault->code == ATL_FILE_ERROR_NOT_TEXT && (lines = convert_western (data, length)) != NULL)
    return read_western (lines, problems, age);
  start = atl_rescue_prefix (data, fault->offset, ATL_TYPE_SESSION, &n_start);
  if (fault->code != ATL_FILE_ERROR_CUT)
    lines = atl_rescue_lines (data, length, found, &n_lines);

  if (lines != NULL && n_lines > 0 && n_lines >= n_start)
    {
      if (start != NULL)
        g_string_free (start, TRUE);
      return read_lines (lines, found, problems, age);
    }
  if (lines != NULL)
    g_string_free (lines, TRUE);
  if (start != NULL && is_worth (start, n_start))
    return read_start (start, data, fault, problems, age);
  if (start != NULL)
    g_string_free (start, TRUE);
  return NULL;
}

/* A crash of the computer may leave zeros where the end of the file was to be written. */
static gsize
skip_zeros (const char *data, gsize length)
{
  while (length > 0 && data[length - 1] == '\0')
    length--;

  return length;
}

/* Where the text starts: behind a byte order mark. */
static gsize
skip_mark (const char *data, gsize length)
{
  return length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/**
 * atl_rescue_read:
 * @bytes: the contents of a session file that is cut or damaged
 * @problems: gets what is lost, where, and what can be done about it
 * @age: (out) (optional): whether a newer version made the file
 * @error: return location for an error: what atl_codec_read() says of the file
 *
 * Reads of a damaged session what can be read, and makes nothing up: a cut file as far as it goes, to the
 * last whole item; of a file with damage inside every line that is intact. What comes out is to be shown
 * read-only. A file that is intact is just read. May run in a thread.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL where nothing of a session is left
 */
AtlSession *
atl_rescue_read (GBytes *bytes, AtlProblems *problems, AtlCodecAge *age, GError **error)
{
  g_autoptr (GError) first = NULL;
  AtlSession        *session;
  AtlGateFault       fault;
  gsize              length;
  const char        *data = g_bytes_get_data (bytes, &length);
  gsize              start = skip_mark (data, length);
  gsize              end = skip_zeros (data, length);

  session = atl_codec_read (bytes, problems, age, &first);
  if (session == NULL && atl_rescue_can_help (first) && start < end)
    {
      if (atl_gate_scan (data + start, end - start, &fault))
        fault = (AtlGateFault){ end - start, ATL_FILE_ERROR_CUT, NULL };
      session = rescue (data + start, end - start, &fault, problems, age);
    }
  if (session == NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  return session;
}
