/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-personal.h"

#include "catalogue/atl-data.h"
#include "catalogue/atl-template-reader.h"
#include "catalogue/atl-template-writer.h"
#include "file/atl-durable-file.h"
#include "util/atl-uuid.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".json"
#define MAX_FILES 1000
#define PAUSE_MS 150 /* so that a file that is being written is read once, and whole */
#define FOLDER_MODE 0700
#define MAX_NAME 60

/* A file in the folder that gave no template. */
typedef struct
{
  char        *path;
  AtlProblems *problems;
} BadFile;

/**
 * AtlPersonal:
 *
 * The templates of the user: a folder with a file for each. Files that cannot be read are told apart and
 * never keep the others from being listed.
 */
struct _AtlPersonal
{
  GObject parent_instance;

  char         *folder;
  GPtrArray    *templates;
  GPtrArray    *bad;   /* BadFile */
  char         *state; /* names, sizes and times of the files that were read */
  GFileMonitor *monitor;
  guint         reload_id;
};

G_DEFINE_FINAL_TYPE (AtlPersonal, atl_personal, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
bad_file_free (gpointer data)
{
  BadFile *bad = data;

  g_free (bad->path);
  atl_problems_unref (bad->problems);
  g_free (bad);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files of the folder, in an order that does not depend on the file system. */
static GPtrArray *
list_files (AtlPersonal *self)
{
  GPtrArray       *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char      *name = NULL;

  while (folder != NULL && paths->len < MAX_FILES && (name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (self->folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static char *
dup_state (GPtrArray *paths)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      GStatBuf info = { 0 };

      if (g_stat (paths->pdata[i], &info) != 0)
        continue;
      g_string_append_printf (state,
                              "%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GUINT64_FORMAT "\n",
                              (const char *) paths->pdata[i], (guint64) info.st_size,
                              (gint64) info.st_mtim.tv_sec,
                              info.st_mtim.tv_nsec, (guint64) info.st_ino);
    }
  return g_string_free (state, FALSE);
}

static gboolean
is_taken (AtlPersonal *self,
          const char  *id)
{
  if (atl_data_find (atl_data_get_array (atl_data_get_file (ATL_DATA_TEMPLATES), "templates"), id) != NULL)
    return TRUE;
  for (guint i = 0; i < self->templates->len; i++)
    if (g_str_equal (atl_template_get_id (self->templates->pdata[i]), id))
      return TRUE;
  return FALSE;
}

/* A file that was copied by hand has the id of another: it gets one that only its name decides. */
static AtlTemplate *
make_unique (AtlPersonal *self,
             AtlTemplate *template)
{
  const char      *path = atl_template_get_path (template);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *id = NULL;

  if (!is_taken (self, atl_template_get_id (template)))
    return g_object_ref (template);
  id = atl_uuid_v5 ("0c4a3f0e-2e5c-4c4b-8a6f-6a1d0e0d7a52", name);
  return atl_template_dup_personal (template, id, NULL, path);
}

static void
read_file (AtlPersonal *self,
           const char  *path)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlTemplate) template = atl_template_reader_load (path, problems);
  BadFile *bad = NULL;

  if (template != NULL)
    {
      g_ptr_array_add (self->templates, make_unique (self, template));
      return;
    }
  bad = g_new0 (BadFile, 1);
  bad->path = g_strdup (path);
  bad->problems = g_steal_pointer (&problems);
  g_ptr_array_add (self->bad, bad);
}

/* Reads the folder again if it is not as it was. Returns whether that is so. */
static gboolean
reload (AtlPersonal *self)
{
  g_autoptr (GPtrArray) paths = list_files (self);
  g_autofree char      *state = dup_state (paths);

  if (g_strcmp0 (state, self->state) == 0)
    return FALSE;
  g_free (self->state);
  self->state = g_steal_pointer (&state);
  g_ptr_array_set_size (self->templates, 0);
  g_ptr_array_set_size (self->bad, 0);
  for (guint i = 0; i < paths->len; i++)
    read_file (self, paths->pdata[i]);
  return TRUE;
}

static void
refresh (AtlPersonal *self)
{
  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (reload (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
reload_cb (gpointer user_data)
{
  AtlPersonal *self = user_data;

  self->reload_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
folder_changed_cb (AtlPersonal *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_timeout_add (PAUSE_MS, reload_cb, self);
}

static void
atl_personal_finalize (GObject *object)
{
  AtlPersonal *self = ATL_PERSONAL (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_ptr_array_unref (self->templates);
  g_ptr_array_unref (self->bad);
  g_free (self->state);
  g_free (self->folder);
  G_OBJECT_CLASS (atl_personal_parent_class)->finalize (object);
}

static void
atl_personal_class_init (AtlPersonalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_personal_finalize;

  /**
   * AtlPersonal::changed:
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL,
                                   G_TYPE_NONE, 0);
}

static void
atl_personal_init (AtlPersonal *self)
{
  self->templates = g_ptr_array_new_with_free_func (g_object_unref);
  self->bad = g_ptr_array_new_with_free_func (bad_file_free);
}

/**
 * atl_personal_new:
 * @folder: (nullable) (type filename): where the files are; %NULL for `atelier/templates` in the data folder
 *   of the user
 *
 * The files are read when they are first asked for.
 *
 * Returns: (transfer full): the templates of the user
 */
AtlPersonal *
atl_personal_new (const char *folder)
{
  AtlPersonal *self = g_object_new (ATL_TYPE_PERSONAL, NULL);

  if (folder != NULL)
    self->folder = g_strdup (folder);
  else
    self->folder = g_build_filename (g_get_user_data_dir (), "atelier", "templates", NULL);
  return self;
}

/**
 * atl_personal_get_folder:
 * @self: templates of the user
 *
 * Returns: (transfer none) (type filename): where the files are; it may not exist yet
 */
const char *
atl_personal_get_folder (AtlPersonal *self)
{
  g_return_val_if_fail (ATL_IS_PERSONAL (self), NULL);

  return self->folder;
}

/**
 * atl_personal_watch:
 * @self: templates of the user
 *
 * Makes the folder if there is none, and notices from now on what comes into it. Needs a main loop.
 */
void
atl_personal_watch (AtlPersonal *self)
{
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (ATL_IS_PERSONAL (self));

  if (self->monitor != NULL || g_mkdir_with_parents (self->folder, FOLDER_MODE) != 0)
    return;
  folder = g_file_new_for_path (self->folder);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self);
}

/**
 * atl_personal_get_templates:
 * @self: templates of the user
 *
 * Returns: (transfer none) (element-type AtlTemplate): those that can be read, in the order of their files
 */
GPtrArray *
atl_personal_get_templates (AtlPersonal *self)
{
  g_return_val_if_fail (ATL_IS_PERSONAL (self), NULL);

  if (self->state == NULL)
    reload (self);
  return self->templates;
}

/**
 * atl_personal_get_n_bad:
 * @self: templates of the user
 *
 * Returns: how many files of the folder gave no template
 */
guint
atl_personal_get_n_bad (AtlPersonal *self)
{
  g_return_val_if_fail (ATL_IS_PERSONAL (self), 0);

  atl_personal_get_templates (self);
  return self->bad->len;
}

/**
 * atl_personal_get_bad:
 * @self: templates of the user
 * @position: less than atl_personal_get_n_bad()
 * @path: (out) (optional) (transfer none) (type filename): which file
 *
 * Returns: (transfer none): what is wrong with it
 */
AtlProblems *
atl_personal_get_bad (AtlPersonal *self,
                      guint        position,
                      const char **path)
{
  BadFile *bad = NULL;

  g_return_val_if_fail (ATL_IS_PERSONAL (self) && position < self->bad->len, NULL);

  bad = g_ptr_array_index (self->bad, position);
  if (path != NULL)
    *path = bad->path;
  return bad->problems;
}

/* A name for a file that everybody can send by mail: "Réunion d’équipe" is reunion-d-equipe. */
static char *
dup_file_name (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString         *out = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && out->len < MAX_NAME; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (out, g_ascii_tolower (*c));
    else if (*c != '?' && out->len > 0 && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out->len > 0 ? out : g_string_assign (out, "template"), FALSE);
}

/* A path in the folder at which nothing stands yet. */
static char *
dup_free_path (AtlPersonal *self,
               const char  *name)
{
  g_autofree char *stem = dup_file_name (name);
  g_autofree char *plain = g_strconcat (stem, SUFFIX, NULL);
  char            *path = g_build_filename (self->folder, plain, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u" SUFFIX, stem, i);

      g_free (path);
      path = g_build_filename (self->folder, numbered, NULL);
    }
  return path;
}

static AtlTemplate *
find_path (AtlPersonal *self,
           const char  *path)
{
  for (guint i = 0; i < self->templates->len; i++)
    if (g_strcmp0 (atl_template_get_path (self->templates->pdata[i]), path) == 0)
      return self->templates->pdata[i];
  return NULL;
}

/**
 * atl_personal_save:
 * @self: templates of the user
 * @template: what to write
 * @path: (nullable) (type filename): which file to replace, %NULL for a new one that is named after @template
 * @error: (out) (optional): why not
 *
 * Writes a template durably, and lists it.
 *
 * Returns: (transfer none) (nullable): the template that is listed now
 */
AtlTemplate *
atl_personal_save (AtlPersonal *self,
                   AtlTemplate *template,
                   const char *path,
                   GError    **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *target = NULL;

  g_return_val_if_fail (ATL_IS_PERSONAL (self) && ATL_IS_TEMPLATE (template), NULL);

  bytes = atl_template_writer_write (template);
  g_mkdir_with_parents (self->folder, FOLDER_MODE);
  target = path != NULL ? g_strdup (path) : dup_free_path (self, atl_template_get_name (template, NULL));
  if (!atl_durable_write (target, bytes, error))
    return NULL;
  refresh (self);
  return find_path (self, target);
}

/**
 * atl_personal_copy:
 * @self: templates of the user
 * @template: any template
 * @name: (nullable): the name of the copy, %NULL for the same
 * @error: (out) (optional): why not
 *
 * Makes a personal template of another one, with an id and a file of its own.
 *
 * Returns: (transfer none) (nullable): the copy
 */
AtlTemplate *
atl_personal_copy (AtlPersonal *self,
                   AtlTemplate *template,
                   const char *name,
                   GError    **error)
{
  g_autofree char        *id = g_uuid_string_random ();
  g_autoptr (AtlTemplate) copy = NULL;

  g_return_val_if_fail (ATL_IS_PERSONAL (self) && ATL_IS_TEMPLATE (template), NULL);

  copy = atl_template_dup_personal (template, id, name, self->folder);
  return atl_personal_save (self, copy, NULL, error);
}

/**
 * atl_personal_rename:
 * @self: templates of the user
 * @template: one of them
 * @name: its new name, in all languages
 * @error: (out) (optional): why not
 *
 * Gives a template another name; its file stays where it is.
 *
 * Returns: (transfer none) (nullable): the template that is listed now
 */
AtlTemplate *
atl_personal_rename (AtlPersonal *self,
                     AtlTemplate *template,
                     const char *name,
                     GError    **error)
{
  g_autoptr (AtlTemplate) renamed = NULL;
  const char             *path = NULL;

  g_return_val_if_fail (ATL_IS_PERSONAL (self) && ATL_IS_TEMPLATE (template), NULL);
  g_return_val_if_fail (atl_template_get_path (template) != NULL, NULL);

  path = atl_template_get_path (template);
  renamed = atl_template_dup_personal (template, atl_template_get_id (template), name, path);
  return atl_personal_save (self, renamed, path, error);
}

static gboolean
is_same (AtlTemplate *a,
         AtlTemplate *b)
{
  g_autoptr (GBytes) first = atl_template_writer_write (a);
  g_autoptr (GBytes) second = atl_template_writer_write (b);

  return g_bytes_equal (first, second);
}

/**
 * atl_personal_import:
 * @self: templates of the user
 * @path: (type filename): a file from somewhere else
 * @problems: where everything that is wrong with the file is added
 * @error: (out) (optional): why it could not be written, unset where the file is at fault
 *
 * Copies a template into the folder. What is there already is not copied again; a file with the id of another
 * template gets one of its own.
 *
 * Returns: (transfer none) (nullable): the template that is listed now
 */
AtlTemplate *
atl_personal_import (AtlPersonal *self,
                     const char  *path,
                     AtlProblems *problems,
                     GError     **error)
{
  g_autoptr (AtlTemplate) template = NULL;

  g_return_val_if_fail (ATL_IS_PERSONAL (self) && path != NULL && problems != NULL, NULL);

  template = atl_template_reader_load (path, problems);
  if (template == NULL)
    return NULL;
  atl_personal_get_templates (self);
  for (guint i = 0; i < self->templates->len; i++)
    if (is_same (self->templates->pdata[i], template))
      return self->templates->pdata[i];
  if (is_taken (self, atl_template_get_id (template)))
    return atl_personal_copy (self, template, NULL, error);
  return atl_personal_save (self, template, NULL, error);
}

/* Where there is no trash, as on some network drives, the file stays under a name that is not listed. */
static gboolean
set_aside (const char *path,
           GError    **error)
{
  g_autofree char *aside = g_strconcat (path, "~", NULL);

  if (g_rename (path, aside) == 0)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/**
 * atl_personal_delete:
 * @self: templates of the user
 * @template: one of them
 * @error: (out) (optional): why not
 *
 * Moves the file to the trash. Whoever keeps @template can take it back by atl_personal_save().
 *
 * Returns: whether it is gone
 */
gboolean
atl_personal_delete (AtlPersonal *self,
                     AtlTemplate *template,
                     GError **error)
{
  g_autoptr (AtlTemplate) kept = NULL;
  g_autoptr (GFile)       file = NULL;
  gboolean                gone;

  g_return_val_if_fail (ATL_IS_PERSONAL (self) && ATL_IS_TEMPLATE (template), FALSE);
  g_return_val_if_fail (atl_template_get_path (template) != NULL, FALSE);

  kept = g_object_ref (template);
  file = g_file_new_for_path (atl_template_get_path (template));
  gone = g_file_trash (file, NULL, NULL) || set_aside (atl_template_get_path (template), error);
  refresh (self);
  return gone;
}
