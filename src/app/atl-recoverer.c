/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-recoverer.h"

#include "store/recovery/atl-recovery-guard.h"
#include "store/recovery/atl-recovery-list.h"
#include "store/recovery/atl-recovery.h"
#include "ui/start/atl-draft-list.h"
#include "ui/window/atl-window.h"

#define CLEAN_SECONDS 60 /* so long without a crash, and the recovery has worked */

/* A process that crashed seems to run as long as the system writes down what was in its memory: seconds from
 * one look to the next. Each reading counts as an attempt to recover: nothing is read while it still runs. */
static const guint look_again[] = { 2, 3 };

/**
 * AtlRecoverer:
 *
 * Brings back, once the first window is drawn, what was interrupted the last time. Everything that reads is
 * in a thread; nothing of it can stop the start.
 */
struct _AtlRecoverer
{
  GObject parent_instance;

  GtkApplication *application; /* which owns it */
  char           *root;
  guint           begin; /* source */
  guint           n_looks;
  guint           clean; /* source */
};

G_DEFINE_FINAL_TYPE (AtlRecoverer, atl_recoverer, G_TYPE_OBJECT)

static gboolean begin_cb (gpointer user_data);

/* What the thread hands over. */
typedef struct
{
  GPtrArray *crashed;
  gboolean   held;
  gboolean   others; /* another process has something open */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_ptr_array_unref (search->crashed);
  g_free (search);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      root,
                  GCancellable *cancellable)
{
  guint   n_looks = ATL_RECOVERER (source)->n_looks;
  Search *search = g_new0 (Search, 1);

  search->others = atl_recovery_has_others (root);
  if (search->others && n_looks > 0 && n_looks < G_N_ELEMENTS (look_again))
    search->crashed = g_ptr_array_new ();
  else
    search->crashed = atl_recovered_find_crashed (root, &search->held);
  g_task_return_pointer (task, search, search_free);
}

static void
prune_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      root,
                 GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!atl_recovery_guard_end (root, &error))
    g_info ("Recovery not counted: %s", error->message);
  atl_recovery_prune (root, g_get_real_time ());
  g_task_return_boolean (task, TRUE);
}

static gboolean
clean_cb (gpointer user_data)
{
  AtlRecoverer     *self = user_data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->clean = 0;
  g_task_set_task_data (task, g_strdup (self->root), g_free);
  g_task_run_in_thread (task, prune_in_thread);
  return G_SOURCE_REMOVE;
}

static AtlWindow *
find_window (AtlRecoverer *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (ATL_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
rest (AtlRecoverer *self,
      Search       *search)
{
  atl_draft_list_begin (atl_draft_list_get_default (), search->held);
  if (self->clean == 0)
    self->clean = g_timeout_add_seconds (CLEAN_SECONDS, clean_cb, self);
  if (!search->others || search->held || self->n_looks == G_N_ELEMENTS (look_again) || self->begin != 0)
    return;
  self->begin = g_timeout_add_seconds (look_again[self->n_looks], begin_cb, self);
  self->n_looks++;
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  AtlRecoverer *self = ATL_RECOVERER (source);
  Search       *search = g_task_propagate_pointer (G_TASK (result), NULL);
  AtlWindow    *window = self->application != NULL ? find_window (self) : NULL;

  for (guint i = 0; window != NULL && i < search->crashed->len; i++)
    atl_window_recover (window, g_ptr_array_index (search->crashed, i));
  if (self->application != NULL)
    rest (self, search);
  search_free (search);
}

static gboolean
begin_cb (gpointer user_data)
{
  AtlRecoverer     *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, searched_cb, NULL);

  self->begin = 0;
  g_task_set_source_tag (task, begin_cb);
  g_task_set_task_data (task, g_strdup (self->root), g_free);
  g_task_run_in_thread (task, search_in_thread);
  return G_SOURCE_REMOVE;
}

static void
atl_recoverer_dispose (GObject *object)
{
  AtlRecoverer *self = ATL_RECOVERER (object);

  g_clear_handle_id (&self->begin, g_source_remove);
  g_clear_handle_id (&self->clean, g_source_remove);
  G_OBJECT_CLASS (atl_recoverer_parent_class)->dispose (object);
}

static void
atl_recoverer_finalize (GObject *object)
{
  g_free (ATL_RECOVERER (object)->root);
  G_OBJECT_CLASS (atl_recoverer_parent_class)->finalize (object);
}

static void
atl_recoverer_class_init (AtlRecovererClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_recoverer_dispose;
  G_OBJECT_CLASS (klass)->finalize = atl_recoverer_finalize;
}

static void
atl_recoverer_init (AtlRecoverer *self)
{
  self->root = atl_recovery_dup_user_root ();
}

/**
 * atl_recoverer_new:
 * @application: the app, which outlives it or calls atl_recoverer_end()
 *
 * Returns: (transfer full): what brings back interrupted sessions
 */
AtlRecoverer *
atl_recoverer_new (GtkApplication *application)
{
  AtlRecoverer *self = g_object_new (ATL_TYPE_RECOVERER, NULL);

  self->application = application;
  return self;
}

/**
 * atl_recoverer_start:
 * @self: a recoverer
 *
 * Looks for interrupted sessions as soon as there is nothing more urgent, and opens them, each in a window
 * of its own. To be called when there is a first window.
 */
void
atl_recoverer_start (AtlRecoverer *self)
{
  g_return_if_fail (ATL_IS_RECOVERER (self));

  if (self->begin == 0)
    self->begin = g_idle_add_full (G_PRIORITY_LOW, begin_cb, self, NULL);
}

/**
 * atl_recoverer_end:
 * @self: a recoverer
 *
 * The app ends in order: the recovery, if there was one, has worked.
 */
void
atl_recoverer_end (AtlRecoverer *self)
{
  g_return_if_fail (ATL_IS_RECOVERER (self));

  self->application = NULL;
  g_clear_handle_id (&self->begin, g_source_remove);
  if (self->clean != 0)
    atl_recovery_guard_end (self->root, NULL);
  g_clear_handle_id (&self->clean, g_source_remove);
}
