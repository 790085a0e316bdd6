/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-source.h"

#include "config.h"
#include "exchange/atl-discretion.h"
#include "file/atl-json-file.h"
#include "model/atl-area.h"
#include "model/atl-maps.h"
#include "model/atl-note.h"
#include "store/codec/atl-codec.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  char *id;
  char *title;
  guint n_nodes;
} Map;

/**
 * AtlCompareSource:
 *
 * A map to compare. It holds the session as bytes, so that neither the open document nor a file is touched
 * by what is done with it.
 */
struct _AtlCompareSource
{
  GObject parent_instance;

  GBytes    *bytes;
  GPtrArray *maps; /* Map, in the order of the plan */
  guint      chosen;
  char      *session;
  char      *title;
  char      *path; /* NULL: the open document */
  char      *date; /* of the session, "" if it says none */
  char      *day;  /* of the session, else of the file; ISO 8601 */
};

G_DEFINE_FINAL_TYPE (AtlCompareSource, atl_compare_source, G_TYPE_OBJECT)

static void
map_free (gpointer data)
{
  Map *map = data;

  g_free (map->id);
  g_free (map->title);
  g_free (map);
}

static guint
count_nodes (AtlBoard *board)
{
  AtlList *notes = atl_board_get_notes (board);
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    n += atl_note_is_node (atl_list_get (notes, i)) && !atl_note_get_hidden (atl_list_get (notes, i));
  return n;
}

/* Maps of silos; where that is not what is wanted, or there is none, whatever is drawn as a network. */
static void
collect_maps (AtlCompareSource *self,
              AtlSession       *session,
              const char       *wanted)
{
  AtlList  *boards = atl_session_get_boards (session);
  AtlBoard *own = wanted != NULL ? atl_list_find (boards, wanted) : NULL;

  for (int all = own != NULL && !atl_board_has_measures (own); all <= 1 && self->maps->len == 0; all++)
    for (guint i = 0; i < atl_list_get_length (boards); i++)
      {
        AtlBoard *board = atl_list_get (boards, i);
        Map       map = { NULL };

        if (all ? !atl_board_is_map (board) : !atl_board_has_measures (board))
          continue;
        map = (Map){ g_strdup (atl_item_get_id (ATL_ITEM (board))), g_strdup (atl_board_get_title (board)),
                     count_nodes (board) };
        self->chosen = board == own ? self->maps->len : self->chosen;
        g_ptr_array_add (self->maps, g_memdup2 (&map, sizeof map));
      }
}

/* The day of a file or, without one, of today. */
static char *
dup_day (const char *path)
{
  g_autoptr (GDateTime) when = NULL;
  GStatBuf              status;

  if (path != NULL && g_stat (path, &status) == 0)
    when = g_date_time_new_from_unix_local (status.st_mtime);
  else
    when = g_date_time_new_now_local ();
  return when != NULL ? g_date_time_format (when, "%Y-%m-%d") : g_strdup ("");
}

