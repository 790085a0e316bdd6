/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/areas/atl-canvas-areas.h"

#include "model/atl-change.h"
#include "model/atl-maps.h"
#include "scene/atl-arranging.h"
#include "scene/atl-scene-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AT_ONCE 200 /* nodes; more are arranged in a thread */

static AtlScene *
scene_of (AtlCanvas *self)
{
  return atl_board_view_get_scene (self->view);
}

/* The map that is meant: the current area if it is one, else the first that has nodes. */
static AtlBox *
find_map (AtlCanvas *self)
{
  AtlBox    *current = atl_board_view_find_box (self->view, atl_board_view_get_area (self->view));
  GPtrArray *areas = atl_scene_get_boxes (scene_of (self), ATL_BOX_AREA);

  if (current != NULL && atl_area_is_map (ATL_AREA (current->item)))
    return current;
  for (guint i = 0; i < areas->len; i++)
    {
      AtlBox *area = areas->pdata[i];

      if (area->item != NULL && atl_area_is_map (ATL_AREA (area->item)))
        return area;
    }
  return NULL;
}

static GHashTable *
dup_places (AtlCanvas    *self,
            AtlArranging *arranging)
{
  GHashTable *places = atl_canvas_new_places ();

  for (guint i = 0; i < atl_arranging_get_n_nodes (arranging); i++)
    {
      AtlPoint place;

      atl_canvas_note_place (self, places, atl_arranging_get (arranging, i, &place, NULL));
    }
  return places;
}

/* Stores the places as one step. */
static void
take_places (AtlCanvas    *self,
             AtlArranging *arranging,
             gboolean      all)
{
  AtlHistory            *history = atl_board_view_get_history (self->view);
  g_autoptr (GHashTable) before = dup_places (self, arranging);

  atl_canvas_stop_motion (self);
  atl_history_begin (history, _ ("Arrange Map"));
  for (guint i = 0; i < atl_arranging_get_n_nodes (arranging); i++)
    {
      AtlPoint place;
      gboolean stays = FALSE;
      AtlNote *note = atl_arranging_get (arranging, i, &place, &stays);

      if (stays)
        continue;
      atl_note_set_x (note, (int) lround (place.x));
      atl_note_set_y (note, (int) lround (place.y));
      if (all)
        atl_note_set_pinned (note, FALSE);
    }
  atl_history_end (history);
  atl_canvas_start_motion (self, before);
}

/* A large map is arranged in a thread; an edit meanwhile makes the result worthless. */
typedef struct
{
  AtlArranging *arranging;
  AtlBoard     *board;
  AtlSession   *session;
  GCancellable *cancellable;
  gulong        changed;
  gboolean      all;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_signal_handler (&job->changed, job->session);
  g_clear_object (&job->session);
  g_clear_object (&job->board);
  g_clear_object (&job->cancellable);
  atl_arranging_free (job->arranging);
  g_free (job);
}

/* Only what happens on the board counts: a timer runs meanwhile. */
static void
session_changed_cb (AtlSession *session,
                    AtlChange  *change,
                    Job        *job)
{
  AtlItem *item = atl_change_get_item (change);
  AtlItem *owner = atl_change_get_kind (change) == ATL_CHANGE_SET
                     ? atl_item_get_parent (item)
                     : atl_list_get_owner (atl_change_get_list (change));

  if (owner == ATL_ITEM (job->board) || item == ATL_ITEM (job->board))
    g_cancellable_cancel (job->cancellable);
}

static void
arrange_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  g_task_return_boolean (task, atl_arranging_run (((Job *) data)->arranging, cancellable));
}

static void
arranged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  AtlCanvas *self = ATL_CANVAS (source);
  Job       *job = g_task_get_task_data (G_TASK (result));
  gboolean   done = g_task_propagate_boolean (G_TASK (result), NULL);

  g_clear_signal_handler (&job->changed, job->session);
  if (done && self->view != NULL && atl_canvas_get_board (self) == job->board)
    take_places (self, job->arranging, job->all);
}

static void
arrange_later (AtlCanvas    *self,
               AtlArranging *arranging,
               gboolean      all)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask)        task = g_task_new (self, cancellable, arranged_cb, NULL);
  Job                     *job = g_new0 (Job, 1);

  job->arranging = arranging;
  job->all = all;
  job->board = g_object_ref (atl_canvas_get_board (self));
  job->session = g_object_ref (atl_board_view_get_session (self->view));
  job->cancellable = g_object_ref (cancellable);
  job->changed = g_signal_connect (job->session, "changed", G_CALLBACK (session_changed_cb), job);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, arrange_in_thread);
}

static void
arrange (AtlCanvas  *self,
         const char *how,
         gboolean    all)
{
  AtlBox       *map = self->view != NULL ? find_map (self) : NULL;
  AtlArranging *arranging;

  if (map == NULL || atl_board_view_refuse (self->view, ATL_AREA (map->item)))
    return;
  atl_canvas_end_editing (self);
  arranging = atl_arranging_new (scene_of (self), map, how, all);
  if (atl_arranging_get_n_nodes (arranging) > AT_ONCE)
    {
      arrange_later (self, arranging, all);
      return;
    }
  atl_arranging_run (arranging, NULL);
  if (atl_arranging_get_n_nodes (arranging) > 0)
    take_places (self, arranging, all);
  atl_arranging_free (arranging);
}

static void
arrange_activated_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gboolean all = g_str_equal (name, "canvas.arrange-all");

  arrange (ATL_CANVAS (widget), g_variant_get_string (parameter, NULL), all);
}

/**
 * atl_canvas_install_arranging:
 * @klass: the class of AtlCanvas
 *
 * Installs "canvas.arrange" and "canvas.arrange-all", which also moves nodes placed by hand: how, or "" for
 * what the template says.
 */
void
atl_canvas_install_arranging (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.arrange", "s", arrange_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.arrange-all", "s", arrange_activated_cb);
}
