/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-recent.h"

#include "config.h"
#include "ui/common/atl-moment.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/**
 * AtlRecent:
 *
 * A session that was open lately. Never changes: opening it again makes a new one.
 */
struct _AtlRecent
{
  GObject parent_instance;

  char *path;
  char *title;
  char *template;
  gint64 opened;
};

G_DEFINE_FINAL_TYPE (AtlRecent, atl_recent, G_TYPE_OBJECT)

static void
atl_recent_finalize (GObject *object)
{
  AtlRecent *self = ATL_RECENT (object);

  g_free (self->path);
  g_free (self->title);
  g_free (self->template);
  G_OBJECT_CLASS (atl_recent_parent_class)->finalize (object);
}

static void
atl_recent_class_init (AtlRecentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_recent_finalize;
}

static void
atl_recent_init (AtlRecent *self)
{
}

/**
 * atl_recent_new:
 * @path: where the session lies
 * @title: (nullable): its title; without one the file's name is shown
 * @template: (nullable): the template of its first board
 * @opened: when it was last open, in seconds since 1970
 *
 * Returns: (transfer full): an entry
 */
AtlRecent *
atl_recent_new (const char *path,
                const char *title,
                const char *template,
                gint64 opened)
{
  AtlRecent *self = g_object_new (ATL_TYPE_RECENT, NULL);

  self->path = g_strdup (path);
  self->title = title != NULL && title[0] != '\0' ? g_strdup (title) : g_filename_display_basename (path);
  self->template = g_strdup (template != NULL ? template : "");
  self->opened = opened;
  return self;
}

/**
 * atl_recent_get_path:
 * @self: an entry
 *
 * Returns: (transfer none) (type filename): where the session lies
 */
const char *
atl_recent_get_path (AtlRecent *self)
{
  g_return_val_if_fail (ATL_IS_RECENT (self), NULL);

  return self->path;
}

/**
 * atl_recent_get_title:
 * @self: an entry
 *
 * Returns: (transfer none): the title to show
 */
const char *
atl_recent_get_title (AtlRecent *self)
{
  g_return_val_if_fail (ATL_IS_RECENT (self), NULL);

  return self->title;
}

/**
 * atl_recent_get_template:
 * @self: an entry
 *
 * Returns: (transfer none): the id of the first board's template, "" if unknown
 */
const char *
atl_recent_get_template (AtlRecent *self)
{
  g_return_val_if_fail (ATL_IS_RECENT (self), NULL);

  return self->template;
}

/**
 * atl_recent_get_opened:
 * @self: an entry
 *
 * Returns: when the session was last open, in seconds since 1970
 */
gint64
atl_recent_get_opened (AtlRecent *self)
{
  g_return_val_if_fail (ATL_IS_RECENT (self), 0);

  return self->opened;
}

/**
 * atl_recent_dup_folder:
 * @self: an entry
 *
 * Returns: (transfer full): the folder as people write it, with "~" for their home
 */
char *
atl_recent_dup_folder (AtlRecent *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;
  const char      *home = g_get_home_dir ();
  gsize            length = strlen (home);

  g_return_val_if_fail (ATL_IS_RECENT (self), NULL);

  folder = g_path_get_dirname (self->path);
  shown = g_filename_display_name (folder);
  if (length > 1 && strncmp (shown, home, length) == 0 && (shown[length] == '/' || shown[length] == '\0'))
    return g_strconcat ("~", shown + length, NULL);
  return g_steal_pointer (&shown);
}

/**
 * atl_recent_dup_when:
 * @self: an entry
 * @now: the time, in seconds since 1970
 *
 * Returns: (transfer full): when the session was open, for people: "Today, 14:05", "Yesterday", "June 11,
 *   2026"
 */
char *
atl_recent_dup_when (AtlRecent *self,
                     gint64     now)
{
  g_autoptr (GDateTime) opened = NULL;
  g_autoptr (GDateTime) today = NULL;
  int                   days;

  g_return_val_if_fail (ATL_IS_RECENT (self), NULL);

  opened = g_date_time_new_from_unix_local (self->opened);
  today = g_date_time_new_from_unix_local (now);
  if (opened == NULL || today == NULL)
    return g_strdup ("");
  days = atl_moment_count_days (opened, today);
  if (days == 0)
    /* Translators: strftime, the time of a session that was open today */
    return g_date_time_format (opened, _ ("Today, %H:%M"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  /* Translators: strftime, the day a session was open; %B is the month, %-e the day without padding */
  return g_date_time_format (opened, _ ("%B %-e, %Y"));
}
