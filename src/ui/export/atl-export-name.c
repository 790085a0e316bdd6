/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/atl-export-name.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* In characters; file systems take 255 bytes. */
#define MAX_NAME 80

/* What other systems refuse in a name becomes a space, so that the file can be handed to anybody. */
static void
append_safe (GString    *name,
             const char *text)
{
  for (const char *p = text; *p != '\0' && g_utf8_strlen (name->str, -1) < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) ||
          (c < 128 && strchr ("/\\:*?\"<>|", (int) c) != NULL))
        c = ' ';
      if (c != ' ' || (name->len > 0 && name->str[name->len - 1] != ' '))
        g_string_append_unichar (name, c);
    }
}

/**
 * atl_export_name_suggest:
 * @title: the title of a session
 * @board: (nullable): the title of the board that is exported alone
 * @suffix: ".pdf" or ".png"
 *
 * Returns: (transfer full): a file name that every system takes
 */
char *
atl_export_name_suggest (const char *title,
                         const char *board,
                         const char *suffix)
{
  g_autoptr (GString) name = g_string_new (NULL);

  append_safe (name, title);
  if (board != NULL && board[0] != '\0')
    {
      g_string_append (name, " – ");
      append_safe (name, board);
    }
  g_strchomp (name->str);
  name->len = strlen (name->str);
  while (name->len > 0 && (name->str[0] == '.' || name->str[0] == ' '))
    g_string_erase (name, 0, 1);
  if (name->len == 0)
    g_string_append (name, _ ("Session"));
  return g_strconcat (name->str, suffix, NULL);
}

/**
 * atl_export_name_complete:
 * @name: what was typed as a file name
 * @suffix: ".pdf" or ".png"
 *
 * Returns: (transfer full) (nullable): the name with its suffix, or %NULL if it cannot be one
 */
char *
atl_export_name_complete (const char *name,
                          const char *suffix)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *lower = g_ascii_strdown (stripped, -1);

  if (stripped[0] == '\0' || strchr (stripped, '/') != NULL || strlen (stripped) > 240 ||
      g_str_equal (lower, suffix))
    return NULL;
  if (g_str_has_suffix (lower, suffix))
    return g_steal_pointer (&stripped);
  return g_strconcat (stripped, suffix, NULL);
}

static char *
take_if_writable (const char *folder)
{
  return folder != NULL && access (folder, W_OK | X_OK) == 0 ? g_strdup (folder) : NULL;
}

/**
 * atl_export_folder_suggest:
 * @session_path: (nullable): where the session lies
 *
 * Returns: (transfer full) (nullable): the session's folder, else the documents, else the home folder;
 *   %NULL if none of
 *   them can be written to
 */
char *
atl_export_folder_suggest (const char *session_path)
{
  g_autofree char *beside = session_path != NULL ? g_path_get_dirname (session_path) : NULL;
  char            *folder = take_if_writable (beside);

  if (folder == NULL)
    folder = take_if_writable (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS));
  if (folder == NULL)
    folder = take_if_writable (g_get_home_dir ());
  return folder;
}
