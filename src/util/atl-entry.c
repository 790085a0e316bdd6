/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-entry.h"

#include <string.h>

#include "util/atl-list-sign.h"

#define LEAST_PART 0.8 /* of the limit: where a long text may be broken */

/**
 * atl_entry_new:
 * @text: what the note says
 * @under: whether it is stacked under the last entry before it that is not
 *
 * Returns: (transfer full): an entry
 */
AtlEntry *
atl_entry_new (const char *text,
               gboolean    under)
{
  AtlEntry *self = g_new0 (AtlEntry, 1);

  self->text = g_strdup (text);
  self->under = under;
  return self;
}

/**
 * atl_entry_free:
 * @self: an entry
 */
void
atl_entry_free (AtlEntry *self)
{
  g_free (self->text);
  g_free (self);
}

static const char *
skip_spaces (const char *line)
{
  return line + strspn (line, " \t");
}

/* A line that would be read as an item of its own gets a backslash, as in Markdown. */
static void
write_line (GString    *all,
            const char *line,
            gboolean    first)
{
  const char *at = skip_spaces (line);

  g_string_append_len (all, line, at - line);
  if (atl_list_sign_needs_escape (at, first))
    g_string_append_c (all, '\\');
  g_string_append (all, at);
}

static void
write_entry (GString  *all,
             AtlEntry *entry)
{
  const char    *indent = entry->under ? "  " : "";
  g_auto (GStrv) lines = g_strsplit_set (entry->text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append_printf (all, "%s", all->len > 0 ? "\n" : "");
      if (i > 0 && *skip_spaces (lines[i]) == '\0')
        continue;
      g_string_append_printf (all, "%s%s", indent, i == 0 ? "- " : "  ");
      write_line (all, lines[i], i == 0);
    }
}

/**
 * atl_entries_write:
 * @entries: (element-type AtlEntry): entries
 *
 * Writes them as a list that other programs understand and atl_pasted_new() reads back: a line with a dash
 * for each, stacked ones two spaces further, further lines of an entry below its text. One alone is its
 * text.
 *
 * Returns: (transfer full): the list
 */
char *
atl_entries_write (GPtrArray *entries)
{
  GString *all = g_string_new (NULL);

  g_return_val_if_fail (entries != NULL, NULL);

  if (entries->len == 1)
    g_string_append (all, ((AtlEntry *) entries->pdata[0])->text);
  for (guint i = 0; entries->len > 1 && i < entries->len; i++)
    if (*((AtlEntry *) entries->pdata[i])->text != '\0')
      write_entry (all, entries->pdata[i]);
  return g_string_free (all, FALSE);
}

/* Where a text of more than @limit characters is broken best: at a line, else at a space, else there. */
static const char *
find_break (const char *text,
            guint       limit)
{
  const char *end = g_utf8_offset_to_pointer (text, limit);
  const char *least = g_utf8_offset_to_pointer (text, (glong) (limit * LEAST_PART));
  const char *line = g_strrstr_len (least, end - least, "\n");
  const char *space = g_strrstr_len (least, end - least, " ");

  if (line != NULL)
    return line;
  return space != NULL ? space : end;
}

/**
 * atl_entries_break_long:
 * @entries: (element-type AtlEntry): entries; changed
 * @limit: how many characters a note holds
 *
 * Breaks what is too long into several entries, so that nothing has to be cut off.
 *
 * Returns: how many were too long
 */
guint
atl_entries_break_long (GPtrArray *entries,
                        guint      limit)
{
  guint n = 0;

  g_return_val_if_fail (entries != NULL && limit > 0, 0);

  for (guint i = 0; i < entries->len; i++)
    {
      AtlEntry *entry = entries->pdata[i];
      gboolean  first = TRUE;

      while (g_utf8_strlen (entry->text, -1) > limit)
        {
          const char *at = find_break (entry->text, limit);
          AtlEntry   *rest = atl_entry_new (*at == ' ' || *at == '\n' ? at + 1 : at, entry->under);

          entry->text[at - entry->text] = '\0';
          g_ptr_array_insert (entries, (int) ++i, rest);
          entry = rest;
          n += first ? 1 : 0;
          first = FALSE;
        }
    }
  return n;
}
