/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-recents.h"

#include "file/atl-durable-file.h"
#include "file/atl-json-file.h"
#include "file/atl-json-reader.h"
#include "file/atl-line-writer.h"
#include "model/atl-board.h"
#include "util/atl-text-hash.h"

#define KEPT 24
#define MAX_SECONDS (G_MAXINT64 / G_USEC_PER_SEC)

/**
 * AtlRecents:
 *
 * The sessions that were open lately, in a small file of the user's state folder, which is written by a
 * thread. A file that cannot be read counts as empty, one that cannot be written is forgotten: nobody's work
 * depends on it.
 */
struct _AtlRecents
{
  GObject parent_instance;

  char       *path;
  GPtrArray  *items;
  GHashTable *places; /* path to the id of the board that was open last */
  gboolean    writing;
  gboolean    again; /* it has changed since the writing began */
};

static void atl_recents_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (AtlRecents, atl_recents, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, atl_recents_model_init))
/* clang-format on */

static void
load_entry (AtlRecents          *self,
            const AtlJsonReader *entry)
{
  g_autofree char *uri = atl_json_reader_dup_string (entry, "uri", "", NULL);
  g_autofree char *title = atl_json_reader_dup_string (entry, "title", "", NULL);
  g_autofree char *template = atl_json_reader_dup_string (entry, "template", "", NULL);
  g_autofree char *board = atl_json_reader_dup_string (entry, "board", "", NULL);
  gint64           opened = atl_json_reader_get_int (entry, "opened", 0, 0, MAX_SECONDS, NULL);
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);

  if (path == NULL || self->items->len >= KEPT)
    return;
  g_ptr_array_add (self->items, atl_recent_new (path, title, template, opened));
  if (*board != '\0')
    g_hash_table_insert (self->places, g_steal_pointer (&path), g_steal_pointer (&board));
}

static void
load (AtlRecents *self)
{
  g_autoptr (GBytes)      bytes = NULL;
  g_autoptr (JsonNode)    root = atl_json_load (self->path, &bytes, NULL);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlJsonReader           reader;
  JsonArray              *list;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  atl_json_reader_init (&reader, json_node_get_object (root), problems);
  list = atl_json_reader_get_array (&reader, "recents", NULL);
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      AtlJsonReader entry;

      if (atl_json_reader_enter (&entry, &reader, "recents", list, i))
        load_entry (self, &entry);
    }
}

static void
write_entry (AtlRecents    *self,
             AtlLineWriter *writer,
             AtlRecent     *recent)
{
  const char      *board = atl_recents_get_place (self, atl_recent_get_path (recent));
  g_autofree char *uri = g_filename_to_uri (atl_recent_get_path (recent), NULL, NULL);

  if (uri == NULL)
    return;
  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "uri", uri);
  atl_line_writer_string (writer, "title", atl_recent_get_title (recent));
  atl_line_writer_string (writer, "template", atl_recent_get_template (recent));
  atl_line_writer_int (writer, "opened", atl_recent_get_opened (recent));
  if (board != NULL)
    atl_line_writer_string (writer, "board", board);
  atl_line_writer_end_object (writer);
}

