/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-file-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PICTURE N_ ("This is a picture, not an Atelier session.")
#define ARCHIVE N_ ("This is a compressed file, not an Atelier session. Unpack it, a session may be in it.")
#define OFFICE N_ ("This is a ZIP archive or an office document, not an Atelier session.")
#define PDF N_ ("This is a PDF document, not an Atelier session.")
#define PAGE N_ ("This is a web page or an XML document, not an Atelier session.")
#define MEDIA N_ ("This is a recording, not an Atelier session.")

static const struct
{
  gsize       offset;
  const char *bytes;
  gsize       length;
  const char *sentence;
} kinds[] = {
  { 0, "\x89PNG", 4, PICTURE },
  { 0, "\xff\xd8\xff", 3, PICTURE },
  { 0, "GIF8", 4, PICTURE },
  { 8, "WEBP", 4, PICTURE },
  { 0, "II*\0", 4, PICTURE },
  { 0, "MM\0*", 4, PICTURE },
  { 4, "ftypheic", 8, PICTURE },
  { 4, "ftypavif", 8, PICTURE },
  { 0, "%PDF", 4, PDF },
  { 0, "PK\3\4", 4, OFFICE },
  { 0, "\x1f\x8b", 2, ARCHIVE },
  { 0, "BZh", 3, ARCHIVE },
  { 0, "\xfd"
       "7zXZ",
    5, ARCHIVE },
  { 0, "7z\xbc\xaf", 4, ARCHIVE },
  { 0, "\x28\xb5\x2f\xfd", 4, ARCHIVE },
  { 0, "Rar!", 4, ARCHIVE },
  { 0, "RIFF", 4, MEDIA },
  { 0, "OggS", 4, MEDIA },
  { 0, "ID3", 3, MEDIA },
  { 4, "ftyp", 4, MEDIA },
  { 0, "<", 1, PAGE },
};

static gboolean
is_text (const char *data, gsize length)
{
  const char *end = NULL;

  if (memchr (data, '\0', length) != NULL)
    return FALSE;
  return g_utf8_validate (data, (gssize) length, &end) || length - (gsize) (end - data) < 4;
}

/**
 * atl_file_kind_describe:
 * @data: (array length=length): the beginning of a file, or all of it
 * @length: its length in bytes
 *
 * Guesses what a file that is no session is instead, from its first bytes as programs write them.
 *
 * Returns: (transfer none): a translated sentence
 */
const char *
atl_file_kind_describe (const char *data, gsize length)
{
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].offset + kinds[i].length &&
        memcmp (data + kinds[i].offset, kinds[i].bytes, kinds[i].length) == 0)
      return _ (kinds[i].sentence);
  if (!is_text (data, MIN (length, 1024)))
    return _ ("This is not an Atelier session but a file of some other program.");
  return _ ("This is a text, but not an Atelier session.");
}
