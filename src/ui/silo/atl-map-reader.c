/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-map-reader.h"

#include "model/atl-area.h"
#include "model/atl-change.h"
#include "model/atl-link.h"
#include "model/atl-maps.h"
#include "model/atl-note.h"
#include "model/atl-person.h"

#define MOST_AT_ONCE 150        /* nodes of a map whose figures are computed between two frames */
#define MOST_PAIRS_AT_ONCE 1500 /* and linked pairs */
#define SLOW_MS 300

/**
 * AtlMapReader:
 *
 * The figures of the map that is open, live. Small maps are read before the next frame, larger ones by one
 * worker thread at a time: what it found about an outdated map is dropped. It works while somebody holds it.
 */
struct _AtlMapReader
{
  GObject parent_instance;

  AtlSession     *session;
  AtlBoard       *board;
  guint           holders;
  gboolean        stale; /* the map has changed since the figures were read, or since the worker began */
  AtlMeasures    *measures;
  AtlSiloReading *reading;
  guint           refresh; /* source */
  GCancellable   *working; /* while a worker runs */
  guint           waiting; /* source that finds a worker slow */
  gboolean        slow;
};

G_DEFINE_FINAL_TYPE (AtlMapReader, atl_map_reader, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SLOW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  READ,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
set_slow (AtlMapReader *self,
          gboolean      slow)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->slow == slow)
    return;
  self->slow = slow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLOW]);
}

static void
take_measures (AtlMapReader *self,
               AtlMeasures  *measures)
{
  g_clear_pointer (&self->reading, atl_silo_reading_free);
  g_clear_pointer (&self->measures, atl_measures_unref);
  self->measures = measures;
  if (measures != NULL)
    self->reading = atl_silo_reading_new (measures);
  g_signal_emit (self, signals[READ], 0);
}

static void
measure_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      network,
                   GCancellable *cancellable)
{
  g_task_return_pointer (task, atl_measures_new (network, cancellable), (GDestroyNotify) atl_measures_unref);
}

static void
refresh (AtlMapReader *self);

static void
measured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  AtlMapReader *self = ATL_MAP_READER (source);
  AtlMeasures  *measures = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->working);
  if (self->stale || measures == NULL)
    {
      g_clear_pointer (&measures, atl_measures_unref);
      refresh (self);
      return;
    }
  set_slow (self, FALSE);
  take_measures (self, measures);
}