static AtlCompareSource *
make (AtlSession *session,
      GBytes     *bytes,
      const char *path,
      const char *board)
{
  AtlCompareSource *self = g_object_new (ATL_TYPE_COMPARE_SOURCE, NULL);
  const char       *date = atl_session_get_date (session);

  self->bytes = g_bytes_ref (bytes);
  self->session = g_strdup (atl_item_get_id (ATL_ITEM (session)));
  self->title = g_strdup (atl_session_get_title (session));
  self->path = g_strdup (path);
  self->date = g_strdup (date != NULL ? date : "");
  self->day = *self->date != '\0' ? g_strdup (self->date) : dup_day (path);
  collect_maps (self, session, board);
  return self;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  GError           *error = NULL;
  AtlCompareSource *found = atl_compare_source_load (path, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
atl_compare_source_finalize (GObject *object)
{
  AtlCompareSource *self = ATL_COMPARE_SOURCE (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_ptr_array_unref (self->maps);
  g_free (self->session);
  g_free (self->title);
  g_free (self->path);
  g_free (self->date);
  g_free (self->day);
  G_OBJECT_CLASS (atl_compare_source_parent_class)->finalize (object);
}

static void
atl_compare_source_class_init (AtlCompareSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_compare_source_finalize;
}

static void
atl_compare_source_init (AtlCompareSource *self)
{
  self->maps = g_ptr_array_new_with_free_func (map_free);
}

/**
 * atl_compare_source_new:
 * @session: an open session, which is left as it is
 * @board: one of its maps
 *
 * Returns: (transfer full): @board as it is now
 */
AtlCompareSource *
atl_compare_source_new (AtlSession *session,
                        AtlBoard   *board)
{
  g_autoptr (GBytes) bytes = atl_codec_write (session);

  return make (session, bytes, NULL, atl_item_get_id (ATL_ITEM (board)));
}

/**
 * atl_compare_source_load:
 * @path: a session file
 * @error: set to why it cannot be compared, in words for the user
 *
 * Reads a file, in any thread.
 *
 * Returns: (transfer full) (nullable): its first map
 */
AtlCompareSource *
atl_compare_source_load (const char *path,
                         GError    **error)
{
  g_autoptr (AtlProblems)      problems = atl_problems_new ();
  g_autoptr (GBytes)           bytes = atl_file_read (path, error);
  AtlCodecAge                  age = ATL_CODEC_CURRENT;
  g_autoptr (AtlSession)       session = NULL;
  g_autoptr (AtlCompareSource) self = NULL;

  if (bytes != NULL)
    session = atl_codec_read (bytes, problems, &age, error);
  if (session == NULL)
    return NULL;
  self = make (session, bytes, path, NULL);
  if (self->maps->len > 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("There is no map of people or teams in this session."));
  return NULL;
}

/**
 * atl_compare_source_load_async:
 * @path: a session file
 * @cancellable: (nullable): to give up
 * @callback: called in the main loop; it calls atl_compare_source_load_finish()
 * @user_data: for @callback
 *
 * Reads a file in a thread.
 */
void
atl_compare_source_load_async (const char         *path,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, atl_compare_source_load_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * atl_compare_source_load_finish:
 * @result: what the callback got
 * @error: see atl_compare_source_load()
 *
 * Returns: (transfer full) (nullable): what was read
 */
AtlCompareSource *
atl_compare_source_load_finish (GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atl_compare_source_choose:
 * @self: a source
 * @map: which of its maps
 *
 * Returns: (transfer full): the same session, by that map
 */
AtlCompareSource *
atl_compare_source_choose (AtlCompareSource *self,
                           guint             map)
{
  AtlCompareSource *copy;

  g_return_val_if_fail (ATL_IS_COMPARE_SOURCE (self) && map < self->maps->len, NULL);

  copy = g_object_new (ATL_TYPE_COMPARE_SOURCE, NULL);
  copy->bytes = g_bytes_ref (self->bytes);
  g_ptr_array_unref (copy->maps);
  copy->maps = g_ptr_array_ref (self->maps);
  copy->chosen = map;
  copy->session = g_strdup (self->session);
  copy->title = g_strdup (self->title);
  copy->path = g_strdup (self->path);
  copy->date = g_strdup (self->date);
  copy->day = g_strdup (self->day);
  return copy;
}

/**
 * atl_compare_source_get_n_maps:
 * @self: a source
 *
 * Returns: how many maps the session has
 */
guint
atl_compare_source_get_n_maps (AtlCompareSource *self)
{
  return self->maps->len;
}

/**
 * atl_compare_source_get_map_title:
 * @self: a source
 * @map: which of its maps
 *
 * Returns: the title of its board
 */
const char *
atl_compare_source_get_map_title (AtlCompareSource *self,
                                  guint             map)
{
  return ((Map *) self->maps->pdata[map])->title;
}

/**
 * atl_compare_source_get_map_size:
 * @self: a source
 * @map: which of its maps
 *
 * Returns: how many nodes are on it
 */
guint
atl_compare_source_get_map_size (AtlCompareSource *self,
                                 guint             map)
{
  return ((Map *) self->maps->pdata[map])->n_nodes;
}

/**
 * atl_compare_source_get_chosen:
 * @self: a source
 *
 * Returns: which of its maps is meant
 */
guint
atl_compare_source_get_chosen (AtlCompareSource *self)
{
  return self->chosen;
}

/**
 * atl_compare_source_get_board:
 * @self: a source
 *
 * Returns: the id of the board that is meant
 */
const char *
atl_compare_source_get_board (AtlCompareSource *self)
{
  return ((Map *) self->maps->pdata[self->chosen])->id;
}

/**
 * atl_compare_source_get_bytes:
 * @self: a source
 *
 * Returns: (transfer none): the session
 */
GBytes *
atl_compare_source_get_bytes (AtlCompareSource *self)
{
  return self->bytes;
}

/**
 * atl_compare_source_get_title:
 * @self: a source
 *
 * Returns: the title of the session, which may be empty
 */
const char *
atl_compare_source_get_title (AtlCompareSource *self)
{
  return self->title;
}

/**
 * atl_compare_source_get_day:
 * @self: a source
 *
 * Returns: the date of the session; where it gives none, the day its file was written, or today
 */
const char *
atl_compare_source_get_day (AtlCompareSource *self)
{
  return self->day;
}

/**
 * atl_compare_source_is_same_day:
 * @self: a source
 * @other: another one
 *
 * Returns: whether no date tells them apart
 */
gboolean
atl_compare_source_is_same_day (AtlCompareSource *self,
                                AtlCompareSource *other)
{
  return g_strcmp0 (self->day, other->day) == 0;
}

/**
 * atl_compare_source_is_before:
 * @self: a source
 * @other: another one
 *
 * Returns: whether @self is the earlier map: by the dates, and in one session by the order of the boards
 */
gboolean
atl_compare_source_is_before (AtlCompareSource *self,
                              AtlCompareSource *other)
{
  int order = g_strcmp0 (self->day, other->day);

  if (order != 0)
    return order < 0;
  return g_strcmp0 (self->session, other->session) == 0 && self->chosen < other->chosen;
}