static GBytes *
to_bytes (AtlRecents *self)
{
  AtlLineWriter *writer = atl_line_writer_new (4096);

  atl_line_writer_begin_object (writer);
  atl_line_writer_begin_list (writer, "recents");
  for (guint i = 0; i < self->items->len; i++)
    write_entry (self, writer, g_ptr_array_index (self->items, i));
  atl_line_writer_end_list (writer);
  atl_line_writer_end_object (writer);
  return atl_line_writer_end (writer);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      bytes,
                 GCancellable *cancellable)
{
  const char        *path = ATL_RECENTS (source)->path; /* never changes */
  g_autofree char   *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!atl_durable_write (path, bytes, &error))
    g_debug ("recent sessions not written: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void save (AtlRecents *self);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      application)
{
  AtlRecents *self = ATL_RECENTS (source);

  self->writing = FALSE;
  if (self->again)
    save (self);
  if (application != NULL)
    g_application_release (application);
  g_clear_object (&application);
}

/* One after the other, so that the latest list stays. The program does not end before it is written. */
static void
save (AtlRecents *self)
{
  GApplication     *application = g_application_get_default ();
  g_autoptr (GTask) task = NULL;

  self->again = self->writing;
  if (self->writing)
    return;
  if (application != NULL)
    g_application_hold (g_object_ref (application));
  self->writing = TRUE;
  task = g_task_new (self, NULL, written_cb, application);
  g_task_set_source_tag (task, save);
  g_task_set_task_data (task, to_bytes (self), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
find (AtlRecents *self,
      const char *path,
      guint      *position)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (atl_recent_get_path (g_ptr_array_index (self->items, i)), path))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

static void
take_out (AtlRecents *self,
          guint       position)
{
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static GType
atl_recents_get_item_type (GListModel *model)
{
  return ATL_TYPE_RECENT;
}

static guint
atl_recents_get_n_items (GListModel *model)
{
  return ATL_RECENTS (model)->items->len;
}

static gpointer
atl_recents_get_item (GListModel *model,
                      guint       position)
{
  AtlRecents *self = ATL_RECENTS (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
atl_recents_model_init (GListModelInterface *iface)
{
  iface->get_item_type = atl_recents_get_item_type;
  iface->get_n_items = atl_recents_get_n_items;
  iface->get_item = atl_recents_get_item;
}

static void
atl_recents_finalize (GObject *object)
{
  AtlRecents *self = ATL_RECENTS (object);

  g_free (self->path);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->places);
  G_OBJECT_CLASS (atl_recents_parent_class)->finalize (object);
}

static void
atl_recents_class_init (AtlRecentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_recents_finalize;
}

static void
atl_recents_init (AtlRecents *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new_full (atl_text_hash, g_str_equal, g_free, g_free);
}

/**
 * atl_recents_new:
 * @path: (type filename): the file that holds the list
 *
 * Returns: (transfer full): the list as it is in the file
 */
AtlRecents *
atl_recents_new (const char *path)
{
  AtlRecents *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (ATL_TYPE_RECENTS, NULL);
  self->path = g_strdup (path);
  load (self);
  return self;
}

/**
 * atl_recents_get_default:
 *
 * Returns: (transfer none): the list of this user, shared by all windows
 */
AtlRecents *
atl_recents_get_default (void)
{
  static AtlRecents *shared;
  g_autofree char   *path = NULL;

  if (shared == NULL)
    {
      path = g_build_filename (g_get_user_state_dir (), "atelier", "recents.json", NULL);
      shared = atl_recents_new (path);
    }
  return shared;
}

/**
 * atl_recents_put:
 * @self: a list
 * @recent: an entry
 *
 * Puts @recent first, in place of the entry of the same path. The oldest ones go beyond two dozen.
 */
void
atl_recents_put (AtlRecents *self,
                 AtlRecent  *recent)
{
  guint position;

  g_return_if_fail (ATL_IS_RECENTS (self) && ATL_IS_RECENT (recent));

  if (find (self, atl_recent_get_path (recent), &position))
    take_out (self, position);
  g_ptr_array_insert (self->items, 0, g_object_ref (recent));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
  while (self->items->len > KEPT)
    take_out (self, self->items->len - 1);
  save (self);
}

/**
 * atl_recents_remove:
 * @self: a list
 * @path: (type filename): the path of an entry
 *
 * Forgets the entry; the session itself is not touched.
 */
void
atl_recents_remove (AtlRecents *self,
                    const char *path)
{
  guint position;

  g_return_if_fail (ATL_IS_RECENTS (self));

  if (!find (self, path, &position))
    return;
  g_hash_table_remove (self->places, path);
  take_out (self, position);
  save (self);
}

/**
 * atl_recents_set_place:
 * @self: a list
 * @path: (type filename): the path of an entry; for others nothing is kept
 * @board: the id of the board that is open
 *
 * Keeps where a session is, for the next time that it is opened.
 */
void
atl_recents_set_place (AtlRecents *self,
                       const char *path,
                       const char *board)
{
  g_autofree char *absolute = NULL;
  guint            position;

  g_return_if_fail (ATL_IS_RECENTS (self) && path != NULL && board != NULL);

  absolute = g_canonicalize_filename (path, NULL);
  if (!find (self, absolute, &position) ||
      g_strcmp0 (g_hash_table_lookup (self->places, absolute), board) == 0)
    return;
  g_hash_table_insert (self->places, g_steal_pointer (&absolute), g_strdup (board));
  save (self);
}

/**
 * atl_recents_get_place:
 * @self: a list
 * @path: (type filename): where a session lies
 *
 * Returns: (transfer none) (nullable): the id of the board that was open in it last, which may be gone
 */
const char *
atl_recents_get_place (AtlRecents *self,
                       const char *path)
{
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (ATL_IS_RECENTS (self) && path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  return g_hash_table_lookup (self->places, absolute);
}

static void
add (const char *path,
     const char *title,
     const char *template)
{
  g_autofree char      *absolute = g_canonicalize_filename (path, NULL);
  gint64                now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (AtlRecent) recent = atl_recent_new (absolute, title, template, now);

  atl_recents_put (atl_recents_get_default (), recent);
}

/**
 * atl_recents_add_session:
 * @path: (type filename): where @session was opened or saved
 * @session: the session
 *
 * Puts the session first in the list of this user, with the template of its first board for the picture.
 */
void
atl_recents_add_session (const char *path,
                         AtlSession *session)
{
  AtlBoard *first;

  g_return_if_fail (path != NULL && ATL_IS_SESSION (session));

  first = atl_list_get (atl_session_get_boards (session), 0);
  add (path, atl_session_get_title (session), first != NULL ? atl_board_get_template (first) : NULL);
}