static gboolean
slow_cb (gpointer data)
{
  AtlMapReader *self = data;

  self->waiting = 0;
  set_slow (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
start_worker (AtlMapReader *self,
              AtlNetwork   *network)
{
  g_autoptr (GTask) task = NULL;

  self->working = g_cancellable_new ();
  task = g_task_new (self, self->working, measured_cb, NULL);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, atl_network_ref (network), (GDestroyNotify) atl_network_unref);
  if (self->waiting == 0 && !self->slow)
    self->waiting = g_timeout_add (SLOW_MS, slow_cb, self);
  g_task_run_in_thread (task, measure_in_thread);
}

/* One worker at a time: one that runs for an outdated map is told to end, and comes back here. */
static void
refresh (AtlMapReader *self)
{
  g_autoptr (AtlNetwork) network = NULL;

  if (self->working != NULL || self->holders == 0 || !self->stale)
    return;
  self->stale = FALSE;
  if (atl_board_find_map (self->board) == NULL)
    {
      set_slow (self, FALSE);
      take_measures (self, NULL);
      return;
    }
  network = atl_network_new (self->board);
  if (network->n_nodes > MOST_AT_ONCE || network->n_pairs > MOST_PAIRS_AT_ONCE)
    {
      start_worker (self, network);
      return;
    }
  set_slow (self, FALSE);
  take_measures (self, atl_measures_new (network, NULL));
}

static gboolean
refresh_cb (gpointer data)
{
  AtlMapReader *self = data;

  self->refresh = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
mark_stale (AtlMapReader *self)
{
  self->stale = TRUE;
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  else if (self->refresh == 0 && self->holders > 0)
    self->refresh = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* Where a node stands on the board has no part in the figures: a node that is dragged costs nothing. */
static gboolean
concerns_note (AtlChange *change)
{
  guint field = atl_change_get_field (change);

  return atl_change_get_kind (change) != ATL_CHANGE_SET || field == ATL_NOTE_TEXT || field == ATL_NOTE_AREA ||
         field == ATL_NOTE_PERSON || field == ATL_NOTE_SILO || field == ATL_NOTE_HIDDEN;
}

static gboolean
is_on_board (AtlMapReader *self,
             AtlChange    *change)
{
  AtlList *list = atl_change_get_list (change);

  if (list == NULL)
    list = atl_item_get_list (atl_change_get_item (change));
  return list == NULL || list == atl_board_get_notes (self->board) ||
         list == atl_board_get_links (self->board) || list == atl_board_get_areas (self->board);
}

static gboolean
concerns_map (AtlMapReader *self,
              AtlChange    *change)
{
  AtlItem *item = atl_change_get_item (change);

  if (ATL_IS_PERSON (item) || ATL_IS_SILO (item) || item == ATL_ITEM (self->session))
    return TRUE;
  if (ATL_IS_NOTE (item))
    return concerns_note (change) && is_on_board (self, change);
  return (ATL_IS_LINK (item) || ATL_IS_AREA (item)) && is_on_board (self, change);
}

static void
session_changed_cb (AtlMapReader *self,
                    AtlChange    *change)
{
  if (self->board != NULL && !self->stale && concerns_map (self, change))
    mark_stale (self);
}

static void
atl_map_reader_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AtlMapReader *self = ATL_MAP_READER (object);

  if (id == PROP_SLOW)
    g_value_set_boolean (value, self->slow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atl_map_reader_dispose (GObject *object)
{
  AtlMapReader *self = ATL_MAP_READER (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_pointer (&self->reading, atl_silo_reading_free);
  g_clear_pointer (&self->measures, atl_measures_unref);
  g_clear_object (&self->board);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_map_reader_parent_class)->dispose (object);
}

static void
atl_map_reader_class_init (AtlMapReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atl_map_reader_get_property;
  object_class->dispose = atl_map_reader_dispose;
  properties[PROP_SLOW] = g_param_spec_boolean ("slow", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[READ] = g_signal_new ("read", ATL_TYPE_MAP_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
atl_map_reader_init (AtlMapReader *self)
{
}

/**
 * atl_map_reader_new:
 * @session: a session
 *
 * Returns: (transfer full): a reader without a board, held by nobody
 */
AtlMapReader *
atl_map_reader_new (AtlSession *session)
{
  AtlMapReader *self = NULL;

  g_return_val_if_fail (ATL_IS_SESSION (session), NULL);

  self = g_object_new (ATL_TYPE_MAP_READER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atl_map_reader_get_session:
 * @self: a reader
 *
 * Returns: (transfer none): the session whose maps it reads
 */
AtlSession *
atl_map_reader_get_session (AtlMapReader *self)
{
  g_return_val_if_fail (ATL_IS_MAP_READER (self), NULL);
  return self->session;
}

/**
 * atl_map_reader_set_board:
 * @self: a reader
 * @board: (nullable): the board that is open; one that is no map has no figures
 */
void
atl_map_reader_set_board (AtlMapReader *self,
                          AtlBoard     *board)
{
  g_return_if_fail (ATL_IS_MAP_READER (self));

  if (!g_set_object (&self->board, board))
    return;
  if (self->measures != NULL)
    take_measures (self, NULL);
  mark_stale (self);
}

/**
 * atl_map_reader_get_board:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the board it reads
 */
AtlBoard *
atl_map_reader_get_board (AtlMapReader *self)
{
  g_return_val_if_fail (ATL_IS_MAP_READER (self), NULL);
  return self->board;
}

/**
 * atl_map_reader_hold:
 * @self: a reader
 *
 * Says that figures are wanted, until the release: they are read and kept up to date.
 */
void
atl_map_reader_hold (AtlMapReader *self)
{
  g_return_if_fail (ATL_IS_MAP_READER (self));

  if (self->holders++ == 0)
    refresh (self);
}

/**
 * atl_map_reader_release:
 * @self: a reader that was held
 *
 * Takes back atl_map_reader_hold(). What it has read stays, and may be outdated.
 */
void
atl_map_reader_release (AtlMapReader *self)
{
  g_return_if_fail (ATL_IS_MAP_READER (self) && self->holders > 0);

  if (--self->holders > 0 || self->working == NULL)
    return;
  self->stale = TRUE;
  g_cancellable_cancel (self->working);
  set_slow (self, FALSE);
}

/**
 * atl_map_reader_get_measures:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the figures, while a large map is read those of before the last edit;
 *   %NULL until there are any
 */
AtlMeasures *
atl_map_reader_get_measures (AtlMapReader *self)
{
  g_return_val_if_fail (ATL_IS_MAP_READER (self), NULL);
  return self->measures;
}

/**
 * atl_map_reader_get_reading:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the sentences about the figures
 */
AtlSiloReading *
atl_map_reader_get_reading (AtlMapReader *self)
{
  g_return_val_if_fail (ATL_IS_MAP_READER (self), NULL);
  return self->reading;
}

/**
 * atl_map_reader_get_current:
 * @self: a reader
 *
 * Returns: whether the figures are those of the map as it is now
 */
gboolean
atl_map_reader_get_current (AtlMapReader *self)
{
  g_return_val_if_fail (ATL_IS_MAP_READER (self), FALSE);
  return !self->stale && self->working == NULL;
}

/**
 * atl_map_reader_get_slow:
 * @self: a reader
 *
 * Returns: whether the figures take so long that it should be said
 */
gboolean
atl_map_reader_get_slow (AtlMapReader *self)
{
  g_return_val_if_fail (ATL_IS_MAP_READER (self), FALSE);
  return self->slow;
}
