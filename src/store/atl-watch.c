/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-watch.h"

#include <stdlib.h>

#define SETTLE 100 /* milliseconds: programs write in several steps */

/**
 * AtlWatch:
 *
 * Looks after a file. It tells that something may have happened, also when another file takes its place;
 * whether anything did is for the listener to find out, who knows which content is his own. Where the system
 * cannot watch (a folder of the network), it stays silent.
 */
struct _AtlWatch
{
  GObject parent_instance;

  char         *path;
  GFileMonitor *monitor;
  GFileMonitor *real; /* where a symbolic link leads to, or NULL */
  guint         settling;
};

G_DEFINE_FINAL_TYPE (AtlWatch, atl_watch, G_TYPE_OBJECT)

enum
{
  STIRRED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
settled_cb (gpointer data)
{
  AtlWatch *self = data;

  self->settling = 0;
  g_signal_emit (self, signals[STIRRED], 0);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (AtlWatch *self)
{
  if (self->settling == 0)
    self->settling = g_timeout_add (SETTLE, settled_cb, self);
}

/* A monitor of a file watches its folder, and so survives that the file is replaced. */
static GFileMonitor *
watch (AtlWatch *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileMonitor     *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return NULL;
  g_file_monitor_set_rate_limit (monitor, SETTLE);
  g_signal_connect_swapped (monitor, "changed", G_CALLBACK (file_changed_cb), self);
  return monitor;
}

static void
atl_watch_dispose (GObject *object)
{
  AtlWatch      *self = ATL_WATCH (object);
  GFileMonitor **monitors[] = { &self->monitor, &self->real };

  g_clear_handle_id (&self->settling, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (monitors); i++)
    {
      if (*monitors[i] == NULL)
        continue;
      g_signal_handlers_disconnect_by_data (*monitors[i], self);
      g_file_monitor_cancel (*monitors[i]);
      g_clear_object (monitors[i]);
    }
  G_OBJECT_CLASS (atl_watch_parent_class)->dispose (object);
}

static void
atl_watch_finalize (GObject *object)
{
  g_free (ATL_WATCH (object)->path);
  G_OBJECT_CLASS (atl_watch_parent_class)->finalize (object);
}

static void
atl_watch_class_init (AtlWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = atl_watch_finalize;

  /**
   * AtlWatch::stirred:
   *
   * Something may have happened to the file; emitted in the main loop, once for what happens at one time.
   */
  signals[STIRRED] = g_signal_new ("stirred", ATL_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
atl_watch_init (AtlWatch *self)
{
}

/**
 * atl_watch_new:
 * @path: a file, which need not be there
 *
 * Returns: (transfer full): a watch over it
 */
AtlWatch *
atl_watch_new (const char *path)
{
  AtlWatch *self = g_object_new (ATL_TYPE_WATCH, NULL);
  char     *real = realpath (path, NULL);

  self->path = g_strdup (path);
  self->monitor = watch (self, path);
  if (real != NULL && g_strcmp0 (real, path) != 0)
    self->real = watch (self, real);
  free (real);
  return self;
}

/**
 * atl_watch_get_path:
 * @self: a watch
 *
 * Returns: (transfer none): the file it watches
 */
const char *
atl_watch_get_path (AtlWatch *self)
{
  g_return_val_if_fail (ATL_IS_WATCH (self), NULL);
  return self->path;
}
