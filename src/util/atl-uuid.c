/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-uuid.h"

#include <string.h>

/* Parses the 36-character form into its 16 bytes. */
static gboolean
uuid_parse (const char *text,
            guint8      bytes[16])
{
  guint nibble = 0;

  if (!g_uuid_string_is_valid (text))
    return FALSE;
  memset (bytes, 0, 16);
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '-')
        continue;
      bytes[nibble / 2] |= (guint8) (g_ascii_xdigit_value (*c) << (nibble % 2 == 0 ? 4 : 0));
      nibble++;
    }
  return TRUE;
}

static char *
uuid_format (const guint8 bytes[16])
{
  GString *text = g_string_sized_new (37);

  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (text, '-');
      g_string_append_printf (text, "%02x", bytes[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * atl_uuid_v5:
 * @name_space: a UUID in its 36-character form
 * @name: any UTF-8 text
 *
 * Makes the name-based UUID of RFC 4122 §4.3 (SHA-1): the same two arguments always give the same UUID.
 *
 * Returns: (transfer full) (nullable): the UUID in lower case, or %NULL if @name_space is none
 */
char *
atl_uuid_v5 (const char *name_space,
             const char *name)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8                space[16];
  guint8                digest[20];
  gsize                 length = sizeof digest;

  g_return_val_if_fail (name_space != NULL && name != NULL, NULL);

  if (!uuid_parse (name_space, space))
    return NULL;
  g_checksum_update (sum, space, sizeof space);
  g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (sum, digest, &length);
  digest[6] = (guint8) ((digest[6] & 0x0f) | 0x50);
  digest[8] = (guint8) ((digest[8] & 0x3f) | 0x80);
  return uuid_format (digest);
}

/**
 * atl_id_is_valid:
 * @id: (nullable): a text
 *
 * Tells whether @id can name an item: 1 to 64 characters of `[A-Za-z0-9_-]`.
 */
gboolean
atl_id_is_valid (const char *id)
{
  gsize length = id != NULL ? strlen (id) : 0;

  if (length < 1 || length > 64)
    return FALSE;
  for (const char *c = id; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '_' && *c != '-')
      return FALSE;
  return TRUE;
}
